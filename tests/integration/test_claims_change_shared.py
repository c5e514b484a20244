"""The checks of sums in sentences over three published texts: what they find there, and no more."""

import pytest

from goldenthread.claims.checking import check
from goldenthread.claims.checks import (
    change,
    impossible_unit,
    percent_or_points,
    ratio_words,
    share,
)
from goldenthread.claims.documents.lines import document_from_text
from goldenthread.claims.reading import Reading
from goldenthread.nouns.fault import Severity

KINDS = [each.KIND for each in (change, impossible_unit, percent_or_points, ratio_words, share)]


@pytest.mark.parametrize(
    ("begins", "errors", "understood"),
    [
        # 59 of 369 is 16.0%: the text cuts off where it should round.
        ("000_", [("change", "15.9%", "16.0%")], 4),
        # 75 of 311 is 24.1%.
        ("002_", [("change", "24.2%", "24.1%")], 14),
        ("003_", [], 0),
    ],
)
def test_each_error_in_a_published_text_is_known(shared, begins, errors, understood):
    (path,) = (shared / "seeds").glob(f"{begins}*.txt")
    reading = Reading((document_from_text(path.name, path.read_text(encoding="utf-8")),))
    checked = check(reading, KINDS)
    found = [
        (fault.kind, fault.printed, fault.expected)
        for fault in checked.faults
        if fault.severity is Severity.ERROR
    ]
    assert found == errors
    assert checked.understood >= understood
