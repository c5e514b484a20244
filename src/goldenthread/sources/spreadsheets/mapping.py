"""What a table's rows, columns and cells mean: the shape of a mapping file, and its checks.

A mapping is one short TOML file. ``docs/how-to/add-a-table-mapping.md`` explains every key by
examples; here each stands with what it must be.
"""

import re
from datetime import date
from functools import cached_property
from pathlib import PurePosixPath, PureWindowsPath
from typing import Annotated, Any, Literal

from pydantic import (
    BaseModel,
    ConfigDict,
    Field,
    PlainValidator,
    field_validator,
    model_validator,
)

from goldenthread.nouns import AreaKind, Period, Quality, Sensitivity, Status, Symbol, Unit
from goldenthread.sources.spreadsheets.headings import fold

Means = Literal["period", "area", "breakdown", "indicator", "ignore"]
YearKind = Literal["financial_year", "academic_year", "calendar_year", "year_end", "mid_year"]
Blank = Literal["fault", "ignore"] | Symbol

_NAME = r"^[a-z][a-z0-9_]*$"
_DIMENSION = r"^[a-z][a-z0-9 _]*$"


def _period(value: Any) -> Period:
    if isinstance(value, Period):
        return value
    if isinstance(value, date):
        return Period.day(value)
    return Period.parse(str(value))


Name = Annotated[str, Field(pattern=_NAME)]
APeriod = Annotated[Period, PlainValidator(_period)]
Places = Annotated[int, Field(ge=0, le=6)]


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, arbitrary_types_allowed=True)


class Meaning(_Strict):
    """What a heading, a part of a cell, or the whole table says about its numbers.

    Everything may be left out here and said elsewhere; the more special place is believed: a
    part of a cell before a column, a column before a row, a row before the whole table.
    """

    indicator: Name | None = None
    unit: Unit | None = None
    decimals: Places | None = None
    period: APeriod | None = None
    area: str | None = None
    breakdown: dict[Annotated[str, Field(pattern=_DIMENSION)], str] = {}
    definition: str | None = None
    status: Status | None = None
    quality: Quality | None = None
    quality_note: str | None = None
    sensitivity: Sensitivity | None = None

    @cached_property
    def said(self) -> dict[str, Any]:
        """What is said here and not left to a more general place; the breakdown is apart."""
        given = {name: getattr(self, name) for name in Meaning.model_fields if name != "breakdown"}
        return {name: value for name, value in given.items() if value is not None}

    @field_validator("breakdown")
    @classmethod
    def _writable(cls, value: dict[str, str]) -> dict[str, str]:
        for text in value.values():
            if not text.strip() or ";" in text:
                raise ValueError(f"a breakdown's value is words without a semicolon, not {text!r}")
        return value


class Axis(_Strict):
    """One header row (in ``columns``) or one label column (in ``rows``): what its headings say.

    ``values`` gives a heading its meaning; without it a heading is read as printed. ``totals``
    are headings of the whole, ``sections`` rows that only name a group, ``ignore`` headings whose
    cells are left out. ``section_dimension`` makes the group a breakdown, ``grand_totals`` then
    being the whole of all groups. ``year`` completes headings such as ``Q1``; ``kind`` says what
    a heading such as ``2022/23`` or ``2023`` is a year of.
    """

    means: Means = Field(alias="is")
    dimension: Annotated[str, Field(pattern=_DIMENSION)] | None = None
    values: dict[str, Meaning] = {}
    as_printed: bool = False
    totals: tuple[str, ...] = ()
    grand_totals: tuple[str, ...] = ()
    sections: tuple[str, ...] = ()
    section_dimension: Annotated[str, Field(pattern=_DIMENSION)] | None = None
    ignore: tuple[str, ...] = ()
    year: APeriod | None = None
    kind: YearKind = "financial_year"

    @model_validator(mode="before")
    @classmethod
    def _short_values(cls, data: Any) -> Any:
        """A heading's meaning may be given in one word, of the kind the axis is about."""
        if not isinstance(data, dict) or not isinstance(data.get("values"), dict):
            return data
        means, dimension = data.get("is"), data.get("dimension")
        whole: dict[str, Any] = {}
        for heading, meaning in data["values"].items():
            if isinstance(meaning, dict):
                whole[heading] = meaning
            elif means == "breakdown":
                whole[heading] = {"breakdown": {str(dimension): meaning}}
            else:
                whole[heading] = {str(means): meaning}
        return data | {"values": whole}

    @model_validator(mode="after")
    def _sensible(self) -> "Axis":
        if self.means == "breakdown" and not self.dimension:
            raise ValueError('is = "breakdown" needs dimension = "agency", or whatever it is by')
        if self.means == "indicator" and not self.values:
            raise ValueError(
                'is = "indicator" needs values = { "Courses delivered" = '
                '{ indicator = "training_courses_delivered", unit = "count" } }'
            )
        if self.means != "breakdown" and (self.totals or self.grand_totals):
            raise ValueError(
                'totals are for is = "breakdown"; give a total its period or area in values, such '
                'as "Total" = "2023-24 Q3-Q4"'
            )
        if self.year and self.year != self.year.reporting_year():
            raise ValueError('year is a financial year: write year = "2023-24"')
        seen: dict[str, str] = {}
        for heading in (*self.values, *self.totals, *self.grand_totals, *self.ignore):
            if fold(heading) in seen:
                raise ValueError(f"the heading {heading!r} is given twice: keep one of them")
            seen[fold(heading)] = heading
        return self


class Part(Meaning):
    """One part of a cell, in the order printed. ``whole`` = "ignore" leaves out its total of
    itself: the ``100%`` beside the total of a table of shares."""

    whole: Literal["keep", "ignore"] = "keep"


class Place(_Strict):
    """An area that the register does not know by the heading's words."""

    code: Annotated[str, Field(pattern=r"^[A-Za-z0-9][A-Za-z0-9-]*$")]
    kind: AreaKind
    name: str = ""
    region: str = ""
    members: tuple[str, ...] = ()


class Footnote(_Strict):
    """What a mark such as ``*`` says, in our own words, and what it does to the quality."""

    note: Annotated[str, Field(min_length=3)]
    quality: Quality = Quality.CAUTION


class Mapping(Meaning):
    """A whole mapping file."""

    title: Annotated[str, Field(min_length=3)]
    data: str
    published: date
    confirm: str = ""
    sheet: str = ""
    encoding: Literal["utf-8", "cp1252", "latin-1"] = "utf-8"
    delimiter: Annotated[str, Field(min_length=1, max_length=1)] = ","
    vintage: str = ""
    status: Status = Status.FINAL
    quality: Quality = Quality.GOOD
    quality_note: str = ""
    sensitivity: Sensitivity = Sensitivity.CHILDREN
    definition: Annotated[str, Field(min_length=1)] = "local"
    transposed: bool = False
    first_row: Annotated[int, Field(ge=1, le=1000)] = 1
    first_column: Annotated[int, Field(ge=1, le=1000)] = 1
    ends_before: str = ""
    separator: Annotated[str, Field(min_length=1, max_length=3)] = "/"
    blank: Blank = "fault"
    symbols: dict[str, Symbol] = {}
    footnotes: dict[str, Footnote] = {}
    areas: dict[str, Place] = {}
    columns: Annotated[tuple[Axis, ...], Field(min_length=1, max_length=4)]
    rows: Annotated[tuple[Axis, ...], Field(min_length=1, max_length=4)]
    cell: tuple[Part, ...] = (Part(),)

    @field_validator("data")
    @classmethod
    def _beside_it(cls, value: str) -> str:
        """Refuse anything but a file beside or below the mapping, whatever the system."""
        windows = PureWindowsPath(value)
        climbs = ".." in windows.parts or ".." in PurePosixPath(value).parts
        if (
            not value.strip()
            or climbs
            or windows.anchor
            or value.startswith("/")
            or "\x00" in value
        ):
            raise ValueError(
                f"{value!r} is not a file beside the mapping: put the table into the mapping's "
                'own folder, or one below it, and write data = "table.xlsx"'
            )
        return value

    @field_validator("footnotes", mode="before")
    @classmethod
    def _short_notes(cls, value: Any) -> Any:
        if not isinstance(value, dict):
            return value
        return {k: {"note": v} if isinstance(v, str) else v for k, v in value.items()}

    @model_validator(mode="after")
    def _whole(self) -> "Mapping":
        axes = (*self.columns, *self.rows)
        for means in ("period", "area", "indicator"):
            if sum(axis.means == means for axis in axes) > 1:
                raise ValueError(f'is = "{means}" stands twice: only one of rows and columns')
        dimensions = [axis.dimension for axis in axes if axis.dimension]
        if len(set(dimensions)) != len(dimensions):
            raise ValueError("two rows or columns have the same dimension: name them apart")
        for needed, example in _NEEDED.items():
            if not self._says(needed):
                raise ValueError(f"nothing says the {needed}: write {example}")
        return self

    def _says(self, needed: str) -> bool:
        """True where the table, a heading or a part of a cell gives what every figure needs."""
        axes = (*self.columns, *self.rows)
        if getattr(self, needed) is not None or any(axis.means == needed for axis in axes):
            return True
        meanings = [meaning for axis in axes for meaning in axis.values.values()]
        return any(getattr(each, needed) is not None for each in (*meanings, *self.cell))


_NEEDED = {
    "indicator": 'indicator = "contacts", or give each heading one in values',
    "unit": 'unit = "count", or give each part of a cell one under [[cell]]',
    "period": 'period = "2023-24", or is = "period" in rows or columns',
    "area": 'area = "Luton", or is = "area" in rows or columns',
}

MAPPING_NAME = re.compile(_NAME)
