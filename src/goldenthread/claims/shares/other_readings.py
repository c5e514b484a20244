"""Other readings by which a share that is not of the whole found for it may be right.

Of another whole of the sentence, of a part told before the number nearest to it, of what the part
leaves, or of a whole that it names itself.
"""

import re
from dataclasses import replace
from fractions import Fraction

from goldenthread.claims.intervals import may_be_share
from goldenthread.claims.language.clauses import stem
from goldenthread.claims.language.hedges import BOUNDED
from goldenthread.claims.language.model import Measure
from goldenthread.claims.language.skeleton import COUNT, PERCENT, QUANTITY, Skeleton
from goldenthread.claims.shares.own_parts import told_beside
from goldenthread.claims.shares.share_model import Share, fits

OWN_WHOLE = re.compile(
    r" of (?!(?:them|these|those(?! (?:who|[a-z]+ed)\b)|whom|which|"
    r"the (?:total|cases|children|sample)|cases|children|"
    rf"(?:the |these )?[{COUNT}]))"
)


_REFERRING = r"them|these|those|whom|which|it|the total|the whole|all(?=[,.;)])|the same"
_THE_REST = re.compile(r"\b(?:others?|remaining|remainder|rest|balance|leaving)\b[ ,a-z]{0,20}$")


def of_another_whole(skeleton: Skeleton, share: Share) -> Share | None:
    """The same part of another count of the sentence, where the percentage is true of that one."""
    rest = skeleton.quantities[share.whole].value - skeleton.quantities[share.part].value
    for place, each in enumerate(skeleton.quantities):
        if (
            share.tied
            and each.value == rest
            and _THE_REST.search(skeleton.text[: skeleton.at[place]])
        ):
            continue  # what the part leaves of its whole is no whole of it
        bounded = each.hedge in BOUNDED
        alike = each.measure is skeleton.quantities[share.whole].measure
        if alike and bounded and place not in (share.part, share.whole):
            other = Share(share.part, place, share.percent)
            if fits(skeleton, other):
                return other
    return None


# "Numbered 611 across the five year groups, or 3.9% of the 15,754": five is where they were.
_WHERE = re.compile(
    r"\b(?:across|at|over|for|between|among|from|by|within|during|in|on|to|with) "
    r"(?:(?:the|all|our|its|these|those|about|some) )*$"
)


def of_another_part(skeleton: Skeleton, share: Share) -> bool:
    """Whether the number taken for the part says where or when, and one before it is the part."""
    if not _WHERE.search(skeleton.text[: skeleton.at[share.part]]):
        return False
    whole = skeleton.quantities[share.whole]
    return any(
        each.measure is whole.measure and fits(skeleton, replace(share, part=place))
        for place, each in enumerate(skeleton.quantities)
        if 0 <= skeleton.at[place] < skeleton.at[share.part] and place != share.whole
    )


def of_a_whole_not_told(skeleton: Skeleton, share: Share) -> bool:
    """Whether another share beside its part is of the same whole, and that is not the one found.

    "Parents sent 640, police 212 (19%) and schools 101 (9%)": both are of some 1,120.
    """
    part, whole, percent = (
        skeleton.quantities[each].interval for each in (share.part, share.whole, share.percent)
    )
    if percent.low <= 0:
        return False
    for other, its_part in told_beside(skeleton).items():
        told, count = skeleton.quantities[other], skeleton.quantities[its_part]
        if (
            {other, its_part} & {share.percent, share.part, share.whole}
            or told.measure is not Measure.PERCENT
            or count.measure is not skeleton.quantities[share.part].measure
            or told.interval.low <= 0
        ):
            continue
        of_it = whole.low > 0 and fits(skeleton, Share(its_part, share.whole, other))
        if not of_it and (part / percent).meets(count.interval / told.interval):
            return True
    return False


_LED = re.compile(
    rf"(?:of|among|amongst|out of|for) (?:the|all|those|our|all the) (?P<head>(?:(?!(?:who|that|"
    rf"which|in|at|with|on|for|not|to|by|from)\b)[a-z'-]+ ?){{1,4}})"
    rf"(?P<more>[^{QUANTITY},.;:()]*), "
)
_ANYBODY = {stem(word) for word in ("people", "children", "those", "families", "cases", "adults")}


def is_led_by_another(skeleton: Skeleton, share: Share) -> bool:
    """Whether the sentence of a part names its whole, and that is not what the number counts.

    "There were 88 moves in the year. Of the children who moved, 31 moved twice (44%)".
    """
    start = skeleton.text.rfind(". ", 0, skeleton.at[share.part]) + 1
    start += skeleton.text.startswith(" ", start)
    led = _LED.match(skeleton.text, start)
    counted = {stem(word) for word in skeleton.quantities[share.whole].noun.lower().split()[:3]}
    if led is None or skeleton.at[share.whole] >= start or not counted:
        return False
    place = skeleton.at[share.whole]
    lead = skeleton.text[max(0, place - 60) : min(place + 60, start)]
    known = {stem(word) for word in re.findall(r"[a-z'-]+", lead)}
    head = {stem(word) for word in led["head"].split()}
    return not head & known and not (head & _ANYBODY and counted & _ANYBODY)


_SHARE_OF = re.compile(
    rf"(?P<p>[{PERCENT}])\)?(?: [a-z'-]+){{0,3}} of (?:(?:the|all|our|its|their|these) )*"
    rf"(?P<n>[{COUNT}])"
)


def of_a_share_told(skeleton: Skeleton, share: Share) -> bool:
    """Whether it is of so many per cent of a number: "88% of the 96, and 71 of these (84%)"."""
    part, percent = (skeleton.quantities[each].interval for each in (share.part, share.percent))
    return any(
        may_be_share(percent, part, by * skeleton.quantity(match["n"]).interval)
        for match in _SHARE_OF.finditer(skeleton.text, 0, skeleton.at[share.percent])
        if skeleton.number(match["n"]) != share.part
        and (by := skeleton.quantity(match["p"]).interval.scaled(Fraction(1, 100))).low > 0
    )


def may_be_read_otherwise(skeleton: Skeleton, share: Share) -> bool:
    """Whether words or other numbers leave room for a whole that is not the number found."""
    return (
        names_its_own(skeleton, share)
        or of_a_whole_not_told(skeleton, share)
        or of_a_share_told(skeleton, share)
        or is_led_by_another(skeleton, share)
    )


_A_RATE = re.compile(r"\b(?P<name>[a-z-]+) (?:rate|level) (?:of|at|was|is|stood at|being) $")


def a_rate_of_the_rest(skeleton: Skeleton, share: Share) -> bool:
    """Whether a rate has a name of its own and is of the rest: "9 of 12 filled, a vacancy rate"."""
    at, start = skeleton.at[share.percent], skeleton.at[share.part]
    rate = _A_RATE.search(skeleton.text, start, at) if start < at else None
    if rate is None or not fits(skeleton, replace(share, rest=True)):
        return False
    said = {stem(word) for word in re.findall(r"[a-z-]+", skeleton.text[start : rate.start()])}
    return stem(rate["name"]) not in said


def own_whole_named(skeleton: Skeleton, share: Share, end: int) -> bool:
    """Whether the percentage names its own whole: "30 (20% of all contacts)"."""
    if skeleton.at[share.whole] > skeleton.at[share.percent]:
        return False
    return bool(OWN_WHOLE.match(skeleton.text, end)) or names_its_own(skeleton, share)


_IN_BRACKETS = re.compile(rf"\) of (?P<what>(?!(?:{_REFERRING})\b)[^{QUANTITY},.;:()]+)")
_OF_ITS_OWN = re.compile(rf"\)? of (?P<what>(?!(?:{_REFERRING})\b)[^{QUANTITY},.;:()]+)")


def names_its_own(skeleton: Skeleton, share: Share) -> bool:
    """Whether words give a share in brackets a whole that is not the number found for it.

    As in "11,300 visits, and 2,040 (88%) of new babies were seen", and in "64 staff, with 12
    managers (41% of managers)", where what is counted is the part.
    """
    at = skeleton.at[share.percent]
    part, whole = (
        {stem(word) for word in skeleton.quantities[each].noun.lower().split()[:3]}
        for each in (share.part, share.whole)
    )
    after = _IN_BRACKETS.match(skeleton.text, at + 1)
    if after and whole:
        named = {stem(word) for word in after["what"].split()}
        return not named & whole
    inside = _OF_ITS_OWN.match(skeleton.text, at + 1)
    if inside and part and skeleton.text[:at].endswith("("):
        named = {stem(word) for word in inside["what"].split()}
        return bool(named & (part - whole))
    return False
