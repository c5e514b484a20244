"""What changed in how indicators are counted is told, and nothing that is told is idle."""

import importlib.util
from datetime import date
from itertools import pairwise
from pathlib import Path
from types import ModuleType

import pytest

from goldenthread.figures.measured.changes import (
    Change,
    changes,
    history,
    read,
    untold,
    written,
)
from goldenthread.figures.measured.definitions import version
from goldenthread.indicators import catalogue, indicator

ROOT = Path(__file__).resolve().parents[2]


def test_every_way_of_counting_is_told() -> None:
    silent = sorted(untold(catalogue().values(), changes()))
    assert silent == [], "say what changed: tools/say_what_changed.py and a sentence for people"


def test_changes_come_in_order_with_words_and_change_something() -> None:
    days = [each.on for each in changes()]
    assert days == sorted(days)
    for each in changes():
        assert each.note.endswith(".")
        assert each.versions
    for name in {name for each in changes() for name in each.versions}:
        held = [each.versions[name] for each in history(name)]
        assert all(one != other for one, other in pairwise(held)), name


def test_what_is_written_is_read_again() -> None:
    change = Change(date(2027, 2, 1), 'A "day" more, by the \\ calendar.', {"b": "2", "a": "1"})
    assert read(written(change)) == (change,)


def test_a_version_that_is_not_the_last_told_is_untold() -> None:
    referrals = indicator("referrals")
    now = version(referrals)
    earlier = Change(date(2027, 2, 1), "Then.", {"referrals": "other"})
    later = Change(date(2027, 3, 1), "Now.", {"referrals": now})
    assert untold([referrals], [earlier, later]) == {}
    assert untold([referrals], [later, earlier]) == {"referrals": now}
    assert untold([indicator("training_courses_delivered")], []) == {}


@pytest.fixture
def tool(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """The tool, with a file of its own."""
    path = ROOT / "tools" / "say_what_changed.py"
    spec = importlib.util.spec_from_file_location("say_what_changed", path)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    (tmp_path / "changes.toml").write_text("# Changes.\n", encoding="utf-8")
    monkeypatch.setattr(module, "FILE", tmp_path / "changes.toml")
    return module


def test_the_tool_tells_of_those_named_and_then_of_the_rest(tool: ModuleType) -> None:
    assert tool.say("Referrals.", ["referrals"], date(2027, 2, 1)) == ["referrals"]
    rest = tool.say("All others.", [], date(2027, 2, 2))
    assert "referrals" not in rest
    assert tool.say("Nothing more.", [], date(2027, 2, 3)) == []
    told = read(tool.FILE.read_text(encoding="utf-8"))
    assert [each.note for each in told] == ["Referrals.", "All others."]
    assert untold(catalogue().values(), told) == {}
