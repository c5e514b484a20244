"""The templates of what agencies are asked for: one file of data each in ``asked/``."""

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, model_validator

from goldenthread.indicators.catalogue import indicator
from goldenthread.nouns import Area, Breakdown, FigureKey, Period, PeriodKind, Unit
from goldenthread.sources.spreadsheets.headings import fold

Key = Annotated[str, Field(pattern=r"^[a-z][a-z0-9_]*$", max_length=60)]


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Line(_Strict):
    """One number asked for. ``on_last_day``: it is a count on the period’s last day.

    ``out_of`` is the key of the line above that a percentage is of, where the return asks for it.
    """

    key: Key
    indicator: str
    words: Annotated[str, Field(min_length=3, max_length=120)]
    unit: Unit = Unit.COUNT
    breakdown: dict[str, str] = {}
    help: str = ""
    on_last_day: bool = False
    out_of: str = ""

    @model_validator(mode="after")
    def _known(self) -> "Line":
        """The indicator is in the core’s catalogue, and is told in this unit and breakdown."""
        one = indicator(self.indicator)
        if self.unit not in one.units:
            raise ValueError(f"{self.key}: {one.name} is not told in {self.unit.value}")
        if strange := set(self.breakdown) - set(one.breakdowns):
            raise ValueError(f"{self.key}: {one.name} is not broken down by {min(strange)}")
        return self

    def breakdown_for(self, agency: str) -> Breakdown:
        """Its breakdown; with an agency’s name where figures are kept agency by agency."""
        return Breakdown.of(**self.breakdown, **({"agency": agency} if agency else {}))

    def period_of(self, period: Period) -> Period:
        """The period its number is about, within the one the return is about."""
        return Period.day(period.end) if self.on_last_day else period

    def key_for(self, period: Period, area: Area) -> FigureKey:
        """The figure it asks for, as the figure book names it."""
        about = self.period_of(period)
        return FigureKey(
            self.indicator, self.unit, area.code, about, Breakdown.of(**self.breakdown)
        )


class ReturnTemplate(_Strict):
    """A whole template. ``by_agency``: each figure is kept under the name of who sent it."""

    key: Key
    title: str
    about: str
    sectors: tuple[str, ...]
    period: Literal["quarter", "financial_year", "academic_year"]
    due_after_days: Annotated[int, Field(ge=1, le=200)]
    guidance: str
    by_agency: bool = False
    line: Annotated[tuple[Line, ...], Field(min_length=1)]

    @model_validator(mode="after")
    def _apart(self) -> "ReturnTemplate":
        """No two lines have one key, or words that a spreadsheet could not tell apart."""
        for told in ([each.key for each in self.line], [fold(each.words) for each in self.line]):
            if len(set(told)) < len(told):
                raise ValueError(f"{self.key}: two lines cannot be told apart")
        return self

    @model_validator(mode="after")
    def _of_a_line_above(self) -> "ReturnTemplate":
        """What a percentage is of is asked for before it."""
        above: dict[str, Line] = {}
        for line in self.line:
            of = above.get(line.out_of)
            if line.out_of and (line.unit is not Unit.PERCENT or of is None):
                raise ValueError(f"{self.key}: {line.key} is no percentage of a line above it")
            if of is not None and of.unit not in (Unit.COUNT, Unit.PERCENT):
                raise ValueError(f"{self.key}: {line.key} is of what is not counted")
            above[line.key] = line
        return self

    @property
    def period_kind(self) -> PeriodKind:
        """The kind of period it asks about."""
        return PeriodKind(self.period)

    @property
    def counted_from_records(self) -> bool:
        """True where a line is what a council counts from its own records."""
        return not self.by_agency and any(
            indicator(each.indicator).expression for each in self.line
        )

    def find(self, key: str) -> Line | None:
        """The line of a key, None where there is none (any more)."""
        return next((each for each in self.line if each.key == key), None)


@cache
def templates() -> Mapping[str, ReturnTemplate]:
    """Every template by its key, which is its file’s name, in order of title."""
    found = []
    for file in (files("goldenthread_site.returns") / "asked").iterdir():
        if file.name.endswith(".toml"):
            data = tomllib.loads(file.read_text(encoding="utf-8"))
            found.append(ReturnTemplate(key=file.name.removesuffix(".toml"), **data))
    return MappingProxyType({each.key: each for each in sorted(found, key=lambda one: one.title)})
