"""A group known by its number that is told with a slip in another sentence."""

import pytest

from goldenthread.claims.checking import check
from goldenthread.claims.documents.lines import document_from_text
from goldenthread.claims.reading import Reading
from goldenthread.nouns.fault import Severity


def errors(text):
    """The words at fault of every error of a thing said twice."""
    checked = check(Reading((document_from_text("a.txt", text),)))
    return [
        fault.printed
        for fault in checked.faults
        if fault.kind == "said_twice" and fault.severity is Severity.ERROR
    ]


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        (
            "There were 88 serious incidents in 2021.\n\nAll 98 serious incidents in 2021 were "
            "investigated.",
            "98",
        ),
        ("We have 212 foster carers.\n\nOur 221 foster carers are our greatest asset.", "221"),
        (
            "There were 2,716 penalty notices in 2022.\n\nThe 2,176 penalty notices in "
            "2022 led to few appeals.",
            "2,176",
        ),
        (
            "Last year 640 young people used the hall.\n\nThe hall was used by 460 young people "
            "last year.",
            "460",
        ),
        (
            "The trust employed 2,140 nurses at the end of 2023.\n\nStaffing: nurses employed at "
            "the end of 2023: 2,410",
            "2,410",
        ),
    ],
)
def test_a_group_told_with_another_number_is_an_error(text, printed):
    assert errors(text) == [printed]


@pytest.mark.parametrize(
    "text",
    [
        "There were 88 serious incidents in 2021.\n\nAll 98 serious incidents in 2022 were "
        "investigated.",
        "There were 88 serious incidents in 2021.\n\nAll 41 minor incidents in 2021 were "
        "investigated.",
        "We have 212 foster carers.\n\nThe other 221 foster carers are with agencies.",
        "There were 88 serious incidents in 2021.\n\nPolice know of some. The 40 incidents in 2021 "
        "that the police know of were minor.",
    ],
)
def test_another_group_or_year_is_let_be(text):
    assert errors(text) == []
