"""Periods: how each is written, said, and moved a year; kinds never mix."""

from datetime import date

import pytest

from goldenthread.nouns import Period, PeriodKind

WRITTEN = [
    # code, kind, first day, last day, words
    ("2023-24", "financial_year", "2023-04-01", "2024-03-31", "year ending 31 March 2024"),
    ("2024-03-31", "year_end", "2024-03-31", "2024-03-31", "31 March 2024"),
    ("2021-03-21", "day", "2021-03-21", "2021-03-21", "21 March 2021"),
    ("2023-24 Q1", "quarter", "2023-04-01", "2023-06-30", "April to June 2023"),
    ("2023-24 Q4", "quarter", "2024-01-01", "2024-03-31", "January to March 2024"),
    ("2023-24 Q3-Q4", "quarters", "2023-10-01", "2024-03-31", "October 2023 to March 2024"),
    ("2024-02", "month", "2024-02-01", "2024-02-29", "February 2024"),
    ("2023-12 to 2024-03", "months", "2023-12-01", "2024-03-31", "December 2023 to March 2024"),
    ("6 months to 2024-03", "rolling", "2023-10-01", "2024-03-31", "6 months to March 2024"),
    ("mid-2023", "mid_year", "2023-06-30", "2023-06-30", "mid-2023"),
    ("2023-24 academic", "academic_year", "2023-09-01", "2024-08-31", "academic year 2023 to 2024"),
    ("2023 calendar", "calendar_year", "2023-01-01", "2023-12-31", "calendar year 2023"),
    (
        "2021-22 to 2023-24",
        "pooled",
        "2021-04-01",
        "2024-03-31",
        "the years ending March 2022 to March 2024",
    ),
]


@pytest.mark.parametrize(("code", "kind", "first", "last", "words"), WRITTEN)
def test_every_kind_is_written_one_way_and_read_back(code, kind, first, last, words):
    period = Period.parse(code)
    assert period.kind is PeriodKind(kind)
    assert (period.start, period.end) == (date.fromisoformat(first), date.fromisoformat(last))
    assert period.code == code
    assert period.words == words


@pytest.mark.parametrize(
    ("code", "earlier"),
    [
        ("2023-24", "2022-23"),
        ("2024-02", "2023-02"),
        ("2023-24 Q3-Q4", "2022-23 Q3-Q4"),
        ("6 months to 2024-02", "6 months to 2023-02"),
        ("2024-03-31", "2023-03-31"),
    ],
)
def test_a_year_earlier_is_the_same_kind_of_period(code, earlier):
    assert Period.parse(code).back(1).code == earlier
    assert Period.parse(earlier).back(-1).code == code


def test_council_reports_print_years_with_a_slash_and_both_are_read():
    assert Period.parse("2023/24") == Period.parse("2023-24")
    assert Period.parse("2023/24 Q3").slashed == "2023/24 Q3"
    assert Period.financial_year(2024).slashed == "2023/24"


@pytest.mark.parametrize(
    "wrong",
    [
        "2023-25",
        "2023",
        "last year",
        "2023-24 Q5",
        "2023-24 Q4-Q2",
        "2024-03 to 2023-12",
        "2024-13",
    ],
)
def test_what_is_no_period_is_refused(wrong):
    with pytest.raises(ValueError, match=r"."):
        Period.parse(wrong)


def test_every_period_falls_in_the_reporting_year_of_its_last_day():
    for code in ("2024-03", "2023-04", "2023-24 Q2", "2024-03-31", "mid-2023"):
        assert Period.parse(code).reporting_year().code == "2023-24"
    assert Period.parse("mid-2024").reporting_year().code == "2024-25"
