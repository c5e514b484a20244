"""The proof-reader in a process of its own finds what it finds here, and says why it cannot."""

from datetime import date

import pytest

from goldenthread.claims.documents.model import Document, Grid, Passage
from goldenthread.nouns import Break
from goldenthread.report.proofreader import Job, Proofreader, proofread
from tests.factories import LUTON

WRONG = "Of the 200 children, 50 (30%) had a plan."
ACROSS = "Contacts rose from 2,210 in 2021/22 to 2,304 in 2022/23."
CHANGED = Break(date(2022, 4, 1), "The form was replaced.", ("contacts",), (LUTON.code,))


def job(*, breaks=()):
    """A composed text with a table and nothing wrong, and two sentences that people wrote."""
    rows = (("", "2022-23", "2023-24"), ("Girls", "10", "20"), ("All", "30", "40"))
    grid = Grid(
        rows=rows,
        locators=tuple(tuple(f"row {at}" for _ in row) for at, row in enumerate(rows)),
        locator="plans, block 1",
        order=0,
    )
    sentences = tuple(
        Passage(text=text, locator=f"voice, block {at}", order=at)
        for at, text in enumerate((WRONG, ACROSS))
    )
    return Job(
        composed=Document(file="composed", blocks=(grid,)),
        written=Document(file="written", blocks=sentences),
        area=LUTON,
        breaks=breaks,
    )


def test_beside_this_process_it_finds_what_it_finds_in_it():
    with Proofreader() as beside:
        beside.begin(job(breaks=(CHANGED,)))
        found = beside.found()
    assert found == proofread(job(breaks=(CHANGED,)))
    assert found.composed.tables == 1
    assert [fault.locator for fault in found.written.faults] == ["voice, block 0", "voice, block 1"]


def test_a_rise_is_held_against_the_breaks_that_are_known_here():
    kinds = {fault.kind for fault in proofread(job()).written.faults}
    assert "across_break" not in kinds
    kinds = {fault.kind for fault in proofread(job(breaks=(CHANGED,))).written.faults}
    assert "across_break" in kinds


def test_one_that_cannot_read_says_why():
    with Proofreader() as beside:
        beside.hand(b"no job")
        with pytest.raises(RuntimeError, match=r"(?s)could not be proof-read: .*Invalid JSON"):
            beside.found()


def test_one_that_is_not_wanted_after_all_is_ended():
    with Proofreader() as beside:
        process = beside._process
        assert process.poll() is None
    assert process.poll() is not None
