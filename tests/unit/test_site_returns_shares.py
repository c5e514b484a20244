"""A percentage of what the same return counts: of whole children, and seen when it is small."""

from decimal import Decimal

import pytest

from goldenthread.nouns.register import area
from goldenthread_site.returns.checking import check
from goldenthread_site.returns.shares import Number, Share, part_of, shares_of
from goldenthread_site.returns.templates import ReturnTemplate, templates
from tests.factories.returns import QUARTER

MISSING = templates()["missing"]


def said(episodes, offered, accepted="nil"):
    typed = {"episodes": episodes, "offered": offered, "accepted": accepted}
    return check(MISSING, QUARTER, area("821"), "Luton Council", typed).faults


@pytest.mark.parametrize(
    ("whole", "percentage", "decimals", "part"),
    [
        (68, "33.8", 1, 23),
        (68, "34", 0, 23),
        (3, "33", 0, 1),
        (3, "33.3", 1, 1),
        (3, "34", 0, None),  # a third is 33, by any rounding
        (7, "33.8", 1, None),
        (8, "12.5", 0, 1),  # half a per cent rounds either way
        (8, "13", 0, 1),
        (8, "12", 0, 1),
        (8, "11", 0, None),
        (5, "0", 0, 0),
        (5, "100", 0, 5),
        (0, "0", 0, None),
    ],
)
def test_the_number_that_a_percentage_tells(whole, percentage, decimals, part):
    found = part_of(Decimal(whole), Number(Decimal(percentage), decimals))
    assert found == (None if part is None else Decimal(part))


def test_a_share_of_a_share_is_of_the_children_in_it():
    told = {
        "episodes": Number(Decimal(20)),
        "offered": Number(Decimal(80)),
        "accepted": Number(Decimal(25)),
    }
    assert shares_of(MISSING, told) == {
        "offered": Share(Decimal(16), Decimal(20)),
        "accepted": Share(Decimal(4), Decimal(16)),
    }
    told["offered"] = Number(Decimal(81))  # no whole number: then nothing is known of what is in it
    assert shares_of(MISSING, told) == {"offered": Share(None, Decimal(20))}
    del told["episodes"]
    assert shares_of(MISSING, told) == {}


def test_a_percentage_that_cannot_be_is_a_fault_beside_its_line():
    assert said("20", "80", "25") == {}
    assert said("20", "81", "25") == {
        "offered": "No number out of the 20 in “Missing episodes” makes this percentage:"
        " correct either"
    }
    assert said("20", "80", "26") == {
        "accepted": "No number out of the 16 in “Return-home interviews offered” makes this"
        " percentage: correct either"
    }


def test_of_nothing_there_is_no_percentage():
    assert said("nil", "nil") == {}
    told = said("nil", "100")
    assert "In “Missing episodes” there is nothing to take a percentage of" in told["offered"]


def test_where_the_count_is_not_known_any_percentage_stands():
    assert said("not known", "81", "26") == {}


@pytest.mark.parametrize(
    ("first", "second", "message"),
    [
        ({}, {"out_of": "second"}, "no percentage of a line above"),
        ({}, {"out_of": "first", "unit": "count"}, "no percentage of a line above"),
        ({"unit": "mean"}, {"out_of": "first"}, "of what is not counted"),
    ],
)
def test_a_template_whose_percentage_is_of_no_count_above_it_is_refused(first, second, message):
    lines = [
        {"key": "first", "indicator": "missing_episodes", "words": "Episodes"} | first,
        {
            "key": "second",
            "indicator": "return_home_interviews_offered",
            "unit": "percent",
            "words": "Offered",
        }
        | second,
    ]
    if first:
        lines[0] |= {"indicator": "looked_after_sdq_average"}
    if second.get("unit"):
        lines[1] |= {"indicator": "missing_episodes"}
    given = {"key": "one", "title": "One", "about": "", "sectors": [], "guidance": ""}
    with pytest.raises(ValueError, match=message):
        ReturnTemplate(**given, period="quarter", due_after_days=5, line=lines)
