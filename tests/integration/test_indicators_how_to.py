"""The guide to adding an indicator works: its file is taken up by a catalogue as it stands."""

import importlib
import re
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from goldenthread.indicators import DIMENSIONS, catalogue
from goldenthread.indicators.catalogue import gather

ROOT = Path(__file__).resolve().parents[2]
GUIDE = ROOT / "docs" / "how-to" / "add-an-indicator.md"


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
    (code,) = re.findall(r"```python\n(.*?)```", text, re.DOTALL)
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
