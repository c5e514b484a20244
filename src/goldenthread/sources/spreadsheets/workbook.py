"""Reads one sheet of an xlsx or ods workbook into printed cells, after a look at its inside."""

import posixpath
from collections.abc import Callable, Iterator, Sequence
from datetime import date, datetime, time, timedelta
from pathlib import Path

from python_calamine import CalamineError, CalamineWorkbook

from goldenthread.sources.spreadsheets import limits
from goldenthread.sources.spreadsheets.delimited import tidy
from goldenthread.sources.spreadsheets.grid import BLANK, Cell, Grid, TableRefusedError, number_text
from goldenthread.sources.spreadsheets.markup import Attributes, Markup, walk
from goldenthread.sources.spreadsheets.ods_markup import OdsSheets
from goldenthread.sources.spreadsheets.package import Package, open_package
from goldenthread.sources.spreadsheets.xlsx_markup import XlsxSheet, is_plain, percent_styles

_WORKBOOK, _LINKS, _STYLES = "xl/workbook.xml", "xl/_rels/workbook.xml.rels", "xl/styles.xml"


def read_workbook(data: bytes, file: Path, sheet: str) -> Grid:
    """The cells of the sheet named, or of the first. Raises TableRefusedError if unsafe."""
    return _read(data, file, lambda names: [_chosen(names, sheet, file)])[0]


def read_every_sheet(data: bytes, file: Path) -> list[Grid]:
    """The cells of each sheet in order. Raises TableRefusedError if unsafe."""
    return _read(data, file, list)


def _read(data: bytes, file: Path, choose: Callable[[list[str]], list[str]]) -> list[Grid]:
    return [
        _grid(rows, name, markup)
        for name, rows, markup in open_sheets(data, file, choose, limits.TABLE)
    ]


def open_sheets(
    data: bytes, file: Path, choose: Callable[[list[str]], list[str]], size: limits.Size
) -> Iterator[tuple[str, Sequence[Sequence[object]], Markup]]:
    """Each sheet chosen: its name, its rows as the reader gives them, and what stands behind.

    Raises TableRefusedError for a workbook that is unsafe, broken, or beyond ``size``.
    """
    package = open_package(data, file, size)
    if "content.xml" in package.parts:
        markups = _ods_markups(package, size)
    else:
        markups = _xlsx_markups(package, size)
    try:
        with CalamineWorkbook.from_filelike(package.repacked()) as workbook:
            del package
            for name in choose(workbook.sheet_names):
                sheet = workbook.get_sheet_by_name(name)
                yield name, sheet.to_python(skip_empty_area=False), markups.get(name, Markup())
    except CalamineError as error:
        raise _unreadable(file, error) from error
    except BaseException as error:
        # The reader is written in another language: what breaks in it is no Exception, and its
        # class cannot be imported. Everything else goes on its way.
        if type(error).__name__ != "PanicException":
            raise
        raise _unreadable(file, error) from error


def _unreadable(file: Path, error: BaseException) -> TableRefusedError:
    return TableRefusedError(
        "not_a_workbook",
        f"{file.name} cannot be read as a workbook ({error}): open it and save it again as .xlsx "
        "or .ods.",
    )


def _chosen(names: list[str], wanted: str, file: Path) -> str:
    if not names:
        raise TableRefusedError("no_sheet", f"{file.name} has no sheet: save the table in one.")
    if not wanted:
        return names[0]
    if wanted in names:
        return wanted
    raise TableRefusedError(
        "no_sheet",
        f"There is no sheet {wanted!r} in {file.name}; write one of these in the mapping: "
        f"{', '.join(names[:20])}.",
    )


def _grid(rows: Sequence[Sequence[object]], name: str, markup: Markup) -> Grid:
    """Cells as printed; formulas and errors that the reader left out are put back."""
    grid = [
        [_cell(value, (down, across), markup) for across, value in enumerate(row)]
        for down, row in enumerate(rows)
    ]
    for down, across in (*markup.unsaid, *markup.broken):
        while len(grid) <= down:
            grid.append([])
        grid[down] += [BLANK] * (across + 1 - len(grid[down]))
        grid[down][across] = _cell("", (down, across), markup)
    return Grid.of(grid, name)


def _cell(value: object, place: tuple[int, int], markup: Markup) -> Cell:
    if place in markup.broken:
        return Cell(markup.broken[place] or "#ERROR")
    if isinstance(value, bool):
        return Cell(str(value).upper())
    if isinstance(value, int | float):
        return Cell(number_text(float(value), percent=place in markup.percents), stored=True)
    if isinstance(value, datetime):
        return Cell(value.date().isoformat())
    if isinstance(value, date | time | timedelta):
        return Cell(str(value))
    if value == "" and place in markup.unsaid:
        return Cell("=")
    return Cell(tidy(str(value)))


def _ods_markups(package: Package, size: limits.Size) -> dict[str, Markup]:
    sheets = OdsSheets(size)
    for name, content in package.parts.items():
        if name == "content.xml":
            walk(content, name, sheets.begin, sheets.end, sheets.text)
        elif name.lower().endswith(".xml"):
            walk(content, name, _pass_over)
    return sheets.markups


def _xlsx_markups(package: Package, size: limits.Size) -> dict[str, Markup]:
    """What stands behind the cells of every worksheet, by the sheet's name.

    Every part is followed as if it were a worksheet: the workbook may name any of them as one.
    Of records no percentage is wanted, so a part without formulas and errors is passed over.
    """
    parts = package.parts
    percent = percent_styles(parts[_STYLES], _STYLES) if _STYLES in parts else frozenset()
    by_part: dict[str, Markup] = {}
    for name, content in parts.items():
        if name.lower().endswith((".xml", ".rels")):
            if size is limits.RECORDS and is_plain(content, size):
                continue
            sheet = XlsxSheet(percent, size)
            walk(content, name, sheet.begin, sheet.end, sheet.text)
            by_part[name] = sheet.markup
    targets = _targets(parts)
    return {
        name: by_part[targets[link]]
        for name, link in _sheet_links(parts).items()
        if targets.get(link) in by_part
    }


def _pass_over(tag: str, attributes: Attributes) -> None:
    """Nothing is wanted of this part, only that it is safe to open."""


def _sheet_links(parts: dict[str, bytes]) -> dict[str, str]:
    found: dict[str, str] = {}

    def begin(tag: str, attributes: Attributes) -> None:
        if tag == "sheet":
            found[attributes.get("name", "")] = attributes.get("id", "")

    if _WORKBOOK in parts:
        walk(parts[_WORKBOOK], _WORKBOOK, begin)
    return found


def _targets(parts: dict[str, bytes]) -> dict[str, str]:
    found: dict[str, str] = {}

    def begin(tag: str, attributes: Attributes) -> None:
        if tag == "Relationship":
            target = attributes.get("Target", "")
            whole = target[1:] if target.startswith("/") else posixpath.join("xl", target)
            found[attributes.get("Id", "")] = posixpath.normpath(whole)

    if _LINKS in parts:
        walk(parts[_LINKS], _LINKS, begin)
    return found
