"""Whatever the values, names, gaps and breaks: no text covers another or leaves the picture."""

from dataclasses import replace
from datetime import date
from itertools import combinations

from hypothesis import example, given
from hypothesis import strategies as st

from goldenthread.charts.draw import lay_out
from goldenthread.charts.model import Band, BreakMark, Chart, ChartKind
from goldenthread.charts.words import describe
from goldenthread.nouns import Unit
from tests.factories.charts import (
    a_grid_chart,
    a_neighbours_chart,
    a_ranked_chart,
    a_stacked_chart,
    series,
)

WORDS = ("Luton", "England", "children", "looked", "after", "safeguarding", "of", "unaccompanied")
names = st.lists(st.sampled_from(WORDS), min_size=1, max_size=12).map(" ".join)
areas = names.filter(lambda name: name != "England")  # it stands in the chart already
counts = st.one_of(st.integers(0, 30), st.integers(0, 40_000), st.sampled_from(["c", "x", "low"]))
shares = st.one_of(
    st.decimals(0, 100, places=1).map(float), st.none(), st.sampled_from(["c", "x", "k"])
)
widths = st.sampled_from([320, 360, 640, 900])


def rows(values, count):
    return st.lists(values, min_size=count, max_size=count)


@st.composite
def lines(draw, kind):
    """A chart of one to four lines over one to thirty labels, with breaks and perhaps a band."""
    count = draw(st.integers(1, 30))
    labels = tuple(f"{'Jan' if kind is ChartKind.MONTHS else 'Year'} {n}" for n in range(count))
    most = 7 if kind is ChartKind.SMALL_MULTIPLES else 4
    many = draw(st.lists(names, min_size=1, max_size=most, unique=True))
    cuts = draw(st.lists(st.sampled_from(labels), max_size=3, unique=True))
    low = series("low", labels, [10.0] * count, Unit.PERCENT).points
    high = series("high", labels, [60.0] * count, Unit.PERCENT).points
    return Chart(
        kind=kind,
        title="A chart",
        description="",
        unit=Unit.PERCENT,
        labels=labels,
        series=tuple(
            series(name, labels, draw(rows(shares, count)), Unit.PERCENT) for name in many
        ),
        band=Band(draw(names), low, high) if draw(st.booleans()) else None,
        breaks=tuple(BreakMark(cut, date(2022, 6, 1), draw(names)) for cut in cuts),
        from_zero=draw(st.booleans()),
        same_scale=draw(st.booleans()),
    )


def check(chart, width):
    """Nothing overlaps or is cut off, and the words can be composed."""
    sheet = lay_out(chart, width)
    for text in sheet.texts:
        left, top, right, foot = text.box
        assert left >= -0.5, text
        assert top >= -0.5, text
        assert right <= width + 0.5, text
        assert foot <= sheet.height, text
    for one, other in combinations(sheet.texts, 2):
        assert not one.covers(other), (one, other)
    assert describe(chart).startswith(("Line", "Bar", "Small", "Stacked"))


@given(lines(ChartKind.YEARS), widths)
def test_years(chart, width):
    check(chart, width)


@given(lines(ChartKind.MONTHS), widths)
@example(
    Chart(
        kind=ChartKind.MONTHS,
        title="A chart",
        description="",
        unit=Unit.PERCENT,
        labels=("Jan 0", "Jan 1", "Jan 2"),
        series=(series("of", ("Jan 0", "Jan 1", "Jan 2"), [0.0] * 3, Unit.PERCENT),),
        breaks=tuple(BreakMark(f"Jan {n}", date(2022, 6, 1), "Luton") for n in range(3)),
        label_heading="Year",
        same_scale=False,
        from_zero=False,
    ),
    320,
)
def test_months(chart, width):
    check(chart, width)


@given(lines(ChartKind.SMALL_MULTIPLES), widths)
def test_small_multiples(chart, width):
    check(chart, width)


@given(lines(ChartKind.GRID), widths)
def test_grid(chart, width):
    check(replace(chart, unit=a_grid_chart().unit), width)


@given(st.dictionaries(areas, shares.filter(lambda x: x is not None), min_size=1), widths)
def test_neighbours(numbers, width):
    check(a_neighbours_chart(numbers), width)


@given(st.data(), st.lists(names, min_size=1, max_size=12, unique=True), widths)
def test_ranked(data, labels, width):
    labels = tuple(labels)
    now = series("2023-24", labels, data.draw(rows(counts, len(labels))), Unit.COUNT, emphasis=True)
    then = series("2022-23", labels, data.draw(rows(counts, len(labels))), Unit.COUNT)
    chart = a_ranked_chart(labels=labels, series=(now, then), entered=labels[:1], left=labels[-1:])
    check(chart, width)


@given(
    st.dictionaries(names, rows(counts, 5), min_size=1, max_size=8),
    widths,
)
@example(  # symbols in bold stood half a pixel outside
    {
        "Luton": [0, 0, 6170, 0, 0],
        "England": [0, 0, "low", 0, 0],
        "Luton Luton": [0, 0, 14018, 0, 0],
        "Luton Luton Luton": [0, 0, 0, 0, 0],
        "Luton Luton Luton Luton": [0, 0, 9391, 0, 0],
        "Luton Luton Luton Luton Luton": [0, 0, "low", 0, 0],
        "Luton Luton Luton Luton Luton Luton": [0, 0, "low", 0, 0],
    },
    320,
)
@example({" ".join(["Luton"] * words): ["low"] * 5 for words in range(1, 9)}, 320)
def test_stacked(outcomes, width):
    check(a_stacked_chart(outcomes, Unit.COUNT), width)
