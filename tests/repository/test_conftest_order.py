"""The tests that take minutes are begun first, each by a process of its own."""

from types import SimpleNamespace

import pytest

from tests.conftest import long_ones_first

LONG = {"c", "h", "i"}


def ordered(monkeypatch: pytest.MonkeyPatch, processes: int) -> list[str]:
    items = [
        SimpleNamespace(name=name, get_closest_marker=lambda _, name=name: name in LONG)
        for name in "abcdefghijk"
    ]
    monkeypatch.setenv("PYTEST_XDIST_WORKER_COUNT", str(processes))
    return [each.name for each in long_ones_first(items)]  # type: ignore[arg-type]


def test_each_process_begins_with_one_and_goes_on_in_the_order_that_was(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    # Of eleven tests the first process is handed three, and the others four each.
    assert "".join(ordered(monkeypatch, 3)) == "cabhdefigjk"


@pytest.mark.parametrize("processes", [1, 2, 3, 4, 11])
def test_each_stands_there_once(monkeypatch: pytest.MonkeyPatch, processes: int) -> None:
    assert sorted(ordered(monkeypatch, processes)) == list("abcdefghijk")


def test_one_process_alone_begins_with_all_of_them(monkeypatch: pytest.MonkeyPatch) -> None:
    assert "".join(ordered(monkeypatch, 1)) == "chiabdefgjk"
