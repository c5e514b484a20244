"""Reads a TOML file of like entries that people write, and says plainly what is wrong in it."""

import tomllib
from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel, ConfigDict, ValidationError
from pydantic_core import ErrorDetails

from goldenthread.nouns import GoldenThreadError


class Entry(BaseModel):
    """The base of one entry: unknown keys are refused, blanks around words dropped."""

    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=True)


EntryType = TypeVar("EntryType", bound=Entry)


def read_entries(file: Path, heading: str, entry: type[EntryType]) -> tuple[EntryType, ...]:
    """The entries under ``[[heading]]``, checked; raises GoldenThreadError naming the place."""
    try:
        text = file.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise GoldenThreadError(f"{file.name} cannot be read: {error.strerror}") from error
    except UnicodeDecodeError as error:
        raise GoldenThreadError(f"{file.name} is not UTF-8 text: save it as UTF-8") from error
    return parse_entries(text, file.name, heading, entry)


def parse_entries(
    text: str, name: str, heading: str, entry: type[EntryType]
) -> tuple[EntryType, ...]:
    """As ``read_entries``, from the text of a file called ``name``."""
    try:
        content = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise GoldenThreadError(f"{name} is not TOML: {error}") from error
    if others := sorted(set(content) - {heading}):
        raise GoldenThreadError(
            f"{name} has {others[0]!r}, which is not known: begin each entry with [[{heading}]]"
        )
    given = content.get(heading, [])
    if not isinstance(given, list):
        raise GoldenThreadError(f"{name}: begin each entry with [[{heading}]], in double brackets")
    found = []
    for number, one in enumerate(given, start=1):
        try:
            found.append(entry.model_validate(one))
        except ValidationError as error:
            raise GoldenThreadError(
                f"{name}, {heading} {number}: {_plainly(error.errors()[0])}"
            ) from error
    return tuple(found)


def _plainly(fault: ErrorDetails) -> str:
    key = ".".join(str(part) for part in fault["loc"])
    if fault["type"] == "missing":
        return f"{key!r} is missing: add it"
    if fault["type"] == "extra_forbidden":
        return f"{key!r} is not a key that is known: mend or delete it"
    said = fault["msg"].removeprefix("Value error, ")
    return f"{key!r}: {said[:1].lower()}{said[1:]}"
