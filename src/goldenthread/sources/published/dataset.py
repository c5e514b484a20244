"""What a dataset file (``datasets/*.toml``) says about one published dataset, checked.

Everything known about a dataset is in its file: where its columns go, what they are called in
which release, which years it was published and what its percentages and rates are of.
"""

import re
import tomllib
from collections.abc import Iterator
from datetime import date
from functools import cache
from importlib.resources import files
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from goldenthread.nouns import Breakdown, Sensitivity, Unit
from goldenthread.sources.published.forms import build_period

_ANY_YEAR = 2024


class Strict(BaseModel):
    """Refuses a key nobody knows, so that a slip of the pen is named and not passed over."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class ReleaseNote(Strict):
    """One release of a dataset: when it could first be known, and what it no longer prints.

    ``population`` is the vintage of the mid-year estimates its rates per 10,000 are of.
    """

    known_since: date | None = None
    population: str = ""
    absent: tuple[str, ...] = ()
    confirm: str = ""


class Long(Strict):
    """How a long file is read: which columns tell its rows apart, and what each sort is called.

    ``rows`` names the sorts of row that are wanted; a column of one is then written
    ``name.column``. ``left_out`` lists the sorts known and not wanted.
    """

    by: tuple[str, ...]
    rows: dict[str, tuple[str, ...]]
    left_out: tuple[tuple[str, ...], ...] = ()


class Geography(Strict):
    """Which columns say where and when, for files that do not follow the DfE standard."""

    codes: tuple[str, ...]
    year: int
    others: tuple[str, ...] = ()


class Entry(Strict):
    """One indicator a dataset holds, in one or several units, whole or broken down.

    Counts and what they are of: ``count`` is a column, or columns to add up; ``of`` the column
    that a percentage is of; ``percent`` and ``rate`` name the printed column, or say ``"worked
    out"``. A value of another unit has ``unit`` and ``column``, with ``numerator`` and
    ``denominator`` where known. ``parts`` breaks the entry down by ``dimension``: category to
    column. ``across`` repeats it for the sorts of row of a long file: ``*`` in a column's name
    stands for each.
    """

    indicator: str
    period: str
    count: str | tuple[str, ...] = ()
    of: str = ""
    percent: str = ""
    rate: str = ""
    population: str = ""
    unit: Unit | None = None
    column: str = ""
    numerator: str = ""
    denominator: str = ""
    decimals: int | None = None
    breakdown: str = ""
    dimension: str = ""
    parts: dict[str, str] = Field(default_factory=dict)
    across: dict[str, dict[str, str]] = Field(default_factory=dict)
    basis: str = "published"
    keep_count: bool = True
    releases_from: str = ""
    calculation: str = ""


class KnownException(Strict):
    """A printed value known not to follow from the counts beside it, with the reason."""

    vintage: str
    year: int
    area: str
    columns: tuple[str, ...]
    reason: str


class Dataset(Strict):
    """One published dataset."""

    source: str
    title: str
    publication: str
    file: str
    licence: str = "Open Government Licence v3.0"
    kind: Literal["table", "population"] = "table"
    sensitivity: Sensitivity = Sensitivity.CHILDREN
    population_source: str = "ons.population"
    denominator_vintage: str = ""
    rounded_to: int = 10
    decimals: dict[Unit, int] = Field(default_factory=dict)
    releases: dict[str, ReleaseNote] = Field(default_factory=dict)
    aliases: dict[str, tuple[str, ...]] = Field(default_factory=dict)
    left_out: dict[str, str] = Field(default_factory=dict)
    only_levels: tuple[str, ...] = ("National", "Regional", "Local authority")
    geography: Geography | None = None
    long: Long | None = None
    entries: tuple[Entry, ...]
    exceptions: tuple[KnownException, ...] = ()

    def vintage_in(self, file_name: str) -> str | None:
        """The vintage a file's name tells ("" where names tell none), None where it is not ours."""
        match = re.fullmatch(self.file, file_name)
        if match is None:
            return None
        return match.groupdict().get("vintage") or ""

    def first_year_in(self, file_name: str) -> int | None:
        """The first year a file's name promises, None where names promise none."""
        match = re.fullmatch(self.file, file_name)
        first = match.groupdict().get("first") if match else None
        return int(first) if first else None

    def release(self, vintage: str) -> ReleaseNote:
        """The note of a release; for one not yet known, what the latest before it left out."""
        if found := self.releases.get(vintage):
            return found
        earlier = [name for name in sorted(self.releases) if name < vintage]
        if not earlier:
            return ReleaseNote()
        return ReleaseNote(absent=self.releases[earlier[-1]].absent)

    def columns(self) -> dict[str, str]:
        """Every name a column of ours has had, to the name the entries use."""
        return {alias: name for name, aliases in self.aliases.items() for alias in aliases}

    def check(self) -> None:
        """Raise ValueError where an entry names a period or breakdown that cannot be."""
        for entry in self.entries:
            build_period(entry.period, _ANY_YEAR)
            Breakdown.parse(entry.breakdown)
            if bool(entry.unit) != bool(entry.column or (entry.unit and entry.parts)):
                raise ValueError(f"{self.source}, {entry.indicator}: unit and column go together")


@cache
def datasets() -> tuple[Dataset, ...]:
    """Every dataset described, in order of its file's name."""
    found = []
    for name, text in dataset_files():
        dataset = Dataset.model_validate(tomllib.loads(text))
        try:
            dataset.check()
        except ValueError as error:
            raise ValueError(f"datasets/{name}: {error}") from error
        found.append(dataset)
    return tuple(found)


def dataset_files() -> Iterator[tuple[str, str]]:
    """The name and text of each dataset file."""
    folder = files("goldenthread.sources.published") / "datasets"
    for file in sorted(folder.iterdir(), key=lambda entry: entry.name):
        if file.name.endswith(".toml"):
            yield file.name, file.read_text(encoding="utf-8")
