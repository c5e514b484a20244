"""Finds the headings of a list in its sheet, and takes the columns below them that are known."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from goldenthread.nouns import Fault, Severity
from goldenthread.sources.annex_a.headings import heading
from goldenthread.sources.annex_a.lists import LISTS, AnnexList, named
from goldenthread.sources.spreadsheets.records import Sheet
from goldenthread.tables import Found

# A title, a date and some guidance may stand above the headings; more would be another document.
_ROWS_ABOVE = 30

# So many headings of a list tell it, where the sheet's name does not.
_ENOUGH = 3


@dataclass(frozen=True)
class ListSheet:
    """The rows of one list: each known field's texts, with where they stand.

    ``rows`` are the sheet's row numbers from 0; ``across`` the column of each field.
    """

    list: AnnexList
    sheet: Sheet
    rows: tuple[int, ...]
    across: Mapping[str, int]
    columns: Mapping[str, tuple[str, ...]]

    def texts(self, field: str) -> tuple[str, ...]:
        """The texts of a field, blank where its heading is not there."""
        return self.columns.get(field, ("",) * len(self.rows))

    def heading(self, field: str) -> str:
        """What the guidance calls a field."""
        return heading(self.list.number, field)

    def place(self, row: int, field: str) -> str:
        """Where a row of this list, counted from 0, and a field stand."""
        return self.sheet.place(self.rows[row], self.across.get(field))


def find_list(sheet: Sheet, file: str, found: Found) -> ListSheet | None:
    """The list that a sheet holds, None where it holds none.

    Faults: ``no_headings``, ``column_missing``, ``column_unknown``, ``column_twice``,
    ``sheet_unknown``.
    """
    if not any(any(row) for row in sheet.rows):
        return None
    by_name = named(sheet.name)
    candidates = (by_name,) if by_name else LISTS
    best: tuple[int, int, AnnexList] | None = None
    for down, row in enumerate(sheet.rows[:_ROWS_ABOVE]):
        for each in candidates:
            fields = {field for text in row if (field := each.field_of(text))}
            score = len(fields & each.of_its_own) * 2 + len(fields)
            enough = 2 if by_name else 2 * _ENOUGH
            if len(fields & each.of_its_own) and score > max(enough, best[0] if best else 0):
                best = score, down, each
    if best is None:
        found.add(_not_found(sheet, by_name, file))
        return None
    return _taken(sheet, best[1], best[2], file, found)


def _taken(sheet: Sheet, heading_row: int, each: AnnexList, file: str, found: Found) -> ListSheet:
    across = dict(_fields(sheet, heading_row, each, file, found))
    for field in each.needed:
        if field not in across:
            found.add(
                Fault(
                    "column_missing",
                    f"List {each.number} has no column {heading(each.number, field)}: add it, or "
                    "write its heading as in the guidance for inspections.",
                    file,
                    sheet.place(heading_row, None),
                )
            )
    rows = tuple(down for down in range(heading_row + 1, len(sheet.rows)) if any(sheet.rows[down]))
    columns = {
        field: tuple(_cell(sheet.rows[down], column) for down in rows)
        for field, column in across.items()
    }
    return ListSheet(each, Sheet(sheet.name, []), rows, across, columns)


def _fields(
    sheet: Sheet, heading_row: int, each: AnnexList, file: str, found: Found
) -> Iterator[tuple[str, int]]:
    """Each field with its column; the first of two columns for one field is taken."""
    taken: set[str] = set()
    for column, text in enumerate(sheet.rows[heading_row]):
        field = each.field_of(text)
        if field and field not in taken:
            taken.add(field)
            yield field, column
        elif text:
            rule = "column_twice" if field else "column_unknown"
            said = (
                "has a second column for what one before it says, which is left out: see which of "
                "them is meant"
                if field
                else "has a heading that is none of the list's, and its column is left out: see "
                "whether it is one of them, spelt otherwise"
            )
            place = sheet.place(heading_row, column)
            found.add(Fault(rule, f"List {each.number} {said}.", file, place, Severity.WARNING))


def _cell(row: list[str], column: int) -> str:
    return row[column] if column < len(row) else ""


def _not_found(sheet: Sheet, by_name: AnnexList | None, file: str) -> Fault:
    if by_name:
        return Fault(
            "no_headings",
            f"This sheet should be list {by_name.number}, and none of its headings is in the first "
            f"{_ROWS_ABOVE} rows: see that they are there.",
            file,
            f"sheet {sheet.name}",
        )
    return Fault(
        "sheet_unknown",
        "This sheet is none of the lists, and is left out: if it is one, name it List 1 to List "
        "11.",
        file,
        f"sheet {sheet.name}",
        Severity.NOTE,
    )
