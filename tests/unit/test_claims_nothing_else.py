"""A size with two numbers and nothing else beside them, however the words tie them together."""

import pytest

from goldenthread.claims.checking import check
from goldenthread.claims.documents.lines import document_from_text
from goldenthread.claims.reading import Reading
from goldenthread.nouns.fault import Severity


def errors(text):
    """The kind and the words at fault of every error in a text."""
    checked = check(Reading((document_from_text("a.txt", text),)))
    return [(f.kind, f.printed) for f in checked.faults if f.severity is Severity.ERROR]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Ticket income trebled, £12,000 turning into £24,500.", "ratio_words"),
        ("Lettings: 318. The list had 402 the winter before. That is down by 31%.", "change"),
        (
            "Late trains were reported 1,204 times, which sits beside 986 reports a year earlier "
            "and amounts to growth of 32%.",
            "change",
        ),
        ("Seats taken – 414; seats offered – 690; take-up rate – 70%.", "share"),
    ],
)
def test_a_size_that_is_near_what_the_two_make_and_is_not_it_is_wrong(text, kind):
    assert [each for each, _ in errors(text)] == [kind]


@pytest.mark.parametrize(
    "text",
    [
        "Ticket income doubled, £12,000 turning into £24,100.",
        "Seats taken – 414; seats offered – 690; take-up rate – 60%.",
        # of something else
        "The fee was £180 in the spring and £195 in the autumn, and 62% was paid in time.",
        "From 40 seats we have grown to 65, helped by a 50% grant from the county.",
        "Referrals dropped by 17.5% and the rate of return went from 21.4% to 25.7%.",
        "There were 912 visits in June, 40% of the 3,040 homes having had none.",
        "The choir has 60 members and sang at 25 homes; its fee went up by a third.",
        # of one of the two and a number left out
        "Council tax goes up by 5%: 3% for services and 2% for care.",
        # far from what they make, so hardly of them
        "The hall seats 412 and the studio 90; 3% of seats are kept for carers.",
    ],
)
def test_a_size_of_something_else_or_true_of_the_two_is_let_be(text):
    assert errors(text) == []


def test_a_part_told_after_its_whole_may_have_its_share_first():
    assert errors("Two in five of our 250 trees, namely 75, are oaks.") == [
        ("ratio_words", "Two in five")
    ]
    assert errors("Three in ten of our 250 trees, namely 75, are oaks.") == []
    assert errors("We have 145 rangers, 29 of whom are seasonal; a quarter of them climb.") == []
    assert errors("Of 1,250 asked 430 answered, and 43% of these were happy.") == []
