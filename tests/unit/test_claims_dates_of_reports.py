"""Days and months that the rest of a page does not allow: logs, quarters, policies, periods."""

import pytest

from goldenthread.nouns.fault import Severity
from tests.factories.statements import errors_in, faults_in

REPORT = "The report covers 1 January to 31 March 2024.\n\n"
LOG = "Visit: 14 October 2025\n\n- 15 September – an argument\n- 23 September – a bike stolen\n"
RIGHT = [
    REPORT + "The busiest day was Saturday 20 January 2024.",
    REPORT + "The busiest day so far this year was Saturday 20 April 2024.",
    REPORT + "The panel met four times, first on 9 January 2024 and last on 26 March 2024.",
    LOG + "- 2 October – a window broken\n- 9 October – a fall\n",
    LOG + "- 9 October – a fall\n- 2 November – the window is due to be mended\n",
    "In quarter one (April to June 2024) 41 came, in quarter two (July to September 2024) 36.",
    "In quarter one (April to June 2024) 41 came, against 36 in quarter two (July to September "
    "2023).",
    "In Q1 (April to June 2024) 41 came, and in Q4 (January to March 2024) 38.",
    "The council consulted from 4 March to 26 April 2024 on the policy, following the one adopted "
    "on 18 January 2019.",
    "The plan, agreed on 18 January 2024, then went to consultation from 4 March to 26 April 2024.",
    "It was out to consultation from 4 March to 26 April 2024. Cabinet had agreed the draft on 18 "
    "January 2024, and having read the replies it adopted the plan on 6 June 2024.",
    "The licence runs from 10 March to 9 March 2026.",
    "The year from 10 March to 2 March 2026 was a short one.",
]
WRONG = [
    (REPORT + "The busiest day was Saturday 20 April 2024.", "20 April 2024"),
    (
        REPORT + "The panel met four times, first on 9 January 2024 and last on 26 April 2024.",
        "26 April 2024",
    ),
    (LOG + "- 2 November – a window broken\n- 9 October – a fall\n", "2 November"),
    (
        "In quarter one (April to June 2024) 41 came, in quarter two (July to September 2023) 36.",
        "July to September 2023",
    ),
    (
        "It went to consultation from 4 March to 26 April 2024. Having weighed the replies, "
        "Cabinet adopted the policy on 18 January 2024.",
        "18 January 2024",
    ),
    (
        "Testing came back for a week, from Monday 10 March to Sunday 2 March 2025.",
        "10 March to Sunday 2 March 2025",
    ),
]


@pytest.mark.parametrize("text", RIGHT)
def test_days_that_the_page_allows_are_no_error(text: str) -> None:
    assert errors_in("dates", text) == []


@pytest.mark.parametrize(("text", "printed"), WRONG)
def test_days_that_the_page_does_not_allow_are_told(text: str, printed: str) -> None:
    assert [fault.printed for fault in errors_in("dates", text)] == [printed]


@pytest.mark.parametrize(
    "text",
    [
        "Over the five months from April to September 2025 we matched 34 children.",
        "In the two months from April to June there were 389: 162 in April, 171 in May and 56 in "
        "June.",
    ],
)
def test_what_is_counted_over_months_is_counted_in_both_ends(text: str) -> None:
    assert len(errors_in("span", text)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "In the five months from April to September the list fell from 41 to 38.",
        "The bridge was closed during the two months from June to August 2024.",
    ],
)
def test_what_went_by_between_two_months_is_asked_about(text: str) -> None:
    assert [fault.severity for fault in faults_in("span", text)] == [Severity.WARNING]
