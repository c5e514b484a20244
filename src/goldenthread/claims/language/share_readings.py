"""Percentages that no part and whole beside them can make true, whatever the phrasing.

The second pass over shares: a percentage is tied to the count beside it; the counts around are the
wholes it may be of. Where any two of them, a sum, a rest or a complement bear it out it is silent.
Only where none does, and the words make one of them the whole, is the percentage wrong.
"""

import re
from collections.abc import Iterator
from fractions import Fraction
from itertools import combinations

from goldenthread.claims.intervals import Interval, share_percent
from goldenthread.claims.language.model import Hedge
from goldenthread.claims.language.share_model import Share, fits
from goldenthread.claims.language.share_patterns import AGAINST, UP, VERBED
from goldenthread.claims.language.shares import of_a_change
from goldenthread.claims.language.sizes import changes_named
from goldenthread.claims.language.skeleton import (
    COUNT,
    MONEY,
    PERCENT,
    QUANTITY,
    Skeleton,
)
from goldenthread.claims.language.timing import when

_MOST_COUNTS = 7
_PLAIN = rf"[^{QUANTITY};.()]"
# The percentage right after its part: "72 (24%)", "130 of them, or 40%", "315 ...; this is 35%".
_PART_FIRST = re.compile(
    rf"(?P<n>[{COUNT}{MONEY}])(?P<words>{_PLAIN}{{0,70}}?)"
    r"(?P<link> ?\(|,? or | – |, |: |[;.] |, which | which | at )"
    r"(?:(?:or|just|only|some|about|i\.e\.|that|this|it|which|is|was|comes|came|to|a|an|the|rate|"
    r"share|of|giving|making|gives|makes|representing|represents|equal|equals|equates|conversion|"
    r"coverage|response|completion|put|another|way|works|out|at|proportion|equivalent|success|"
    r"pass|figure|in|all|nearly|total|therefore|so|thus|hence|return|take-up|uptake|level) ?)*"
    rf"(?P<p>[{PERCENT}])"
)
# "34% (8)", "31% are for care leavers, that is 145 homes".
_PERCENT_FIRST = re.compile(
    rf"(?P<p>[{PERCENT}])(?P<words>{_PLAIN}{{0,60}}?)"
    r"(?P<link> ?\(|,? or |,? that is |, which is |, i\.e\. |, namely | – )(?:or |some |just )*"
    rf"(?P<n>[{COUNT}{MONEY}])"
)
# What may follow a part that has no noun of its own, and so counts what the whole counts.
_OF_THE_WHOLE = re.compile(
    rf"^(?: of (?:them|these|those|whom|which|(?:this|that) (?:number|total)|this|the total)\b.*|"
    r" ?$|"
    rf" (?:{VERBED}|are|is|have|has|in|from|within|on|under|over|by|for|at|to|with|who|also|did|"
    r"could|would|progressed)\b.*)"
)
_OF_THESE = re.compile(
    r" of (?:them|these|those|whom|which|(?:this|that) (?:number|total)|this|the total)\b"
)
# Words before a part that say whose part it is.
_TAKES_PART = re.compile(
    r"(?:\b(?:of (?:these|those|them|whom|which|this number|the total)|"
    r"among (?:them|these|those|whom)|including|included|with|in|for|from|there were|we found|"
    r"[a-z]+ed|[a-z]+ing|upheld|held|kept|let|took|won|lost|found|had|met|and|but|only|just|by|:|–),?"
    r"(?: just| only| some| [a-z]+ed)?|[.;]) $"
)
_OWN_WHOLE = re.compile(
    r" ?(?:of|in) (?!(?:them|these|those|whom|which|the (?:total|cases|children|sample|whole)|"
    r"cases|all|total)(?:[),.;]|$))"
)
_OTHERWISE = re.compile(
    rf"\b(?:compared|than|target|{AGAINST}|versus|previous\w*|averag\w*|national\w*|england|"
    rf"region\w*|rest|remain\w*|others?|respectively|(?<!-){UP}|down|"
    r"rose|fell|increase\w*|decrease\w*|grew|growth|"
    r"reduction|change|risen|fallen|drop\w*|likely|expected|estimated|rate per|population|from "
    rf"[{COUNT}][^.;]* to [{COUNT}]|weighted|budget|except|excluding|all but|known|valid|eligible|"
    r"where|answered the|since|ago)\b"
)


def unread_shares(skeleton: Skeleton, since: int, judged: set[int]) -> Iterator[Share]:
    """Every percentage from ``since`` on that is of a part and whole here and true of none."""
    here = skeleton.text[since:]
    if not re.search(f"[{PERCENT}]", here):
        return
    used = {size.number for size in changes_named(skeleton)}
    found: set[int] = set()
    for pattern in (_PART_FIRST, _PERCENT_FIRST):
        for match in pattern.finditer(skeleton.text):
            part, percent = skeleton.number(match["n"]), skeleton.number(match["p"])
            if percent in judged | used | found or part in used or match.start("p") < since:
                continue
            if of_a_change(skeleton, percent) or not (match["words"] or match["link"] != ", "):
                continue
            whole = _whole(skeleton, match, part)
            if whole is None or _said_otherwise(skeleton, whole, match):
                continue
            if _OWN_WHOLE.match(skeleton.text, match.end("p")):
                continue
            bracketed = match["link"] == " (" and skeleton.text.startswith(")", match.end())
            of_it = pattern is _PART_FIRST and bracketed and match.end("n") + 2 == match.start("p")
            if not _some_reading(skeleton, part, percent, of_it=of_it):
                found.add(percent)
                yield Share(part, whole, percent)


def _said_otherwise(skeleton: Skeleton, whole: int, match: re.Match[str]) -> bool:
    """Whether the words up to the percentage, or right after it, tell of something else."""
    begins = min(skeleton.at[whole], match.start())
    after = re.match(r"\)?[^,;.()]{0,14}", skeleton.text[match.end() :])
    return bool(
        _OTHERWISE.search(skeleton.text[begins : match.end()] + (after.group() if after else ""))
    )


def _whole(skeleton: Skeleton, match: re.Match[str], part: int) -> int | None:
    """The count that the words make the whole of the part; None where they make none."""
    stated = skeleton.quantities[part]
    parts = _told_as_parts(skeleton)
    wholes = [
        place
        for place, each in enumerate(skeleton.quantities)
        if each.measure is stated.measure
        and place not in parts
        and place != part
        and each.value > stated.value
        and not each.decimals
        and each.hedge in _MAY_BE_SUMMED
        and skeleton.at[place] >= 0
    ]
    if not wholes or stated.hedge is not Hedge.NONE or stated.value < _LEAST:
        return None
    counts = [each for each in skeleton.quantities if each.measure is stated.measure]
    if len(counts) > _MOST_COUNTS:
        return None
    whole = max(
        wholes,
        key=lambda place: (
            skeleton.at[place] < skeleton.at[part],
            -abs(skeleton.at[place] - skeleton.at[part]),
        ),
    )
    return whole if _plainly(skeleton, match, part, whole) else None


# Below this a count is as often a number of groups, places or reports as a part.
_LEAST = 3


def _told_as_parts(skeleton: Skeleton) -> set[int]:
    """The counts with a percentage of their own in brackets."""
    pattern = re.compile(rf"(?P<n>[{COUNT}{MONEY}])[^{QUANTITY};.()]{{0,50}} ?\([{PERCENT}]\)")
    return {skeleton.number(match["n"]) for match in pattern.finditer(skeleton.text)}


def _plainly(skeleton: Skeleton, match: re.Match[str], part: int, whole: int) -> bool:
    """Whether the words leave no doubt that the part is of that whole."""
    text = skeleton.text
    one, other = skeleton.at[whole], skeleton.at[part]
    if one > other:
        between = text[other + 1 : one]
        return bool(
            re.fullmatch(
                r"(?: [a-z'-]+){0,3} (?:out )?of (?:(?:the|all|our|these|those|a|"
                r"total|its) )*",
                between,
            )
        )
    between = text[one + 1 : other]
    times = when(skeleton, part), when(skeleton, whole)
    if len(between) > _FARTHEST or (times[0] and times[0] != times[1]):
        return False
    if re.search(f"[{COUNT}{MONEY}]", between) and not _sibling(skeleton, part, whole):
        return False
    if len(re.findall(r"[.] ", between)) > _MOST_STOPS:
        return False
    after = text[other + 1 : match.end()] if match.start("n") == other else text[other + 1 :]
    ends = re.search(rf"[{QUANTITY}(),.;–]", after)
    after = after[: ends.start()] if ends else after
    elliptical = bool(_OF_THE_WHOLE.match(after.rstrip()))
    noun = skeleton.quantities[part].noun.split()
    shared = bool(noun) and noun[0].lower().rstrip("s") in {
        word.lower().rstrip("s") for word in skeleton.quantities[whole].noun.split()
    }
    if _sibling(skeleton, part, whole):
        return elliptical or shared
    if re.match(
        r" of (?:them|these|those|whom|which|this|that (?:number|total)|the total)\b", after
    ):
        return True
    if re.search(
        r"\b(?:of|among|from|in|for) (?:these|those|them|whom|which|this number),?"
        r"(?: [a-z]+){0,3} $",
        between,
    ):
        return True
    announced = bool(
        re.search(
            r"\b(?:of|among|amongst|out of|from) (?:(?:the|all|our|its|their|"
            r"these|those|a|total|of) )*(?:[a-z]+ of )?$",
            text[:one],
        )
    )
    if announced and (elliptical or shared or ", " in between):
        return elliptical or shared
    if re.search(r"\b(?:of|out of) (?:(?:the|our|these) )*$", text[:one]):
        return False
    if _ANSWERS.match(skeleton.quantities[whole].noun) and _PEOPLE.match(" ".join(noun)):
        return True
    return (
        elliptical and bool(skeleton.quantities[whole].noun) and bool(_TAKES_PART.search(between))
    )


_FARTHEST = 150
# Who answers is counted by the answers: "2,205 responses. 1,389 residents (67%) opposed it".
_ANSWERS = re.compile(r"(?:responses|replies|respondents|answers|submissions)\b", re.IGNORECASE)
_PEOPLE = re.compile(
    r"(?:people|residents|respondents|parents|pupils|patients|staff|members|tenants|carers|"
    r"customers|visitors|young|children|families|businesses|households)\b",
    re.IGNORECASE,
)
_MOST_STOPS = 2


def _sibling(skeleton: Skeleton, part: int, whole: int) -> bool:
    """Whether the parts told between the two are of that whole: "Health came to 846 (81%)"."""
    pattern = rf"(?P<n>[{COUNT}{MONEY}])[^{QUANTITY};.()]{{0,50}} ?\((?P<p>[{PERCENT}])\)"
    between = skeleton.text[skeleton.at[whole] + 1 : skeleton.at[part]]
    told = [
        Share(skeleton.number(match["n"]), whole, skeleton.number(match["p"]))
        for match in re.finditer(pattern, between)
    ]
    counts = [skeleton.quantity(each) for each in re.findall(f"[{COUNT}{MONEY}]", between)]
    many = sum(each.value >= _LEAST for each in counts)
    return bool(told) and many == len(told) and all(fits(skeleton, each) for each in told)


# "More than 20 miles" has no upper end, and would bear out anything.
_MAY_BE_SUMMED = (Hedge.NONE, Hedge.ABOUT, Hedge.NEARLY)


def _some_reading(skeleton: Skeleton, part: int, percent: int, *, of_it: bool) -> bool:
    """Whether the percentage is true of any part and whole, sum, rest or ratio of the counts.

    With ``of_it`` it stands in brackets right after its part: only the whole is to be found.
    """
    stated = skeleton.quantities[percent].interval
    if of_it:
        return _some_whole(skeleton, part, stated)
    measure = skeleton.quantities[part].measure
    places = [
        place
        for place, each in enumerate(skeleton.quantities)
        if each.measure is measure and each.hedge in _MAY_BE_SUMMED
    ]
    counts = [skeleton.quantities[place].interval for place in places]
    for place in places:
        for other in places:
            if place != other and fits(skeleton, Share(place, other, percent)):
                return True
            if place != other and fits(skeleton, Share(place, other, percent, rest=True)):
                return True
    sums = [
        sum((each for each in some[1:]), some[0])
        for size in range(2, len(counts) + 1)
        for some in combinations(counts, size)
    ]
    return any(
        _of(one, other, stated) for one in [*counts, *sums] for other in sums if other.low > 0
    ) or any(_of(one, other, stated) for one in sums for other in counts if other.low > 0)


def _some_whole(skeleton: Skeleton, part: int, stated: Interval) -> bool:
    """Whether the percentage is the part's of any count, sum of counts or what one leaves."""
    mine = skeleton.quantities[part]
    counts = [
        each.interval
        for each in skeleton.quantities
        if each.measure is mine.measure
        and each is not mine
        and each.hedge in _MAY_BE_SUMMED
        and (each.value >= _LEAST or each.decimals)
    ]
    sums = [
        sum((each for each in some[1:]), some[0])
        for size in range(1, len(counts) + 1)
        for some in combinations(counts, size)
    ]
    wholes = [*sums, *(each + mine.interval for each in sums)]
    wholes += [one - other for one in counts for other in counts if one is not other]
    return any(
        share_percent(mine.interval, whole).meets(stated) for whole in wholes if whole.low > 0
    )


def _of(part: Interval, whole: Interval, percent: Interval) -> bool:
    share = share_percent(part, whole)
    rest = Interval.exactly(Fraction(100)) - share
    return share.meets(percent) or rest.meets(percent)
