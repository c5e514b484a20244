"""What ``release.toml`` may say, checked; a fault names the entry and its line.

The keys are explained, with an example, in docs/reference/release-folder.md.
"""

import re
import tomllib
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator
from pydantic_core import ErrorDetails

from goldenthread.disclosure.publication.model import BETWEEN_MEASURES, StatedRule, Total
from goldenthread.nouns import GoldenThreadError

FILE = "release.toml"

# A release is described by hand; a file beyond this is some other file.
_MAX_BYTES = 5_000_000


class _Entry(BaseModel):
    """The base of one entry: unknown keys are refused, blanks around words dropped."""

    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=True)


class TotalEntry(_Entry):
    """One category, or one measure, that is the sum of others."""

    whole: str = Field(alias="is", min_length=1)
    of: tuple[str, ...] = Field(min_length=1)
    complete: bool = True


class DimensionEntry(_Entry):
    """A dimension: its hierarchies, and the category meant where a table does not name it."""

    name: str = Field(min_length=1)
    whole: str = ""
    total: tuple[TotalEntry, ...] = ()


class _Numbers(_Entry):
    """What numbers are, whether in a table or in a sentence."""

    measure: str = ""
    percent_of: str = ""
    base_at: dict[str, str] = {}
    per: int | None = Field(None, gt=0)
    decimals: int | None = Field(None, ge=-9, le=9)
    cost: float = Field(1.0, gt=0)

    @model_validator(mode="after")
    def _percentages_say_how_they_are_rounded(self) -> "_Numbers":
        if self.percent_of and self.decimals is None:
            raise ValueError("say with decimals how the percentages are rounded")
        if not self.percent_of and (self.per is not None or self.base_at):
            raise ValueError("per and base_at belong to percentages: say percent_of too")
        return self

    @property
    def places(self) -> int:
        """How many decimals are printed."""
        return self.decimals or 0

    @property
    def multiple(self) -> int:
        """What the share is multiplied by: 100 for a percentage, 1 for a count."""
        return (self.per or 100) if self.percent_of else 1


class TableEntry(_Numbers):
    """One file of numbers; with ``inside`` its true counts are never written out."""

    file: str = Field(min_length=1)
    inside: bool = False
    rounded_to: int = Field(0, ge=0)

    @model_validator(mode="after")
    def _what_is_inside_is_counts(self) -> "TableEntry":
        if self.inside and (self.percent_of or self.places or self.rounded_to):
            raise ValueError("a table inside holds whole counts and nothing else")
        if self.rounded_to and self.percent_of:
            raise ValueError("rounded_to belongs to counts, not to percentages")
        return self


class StatementEntry(_Numbers):
    """One number printed in a sentence, or the symbol in its place."""

    measure: str = Field(min_length=1)
    at: dict[str, str] = {}
    value: Decimal | None = None
    symbol: str = ""
    count: int | None = Field(None, ge=0)
    numerator: int | None = Field(None, ge=0)
    denominator: int | None = Field(None, ge=0)
    place: str = ""

    @model_validator(mode="after")
    def _value_or_symbol(self) -> "StatementEntry":
        if (self.value is None) == (not self.symbol):
            raise ValueError("give either a value or a symbol")
        return self


class RuleEntry(_Entry):
    """How a protected release was protected."""

    name: str = Field(min_length=1)
    threshold: int = Field(ge=0)
    narrowest: int | None = Field(None, ge=0)
    complement: bool = False

    def stated(self) -> StatedRule:
        """The rule; without a width of its own, intervals are as wide as the threshold."""
        narrowest = self.threshold if self.narrowest is None else self.narrowest
        return StatedRule(
            name=self.name,
            threshold=self.threshold,
            narrowest=narrowest,
            complement=self.complement,
        )


class Layout(_Entry):
    """The whole of ``release.toml``."""

    schema_: int = Field(alias="schema", ge=1, le=1)
    name: str = Field(pattern=r"^[A-Za-z0-9][A-Za-z0-9_-]{0,99}$")
    published: date
    sensitive: tuple[str, ...]
    rule: RuleEntry | None = None
    dimension: tuple[DimensionEntry, ...] = ()
    table: tuple[TableEntry, ...] = ()
    measure_total: tuple[TotalEntry, ...] = ()
    statement: tuple[StatementEntry, ...] = ()

    @property
    def totals(self) -> tuple[Total, ...]:
        """Every hierarchy, on the dimensions and between measures."""
        entries = [(each.name, total) for each in self.dimension for total in each.total]
        entries += [(BETWEEN_MEASURES, total) for total in self.measure_total]
        return tuple(
            Total(dimension, entry.whole, entry.of, entry.complete) for dimension, entry in entries
        )

    @property
    def wholes(self) -> dict[str, str]:
        """Where a table stands on each dimension that it does not name."""
        return {each.name: each.whole for each in self.dimension if each.whole}


def read_layout(folder: Path) -> Layout:
    """``release.toml`` of a folder; raises GoldenThreadError naming the entry and line."""
    file = folder / FILE
    try:
        if file.stat().st_size > _MAX_BYTES:
            raise GoldenThreadError(f"{file} is too large to be a description of a release")
        text = file.read_text(encoding="utf-8-sig")
    except FileNotFoundError as error:
        raise GoldenThreadError(
            f"{folder} holds no {FILE}: name the folder of a release, which says there what its"
            " tables are"
        ) from error
    except UnicodeDecodeError as error:
        raise GoldenThreadError(f"{FILE} is not UTF-8 text: save it as UTF-8") from error
    try:
        content = tomllib.loads(text, parse_float=Decimal)
    except tomllib.TOMLDecodeError as error:
        raise GoldenThreadError(f"{FILE} is not TOML: {error}") from error
    try:
        return Layout.model_validate(content)
    except ValidationError as error:
        raise GoldenThreadError(_plainly(error.errors()[0], text)) from error


def _plainly(fault: ErrorDetails, text: str) -> str:
    where, key = _place(fault["loc"], text)
    if fault["type"] == "missing":
        said = f"{key!r} is missing: add it"
    elif fault["type"] == "extra_forbidden":
        said = f"{key!r} is not a key that is known: mend or delete it"
    else:
        message = fault["msg"].removeprefix("Value error, ")
        said = f"{key!r}: {message}" if key else message
    return f"{where}: {said}"


def _place(location: tuple[Any, ...], text: str) -> tuple[str, str]:
    """The file, entry and line of a fault, and the key that is wrong in it."""
    names: list[str] = []
    numbers: list[int] = []
    rest = list(location)
    while len(rest) >= 2 and isinstance(rest[0], str) and isinstance(rest[1], int):
        names.append(rest.pop(0))
        numbers.append(rest.pop(0))
    key = ".".join(str(part) for part in rest)
    if not names:
        return FILE, key
    said = ", ".join(f"{name} {at + 1}" for name, at in zip(names, numbers, strict=True))
    line = _line_of(names[0], numbers[0], text)
    return f"{FILE}, {said}{f' (line {line})' if line else ''}", key


def _line_of(name: str, number: int, text: str) -> int | None:
    """The line on which the entry of that number begins, where it is written as ``[[name]]``."""
    heading = re.compile(rf"^[ \t]*\[\[[ \t]*{re.escape(name)}[ \t]*\]\]", re.MULTILINE)
    for at, found in enumerate(heading.finditer(text)):
        if at == number:
            return text.count("\n", 0, found.start()) + 1
    return None
