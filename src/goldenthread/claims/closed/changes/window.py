"""Which two numbers of a window a change is of, where no third of their sort stands beside them.

Every number of the sort is accounted for: it is a level, the size of a change, what a bracket
says again, or what was hoped for. Two levels left over belong together.
"""

import re
from collections.abc import Collection, Mapping
from itertools import combinations

from goldenthread.claims.assertions.pairing import of_two_times
from goldenthread.claims.changes.binding import alike
from goldenthread.claims.changes.blockers import WISHED
from goldenthread.claims.changes.change_cues import way_of
from goldenthread.claims.changes.pair_model import How
from goldenthread.claims.changes.pairs import linked
from goldenthread.claims.changes.stated import stated_in
from goldenthread.claims.language.assertion import Role, Stated
from goldenthread.claims.language.directions import CHANGE, COMPARED, NOUN, VERB
from goldenthread.claims.language.levels import UNITS, levels_of
from goldenthread.claims.language.model import Measure
from goldenthread.claims.language.skeleton import PERCENT, QUANTITY, TIME, WHEN, Skeleton
from goldenthread.claims.language.timing import first_day, order_of, when

RELATIVE = (Measure.PERCENT, Measure.TIMES)
_END = re.compile(r"(?<!\bi\.e)(?<!\be\.g)[.!?] ")
# "The rise – 190 – came in autumn", "this drop, of 18%, ...", "the growth rate is 33%".
_NAMED_BEFORE = re.compile(
    rf"\b(?:the|this|that|such an?|its|an?) (?:[a-z-]+ )?(?P<word>{CHANGE})(?: rate)?"
    r"(?: (?:is|was|being|therefore|thus|then|just|only|about|of)|,| –| \(|:){0,3} ?$"
)
# "£630 less than in 2021 (9.4%)", "the 17 posts, equivalent to 24.7%,".
_SAID_AGAIN = re.compile(
    rf"(?: ?(?!(?:and|but|while|whereas|with|of)\b)(?:[a-z'-]+|[{WHEN}])){{0,4}}?"
    rf"(?: ?\(|,? or |,? which is |,? that is,? |, i\.e\. | – "
    rf"|, (?:(?!(?:{CHANGE}|{VERB}|{COMPARED})\b)[a-z]+ to )?)(?:by |an? )?"
)
# In a bracket or out of it, nothing is told of the percentage itself: "17 posts, or 24% of them".
_SAID = re.compile(rf"[,.;:)]|$| –| (?:{CHANGE}|{COMPARED}|on|since)\b")


# "£0.4m under the £2.2m of 2020".
_OVER = re.compile(rf" (?P<word>under|over) the [{QUANTITY}]")


def _size(place: int, sign: int, word: str) -> Stated:
    return Stated(place=place, role=Role.CHANGE, sign=sign, word=word, strong=True)


def sizes_of(skeleton: Skeleton) -> dict[int, Stated]:
    """The sizes of change told in a window, by place, with those that a bracket says again."""
    found = {
        each.place: each
        for each in stated_in(skeleton, 0)
        if each.role is Role.CHANGE and each.strong
    }
    for place, at in enumerate(skeleton.at):
        over = _OVER.match(skeleton.text, at + 1) if at >= 0 and place not in found else None
        if over:
            sign = 1 if over["word"] == "over" else -1
            found[place] = _size(place, sign, over["word"])
    found |= _the_differences(skeleton, found)
    for place, at in enumerate(skeleton.at):
        if at < 0 or place in found:
            continue
        named = _NAMED_BEFORE.search(skeleton.text[:at])
        again = restated(skeleton, place, found)
        if named:
            found[place] = _size(place, way_of(named["word"]), named["word"])
        elif again is not None:
            first = found[again]
            found[place] = _size(place, first.sign, first.word)
    return found


def _the_differences(skeleton: Skeleton, sizes: Collection[int]) -> dict[int, Stated]:
    """Every "the 310 new ones" that is just what lies between two levels of two times before it."""
    found = {}
    levels = [n for n, at in enumerate(skeleton.at) if at >= 0 and n not in sizes]
    for place in levels:
        if not skeleton.text[: skeleton.at[place]].endswith("the "):
            continue
        for pair in combinations([each for each in levels if each < place], 2):
            ordered = in_order(skeleton, pair, 0) if makes(skeleton, place, pair) else None
            if ordered and ordered[2]:
                before, after = (skeleton.quantities[each].value for each in ordered[:2])
                sign = 1 if before < after else -1
                found[place] = _size(place, sign, "")
    return found


def restated(skeleton: Skeleton, place: int, sizes: Collection[int]) -> int | None:
    """The size that a percentage straight after it says again: "£630 (9.4%)"."""
    one = place - 1
    if one not in sizes or skeleton.quantities[place].measure is not Measure.PERCENT:
        return None
    if skeleton.quantities[one].measure in (*RELATIVE, Measure.POINTS) or skeleton.at[one] < 0:
        return None
    at = skeleton.at[place]
    again = _SAID_AGAIN.fullmatch(skeleton.text, skeleton.at[one] + 1, at)
    return one if again and (again[0].endswith("(") or _SAID.match(skeleton.text, at + 1)) else None


def sentence_of(text: str, at: int) -> tuple[int, int]:
    """Where the sentence around a place of a window begins and ends."""
    start = max((each.end() for each in _END.finditer(text, 0, at)), default=0)
    stop = _END.search(text, at)
    return start, stop.start() if stop else len(text)


_AROUND = 25


def _is_hoped(skeleton: Skeleton, place: int) -> bool:
    at = skeleton.at[place]
    before = re.split(rf"[,.;:(){QUANTITY}]", skeleton.text[max(0, at - _AROUND) : at])[-1]
    after = re.split(rf"[,.;:(){QUANTITY}]", skeleton.text[at + 1 : at + 1 + _AROUND])[0]
    return WISHED.search(f"{before} {after}") is not None


def levels_in(skeleton: Skeleton, unit: Measure, sizes: Collection[int]) -> list[int]:
    """The levels of one sort: its numbers that are no sizes and were not merely hoped for."""
    found = levels_of(skeleton, unit, frozenset(sizes))
    found = [each for each in found if not _is_hoped(skeleton, each)]
    of_it = any(skeleton.quantities[each].measure is unit for each in found)
    return found if of_it else []


def thirds(skeleton: Skeleton, sizes: Mapping[int, Stated], pair: tuple[int, int]) -> list[int]:
    """The other levels of the sort."""
    unit = skeleton.quantities[pair[0]].measure
    return [each for each in levels_in(skeleton, unit, sizes) if each not in pair]


def units_for(measure: Measure) -> tuple[Measure, ...]:
    """The sorts of number that a size of this sort may be the change of."""
    if measure in RELATIVE:
        return UNITS
    return (Measure.PERCENT, Measure.COUNT) if measure is Measure.POINTS else (measure,)


def the_two(skeleton: Skeleton, sizes: Mapping[int, Stated], place: int) -> tuple[int, int] | None:
    """The only two levels of the window a size may be of.

    A bracket that says a size again is of the two that make the size; of three levels one may be
    named as the base. Two sorts with two levels each leave it open which is meant.
    """
    found = []
    for unit in units_for(skeleton.quantities[place].measure):
        levels = levels_in(skeleton, unit, sizes)
        first = restated(skeleton, place, sizes)
        if first is not None:
            pairs = [each for each in combinations(levels, 2) if makes(skeleton, first, each)]
            found += pairs if len(pairs) == 1 else []
        elif len(levels) > 2:
            pair = named_base(skeleton, sizes, place, levels) or of_its_sentence(
                skeleton, sizes, place, levels
            )
            found += [pair] if pair else []
        elif len(levels) == 2 and _of_one_thing(skeleton, sizes, (levels[0], levels[1])):
            found.append((levels[0], levels[1]))
    return found[0] if len(found) == 1 else None


def of_its_sentence(
    skeleton: Skeleton, sizes: Collection[int], place: int, levels: list[int]
) -> tuple[int, int] | None:
    """The only two levels of a size's own sentence, where it has no other size; or its base.

    "257 were seen, 59 fewer than the 198 of last year": the base and what makes the size with it.
    """
    start, stop = sentence_of(skeleton.text, skeleton.at[place])
    base = base_told(skeleton, place, levels)
    if base is not None:
        made = [
            each
            for each in levels
            if each != base and each < place and makes(skeleton, place, (each, base))
        ]
        made = made or _last_told(skeleton, place, [each for each in levels if each < place])
        return (made[0], base) if len(made) == 1 else None
    inside = [each for each in levels if start <= skeleton.at[each] < stop]
    rivals = [
        each
        for each in sizes
        if start <= skeleton.at[each] < stop
        and each != place
        and restated(skeleton, each, sizes) != place
    ]
    if len(inside) != 2 or rivals or not _of_one_thing(skeleton, sizes, (inside[0], inside[1])):
        return None
    ordered = in_order(skeleton, (inside[0], inside[1]), 0)
    return (inside[0], inside[1]) if ordered and ordered[2] else None


def _last_told(skeleton: Skeleton, place: int, levels: list[int]) -> list[int]:
    """The levels told before a size, in its own sentence or else in the one before."""
    start = sentence_of(skeleton.text, skeleton.at[place])[0]
    if not any(skeleton.at[each] >= start for each in levels) and start:
        start = sentence_of(skeleton.text, start - 2)[0]
    return [each for each in levels if skeleton.at[each] >= start]


_TO_ITS_BASE = re.compile(
    rf"(?: \([{PERCENT}]\)|\))?(?: (?:{NOUN}|{COMPARED})| [a-z-]+){{0,2}} (?:than|since|from|on|"
    rf"over|under|above|below|against|compared with|compared to)"
    rf"(?: (?!(?:in|and|but|or|with)\b)[a-z'-]+| in (?=[{WHEN}])| ?[{WHEN}](?:'s)?){{0,4}} ?"
    # "Than in 2008, when counting began (410)", "than in 2019 (410)".
    r"(?:,? (?:when|which was)(?: [a-z'-]+){1,4} ?)?\(?"
)


def base_told(skeleton: Skeleton, place: int, levels: Collection[int]) -> int | None:
    """The level that a size is told on: "390 more than the 1,950"."""
    for each in levels:
        at = skeleton.at[place]
        if at < skeleton.at[each] and _TO_ITS_BASE.fullmatch(
            skeleton.text, at + 1, skeleton.at[each]
        ):
            return each
    return None


def makes(skeleton: Skeleton, place: int, pair: tuple[int, int]) -> bool:
    """Whether a size told as a number is the difference of two levels."""
    one, other = (skeleton.quantities[each] for each in pair)
    size = skeleton.quantities[place]
    return size.measure is one.measure and any(
        each.meets(size.interval)
        for each in (one.interval - other.interval, other.interval - one.interval)
    )


_ON = re.compile(
    r"\b(?:compared (?:with|to)|against|relative to|on|since|over|than|from)"
    rf"(?: (?:in|the|that of))? (?P<when>[{TIME}])"
)


def named_base(
    skeleton: Skeleton, sizes: Collection[int], place: int, levels: list[int]
) -> tuple[int, int] | None:
    """Of three levels and more the one that a size is told on, and the last: "against 2021"."""
    start, stop = sentence_of(skeleton.text, skeleton.at[place])
    named = list(_ON.finditer(skeleton.text, start, stop))
    days = {
        each: first_day(skeleton, when(skeleton, each) or " ")
        for each in levels
        if when(skeleton, each)
    }
    if len(named) != 1 or len(days) < len(levels) or None in days.values():
        return None
    told = first_day(skeleton, named[0]["when"])
    bases = [each for each, day in days.items() if day == told]
    last = max(day for day in days.values() if day)
    latest = [each for each, day in days.items() if day == last]
    if len(bases) != 1 or len(latest) != 1 or bases == latest:
        return None
    pair = bases[0], latest[0]
    return pair if _of_one_thing(skeleton, sizes, pair) else None


def _of_one_thing(skeleton: Skeleton, sizes: Collection[int], pair: tuple[int, int]) -> bool:
    """Whether two levels count one thing: their nouns say so, or a size that just they make."""
    first, last = sorted(pair)
    one, other = (skeleton.quantities[each] for each in (first, last))
    if one.value == other.value or min(one.value, other.value) <= 0:
        return False
    proved = any(makes(skeleton, each, pair) for each in sizes)
    return (proved or alike(one, other)) and of_two_times(skeleton, first, last)


# What sets one number against another of another time.
_OVER_TIME = re.compile(
    rf"[{WHEN}]|\b(?:before|after|previous\w*|ago|earlier|then|once|now|used to|had been|having|"
    r"first|second|last|spring|summer|autumn|winter|start|end|beg[aiu]n\w*|it (?:was|is)|"
    r"compare\w*|against|from|years?|months?|quarters?|weeks?|days?)\b"
)


_TO_THAT = re.compile(r" to (?:just |only )?")


def in_order(skeleton: Skeleton, pair: tuple[int, int], sign: int) -> tuple[int, int, bool] | None:
    """The earlier and the later of two levels, and whether the words say which is which.

    Where no words do, the way told does: what rose was less before. None where nothing says that
    the two are of two times at all.
    """
    first, last = sorted(pair)
    order = order_of(skeleton, first, last)
    link = next(iter(linked(skeleton, [first, last])), None)
    if link is not None and (link.places or (order and (link.before == first) != (order > 0))):
        return None
    if order:
        return (first, last, True) if order > 0 else (last, first, True)
    if _TO_THAT.fullmatch(skeleton.text, skeleton.at[first] + 1, skeleton.at[last]):
        return first, last, True
    dated = when(skeleton, first) or when(skeleton, last)
    if link is not None and (dated or link.how is not How.COMPARED):
        return link.before, link.after, not link.either
    start = sentence_of(skeleton.text, skeleton.at[first])[0]
    stop = sentence_of(skeleton.text, skeleton.at[last])[1]
    if not sign or not _OVER_TIME.search(skeleton.text, start, stop):
        return None
    rises = skeleton.quantities[first].value < skeleton.quantities[last].value
    before, after = (first, last) if rises == (sign > 0) else (last, first)
    return before, after, False
