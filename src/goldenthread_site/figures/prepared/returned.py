"""Figures that came with returns, as they are printed: each known by its return’s number."""

from goldenthread.nouns import Figure
from goldenthread_site.directory.models import Partnership
from goldenthread_site.figures.models import KeptFigure
from goldenthread_site.figures.prepared.numbers import came_with_a_return, number
from goldenthread_site.figures.prepared.shapes import Returned

# Where a figure came from, and so with which return.
Origin = tuple[str, str]


def origin_of(figure: Figure) -> Origin:
    """By what a row and a figure made of it are known to be the same."""
    return figure.thread.source, figure.thread.locator


def numbers_of(partnership: Partnership) -> dict[Origin, int]:
    """The number of the return behind each figure that came with one."""
    rows = KeptFigure.objects.filter(
        deposit__partnership=partnership, deposit__return_number__isnull=False
    )
    return {
        (source, locator): number
        for source, locator, number in rows.values_list(
            "source", "locator", "deposit__return_number"
        )
        if number is not None
    }


def about(figure: Figure) -> tuple[str, str, str, str]:
    """What a figure is about, in the words that a return’s cell has for it."""
    return figure.indicator, figure.unit.value, str(figure.breakdown), figure.period.code


def returned_of(figures: tuple[Figure, ...], numbers: dict[Origin, int]) -> tuple[Returned, ...]:
    """Each figure of a return, in the form it is in: true, or as it may leave."""
    found = []
    for each in figures:
        came_with = numbers.get(origin_of(each)) if came_with_a_return(each) else None
        if came_with is None:
            continue
        indicator, unit, breakdown, period = about(each)
        found.append(
            Returned(
                number=came_with,
                indicator=indicator,
                unit=unit,
                breakdown=breakdown,
                area=each.area.code,
                period=period,
                shown=number(each),
                value=None if each.value is None else float(each.value),
            )
        )
    return tuple(found)
