"""A share whose whole is named by what was done to it: "of the children accepted, 864 (45%)".

The count that was told with the same verb is its whole, whatever other number of the text the
percentage happens to fit.
"""

import re
from collections.abc import Iterator
from itertools import combinations

from goldenthread.claims.intervals import may_be_share
from goldenthread.claims.language.model import Hedge, Measure
from goldenthread.claims.language.skeleton import COUNT, PERCENT, QUANTITY, Skeleton
from goldenthread.claims.shares.share_model import Share, fits

_WORDS = rf"[^{QUANTITY}.;()]"
_DONE = r"[a-z]{3,}ed|seen|met|sent|held|made|given|taken|begun|found|told|known|left|put"
_NAMED = re.compile(
    rf"[.;] (?:of|among|amongst|out of) (?:the|these|those|all)(?P<what>(?: [a-z'-]+){{0,3}}?)"
    rf"(?: (?:who|that|which)(?: had been| have been| were| was| are)?)? (?P<verb>{_DONE})"
    rf"(?P<more>(?: [a-z'-]+){{0,6}}(?=,))?,? (?:only |just |some )?(?P<n>[{COUNT}])"
    rf"{_WORDS}{{0,50}}(?: \(|, or |, )(?P<p>[{PERCENT}])(?! of )"
)
_LIGHT = 3  # letters of "to", "by", "the"
_MOST_SUMMED, _MOST_COUNTS = 4, 12  # so many are added up, of the nearest before the share


def of_a_named_whole(skeleton: Skeleton) -> Iterator[Share]:
    """Every share of a whole that one count before it is named with, and no sum of counts."""
    for match in _NAMED.finditer(skeleton.text):
        whole = _told_with(skeleton, match["verb"], match.start(), match["more"] or "")
        part, percent = skeleton.number(match["n"]), skeleton.number(match["p"])
        if whole is None or skeleton.quantities[part].value > skeleton.quantities[whole].value:
            continue
        share = Share(part, whole, percent)
        if fits(skeleton, share) or not _of_a_sum(skeleton, share):
            yield share


def of_several(skeleton: Skeleton, percent: int) -> bool:
    """Whether a share so told is of several counts together: "300, then 200. Of those"."""
    return any(
        skeleton.number(match["p"]) == percent
        and _of_a_sum(skeleton, Share(skeleton.number(match["n"]), 0, percent))
        for match in _NAMED.finditer(skeleton.text)
    )


def _told_with(skeleton: Skeleton, verb: str, end: int, more: str) -> int | None:
    """The only count before ``end`` that the verb is said of: "1,152 (60%) were accepted".

    All that is said ``more`` of them stands in the sentence that tells the count, too.
    """
    text = skeleton.text[:end]
    if len(re.findall(rf"\b{verb}\b", text)) != 1:
        return None
    told = re.search(
        rf"(?P<whole>[{COUNT}])(?:(?: [a-z'-]+){{0,3}})(?: \([{PERCENT}]\))?(?: [a-z'-]+){{0,2}}? "
        rf"(?:were|was|had been|have been|are|been|have|had|has) (?:[a-z]+ly )?{verb}\b"
        r"(?! (?:not|by)\b)",
        text,
    )
    if told is None or re.search(r"\b(?:not|never|nor|no)\b", told.group()):
        return None
    before = text.rfind(". ", 0, told.start()) + 1
    after = text.find(". ", told.end())
    said = set(re.findall(r"[a-z'-]+", text[before : after if after >= 0 else len(text)]))
    if not {each for each in more.split() if len(each) > _LIGHT} <= said:
        return None
    whole = skeleton.number(told["whole"])
    return whole if skeleton.quantities[whole].hedge is Hedge.NONE else None


def _of_a_sum(skeleton: Skeleton, share: Share) -> bool:
    """Whether the percentage is of several counts together, all told before it."""
    part, percent = (skeleton.quantities[each].interval for each in (share.part, share.percent))
    counts = [
        each.interval
        for place, each in enumerate(skeleton.quantities)
        if each.measure is Measure.COUNT
        and skeleton.at[place] < skeleton.at[share.part]
        and each.value > 0
    ]
    counts = counts[-_MOST_COUNTS:]
    for number in range(2, min(len(counts), _MOST_SUMMED) + 1):
        for some in combinations(counts, number):
            whole = some[0]
            for each in some[1:]:
                whole += each
            if whole.low > 0 and may_be_share(percent, part, whole):
                return True
    return False
