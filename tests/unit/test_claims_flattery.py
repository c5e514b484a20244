"""Comparisons told in the flattering direction, and changes told across a break."""

from datetime import date

import pytest

from goldenthread.figures import FigureBook
from goldenthread.nouns import Break, Unit
from goldenthread.nouns.fault import Severity
from tests.factories import LUTON, a_figure, a_thread
from tests.factories.several_texts import found_by, reading_of_all

NOW = "# Yearly report 2023/24\n\n"
BEFORE = "# Yearly report 2022/23\n\n"
AGAIN = "of referrals were re-referrals within 12 months"
BELOW = f"{NOW}Only 9.4% {AGAIN}, below the England average of 22%."


def test_last_year_s_text_shows_the_trend() -> None:
    reading = reading_of_all(BELOW, f"{BEFORE}In all 6.9% {AGAIN}.")
    (fault,) = found_by("flattery", reading)
    assert fault.severity is Severity.WARNING
    assert "6.9% in 2022/23 (text-2.txt, line 3), 9.4% in 2023/24" in fault.evidence


def test_the_book_shows_the_trend() -> None:
    values = {"2021-22": 5.1, "2022-23": 6.9, "2023-24": 9.4}
    book = FigureBook.of(
        a_figure(
            value,
            indicator="re_referrals_within_12_months",
            unit=Unit.PERCENT,
            area=LUTON,
            period=period,
            decimals=1,
            thread=a_thread(source="dfe.c1"),
        )
        for period, value in values.items()
    )
    (fault,) = found_by("flattery", reading_of_all(BELOW, area="Luton", book=book))
    assert "5.1 in 2021/22, 6.9 in 2022/23, 9.4 in 2023/24" in fault.evidence


@pytest.mark.parametrize(
    ("now", "before"),
    [
        (BELOW, f"{BEFORE}In all 12.4% {AGAIN}."),  # it got better
        (f"{BELOW[:-1]}, up from 6.9%.", f"{BEFORE}In all 6.9% {AGAIN}."),  # the trend is told
        (
            f"{NOW}In all 29.4% {AGAIN}, above the England average of 22%.",
            f"{BEFORE}In all 16.9% {AGAIN}.",
        ),
        (BELOW, "Nothing of it."),
        (
            f"{NOW}Referrals were 9.4%, below the England average of 10%.",
            f"{BEFORE}Referrals were 6.9%.",
        ),  # neither more nor less is better
    ],
)
def test_what_flatters_nobody_goes_by(now: str, before: str) -> None:
    assert found_by("flattery", reading_of_all(now, before)) == []


NEW_FORM = Break(
    when=date(2023, 4, 1),
    reason="A new form counts twins once.",
    indicators=("contacts",),
    areas=("821",),
)


@pytest.mark.parametrize(
    "text",
    [
        "Contacts fell by 12% in 2023/24.",
        "Contacts rose from 11,204 in 2021/22 to 12,316 in 2023/24.",
        "A 9% increase in contacts was seen in 2023/24 compared with 2022/23.",
        "# Yearly report 2023/24\n\nContacts have dropped compared to last year.",
        "# Yearly report 2023/24\n\nContacts have fallen since 2021/22.",
    ],
)
def test_a_change_across_a_break_is_a_warning(text: str) -> None:
    (fault,) = found_by("across_break", reading_of_all(text, area="Luton", breaks=(NEW_FORM,)))
    assert fault.severity is Severity.WARNING
    assert "1 April 2023: A new form counts twins once." in fault.evidence


@pytest.mark.parametrize(
    "text",
    [
        "Contacts rose from 11,204 in 2021/22 to 12,316 in 2022/23.",
        "Contacts rose in 2024/25 compared with 2023/24.",
        "Assessments completed fell by 12% in 2023/24.",
        "Contacts fell from 310 in October 2023 to 290 in November 2023.",
        "Contacts were 11,204 in 2022/23 and 12,316 in 2023/24.",
        "Contacts from the police fell by 12% in 2023/24.",
        "Contacts fell by 12% in 2023/24, but the two years are not comparable.",
    ],
)
def test_what_lies_on_one_side_or_owns_up_goes_by(text: str) -> None:
    assert found_by("across_break", reading_of_all(text, area="Luton", breaks=(NEW_FORM,))) == []


def test_a_break_elsewhere_is_nothing_here() -> None:
    text = "Contacts fell by 12% in 2023/24."
    assert found_by("across_break", reading_of_all(text, area="Slough", breaks=(NEW_FORM,))) == []
