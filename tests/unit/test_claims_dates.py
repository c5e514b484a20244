"""Days that cannot be, years that do not fit their label, times out of order."""

import pytest

from goldenthread.nouns.fault import Severity
from tests.factories.statements import errors_in, faults_in

RIGHT = [
    "The plan runs from September 2023 to July 2024.",
    "The difference between 2023/24 and 2022/23 was 4.",
    "Comparing March 2024 to March 2023 we saw growth.",
    "SI 2023/15 applies; see minute 2023/22 and case 2021/19.",
    "We met on 31 May 2024 and 30 June 2024.",
    "Call 01632 960 123, 24/7, or 9 to 5.",
    "Those aged 10-15, 16-17 and 0-19 were asked.",
    "The 2022-25 strategy and the 2023/26 business plan are one.",
    "The annual report 2023-24 (April 2023 to March 2024) is here.",
    "At 31 March 2024 (year end 2023/24) there were 40.",
    "In the year ending 31 March 2024 (2022/23: 40) there were 50.",
    "The 2021/23 pooled average was 12.",
    "Q4 2023/24 (January to March 2024) was quiet.",
    "The academic year 2023/24 (September 2023 to August 2024) is over.",
    "The year ending August 2024 (academic year 2023/24) is over.",
    "It was May 2024 before we could.",
    "The deadline moved from 31 March 2024 to 31 January 2024.",
    "The 31 June referrals were more than the 28 May ones.",
    "The latest count adds four to the 47 of March 2023.",
    "On Thursday 29 February 2024 we met.",
    "The financial years 2022-24 were alike.",
    "In 2022 and 2021 there were none.",
    "We hold 2024/25, 2023/24 and 2022/23.",
    "Ofsted came from 12 to 16 June 2023.",
]
WRONG = [
    ("Training ran from October 2023 to September 2023.", "September 2023 to October 2023"),
    ("The review covers 1 April 2024 to 31 March 2024.", "31 March 2024 to 1 April 2024"),
    ("We meet on 30 February 2024.", "29 February 2024"),
    ("We meet on 31 February 2024.", ""),
    ("We meet on 31st April 2024.", "30 April"),
    ("Replies are due by 31 September.", "30 September"),
    ("On Monday 29 February 2024 we met.", "Thursday"),
    ("Friday, 3rd May 2023 saw the launch.", "Wednesday"),
    ("The 2023/23 report is out.", "2023/24"),
    ("The financial year 2022/24 saw growth.", "2022/23"),
    ("In 2024/23 numbers fell.", "2024/25"),
    ("In 2023/24 (April 2022 to March 2023) it fell.", "2022/23"),
    ("In the year ended 31 March 2023 (2023/24) it fell.", "2022/23"),
    ("In Q2 2023/24 (July to September 2024) it fell.", "September 2023"),
    ("In January to March 2023 (Q4 2023/24) it fell.", "March 2024"),
]


@pytest.mark.parametrize("text", RIGHT)
def test_dates_as_they_should_be_go_by(text: str) -> None:
    assert faults_in("dates", text) == []


@pytest.mark.parametrize(("text", "right"), WRONG)
def test_a_date_that_cannot_be_is_an_error(text: str, right: str) -> None:
    (fault,) = errors_in("dates", text)
    assert fault.expected == right
    assert fault.printed in text


def test_a_label_of_two_years_is_a_warning_where_nothing_calls_it_one() -> None:
    (fault,) = faults_in("dates", "In 2022/24 there were 40.")
    assert fault.severity is Severity.WARNING


COVERS = "This report covers the year from 1 April 2023 to 31 March 2024. "


@pytest.mark.parametrize(
    ("text", "severities"),
    [
        ("The group met on 12 January 2025 within the year.", [Severity.ERROR]),
        ("The group met on 12 January 2024 within the year.", []),
        ("A visit on 9 June 2024 found that all was well.", [Severity.WARNING]),
        ("Since then there has been a visit, on 9 June 2024.", []),
        ("The next visit will be on 9 June 2024.", []),
        ("The law was changed on 9 June 2014.", []),
    ],
)
def test_a_date_outside_the_period_reported(text: str, severities: list[Severity]) -> None:
    assert [fault.severity for fault in faults_in("dates", COVERS + text)] == severities


def table(*months: str) -> str:
    return "\n".join(
        [
            "| Issue | " + " | ".join(months) + " |",
            "| --- " * (len(months) + 1) + "|",
            "| Neglect | " + " | ".join("12" for _ in months) + " |",
        ]
    )


def test_a_month_of_the_wrong_year_in_a_run_of_months() -> None:
    (fault,) = errors_in("dates", table("Oct-23", "Nov-23", "Dec-23", "Jan-23", "Feb-24", "Mar-24"))
    assert (fault.printed, fault.expected) == ("Jan-23", "January 2024")


def test_months_that_follow_one_another_or_compare_years_go_by() -> None:
    assert faults_in("dates", table("Oct-23", "Nov-23", "Dec-23", "Jan-24")) == []
    assert faults_in("dates", table("Apr-22", "Apr-23", "May-22", "May-23")) == []
    assert faults_in("dates", table("Mar-24", "Feb-24", "Jan-24", "Dec-23")) == []


def test_months_of_one_year_under_the_title_of_another() -> None:
    text = "Table 1: Contacts 2022/23\n\n" + table("Oct-23", "Nov-23", "Dec-23", "Jan-24")
    assert [fault.printed for fault in faults_in("dates", text)] == ["Oct-23"]
    text = "Table 1: Contacts 2023/24\n\n" + table("Oct-23", "Nov-23", "Dec-23", "Jan-24")
    assert faults_in("dates", text) == []


def test_a_year_that_stands_twice_among_years() -> None:
    faults = faults_in("dates", table("2019/20", "2020/21", "2020/21", "2022/23"))
    assert [(fault.severity, fault.expected) for fault in faults] == [(Severity.WARNING, "2021/22")]
