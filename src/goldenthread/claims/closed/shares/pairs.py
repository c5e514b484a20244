"""A count with its percentage beside it, and whether a number bears the two out."""

import re
from collections.abc import Set
from dataclasses import dataclass
from fractions import Fraction

from goldenthread.claims.intervals import Interval, may_be_share
from goldenthread.claims.language.directions import VERB
from goldenthread.claims.language.distance import is_far_share
from goldenthread.claims.language.hedges import BOUNDED, hedge_before
from goldenthread.claims.language.model import Measure, Quantity, Sentence
from goldenthread.claims.language.printed import number
from goldenthread.claims.language.ratios import room
from goldenthread.claims.language.skeleton import (
    COUNT,
    DURATION,
    MONEY,
    PERCENT,
    QUANTITY,
    Skeleton,
)
from goldenthread.claims.language.slip import figures_of, slip_of
from goldenthread.claims.language.utterances import Utterance
from goldenthread.claims.reading import Reading
from goldenthread.claims.shares.doubts import is_doubtful
from goldenthread.claims.shares.section_wholes import sections
from goldenthread.claims.shares.share_model import Share
from goldenthread.claims.shares.shares import of_a_change
from goldenthread.claims.shares.told_shares import FROM_TO, NO_PART, told_shares

_N, _P = f"[{COUNT}{MONEY}]", f"[{PERCENT}]"


@dataclass(frozen=True, slots=True)
class Wrong:
    """A share, the part and the whole it is said of, and the skeleton they are told in."""

    sentence: Sentence
    skeleton: Skeleton
    share: Quantity
    part: Quantity
    whole: Quantity


@dataclass(frozen=True, slots=True)
class Pair:
    """A count and the percentage told beside it: their numbers, and where the two stand."""

    part: int
    share: int
    start: int
    end: int


# What stands after these is no part.
HELD = re.compile(r"\b(?:from|than|by|against|all but|except|compared (?:with|to)|up|down) $")
OF_THEM = re.compile(r"\b(?:of|among|amongst) (?:whom|which|these|those|them)\b")
_BRACKETS = re.compile(r"\((?P<in>[^()]*)\)")
_SHARE_ALONE = re.compile(
    rf"(?:or |just |only |i\.e\. |= ?)?(?P<p>{_P})"
    r"(?: of (?:them|these|those|all|the (?:total|whole)))?"
)
_PART_ALONE = re.compile(rf"(?P<n>{_N})(?: [a-z'-]+){{0,2}}")
_BACK_TO_PART = re.compile(rf"(?P<n>{_N})(?P<words>(?:[^{QUANTITY}.;:()]|[{DURATION}]){{0,90}}) $")
_BACK_TO_SHARE = re.compile(
    rf"(?P<p>{_P})(?: of (?:them|these|those|the (?:total|whole)))?"
    rf"(?P<words>(?:[^{QUANTITY}.;:()]|[{DURATION}]){{0,60}}) $"
)
_OF_ALL = re.compile(
    rf"(?P<n>{_N})(?: [a-z'-]+){{0,3}}, (?P<p>{_P}) of (?:everything|all|them|these|those|"
    r"the (?:total|whole))\b"
)
# "£450,000 (9.3%) more than the year before".
MORE_THAN = re.compile(
    r" (?:[a-z'-]+ ){0,2}(?:more|fewer|less|higher|lower|up|down)\b"
    r"| (?:above|below|under|short of|ahead of|behind)\b"
)
_RANGE = re.compile(rf" (?:to|–|-) (?:{_P}|\d)")  # "(50% to 30%)"
_NEXT = re.compile(r"(?:, |,? )(?:and|but|while|with|of|among|amongst|than|more|fewer|less)\b")


def pairs_in(skeleton: Skeleton) -> list[Pair]:
    """Every count with its percentage beside it, in the order of the text."""
    text, found = skeleton.text, {}
    for bracket in _BRACKETS.finditer(text):
        before = text[: bracket.start()]
        share, part = _SHARE_ALONE.fullmatch(bracket["in"]), _PART_ALONE.fullmatch(bracket["in"])
        if share and (back := _BACK_TO_PART.search(before)):
            slots = back["n"], share["p"]
        elif part and (back := _BACK_TO_SHARE.search(before)):
            slots = part["n"], back["p"]
        else:
            continue
        lead = before[: back.start()]
        if _NEXT.search(back["words"]) or (NO_PART.search(lead) and not by_somebody(lead)):
            continue
        pair = Pair(
            skeleton.number(slots[0]), skeleton.number(slots[1]), back.start(), bracket.end()
        )
        found[pair.share] = pair
    for told in told_shares(skeleton):
        if told.whole is None and not told.named and told.share.measure is Measure.PERCENT:
            pair = Pair(told.part, told.percent, told.start, told.end)
            found.setdefault(pair.share, pair)
    for match in _OF_ALL.finditer(text):
        if not NO_PART.search(text[: match.start()]):
            of_all = skeleton.number(match["p"])
            own = Pair(skeleton.number(match["n"]), of_all, match.start(), match.end())
            found.setdefault(of_all, own)
    kept = [
        each
        for each in found.values()
        if not FROM_TO.search(skeleton.quantities[each.part].text)
        and are_bounded(skeleton.quantities[each.part], skeleton.quantities[each.share])
        and 0 < skeleton.quantities[each.share].value <= 100
        and not of_a_change(skeleton, each.share)
        and not MORE_THAN.match(text, each.end)
        and not _RANGE.match(text, skeleton.at[each.share] + 1)
        and not is_doubtful(skeleton, Share(each.part, each.part, each.share))
    ]
    return sorted(kept, key=lambda each: each.start)


# "Offered to 640 and taken up by 384", "named by 415 and by 283": who did it, and no change.
_DONE_BY = re.compile(
    rf"\b(?!(?:{VERB})\b)(?:[a-z]+ed|given|made|taken|sent|chosen|seen|met|held|led|run|brought|told|"
    r"written|shown)(?: (?:up|out|on|in|to))? by (?:only |just )?"
)


def by_somebody(lead: str) -> bool:
    """Whether what stands after these words did what is told, and is no size of a change."""
    return lead.endswith(" by ") and bool(_DONE_BY.search(lead))


def bears_out(skeleton: Skeleton, share: Quantity, part: Quantity, whole: Quantity) -> bool:
    if whole.interval.low <= 0 or whole.measure is not part.measure or whole.value < part.value:
        return False
    return may_be_share(_percentage(skeleton, share), part.interval, whole.interval)


def _percentage(skeleton: Skeleton, share: Quantity) -> Interval:
    if share.measure is Measure.PERCENT:
        return share.interval
    return room(share, hedge_before(skeleton.source, share.start)[2]).doubtful.scaled(100)


def counts_placed(skeleton: Skeleton) -> list[tuple[int, Quantity]]:
    return [
        (at, each)
        for at, each in zip(skeleton.at, skeleton.quantities, strict=True)
        if each.measure in (Measure.COUNT, Measure.MONEY)
    ]


def counts_in(skeleton: Skeleton) -> list[Quantity]:
    return [each for _, each in counts_placed(skeleton)]


def are_bounded(*told: Quantity) -> bool:
    return all(each.hedge in BOUNDED or each.measure is Measure.TIMES for each in told)


def is_far(share: Quantity, part: Quantity, whole: Quantity) -> bool:
    made = part.value / whole.value * 100
    return is_far_share(share.value, made, whole=not share.decimals)


def is_slip(share: Quantity, part: Quantity, whole: Quantity) -> bool:
    """Whether the percentage is the right one but for one digit, or two changed about."""
    right = figures_of(number(part.value / whole.value * 100, share.decimals))
    told = figures_of(share.text)
    if len(right) != len(told):
        return False
    return slip_of(told, right) is not None


def borne_out_near(
    reading: Reading, window: Utterance, share: Quantity, part: Quantity, but: Set[Fraction]
) -> bool:
    """Whether any number of the section but those would make the share what is printed."""
    sentence = window.sentence
    return any(
        each.measure is part.measure
        and each.value > part.value
        and each.value not in but
        and each.interval.low > 0
        and may_be_share(share.interval, part.interval, each.interval)
        for each in sections(reading)[sentence.file].around(sentence.passage.order)
    )
