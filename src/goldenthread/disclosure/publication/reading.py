"""Reads a release's folder: ``release.toml`` and its tables, as one Publication.

The same reader reads what is still inside, with its true counts, and what has been protected; a
protected folder that holds inside knowledge is refused.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from fractions import Fraction
from pathlib import Path

from goldenthread.disclosure.publication.checking import (
    check_arithmetic,
    check_bases,
    check_spelling,
    check_totals,
    exactly_printed,
)
from goldenthread.disclosure.publication.layout import (
    Layout,
    StatementEntry,
    TableEntry,
    read_layout,
)
from goldenthread.disclosure.publication.model import Cell, Item, Publication
from goldenthread.disclosure.publication.rows import Row, Table, read_table
from goldenthread.disclosure.publication.sums import sums_of
from goldenthread.nouns import GoldenThreadError, Symbol, round_half_away


@dataclass(frozen=True, slots=True)
class Folder:
    """A release's folder as read: what it says of itself, and its tables in order."""

    layout: Layout
    tables: tuple[Table, ...]


def read_publication(folder: Path) -> Publication:
    """Everything the folder prints, and what it knows inside.

    Items stand in the order of the tables and their rows, then the statements. Raises
    GoldenThreadError naming the file and row, or the entry of release.toml, that cannot be.
    """
    return publication_of(read_folder(folder))


def read_folder(folder: Path) -> Folder:
    """The folder's description and tables; raises GoldenThreadError where one is missing."""
    layout = read_layout(folder)
    names = [each.name for each in layout.dimension]
    if len(set(names)) != len(names):
        raise GoldenThreadError("release.toml names a dimension twice: put the two together")
    files = [each.file for each in layout.table]
    if len(set(files)) != len(files):
        raise GoldenThreadError("release.toml names a table twice: keep one entry")
    if not layout.table and not layout.statement:
        raise GoldenThreadError("release.toml names no table: add a [[table]]")
    return Folder(layout, tuple(read_table(folder, entry, names) for entry in layout.table))


def publication_of(read: Folder) -> Publication:
    """The publication that a folder as read holds; raises as ``read_publication``."""
    layout = read.layout
    check_totals(layout.totals)
    counts: dict[Cell, tuple[int, str]] = {}
    items: list[Item] = []
    for table in read.tables:
        for row in table.rows:
            items += _item(layout, table.entry, row, counts)
    for number, statement in enumerate(layout.statement, start=1):
        items += _item(layout, statement, _as_row(layout, statement, number), counts)
    if layout.rule is not None and counts:
        _, place = next(iter(counts.values()))
        raise GoldenThreadError(
            f"{place} holds inside knowledge, and release.toml says by its rule that this folder"
            " is for the public: publish none of it; protect the release again"
        )
    printed = exactly_printed(items)
    cells = {cell for item in items for cell in (item.cell, item.base) if cell is not None}
    check_spelling({*cells, *counts}, layout.totals)
    publication = Publication(
        name=layout.name,
        published=layout.published,
        items=tuple(items),
        sums=sums_of(cells, layout.totals),
        sensitive=frozenset(layout.sensitive),
        counts={},
        totals=layout.totals,
        wholes=layout.wholes,
        rule=layout.rule.stated() if layout.rule else None,
    )
    check_bases(publication)
    exact: dict[Cell, Fraction] = {cell: Fraction(value) for cell, (value, _) in printed.items()}
    if layout.rule is None:
        for cell, (value, place) in counts.items():
            if exact.setdefault(cell, Fraction(value)) != value:
                raise GoldenThreadError(
                    f"{cell} is {printed[cell][0]:f} in {printed[cell][1]} and {value} in {place}:"
                    " mend one"
                )
        exact = _completed(publication, exact)
    check_arithmetic(publication, exact)
    if layout.rule is not None:
        return publication
    return _with_counts(publication, exact)


def _with_counts(publication: Publication, exact: Mapping[Cell, Fraction]) -> Publication:
    whole = {cell: int(value) for cell, value in exact.items() if value.denominator == 1}
    return Publication(
        name=publication.name,
        published=publication.published,
        items=publication.items,
        sums=publication.sums,
        sensitive=publication.sensitive,
        counts=dict(sorted(whole.items())),
        totals=publication.totals,
        wholes=publication.wholes,
        rule=None,
    )


def _completed(publication: Publication, known: Mapping[Cell, Fraction]) -> dict[Cell, Fraction]:
    """What is known and what complete sums make of it, until they make no more."""
    found = dict(known)
    grew = True
    while grew:
        grew = False
        for each in publication.sums:
            lacking = [cell for cell in (each.whole, *each.parts) if cell not in found]
            if len(lacking) != 1 or not each.complete:
                continue
            together = sum((found[part] for part in each.parts if part in found), Fraction(0))
            cell = lacking[0]
            found[cell] = together if cell == each.whole else found[each.whole] - together
            if found[cell] < 0:
                raise GoldenThreadError(
                    f"the parts of {each.whole} make more than its {found[each.whole]}: mend them"
                )
            grew = True
    return found


def _as_row(layout: Layout, statement: StatementEntry, number: int) -> Row:
    where = f"release.toml, statement {number}"
    names = {each.name for each in layout.dimension}
    for name in (*statement.at, *statement.base_at):
        if name not in names:
            raise GoldenThreadError(
                f"{where}: {name!r} is no dimension: add a [[dimension]] of that name"
            )
    shown = statement.symbol if statement.value is None else f"{statement.value:f}"
    inside = {
        name: str(value)
        for name in ("count", "numerator", "denominator")
        if (value := getattr(statement, name)) is not None
    }
    return Row(statement.place or where, 0, statement.at, statement.measure, shown, inside)


def _item(
    layout: Layout,
    entry: TableEntry | StatementEntry,
    row: Row,
    counts: dict[Cell, tuple[int, str]],
) -> Iterator[Item]:
    """The item that a row prints, if it prints one; what it knows inside is put in ``counts``."""
    place = row.place if isinstance(entry, TableEntry) else row.file
    at = layout.wholes | row.at
    cell = Cell.of(row.measure, at)
    base = None
    if entry.percent_of:
        _check_base_at(layout, entry, place)
        moved = {name: category for name, category in (at | entry.base_at).items() if category}
        base = Cell.of(entry.percent_of, moved)
    _keep_inside(row, cell, base, place, counts)
    if isinstance(entry, TableEntry) and entry.inside:
        _keep(cell, _whole(row.value, place, "value"), place, counts)
        return
    symbol = Symbol.from_cell(row.value)
    value = None if symbol else _number(row.value, place)
    if value is not None:
        _check_value(layout, entry, cell, value, place)
    yield Item(
        cell=cell,
        value=value,
        place=place,
        base=base,
        per=entry.multiple,
        decimals=entry.places,
        symbol=symbol,
        cost=entry.cost,
        rounded_to=entry.rounded_to if isinstance(entry, TableEntry) else 0,
    )


def _check_base_at(layout: Layout, entry: TableEntry | StatementEntry, place: str) -> None:
    names = {each.name for each in layout.dimension}
    for name in entry.base_at:
        if name not in names:
            raise GoldenThreadError(
                f"{place}: base_at names {name!r}, which is no dimension of release.toml"
            )


def _check_value(
    layout: Layout, entry: TableEntry | StatementEntry, cell: Cell, value: Decimal, place: str
) -> None:
    if value < 0:
        raise GoldenThreadError(f"{place}: {value:f} is less than nothing: mend it")
    if round_half_away(value, entry.places) != value:
        raise GoldenThreadError(
            f"{place}: {value:f} is not rounded to decimals = {entry.places}: mend the number, or"
            " the decimals in release.toml"
        )
    if not entry.percent_of and entry.places > 0 and cell.measure in layout.sensitive:
        raise GoldenThreadError(
            f"{place}: {cell.measure} counts children, so it is printed without decimals"
        )


def _keep_inside(
    row: Row, cell: Cell, base: Cell | None, place: str, counts: dict[Cell, tuple[int, str]]
) -> None:
    for name, text in row.inside.items():
        if not text:
            continue
        if name != "count" and base is None:
            raise GoldenThreadError(
                f"{place}: {name} belongs to a percentage; a count's true value is called count"
            )
        _keep(
            base if name == "denominator" and base is not None else cell,
            _whole(text, place, name),
            place,
            counts,
        )


def _keep(cell: Cell, value: int, place: str, counts: dict[Cell, tuple[int, str]]) -> None:
    before, other = counts.setdefault(cell, (value, place))
    if before != value:
        raise GoldenThreadError(f"{cell} is {before} in {other} and {value} in {place}: mend one")


def _whole(text: str, place: str, name: str) -> int:
    value = _number(text, place)
    if value != value.to_integral_value() or value < 0:
        raise GoldenThreadError(f"{place}: {name} is {text!r}: give a whole number, 0 or more")
    return int(value)


def _number(text: str, place: str) -> Decimal:
    try:
        value = Decimal(text.replace(",", "")) if "_" not in text else Decimal("NaN")
    except InvalidOperation:
        value = Decimal("NaN")
    if not value.is_finite() or abs(value) > 10**12:
        raise GoldenThreadError(
            f"{place}: {text!r} is neither a number nor a symbol such as c: put one of them there"
        )
    return value
