"""Percent and percentage points told apart."""

import pytest

from goldenthread.claims.checking import check
from goldenthread.claims.checks.percent_or_points import KIND
from goldenthread.claims.documents.lines import document_from_text
from goldenthread.claims.reading import Reading
from goldenthread.nouns.fault import Severity


def faults(text):
    """What the check finds in a text."""
    return check(Reading((document_from_text("a.txt", text),)), [KIND]).faults


# Each true with the first size and false with the second.
PHRASINGS = [
    ("The share rose from 20% to 26%, an increase of {}.", "6 percentage points", "6%"),
    ("The share rose from 20% to 26%, an increase of {}.", "30%", "30 percentage points"),
    ("The share dropped by {} from 60% to 54%.", "6 points", "6%"),
    ("The share was 54%, {} lower than last year (60%).", "6 percentage points", "6.0%"),
    ("The share went from 40.0% to 44.0%, up {}.", "10%", "4%"),
    ("Visits rose from 500 to 560, up {}.", "12%", "12 percentage points"),
]


@pytest.mark.parametrize(("text", "right", "wrong"), PHRASINGS)
def test_percent_and_points_are_told_apart(text, right, wrong):
    assert not faults(text.format(right))
    found = faults(text.format(wrong))
    assert [each.severity for each in found] == [Severity.ERROR], found


def test_the_right_word_is_named():
    (fault,) = faults("The share rose from 62% to 68%, an increase of 6%.")
    assert fault.expected == "6 percentage points"
    assert "10%" in fault.evidence


@pytest.mark.parametrize(
    "text",
    [
        "Attendance fell from 100% to 95%, a fall of 5%.",  # true both ways
        "The rate went from 1% to 2%, doubling.",
        "Council tax will rise by 4.99%, of which 2 percentage points are for adult care.",
        "The share rose from 20% to 26% and contacts by 6%.",
    ],
)
def test_what_is_true_or_cannot_be_told_is_left_alone(text):
    assert not faults(text)


BEFORE = "Of the 1,250 loans, 1,060 (84.8%) came back in time. In 2020/21 the share was 79.6%, so "


def test_a_difference_is_told_without_words_that_tie_it_to_both():
    (fault,) = faults(f"{BEFORE}the record has improved by 5.2%.")
    assert fault.expected == "5.2 percentage points"
    assert not faults(f"{BEFORE}the record has improved by 5.2 percentage points.")
    assert not faults(f"{BEFORE}the record has improved by 6.5%.")


def test_a_round_difference_is_told_where_it_is_drawn_from_the_two_before_it():
    text = "Nine (12%) were late in May and 14 (19%) in June, {} of 7%."
    assert [each.printed for each in faults(text.format("that is to say a rise"))] == ["7%"]
    assert not faults(text.format("while the price of postage saw a rise"))
