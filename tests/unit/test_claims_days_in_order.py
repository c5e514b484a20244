"""Days that are in order but for one: meetings, timelines, the steps of a case, ends of a term."""

from datetime import date

import pytest

from goldenthread.claims.checking import check
from goldenthread.claims.dates.one_astray import astray
from goldenthread.claims.documents.lines import document_from_text
from goldenthread.claims.reading import Reading
from goldenthread.nouns.fault import Severity


def errors(text):
    """What is printed at every error in a text about its dates."""
    checked = check(Reading((document_from_text("a.txt", text),)))
    return [
        fault.printed
        for fault in checked.faults
        if fault.severity is Severity.ERROR and fault.kind == "dates"
    ]


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        (
            "The forum met four times: on 9 May 2023, 5 September 2022, 5 December 2023 and "
            "6 March 2024.",
            "5 September 2022",
        ),
        (
            "Meetings of the executive were held on Tuesday 9 May 2023, Tuesday 5 September 2023, "
            "Tuesday 5 December 2023 and 6 March 2023.",
            "6 March 2023",
        ),
        (
            "The group sat on 9 May, 12 September and 4 December 2023, and on 19 March 2023.",
            "19 March 2023",
        ),
        (
            "Supervision was held on 11 April, 9 May, 13 June, 11 March, 8 August and "
            "12 September 2023.",
            "11 March",
        ),
        ("The panel met in May 2023, July 2023, October 2022 and January 2024.", "October 2022"),
    ],
)
def test_one_meeting_out_of_order_is_told(text, printed):
    assert errors(text) == [printed]


@pytest.mark.parametrize(
    "text",
    [
        "The forum met on 9 May 2023, 5 September 2023, 5 December 2023 and 6 March 2024.",
        "The forum met on 9 May, 5 September, 5 December and 6 March.",
        "The forum met on 9 May, 12 September and 4 December 2023, and on 19 March 2024.",
        "The forum met on 4 July, 12 September, 10 October, 4 December, 9 January and 6 March.",
        # Newest first, and in no order.
        "The forum met on 6 March 2024, 5 December 2023, 5 September 2023 and 9 May 2023.",
        "The forum met on 5 December 2023, 9 May 2023, 6 March 2024 and 5 September 2023.",
        # The meetings of several bodies, and no meetings.
        "The four area groups met on 9 May 2023, 5 September 2023, 5 December 2023 and "
        "6 March 2023.",
        "The sisters were born on 9 May 2013, 5 September 2015, 5 December 2018 and 6 March 2010.",
        # Nothing says whether it is out of its order or of its year.
        "The forum met on 9 May 2023, 5 December 2023, 5 September 2023 and 6 March 2024.",
    ],
)
def test_meetings_in_order_or_in_another_order_are_let_be(text):
    assert errors(text) == []


CASE = (
    "The complaint was received on 6 March 2024 and an investigator was appointed on 14 March "
    "2024. The manager was interviewed on 22 May 2024, the report was completed on {} and "
    "the hearing was held on 19 September 2024."
)


def test_a_report_finished_before_the_complaint_is_told():
    assert errors(CASE.format("28 February 2024")) == ["28 February 2024"]


@pytest.mark.parametrize(
    "text",
    [
        CASE.format("28 June 2024"),
        CASE.replace("the report", "an earlier report").format("28 February 2024"),
        "The referral for A was received on 3 May 2024 and the referral for B was received on "
        "9 June 2024. The report for A was completed on 5 June 2024 and the report for B was "
        "completed on 10 July 2024.",
    ],
)
def test_a_case_in_turn_or_beside_another_is_let_be(text):
    assert errors(text) == []


TIMELINE = (
    "The path of one case:\n\n"
    "- 3 February 2025: the school rings the front door\n"
    "- 5 February: strategy meeting\n"
    "- 20 February 2025: visit to the family\n"
    "- {}: conference, at which a plan was agreed\n"
    "- 9 April 2025: core group\n"
    "- 2 June 2025: review\n"
)


@pytest.mark.parametrize("day", ["11 February 2025", "11 February", "11 March 2024"])
def test_a_timeline_that_goes_back_once_is_told(day):
    assert errors(TIMELINE.format(day)) == ([] if day == "11 February" else [day])


@pytest.mark.parametrize(
    "text",
    [
        TIMELINE.format("11 March 2025"),
        TIMELINE.format("11 February 2025 (due)"),
        "- 31 March 2025: 40\n- 31 March 2024: 38\n- 31 March 2023: 33\n- 31 March 2022: 30\n"
        "- 31 March 2021: 29\n",
    ],
)
def test_a_timeline_in_order_or_of_what_is_to_come_is_let_be(text):
    assert errors(text) == []


TERM = (
    "Spring term 2024 (8 January to 28 March): 90 referrals. The first came on {}, the last on {}."
)


@pytest.mark.parametrize(
    ("first", "last", "printed"),
    [
        ("9 January 2024", "27 March 2024", []),
        ("9 January 2024", "3 May 2024", ["3 May 2024"]),
        ("9 November 2023", "27 March 2024", ["9 November 2023"]),
    ],
)
def test_the_first_and_last_of_a_term_lie_in_it(first, last, printed):
    assert errors(TERM.format(first, last)) == printed


def test_replies_may_come_after_the_period():
    text = "Consultation period (8 January to 28 March 2024): 90 replies, the last on 3 May 2024."
    assert errors(text) == []


@pytest.mark.parametrize(("year", "count"), [("2023", 0), ("2025", 1)])
def test_what_a_label_is_said_to_mean_is_its_year(year, count):
    text = (
        'In this note "2021/22" means the year ended 31 March 2022 and "2022/23" the year ended '
        f"31 March {year}. By then 2020/21 refers to the year to 31 March 2021."
    )
    assert len(errors(text)) == count


def test_either_of_two_days_may_be_astray():
    swapped = [date(2024, month, 1) for month in (1, 2, 4, 3, 5)]
    assert astray(swapped) == [2, 3]
    assert astray(sorted(swapped)) == []
