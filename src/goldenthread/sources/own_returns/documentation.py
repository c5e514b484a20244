"""Writes the page of a return of our own: its tables, their columns and codes, and an example."""

from collections.abc import Iterator, Mapping, Sequence

from goldenthread.sources.own_returns.form import Form
from goldenthread.tables import Column, ColumnKind, Table, code_list

# The rows of a table in an example, as they stand in a CSV file.
Example = Mapping[str, Sequence[str]]

_HOW = """\
## How to send it

One CSV file (UTF-8) for each table, named as the table or otherwise, in one folder; or one
workbook (.xlsx or .ods) with a sheet for each, named as the table. The first row holds the
headings: the names of the columns below, in any order, in capitals or not, with spaces or
underscores. A table that is not known is left out, and so is a column, unless it is needed.

- **Days** are written 31/03/2024 or 2024-03-31; **moments** 31/03/2024 14:05 or 2024-03-31 14:05,
  as the clocks in England show.
- **Codes** are written as below, or in the words beside them; most other spellings are made out,
  and what is not is reported with its cell.
- **Yes or no** is written yes or no, Y or N, 1 or 0.
- A return holds **whole months**: every row from the first day of its earliest month to the last
  of its latest. A month without any row between them is taken to be a month in which nothing
  happened. `--year 2024` says instead that it holds all of 2023-24.
- Nothing in it names the council: `--area 821` does.

Rows without what is needed are reported and not kept; every other fault costs its cell alone.
"""


def page_of(form: Form, example: Example) -> str:
    """The page as Markdown, ending in one newline. ``example`` is by table, the headings first."""
    return "\n".join(_lines(form, example)) + "\n"


def _lines(form: Form, example: Example) -> Iterator[str]:
    yield f"# {form.title}"
    yield ""
    yield f"This page is generated from `src/goldenthread/sources/{form.kind}/` and"
    yield "`src/goldenthread/tables/`: change the code there and run `make docs`."
    yield ""
    yield form.opening
    yield ""
    yield from _HOW.splitlines()
    codes: dict[str, None] = {}
    for table in form.every_table:
        yield ""
        yield from _table(table)
        codes |= dict.fromkeys(column.codes for column in table.own_columns if column.codes)
        if table.name in example:
            yield ""
            yield "For example (nobody real):"
            yield ""
            yield "```csv"
            yield from example[table.name]
            yield "```"
    yield ""
    yield "## Codes"
    for name in codes:
        yield ""
        yield f"### {name}"
        yield ""
        yield "| Code | Words | Years | Notes |"
        yield "|---|---|---|---|"
        for each in code_list(name).codes:
            notes = each.notes.replace("|", "\\|")
            yield f"| {each.code} | {each.label} | {_years(each.first, each.last)} | {notes} |"


def _table(table: Table) -> Iterator[str]:
    yield f"## Table {table.name}"
    yield ""
    yield table.grain
    if table.name == "person":
        yield "It may be added, so that the rest can be told by age, sex and ethnicity."
    if table.name == "address":
        yield (
            "It may be added, so that the rest can be told by "
            "[locality](../how-to/measure-by-locality.md)."
        )
    yield ""
    yield "| Column | Holds | Needed | Meaning |"
    yield "|---|---|---|---|"
    for column in table.own_columns:
        needed = "yes" if column.required else ""
        yield f"| `{column.name}` | {_holds(column)} | {needed} | {column.words} |"


def _holds(column: Column) -> str:
    if column.kind is ColumnKind.CODE:
        return f"[code](#{column.codes})"
    return {ColumnKind.DATE: "day", ColumnKind.MOMENT: "moment"}.get(column.kind, column.kind.value)


def _years(first: int | None, last: int | None) -> str:
    if first and last:
        return f"{first} to {last}"
    if first:
        return f"from {first}"
    return f"to {last}" if last else ""
