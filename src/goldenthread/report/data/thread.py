"""``thread.json``: every printed figure with the way back to where it came from.

Its shape is described in ``docs/reference/thread.schema.json``, which a test holds it to.
"""

import json
from decimal import Decimal
from typing import Any

from goldenthread.report.data.tidy import tidy
from goldenthread.report.document import Document, OtherValue, ThreadEntry

SCHEMA = 1


def render(document: Document) -> bytes:
    """The threads as UTF-8 JSON, one entry for each printed figure in order of first printing.

    Raises TypeError where a number has not been released, and ValueError where one is printed
    without a thread.
    """
    lines = tidy(document).lines
    whole = {
        "schema": SCHEMA,
        "area": document.area,
        "year": document.year,
        "figures": [
            figure(entry) | {"figures_csv_line": lines.get(entry.released.id)}
            for entry in document.threads
        ],
    }
    return (json.dumps(whole, ensure_ascii=False, indent=1) + "\n").encode("utf-8", "replace")


def figure(entry: ThreadEntry) -> dict[str, Any]:
    """One entry: what is printed, what it is about, where it came from, what else is known."""
    known = entry.released.figure
    thread = known.thread
    return {
        "id": entry.released.id,
        "indicator": known.indicator,
        "area_code": known.area.code,
        "area": known.area.name,
        "period": known.period.code,
        "breakdown": str(known.breakdown),
        "unit": known.unit.value,
        "printed": entry.printed,
        "value": number(known.value),
        "numerator": number(known.numerator),
        "denominator": number(known.denominator),
        "status": known.status.value,
        "quality": known.quality.value,
        "source": thread.source,
        "locator": thread.locator,
        "definition": thread.definition,
        "vintage": thread.vintage,
        "also_known_as": [other_value(other) for other in entry.also_known_as],
        "symbol": known.symbol.value if known.symbol else None,
        "title": entry.title,
        "definition_words": entry.definition,
        "source_title": entry.source_title,
        "file": thread.file,
        "digest": thread.digest,
        "calculation": thread.calculation,
        "inputs": list(thread.inputs),
        "known_since": thread.known_since.isoformat() if thread.known_since else None,
        "denominator_vintage": known.denominator_vintage,
        "quality_note": known.quality_note,
    }


def number(value: Decimal | None) -> int | float | None:
    """A decimal as JSON has it: 1252 and not 1252.0, 207.9 with no more places than it has."""
    if value is None:
        return None
    return int(value) if value == value.to_integral_value() else float(value)


def other_value(other: OtherValue) -> dict[str, str]:
    """Another value of the same thing, with where it stands."""
    return {
        "printed": other.printed,
        "source": other.source,
        "vintage": other.vintage,
        "note": other.note,
    }
