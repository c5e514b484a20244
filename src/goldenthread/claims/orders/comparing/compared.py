"""Two values of which the words say that one is higher, and where the words bind them so.

"Elm (14%) had a higher rate than Oak (11%)", "62% in Elm, which is higher than others at 58%",
"more likely in Elm than in Oak (14% against 11%)", "girls more than boys: 56% of girls, 51% of
boys".
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from goldenthread.claims.language.model import Measure
from goldenthread.claims.language.skeleton import EARLIER, LAST, QUANTITY, TIME, Skeleton
from goldenthread.claims.orders.comparing.ends_against import ends_against
from goldenthread.claims.orders.comparing.told_after import (
    held_against_in_brackets,
    told_after,
)
from goldenthread.claims.orders.comparing.words import Word, words_in

_VALUES = (Measure.PERCENT, Measure.RATE, Measure.MONEY, Measure.COUNT, Measure.DURATION)
_LENGTHS = ("longer", "shorter", "above", "below", "higher", "lower", "exceeds", "exceeded")
_LIGHT = (
    r"(?:which|this|that|it|they|is|was|are|were|being|also|still|much|slightly|significantly|"
    r"statistically|well|far|considerably|a|an|the|little|bit|just|substantially|markedly|marginally|"
    r"remains?|remained|notably|and|therefore|only|somewhat|even|consistently|both|all|very|"
    r"figure|rate|level|proportion|percentage|number|again|quite|lot|has|have|had|been)"
)
# What leads from a value to the word: "62% in Elm, which is (higher)", "(62%) were (more)".
_LEADS = re.compile(rf"(?:.*(?:,|–|\(|;|\band\b))?(?: ?{_LIGHT})* ?$")
_BRACKET_CLOSED = re.compile(r"[^()]{0,30}\)(?P<verb>[^,;:()–]{0,60})$")
_NEW_SUBJECT = re.compile(r"\b(?:and|there|it|they|he|she|we|this|these|those|that|who|which)\b")
_BREAK = re.compile(
    r";|[.?!] |:|\b(?:while|whilst|whereas|although|though|but|however|despite|with|so|because|"
    r"since|when|where|than|against|compared|from|versus|of which|of whom|if)\b"
)
_AFTER_BREAK = re.compile(
    r";|[.?!] |:|\b(?:and|while|whilst|whereas|although|though|but|however|with|because|since|"
    r"by|or|up|down|any|every|each|other|others?'|more|less|fewer|higher|lower|half)\b"
)
_CLAUSE = re.compile(
    r"[;:–()]|[.?!] |\b(?:while|whilst|whereas|although|though|but|however|and|that|with)\b"
)
_THIS = re.compile(
    r"(?:this|that|it|which|the (?:rate|figure|proportion|percentage|average|level)) "
    rf"(?:(?:is|was|remains?|remained|stays|still|also|exceeds?)\b(?: {_LIGHT})* )?"
)
_IN_BRACKETS = re.compile(r"\([^()]*$")
_DATED = re.compile(f"[{TIME}{EARLIER}{LAST}]")
_FULL_STOP = re.compile(r"[.?!] ")
_AND_THAT = re.compile(
    rf"[^()]{{0,40}}\)(?:,? and|,? or|,)(?! (?:but|while|with|was|were|is|are|has|had|which)\b)"
    rf"(?:(?!\b(?:was|were|is|are|has|had|have|but|while|higher|lower|more|less|fewer)\b)"
    rf"[^{QUANTITY};:.(),]){{1,70}}\((?P<other>[{QUANTITY}])"
)
_ANOTHER = re.compile(r"\b(?:and|or|there|than)\b|[–()]|,.*,.*,")
_FRONTED = re.compile(r"(?:^|[.;:] |, |– )(?:at|with)(?: (?:just|only))? $")
_OF_ANOTHER_SORT = re.compile(rf"\((?:[{QUANTITY}],? )+$")
_CALLED = re.compile(r"\($|\b(?:at|was|were|is|are|numbered|totalled|reached) $")
_BASE_BEFORE = re.compile(
    r"\b(?:than|above|below|exceed\w*|compared (?:with|to)|against|target of|average of)\b"
    rf"[^;:.{QUANTITY}]*$"
)


@dataclass(frozen=True, slots=True)
class Compared:
    """Of the quantities at two places the word says which is higher: ``one`` is, or is lower."""

    word: Word
    one: int
    other: int


def compared_in(skeleton: Skeleton) -> Iterator[Compared]:
    """Every two values of a sentence that its words hold against each other."""
    text = skeleton.text
    last: Compared | None = None
    for word in words_in(text):
        inner = _places(skeleton, word.end, word.than)
        sorts = {skeleton.quantities[each].measure for each in inner}
        if len(sorts) < len(inner):
            continue
        if len(inner) > 1:
            inner = [each for each in inner if _is_meant(skeleton, word, each)]
        left = inner or _before(skeleton, word, last)
        for one in left:
            for each in _against(skeleton, word, one):
                last = each
                yield each
        if not left:
            begins = [each.end() for each in _CLAUSE.finditer(text, 0, word.start)]
            for one, other in told_after(skeleton, word, begins[-1] if begins else 0):
                yield Compared(word, one, other)
    for word, one, other in (*held_against_in_brackets(skeleton), *ends_against(skeleton)):
        yield Compared(word, one, other)


def compared_with_last(together: Skeleton, since: int) -> Iterator[Compared]:
    """The last value of the sentence before, where "this is above the target of 26 weeks" is told.

    ``since`` is where the second of the two sentences begins.
    """
    text = together.text
    if _DATED.search(text, since):
        return  # "this is below last year's and above others'": of which time, nobody can tell
    for word in words_in(text):
        if word.start < since or not _THIS.fullmatch(text, since, word.start):
            continue
        one = _last_told(together, since)
        if one is not None:
            yield from _against(together, word, one)


def _last_told(together: Skeleton, since: int) -> int | None:
    """The only value of the sentence before, or that which a change ends at."""
    before = [each for each in _places(together, 0, since) if together.at[each] >= 0]
    starts = [each.end() for each in _FULL_STOP.finditer(together.text, 0, since - 1)]
    first = starts[-1] if starts else 0
    before = [each for each in before if together.at[each] >= first]
    sorts = [each for each in before if together.quantities[each].measure is not Measure.COUNT]
    if len(sorts) == 1:
        return sorts[0]
    if len(sorts) == 2:
        between = together.text[together.at[sorts[0]] : together.at[sorts[1]]]
        lead = together.text[first : together.at[sorts[0]]]
        if re.search(r"\bfrom $", lead) and re.search(r" to $", between):
            return sorts[1]
    return None


def _places(skeleton: Skeleton, start: int, stop: int) -> list[int]:
    return [
        place
        for place, each in enumerate(skeleton.quantities)
        if start <= skeleton.at[place] < stop and each.measure in _VALUES
    ]


def _before(skeleton: Skeleton, word: Word, last: Compared | None) -> list[int]:
    """The value that leads to the word; after "higher than X and" the one that was higher."""
    text = skeleton.text
    before = [
        place
        for place, each in enumerate(skeleton.quantities)
        if 0 <= skeleton.at[place] < word.start
    ]
    if not before:
        return []
    one = max(before, key=lambda each: skeleton.at[each])
    at = skeleton.at[one]
    if skeleton.quantities[one].measure not in _VALUES:
        return []
    gap = text[at + 1 : word.start]
    if len(gap) > 140 or _BREAK.search(gap):
        return []
    if not re.search(r"[,–()]|\b(?:is|was|are|were|and)\b", gap):
        return []
    leads = _LEADS.fullmatch(gap)
    if leads and _IN_BRACKETS.search(gap):
        return [one]
    if gap.startswith(",") and _FRONTED.search(text[:at]) and not _ANOTHER.search(gap):
        return [one]
    if last is not None and one == last.other:
        return [last.one] if leads else []
    if _BASE_BEFORE.search(text[max(0, at - 90) : at]):
        return []
    closed = _BRACKET_CLOSED.fullmatch(gap)
    if closed and not _NEW_SUBJECT.search(closed["verb"]):
        return [one]
    return [one] if leads else []


def _against(skeleton: Skeleton, word: Word, one: int) -> Iterator[Compared]:
    """The value told next after what it is held against, of the same sort."""
    text, mine = skeleton.text, skeleton.quantities[one]
    for place, each in enumerate(skeleton.quantities):
        at = skeleton.at[place]
        if at < word.than or each.measure is not mine.measure or mine.per != each.per:
            continue
        gap = text[word.than : at]
        gap = _OF_ANOTHER_SORT.sub("(", gap).replace("england and wales", "england")
        if len(gap) > 100 or _AFTER_BREAK.search(gap) or re.search(f"[{QUANTITY}]", gap):
            return
        if each.measure is Measure.DURATION and ("-" in each.text or word.text not in _LENGTHS):
            return
        if each.measure is Measure.COUNT and not (
            _called(text, at) and _called(text, skeleton.at[one])
        ):
            return
        if re.search(r"\brespectively\b", text[at : at + 120]) or _is_one_of_two(text, gap, at):
            return
        yield Compared(word, one, place)
        for more in _also(skeleton, place):
            yield Compared(word, one, more)
        return


def _is_one_of_two(text: str, gap: str, at: int) -> bool:
    """Whether brackets hold it with another: "higher than in Elm (men 14%, women 12%)"."""
    told = re.match(rf"[^()]*[{QUANTITY}]", text[at + 1 :])
    return told is not None and _IN_BRACKETS.search(gap) is not None


def _also(skeleton: Skeleton, first: int) -> Iterator[int]:
    """The further values of "higher than in Elm (14%), Oak (12%) and the whole county (13%)"."""
    text, sort = skeleton.text, skeleton.quantities[first].measure
    at = skeleton.at[first]
    while text[at - 1] == "(" and (match := _AND_THAT.match(text, at + 1)):
        place = skeleton.number(match["other"])
        if skeleton.quantities[place].measure is not sort:
            return
        yield place
        at = match.start("other")


def _is_meant(skeleton: Skeleton, word: Word, place: int) -> bool:
    """Whether it is what is said to be more, of "a higher number of men (15%, 259)"."""
    words = skeleton.text[word.start : skeleton.at[place]]
    counted = re.search(r"\b(?:numbers?|more|fewer)\b(?! likely)", words)
    shared = re.search(r"\b(?:percentage|proportion|share|rates?|likely|common)\b", words)
    if skeleton.quantities[place].measure is Measure.COUNT:
        return counted is not None
    return shared is not None or counted is None


def _called(text: str, at: int) -> bool:
    """Whether a count stands as the value of what is told, and not with a noun of its own."""
    return bool(_CALLED.search(_OF_ANOTHER_SORT.sub("(", text[max(0, at - 24) : at])))
