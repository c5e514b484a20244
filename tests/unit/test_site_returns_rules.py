"""The life of a return as a table: every move from every status, deadlines, and the page of it."""

from datetime import date, timedelta

import pytest

from goldenthread.nouns import Period
from goldenthread_site.accounts.refusal import RefusedError
from goldenthread_site.returns.documentation import page
from goldenthread_site.returns.rules import (
    MOVES,
    CellState,
    Progress,
    Status,
    check_move,
    due_day,
    following,
    progress_of,
    reminder_due,
    unanswered,
)
from tests.factories.committed import ROOT

# What may be done with a version in each status, written down a second time.
PERMITTED = {
    Status.DRAFT: {"save", "submit"},
    Status.SUBMITTED: {"take back", "sign", "query", "accept", "supersede"},
    Status.QUERIED: {"query", "answer", "supersede"},
    Status.ACCEPTED: {"supersede"},
    Status.SUPERSEDED: set(),
}
DUE = date(2026, 11, 20)


@pytest.mark.parametrize("status", list(Status))
@pytest.mark.parametrize("move", MOVES, ids=lambda move: move.name)
def test_every_move_from_every_status(move, status):
    if move.name in PERMITTED[status]:
        check_move(move, status)
    else:
        with pytest.raises(RefusedError, match=status.words.lower()):
            check_move(move, status)


def test_no_move_leads_out_of_what_was_superseded_and_none_back_from_accepted_to_a_draft():
    after = {(before, move.after) for move in MOVES for before in move.before}
    assert not [each for each in after if each[0] is Status.SUPERSEDED]
    assert (Status.ACCEPTED, Status.DRAFT) not in after


def test_the_page_of_states_says_what_the_rules_say():
    committed = (ROOT / "docs" / "reference" / "return-states.md").read_text(encoding="utf-8")
    assert committed == page()


def test_nothing_is_not_one_thing():
    assert len({each.words for each in CellState}) == 7
    assert len({each.meaning for each in CellState}) == 7


@pytest.mark.parametrize(
    ("days", "sent", "expected"),
    [
        (15, None, Progress.NOT_DUE),
        (14, None, Progress.DUE),
        (0, None, Progress.DUE),
        (-1, None, Progress.LATE),
        (-1, Status.SUBMITTED, Progress.RECEIVED),
        (5, Status.QUERIED, Progress.QUERIED),
        (-90, Status.ACCEPTED, Progress.ACCEPTED),
    ],
)
def test_how_far_a_request_has_come(days, sent, expected):
    assert progress_of(DUE, DUE - timedelta(days=days), sent) is expected


def test_the_day_it_is_due_is_still_in_time():
    assert unanswered(DUE, DUE) is CellState.NOT_DUE
    assert unanswered(DUE, DUE + timedelta(days=1)) is CellState.NOT_RETURNED


@pytest.mark.parametrize(
    ("days", "expected"),
    [(20, date(2026, 10, 20)), (10, date(2026, 10, 12)), (86, date(2026, 12, 29))],
)
def test_nothing_is_due_on_a_weekend_or_a_bank_holiday(days, expected):
    assert due_day(Period.parse("2026-27 Q2"), days) == expected


@pytest.mark.parametrize(
    ("period", "expected"),
    [
        ("2026-27 Q1", "2026-27 Q2"),
        ("2026-27 Q3", "2026-27 Q4"),
        ("2026-27 Q4", "2027-28 Q1"),
        ("2025-26", "2026-27"),
        ("2025-26 academic", "2026-27 academic"),
        ("2026-12", "2027-01"),
    ],
)
def test_the_period_that_follows_is_of_the_same_kind(period, expected):
    assert following(Period.parse(period)).code == expected


@pytest.mark.parametrize(
    ("days", "kind"),
    [(8, ""), (7, "coming"), (3, ""), (0, "today"), (-1, ""), (-7, "late"), (-14, "late")],
)
def test_which_reminder_belongs_to_a_day(days, kind):
    assert reminder_due(DUE, DUE - timedelta(days=days)) == kind
