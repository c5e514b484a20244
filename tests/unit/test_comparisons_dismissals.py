"""An outlier is shown, or dismissed with a reason; a dismissal of nothing is noted."""

from datetime import date

import pytest

from goldenthread.comparisons import (
    Dismissal,
    compare,
    outliers,
    read_dismissals,
    stale,
    unanswered,
)
from goldenthread.figures import Shelf
from goldenthread.nouns import GoldenThreadError, Severity
from tests.factories import LUTON
from tests.factories.comparing import LUTON_2021, YEAR, an_indicator, luton_section_47

GOOD = """
[[dismissal]]
indicator = "section_47_enquiries"
why = "Counted twice in the first quarter; corrected in the next release."
by = "Chair of the quality and performance group"
on = 2024-11-04
"""


@pytest.fixture
def found():
    comparison = compare(
        Shelf(luton_section_47()), an_indicator(), LUTON, YEAR, neighbour_sets=(LUTON_2021,)
    )
    return outliers([comparison])


def dismissal(indicator):
    return Dismissal(indicator, "Counted twice in the first quarter.", "Chair", date(2024, 11, 4))


def read(tmp_path, text):
    file = tmp_path / "dismissals.toml"
    file.write_text(text, encoding="utf-8")
    return read_dismissals(file)


def test_dismissals_are_read(tmp_path):
    (only,) = read(tmp_path, GOOD)
    assert only.indicator == "section_47_enquiries"
    assert (only.by, only.on) == ("Chair of the quality and performance group", date(2024, 11, 4))


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (("by = ", "# by = "), "'by' is missing: add it"),
        (("Counted twice in the first quarter; corrected in the next release.", "No."), "'why':"),
        (("2024-11-04", "2024-13-04"), "is not TOML"),
        (("on = 2024-11-04", 'on = "soon"'), "'on':"),
    ],
)
def test_a_dismissal_without_a_reason_or_a_post_is_refused(tmp_path, change, said):
    with pytest.raises(GoldenThreadError, match=r"^dismissals\.toml") as caught:
        read(tmp_path, GOOD.replace(*change))
    assert said in str(caught.value)


def test_an_outlier_neither_shown_nor_dismissed_is_a_fault(found):
    (fault,) = unanswered(found, shown=(), dismissals=())
    assert fault.rule == "outlier-not-shown"
    assert fault.severity is Severity.ERROR
    assert str(fault) == (
        "section_47_enquiries: section_47_enquiries stands out (a greater rise than in any "
        "earlier year known) and is not in the report: show it, or dismiss it with a reason"
    )


def test_shown_or_dismissed_it_is_answered(found):
    assert unanswered(found, {"section_47_enquiries"}, ()) == ()
    assert unanswered(found, (), [dismissal("section_47_enquiries")]) == ()


def test_a_dismissal_of_what_does_not_stand_out_is_noted(found):
    assert stale(found, [dismissal("section_47_enquiries")]) == ()
    (note,) = stale(found, [dismissal("referrals")])
    assert (note.rule, note.severity, note.place) == (
        "dismissal-stale",
        Severity.NOTE,
        "referrals",
    )
