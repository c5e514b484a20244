"""Shares and multiples told in words, against the numbers beside them."""

from fractions import Fraction

import pytest

from goldenthread.claims.checking import check
from goldenthread.claims.checks.ratio_words import KIND
from goldenthread.claims.documents.lines import document_from_text
from goldenthread.claims.language.numbers import quantities_in
from goldenthread.claims.language.ratios import room
from goldenthread.claims.reading import Reading
from goldenthread.nouns.fault import Severity


def faults(text):
    """What the check finds in a text."""
    return check(Reading((document_from_text("a.txt", text),)), [KIND]).faults


# Each true with the first number and false with the second.
PHRASINGS = [
    ("Almost half ({}) of contacts came from the police.", "47%", "53%"),
    ("More than half of contacts ({}) came from the police.", "53%", "47%"),
    ("Just over half ({}) of contacts came from the police.", "51%", "66%"),
    ("One in four contacts ({}) came from the police.", "25%", "32%"),
    ("Nine out of ten families ({}) would come again.", "91%", "78%"),
    ("{} of contacts, over a third, came from the police.", "38%", "29%"),
    ("Two thirds of the 90 staff ({}) have been trained.", "60", "45"),
    ("A quarter of contacts ({} of 400) came from the police.", "100", "140"),
    ("Of the 400 contacts, {} came from the police: almost half.", "190", "130"),
    ("Contacts doubled, from 200 to {}.", "400", "330"),
    ("Contacts have more than doubled since 2019, from 200 to {}.", "450", "380"),
    ("Contacts almost trebled, rising from 100 to {}.", "290", "220"),
    ("The list has halved, from 400 to {}.", "200", "300"),
    ("There are now 96 foster homes, double the {} of 2015.", "48", "62"),
    ("Our rate of 66.0 is twice that of the region ({}).", "33.0", "48.0"),
    ("There were three times as many boys (90) as girls ({}).", "30", "50"),
    ("The majority of contacts ({}) came from the police.", "57%", "44%"),
    ("Most of the callers ({}) were parents.", "57%", "38%"),
    ("The majority of callers, {} of 200, were parents.", "120", "80"),
]


@pytest.mark.parametrize(("text", "right", "wrong"), PHRASINGS)
def test_words_are_known_right_or_wrong(text, right, wrong):
    assert not faults(text.format(right))
    found = faults(text.format(wrong))
    assert [each.severity for each in found] == [Severity.ERROR], found


def test_words_that_only_just_fit_are_a_warning():
    (fault,) = faults("A third of contacts (37%) came from the police.")
    assert fault.severity is Severity.WARNING


@pytest.mark.parametrize(
    "text",
    [
        "The third party (38%) had no view, and in a quarter 12% came.",
        "The board meets twice a year and 40% of members came.",
        "The most common reason (22%) was neglect, and the most recent year the worst (12%).",
        "Contacts doubled while referrals went from 200 to 210.",
        "Numbers may double from 200 to 230.",
        "Half of the money went on staff, and 12% on premises.",
        "The majority of the rise from 20% to 30% came from schools.",
        "Absence was double-counted in 12% of 40 schools.",
    ],
)
def test_what_cannot_be_told_is_left_alone(text):
    assert not faults(text)


def test_almost_half_is_below_half_and_not_by_much():
    (half,) = quantities_in("Almost half came.")
    allowed = room(half)
    assert allowed.fair.high == Fraction(1, 2)
    assert allowed.doubtful.low < allowed.fair.low < Fraction(46, 100)
