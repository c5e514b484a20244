"""Writes a protected release beside its original: the same tables, and nothing from inside.

What leaves is made anew from the safe items; of the original only names, places and order are
taken, none of which say anything of a hidden count.
"""

from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

from goldenthread.disclosure.outputs import write_whole
from goldenthread.disclosure.publication.layout import FILE, StatementEntry, TotalEntry
from goldenthread.disclosure.publication.model import Item, Publication, StatedRule
from goldenthread.disclosure.publication.reading import Folder, publication_of, read_folder
from goldenthread.disclosure.publication.rows import INSIDE, VALUE, Table
from goldenthread.disclosure.publication.toml import toml
from goldenthread.nouns import Symbol, round_half_away

_NEEDS_QUOTES = (",", '"', "\r", "\n")


def write_publication(publication: Publication, source_folder: Path, out: Path) -> None:
    """Write the safe form of the release in ``source_folder`` to ``out``, whole or not at all.

    ``publication`` has the items of ``read_publication(source_folder)`` in their order, hidden or
    rounded where it was so decided, and the rule it was protected by. Raises ValueError where it
    is another release's, lacks its rule, or rounds one table to two multiples;
    GoldenThreadError where ``out`` holds other files.
    """
    write_whole(out, files_of(publication, read_folder(source_folder)))


def files_of(publication: Publication, source: Folder) -> dict[str, bytes]:
    """The files of the safe folder by name, as ``write_publication`` writes them."""
    if publication.rule is None:
        raise ValueError("a protected release says by which rule it was protected")
    before = publication_of(source).items
    if [(item.cell, item.base, item.place) for item in before] != [
        (item.cell, item.base, item.place) for item in publication.items
    ]:
        raise ValueError(f"{publication.name} has other items than its folder")
    items = iter(publication.items)
    files: dict[str, str] = {}
    entries: list[dict[str, Any]] = []
    for table in source.tables:
        if table.entry.inside:
            continue
        printed = [next(items) for _ in table.rows]
        files[table.entry.file] = _csv(table, printed)
        entries.append(_table_entry(table, printed))
    statements = [_statement_entry(entry, next(items)) for entry in source.layout.statement]
    files[FILE] = toml(_description(publication.rule, source, entries, statements))
    return {name: text.encode("utf-8") for name, text in sorted(files.items())}


def _csv(table: Table, printed: list[Item]) -> str:
    kept = [name for name in table.columns if name not in INSIDE]
    lines = [",".join(map(_cell, kept))]
    for row, item in zip(table.rows, printed, strict=True):
        held = row.at | {"measure": row.measure, VALUE: _shown(item)}
        lines.append(",".join(_cell(held[name]) for name in kept))
    return "".join(f"{line}\n" for line in lines)


def _cell(text: str) -> str:
    if any(mark in text for mark in _NEEDS_QUOTES):
        return '"' + text.replace('"', '""') + '"'
    return text


def _shown(item: Item) -> str:
    number = _number(item)
    return f"{number:f}" if number is not None else _symbol(item).value


def _number(item: Item) -> Decimal | None:
    """What is printed, always to the places its column has."""
    return None if item.value is None else round_half_away(item.value, item.decimals)


def _symbol(item: Item) -> Symbol:
    return item.symbol or Symbol.CONFIDENTIAL


def _description(
    rule: StatedRule,
    source: Folder,
    tables: list[dict[str, Any]],
    statements: list[dict[str, Any]],
) -> dict[str, Any]:
    layout = source.layout
    said = {"name": rule.name, "threshold": rule.threshold, "narrowest": rule.narrowest}
    return {
        "schema": 1,
        "name": layout.name,
        "published": layout.published,
        "sensitive": list(layout.sensitive),
        "rule": said | {"complement": rule.complement},
        "dimension": [
            {"name": each.name}
            | ({"whole": each.whole} if each.whole else {})
            | ({"total": list(_totals(each.total))} if each.total else {})
            for each in layout.dimension
        ],
        "table": tables,
    } | {
        name: entries
        for name, entries in (
            ("measure_total", list(_totals(layout.measure_total))),
            ("statement", statements),
        )
        if entries
    }


def _totals(totals: tuple[TotalEntry, ...]) -> Iterator[dict[str, Any]]:
    for total in totals:
        entry: dict[str, Any] = {"is": total.whole, "of": list(total.of)}
        yield entry if total.complete else entry | {"complete": False}


def _table_entry(table: Table, printed: list[Item]) -> dict[str, Any]:
    entry = table.entry
    multiples = {item.rounded_to for item in printed}
    if len(multiples) > 1:
        raise ValueError(f"{entry.file} is rounded to more than one multiple")
    multiple = next(iter(multiples), 0)
    said: dict[str, Any] = {"file": entry.file}
    if entry.measure:
        said["measure"] = entry.measure
    said |= _share(entry.percent_of, entry.base_at, entry.multiple, entry.decimals)
    return said | ({"rounded_to": multiple} if multiple else {})


def _statement_entry(entry: StatementEntry, item: Item) -> dict[str, Any]:
    said: dict[str, Any] = {"measure": entry.measure, "at": dict(entry.at)}
    said |= _share(entry.percent_of, entry.base_at, entry.multiple, entry.decimals)
    number = _number(item)
    said |= {"value": number} if number is not None else {"symbol": _symbol(item).value}
    return said | ({"place": entry.place} if entry.place else {})


def _share(
    percent_of: str, base_at: dict[str, str], multiple: int, decimals: int | None
) -> dict[str, Any]:
    said: dict[str, Any] = {}
    if percent_of:
        said["percent_of"] = percent_of
        if base_at:
            said["base_at"] = dict(base_at)
        said["per"] = multiple
    if decimals is not None:
        said["decimals"] = decimals
    return said
