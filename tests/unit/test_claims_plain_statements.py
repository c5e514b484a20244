"""Statements that any reader sees to be wrong, each beside right ones of much the same words."""

from fractions import Fraction

import pytest

from goldenthread.claims.checking import check
from goldenthread.claims.documents.lines import document_from_text
from goldenthread.claims.language.slip import is_digits_off
from goldenthread.claims.reading import Reading
from goldenthread.nouns.fault import Severity


def _errors(text: str) -> list[tuple[str, str]]:
    checked = check(Reading((document_from_text("page.txt", text),)))
    return [(each.kind, each.printed) for each in checked.faults if each.severity is Severity.ERROR]


def _table(heading: str, *rows: str) -> str:
    width = heading.count("|") - 1
    return "\n".join((heading, "|" + " --- |" * width, *rows)) + "\n"


_BOATS = _table(
    "| Boat | 2021 | 2022 | {} |", "| Ferry | 400 | 460 | 15.0 |", "| Tug | 800 | 760 | -5.0 |"
)
_LAUNCHED = _table("| Quay | 2020 | 2021 |", "| Fenby | 140 | 163 |", "| Old Dock | 98 | 91 |")

_CALLS = _table(
    "| Month | Calls | Boats | Visits |",
    "| July | 94 | 51 | 63 |",
    "| August | 112 | 58 | 71 |",
    "| September | 87 | 46 | 66 |",
)

WRONG = {
    "a comma and a participle lead on to what a size is of": (
        "Uptake of the scheme improved by 3.4 points, creeping from 61.7% in 2021 to 64.1% in "
        "2022.",
        "change",
    ),
    "so draws a size from the two just told, a digit off": (
        "The reserve was worth £18.6m in March. A year earlier it was £16.9m, so it has grown by "
        "£2.7m despite the £3.2m spent on roofs.",
        "change",
    ),
    "of two dated levels the earlier is not what a saving led to": (
        "Coach hire cost £3.42m in 2021/22. It came in at £2.91m in 2022/23, a saving of £0.61m "
        "(15%).",
        "change",
    ),
    "two bases of one level, each with its way told": (
        "Boats moored in 2022/23: 1,166, up 6% on 2021/22 (1,100) and up 38% on 2018/19 (800).",
        "change",
    ),
    "a column headed with a percent sign": (
        _BOATS.format("Change (%)") + "| Skiff | 300 | 400 | 25.0 |\n",
        "percentage_of_base",
    ),
    "May is a month and not a doubt": (
        "Boats moored were 61 in April, 70 in May, 74 in June and 58 in July. Demand was at its "
        "highest in May, when the two regattas were held.",
        "extreme",
    ),
    "the third is a quarter": (
        "Launches were 76 in Q1, 92 in Q2, 81 in Q3 and 88 in Q4, making the second quarter the "
        "busiest and the third the quietest.",
        "extreme",
    ),
    "a list of as many values as there are to be set in order": (
        "Launches numbered 342 in 2023, the lowest figure of the last five years. Earlier totals "
        "were 401 in 2019, 338 in 2020, 365 in 2021 and 377 in 2022.",
        "extreme",
    ),
    "of so many in each thousand": (
        "At 74 per 10,000 our rate of moorings is the second highest of the five harbours. Wex has "
        "88, Dunby 79, Oxey 71 and Pever 66.",
        "extreme",
    ),
    "therefore draws a place from a list": (
        "Dues brought in £418,000, gifts £236,000, hire £174,000 and fairs £61,000. Hire was "
        "therefore our second largest source of income last year.",
        "extreme",
    ),
    "the meetings of whoever met": (
        "The Board of trustees met seven times in 2023. Of the Board's six meetings in 2023, two "
        "were held online.",
        "said_twice",
    ),
    "a survey that put it at": (
        "Overall crew morale was 71.8% in the 2023 survey.\n\nThe 2023 survey put overall crew "
        "morale at 73.1%.",
        "said_twice",
    ),
    "a time between two tellings is no group": (
        "In March the trust set a general reserve of £2.4m for 2024. By the end of June, £0.9m had "
        "been drawn. The general reserve of £2.1m set in March for 2024 is thought enough.",
        "said_twice",
    ),
    "all of those made in those years": (
        "The review looks at the 43 serious collision notices that crews made between 2019 and "
        "2021. All 34 notices made in those three years were read in full.",
        "said_twice",
    ),
    "what was done to those that someone sent": (
        "The audit looked at the 26 letters that crews sent in 2021 and 2022. All 62 letters sent "
        "in those two years were answered.",
        "said_twice",
    ),
    "a fare is what is paid": (
        "The average fare per passenger crossing in 2023 was £1.86.\n\nIn 2023 passengers paid "
        "£1.68 per crossing on average.",
        "said_twice",
    ),
    "so many times is a count of what was done": (
        _LAUNCHED + "\nIn 2021 the Fenby crew were sent out 140 times and Old Dock's 91 times.",
        "quoted_from_table",
    ),
}
RIGHT = {
    "the size of the two": (
        "Uptake of the scheme improved by 2.4 points, creeping from 61.7% in 2021 to 64.1% in 2022."
    ),
    "the size drawn is theirs": (
        "The reserve was worth £18.6m in March. A year earlier it was £16.9m, so it has grown by "
        "£1.7m despite the £3.2m spent on roofs."
    ),
    "a size on another time than the two": (
        "The reserve was worth £18.6m in March. A year earlier it was £16.9m, so it has grown by "
        "£2.7m since 2015, with £3.2m spent on roofs."
    ),
    "a size right of the two": (
        "Coach hire cost £3.42m in 2021/22. It came in at £2.91m in 2022/23, a saving of £0.51m "
        "(15%)."
    ),
    "what a size led to has no time of its own": (
        "The fleet costs £4m a year to insure. Fuel came to £8m, £2m (20%) less than before."
    ),
    "both sizes right on their bases": (
        "Boats moored in 2022/23: 1,166, up 6% on 2021/22 (1,100) and up 46% on 2018/19 (800)."
    ),
    "a column whose changes are right": (
        _BOATS.format("Change (%)") + "| Skiff | 300 | 400 | 33.3 |\n"
    ),
    "a column of percentage points": (
        _BOATS.format("Change (% points)") + "| Skiff | 300 | 400 | 25.0 |\n"
    ),
    "a month that may well be highest": (
        "Boats moored were 61 in April, 75 in May, 74 in June and 58 in July. Demand was at its "
        "highest in May, when the two regattas were held."
    ),
    "the first is a quarter": (
        "Launches were 76 in Q1, 92 in Q2, 81 in Q3 and 88 in Q4, making the second quarter the "
        "busiest and the first the quietest."
    ),
    "as many values, and the place is right": (
        "Launches numbered 337 in 2023, the lowest figure of the last five years. Earlier totals "
        "were 401 in 2019, 338 in 2020, 365 in 2021 and 377 in 2022."
    ),
    "a list of fewer than there are": (
        "Launches numbered 342 in 2023, the lowest figure of the last three years. Earlier totals "
        "were 401 in 2019, 338 in 2020, 365 in 2021 and 377 in 2022."
    ),
    "another measure than the list's": (
        "Dues brought in £418,000, gifts £236,000, hire £174,000 and fairs £61,000. Hire was our "
        "second largest source of complaints last year."
    ),
    "another measure, drawn of what is named first": (
        "Frost was 418 hours in May, 236 in June, 174 in July and 61 in August. Fuel was "
        "therefore second highest in July."
    ),
    "the meetings of another year": (
        "The Board of trustees met seven times in 2023. Of the Board's six meetings in 2022, two "
        "were held online."
    ),
    "a group between two tellings": (
        "In March the trust set a general reserve of £2.4m for 2024. By the northern clubs, £0.9m "
        "had been drawn. The general reserve of £2.1m set in March for 2024 is thought enough."
    ),
    "those sent to someone are some of them": (
        "The audit looked at the 26 letters that crews sent in 2021 and 2022. All 62 letters sent "
        "to the ombudsman in those two years were answered."
    ),
    "some of those that were looked at": (
        "The review looks at the 43 serious collision notices of 2019 to 2021. All 34 notices "
        "upheld in those three years were read in full."
    ),
    "some of those that were made, and no time to say so": (
        "The review looks at the 43 serious collision notices that crews made. All 34 notices made "
        "afloat were read in full."
    ),
    "some of those that were made": (
        "The review looks at the 43 serious collision notices that crews made between 2019 and "
        "2021. All 34 notices read in those three years were kept."
    ),
    "the cell of that year": (
        _LAUNCHED + "\nIn 2021 the Fenby crew were sent out 163 times; 40 of these were at night."
    ),
    "so many of these are no cell of their month": (
        _CALLS + "\nIn August 58 boats put in 112 times, and one of them was responsible for 17 "
        "of these."
    ),
    "so many times as many": (
        _LAUNCHED + "\nIn 2021 the Fenby crew were sent out 14 times as often as in 1990."
    ),
}


@pytest.mark.parametrize(
    ("told", "right", "decimals", "off"),
    [
        (Fraction(27), Fraction(37), 0, True),
        (Fraction(2_700_000), Fraction(1_700_000), -5, True),  # "£2.7m"
        (Fraction(6, 10), Fraction(5, 10), 1, True),
        (Fraction(6), Fraction(5), 0, False),  # of one digit alone any other is a slip
        (Fraction(27), Fraction(38), 0, False),
    ],
)
def test_a_printed_value_may_be_a_slip_of_the_digits_away(
    told: Fraction, right: Fraction, decimals: int, *, off: bool
) -> None:
    assert is_digits_off(told, right, decimals) is off


@pytest.mark.parametrize("why", WRONG)
def test_what_any_reader_sees_to_be_wrong_is_told(why: str) -> None:
    text, kind = WRONG[why]
    assert kind in [each for each, _ in _errors(text)]


@pytest.mark.parametrize("why", RIGHT)
def test_what_is_right_beside_it_is_let_be(why: str) -> None:
    assert _errors(RIGHT[why]) == []
