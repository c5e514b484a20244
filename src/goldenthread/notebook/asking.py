"""Reads what a person asks for: an area, a period, a unit, a part; or says what could be meant."""

from difflib import get_close_matches

from goldenthread.figures import FigureBook, Shelf
from goldenthread.indicators import Indicator
from goldenthread.nouns import (
    Area,
    AreaKind,
    Breakdown,
    GoldenThreadError,
    Period,
    PeriodKind,
    Unit,
)
from goldenthread.nouns.register import find_area
from goldenthread.wording.phrases import period_name, sentence_case


def area_of(text: str, book: FigureBook) -> Area:
    """The area of a name or code, in the register or, as a footprint is, in the book only.

    Raises GoldenThreadError, naming near matches, where there is none.
    """
    try:
        return find_area(text)
    except GoldenThreadError:
        columns = book.table.select("area_code", "area", "area_kind").distinct().to_pyarrow()
        for row in columns.to_pylist():
            if text.strip().casefold() in (row["area_code"].casefold(), row["area"].casefold()):
                return Area(row["area_code"], row["area"], AreaKind(row["area_kind"]))
        raise


def period_of(text: str) -> Period:
    """The period of a written code; raises GoldenThreadError naming the forms there are."""
    try:
        return Period.parse(text)
    except ValueError as error:
        raise GoldenThreadError(f"{sentence_case(str(error))}.") from error


def year_of(text: str) -> Period:
    """A financial year; raises GoldenThreadError for any other period."""
    period = period_of(text)
    if period.kind is not PeriodKind.FINANCIAL_YEAR:
        raise GoldenThreadError(f"Write a financial year such as 2023-24, not {text}.")
    return period


def unit_of(text: str | None, indicator: Indicator) -> Unit:
    """The unit named, or the one areas are compared by; raises GoldenThreadError for no unit."""
    try:
        return indicator.compared_by if text is None else Unit(text)
    except ValueError as error:
        units = " or ".join(unit.value for unit in indicator.units)
        raise GoldenThreadError(
            f"{text!r} is no unit: ask for {indicator.title} in {units}."
        ) from error


def breakdown_of(text: str) -> Breakdown:
    """A part, written ``source=Police``; raises GoldenThreadError where it is written otherwise."""
    try:
        return Breakdown.parse(text)
    except ValueError as error:
        raise GoldenThreadError(f"{sentence_case(str(error))}.") from error


def not_there(
    shelf: Shelf, indicator: Indicator, area: Area, period: Period, unit: Unit, part: Breakdown
) -> GoldenThreadError:
    """The sentence for a figure the book has not got, with what it has that is nearest."""
    asked = f"{indicator.title}{f' ({part.words})' if part else ''} in {area.name}"
    known = shelf.about(indicator.name, area.code)
    if not known:
        return GoldenThreadError(
            f"The book knows nothing of {asked}: ask for another area, or load files that have it."
        )
    periods = [each.period.code for each in known if (each.unit, each.breakdown) == (unit, part)]
    units = sorted({each.unit.value for each in known if each.breakdown == part})
    parts = sorted({str(each.breakdown) for each in known if each.breakdown})
    if periods:
        nearest = f"ask for one of {', '.join(dict.fromkeys(periods[-12:]))}"
    elif units:
        nearest = f"ask for it as {' or '.join(units)}"
    elif parts:
        near = get_close_matches(str(part), parts, n=3, cutoff=0.4) or parts[:3]
        nearest = f"ask for a part such as {' or '.join(near)}"
    else:
        nearest = "it has no parts, so ask without a breakdown"
    return GoldenThreadError(
        f"The book has no figure of {asked} for {period_name(period)} as {unit.value}: {nearest}."
    )
