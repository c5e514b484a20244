"""Lays out what will be read from one file: one measure for each indicator, unit and part."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from goldenthread.nouns import Breakdown, Unit
from goldenthread.sources.published.dataset import Dataset, Entry

POPULATION = "@population"
ELSEWHERE = "@elsewhere"  # printed in the file of another dataset
WORKED_OUT = "worked out"


@dataclass(frozen=True, slots=True)
class Measure:
    """One column of figures to be: where its value, and what it is worked from, are printed.

    ``value`` is the printed column, empty where the value is worked out; ``numerator`` may be
    several columns to add up. Columns are named as in the dataset file.
    """

    indicator: str
    unit: Unit
    period: str
    breakdown: str
    decimals: int
    definition: str
    value: str = ""
    numerator: tuple[str, ...] = ()
    denominator: str = ""
    calculation: str = ""

    @property
    def columns(self) -> tuple[str, ...]:
        """The columns a locator names: the printed one, or those it is worked out from."""
        if self.value:
            return (self.value,)
        elsewhere = ("", POPULATION, ELSEWHERE)
        below = (self.denominator,) if self.denominator not in elsewhere else ()
        return (*self.numerator, *below)

    @property
    def needs(self) -> set[str]:
        """Columns without which there is no figure."""
        return set(self.columns)


def lay_out(dataset: Dataset, vintage: str, available: set[str]) -> Iterator[Measure]:
    """Every measure of a dataset that a release should hold.

    A percentage or rate that the release does not print is worked out from its counts. A measure
    whose columns are missing is laid out all the same: the caller says what was missing.
    """
    absent = set(dataset.release(vintage).absent)
    for entry in dataset.entries:
        if entry.releases_from and vintage < entry.releases_from:
            continue
        for one in _parts(entry):
            for measure in _units(dataset, one):
                printed = measure.value in available and measure.value not in absent
                if measure.value and not printed and measure.numerator and measure.denominator:
                    yield _worked_out(dataset, replace(measure, value=""))
                else:
                    yield measure if measure.value else _worked_out(dataset, measure)


def columns_of(dataset: Dataset, vintage: str | None = None) -> set[str]:
    """Every column of figures the entries name; with a vintage, those its release should hold."""
    found: set[str] = set()
    for entry in dataset.entries:
        for one in _parts(entry):
            count = (one.count,) if isinstance(one.count, str) else tuple(one.count)
            named = (*count, one.of, one.percent, one.rate, one.population, one.column)
            found |= {
                name.rpartition(".")[2]
                for name in (*named, one.numerator, one.denominator)
                if name not in ("", WORKED_OUT)
            }
    if vintage is None:
        return found
    return found - set(dataset.release(vintage).absent)


def _parts(entry: Entry) -> Iterator[Entry]:
    """The entry for each sort of row and each part, their dimensions in its breakdown."""
    for whole in _across(entry):
        if not whole.parts:
            yield whole
        for part, column in whole.parts.items():
            given = {"column": column} if whole.unit else {"count": column}
            yield whole.model_copy(
                update=given
                | {
                    "parts": {},
                    "percent": whole.percent.replace("{column}", column),
                    "breakdown": _and(whole.breakdown, whole.dimension, part),
                }
            )


def _across(entry: Entry) -> Iterator[Entry]:
    if not entry.across:
        yield entry
    for dimension, rows in entry.across.items():
        for part, row in rows.items():
            yield _starred(entry, row).model_copy(
                update={"across": {}, "breakdown": _and(entry.breakdown, dimension, part)}
            )


def _starred(entry: Entry, row: str) -> Entry:
    count = entry.count
    return entry.model_copy(
        update={
            "count": count.replace("*", row) if isinstance(count, str) else count,
            "of": entry.of.replace("*", row),
            "percent": entry.percent.replace("*", row),
            "parts": {part: column.replace("*", row) for part, column in entry.parts.items()},
        }
    )


def _and(breakdown: str, dimension: str, part: str) -> str:
    """The breakdown with one more dimension; an empty dimension means the part names several."""
    more = part if not dimension or "=" in part else f"{dimension}={part}"
    return str(Breakdown.parse(";".join(filter(None, (breakdown, more)))))


def _units(dataset: Dataset, entry: Entry) -> Iterator[Measure]:
    count = (entry.count,) if isinstance(entry.count, str) else tuple(entry.count)

    def measure(unit: Unit, **given: object) -> Measure:
        places = entry.decimals
        if places is None:
            places = dataset.decimals.get(unit, unit.decimals)
        return Measure(
            indicator=entry.indicator,
            unit=unit,
            period=entry.period,
            breakdown=entry.breakdown,
            decimals=places,
            definition=f"{entry.indicator}:{entry.basis}",
            **given,  # type: ignore[arg-type]
        )

    if entry.unit:
        yield measure(
            entry.unit,
            value=entry.column,
            numerator=(entry.numerator,) if entry.numerator else (),
            denominator=entry.denominator,
            calculation=entry.calculation,
        )
    if count and entry.keep_count:
        if len(count) == 1:
            yield measure(Unit.COUNT, value=count[0])
        else:
            yield measure(Unit.COUNT, numerator=count)
    if entry.percent:
        value = "" if entry.percent == WORKED_OUT else entry.percent
        yield measure(Unit.PERCENT, value=value, numerator=count, denominator=entry.of)
    if entry.rate:
        value = "" if entry.rate == WORKED_OUT else entry.rate
        below = entry.population or POPULATION
        yield measure(Unit.RATE_PER_10000, value=value, numerator=count, denominator=below)


def _worked_out(dataset: Dataset, measure: Measure) -> Measure:
    """The measure with its calculation in words."""
    above = " + ".join(column.rpartition(".")[2] for column in measure.numerator)
    if measure.unit is Unit.COUNT:
        return replace(measure, calculation=f"{above}, added up from the columns as published")
    if len(measure.numerator) > 1:
        above = f"({above})"
    if measure.unit is Unit.PERCENT:
        formula = f"100 × {above} ÷ {measure.denominator.rpartition('.')[2]}"
    else:
        below = "children aged 0 to 17" if measure.denominator == POPULATION else "population"
        formula = f"10,000 × {above} ÷ {below}"
    rounding = f", to {measure.decimals} decimal place{'' if measure.decimals == 1 else 's'}"
    rounded = (
        f"; counts of England and the regions are published to the nearest {dataset.rounded_to}"
        if dataset.rounded_to > 1
        else ""
    )
    return replace(measure, calculation=formula + rounding + rounded)
