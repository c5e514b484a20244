"""How many children live in each area: what rates of measured figures are worked on."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from goldenthread.examples import folder
from goldenthread.nouns import Figure, PeriodKind, Unit
from goldenthread.sources.facts import read_facts

INDICATOR = "children_population"
_EXAMPLE = "luton"


@dataclass(frozen=True, slots=True)
class Estimate:
    """Children aged 0 to 17 in the middle of a year, by which release."""

    children: int
    vintage: str


@dataclass(frozen=True, slots=True)
class Population:
    """Mid-year estimates by area code and calendar year, each as it was first published."""

    estimates: Mapping[tuple[str, int], Estimate]

    @classmethod
    def of(cls, figures: Iterable[Figure]) -> "Population":
        """The estimates among some figures: counts of all children in the middle of a year.

        Of several releases the one that first published the year is taken.
        """
        found: dict[tuple[str, int], list[Figure]] = defaultdict(list)
        for figure in figures:
            if (
                figure.indicator == INDICATOR
                and figure.unit is Unit.COUNT
                and figure.period.kind is PeriodKind.MID_YEAR
                and not figure.breakdown
                and figure.value
            ):
                found[figure.area.code, figure.period.ending].append(figure)
        return cls({key: _first(figures, key[1]) for key, figures in found.items()})

    @classmethod
    def of_example(cls) -> "Population":
        """The estimates of the embedded example: of Luton and those it is compared with."""
        figures, _ = read_facts(folder(_EXAMPLE) / "national", INDICATOR)
        return cls.of(figures)

    def before(self, area: str, year_ending: int) -> Estimate | None:
        """The estimate for the June before a reporting year ends, or None where it is not known."""
        return self.estimates.get((area, year_ending - 1))


def _first(figures: list[Figure], year: int) -> Estimate:
    """The release nearest after the year; one before it (a projection) only where none is after."""

    def distance(figure: Figure) -> tuple[bool, int, str]:
        released = figure.thread.vintage[:4]
        away = int(released) - year if released.isdigit() else 0
        return away < 0, abs(away), figure.thread.source

    first = min(figures, key=distance)
    return Estimate(int(first.value or 0), f"{first.thread.source} {first.thread.vintage}".strip())
