"""Writes the figure book's schema as a page for people: ``docs/reference/figure-book.md``.

The page is generated, committed and compared by a test, so that it cannot fall behind the code.
"""

from collections.abc import Iterator

import pyarrow as pa

from goldenthread.figures.preference import ORDER, Prefer
from goldenthread.figures.schema import COLUMNS, SCHEMA_VERSION
from goldenthread.figures.storage import MIGRATIONS, VERSION_KEY
from goldenthread.nouns import Quality, Sensitivity, Status, Symbol, Unit

_OPENING = """\
# The figure book

This page is generated from `src/goldenthread/figures/`: change the code there and run `make docs`.

The figure book holds every number that is known, each with the thread back to where it came from.
One row is one value (or the symbol in its place) of one thing, from one place in one file. A
thing is an indicator in a unit, for an area, a period and a breakdown. It may be known several
times, restated, revised or from another source: the book keeps all of them and overwrites none.

It is one Parquet file, read by any tool that reads Parquet. The file’s metadata carries the
schema’s version under `{key}`; this page describes version {version}. A file
of a newer version is refused with a sentence; an older one is brought up to date as it is read
({migrations}).
The same figures always give the same bytes, and a file is written whole or not at all.
"""

_TYPES = {
    pa.string(): "text",
    pa.float64(): "number",
    pa.int8(): "whole number",
    pa.date32(): "date",
}

_ORDER = """\
## Which value is shown

Where one thing is known with several values, a report shows the first in this order:
"""

_DIFFERING = """\
## Restated, or counted otherwise

A definition is written `indicator:basis`, and `indicator:basis@version` where it has versions.
Values of one thing that differ on one basis are **restatements**; values on different bases are
kept apart, whatever they are called, and are never put into one series.
"""


def page() -> str:
    """The whole page as Markdown, ending in one newline."""
    return "\n".join(_lines()) + "\n"


def _lines() -> Iterator[str]:
    older = f"{len(MIGRATIONS)} older versions are known" if MIGRATIONS else "there is none yet"
    yield _OPENING.format(key=VERSION_KEY.decode(), version=SCHEMA_VERSION, migrations=older)
    yield "## Columns\n"
    yield "| Column | Type | May be empty | Meaning |"
    yield "|---|---|---|---|"
    for column in COLUMNS:
        empty = "yes" if column.nullable else "no"
        yield f"| `{column.name}` | {_TYPES[column.type]} | {empty} | {column.meaning} |"
    yield ""
    yield "A number is never empty for want of a reason: where there is no `value` there is a"
    yield "`symbol`. Percentages and rates hold the number as printed, 20.8 for 20.8%.\n"
    yield from _words("Units", ((unit.value, unit.words) for unit in Unit))
    yield from _words("Symbols", ((symbol.value, symbol.meaning) for symbol in Symbol))
    for title, words in (("Status", Status), ("Quality", Quality), ("Sensitivity", Sensitivity)):
        yield f"**{title}** is one of {', '.join(f'`{word.value}`' for word in words)}.\n"
    yield _ORDER
    for number, (heading, text) in enumerate(ORDER, 1):
        yield f"{number}. **{heading}**: {text}"
    yield ""
    for prefer in Prefer:
        yield f"`Prefer.{prefer.name}`: {prefer.reason}.\n"
    yield _DIFFERING.rstrip()


def _words(title: str, pairs: Iterator[tuple[str, str]]) -> Iterator[str]:
    yield f"### {title}\n"
    yield "| Written | Meaning |"
    yield "|---|---|"
    for written, meaning in pairs:
        yield f"| `{written}` | {meaning} |"
    yield ""
