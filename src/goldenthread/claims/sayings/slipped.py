"""One number told twice with a slip in its digits, however differently the two are worded.

That two numbers of one thing differ in one digit, or by two that changed places, is hardly chance:
so the words beside them need agree only so far that nothing says they are two things.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from goldenthread.claims.language.model import Hedge, Measure, Quantity, Sentence
from goldenthread.claims.language.slip import Slip, slip_of
from goldenthread.claims.language.times import times_in
from goldenthread.claims.sayings.context import is_general, may_be_one_part, proper_names
from goldenthread.claims.sayings.near import near_pairs
from goldenthread.claims.sayings.patterns import OURS
from goldenthread.claims.sayings.pieces import given
from goldenthread.claims.sayings.setting import may_be_of_two
from goldenthread.claims.sayings.words import AGENT_STEMS, GENERIC_STEMS, content, stem

_UNITS = (Measure.COUNT, Measure.MONEY, Measure.PERCENT, Measure.RATE)
_STARTS = (
    r"of which|and|but|so|with|more|fewer|none|nobody|most|all|half|many|some|which|who|each|up"
    r"|down|a|an|because|since|as"
)
_BEFORE = re.compile(rf"[;:]\s|(?<!\b[A-Z])\.\s|\n|,\s(?=(?:{_STARTS})\b)")
_AFTER = re.compile(
    rf"[;:]\s|(?<!\b[A-Z])\.\s|\n|\s[–—]\s|,\s(?=(?:{_STARTS}|where|every|both|the\s[a-z]+est|thanks|compared"
    r"|although|though|while|whereas|despite|[a-z]+ing|[a-z]+ed)\b)"
)
# "Loans made: 176", "Vacancies – 287 posts": the label belongs to its number.
_LABELLED = re.compile(r"(?::|\s[–—-])\s[£$€]?\s*$")
_SAYS = re.compile(r"\b(?:is|are|was|were|has|have|had|we|it)\b")
# "Despite two vacancies, ...": what leads a clause in and says nothing of its number.
_LED_IN = re.compile(
    r"(?:^|[.;:]\s)(?:Despite|Although|Though|While|Whilst|After|With|Thanks|Because|Given|As|Since"
    r"|Even|Having|Once|When|Alongside|Besides|Beyond)\s[^,;:]*,\s"
)
_OF = re.compile(r"\s+of\s+(?!(?:the|our|all|these|those|whom|which|them|[A-Z]\.)\s?\b)[a-z]+")
# "At 14 of our 88 beaches": the noun stands with the whole.
_OF_SO_MANY = re.compile(r"\s+(?:out\s+)?of\s+(?:the|our|all|its)?\s?\d[\d,]*\s+(?P<noun>[a-z]+)")
# With these two numbers of one thing may differ, unless both are told with them.
_OTHERWISE = re.compile(
    r"\b(?:provisional\w*|revised|final|draft|estimat\w*|target\w*|expect\w*|forecast\w*|plan(?:ned)?"
    r"|budget\w*|after|before|net|gross|besides|further|another|other|own|average|national\w*"
    r"|england|(?:about|some)(?= \d)|previous\w*|last|corrected|not|excluding|including|of whom"
    r"|of which)\b",
    re.I,
)
# "In three boroughs", "across 14 sites": how widely, and not which.
_HOW_WIDE = re.compile(
    r"\b(?:in|across|at|over|on|from)\s(?:all\s)?(?:its|our|their|the)?\s?(?:\d+|two|three|four|five"
    r"|six|seven|eight|nine|ten|eleven|twelve)\s(?!of\b)[a-z]+"
)
# "Calls from schools", "volunteers in the north": which of them.
_NARROWS = re.compile(
    r"\b(?:from|among|amongst|by|aged|under|via|without|outside|within|for|in|at|through|as)\s"
    r"(?:the\s|an?\s|our\s|its\s)?((?!the\b|all\b)[a-z-]+)"
)
# "In engineering girls made up ...": of whom or where, before what is told.
_LED = re.compile(r"\W*(?:In|Among|Amongst|At|For|Within)\s(?:the\s|our\s|its\s)?([a-z][a-z-]+)")
_LEADS = content(
    "short conclusion summary addition particular fact end start close beginning response practice "
    "general turn brief light contrast time month quarter week day sum first second third fourth "
    "line autumn winter spring summer addition part detail"
)
_VERB = re.compile(r"\b(?:is|are|was|were|has|have|had|paid|made|held|[a-z]{3,}ed)\b")
_DEED = re.compile(r"\b[a-z]+ed\b")
_WE = re.compile(r"\bwe\b", re.I)
_LOOKED_AFTER = re.compile(r"\blook(?:s|ed|ing)? after\b")
_FEWEST = 3  # words that say what is counted where no time is told
_LEAST_SHARED = 2
_PLAIN = 5  # words, by which a sentence says by itself of what it tells
_SHORT = 2  # digits that may change places by chance


@dataclass(frozen=True, slots=True)
class Telling:
    """A number with its clause: what is counted, the words around, before it and after it.

    ``wide`` tells how widely, ``narrows`` which of them, ``deeds`` what was done; ``ours`` says
    that we did it: "we built 214 homes". ``led`` is what leads it in. ``apart`` are words with
    which another number may be as true, ``beside`` those of its whole sentence; ``names`` what has
    a name.
    """

    sentence: Sentence
    quantity: Quantity
    noun: frozenset[str]
    words: frozenset[str]
    lead: frozenset[str]
    tail: frozenset[str]
    wide: frozenset[str]
    narrows: frozenset[str]
    deeds: frozenset[str]
    ours: bool
    apart: frozenset[str]
    beside: frozenset[str]
    names: frozenset[str]
    timed: bool
    led: frozenset[str]

    @property
    def around(self) -> frozenset[str]:
        """The words of its sentence and its heading."""
        return content(f"{self.sentence.text} {self.sentence.passage.section}")


def slipped(sentences: Sequence[Sentence]) -> Iterator[tuple[Telling, Telling]]:
    """Each two tellings of one thing and time whose numbers differ by a slip."""
    groups: dict[object, list[Telling]] = defaultdict(list)
    for sentence in sentences:
        for when, telling in _tellings(sentence):
            digits = len(re.sub(r"\D", "", telling.quantity.text))
            unit = telling.quantity.measure, telling.quantity.decimals, telling.quantity.per
            groups[sentence.file, when, digits, unit].append(telling)
    for found in groups.values():
        for one, other in near_pairs(found):
            if one.sentence is not other.sentence and _same(one, other):
                yield one, other


def _tellings(sentence: Sentence) -> Iterator[tuple[tuple[date, date] | None, Telling]]:
    bare = _without(sentence.text, [(each.start, each.end) for each in sentence.times])
    bare = _LOOKED_AFTER.sub(lambda match: " " * len(match.group()), bare)
    for each in map(given, sentence.quantities):
        digits = re.sub(r"\D", "", each.text)
        if each.measure not in _UNITS or each.hedge is not Hedge.NONE or len(set(digits)) < 2:
            continue
        label = _LABELLED.search(bare, 0, each.start)
        until = label.start() if label and not _SAYS.search(bare, 0, each.start) else each.start
        starts = [match.end() for match in _BEFORE.finditer(bare, 0, until)]
        starts += [match.end() for match in _LED_IN.finditer(bare, 0, until)]
        stop = _AFTER.search(bare, each.end)
        start, end = max(starts, default=0), stop.start() if stop else len(bare)
        whens = _whens(sentence, start, end)
        if len(whens) > 1:
            continue
        whole = _OF_SO_MANY.match(bare, each.end)
        noun = content(each.noun or (whole["noun"] if whole else ""))
        share = each.measure is Measure.PERCENT
        if not (share or whole) and _OF.match(bare[each.end :].removeprefix(f" {each.noun}")):
            continue  # "3.6 million tonnes of grain"
        clause = OURS.sub("we", _without(bare, [(each.start, each.end)])[start:end])
        words = content(clause) | noun
        lead = bare[start : each.start]
        if noun or share or each.measure is Measure.MONEY or len(words) >= _LEAST_SHARED:
            yield (
                next(iter(whens), None),
                Telling(
                    sentence=sentence,
                    quantity=each,
                    noun=noun,
                    words=words,
                    lead=content(lead),
                    tail=content(bare[each.end : end]),
                    wide=content(" ".join(_HOW_WIDE.findall(clause))),
                    narrows=_narrows(bare[each.end : end]),
                    deeds=frozenset(map(stem, _DEED.findall(bare[start:end]))),
                    ours=bool(_WE.search(lead)),
                    apart=_apart(bare[:end]),
                    beside=_apart(bare),
                    names=proper_names(bare[start:end]),
                    timed=bool(whens),
                    led=_led(bare[start : each.start]),
                ),
            )


def _whens(sentence: Sentence, start: int, end: int) -> set[tuple[date, date]]:
    """The times of a clause: its own, its sentence's, or the one its heading names."""
    own = [each for each in sentence.times if start <= each.start < end]
    times = own or sentence.times
    if not all(each.year_given for each in times):
        return {(date.min, date.min), (date.max, date.max)}  # "in May": none can tell of which year
    found = {(each.first, each.last) for each in times}
    if not found:
        heading = times_in(sentence.passage.section)
        found = {(each.first, each.last) for each in heading if each.year_given}
    return found


def _apart(text: str) -> frozenset[str]:
    return frozenset(word.lower() for word in _OTHERWISE.findall(text))


def _led(before: str) -> frozenset[str]:
    """The stems of what leads a clause in and says of whom or where: "In engineering"."""
    found = _LED.match(before)
    return content(found[1]) - _LEADS if found else frozenset()


def _narrows(after: str) -> frozenset[str]:
    """The stems by which what is counted is narrowed, before anything is done: "from schools"."""
    verb = _VERB.search(after)
    return content(" ".join(_NARROWS.findall(after[: verb.start()] if verb else after)))


def _without(text: str, spans: Sequence[tuple[int, int]]) -> str:
    for start, end in spans:
        text = text[:start] + " " * (end - start) + text[end:]
    return text


def _slip(one: str, other: str) -> Slip | None:
    """How two numbers differ by a slip: two digits changed about, or one that rounds nothing."""
    first, second = re.sub(r"\D", "", one), re.sub(r"\D", "", other)
    apart = slip_of(first, second)
    rounded = first.endswith("00") or second.endswith("00") or (first[-1] + second[-1]) == "00"
    return None if apart is Slip.CHANGED and rounded else apart


def _same(one: Telling, other: Telling) -> bool:
    """Whether nothing tells that two numbers that differ by a slip are of two things."""
    apart = _slip(one.quantity.text, other.quantity.text)
    if apart is None:
        return False
    turned = apart is Slip.SWAPPED
    long = _digits(one) > _SHORT
    plain = long and len(one.words & other.words) >= _PLAIN
    if not (turned and long) and may_be_of_two(one, other, alone=plain):
        return False
    values = {each.value for each in other.sentence.quantities}
    if one.quantity.value in values:
        return False
    if one.apart - other.beside or other.apart - one.beside:
        return False
    both = f"{one.sentence.text} {one.sentence.passage.section}", other.sentence.text
    if any(name not in text for name in one.names ^ other.names for text in both):
        return False
    if (one.led - other.around) or (other.led - one.around):
        return False
    if not _may_stand_apart(one, other, turned and long):
        return False
    if one.noun != other.noun and not (one.noun <= other.words and other.noun <= one.words):
        return False
    short, longer = sorted((one, other), key=lambda each: len(each.words))
    few = short.words - (short.wide - longer.words)
    many = longer.words
    if not few <= many or len(few) < (_LEAST_SHARED if one.timed else _FEWEST):
        return False
    more = many - few - AGENT_STEMS - longer.wide
    if short.ours and not longer.ours and more & longer.lead:
        return False  # "our partners built 241"
    otherwise_done = short.deeds and not short.deeds & longer.deeds
    if more & longer.narrows or (otherwise_done and more & longer.deeds):
        return False  # "621 calls from schools"; answered, and received
    if turned:
        return long or len(more) <= 1 or few == longer.tail
    return not more and (long or not few <= GENERIC_STEMS)


def _may_stand_apart(one: Telling, other: Telling, sure: bool) -> bool:
    """Whether the headings leave room for one thing; those of a ``sure`` slip where one is none."""
    first, second = (each.sentence.passage for each in (one, other))
    if second.section == first.text or may_be_one_part(first.section, second.section):
        return True
    return sure and any(not each or is_general(each) for each in (first.section, second.section))


def _digits(one: Telling) -> int:
    return sum(character.isdigit() for character in one.quantity.text)
