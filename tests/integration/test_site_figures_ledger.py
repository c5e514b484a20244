"""What was let out once is reckoned with for good: last month’s page beside today’s gives no one
away, and the ledger holds whatever was let out before anyone sees it."""

import logging

import pytest

from goldenthread.nouns import GoldenThreadError, Symbol
from goldenthread_site.directory.models import Partnership
from goldenthread_site.figures import shelves
from goldenthread_site.figures.actions import keep_figures
from goldenthread_site.figures.models import LetOut
from goldenthread_site.figures.released import ledger
from goldenthread_site.figures.released.choosing import as_released
from goldenthread_site.trail.acting import Acting
from tests.factories import a_figure, a_thread

pytestmark = pytest.mark.django_db
SMALL, LEAST = "3", "12"
QUARTERS = {"2023-24 Q1": SMALL, "2023-24 Q2": LEAST, "2023-24 Q3": "20", "2023-24 Q4": "15"}


@pytest.fixture
def luton():
    return Partnership.objects.create(name="Luton", slug="luton", areas=["821"])


def a_count(period, value, vintage=""):
    thread = a_thread(source="local.front_door", locator=f"row {period}", vintage=vintage)
    return a_figure(value, indicator="contacts", period=period, thread=thread)


def keep(luton, *figures):
    because = "a return, accepted"
    keep_figures(by=Acting(job="test"), partnership=luton, figures=figures, because=because)


def read(luton):
    """What someone without true counts reads, by period."""
    shelves._figures.cache_clear()  # as another process would ask
    return told(shelves.figures_of(luton, inside=False))


def told(figures):
    return {each.period.code: str(each.value or each.symbol) for each in figures}


def quarters_then_the_year(luton):
    keep(luton, *(a_count(period, value) for period, value in QUARTERS.items()))
    first = read(luton)
    keep(luton, a_count("2023-24", "50"))
    return first, read(luton)


def test_a_year_that_comes_after_its_quarters_gives_no_quarter_away(luton):
    first, then = quarters_then_the_year(luton)
    withheld = str(Symbol.CONFIDENTIAL)
    assert first == QUARTERS | {"2023-24 Q1": withheld}
    # Fifty less the three quarters that everybody has would be the three children.
    assert then == first | {"2023-24": withheld}


def test_without_the_ledger_it_would_be_given_away(luton):
    keep(luton, *(a_count(period, value) for period, value in QUARTERS.items()))
    first = read(luton)
    keep(luton, a_count("2023-24", "50"))
    forgetful = told(as_released(shelves.figures_of(luton, inside=True)))
    assert forgetful["2023-24"] == "50"
    both = {**first, **{period: each for period, each in forgetful.items() if each.isdigit()}}
    quarters = sum(int(both[period]) for period in QUARTERS if both[period].isdigit())
    assert str(50 - quarters) == SMALL


def test_the_ledger_has_every_number_once_and_nothing_withheld(luton):
    quarters_then_the_year(luton)
    read(luton)
    assert sorted(LetOut.objects.values_list("period", "value")) == [
        ("2023-24 Q2", "12"),
        ("2023-24 Q3", "20"),
        ("2023-24 Q4", "15"),
    ]


def test_one_state_is_let_out_in_one_way_whoever_asks(luton):
    _, then = quarters_then_the_year(luton)
    assert read(luton) == read(luton) == then


def test_a_number_put_right_stands_beside_the_old_one_that_everybody_has(luton):
    keep(luton, *(a_count(period, value) for period, value in QUARTERS.items()))
    read(luton)
    keep(luton, a_count("2023-24 Q4", "16", vintage="put right"), a_count("2023-24", "51"))
    then = read(luton)
    assert then["2023-24 Q2"] == LEAST
    assert then["2023-24"] == str(Symbol.CONFIDENTIAL)
    values = LetOut.objects.filter(period="2023-24 Q4").values_list("value", flat=True)
    assert set(values) == {"15", "16"}


def test_with_true_counts_nothing_is_written_down(luton):
    keep(luton, a_count("2023-24", "50"))
    assert told(shelves.figures_of(luton, inside=True)) == {"2023-24": "50"}
    assert not LetOut.objects.exists()


def test_where_no_choice_is_safe_all_is_withheld_and_the_log_names_none(luton, monkeypatch, caplog):
    def refused(*_):
        raise GoldenThreadError("the 3 children of 2023-24 Q1")

    keep(luton, *(a_count(period, value) for period, value in QUARTERS.items()))
    monkeypatch.setattr("goldenthread_site.figures.released.choosing.release", refused)
    with caplog.at_level(logging.WARNING):
        assert set(read(luton).values()) == {str(Symbol.CONFIDENTIAL)}
    assert "All our own counts are withheld" in caplog.text
    assert "2023-24 Q1" not in caplog.text
    assert not LetOut.objects.exists()


def test_what_another_let_out_meanwhile_is_reckoned_with(luton, monkeypatch):
    """Between choosing and writing down, another process lets out an earlier state’s numbers."""
    keep(luton, *(a_count(period, value) for period, value in QUARTERS.items()))
    keep(luton, a_count("2023-24", "50"))
    choose, rounds = ledger.as_released, []

    def overtaken(figures, before):
        rounds.append(len(before))
        chosen = choose(figures, before)
        if len(rounds) == 1:
            quarters = [each for each in figures if each.period.code in QUARTERS]
            ledger._write_down(luton.pk, "an earlier state", as_released(quarters))
        return chosen

    monkeypatch.setattr(ledger, "as_released", overtaken)
    then = read(luton)
    assert rounds == [0, 3]
    assert then["2023-24"] == str(Symbol.CONFIDENTIAL)


def test_nothing_is_shown_that_could_not_be_written_down(luton, monkeypatch):
    keep(luton, a_count("2023-24", "50"))

    def broken(*_, **__):
        raise RuntimeError("the disk is full")

    monkeypatch.setattr(LetOut.objects, "bulk_create", broken)
    with pytest.raises(RuntimeError, match="the disk is full"):
        read(luton)
