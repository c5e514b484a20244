"""Labels of rows and columns: totals, times, averages, parts of others."""

import pytest

from goldenthread.claims.tables.labels import (
    Sense,
    When,
    Whole,
    counts_too,
    is_of_which,
    is_stock,
    key_of,
    sense_of,
    sense_of_title,
    when_of,
    whole_of,
)


@pytest.mark.parametrize(
    ("label", "whole"),
    [
        ("Total", Whole.TOTAL),
        ("Totals", Whole.TOTAL),
        ("Grand total", Whole.TOTAL),
        ("Sub-total", Whole.TOTAL),
        ("Total 2022/23", Whole.TOTAL),
        ("Total 2021/22**", Whole.TOTAL),
        ("All", Whole.TOTAL),
        ("Total referrals", Whole.TOTAL_OF),
        ("Fires total", Whole.TOTAL_OF),
        ("All contacts", Whole.ALL),
        ("Both sites", Whole.ALL),
        ("All other reasons", Whole.NO),
        ("% of total", Whole.NO),
        ("Share of all contacts", Whole.NO),
        ("Allotments", Whole.NO),
        ("Totally new", Whole.NO),
        ("2022/23", Whole.NO),
    ],
)
def test_totals(label, whole):
    assert whole_of(label) is whole


@pytest.mark.parametrize(
    ("label", "when"),
    [
        ("Oct-23", When(1, 10, "23")),
        ("March 2024", When(1, 3, "2024")),
        ("Q1", When(3, 1, "")),
        ("Q3 2023/24", When(3, 3, "2023/24")),
        ("Quarter 2", When(3, 2, "")),
        ("April to June", When(3, 1, "")),
        ("Jan-Mar 2024", When(3, 4, "2024")),
        ("H1", When(6, 1, "")),
        ("2022/23", When(12, 0, "2022/23")),
        ("Total 2022/23", When(12, 0, "2022/23")),
        ("Year", When(12, 0, "")),
        ("Total", None),
        ("Marchwood", None),
        ("10 to 15", None),
        ("Referrals 2022/23", None),
    ],
)
def test_times(label, when):
    assert when_of(label) == when


@pytest.mark.parametrize(
    ("label", "sense"),
    [
        ("Referrals", Sense.COUNT),
        ("Number rated 'Outstanding'", Sense.COUNT),
        ("MIN D", Sense.COUNT),
        ("Managing difference at work", Sense.COUNT),
        ("Places filled %", Sense.PERCENT),
        ("% of referrals", Sense.PERCENT),
        ("Share", Sense.PERCENT),
        ("Number (%)", Sense.COUNT),
        ("% change", Sense.CHANGE),
        ("Change", Sense.CHANGE),
        ("Change from 2022", Sense.CHANGE),
        ("Variance", Sense.CHANGE),
        ("Average score", Sense.LEVEL),
        ("Rate per 10,000", Sense.LEVEL),
        ("Target", Sense.LEVEL),
        ("Rank", Sense.LEVEL),
    ],
)
def test_what_a_line_holds(label, sense):
    assert sense_of(label) is sense


@pytest.mark.parametrize(
    ("title", "sense"),
    [
        ("Table 4: Rate of births per 1,000 women", Sense.LEVEL),
        ("Ethnic group of residents, per cent", Sense.PERCENT),
        ("Percentage of pupils by grade", Sense.PERCENT),
        ("Number and percentage of pupils", Sense.COUNT),
        ("Referrals by source", Sense.COUNT),
    ],
)
def test_a_title_speaks_for_all_columns(title, sense):
    assert sense_of_title(title) is sense


def test_small_words():
    assert key_of("Learners <b>completed</b>**") == "learners completed"
    assert is_of_which("of which deliberate")
    assert not is_of_which("Offices which closed")
    assert is_stock("Cases open at quarter end")
    assert not is_stock("Cases closed")
    assert counts_too("Number (%)")
    assert not counts_too("% of number")
