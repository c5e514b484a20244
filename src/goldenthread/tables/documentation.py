"""Writes the tables and the lists of codes as pages: ``tables.md`` and ``codes.md``.

The pages are generated, committed and compared by a test, so that they cannot fall behind.
"""

from collections import defaultdict
from collections.abc import Iterator

from goldenthread.tables.catalogue import catalogue
from goldenthread.tables.codes import Code, code_list, code_lists
from goldenthread.tables.definition import Column, ColumnKind, Table

_TABLES = """\
# Tables of records

This page is generated from `src/goldenthread/tables/`: change the files there and run `make docs`.

`goldenthread read` brings every format into these tables and no others, and indicators are counted
from nothing else. Names and what a row is follow the Standard Safeguarding Dataset where it has the
table. A format fills what it carries: a column that it does not know stays empty, and a table that
it does not know is not there, which is not the same as a table of no rows.

- The **key** is what makes two rows the same thing. It is of things that every format carries, so
  that a referral told by two returns is one referral.
- A row without a **required** column cannot be counted: it is reported and not kept.
- A **personal** column could give a child away. It never enters a message, a log or a thread.
- A code is one of a [list](codes.md), by the year of the collection.

The council’s code, `area`, stands first in every table and is not repeated below.
"""

_CODES = """\
# Codes

This page is generated from `src/goldenthread/tables/code_lists/`: change the files there and run
`make docs`. Which [table](tables.md) uses a list stands under its name.

A code has the years of the collections that use it, each by the calendar year it ends in: 2024 is
the return for April 2023 to March 2024. Where no year stands, every year read here uses it. A code
outside its years is reported and kept as it stands; one that is not in the list is reported, and
the cell left empty. A figure broken down by a code is published under its **group**, or under what
the code stands for where it has none.
"""


def page() -> str:
    """The tables as Markdown, ending in a newline."""
    tables = catalogue().values()
    parts = [_TABLES, "## Contents\n", "| Table | What one row is | In the dataset |"]
    parts.append("| --- | --- | --- |")
    parts += [
        f"| [`{each.name}`](#{each.name}) | {each.grain} | {_ssd(each) or 'none'} |"
        for each in tables
    ]
    parts.append("")
    for each in tables:
        parts += _entry(each)
    return "\n".join(parts)


def codes_page() -> str:
    """The lists of codes as Markdown, ending in a newline."""
    used = _uses()
    parts = [_CODES, "## Contents\n"]
    parts += [f"- [{name}](#{name}) ({len(code_list(name).codes)})" for name in code_lists()]
    parts.append("")
    for name in code_lists():
        parts += _list(name, used[name])
    return "\n".join(parts)


def _entry(table: Table) -> Iterator[str]:
    yield f"## {table.name}\n"
    yield f"**{table.title}.** {table.grain} {table.notes}".rstrip() + "\n"
    yield f"- **Key:** {', '.join(f'`{name}`' for name in table.key)}."
    if table.dates:
        yield f"- **Dates:** {', '.join(f'`{name}`' for name in table.dates)}."
    yield f"- **In the Standard Safeguarding Dataset:** {_ssd(table) or 'it has none'}.\n"
    yield "| Column | Holds | Meaning | |"
    yield "| --- | --- | --- | --- |"
    for column in table.own_columns:
        held = column.kind.value
        if column.codes:
            held = f"[{held}](codes.md#{column.codes})"
        yield f"| `{column.name}` | {held} | {_cell(column.words)} | {_marks(column)} |"
    yield ""


def _ssd(table: Table) -> str:
    return f"`{table.ssd}`" if table.ssd else ""


def _marks(column: Column) -> str:
    told = {"required": column.required, "personal": column.personal}
    return ", ".join(word for word, holds in told.items() if holds)


def _uses() -> dict[str, list[str]]:
    """Where each list is used: table and column, linked."""
    used = defaultdict(list)
    for table in catalogue().values():
        for column in table.own_columns:
            if column.kind is ColumnKind.CODE:
                link = f"[`{table.name}.{column.name}`](tables.md#{table.name})"
                used[column.codes].append(link)
    return used


def _list(name: str, used: list[str]) -> Iterator[str]:
    yield f"## {name}\n"
    yield f"In {', '.join(used)}.\n" if used else "In no column: readers use it.\n"
    codes = code_list(name).codes
    grouped = any(each.group for each in codes)
    noted = any(each.notes for each in codes)
    heads = ["Code", "Stands for", *(["Group"] if grouped else []), "Years"]
    heads += ["Notes"] if noted else []
    yield f"| {' | '.join(heads)} |"
    yield f"|{' --- |' * len(heads)}"
    for each in codes:
        cells = [f"`{each.code}`", _cell(each.label), *([_cell(each.group)] if grouped else [])]
        cells += [_years(each), *([_cell(each.notes)] if noted else [])]
        yield f"| {' | '.join(cells)} |"
    yield ""


def _years(code: Code) -> str:
    if code.first and code.last:
        return f"{code.first} to {code.last}" if code.first < code.last else f"{code.first}"
    if code.first:
        return f"from {code.first}"
    return f"to {code.last}" if code.last else ""


def _cell(text: str) -> str:
    return text.replace("|", "\\|")
