"""Shares told in sentences: part, whole and percentage in many orders."""

import pytest

from goldenthread.claims.checking import check
from goldenthread.claims.checks.share import KIND
from goldenthread.claims.documents.lines import document_from_text
from goldenthread.claims.reading import Reading
from goldenthread.nouns.fault import Severity


def faults(text):
    """What the check finds in a text."""
    return check(Reading((document_from_text("a.txt", text),)), [KIND]).faults


# Each true with the first percentage and false with the second.
PHRASINGS = [
    ("36 of 48 plans ({}) were reviewed in time.", "75%", "70%"),
    ("36 out of the 48 plans were reviewed in time, which is {}.", "75%", "70%"),
    ("{} of plans (36 of 48) were reviewed in time.", "75%", "70%"),
    ("{} (36 of 48) were reviewed in time.", "75 per cent", "70 per cent"),
    ("Of the 48 plans, 36 ({}) were reviewed in time.", "75%", "70%"),
    ("Of the 48 plans, {} (36) were reviewed in time.", "75%", "70%"),
    ("Out of 48 plans, 36 were reviewed in time: {}.", "75%", "70%"),
    ("36 plans ({}) of the 48 were reviewed in time.", "75%", "70%"),
    ("{} of the 48 plans (36) were reviewed in time.", "75%", "70%"),
    ("{} of the 48 plans, or 36, were reviewed in time.", "75%", "70%"),
    ("There were 48 plans, of which 36 ({}) were reviewed in time.", "75%", "70%"),
    ("There were 48 plans; 36 of these ({}) were reviewed in time.", "75%", "70%"),
    ("There were 48 plans. Of these, 36 ({}) were reviewed in time.", "75%", "70%"),
    ("36/48 ({}) plans were reviewed in time.", "75%", "70%"),
    ("All but 12 of the 48 plans were reviewed in time ({}).", "75%", "25%"),
    ("We asked 480 families and 360 replied ({}).", "75%", "70%"),
    ("£1.20m of the £4.80m ({}) was spent on staff.", "25%", "30%"),
    ("Police sent 31% of contacts and schools 22%, together {}.", "53%", "58%"),
    ("Neglect (42%) and emotional abuse (31%) combined made {} of plans.", "73%", "79%"),
    ("Of 40 cases 20 were good (50%), 12 fair (30%) and 8 poor ({}).", "20%", "25%"),
]


@pytest.mark.parametrize(("text", "right", "wrong"), PHRASINGS)
def test_a_share_is_known_right_or_wrong(text, right, wrong):
    assert not faults(text.format(right))
    found = faults(text.format(wrong))
    assert [each.severity for each in found] == [Severity.ERROR], found
    assert found[0].evidence


@pytest.mark.parametrize(
    "text",
    [
        "Of 320 children seen, 80 (25%) were in care, of whom 20 (25%) lived far away.",
        "Of 320 children seen, 80 (31% of all children in care) lived far away.",
        "There were 88 plans for neglect, 41% of all plans.",
        "36 of 48 plans were reviewed in time and 60% of the rest within a week.",
        "36 of 48 plans were reviewed in time, up from 70% last year.",
        "Police sent 31% of contacts (2,077) and schools 22% (1,474).",
        "Several factors may be found in one case: abuse in 46% and drink in 30%, together 60%.",
        "The service saw 400 families, with 120 children (35%) on plans.",
        "One of the 12 schools (8%) had not replied.",
        "Nearly 300 of the 400 people asked (71%) replied.",
    ],
)
def test_what_cannot_be_told_is_left_alone(text):
    assert not faults(text)


def test_the_evidence_can_be_followed_with_a_calculator():
    (fault,) = faults("Of the 640 assessments, 152 (27%) led to a plan.")
    assert (fault.printed, fault.expected) == ("27%", "24%")
    assert fault.evidence == "152 ÷ 640 = 24%, not 27%"
