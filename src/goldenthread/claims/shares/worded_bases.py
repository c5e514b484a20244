"""A share whose whole is named in words alone, and told in a sentence before with those words.

"4,050 households were owed a relief duty ... Among households owed a relief duty, family would
not take in 1,163 (14.6%)": whatever else the percentage may be of, it is told of the 4,050.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from goldenthread.claims.language.clauses import stem
from goldenthread.claims.language.model import Hedge, Measure, Quantity, Sentence
from goldenthread.claims.language.skeleton import (
    COUNT,
    EARLIER,
    LAST,
    MONEY,
    PERCENT,
    QUANTITY,
    WHEN,
    Skeleton,
    skeleton_of,
)
from goldenthread.claims.reading import Reading
from goldenthread.claims.shares.told_shares import Told, told_shares

_LEAD = re.compile(
    rf"(?P<by>of|among|amongst|within|out of|for) (?P<what>[^{QUANTITY}{WHEN},.;:()]{{3,70}}?)"
    rf"(?:,| (?=[{COUNT}{MONEY}]))"
)
_OWN = re.compile(rf" of (?P<what>[^{QUANTITY}{WHEN},.;:()]{{3,70}})(?=[,.;:)]|$)")
# "771 of the admissions (68%)".
_PART = re.compile(
    rf" (?:out )?of (?:the|those|our|these) (?P<what>[^{QUANTITY}{WHEN},.;:()]{{3,50}}) \("
)
# Said between a count and what it is of: "4,050, or 51%, were", "4,050 (51%) were".
_ASIDE = re.compile(rf" ?\([^()]*\)|, or [{PERCENT}],?")
_BREAK = re.compile(rf"[{QUANTITY}.;:,()]")
_WORD = re.compile(r"[a-z][a-z'-]+")
_LIGHT = frozenset(
    stem(word)
    for word in _WORD.findall(
        "the of these those all our its their who which that were was are is had have has been in "
        "at on for to by with and or an it them as from some such total year years this we"
    )
)
# Who answered is everybody counted.
_ANSWERED = re.compile(
    r" who (?:took part|answered|replied|responded|gave (?:an answer|a reply|a view))$"
)
# Any of these may be left out where it is told what they are: "4,050 were owed a relief duty".
_ANYBODY = frozenset(
    stem(word)
    for word in _WORD.findall(
        "people children households families cases adults residents patients pupils applicants "
        "tenants women men young individuals"
    )
)
# So many times the right share, or so little of it, and other things of that name are meant.
_FAR = 4
# The whole is told so many sentences before at most; another is then in mind.
_BACK = 14
_UNLIKE = re.compile(
    r"\b(?:not|no|never|without|other|others|rest|remaining|further|more|fewer|new|first|last|"
    r"it|we|they|he|she)\b"
)


@dataclass(frozen=True, slots=True)
class Worded:
    """A share that is not of the whole which its words name.

    It is ``sure`` where it is of a greater number told before: of what the whole itself is part of.
    """

    sentence: Sentence
    told: Told
    whole: Quantity
    sure: bool = False


def wrongly_worded(reading: Reading) -> Iterator[Worded]:
    """Every share of a whole named in words that one number before was told with."""
    sentences = reading.sentences
    for at, sentence in enumerate(sentences):
        if not any(each.measure is Measure.PERCENT for each in sentence.quantities):
            continue
        skeleton = skeleton_of(sentence.text)
        before = [each for each in sentences[max(0, at - _BACK) : at] if each.file == sentence.file]
        for told, whats in _worded(skeleton):
            whole = next(
                (found for what, by in whats if (found := _named(what, told, before, by))), None
            )
            if whole is None or told.is_of(whole.interval):
                continue
            right = told.count.value / whole.value * 100
            if _is_of_its_deed(told, whats, before):
                continue
            if right <= told.share.value * _FAR and told.share.value <= right * _FAR:
                yield Worded(sentence, told, whole, _is_of_a_greater(told, whole, before))


_SO_DONE = re.compile(r"\b[a-z]+ (?:of|off|out|up|in)$|\b[a-z]+ed$")


def _is_of_its_deed(
    told: Told, whats: Sequence[tuple[str, bool]], before: Sequence[Sentence]
) -> bool:
    """Whether a share is of a number told with the deed that its words name.

    "14,386 came and it disposed of 15,204. Of the cases disposed of, ..."
    """
    deeds = [found.group() for what, _ in whats if (found := _SO_DONE.search(what.strip()))]
    return any(
        told.is_of(each.interval) and sentence.text[: each.start].rstrip().lower().endswith(deed)
        for deed in deeds
        for sentence in before
        for each in sentence.quantities
    )


def _is_of_a_greater(told: Told, whole: Quantity, before: Sequence[Sentence]) -> bool:
    """Whether a share is of a number greater than its whole, which is told without a time."""
    greater = [
        each
        for sentence in before
        for each in sentence.quantities
        if each.measure is whole.measure and each.value > whole.value
    ]
    dated = any(
        re.search(f"[{WHEN}]", _BREAK.split(skeleton.text[at + 1 :])[0])
        for sentence in before
        for skeleton in (skeleton_of(sentence.text),)
        for each, at in zip(skeleton.quantities, skeleton.at, strict=True)
        if each.value == whole.value
    )
    return not dated and any(told.is_of(each.interval) for each in greater)


def _worded(skeleton: Skeleton) -> Iterator[tuple[Told, list[tuple[str, bool]]]]:
    """Shares with the words for their wholes: their own, or those that the sentence begins with."""
    lead = _LEAD.match(skeleton.text)
    for place, told in enumerate(told_shares(skeleton)):
        if told.whole is not None or told.share.measure is not Measure.PERCENT:
            continue
        own = _OWN.match(skeleton.text, skeleton.at[told.percent] + 1)
        part = _PART.match(skeleton.text, skeleton.at[told.part] + 1)
        whats = [(each["what"], False) for each in (own, part) if each]
        if lead and not place:
            whats.append((lead["what"], lead["by"] == "within"))
        if whats:
            yield told, whats


def _named(what: str, told: Told, before: Sequence[Sentence], loosely: bool) -> Quantity | None:
    """The only number told with all of the words, larger than the part.

    One word alone must be what the number counts, but ``loosely``: "within family".
    """
    words = _words(_ANSWERED.sub("", what))
    fewer = words - _ANYBODY
    if not words or _UNLIKE.search(what):
        return None
    if (not fewer or _IN_A_STATE.match(what)) and _of_some_number(told, before):
        return None
    found: dict[int, list[Quantity]] = {}
    for sentence in before:
        skeleton = skeleton_of(sentence.text)
        for place, each in enumerate(skeleton.quantities):
            at = skeleton.at[place]
            if each.measure is told.count.measure and at >= 0 and not _of_then(skeleton, at):
                after, around = _beside(skeleton, at)
                if len(words) == 1 and not loosely and not _is_head(words, skeleton, at):
                    continue
                if words <= after:
                    found.setdefault(3, []).append(each)
                elif words <= around:
                    found.setdefault(2, []).append(each)
                elif len(fewer) > 1 and fewer <= after:
                    found.setdefault(1, []).append(each)
    best = found[max(found)] if found else []
    if len({each.value for each in best}) != 1 or best[0].hedge is not Hedge.NONE:
        return None
    return best[0] if best[0].value > told.count.value else None


def _of_some_number(told: Told, before: Sequence[Sentence]) -> bool:
    """Whether a share "of the children", or "of those in post", is that of some number before.

    Such words may be said of several numbers, and that one is meant which the share fits.
    """
    return any(
        each.measure is told.count.measure
        and each.value > told.count.value
        and told.is_of(each.interval)
        for sentence in before
        for each in skeleton_of(sentence.text).quantities
    )


_IN_A_STATE = re.compile(r"(?:those|all|everyone|everybody) (?:in|on|at|with) [a-z]+$")
_HELD_AGAINST = re.compile(
    r"\b(?:than|against|from|compared (?:with|to)) (?:(?:the|our|its|some|about) )*$"
)


def _of_then(skeleton: Skeleton, at: int) -> bool:
    """Whether a number is another time's: "more than the 2,250 measured in the year before"."""
    after = _BREAK.split(skeleton.text[at + 1 : at + 140])[0]
    return bool(_HELD_AGAINST.search(skeleton.text[:at]) or re.search(f"[{EARLIER}{LAST}]", after))


def _beside(skeleton: Skeleton, at: int) -> tuple[set[str], set[str]]:
    """The words of a number's clause: those after it, and all of them."""
    after = _BREAK.split(_ASIDE.sub(" ", skeleton.text[at + 1 : at + 140]))[0]
    before = _BREAK.split(skeleton.text[:at])[-1]
    return _words(after), _words(f"{before} {after}")


# What is counted, and what was done to it: "340 new starters", "340 were seen".
_HEAD = re.compile(
    r"(?P<noun>(?: (?!(?:in|on|at|for|of|to|by|with|from|about|were|was|are|is|had|have|has|who|"
    r"that|which|and|or|during|over|under|as)\b)[a-z'-]+){0,4})"
    r"(?: (?:were|was|are|is|had been|have been)(?P<done>(?: [a-z]+ly)? [a-z]+ed\b)|"
    r"(?: [a-z'-]+){0,3}? (?:were|was|had been|have been)(?P<then> [a-z]+ed\b))?"
)
_SUBJECT = re.compile(
    r"^(?: (?:and|but|while))?(?P<noun>(?: ?[a-z'-]+){1,3}) (?:made up|accounted for|numbered|"
    r"totalled|came to|formed|were|was)(?: [a-z]+)? $"
)


def _is_head(word: set[str], skeleton: Skeleton, at: int) -> bool:
    """Whether one word alone says what a number counts: "340 letters", not "340 about letters"."""
    after = _HEAD.match(_ASIDE.sub(" ", skeleton.text[at + 1 : at + 140]).replace("  ", " "))
    said = " ".join(filter(None, after.groups())) if after else ""
    before = _SUBJECT.search(_BREAK.split(skeleton.text[:at])[-1])
    return word <= _words(said) or bool(before and word <= _words(before["noun"]))


def _words(text: str) -> set[str]:
    return {stem(word) for word in _WORD.findall(text)} - _LIGHT
