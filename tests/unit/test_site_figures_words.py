"""What stands in place of a number, small pictures, and tables of what agencies were asked for."""

import re
from dataclasses import replace

import pytest

from goldenthread.nouns import Area, AreaKind, Breakdown, Period, Quality, Symbol, Unit
from goldenthread.nouns.register import area
from goldenthread_site.figures.grids import grids
from goldenthread_site.figures.prepared.numbers import in_words, note_of
from goldenthread_site.figures.prepared.pictures import sparkline, trend
from goldenthread_site.figures.prepared.shapes import Number, Returned
from goldenthread_site.figures.sending import Asked
from tests.factories import a_figure, a_thread

SENT = a_thread(source="local.police_return")
Q1, Q2, YEAR = Period.parse("2026-27 Q1"), Period.parse("2026-27 Q2"), Period.parse("2026-27")
LUTON = area("821")
TRUST = Area("agency-7", "everyone the Trust serves", AreaKind.FOOTPRINT)


def test_nothing_is_not_one_thing():
    sent = {"thread": SENT}
    words = [
        in_words(None),
        in_words(a_figure(0, **sent)),
        in_words(a_figure(symbol=Symbol.NOT_AVAILABLE, quality_note="not known to Police", **sent)),
        in_words(a_figure(symbol=Symbol.NOT_AVAILABLE, quality_note="refused by Police", **sent)),
        in_words(a_figure(symbol=Symbol.CONFIDENTIAL, quality_note="A note", **sent)),
        in_words(a_figure(symbol=Symbol.NOT_AVAILABLE)),
        in_words(a_figure(symbol=Symbol.ROUNDS_TO_ZERO)),
        in_words(a_figure(0)),
    ]
    assert words == [
        "no figure",
        "0 (nil)",
        "not known to Police",
        "refused by Police",
        "withheld",
        "not available",
        "rounds to zero",
        "0",
    ]
    assert all(in_words(a_figure(symbol=each)) != each.value for each in Symbol)


NOTES = [
    ({}, ""),
    ({"quality_note": "Counted by hand."}, "Counted by hand."),
    ({"quality": Quality.CAUTION}, "Read with caution"),
    (
        {"quality": Quality.CAUTION, "quality_note": "A fall is partly from recording."},
        "Read with caution: A fall is partly from recording.",
    ),
    (
        {"quality": Quality.POOR, "quality_note": "Some are missing"},
        "Poor, not to be leaned on: some are missing",
    ),
]


@pytest.mark.parametrize(("given", "said"), NOTES)
def test_the_flag_and_the_note_are_said_together(given, said):
    assert note_of(a_figure(5, **given)) == said


def test_why_there_is_no_number_is_said_once_and_the_note_stays():
    figure = a_figure(
        symbol=Symbol.NOT_AVAILABLE,
        quality_note="refused by Police; from a new system",
        thread=SENT,
    )
    assert (in_words(figure), note_of(figure)) == ("refused by Police", "from a new system")


def test_a_line_is_not_drawn_across_a_break_or_a_gap():
    drawn = sparkline([1, 2, None, 4, 5, 6], broken=[4])
    runs = re.findall(r'points="([^"]+)"', drawn)
    assert [len(each.split()) for each in runs] == [2, 2]
    assert drawn.count("<circle") == 2  # the point left alone after the break, and the last one
    assert drawn.count("gt-spark__break") == 1
    assert "style" not in drawn
    flat = sparkline([3, 3])
    assert 'points="4.0,16.0 116.0,16.0"' in flat


def test_a_picture_is_told_in_words_too():
    series = [a_figure(value, period=f"20{n}-{n + 1}") for n, value in ((20, 5), (21, 9), (22, 7))]
    told = trend(series)
    assert told.words == "2020-21 to 2022-23: lowest 5 (2020-21), highest 9 (2021-22)"
    assert trend(series[:1]).svg == ""


def sent(number: int, value: float | None, shown: str, period: Period = Q1, **more) -> Returned:
    given = {
        "number": number,
        "indicator": "police_notices",
        "unit": Unit.COUNT.value,
        "breakdown": "",
        "area": LUTON.code,
        "period": period.code,
        "shown": Number(shown),
        "value": value,
    }
    return Returned(**(given | more))


LINES = (("police_notices", "count", ""), ("police_notices", "count", "reason=Missing"))


def test_every_cell_says_something_and_a_sum_is_never_made():
    asked = [
        Asked("Police", Q1, LUTON, number=1),
        Asked("Police", Q2, LUTON, words="not due", lines=LINES),
    ]
    came = [sent(1, 40, "40")]
    (grid,) = grids(came, asked, ["821"])
    assert grid.apart == ""
    assert grid.columns == ("April to June 2026", "July to September 2026")
    assert [(row.part, [each.text for each in row.cells]) for row in grid.rows] == [
        ("", ["40", "not due"]),
        ("Missing", ["not asked", "not due"]),
    ]


def test_other_children_and_other_years_stand_apart():
    academic = Period.academic_year(2026)
    asked = [
        Asked("Police", Q1, LUTON, number=1),
        Asked("Trust", Q1, TRUST, number=2),
        Asked("Education", academic, LUTON, number=3),
    ]
    came = [
        sent(1, 40, "40"),
        sent(2, 90, "90", area=TRUST.code),
        sent(3, 7, "7", academic),
    ]
    own, years, others = grids(came, asked, ["821"])
    assert (own.apart, [row.agency for row in own.rows]) == ("", ["Police"])
    assert [(row.agency, row.whose) for row in others.rows] == [("Trust", TRUST.name)]
    assert years.columns == ("Academic year 2025 to 2026",)
    assert {each.apart for each in (others, years)} == {
        "Counted over other children than the partnership’s own",
        "Counted over another year",
    }


def test_what_was_accepted_and_gives_no_figure_makes_no_row():
    assert grids([], [Asked("Police", Q1, LUTON, number=9)], ["821"]) == []
    assert Breakdown.parse("reason=Missing").words == "Missing"
    assert replace(sent(1, 1, "1"), number=2).number == 2
