"""Prints a table of released values as plain text and as accessible HTML, its symbols explained."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from markupsafe import Markup, escape

from goldenthread.disclosure import Released
from goldenthread.report.document import Cell, Table
from goldenthread.report.html.links import shown
from goldenthread.report.html.tables import Legend, legend, numeric_columns
from goldenthread.wording.numbers import printed

MOST_ROWS = 20

# Written on each element, because notebooks, their exports and code hosts drop style sheets.
_TABLE = "border-collapse:collapse;margin:.5em 0"
_CAPTION = "caption-side:top;text-align:left;font-weight:bold;padding:.25em 0;color:inherit"
_SHORT = 16  # letters that are kept on one line: a year, a date, a number
_CELL = "padding:.3em .75em;border-bottom:1px solid #8a8f94;vertical-align:top;text-align:"


def as_text(table: Table) -> str:
    """The caption, the rows in columns, and a line for each symbol and note."""
    table = _shortened(table)
    key = legend(table)
    lines = [(table.corner, *table.columns)]
    lines += [(row.heading, *(_plain(cell, key) for cell in row.cells)) for row in table.rows]
    widths = [max(map(len, column)) for column in zip(*lines, strict=True)]
    right = (False, *numeric_columns(table))
    drawn = [
        "  ".join(
            text.rjust(width) if to_right else text.ljust(width)
            for text, width, to_right in zip(line, widths, right, strict=True)
        ).rstrip()
        for line in lines
    ]
    return "\n".join([table.caption, *drawn, *_below(table, key)])


def as_html(table: Table) -> Markup:
    """The same as a table whose headings are headings, for any screen reader."""
    table = _shortened(table)
    key = legend(table)
    sides = ["right" if numeric else "left" for numeric in numeric_columns(table)]
    head = Markup("").join(
        Markup('<th scope="col" style="{}">{}</th>').format(_CELL + side, text)
        for text, side in zip((table.corner, *table.columns), ("left", *sides), strict=True)
    )
    body = Markup("").join(
        Markup('<tr><th scope="row" style="{}">{}</th>{}</tr>').format(
            _CELL + "left;font-weight:normal", row.heading, _cells(row.cells, sides, key)
        )
        for row in table.rows
    )
    notes = paragraphs(_below(table, key))
    return (
        Markup('<table style="{}"><caption style="{}">{}</caption>').format(
            _TABLE, _CAPTION, table.caption
        )
        + Markup("<thead><tr>{}</tr></thead><tbody>{}</tbody></table>").format(head, body)
        + notes
    )


def paragraphs(lines: Iterable[str]) -> Markup:
    """Each line as a paragraph."""
    return Markup("").join(Markup("<p>{}</p>").format(line) for line in lines)


def _cells(cells: Sequence[Cell], sides: Sequence[str], key: Legend) -> Markup:
    return Markup("").join(
        Markup('<td style="{}">{}</td>').format(
            _CELL + side + (";white-space:nowrap" if len(_plain(cell, key)) <= _SHORT else ""),
            _marked(cell, key),
        )
        for cell, side in zip(cells, sides, strict=True)
    )


def _marked(cell: Cell, key: Legend) -> Markup:
    if not isinstance(cell.content, Released):
        return escape(cell.content)
    flags = Markup("").join(
        Markup(' <abbr title="{}">{}</abbr>').format(flag.meaning, flag.letter)
        for flag in key.beside(cell)
    )
    return shown(cell.content, printed(cell.content)) + flags


def _plain(cell: Cell, key: Legend) -> str:
    if not isinstance(cell.content, Released):
        return cell.content
    return " ".join([printed(cell.content), *(flag.letter for flag in key.beside(cell))])


def _shortened(table: Table) -> Table:
    """The first rows, with a note of how many more there are."""
    if (left := len(table.rows) - MOST_ROWS) <= 0:
        return table
    more = f"… and {left:,} more rows: to_pandas() has them all."
    return replace(table, rows=table.rows[:MOST_ROWS], notes=(more, *table.notes))


def _below(table: Table, key: Legend) -> list[str]:
    explained = [f"{flag.letter}: {flag.meaning}." for flag in (*key.symbols, *key.flags)]
    settled = [f"All figures: {flag.meaning}." for flag in key.shared]
    return [*explained, *settled, *table.notes]
