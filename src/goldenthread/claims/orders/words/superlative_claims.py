"""The superlatives of a text, each with its clause and with what that clause speaks of."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from goldenthread.claims.language.clauses import stem
from goldenthread.claims.language.number_words import SMALL
from goldenthread.claims.orders.values.model import Way
from goldenthread.claims.orders.values.told_values import CUT, keys, names
from goldenthread.claims.orders.words.superlative_words import (
    is_measure,
    of_itself,
    rank_of,
    way_of,
    words_of_order,
)
from goldenthread.claims.orders.words.vocabulary import CLASSES

# With these the order is another than the plain one, or of something else.
_OTHERWISE = re.compile(
    r"\b(?:apart|at (?:least|most|best|worst)|joint|equal|last but|next|"
    r"except|save for|besides|other than|another|not|never|neither|nor|no|n't|if|would|could|"
    r"should|expected|target|since|until|among|between|after|behind|outside|growth|increases?|"
    r"falls?|rises?|changes?|drop|improve\w*|one of|two|some of|nearly|almost|ever|national\w*|"
    r"england|regions?|regional|countr\w+|sector|authorit\w+|neighbours|peers|averages|performing|"
    r"in the county|for (?:many )?years|previous\w*|last year|compared|half|quarters|yet|than|"
    r"for its|per)\b",
    re.I,
)
# Of these none is what is counted.
_EVER = {
    *("not", "never", "neither", "nor", "no", "if", "would", "could", "should", "expected"),
    *("since", "until", "after", "behind", "next", "except", "besides", "than", "yet", "ever"),
    *("n't", "target"),
}
_NARROWED = re.compile(r"\b(?:joint|apart from|save for|except|besides|excluding|leaving)\b", re.I)
_UNSETTLED = re.compile(r"\b(?:aside|provisional\w*)\b", re.I)
# "Among girls, ...": of some of what is told.
_AMONG_SOME = re.compile(
    r"(?:^\W*per|\bamong|\b(?:amongst|aged|outside|within|excluding|where|when|after|until|before|for|of))\b"
    r"(?! (?:the|our|these|all) (?:three|four|five|six|seven|eight|nine|\d))[^,;:]*,\s*$",
    re.I,
)
_VALUE_ASIDE = re.compile(r"\s\([^()A-Za-z]{0,3}\d[\d.,]*[^()\d]{0,12}\)$")
# "Travel rose the most" tells of its rise.
_CHANGED = re.compile(
    r"\b(?:rose|risen|fell|fallen|grew|grown|climbed|dropped|improved|increased|changed|declined|"
    r"reduced)\s+(?:by\s+)?(?:the\s+)?$",
    re.I,
)
_SINCE = re.compile(r"\b(?:since \d+|before|after|other)\b", re.I)
_PART = re.compile(rf"{CUT.pattern}|\s(?=(?:but|while|whereas)\s)")
_STOPPED = re.compile(r"[.;:]\s")
# "Per 100 learners" is of the unit; "of the three markets" of all that are told.
_OF_THE_UNIT = re.compile(
    r"\bper (?:\d[\d,]* )?[a-z]+|\b(?:gap|difference) between \w+ and \w+"
    r"|\bsince (?:the )?(?:summer|spring|autumn|winter|records|counting|we)\b[^.;,:]*",
    re.I,
)
_OF_ALL = re.compile(
    r"\b(?:of|among|in|for) (?:the|our|these|all|its|those|all the)?\s?"
    r"(?P<many>three|four|five|six|seven|eight|nine|[3-9]) [a-z]+(?=\s*(?:$|[.,;:()]))",
    re.I,
)
_NUMBERS = {word: number for word, number in SMALL.items() if number > 2}
# What follows from the values speaks of them, in whatever words.
_HENCE = re.compile(
    r"\b(?:therefore|thus|hence|so that|makes?|making|which is why|it follows)\b", re.I
)
# What the labels may be called, in any form.
_CLASSES = {stem(word) for word in CLASSES}
# Words for any number of a kind: "the shortest wait" of so many weeks.
_MEASURES = {stem(word) for word in ("cohort", "intake", "tally", "bill", "price")}
# "The shortest wait" of so many weeks, and of nothing else.
_WAITS = {stem(word) for word in ("wait", "waits", "queue", "queues")}
_TIMED = re.compile(r"\b(?:seconds?|minutes?|hours?|days?|weeks?|months)\b", re.I)
# After these comes no measure: "the lowest of the four", "the largest was in Ash".
_OF_WHAT = re.compile(r"^\s*(?:of|in|at|was|is|were|are|came|fell|went)\b.*|^\s*[:,].*", re.S)
_OWNED = re.compile(r"[’']s\s+([a-z]+)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """A superlative in its clause, ``text[start:end]``.

    ``spoken`` are the stems of what the clause names, ``beside`` those of what stands straight
    after the superlative, which may be what is measured; ``owned`` what belongs to a name
    ("Lowick's crews"), ``plain`` what may be said of any values. ``hence`` says that it is drawn
    from what was told before.
    """

    match: re.Match[str]
    start: int
    end: int
    spoken: frozenset[str]
    beside: frozenset[str]
    owned: frozenset[str]
    plain: frozenset[str]
    hence: bool

    @property
    def rank(self) -> int:
        """Which place is told, the first where none is."""
        return rank_of(self.match)

    def way(self, text: str, at: int = 0) -> Way:
        """Which end of the order is meant in a text that tells what is measured.

        ``at`` is where the claim's own text begins in it.
        """
        return way_of(self.match, text, at)

    def strange(self, known: set[str]) -> frozenset[str]:
        """What the clause speaks of besides ``known`` stems; nothing where it draws from them."""
        if self.hence:
            return frozenset()
        return (self.spoken | self.beside) - known - self.owned - self.plain


def claims_in(text: str, most: int, known: str = "") -> Iterator[Claim]:
    """Every superlative alone in its clause that may be of all the ``most`` values told.

    ``known`` are words that tell besides the text what is counted.
    """
    if _NARROWED.search(text) or _UNSETTLED.search(text):
        return
    found = [each for each in words_of_order(text, 0, len(text)) if is_measure(each, text)]
    for match in found:
        start, end = _clause(text, match)
        if sum(start <= each.start() < end for each in found) > 1:
            continue
        if made := _claim(text, match, start, end, most, known):
            yield made


def _claim(
    text: str, match: re.Match[str], start: int, end: int, most: int, known: str
) -> Claim | None:
    if _AMONG_SOME.search(_STOPPED.split(text[:start])[-1]):
        return None
    before = _OF_THE_UNIT.sub(" ", text[start : match.start()])
    after = _OF_THE_UNIT.sub(" ", text[match.end() : end])
    for part in _OF_ALL.finditer(f"{before}|{after}"):
        many = part["many"].lower()
        if (_NUMBERS.get(many) or int(many)) < most:
            return None
    before, after = _OF_ALL.sub(" ", before), _OF_ALL.sub(" ", after)
    # "The fewest falls" is of nothing else where falls are what is told.
    elsewhere = f"{known} {text[:start]} {text[end:]}".lower()
    if any(
        not re.search(rf"\b{each.group().lower()}\b", elsewhere) or each.group().lower() in _EVER
        for part in (before, after)
        for each in _OTHERWISE.finditer(part)
    ):
        return None
    if _CHANGED.search(before) or _SINCE.search(match.group()):
        return None
    after = after.removeprefix(of_itself(match, text))
    than = match["more"] or match["less"] or match["lean"]
    told = after if than else f"{before} {after}"
    beside = f"{before} {match.group()}" if than else " ".join(_OF_WHAT.sub("", after).split()[:2])
    return Claim(
        match=match,
        start=start,
        end=end,
        spoken=frozenset(keys(told)),
        beside=frozenset(keys(beside)),
        owned=frozenset(keys(" ".join(_OWNED.findall(told)))),
        plain=frozenset(_CLASSES | _MEASURES | (_WAITS if _TIMED.search(text) else set())),
        hence=bool(_HENCE.search(text, start, end)),
    )


def _clause(text: str, match: re.Match[str]) -> tuple[int, int]:
    """The clause of a superlative: between the nearest marks."""
    start = max((each.end() for each in _PART.finditer(text, 0, match.start())), default=0)
    if aside := _VALUE_ASIDE.search(text, 0, start):  # "Fraud (410) is now our largest"
        start = max((each.end() for each in CUT.finditer(text, 0, aside.start())), default=0)
    stop = _PART.search(text, match.end())
    end = stop.start() if stop else len(text)
    bare = not names(text[start:end])
    if stop and stop.group() == ":" and not text[start : match.start()].strip():
        after = CUT.search(text, stop.end())  # "Fewest complaints: Ash", a headline
        told = text[stop.end() : after.start() if after else len(text)]
        bare = bare or not any(map(str.isdigit, told))
    if bare and stop and stop.group() in (":", ","):  # "Record year: 2024", "Cheapest, pie"
        after = CUT.search(text, stop.end())
        end = after.start() if after else len(text)
    return start, end
