"""Files that lie beside children's records and hold none: what they are, in words for a person."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from goldenthread.sources.columns import headings
from goldenthread.sources.own_returns.parts import WORKBOOKS
from goldenthread.sources.spellings.meaning import fold
from goldenthread.sources.spreadsheets.grid import TableRefusedError
from goldenthread.sources.spreadsheets.records import open_records

# Headings stand at the top, perhaps below a title.
_ROWS_LOOKED_AT = 10


@dataclass(frozen=True, slots=True)
class Stranger:
    """Something that is no return: of each line of ``headings`` it has one at least."""

    what: str
    headings: tuple[frozenset[str], ...]


_STRANGERS = (
    Stranger(
        "This is Ofsted’s list of homes, agencies and those who run them, and tells of no child: "
        "it is not read, and nothing is missed by that.",
        (
            frozenset({"urn"}),
            frozenset({"provider type", "provision type"}),
            frozenset({"registration status", "registration date", "provider status"}),
        ),
    ),
    Stranger(
        "These are published figures of areas and tell of no child: name their folder to "
        "`goldenthread report --data` instead.",
        (
            frozenset({"time period"}),
            frozenset({"geographic level"}),
        ),
    ),
)


def stranger(path: Path) -> str | None:
    """What a file is that no format recognises, in a sentence; None where nobody knows."""
    for row in _lines(path):
        found = {fold(text) for text in row}
        for each in _STRANGERS:
            if all(any_of & found for any_of in each.headings):
                return each.what
    return None


def _lines(path: Path) -> Iterator[Iterable[str]]:
    """The lines of a file that may be its headings; none where it cannot be read."""
    if path.suffix.lower() not in WORKBOOKS:
        yield headings(path)
        return
    try:
        for sheet in open_records(path).sheets():
            yield from sheet.rows[:_ROWS_LOOKED_AT]
    except (OSError, TableRefusedError):
        return
