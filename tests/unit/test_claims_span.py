"""Lengths of time against the ends named beside them, and quarters against their months."""

import pytest

from goldenthread.nouns.fault import Severity
from tests.factories.statements import errors_in, faults_in

RIGHT = [
    "In the six months from October 2023 to March 2024 we saw 40.",
    "The twelve month period April 2023 to March 2024 was busy.",
    "The 12 months (March 2023 to March 2024) were hard.",
    "A three-year strategy (2023-2026) was agreed.",
    "Over five years (2018/19 to 2023/24) it grew.",
    "Over the last two years (2022 and 2023) we did much.",
    "The 16 Days of Action (25 November to 10 December) were marked.",
    "A six-week consultation (1 May to 12 June 2024) was held.",
    "In the first half of 2023/24 (April to September 2023) there were 30.",
    "The last three quarters (Q2 to Q4) were better.",
    "Nine months (Q1 to Q3) have gone.",
    "Q1 to Q3 (April to December 2023) saw 20.",
    "Q4 (January 2024 – February 2024) is not complete.",
    "Quarter 2 (July-September) and Quarter 3 (October-December) were alike.",
    "In the quarter (January to March 2024) there were 9.",
    "The latest 18 months (October 2022 to March 2024) show it.",
    "Up to six months (April to October) may go by.",
    "Every three months (January to December) we meet.",
    "Seven months (April-October 2023, excluding August) are shown.",
    "Five of the six months (October to March) were above the target.",
    "Six months later (March to August) it was done.",
    "3 year olds (2022 to 2029) are counted.",
    "Within 15 working days (3 June to 21 June 2024) we replied.",
    "Q4 (October to December 2023) is of the calendar year.",
    "The half year (1 April to 30 September 2023) is over.",
]
WRONG = [
    ("Over the last five months (October 2023 – March 2024) it fell.", "six months"),
    ("In the four months from October 2023 to March 2024 we saw 40.", "six months"),
    ("The 12 month period April 2023 to December 2023 was busy.", "nine months"),
    ("A three-year strategy 2023-2028 was agreed.", "six years"),
    ("Over the past seven years (2018/19 to 2023/24) it grew.", "six years"),
    ("The 16 days (25 November to 20 December 2023) were marked.", "26 days"),
    ("In the first half of 2023/24 (April to October 2023) we saw 30.", "seven months"),
    ("The last two quarters (Q2 to Q4) were better.", "three quarters"),
    ("The last two months (October, November and December) were busy.", "three months"),
    ("A nine-month pilot (January to August 2023) ended.", "eight months"),
    ("April 2023 to March 2024 (18 months) was long.", "twelve months"),
    ("The 2 years (2021, 2022 and 2023) were alike.", "three years"),
]
ODD_QUARTERS = [
    ("Q3 2023/24 (January to March) was quiet.", "October to December"),
    ("In the third quarter of 2023/24 (July to September 2023) it fell.", "October to December"),
    ("Quarter 3 (January-March) was quiet.", "October to December"),
    ("January to March 2024 (Q3) was quiet.", "October to December"),
    ("Q1-Q2 (April - December 2023) was quiet.", "April to September"),
]


@pytest.mark.parametrize("text", RIGHT)
def test_a_length_that_fits_its_ends_goes_by(text: str) -> None:
    assert faults_in("span", text) == []


@pytest.mark.parametrize(("text", "right"), WRONG)
def test_a_length_that_does_not_is_an_error_with_the_right_one(text: str, right: str) -> None:
    (fault,) = errors_in("span", text)
    assert fault.expected == right
    assert "not" in fault.evidence


@pytest.mark.parametrize(("text", "right"), ODD_QUARTERS)
def test_a_quarter_with_the_months_of_another_is_an_error(text: str, right: str) -> None:
    (fault,) = errors_in("span", text)
    assert fault.expected == right


def test_months_gone_by_are_only_a_warning_where_no_bracket_lists_them() -> None:
    (fault,) = faults_in("span", "In the five months from October 2023 to March 2024 it fell.")
    assert fault.severity is Severity.WARNING


def test_a_calendar_quarter_among_financial_ones_is_a_warning() -> None:
    text = "Q4 (January to March) was busy.\n\nQ1 (January to March) was quiet."
    assert [fault.severity for fault in faults_in("span", text)] == [Severity.WARNING]


def test_the_financial_year_said_of_all_figures_holds_for_every_quarter() -> None:
    text = "All figures are for the financial year 2022/23.\n\nQ1 (January to March) was quiet."
    assert len(errors_in("span", text)) == 1
