"""Units that cannot be, and those that only look so."""

import pytest

from goldenthread.claims.checking import check
from goldenthread.claims.checks.impossible_unit import KIND
from goldenthread.claims.documents.lines import document_from_text
from goldenthread.claims.reading import Reading
from goldenthread.nouns.fault import Severity


def faults(text):
    """What the check finds in a text."""
    return check(Reading((document_from_text("a.txt", text),)), [KIND]).faults


@pytest.mark.parametrize(
    "text",
    [
        "The rate of plans was 64.2% per 10,000 children.",
        "Admissions stood at 12 per cent per 100,000.",
        "104% of children were seen in time.",
        "In the year 112% of the fire doors were checked.",
        "Attendance at reviews was 103%.",
        "On 31 March -5 children were on a plan.",
        "Staff turnover was -3% in the year.",
        "There were 3.5 children on orders at year end.",
    ],
)
def test_what_cannot_be_is_an_error(text):
    found = faults(text)
    assert [each.severity for each in found] == [Severity.ERROR], found


@pytest.mark.parametrize(
    "text",
    [
        "The rate of plans was 64.2 per 10,000 children, 12% above the region.",
        "Spending was 104% of the budget and income 110% of last year's.",
        "Contacts were 118% of the level expected.",
        "Occupancy was 104% and costs rose by 140%.",
        "On average each worker held 17.5 children's cases.",
        "There was a change of -5 children on the year before.",
        "The share moved by -3% in the year.",
        "There are 3.5 million children in the region.",
        "One social worker for 12.5 children is the usual ratio.",
        "We gave 110% of our effort.",
    ],
)
def test_what_can_be_is_left_alone(text):
    assert not faults(text)
