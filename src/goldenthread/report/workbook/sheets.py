"""What stands on each sheet of the workbook, before any library is asked to write it.

A cell is a text or a number; a number has the format that shows it as the report prints it.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field

from goldenthread.disclosure import Released
from goldenthread.nouns import Figure, Symbol, Unit
from goldenthread.report.data.thread import number
from goldenthread.report.document import Cell, Document, Row, Table, ThreadEntry
from goldenthread.report.printed_values import every_table, threads_by_id
from goldenthread.report.workbook.words import headings, text

Value = str | int | float

_SIGNS = {Unit.PERCENT: '"%"', Unit.PERCENT_CHANGE: '"%"'}


@dataclass(frozen=True, slots=True)
class Entry:
    """One cell: its value, and how a number is shown."""

    value: Value
    shown_as: str = ""


@dataclass(slots=True)
class Sheet:
    """One sheet with its one table. ``bold`` lists rows that are totals, the first being 0."""

    name: str
    title: str
    columns: list[str]
    rows: list[list[Entry]]
    subtitles: list[str] = field(default_factory=list)
    legend: list[str] = field(default_factory=list)
    source: str = ""
    bold: list[int] = field(default_factory=list)
    bold_cells: list[tuple[int, int]] = field(default_factory=list)


def sheets(document: Document) -> list[Sheet]:
    """The notes, each table of the document, and every printed figure, a sheet each."""
    threads = threads_by_id(document)
    notes: list[tuple[str, str]] = []
    tables = [
        _table(f"Table {at}", table, document, threads, notes)
        for at, table in enumerate(every_table(document), start=1)
    ]
    figures = [_figures(document)] if document.threads or not document.cover else []
    return [_notes(document, notes), *tables, *figures]


def _table(
    name: str,
    table: Table,
    document: Document,
    threads: dict[str, ThreadEntry],
    notes: list[tuple[str, str]],
) -> Sheet:
    """One table; its notes join the notes of the whole workbook and are referred to by number."""
    numbers = range(len(notes) + 1, len(notes) + len(table.notes) + 1)
    notes += [(name, note) for note in table.notes]
    marked = any(cell.mark for row in table.rows for cell in row.cells)
    columns = (table.corner or "Row", *table.columns, *(("Marked",) if marked else ()))
    values = [c.content for row in table.rows for c in row.cells if isinstance(c.content, Released)]
    sources = dict.fromkeys(
        threads[value.id].source_title or value.figure.thread.source for value in values
    )
    return Sheet(
        name=name,
        title=text(f"{name}: {table.caption}") + "".join(f" [note {n}]" for n in numbers),
        columns=headings(columns),
        rows=[_row(row, table.columns, marked) for row in table.rows]
        or [[Entry(text(""))] * len(columns)],
        subtitles=_subtitles(document),
        legend=_legend(value.symbol for value in values),
        source=text("Source: " + "; ".join(sources)) if sources else "",
        bold=[at for at, row in enumerate(table.rows) if row.total],
        bold_cells=[
            (at, column)
            for at, row in enumerate(table.rows)
            for column, cell in enumerate(row.cells, start=1)
            if cell.mark
        ],
    )


def _row(row: Row, columns: tuple[str, ...], marked: bool) -> list[Entry]:
    entries = [Entry(text(row.heading)), *(_cell(cell) for cell in row.cells)]
    if marked:
        marks = [
            f"{cell.mark.value}: {column}"
            for cell, column in zip(row.cells, columns, strict=True)
            if cell.mark
        ]
        entries.append(Entry(text("; ".join(marks) or "not marked")))
    return entries


def _cell(cell: Cell) -> Entry:
    if isinstance(cell.content, Released):
        return released_entry(cell.content)
    return Entry(text(cell.content))


def released_entry(released: Released) -> Entry:
    """A released value as a number, shown with its own decimals and sign, or as its letter."""
    figure = released.figure
    value = number(figure.value)
    if value is None:
        return Entry(str(figure.symbol))
    return Entry(value, shown_as(figure))


def shown_as(figure: Figure) -> str:
    """The spreadsheet's number format for a figure."""
    digits = "#,##0" + ("." + "0" * figure.decimals if figure.decimals else "")
    before = '"£"' if figure.unit is Unit.POUNDS else ""
    return f"{before}{digits}{_SIGNS.get(figure.unit, '')}"


def _legend(symbols: Iterable[Symbol | None]) -> list[str]:
    used = sorted({symbol for symbol in symbols if symbol is not None})
    return [f"{symbol.value}: {symbol.meaning}" for symbol in used]


def _subtitles(document: Document) -> list[str]:
    """What stands under every sheet's title."""
    about = text(f"{document.area}, {document.year}")
    return [text(document.notice), about] if document.notice else [about]


def _notes(document: Document, notes: list[tuple[str, str]]) -> Sheet:
    """Notes by number, the letters used, the sources, and how the figures are counted."""
    definitions = dict.fromkeys(entry.definition for entry in document.threads if entry.definition)
    symbols = _legend(entry.released.symbol for entry in document.threads)
    as_of = f"{document.as_of.day} {document.as_of:%B %Y}"
    methods = document.cover or (
        f"Figures are those known on {as_of}.",
        "Percentages and rates from counts are rounded half away from zero.",
        "Counts too small to publish are withheld by each source’s rule.",
    )
    lines = [
        *((f"note {at}", where, note) for at, (where, note) in enumerate(notes, start=1)),
        *(("letter", "every sheet", symbol) for symbol in symbols),
        *(("source", "every sheet", source) for source in document.sources),
        *(("method", "every sheet", method) for method in methods),
        *(("definition", "Figures", definition) for definition in definitions),
    ]
    return Sheet(
        name="Notes",
        title="Notes",
        subtitles=[text(document.notice)] if document.notice else [],
        columns=["Kind", "Where", "Note"],
        rows=[[Entry(text(part)) for part in line] for line in lines],
    )


def _figures(document: Document) -> Sheet:
    """Every printed figure with its thread, one a row."""
    rows = [_figure_row(entry) for entry in document.threads]
    columns = (
        *("Figure", "Value", "Unit", "Area", "Period", "Breakdown", "Status", "Quality"),
        *("Dataset", "Release", "File", "Place in the file", "Calculation", "Definition"),
        *("Also known as", "Id"),
    )
    return Sheet(
        name="Figures",
        title="Every figure printed in the report, with its thread"
        if not document.cover
        else "Every figure of the tables, with its thread",
        columns=headings(columns),
        rows=rows or [[Entry(text(""))] * len(columns)],
        subtitles=_subtitles(document),
        legend=_legend(entry.released.symbol for entry in document.threads),
    )


def _figure_row(entry: ThreadEntry) -> list[Entry]:
    figure = entry.released.figure
    thread = figure.thread
    others = "; ".join(f"{other.printed} ({other.source})" for other in entry.also_known_as)
    quality = f"{figure.quality.value}: {figure.quality_note}" if figure.quality_note else ""
    words = (
        *(figure.unit.words, figure.area.name, figure.period.words),
        figure.breakdown.words or "the whole",
        *(figure.status.value, quality or figure.quality.value),
        entry.source_title or thread.source,
        *(thread.vintage, thread.file, thread.locator, thread.calculation, thread.definition),
        *(others, entry.released.id),
    )
    return [
        Entry(text(entry.title)),
        released_entry(entry.released),
        *(Entry(text(word)) for word in words),
    ]
