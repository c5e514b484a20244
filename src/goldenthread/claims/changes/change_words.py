"""The arithmetic of a change, written as a proof-reader would write it beside the line."""

from fractions import Fraction

from goldenthread.claims.changes.judged import Judged
from goldenthread.claims.intervals import change_percent
from goldenthread.claims.language.model import Measure, Quantity
from goldenthread.claims.language.printed import MINUS, exact, like, number, printed, told
from goldenthread.claims.language.skeleton import Skeleton


def relative_change(before: Quantity, after: Quantity) -> Fraction | None:
    """The change in per cent of the printed values; None of nothing."""
    return None if before.value == 0 else (after.value / before.value - 1) * 100


def evidence(skeleton: Skeleton, judged: Judged) -> str:
    """One line of arithmetic: "386 − 311 = 75; 75 ÷ 311 = 24.1%, not 24.2%"."""
    before = skeleton.quantities[judged.pair.before]
    after = skeleton.quantities[judged.pair.after]
    difference = after.value - before.value
    taken = f"({printed(before)})" if before.value < 0 else printed(before)
    line = f"{printed(after)} {MINUS} {taken} = {exact(difference)}"
    stated = skeleton.quantities[judged.size.number] if judged.size else None
    if stated is None:
        word = judged.direction.word if judged.direction else ""
        way = "nothing" if difference == 0 else ("up" if difference > 0 else "down")
        return f"{line}: {way}, not “{word}”"
    if stated.measure in (Measure.PERCENT, Measure.TIMES) and before.value:
        relative = difference / before.value * 100
        decimals = max(stated.decimals, 0 if stated.decimals else _places(relative, stated))
        line += f"; {exact(difference)} ÷ {printed(before)} = {number(relative, decimals)}%"
        if before.interval.low > 0 and before.interval.low != before.interval.high:
            span = change_percent(before.interval, after.interval)
            line += f" ({told(span, decimals)} with rounding)"
    elif before.measure is Measure.PERCENT:
        line += " percentage points"
    return f"{line}, not {stated.text.strip()}"


def _places(relative: Fraction, stated: Quantity) -> int:
    return 1 if abs(abs(relative) - abs(stated.value)) < 1 else 0


def expected(skeleton: Skeleton, judged: Judged) -> str:
    """What would have been right, at the printed precision."""
    before = skeleton.quantities[judged.pair.before]
    after = skeleton.quantities[judged.pair.after]
    difference = after.value - before.value
    if judged.size is None:
        return ""
    stated = skeleton.quantities[judged.size.number]
    signed = stated.value < 0 or stated.text[:1] == "+"
    if stated.measure is Measure.TIMES:
        relative = relative_change(before, after)
        return "" if relative is None else f"{number(abs(relative))}%"
    if stated.measure is Measure.PERCENT:
        relative = relative_change(before, after)
        if relative is None:
            return ""
        return like(stated, relative if signed else abs(relative))
    return like(stated, difference if signed else abs(difference))
