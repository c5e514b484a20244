"""Months and years at the head of a table that do not follow one another, or not its title."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from goldenthread.claims.dates.moments import MONTHS, Grain, Moment, moments
from goldenthread.claims.dates.slips import Slip
from goldenthread.claims.documents.model import Grid
from goldenthread.nouns.fault import Severity

_FEWEST = 4
_WIDER = re.compile(
    r"\b(?:since|to|forecast|projected|baseline|compar\w+|versus|vs?|trend|between|and"
    r"|previous|prior|after)\b",
    re.IGNORECASE,
)


def odd_headings(grid: Grid) -> Iterator[tuple[str, Slip]]:
    """Each heading whose year breaks a run of months, or that its table's title rules out.

    Gives the place of the heading and the slip.
    """
    for labels, places in _edges(grid):
        found = [(_one(label), place) for label, place in zip(labels, places, strict=True)]
        months = [(m, place) for m, place in found if m and m.grain is Grain.MONTH and m.year]
        if len(months) >= _FEWEST:
            broken = list(_broken_run(months))
            yield from broken
            if not broken:
                yield from _other_year(grid, months)
        years = [(m, place) for m, place in found if m and m.grain is Grain.FINANCIAL_YEAR]
        if len(years) >= _FEWEST:
            yield from _doubled(years)


def _edges(grid: Grid) -> Iterator[tuple[Sequence[str], Sequence[str]]]:
    """The labels across the top and down the side, with their places."""
    if grid.header_rows:
        for row in range(grid.header_rows):
            yield grid.rows[row], grid.locators[row]
    yield (
        [row[0] for row in grid.body],
        [row[0] for row in grid.locators[grid.header_rows :]],
    )


def _one(label: str) -> Moment | None:
    """The moment a label is, where it is that and nothing more."""
    text = label.strip().strip("*").strip()
    found = moments(text) if len(text) < 24 else []
    return found[0] if len(found) == 1 and found[0].text == text else None


def _broken_run(months: list[tuple[Moment, str]]) -> Iterator[tuple[str, Slip]]:
    """A year that is wrong in months that otherwise follow one another."""
    each = [moment for moment, _ in months]
    for step in (1, -1):
        if all((b.month - a.month - step) % 12 == 0 for a, b in pairwise(each)):
            offsets = [moment.index - step * place for place, moment in enumerate(each)]
            usual = max(sorted(set(offsets)), key=offsets.count)
            if offsets.count(usual) * 2 <= len(offsets):
                return
            for (moment, spot), offset, place in zip(
                months, offsets, range(len(offsets)), strict=True
            ):
                if offset != usual:
                    right = usual + step * place
                    name = f"{MONTHS[right % 12]} {right // 12}"
                    yield (
                        spot,
                        Slip(
                            printed=moment.text,
                            expected=name,
                            message="The months here follow one another, so this is "
                            f"{name}: put its year right.",
                            evidence=f"between its neighbours stands {name}, not {moment.text}",
                        ),
                    )
            return


def _other_year(grid: Grid, months: list[tuple[Moment, str]]) -> Iterator[tuple[str, Slip]]:
    """Months of one year under the title of another."""
    titled = moments(grid.caption)
    if (
        len(titled) != 1
        or titled[0].grain is not Grain.FINANCIAL_YEAR
        or _WIDER.search(grid.caption)
    ):
        return
    first = titled[0].year * 12 + 3
    odd = [(moment, place) for moment, place in months if not first <= moment.index < first + 17]
    if len(odd) == len(months):
        moment, place = months[0]
        yield (
            place,
            Slip(
                printed=moment.text,
                severity=Severity.WARNING,
                message=f"The title says {titled[0].text} and no month shown lies in it: put "
                "the title or the months right.",
                evidence=f"{moment.text} lies outside April {titled[0].year} to "
                f"March {titled[0].year + 1}",
            ),
        )


def _doubled(years: list[tuple[Moment, str]]) -> Iterator[tuple[str, Slip]]:
    """A year that stands twice where the others follow one another and one is missing."""
    each = [moment.year for moment, _ in years]
    for step in (1, -1):
        wanted = [each[0] + step * place for place in range(len(each))]
        wrong = [place for place, year in enumerate(each) if year != wanted[place]]
        if len(wrong) == 1 and each.count(each[wrong[0]]) == 2:
            moment, spot = years[wrong[0]]
            right = wanted[wrong[0]]
            name = f"{right}/{(right + 1) % 100:02d}"
            yield (
                spot,
                Slip(
                    printed=moment.text,
                    expected=name,
                    severity=Severity.WARNING,
                    message=f"The years here follow one another, so this is {name}: put it right.",
                    evidence=f"{moment.text} stands twice and {name} not at all",
                ),
            )
            return
