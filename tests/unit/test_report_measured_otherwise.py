"""The block of what is measured here and published otherwise: both values, and nothing withheld."""

from dataclasses import replace

import pytest

from goldenthread.disclosure import Released, release
from goldenthread.nouns import Figure, Symbol, Unit
from goldenthread.report.blocks import Prepared, prepare
from goldenthread.report.contents import BlockPlan
from goldenthread.report.document import Paragraph, Table
from goldenthread.wording.sentences import Writer
from goldenthread.wording.text import plain
from tests.factories import a_figure, a_thread
from tests.factories.desks import a_desk

PLAN = BlockPlan(id="measured", show="measured_otherwise", slots=False)


def told(value: float, source: str, **given: object) -> Figure:
    kept = {"indicator": "referrals", "period": "2023-24", **given}
    locator = f"{source} {kept}"
    return a_figure(value, thread=a_thread(source=source, locator=locator), **kept)


def prepared(*figures: Figure, withheld: tuple[Figure, ...] = ()) -> Prepared:
    desk = a_desk(figures)
    safe = {f.id: replace(f, value=None, symbol=Symbol.CONFIDENTIAL) for f in withheld}
    return prepare(PLAN, desk.with_withheld(safe) if safe else desk)


def composed(made: Prepared) -> tuple:
    return made.compose(Writer(release(made.figures)))


def test_without_measured_figures_there_is_no_block() -> None:
    made = prepared(told(3130, "dfe.c1"), told(3131, "local.counts"))
    assert made.absent
    assert composed(made) == ()


def test_both_values_are_told_with_where_they_are_from() -> None:
    words, table = composed(prepared(told(3130, "dfe.c1"), told(3127, "records.ssd")))
    assert isinstance(words, Paragraph)
    assert isinstance(table, Table)
    (row,) = table.rows
    held = [row.cells[at].content for at in (1, 3)]
    assert all(isinstance(each, Released) for each in held)
    assert [each.value for each in held if isinstance(each, Released)] == [3130, 3127]
    assert row.heading == "Referrals to children’s social care (number)"


@pytest.mark.parametrize(
    "given",
    [
        {"period": "2020-21"},  # long ago
        {"breakdown": "source=Police"},  # a part
        {"unit": Unit.RATE_PER_10000},  # follows the count
    ],
)
def test_wholes_of_the_last_two_years_are_told_and_no_rates(given: dict[str, object]) -> None:
    made = prepared(told(900, "dfe.c1", **given), told(912, "records.ssd", **given))
    assert made.figures == ()
    assert "agrees" in plain(composed(made)[0].words)


def test_what_is_withheld_neither_differs_nor_agrees() -> None:
    theirs, ours = told(3130, "dfe.c1"), told(3127, "records.ssd")
    made = prepared(theirs, ours, withheld=(ours,))
    assert made.figures == ()
