"""Halves of a year beside their months, and ends that come before their beginnings."""

import pytest

from goldenthread.claims.checking import check
from goldenthread.claims.documents.lines import document_from_text
from goldenthread.claims.reading import Reading
from goldenthread.nouns.fault import Severity


def errors(text):
    """The kinds of every error in a text."""
    checked = check(Reading((document_from_text("a.txt", text),)))
    return [fault.kind for fault in checked.faults if fault.severity is Severity.ERROR]


@pytest.mark.parametrize(
    "text",
    [
        "In the first half of 2023/24 (October to March) visits fell.",
        "Sales in the second half of the calendar year, January to June, were poor.",
        "Between January and March, the last quarter of the calendar year, nobody called.",
    ],
)
def test_a_half_of_a_named_year_has_its_own_months(text):
    assert errors(text) == ["span"]


@pytest.mark.parametrize(
    "text",
    [
        "In the first half of 2023/24 (April to September) visits fell.",
        "Sales in the second half of 2022 (July to December) were poor.",
        "Between October and December, the last quarter of the calendar year, nobody called.",
        "In the first half of the year (October to March) visits fell.",  # of whose year?
    ],
)
def test_the_months_of_the_half_or_of_a_year_unknown_are_let_be(text):
    assert errors(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "The order was made on 14 March 2023 and appealed on 2 March 2023.",
        "The review began in June 2023 and reported in April 2023.",
        "The tender was issued in September 2021 and awarded in July 2021.",
        "The fund closed on 30 April 2022, three months after it opened in November 2022.",
        "Applications opened on 5 June 2023; the deadline was 2 June 2023.",
        "The year ended 31 March 2024 began on 1 April 2024.",
        "He was arrested on 9 August 2022, charged on 7 August 2022 and later convicted.",
    ],
)
def test_what_comes_later_of_one_thing_is_not_dated_before(text):
    assert errors(text) == ["dates"]


@pytest.mark.parametrize(
    "text",
    [
        "The order was made on 14 March 2023 and appealed on 2 April 2023.",
        "The school was approved in May 2021; it was built in 1962.",
        "The house was bought in 2015 and the old one sold in 2014.",
        "He was elected in 2019, having stood down in 2015.",
        "The year ended 31 March 2024 began on 1 April 2023.",
    ],
)
def test_dates_in_order_or_of_two_things_are_let_be(text):
    assert errors(text) == []


def test_bare_values_after_a_trend_are_those_of_its_steps():
    assert errors("Income has grown every year: £1.2m, £1.4m, £1.3m, £1.6m.") == ["extreme"]
    assert errors("Deaths have fallen each year since 2019: 31, 28, 29, 24.") == ["extreme"]
    assert errors("Income has grown every year: £1.2m, £1.3m, £1.4m, £1.6m.") == []
    assert errors("Prizes grow every year; the three this year were £40, £60 and £50.") == []
