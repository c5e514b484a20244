"""Changes that the two numbers beside them do not make, and that may be of something else."""

import pytest

from goldenthread.claims.checking import check
from goldenthread.claims.documents.lines import document_from_text
from goldenthread.claims.reading import Reading


def told(text):
    """How surely each change of a text is told to be wrong."""
    checked = check(Reading((document_from_text("a.txt", text),)))
    return [str(f.severity) for f in checked.faults if f.kind in ("change", "share")]


@pytest.mark.parametrize(
    "text",
    [
        "We had 3,950 visits in 2022 and 4,120 in 2023, a rise of 38%.",
        "Bookings came to 610 this year and 580 last year, which is 71% more.",
    ],
)
def test_a_change_far_from_what_the_numbers_make_is_a_warning(text):
    assert told(text) == ["warning"]


@pytest.mark.parametrize(
    "text",
    [
        "Visits were 4,120 this year, against 3,950 last year, a rise of 6.3%.",
        "Visits were 4,120 this year, against 3,950 last year, a rise of 43%.",  # point lost
        "Visits were 4,120 this year, against 3,950 last year, a rise of 38%.",  # nothing between
        "Bookings stood at 610 this year, compared with 580 last year, up 71%.",
        "Visits rose from 3,950 to 4,120, a rise of 38%.",  # said of these two beyond doubt
        "Some 61% of those asked (244 of 380) felt safe.",
    ],
)
def test_a_slip_is_an_error(text):
    assert told(text) == ["error"]


@pytest.mark.parametrize(
    "text",
    [
        "Visits were 4,120 this year, against 3,950 last year, a rise of 4.3%.",
        "Some 64% of those asked (244 of 380) felt safe.",
        "Some 65% of those asked (244 of 380) felt safe.",
    ],
)
def test_what_the_numbers_make_is_let_be(text):
    assert told(text) == []
