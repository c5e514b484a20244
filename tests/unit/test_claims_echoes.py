"""A change that is wrong only because a share beside it is wrong is not told again."""

import pytest

from goldenthread.claims.checking import check
from goldenthread.claims.documents.lines import document_from_text
from goldenthread.claims.reading import Reading


def told(text):
    """The kinds of error told of a text."""
    checked = check(Reading((document_from_text("a.txt", text),)))
    return {fault.kind for fault in checked.faults if str(fault.severity) == "error"}


@pytest.mark.parametrize(
    ("points", "kinds"),
    [("three", {"share"}), ("nine", {"share", "change"})],
)
def test_a_change_that_the_right_share_would_put_right_is_let_be(points, kinds):
    text = (
        f"In all, 106 of the 124 young people (95%) were in education, {points} percentage points "
        "more than in March 2023 (82%)."
    )
    assert told(text) == kinds
