"""Whether parts that miss their whole may be meant so, and whether a slip would explain it."""

from collections.abc import Sequence
from fractions import Fraction

from goldenthread.claims.intervals import some_make
from goldenthread.claims.language.model import Quantity, Sentence
from goldenthread.claims.language.slip import Slip, figures_of, slip_of
from goldenthread.claims.reading import Reading


def makes(parts: Sequence[Quantity], whole: Quantity) -> bool:
    """Whether two or more of the parts make the whole, as they are rounded."""
    return some_make([each.interval for each in parts], whole.interval)


def may_be_meant(
    whole: Quantity, parts: Sequence[Quantity], reading: Reading, teller: Sentence
) -> bool:
    """Whether rounding, some of the parts, or a number told near by explains the difference."""
    if makes(parts, whole):
        return True
    total = sum((each.value for each in parts), Fraction(0))
    around = [
        each
        for sentence in reading.sentences
        if sentence.file == teller.file and abs(sentence.passage.order - teller.passage.order) <= 1
        for each in sentence.quantities
        if each.measure is whole.measure
    ]
    missing = abs(total - whole.value)
    known = [each.value for each in (whole, *parts)]
    return any(
        each.value == total or (each.value == missing and each.value not in known)
        for each in around
    )


def is_slip(whole: Quantity, parts: Sequence[Quantity]) -> bool:
    """Whether one digit, or two changed about, in one of the numbers would mend the sum."""
    return bool(slips_in(whole, parts))


def slips_in(whole: Quantity, parts: Sequence[Quantity]) -> set[Slip]:
    """The slips of one number by which the sum would be mended."""
    total = sum((each.value for each in parts), Fraction(0))
    off = whole.value - total
    meant = [(whole, total), *((each, each.value + off) for each in parts)]
    return {slip for each, value in meant if value > 0 and (slip := _one_slip(each, value))}


def _one_slip(told: Quantity, meant: Fraction) -> Slip | None:
    figures = figures_of(told.text)
    if not figures or not told.value:
        return None
    scale = told.value / Fraction(figures) if Fraction(figures) else Fraction(1)
    shown = meant / scale * 10 ** len(figures.partition(".")[2])
    if shown.denominator != 1:
        return None
    digits, other = figures.replace(".", ""), str(int(shown)).zfill(len(figures.replace(".", "")))
    return slip_of(digits, other) if len(digits) == len(other) else None
