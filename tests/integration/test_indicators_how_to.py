"""The guide to adding an indicator works: its file is taken up, its expression counts both ways."""

import importlib
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from goldenthread.indicators import DIMENSIONS, catalogue
from goldenthread.indicators.catalogue import gather
from goldenthread.indicators.parameters import PARAMETERS, choices
from goldenthread.nouns import Period
from tests import second_way
from tests.factories import journeys
from tests.factories.localities import some_localities

ROOT = Path(__file__).resolve().parents[2]
GUIDE = ROOT / "docs" / "how-to" / "add-an-indicator.md"

BLOCKS = re.findall(r"```python\n(.*?)```", GUIDE.read_text(encoding="utf-8"), re.DOTALL)
COUNTED = "early_help_completed_in_time"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A catalogue with the one theme the guide adds to."""
    inside = tmp_path / "guided" / "early_help"
    inside.mkdir(parents=True)
    for package in (inside.parent, inside):
        (package / "__init__.py").write_text('"""Indicators."""\n', encoding="utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    yield inside
    for name in [each for each in sys.modules if each.partition(".")[0] == "guided"]:
        del sys.modules[name]


def test_the_guide_s_file_is_taken_up(folder: Path) -> None:
    text = GUIDE.read_text(encoding="utf-8")
    code, *_ = BLOCKS
    (name,) = re.findall(r"early_help/(\w+)\.py$", text, re.MULTILINE)
    (folder / f"{name}.py").write_text(code, encoding="utf-8")
    importlib.invalidate_caches()
    found = gather(importlib.import_module("guided"))
    (one,) = found.values()
    assert one.name == name
    assert name not in catalogue(), "the guide’s example must stay an example"
    assert set(one.breakdowns) <= set(DIMENSIONS)
    assert one.limits
    assert one.polarity_reason


def test_the_paths_the_guide_names_are_there() -> None:
    text = GUIDE.read_text(encoding="utf-8")
    (copied,) = re.findall(r"cp (\S+)", text)
    assert (ROOT / copied).is_file()
    assert (ROOT / "src/goldenthread/indicators/dimensions.py").is_file()
    for link in re.findall(r"\]\(([^)#]+)\)", text):
        assert (GUIDE.parent / link).is_file(), link


def run(block: str) -> dict[str, Any]:
    names: dict[str, Any] = {"__name__": "guide"}
    exec(compile(block, GUIDE.name, "exec", dont_inherit=True), names)
    return names


def test_what_the_guide_counts_is_counted_as_it_says_and_a_second_way(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    _, expression, parameter, spec, second = BLOCKS
    made = run(parameter)["PARAMETER"]
    assert made.name not in PARAMETERS, "the guide’s example must stay an example"
    monkeypatch.setitem(PARAMETERS, made.name, made)
    one = SimpleNamespace(expression=run(expression)["EXPRESSION"])
    assert one.expression.parameters == (made.name,)
    monkeypatch.setattr(journeys, "indicator", {COUNTED: one}.__getitem__)
    tested = run(spec)
    tested["test_early_help_is_in_time_to_the_day"]()
    monkeypatch.setattr(second_way, "_WAYS", {})
    run(second)
    monkeypatch.setattr(second_way, "ways", lambda: second_way._WAYS)
    year = Period.financial_year(2024)
    tables = {name: rows.to_pylist() for name, rows in tested["HELP"].items()}
    for value, _ in made.choices:
        chosen = {made.name: value}
        told = second_way.answers(COUNTED, tables, [year], choices(chosen))
        counted = journeys.count(COUNTED, tested["HELP"], [year], chosen, some_localities())
        assert {key[1:]: pair for key, pair in told.items()} == counted


def test_the_guide_names_the_tool_that_is_there() -> None:
    (named,) = re.findall(r"python (tools/\S+)", GUIDE.read_text(encoding="utf-8"))
    assert (ROOT / named).is_file()
