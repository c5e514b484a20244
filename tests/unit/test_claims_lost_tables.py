"""Rows of a table that lost its lines are no sentences: nothing is judged in them, none is slow."""

import pytest

from goldenthread.claims.assertions import pairing
from goldenthread.claims.assertions.assignment import of_these
from goldenthread.claims.checking import check
from goldenthread.claims.documents.lines import document_from_text
from goldenthread.claims.reading import Reading

LOST = (
    "Projected change from 2014 Adwick 14.7 5.4% 13.6% 25.9% 41.5% Burley 43.4 8.8% 20.3% 35.0%"
    " 50.9% an increase of 60%"
)


def reading(text: str) -> Reading:
    return Reading((document_from_text("made_up.md", text),))


def test_a_lost_row_is_counted_and_not_judged() -> None:
    made_up = reading(f"{LOST}\n\nVisits rose by 50%, from 200 to 240.\n")
    assert [each.text for each in made_up.lost_rows] == [LOST]
    checked = check(made_up)
    assert [fault.printed for fault in checked.faults] == ["50%"]
    assert (checked.statements, checked.understood) == (2, 1)


def test_prose_with_many_numbers_is_prose() -> None:
    text = "Of 90 visits 40, 30 and 20 were to Adwick, Burley and Corve; 12 (13%) were late."
    assert reading(text).lost_rows == ()


def times_tried(towns: int, monkeypatch: pytest.MonkeyPatch) -> int:
    """How often two numbers of a list of towns are held against the size of another."""
    tried = []

    def counted(*arguments):
        tried.append(arguments)
        return of_these(*arguments)

    monkeypatch.setattr(pairing, "of_these", counted)
    told = ", ".join(f"Town {n} rose by {n + 3}% to {n * 7 + 40}" for n in range(10, 10 + towns))
    assert check(reading(f"Visits to {told}.")).errors == 0
    return len(tried)


def test_a_list_of_very_many_numbers_is_not_tried_pair_by_pair(monkeypatch) -> None:
    few, many = (times_tried(towns, monkeypatch) for towns in (4, 40))
    assert (few > 0, many) == (True, 0)
