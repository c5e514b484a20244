"""Reads the Interactive Tool's dictionary: polarity, decimals, kind of year, day of update."""

import calendar
import csv
import io
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from goldenthread.nouns import Fault
from goldenthread.sources.published.faults import note


@dataclass(frozen=True, slots=True)
class DictionaryEntry:
    """One row of the tool's dictionary.

    ``polarity`` is as printed: High, Low, or ``-`` where neither is better. ``decimals`` is None
    where the dictionary leaves it open. ``known_since`` is the last day of the month the measure
    was updated in.
    """

    title: str
    polarity: str
    decimals: int | None
    year_type: str
    known_since: date | None


def read_dictionary(path: Path) -> tuple[dict[str, DictionaryEntry], list[Fault]]:
    """The tool's dictionary by short description; a fault where it cannot be used."""
    try:
        text = path.read_bytes().decode("utf-8-sig", errors="replace")
    except OSError:
        return {}, [
            note(
                "no-dictionary",
                "it is not beside the values, so decimals are as described here and the day each "
                "measure was known is not known",
                path.name,
            )
        ]
    try:
        rows = list(csv.DictReader(io.StringIO(text, newline="")))
    except csv.Error:
        return {}, [Fault("not-a-table", "its rows cannot be told apart", path.name)]
    found = dict(_entries(rows))
    if not found:
        return {}, [Fault("no-rows", "it describes no measure; download it again", path.name)]
    return found, []


def _entries(rows: list[dict[str, Any]]) -> Iterator[tuple[str, DictionaryEntry]]:
    for row in rows:
        short = row.get("Measure_short")
        if not short:
            continue
        places = str(row.get("dps") or "")
        yield (
            short,
            DictionaryEntry(
                title=str(row.get("Chart_title") or ""),
                polarity=str(row.get("Polarity") or ""),
                decimals=int(places) if places.isascii() and places.isdigit() else None,
                year_type=str(row.get("Year_Type") or ""),
                known_since=_updated(str(row.get("Last Update") or "")),
            ),
        )


def _updated(text: str) -> date | None:
    """The last day of the month of a spreadsheet's day number; None where it is none."""
    if not re.fullmatch(r"[1-9]\d{4}", text):
        return None
    day = date(1899, 12, 30) + timedelta(days=int(text))
    return day.replace(day=calendar.monthrange(day.year, day.month)[1])
