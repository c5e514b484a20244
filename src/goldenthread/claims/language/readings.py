"""Changes that no reading of the numbers beside them can make true, whatever the phrasing.

The first pass asks which two numbers the words tie a change to. This one, for what is left, asks
the other way round: if any two like numbers of the utterance bear the change out it is silent, and
only where none does, and nothing else can be meant, is the change wrong.
"""

import re
from collections.abc import Iterator
from itertools import combinations

from goldenthread.claims.language.binding import PART_OF, alike
from goldenthread.claims.language.changes import Judged, wrong_how
from goldenthread.claims.language.clauses import clause_at, new_words
from goldenthread.claims.language.directions import LOOSE, NOUN
from goldenthread.claims.language.fitting import fits
from goldenthread.claims.language.model import Measure, Quantity
from goldenthread.claims.language.pairs import How, Pair, how_many_times, linked
from goldenthread.claims.language.share_patterns import VERBED
from goldenthread.claims.language.sizes import Size, changes_named, sizes_in
from goldenthread.claims.language.skeleton import (
    EARLIER,
    LAST,
    LATER,
    TIME,
    WHEN,
    Skeleton,
)
from goldenthread.claims.language.timing import order_of, when

_SHARES = (Measure.PERCENT, Measure.TIMES, Measure.POINTS)
_MOST_LEVELS = 4
# Two numbers of one thing seldom lie farther apart than this from one time to another.
_FAR = 4
# What makes a change likely to be of something without a number here, or of another sort.
_OTHERWISE = re.compile(
    r"\b(?:expect\w*|forecast\w*|plan|planned|target\w*|averag\w*|national\w*|england|english|"
    r"region\w*|per|each|every|annually|yearly|population|real terms|inflation|cumulative\w*|"
    r"capacity|budget|respectively|excluding|allowing|adjusted|projected|estimated|"
    r"any|of which|of whom|would|could|should|may|might|will|aim\w*|mainly|"
    rf"ranging|between(?! [{TIME}])|neighbour\w*|elsewhere|others|similar|part of|largest|"
    r"most of|rank\w*|"
    r"since then|from there|alone|among|partly|driven|because|due to)\b"
)
_TWO_TIMES = re.compile(
    rf"[{EARLIER}{LAST}]|[{TIME}].*[{TIME}]|[{TIME}]\)|\b(?:compared|against|versus|than|previously|"
    r"formerly|ago|since|from [^.;]* to|had been)\b"
)
# Shares counted, which may be a share of what is not here; percentages of them are here.
_SHARE_OF = re.compile(r"\b(?:share|proportion) of\b")
# The size names what it is reckoned on: "up 9% on 2019".
_BASE = re.compile(
    rf"[\s)]*(?:[a-z]+ ){{0,3}}?(?:from|on|since|over|against|than|below|above|"
    rf"compared (?:with|to)|between)"
    r"(?: the| that of| those of| in| what it was in| peak| high| low| level| figure| of| at)* "
    rf"(?P<when>[{WHEN}])(?P<year> (?:of )?[{EARLIER}{LAST}])?"
)
_RECKONED = re.compile(rf"\b(?:since|against|compared (?:with|to)|than in|on) (?P<when>[{TIME}])")


def unread_changes(skeleton: Skeleton, since: int, judged: set[int]) -> Iterator[Judged]:
    """Every change told from ``since`` on that is true of no two like numbers.

    ``judged`` are the numbers, by place, that the first pass has settled.
    """
    follows, since = since, _announced_before(skeleton, since)
    here = skeleton.text[since:]
    if PART_OF.search(here) or not _TWO_TIMES.search(skeleton.text):
        return
    used = {size.number for size in changes_named(skeleton)}
    sizes = [each for each in sizes_in(skeleton) if each.start >= since and each.word]
    sizes = [each for each in sizes if not _an_adjective(skeleton, each)]
    if len({each.start for each in sizes}) != 1 or any(each.number in judged for each in sizes):
        return
    # What comes after "and the drop of 40" does not say of what the drop is.
    until = sizes[0].end if _definite(skeleton, sizes[0]) else None
    if _OTHERWISE.search(skeleton.text[since:until]):
        return
    for size in sizes:
        levels = _levels(skeleton, size, used)
        bare = follows > since and not new_words(skeleton.text, (follows, len(skeleton.text)))
        pair = _asserted(skeleton, size, levels, since, bare)
        if pair is None or _some_reading(skeleton, size, used):
            continue
        yield Judged(verdict=wrong_how(skeleton, size, pair), pair=pair, size=size)
        return


# "Episodes rose by 20%. There were 640 this year and 512 last year."
_NUMBERS_FOLLOW = re.compile(
    rf"(?:(?:in|at|on) [{WHEN}],? )?(?:there (?:were|was|had)|(?:we|they|it) (?:[a-z]+ed|saw|had|"
    r"took|held|was|were)|the (?:number|figure|total|rate) (?:was|stood|went|rose|fell))\b"
)


def _announced_before(skeleton: Skeleton, since: int) -> int:
    """Where the sentence before begins, if it tells a change whose numbers only follow now."""
    text = skeleton.text
    begins = max(text.rfind(". ", 0, max(since - 2, 0)) + 2, 0) if since else since
    begins = 0 if begins == 1 else begins
    sizes = {each.number for each in changes_named(skeleton)}
    told = [n for n, at in enumerate(skeleton.at) if begins <= at < since]
    here = [n for n, at in enumerate(skeleton.at) if at >= since and n in sizes]
    if here or not told or not set(told) <= sizes or not _NUMBERS_FOLLOW.match(text, since):
        return since
    return begins


def _an_adjective(skeleton: Skeleton, size: Size) -> bool:
    """Whether the word only describes the number: "registers as an increased 10.5%"."""
    return size.word in LOOSE and bool(
        re.search(r"\b(?:an?|the|this|its|their|our) $", skeleton.text[: size.start])
    )


def _levels(skeleton: Skeleton, size: Size, used: set[int]) -> list[int]:
    """The numbers the change may lie between, told before it or in its sentence."""
    stated = skeleton.quantities[size.number]
    groups = []
    for measure in (Measure.COUNT, Measure.PERCENT, Measure.RATE, Measure.MONEY, Measure.DURATION):
        group = [
            place
            for place, each in enumerate(skeleton.quantities)
            if place not in used and skeleton.at[place] >= 0 and _is_of(each, measure)
        ]
        if len(group) > 1 and _may_be_of(stated, measure):
            groups.append(group)
    return groups[0] if len(groups) == 1 else []


def _is_of(each: Quantity, measure: Measure) -> bool:
    if measure is Measure.DURATION:
        return each.measure is measure or (each.measure is Measure.COUNT and not each.noun)
    return each.measure is measure


def _may_be_of(stated: Quantity, measure: Measure) -> bool:
    if stated.measure in (Measure.PERCENT, Measure.TIMES):
        return measure is not Measure.DURATION
    if stated.measure is Measure.POINTS:
        return measure is Measure.PERCENT
    return stated.measure is measure


def _asserted(
    skeleton: Skeleton, size: Size, levels: list[int], since: int, bare: bool
) -> Pair | None:
    """The two numbers the change is plainly said of; None where it may be of something else.

    ``bare`` says that the numbers follow in a sentence that has no other words than "there were".
    """
    if not 2 <= len(levels) <= _MOST_LEVELS:
        return None
    percent = skeleton.quantities[levels[0]].measure is Measure.PERCENT
    if not percent and _SHARE_OF.search(skeleton.text, since):
        return None
    if not all(_alike(skeleton, one, other) for one, other in combinations(levels, 2)):
        return None
    if any(how_many_times(skeleton, one, other) > _FAR for one, other in combinations(levels, 2)):
        return None
    if not _on_what_is_here(skeleton, size, levels, since):
        return None
    clause = clause_at(skeleton.text, size.start, size.end)
    if _definite(skeleton, size) and all(skeleton.at[each] < size.start for each in levels):
        clause = clause[0], size.end
    clause = clause[0], _spelt_out(skeleton.text, clause[1])
    inside = [each for each in levels if clause[0] <= skeleton.at[each] < clause[1]]
    if not inside and not bare and new_words(skeleton.text, clause):
        return None
    pairs = [pair for pair in linked(skeleton, levels) if not pair.places]
    pairs = pairs or list(_by_time(skeleton, levels))
    if inside:  # "referrals rose 12% to 1,340; contacts were 2,410, against 2,330"
        pairs = [pair for pair in pairs if set(pair.both) & set(inside)]
    if not pairs:
        return None
    return min(pairs, key=lambda pair: abs(skeleton.at[pair.both[1]] - size.start))


_THAT_IS = re.compile(r" ?\([^()]*\)|(?:,? that is|,? namely|,? i\.e\.|:),? [^.;:()]*")


def _spelt_out(text: str, end: int) -> int:
    """Where a clause ends with what spells it out: "4% lower than in 2019 (then 20%, now 16%)"."""
    start = end - 1 if text[max(0, end - 1) : end] == " " else end
    match = _THAT_IS.match(text, start) or _THAT_IS.match(text, end)
    return match.end() if match and not new_words(text, match.span()) else end


def _definite(skeleton: Skeleton, size: Size) -> bool:
    """Whether the size is of a change just told: "and the drop of £131,000 left a gap"."""
    text = skeleton.text
    named = re.match(NOUN, text[size.start :]) and text.startswith(size.word, size.start)
    return bool(named) and bool(
        re.search(r"\b(?:the|this|that) (?:[a-z-]+ )?$", text[: size.start])
    )


_DONE = re.compile(rf"(?:{VERBED}|let|did|held|took|won|built|paid|ran|sold|kept|stood)\b", re.I)


def _alike(skeleton: Skeleton, one: int, other: int) -> bool:
    """Whether two numbers may count one thing: "we let 1,126 homes", "the 985 let in 2022/23"."""
    first, second = skeleton.quantities[one], skeleton.quantities[other]
    done = any(_DONE.match(each.noun) for each in (first, second))
    return alike(first, second) or done or second.noun.endswith("ones")


_SEASON = re.compile(r"\b(?:spring|summer|autumn|winter)\b")


def _by_time(skeleton: Skeleton, levels: list[int]) -> Iterator[Pair]:
    for one, other in combinations(levels, 2):
        order = order_of(skeleton, one, other)
        first, second = (other, one) if order < 0 else (one, other)
        timed = bool(when(skeleton, one) or when(skeleton, other)) or _SEASON.search(skeleton.text)
        if order or (len(levels) == 2 and timed):
            yield Pair(before=first, after=second, how=How.DATED, either=not order)


def _on_what_is_here(skeleton: Skeleton, size: Size, levels: list[int], since: int) -> bool:
    """Whether each time the size is reckoned on, if it names one, is that of a number here."""
    slots = [when(skeleton, each) for each in levels]
    known = [time for slot in slots if slot and (time := skeleton.time(slot))]
    bases = [_BASE.match(skeleton.text, size.end), *_RECKONED.finditer(skeleton.text, since)]
    if bases[0] and bases[0]["year"]:
        return False  # "up 20% on June of last year"
    for match in bases:
        if match and match.group().strip().startswith("than in ") and set(slots) <= {"", LATER}:
            continue  # "more than in December, that is 612 rather than 588"
        told = skeleton.time(match["when"]) if match and match["when"] not in slots else None
        if told and not any(each.first <= told.last and told.first <= each.last for each in known):
            return False
    return True


def _some_reading(skeleton: Skeleton, size: Size, used: set[int]) -> bool:
    """Whether any two numbers of one sort bear the change out, in an order the words allow."""
    free = [
        place
        for place in range(len(skeleton.quantities))
        if place != size.number and skeleton.at[place] >= 0
    ]
    for one, other in combinations(free, 2):
        first, second = skeleton.quantities[one], skeleton.quantities[other]
        if first.measure is not second.measure:
            continue
        order = _order(skeleton, one, other) if one not in used and other not in used else 0
        if order >= 0 and fits(skeleton, size, one, other):
            return True
        if order <= 0 and fits(skeleton, size, other, one):
            return True
    return False


def _order(skeleton: Skeleton, one: int, other: int) -> int:
    """1 where the first of two came first, -1 where the second did, 0 where either may have."""
    if order := order_of(skeleton, one, other):
        return order
    pair = next(iter(linked(skeleton, [one, other])), None)
    if pair is None or pair.either:
        return 0
    return 1 if pair.before == one else -1
