"""Highest, lowest, peak and the like, held against tables and lists of values."""

import pytest

from goldenthread.claims.orders.ways.judged import judged
from goldenthread.nouns.fault import Severity
from tests.factories.statements import errors_in, faults_in, reading_of

QUARTERS = """Table 1: Referrals by source and quarter 2023/24

| Source | Q1 | Q2 | Q3 | Q4 | Total |
| --- | --- | --- | --- | --- | --- |
| Police | 310 | 290 | 345 | 322 | 1,267 |
| Schools | 280 | 150 | 301 | 299 | 1,030 |
| Health | 120 | 131 | 118 | 140 | 509 |
| Other | 400 | 380 | 390 | 402 | 1,572 |
| Total | 1,110 | 951 | 1,154 | 1,163 | 4,378 |

"""
YEARS = """Children looked after by authority

| Authority | 2021/22 | 2022/23 | 2023/24 |
| --- | --- | --- | --- |
| Ashvale | 402 | 415 | 431 |
| Brackwater | 310 | 305 | 298 |
| Dunmere | 512 | 498 | 520 |
| England | 70 | 71 | 72 |

"""
MONTHS = """| Month | Contacts | Referrals | Conversion |
| --- | --- | --- | --- |
| April 2023 | 900 | 180 | 20.0% |
| May 2023 | 950 | 171 | 18.0% |
| June 2023 | 870 | 200 | 23.0% |
| July 2023 | 1,010 | 190 | 18.8% |

"""
BOTH = """| Issue | Oct-23 | Nov-23 | Dec-23 |
| --- | --- | --- | --- |
| Domestic Violence | 180 / 17.6% | 180 / 17.9% | 154 / 20.6% |
| Neglect | 52 / 5.1% | 59 / 5.9% | 37 / 4.9% |
| All Contacts | 1,021 / 100% | 1,004 / 100% | 748 / 100% |

"""
SERVICES = """Table 2: Complaints by service, 2023/24

| Service | Received | Upheld | % upheld |
| --- | --- | --- | --- |
| Housing | 212 | 61 | 28.8% |
| Planning | 88 | 12 | 13.6% |
| Social care | 134 | 49 | 36.6% |
| Highways | 301 | 40 | 13.3% |

"""
CALLS = "Calls were 310 in April, 342 in May, 298 in June and 330 in July. "
MEMBERS = "Members: 2019, 412; 2020, 508; 2021, 476; 2022, 521. "
RIGHT = [
    (QUARTERS, "Police remained the largest source of referrals."),
    (QUARTERS, "Police referrals peaked in Q3."),
    (QUARTERS, "Referrals from Schools were at their lowest in Q2, during the summer holidays."),
    (QUARTERS, "Q4 was the busiest quarter overall, with 1,163 referrals."),
    (QUARTERS, "Police is the second most common source after Other."),
    (QUARTERS, "Referrals from health were highest in Q4 (140) and lowest in Q3 (118)."),
    (QUARTERS, "Schools and Police both reached their peak in Q3."),
    (QUARTERS, "The least common source was Health."),
    (QUARTERS, "In Q1, Police made the most referrals."),
    (YEARS, "Dunmere has the highest number of children looked after."),
    (YEARS, "Brackwater has the lowest number of children, and it has fallen every year."),
    (YEARS, "Brackwater has fallen for the second consecutive year."),
    (YEARS, "Brackwater's lowest figure was 298 in 2023/24."),
    (YEARS, "Ashvale saw the largest increase over the period."),
    (YEARS, "Brackwater was the only authority to see a reduction."),
    (QUARTERS, "The top three sources were Police, Schools and Health."),
    (QUARTERS, "Police made more referrals in Q3 than in any other quarter."),
    (YEARS, "Brackwater was never above 310."),
    (SERVICES, "Highways received the most complaints."),
    (SERVICES, "Social care had the highest share upheld, and housing the highest number upheld."),
    (MONTHS, "Referrals were at their peak in June, when conversion also peaked at 23.0%."),
    (MONTHS, "July had the most contacts and May the fewest referrals."),
    (MONTHS, "The second highest number of contacts was in May."),
    (MONTHS, "Conversion fell to its lowest point, 18.0%, in May."),
    (BOTH, "Domestic Violence (DV) was at its lowest in December 2023."),
    (BOTH, "The highest proportion of domestic violence was in December 2023."),
    (BOTH, "DV was the most common issue; we speak of Domestic Violence (DV) here."),
    ("", "Fires: 40 in Ashvale, 31 in Lea and 52 in Dunmere. Ashvale had the second highest."),
    ("", "Reoffending was 31% in 2021, 29% in 2022 and 27% in 2023, the lowest of the three."),
    ("", CALLS + "They never fell below 290."),
    ("", CALLS + "They rose to a high of 342 in May before they fell back."),
    ("", "Sales were highest in June (15), with 12 in May and 11 in July."),
    ("", "Income was 51 in 2018, 69 in 2019, 22 in 2020 and 61 in 2021, the highest since 2019."),
]  # fmt: skip
WRONG = [
    (QUARTERS, "Schools were the largest source of referrals.", "Police"),
    (QUARTERS, "Police referrals peaked in Q4.", "Q3"),
    (QUARTERS, "Referrals from Schools were at their lowest in Q4.", "Q2"),
    (QUARTERS, "Q3 was the busiest quarter overall, with 1,154 referrals.", "Q4"),
    (QUARTERS, "The number of referrals from health was highest in Q4 and lowest in Q1.", "Q3"),
    (QUARTERS, "Schools, Police and Health all reached their peak in Q3.", "Q4"),
    (QUARTERS, "The most common source of referral in Q2 was Schools.", "Police"),
    (QUARTERS, "In Q1, Schools made the most referrals.", "Police"),
    (QUARTERS, "Schools (1,030) were the biggest source, followed by Police (1,267).", "Police"),
    (YEARS, "Ashvale has the highest number of children looked after.", "Dunmere"),
    (YEARS, "The number of children looked after in Dunmere has risen every year.", ""),
    (YEARS, "Brackwater's lowest figure was 305 in 2022/23.", "2023/24"),
    (YEARS, "Dunmere saw the largest increase between 2021/22 and 2023/24.", ""),
    (YEARS, "Dunmere was the only authority to see a reduction.", ""),
    (QUARTERS, "The top two sources were Police and Health.", ""),
    (QUARTERS, "Police made more referrals in Q4 than in any other quarter.", "Q3"),
    (YEARS, "Brackwater was never above 300.", ""),
    (SERVICES, "Planning received the most complaints.", "Highways"),
    (SERVICES, "Planning had the highest share upheld.", "Social care"),
    (MONTHS, "The conversion rate was lowest in April.", "May 2023"),
    (MONTHS, "July had the most contacts and April the fewest referrals.", "May 2023"),
    (MONTHS, "Contacts reached a peak of 950 in May.", "July 2023"),
    (MONTHS, "The second highest number of contacts was in April.", "May 2023"),
    (BOTH, "**October 2023:** Domestic Violence and Neglect at their lowest.", "Dec-23"),
    (BOTH, "The highest proportion of domestic violence was in October 2023.", "Dec-23"),
    ("", "Fires: 40 in Ashvale, 31 in Lea and 52 in Dene. Ashvale had the most fires.", "Dene"),
    ("", "Truancy was 31% in 2021, 26% in 2022 and 27% in 2023, the lowest of the three.", "2022"),
    ("", "Sales were highest in May (12), with 15 in June and 11 in July.", "June"),
    ("", MEMBERS + "In 2022 we passed five hundred for the first time.", ""),
    ("", CALLS + "They never fell below 300.", ""),
    ("", CALLS + "Calls were above 300 in every month.", ""),
    ("", CALLS + "The peak month was July.", "May"),
    ("", "Theft was the most common with 310, followed by assault (402) and arson (8).", "assault"),
    ("", "There was a decrease in calls: 40 in 2020, 45 in 2021 and 52 in 2022.", ""),
]  # fmt: skip
# The table says something else than the sentence speaks of, or does not say enough.
SILENT = [
    (SERVICES, "Housing complaints were at their highest in January, when 31 came in."),
    (SERVICES, "The largest number of compliments, 40, went to Planning."),
    (CALLS, "May had the longest waits."),
    (CALLS, "Complaints were lowest in June."),
    (QUARTERS, "Our front door is among the busiest in the region."),
    (QUARTERS, "Police referrals for boys were highest in Q2."),
    (QUARTERS, "Health had the highest risk scores in Q1."),
    (QUARTERS, "Police attended the highest number of strategy meetings in Q1."),
    (QUARTERS, "Timeliness was at its highest in Q1."),
    (QUARTERS, "Satisfaction with the service peaked in Q1."),
    (QUARTERS, "Schools are the main reason for the highest number of complaints."),
    (QUARTERS, "The highest daily number of referrals was 31, on a day in Q1."),
    (YEARS, "Dunmere has the highest rate of reoffending in the region."),
    (YEARS, "Dunmere was the only authority to increase its budget."),
    ("", "The rate was 40 in 2021, 44 in 2022 and 42 in 2023, the highest in the country."),
    ("", "The fall in calls was 40 in 2020, 45 in 2021 and 52 in 2022."),
]


@pytest.mark.parametrize(("table", "text"), RIGHT)
def test_what_the_values_bear_out_goes_by_and_was_tested(table: str, text: str) -> None:
    assert faults_in("extreme", table + text) == []
    assert list(judged(reading_of(table + text)))


@pytest.mark.parametrize(("table", "text", "right"), WRONG)
def test_what_they_do_not_is_an_error(table: str, text: str, right: str) -> None:
    faults = errors_in("extreme", table + text)
    assert faults
    assert any(right in fault.expected for fault in faults)


@pytest.mark.parametrize(("table", "text"), SILENT)
def test_what_is_of_something_else_is_not_judged(table: str, text: str) -> None:
    assert faults_in("extreme", table + text) == []


def test_a_peak_reached_twice_is_a_warning() -> None:
    table = "| Issue | Q1 | Q2 | Q3 |\n| --- | --- | --- | --- |\n| Neglect | 18 | 18 | 12 |\n\n"
    (fault,) = faults_in("extreme", table + "Neglect was at its peak in Q2.")
    assert fault.severity is Severity.WARNING
    assert "joint" in fault.message


def test_a_fall_that_only_the_last_step_bears_out_is_a_warning() -> None:
    (fault,) = faults_in("extreme", "A fall in calls: 40 in 2020, 55 in 2021 and 52 in 2022.")
    assert fault.severity is Severity.WARNING
    assert "40 (2020)" in fault.evidence


def test_each_row_of_a_list_is_judged_by_itself() -> None:
    text = BOTH + "December 2023: Domestic Violence, Neglect and overall contacts at their lowest"
    made = [(each.subject, each.truth.value) for each in judged(reading_of(text))]
    assert made == [("Domestic Violence", "holds"), ("Neglect", "holds"), ("All Contacts", "holds")]


def test_a_very_long_run_of_words_is_no_sentence() -> None:
    assert faults_in("extreme", QUARTERS + "highest number of " * 2000) == []
