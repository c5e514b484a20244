"""The one place that decides whether part, whole and percentage are tied beyond doubt.

Whatever reading found the three, a share is told only where no number of it has another partner
and no word beside the percentage makes it something else; where the whole stands further up, and
is not the only number there that it could be, it is asked about and not told as an error.
"""

import re
from dataclasses import replace

from goldenthread.claims.language.model import Measure
from goldenthread.claims.language.skeleton import PERCENT, WHEN, Skeleton
from goldenthread.claims.shares.doubts import is_doubtful
from goldenthread.claims.shares.proportions import pairs_in
from goldenthread.claims.shares.share_model import Share, fits
from goldenthread.claims.shares.spoken_for import REFERS, is_spoken_for, own_counts, whole_is_a_part

# "8.0% under", "4% more than planned": how far one number lies from another.
_APART = re.compile(
    r" (?:points? )?(?:under|over|above|below|short|higher|lower|more|fewer|less|greater|smaller|"
    r"larger|ahead|behind|adrift|better|worse|cheaper|dearer)\b(?! (?:half|all)\b)"
)
# "(September: 7.1%)", "(England: 43%)": the bracket says whose share it is.
_LABELLED = re.compile(rf"\((?:[a-z' -]|[{WHEN}]){{1,40}}(?:: |, )$")
_SAME = re.compile(r"\((?:or|i\.e\.|that is|equal to|about|just|only)[:,]? $")
# "The highest number (212) and proportion (15.2%)": the share is each place's own.
_EACH_ITS_OWN = re.compile(
    rf"\b(?:highest|lowest|greatest|largest|smallest|fewest|best|worst)\b[^.;{PERCENT}]{{0,60}}"
    r"\b(?:proportion|percentage|rate|share)s? \($"
)
# "188; the best site had a success rate of 96%": a share of somebody named anew.
_HAD = re.compile(r"[;,.] (?:the|our|its|one|each|every)(?: [a-z'-]+){1,3} (?:had|has|have)\b")
_DATED = re.compile(f"[{WHEN}]")
# "A further 21": one group of several, and what follows may be of all of them.
_ONE_OF_SEVERAL = re.compile(r"\b(?:further|another|other|additional) $")


def is_told(skeleton: Skeleton, share: Share) -> bool:
    """Whether the percentage is said of part and whole, and of nothing else."""
    text, at = skeleton.text, skeleton.at[share.percent]
    labelled = _LABELLED.search(text[:at]) and not _SAME.search(text[:at])
    return not (
        labelled
        or _APART.match(text, at + 1)
        or _HAD.search(text[max(skeleton.at[share.part], 0) : at])
        or _EACH_ITS_OWN.search(text[:at])
        or is_spoken_for(skeleton, share)
        or _is_of_none(skeleton, share)
        or _are_beside_each_other(skeleton, share)
        or is_doubtful(skeleton, share)
    )


def _are_beside_each_other(skeleton: Skeleton, share: Share) -> bool:
    """Whether what is taken for the whole has a share too, and both are of one that is not told.

    "Mills paid 208, which is 50.1% of all dues. Farms paid 204 (49.1%)."
    """
    part, whole, percent = (
        skeleton.quantities[each].start for each in (share.part, share.whole, share.percent)
    )
    if REFERS.search(skeleton.text[: skeleton.at[share.part]], max(skeleton.at[share.whole], 0)):
        return False  # "of those who paid, 204 (49.1%)"
    pairs = pairs_in(skeleton)
    own = [each for each in pairs if (each.count.start, each.percent.start) == (part, percent)]
    others = [each for each in pairs if each.count.start == whole]
    return any(one.whole.meets(other.whole) for one in own for other in others)


def _is_of_none(skeleton: Skeleton, share: Share) -> bool:
    """Whether the other shares of the sentence are not of the whole either, nor of any number.

    "Of these 23, 11 were girls (21%) and 12 boys (7%)": a slip is one, and two are another base.
    """
    whole = skeleton.quantities[share.whole]
    beside = [
        Share(part, share.whole, percent)
        for percent, part in own_counts(skeleton)
        if part not in (share.part, share.whole)
        and percent != share.percent
        and skeleton.quantities[part].measure is whole.measure
        and skeleton.quantities[part].value < whole.value
        and skeleton.quantities[percent].measure is Measure.PERCENT
        and not _DATED.search(skeleton.text[skeleton.at[part] : skeleton.at[percent]])
    ]
    counts = [n for n, each in enumerate(skeleton.quantities) if each.measure is whole.measure]
    return bool(beside) and not any(
        fits(skeleton, replace(each, whole=place))
        for each in beside
        for place in counts
        if place != each.part
    )


def is_only_whole(skeleton: Skeleton, share: Share) -> bool:
    """Whether the whole is no part itself, and no greater number further up could be meant."""
    if whole_is_a_part(skeleton, share):
        return False
    part, whole = skeleton.at[share.part], skeleton.at[share.whole]
    start = skeleton.text.rfind(". ", 0, part) + 1
    if whole >= start or REFERS.search(skeleton.text, max(start - 1, 0)):
        return True
    if _ONE_OF_SEVERAL.search(skeleton.text[:whole]):
        return False
    counted = skeleton.quantities[share.whole]
    return not any(
        0 <= at < start and each.measure is counted.measure and each.value > counted.value
        for at, each in zip(skeleton.at, skeleton.quantities, strict=True)
    )
