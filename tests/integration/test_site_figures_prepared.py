"""Pages kept ready: right after every change, made once for many, and never more than so many."""

from datetime import date
from decimal import Decimal
from threading import Thread

import pytest
from django.db import connection

from goldenthread.indicators import catalogue
from goldenthread.nouns import Period, Unit
from goldenthread_site.barrier.asking import as_the_system
from goldenthread_site.figures.actions import keep_figures
from goldenthread_site.figures.agreed.actions import mark_break, set_target
from goldenthread_site.figures.models import Prepared
from goldenthread_site.figures.prepared import keeping, tasks
from goldenthread_site.figures.prepared.state import state_of
from goldenthread_site.trail.acting import Acting
from tests.factories import a_figure, a_thread
from tests.factories.canary import INDICATOR, VALUE, a_partnership

pytestmark = pytest.mark.django_db
YEAR = Period.parse("2023-24")
BY = Acting(job="test")


@pytest.fixture
def luton():
    keeping._MEMORY.clear()
    return a_partnership()


def line(luton, inside=True):
    return keeping.scorecard_of(luton, YEAR, inside=inside).lines()[INDICATOR]


def later(value):
    return a_figure(
        value,
        unit=Unit.RATE_PER_10000,
        decimals=4,
        numerator=30,
        denominator=4081,
        thread=a_thread(source="local.front_door", vintage="9", locator="row 9"),
    )


def test_it_is_made_once_and_again_only_when_figures_change(luton, monkeypatch):
    made = []
    before = keeping.scorecard
    monkeypatch.setattr(keeping, "scorecard", lambda *given: made.append(1) or before(*given))
    assert line(luton).now.text == VALUE
    line(luton)
    keeping._MEMORY.clear()  # another process, which finds the row
    assert line(luton).now.text == VALUE
    assert len(made) == 1
    keep_figures(by=BY, partnership=luton, figures=[later("88.8888")], because="another return")
    assert "88.8888" in {line(luton).now.text, line(luton).before.text} | {
        other.text.split()[0]
        for way in keeping.indicator_of(luton, INDICATOR, YEAR, inside=True).ways
        for other in way.others
    }
    assert len(made) == 2


def test_with_true_counts_and_without_are_kept_apart(luton):
    assert line(luton, inside=True).now.text == VALUE
    assert line(luton, inside=False).now.text == "withheld"
    assert line(luton, inside=True).now.text == VALUE
    bodies = dict(Prepared.objects.values_list("inside", "body"))
    assert VALUE in bodies[True]
    assert VALUE not in bodies[False]


def test_targets_and_breaks_change_the_state_and_the_page(luton):
    first = state_of(luton)
    assert line(luton).target == ""
    set_target(
        by=BY,
        partnership=luton,
        indicator=catalogue()[INDICATOR],
        year=YEAR,
        value=Decimal(5),
        owner=None,
        owner_told="Head of service, Council",
        agreed=date(2023, 4, 1),
        source="minutes",
    )
    second = state_of(luton)
    assert line(luton).target == "5.0 per 10,000 children"
    assert line(luton).direction.word == "Fell"
    mark_break(
        by=BY,
        partnership=luton,
        indicator=catalogue()[INDICATOR],
        when=date(2023, 4, 1),
        reason="A new system counts otherwise.",
        source="minutes",
    )
    third = state_of(luton)
    told = line(luton)
    assert told.direction.word == "Not compared"
    assert "A new system counts otherwise." in told.breaks[0]
    assert len({first, second, third}) == 3


def test_states_are_told_apart_in_whatever_order_transactions_end(luton):
    """The last number alone would not do: a lower one may come to light after a higher one."""
    first = state_of(luton)
    kept = [
        keep_figures(by=BY, partnership=luton, figures=[later(str(n))], because="x")
        for n in (70, 71)
    ]
    both = state_of(luton)
    kept[0].figures.all().delete()
    kept[0].delete()  # as if it had not been committed yet
    assert len({first, state_of(luton), both}) == 3


def test_no_more_rows_are_kept_than_so_many(luton, monkeypatch):
    monkeypatch.setattr(keeping, "MOST_ROWS", 2)
    for name in (INDICATOR, "referrals", "contacts", "re_referrals_within_12_months"):
        keeping.indicator_of(luton, name, YEAR, inside=False)
    assert sorted(Prepared.objects.values_list("what", flat=True)) == [
        "indicator contacts",
        "indicator re_referrals_within_12_months",
    ]
    assert len(keeping._MEMORY) <= keeping._MOST_IN_MEMORY


def test_the_task_makes_ready_what_people_will_ask_for(luton, django_assert_num_queries):
    assert tasks.prepare_figures.call(luton.pk).startswith("Made ready: ")
    whats = set(Prepared.objects.values_list("what", "inside"))
    assert {("scorecard", True), ("scorecard", False)} <= whats
    keeping._MEMORY.clear()
    with django_assert_num_queries(2):  # the state, and the row
        keeping.scorecard_of(luton, YEAR, inside=True)
    with django_assert_num_queries(1):
        keeping.scorecard_of(luton, YEAR, inside=True)
    assert tasks.prepare_figures.call(luton.pk) == "Made ready: 0"
    assert tasks.prepare_figures.call(0) == "There is nothing to prepare."


@pytest.mark.django_db(transaction=True)
def test_many_who_ask_at_once_wait_for_one_making(luton, monkeypatch):
    made, found = [], []
    before = keeping.scorecard
    monkeypatch.setattr(keeping, "scorecard", lambda *given: made.append(1) or before(*given))

    def ask():
        try:
            with as_the_system("a test’s own hand"):  # which a thread does not inherit
                found.append(line(luton).now.text)
        finally:
            connection.close()

    if connection.vendor == "sqlite" and connection.is_in_memory_db():
        # One connection to a database in memory: the threads ask one after the other.
        for _ in range(3):
            found.append(line(luton).now.text)
    else:
        threads = [Thread(target=ask) for _ in range(3)]
        for each in threads:
            each.start()
        for each in threads:
            each.join()
    assert (found, len(made)) == ([VALUE] * 3, 1)
