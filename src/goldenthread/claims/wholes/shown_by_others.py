"""The faults of shares that other shares or words far from them show to be wrong."""

from collections.abc import Iterator
from fractions import Fraction

from goldenthread.claims.found import ClaimFault
from goldenthread.claims.intervals import Interval
from goldenthread.claims.language.distance import is_far_share
from goldenthread.claims.language.model import Measure
from goldenthread.claims.language.printed import exact, like, number, printed
from goldenthread.claims.reading import Reading
from goldenthread.claims.shares.led_lists import OfItsWhole
from goldenthread.claims.shares.listed_shares import odd_shares
from goldenthread.claims.shares.odd_share import Odd
from goldenthread.claims.shares.out_of_proportion import Disproportion, out_of_proportion
from goldenthread.claims.shares.proportions import Pair
from goldenthread.claims.shares.worded_bases import Worded, wrongly_worded
from goldenthread.nouns.fault import Severity

_KIND = "share"
_SHOWN = 3  # other shares that the evidence does again
_LARGE = 100  # from which on a whole is told without decimals


def shown_by_others(reading: Reading) -> Iterator[ClaimFault]:
    """What the words for its whole, the shares listed with it or their counts say of a share."""
    yield from map(_of_another, wrongly_worded(reading))
    yield from map(_of_another, odd_shares(reading))
    yield from map(_out_of_proportion, out_of_proportion(reading))


def _of_another(found: Odd | Worded) -> ClaimFault:
    """A share that is not of the whole its words name, or that those beside it are of."""
    part, stated, whole = found.told.count, found.told.share, found.whole.value
    value = part.value / whole * 100
    right = like(stated, value) if stated.measure is Measure.PERCENT else f"{number(value)}%"
    alone = isinstance(found, Odd) and not found.others
    why = (
        f"It can only be a share of {exact(whole)}, and is of no number told"
        if alone
        else f"The shares told with this one are of {exact(whole)}, and this is of no number told"
        if isinstance(found, Odd)
        else f"Its words name as the whole what {exact(whole)} was told of, which it is not of"
    )
    return ClaimFault(
        file=found.sentence.file,
        locator=found.sentence.locator,
        kind=_KIND,
        severity=Severity.ERROR if found.sure else Severity.WARNING,
        printed=stated.text.strip(),
        expected=right,
        message=f"{why}: print {right}, or look at the count.",
        evidence=f"{printed(part)} ÷ {exact(whole)} = {number(value, stated.decimals + 1)}%, "
        f"not {stated.text.strip()}",
    )


def of_its_whole(found: OfItsWhole) -> ClaimFault:
    """A share that is not of the number that words before it say it is of."""
    stated, value = found.pair.percent, found.pair.count.value / found.whole.value * 100
    last_place = Fraction(1, 10 ** max(stated.decimals, 0))
    cut_off = abs(value - stated.value) < last_place  # and not rounded
    far = is_far_share(stated.value, value, whole=not stated.decimals)
    return ClaimFault(
        file=found.sentence.file,
        locator=found.sentence.locator,
        kind=_KIND,
        severity=Severity.WARNING if cut_off or far else Severity.ERROR,
        printed=stated.text.strip(),
        expected=like(stated, value),
        message="The percentage is not the part of the whole: "
        f"print {like(stated, value)}, or look at the counts.",
        evidence=f"{printed(found.pair.count)} ÷ {printed(found.whole)} = "
        f"{number(value, stated.decimals + 1)}%, not {stated.text.strip()}",
    )


def _out_of_proportion(found: Disproportion) -> ClaimFault:
    """A share that cannot be of the whole of which those told with it are."""
    odd = found.odd
    right = like(odd.percent, odd.count.value / _middle(found.whole) * 100)
    beside = ", ".join(_divided(each) for each in found.others[:_SHOWN])
    return ClaimFault(
        file=found.sentence.file,
        locator=found.sentence.locator,
        kind=_KIND,
        severity=Severity.ERROR if found.sure else Severity.WARNING,
        printed=odd.percent.text.strip(),
        expected=right if len(found.others) > 1 else "",
        message=f"{odd.count.text.strip()} and {odd.percent.text.strip()} are not in proportion to "
        "the other shares of the same whole: correct the one that is wrong.",
        evidence=f"{beside}, but {_divided(odd)}",
    )


def _middle(whole: Interval) -> Fraction:
    return (whole.low + whole.high) / 2


def _divided(each: Pair) -> str:
    """The whole that a count and its percentage lead to: "126 ÷ 65% = 194"."""
    whole = each.count.value / each.percent.value * 100
    decimals = 0 if whole >= _LARGE else 1
    return f"{exact(each.count.value)} ÷ {each.percent.text.strip()} = {number(whole, decimals)}"
