"""thread.json has an entry for every printed figure and keeps to its published description."""

import json
import re
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from goldenthread.nouns import Unit
from goldenthread.report.data import thread_json
from goldenthread.report.data.thread import number
from goldenthread.report.document import Paragraph
from goldenthread.report.printed_values import printed_values
from tests.factories.documents import a_document
from tests.factories.northmoor.figures import a_number, bound

SCHEMA = json.loads(
    Path(__file__)
    .resolve()
    .parents[2]
    .joinpath("docs/reference/thread.schema.json")
    .read_text(encoding="utf-8")
)

KINDS: dict[str, type | tuple[type, ...]] = {
    "object": dict,
    "array": list,
    "string": str,
    "number": (int, float),
    "integer": int,
    "null": type(None),
}


def faults(value: Any, rule: dict[str, Any], place: str = "$") -> list[str]:
    """What breaks a JSON Schema, for the words of it that ours uses; a second, plain reading."""
    if "$ref" in rule:
        return faults(value, SCHEMA["$defs"][rule["$ref"].rpartition("/")[2]], place)
    unknown = set(rule) - {
        *("type", "const", "enum", "pattern", "required", "properties", "items", "$schema"),
        *("additionalProperties", "description", "title", "$defs"),
    }
    found = [f"the test cannot read {word}" for word in unknown]
    if "type" in rule:
        names = rule["type"] if isinstance(rule["type"], list) else [rule["type"]]
        if isinstance(value, bool) or not any(isinstance(value, KINDS[name]) for name in names):
            return [*found, f"{place} is {value!r}, not {names}"]
    if "const" in rule and value != rule["const"]:
        found.append(f"{place} is {value!r}")
    if "enum" in rule and value not in rule["enum"]:
        found.append(f"{place} is {value!r}, which is not among those allowed")
    if "pattern" in rule and isinstance(value, str) and not re.search(rule["pattern"], value):
        found.append(f"{place} is {value!r}, which is not of the form asked for")
    if isinstance(value, dict):
        found += [f"{place} lacks {key}" for key in rule.get("required", []) if key not in value]
        known = rule.get("properties", {})
        for key, inner in value.items():
            if key in known:
                found += faults(inner, known[key], f"{place}.{key}")
            elif rule.get("additionalProperties") is False:
                found.append(f"{place} has {key}, which is not described")
    if isinstance(value, list) and "items" in rule:
        for at, inner in enumerate(value):
            found += faults(inner, rule["items"], f"{place}[{at}]")
    return found


def test_report_data_threads_keep_to_their_description() -> None:
    assert faults(json.loads(thread_json(a_document())), SCHEMA) == []


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        ({"value": "1,252"}, "value is '1,252'"),
        ({"unit": "children"}, "unit is 'children'"),
        ({"known_since": "31/10/2024"}, "known_since"),
        ({"child": "x"}, "child, which is not described"),
        ({"id": "XYZ"}, "id is 'XYZ'"),
    ],
)
def test_report_data_description_finds_what_breaks_it(change: dict[str, Any], fault: str) -> None:
    whole = json.loads(thread_json(a_document()))
    whole["figures"][0] |= change
    found = faults(whole, SCHEMA)
    assert len(found) == 1
    assert fault in found[0]


def test_report_data_description_asks_for_every_key() -> None:
    whole = json.loads(thread_json(a_document()))
    for key in SCHEMA["$defs"]["figure"]["required"]:
        lacking = {**whole, "figures": [{k: v for k, v in whole["figures"][0].items() if k != key}]}
        assert faults(lacking, SCHEMA) == [f"$.figures[0] lacks {key}"]


def test_report_data_threads_are_one_for_each_printed_figure() -> None:
    document = a_document()
    whole = json.loads(thread_json(document))
    assert list(whole) == ["schema", "area", "year", "figures"]
    assert (whole["schema"], whole["area"], whole["year"]) == (1, "Northmoor", "2023-24")
    assert [entry["id"] for entry in whole["figures"]] == list(printed_values(document))
    for entry, thread in zip(whole["figures"], document.threads, strict=True):
        figure = thread.released.figure
        assert entry["printed"] == thread.printed
        assert entry["value"] == (None if figure.value is None else float(figure.value))
        assert entry["locator"] == figure.thread.locator
        assert entry["unit"] == figure.unit.value


def test_report_data_threads_hold_nothing_behind_a_withheld_value() -> None:
    small = bound(a_number("private_fostering_arrangements", 4))
    rate = bound(a_number("referrals", "0.7", unit=Unit.RATE_PER_10000, base=(4, 55_836)))
    document = a_document(summary=(Paragraph((small, rate)),), sections=())
    for entry in json.loads(thread_json(document))["figures"]:
        assert (entry["value"], entry["numerator"], entry["denominator"]) == (None, None, None)
        assert (entry["symbol"], entry["printed"]) == ("c", "c")


def test_report_data_threads_are_the_same_bytes_again() -> None:
    assert thread_json(a_document()) == thread_json(a_document())
    assert thread_json(a_document()).endswith(b"}\n")


@pytest.mark.parametrize(
    ("value", "written"),
    [
        (None, "null"),
        (Decimal("1252"), "1252"),
        (Decimal("207.90"), "207.9"),
        (Decimal("0"), "0"),
        (Decimal("-3.4"), "-3.4"),
        (Decimal("1E+3"), "1000"),
    ],
)
def test_report_data_threads_write_numbers_as_they_are(value: Decimal | None, written: str) -> None:
    assert json.dumps(number(value)) == written


def test_report_data_threads_refuse_a_printed_figure_without_its_thread() -> None:
    document = a_document()
    with pytest.raises(ValueError, match="is printed but has no entry"):
        thread_json(replace(document, threads=document.threads[1:]))
    with pytest.raises(ValueError, match="has two entries"):
        thread_json(replace(document, threads=(*document.threads, document.threads[0])))
