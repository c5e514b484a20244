"""Which two numbers a size of change is said of beyond doubt, if of any."""

import re
from datetime import timedelta
from itertools import combinations

from goldenthread.claims.changes.fitting import fits, of_one_kind
from goldenthread.claims.changes.nearness import FARTHEST, LIGHT, compares, inside, near
from goldenthread.claims.changes.pair_model import How, Pair
from goldenthread.claims.changes.pairs import LEAD, how_many_times, is_a_base
from goldenthread.claims.changes.sizes import Size
from goldenthread.claims.language.directions import GAPS
from goldenthread.claims.language.model import Measure, Quantity
from goldenthread.claims.language.skeleton import (
    COUNT,
    EARLIER,
    LAST,
    MONEY,
    PERCENT,
    QUANTITY,
    RATE,
    TIME,
    WHEN,
    Skeleton,
)
from goldenthread.claims.language.timing import when

_OWN_BASE = re.compile(
    r"[\s)]*(?:from|on|since|over|against|than|below|above|compared (?:with|to)|relative to)"
    rf"(?: the| that of| those of| in| peak| high| low| level| figure| of| at)* "
    rf"(?P<when>[{WHEN}])(?P<year> (?:of )?[{EARLIER}{LAST}])?"
)
_LIGHT_WORDS = frozenset(
    re.findall(
        r"\w+",
        "so this that which it is was has had been being a an the to by of or and up down in total "
        "overall over on year years there were we all are level below above than",
    )
)
_GAP_NOUN = re.compile(GAPS.replace(" ", "|"))
PART_OF = re.compile(
    rf"[{COUNT}] (?:[a-z]+ )?(?:out )?of (?:the |all |our |its )?(?:[a-z]+ )?[{COUNT}]"
)


def bound(skeleton: Skeleton, size: Size, lists: list[list[int]], links: list[Pair]) -> Pair | None:
    """The two numbers that the size is said of beyond doubt, or None."""
    found = [pair for pair in links if _belongs(skeleton, size, pair, lists)]
    if not found:
        return _gap(skeleton, size, lists) or _series(skeleton, size, lists)
    order = list(How)
    found.sort(
        key=lambda pair: (
            skeleton.quantities[pair.before].measure is Measure.PERCENT,
            order.index(pair.how),
            abs(skeleton.at[pair.both[1]] - size.start),
        )
    )
    return found[0]


def _belongs(skeleton: Skeleton, size: Size, pair: Pair, lists: list[list[int]]) -> bool:
    ends = next(each for each in lists if pair.before in each)
    before, after = (skeleton.quantities[each] for each in (pair.before, pair.after))
    stated = skeleton.quantities[size.number]
    shares = (Measure.PERCENT, Measure.TIMES, Measure.POINTS)
    if stated.measure not in shares and not of_one_kind(stated, before):
        return False
    if not alike(before, after):
        return False
    if before.measure is not Measure.PERCENT and _in_parts(skeleton, pair):
        return False
    if pair.how is How.DATED and len(ends) > 2:
        return False
    if pair.places and not (inside(skeleton, size, pair) or compares(skeleton, size, pair)):
        return False
    dated = when(skeleton, pair.before) and when(skeleton, pair.after)
    if pair.how is How.DATED and not dated and inside(skeleton, size, pair):
        return False
    return near(skeleton, size, pair, ends) and _same_base(skeleton, size, pair)


def _in_parts(skeleton: Skeleton, pair: Pair) -> bool:
    """Whether one of the two is told as part of another, or as what others are part of."""
    slots = {skeleton.text[skeleton.at[each]] for each in pair.both}
    return any(slots & set(match.group()) for match in PART_OF.finditer(skeleton.text))


def _same_base(skeleton: Skeleton, size: Size, pair: Pair) -> bool:
    """Whether "on the year before" or "since 2019" after the size may mean the earlier number."""
    match = _OWN_BASE.match(skeleton.text, size.end)
    base, later_slot = when(skeleton, pair.before), when(skeleton, pair.after)
    if _in_another_year(skeleton, size, [slot for slot in (base, later_slot) if slot]):
        return False
    if match and match["year"]:
        return False  # "up 20% on June of last year"
    if match and match["when"] == LAST:
        return True
    if not match or (not base and inside(skeleton, size, pair)):
        return True
    told = skeleton.time(match["when"])
    known = skeleton.time(base) if base else None
    if match["when"] == EARLIER:
        later = when(skeleton, pair.after)
        end = skeleton.time(later) if later else None
        if known and end and known.year_given and end.year_given:
            return end.first - known.first < timedelta(days=550)
        return True
    if told is None:
        return False
    if known is None:
        # "Up by a third since 2021, from 301 to 352": the first number is of 2021.
        return base == "" and pair.how is How.FROM_TO and size.start < skeleton.at[pair.before]
    return known.first <= told.last and told.first <= known.last


_IN = re.compile(rf" in (?P<when>[{TIME}])(?![^.;]*[{QUANTITY}])")


def _in_another_year(skeleton: Skeleton, size: Size, ends: list[str]) -> bool:
    """Whether the size is told of neither: "8.1% in January. Growth was 11.4% in 1986"."""
    match = _IN.match(skeleton.text, size.end)
    told = skeleton.time(match["when"]) if match else None
    if told is None or not ends or (match and match["when"] in ends):
        return False
    known = [time for slot in ends if (time := skeleton.time(slot))]
    return all(time.last < told.first or told.last < time.first for time in known)


# What people do, where who they are has been said: "482 children, more than the 410 waiting".
_STATES = frozenset(
    re.findall(
        r"\w+",
        "waiting awaiting living staying attending receiving working using seeking open then",
    )
)


def alike(one: Quantity, other: Quantity) -> bool:
    """Whether two numbers count the same thing, so far as the words after them tell."""
    if one.measure is Measure.RATE and one.per != other.per and one.per and other.per:
        return False
    first, second = (
        {
            word.lower().rstrip("s")
            for word in each.noun.split()
            if len(word) > 2 and not word.endswith("ed") and word.lower() not in _STATES
        }
        for each in (one, other)
    )
    return not first or not second or bool(first & second)


def another_that_fits(
    skeleton: Skeleton,
    size: Size,
    lists: list[list[int]],
    not_these: Pair | None,
    stated: Pair | None,
) -> Pair | None:
    """Two other numbers of the sentence that the size would be true of, in either order.

    Where the base is ``stated`` the other number only is free.
    """
    for ends in lists:
        if len(ends) > 8:
            continue
        for one, other in combinations(ends, 2):
            if not_these and {one, other} == {not_these.before, not_these.after}:
                continue
            for before, after in ((one, other), (other, one)):
                if stated and not not_these and before != stated.before:
                    continue
                if fits(skeleton, size, before, after):
                    return Pair(before=before, after=after, how=How.DATED)
    return None


_TOLD_BASE = re.compile(
    rf"(?: (?:on|than|below|above|from|up on|down on)|(?<=short) of|(?<=below)|(?<=above)) "
    rf"(?:(?:the|that|estimate|"
    rf"those|of|in|level|figure|low|high|peak|trough|point|record|a|"
    rf"total|just|our|its|[{WHEN}]) ?)*(?P<base>[{COUNT}{PERCENT}{RATE}{MONEY}])"
)


# "22% below the same quarter of 2023, when there were 5,474".
_WHEN_THERE_WERE = re.compile(
    rf"(?:(?: [a-z-]+){{0,2}}? (?:on|than|below|above|from|since)|(?<=below)|(?<=above))"
    rf"(?: (?:the|that|in|of|it|was|same|"
    rf"period|quarter|month|date|time|level)| ?[{WHEN}])*,? (?:when|where) (?:(?:it|there|they|we|"
    rf"the (?:figure|number|rate|total)) (?:was|were|had been|had|stood at|numbered|totalled) )?"
    rf"{LEAD}(?P<base>[{COUNT}{PERCENT}{RATE}{MONEY}])"
)
# "4,270, down 9% on the previous quarter and 22% below": two changes of the same number.
_AND_ANOTHER = re.compile(
    rf"[^{QUANTITY}.;]{{0,40}}[{PERCENT}{COUNT}](?: [a-z]+)? (?:on|than|from|below|above)"
    rf"[^{QUANTITY}.;]{{0,40}}(?:[{QUANTITY}][^{QUANTITY}.;]{{0,30}})?,? and (?:by )?"
)
_ABOVE = re.compile(r"\b(?:above|below|over|short of) (?:the |a |our |its )?(?:[a-z]+ of )?$")
_FAR_FROM_BASE = 10
_ANOTHER_SENTENCE = re.compile(
    rf"[.;] (?!(?:this|that|it|which|they) (?:is|was|are|were|represents?|means|[{QUANTITY}]))"
)

# "412 births in Kent and Essex. This is a 4% fall from 430": nothing comes between.
_THIS_IS = re.compile(
    r"[.;] (?:this|that|it|which) (?:is|was|represents|represented|means|meant) (?:an? )?$"
)


def told_base(skeleton: Skeleton, size: Size) -> int | None:
    """The number that a size names as its base: "9% below the 2,868", "since 2020, when it was"."""
    match = _TOLD_BASE.match(skeleton.text, size.end) or _WHEN_THERE_WERE.match(
        skeleton.text, size.end
    )
    return skeleton.number(match["base"]) if match else None


def from_the_base(skeleton: Skeleton, size: Size, lists: list[list[int]]) -> Pair | None:
    """A size with its base right after ("9% below the 2,868 of 2019/20"), and the one before."""
    base = told_base(skeleton, size)
    if base is None:
        return None
    ends = next((each for each in lists if base in each), None)
    if ends is None or len(ends) > 4:
        return None
    others = [
        each
        for each in ends
        if skeleton.at[each] < size.start
        and not is_a_base(skeleton, each)
        and not _ABOVE.search(skeleton.text[: skeleton.at[each]])
    ]
    if not others:
        return None
    gap = skeleton.text[skeleton.at[others[-1]] + 1 : size.start]
    if how_many_times(skeleton, base, others[-1]) > _FAR_FROM_BASE:
        return None
    if _ANOTHER_SENTENCE.search(gap):
        return None  # "(7,045). It is driven by racist offences, which were down 6% from 5,187"
    if _THIS_IS.search(gap):
        gap = ""
    if (re.search(r"\band\b", gap) and not _AND_ANOTHER.fullmatch(gap)) or not all(
        alike(skeleton.quantities[base], skeleton.quantities[other]) for other in others
    ):
        return None
    return Pair(before=base, after=others[-1], how=How.FROM)


def _gap(skeleton: Skeleton, size: Size, lists: list[list[int]]) -> Pair | None:
    """The only two of their kind: "£4.2m was planned and £3.6m spent, a shortfall of £0.6m"."""
    stated = skeleton.quantities[size.number]
    if not re.fullmatch(_GAP_NOUN, size.word) or len(lists) != 1 or len(lists[0]) != 2:
        return None
    one, other = lists[0]
    if skeleton.quantities[one].measure is not stated.measure or PART_OF.search(skeleton.text):
        return None
    gap = skeleton.text[skeleton.at[other] + 1 : size.start]
    if size.start < skeleton.at[other] or not LIGHT.fullmatch(gap):
        return None
    return Pair(before=one, after=other, how=How.DATED)


_IN_ALL = re.compile(
    r" (?:[a-z]+ )?(?:in all|in total|altogether|together|combined|all told|overall)\b"
)


def _series(skeleton: Skeleton, size: Size, lists: list[list[int]]) -> Pair | None:
    """Three or more numbers of one sort, each with its time, and a size after the last of them."""
    for ends in lists:
        quantities = [skeleton.quantities[each] for each in ends]
        last = skeleton.at[ends[-1]]
        if not 3 <= len(ends) <= 8 or size.start < last:
            continue
        stated = skeleton.quantities[size.number].measure
        if stated not in (Measure.PERCENT, Measure.TIMES, Measure.POINTS, quantities[0].measure):
            continue
        if not all(when(skeleton, each) for each in ends) or PART_OF.search(skeleton.text):
            continue
        if _IN_ALL.match(skeleton.text, last + 1):
            continue  # "14, 19 and 11: 44 in all"
        known = set(re.findall(r"[a-z]+", skeleton.text[:last]))
        gap = skeleton.text[last + 1 : size.start]
        new = set(re.findall(r"[a-z]+", gap)) - known - _LIGHT_WORDS
        if new or len(gap) > FARTHEST or not all(alike(quantities[0], q) for q in quantities):
            continue
        return Pair(before=ends[0], after=ends[-1], how=How.DATED)
    return None
