"""Blocks of categories and months: what has no value is never told as small, large, or gone."""

from datetime import date

import pytest

from goldenthread.disclosure import release
from goldenthread.nouns import Break, Period, Symbol, Unit
from goldenthread.report.blocks import prepare
from goldenthread.report.contents import BlockPlan
from goldenthread.report.document import ChartBlock, Note, Paragraph
from goldenthread.wording.sentences import Writer
from goldenthread.wording.text import plain
from tests.factories import a_figure, a_thread
from tests.factories.desks import a_desk

YEAR = Period.parse("2023-24")


def composed(show, indicator, dimension, figures, breaks=(), limit=10):
    """The words and the picture of one block, its figures released as a report's are."""
    desk = a_desk(figures, breaks=breaks)
    plan = BlockPlan(
        id="block", show=show, indicators=(indicator,), dimension=dimension, limit=limit
    )
    prepared = prepare(plan, desk)
    made = prepared.compose(Writer(release(prepared.figures)))
    words = " ".join(plain(each.words) for each in made if isinstance(each, Paragraph))
    words += " ".join(plain(each.words) for each in made if isinstance(each, Note))
    return words, next((each.chart for each in made if isinstance(each, ChartBlock)), None)


def figure(value, locator, **given):
    symbol = Symbol(value) if isinstance(value, str) else None
    thread = a_thread(locator=locator, **given.pop("of", {}))
    return a_figure(None if symbol else value, symbol, thread=thread, **given)


def factors(values, period="2023-24", **of):
    return [
        figure(
            value,
            f"{period} {name}",
            indicator="assessment_factors",
            period=period,
            breakdown=f"factor={name}",
            of=of,
        )
        for name, value in values.items()
    ]


def ranked(now, before=None, limit=3, breaks=()):
    figures = factors(now) + factors(before or {}, "2022-23")
    return composed("ranked", "assessment_factors", "factor", figures, breaks, limit)


def test_what_is_withheld_now_has_not_left_and_is_counted():
    before = {"Neglect": 90, "Drugs": 80, "Gangs": 70, "Alcohol": 9}
    words, chart = ranked({"Neglect": 90, "Drugs": "c", "Gangs": "x", "Alcohol": 8}, before)
    assert "No longer among them" not in words
    assert "Two categories are withheld or not available." in words
    assert chart.left == ()
    assert chart.labels == ("Neglect", "Alcohol")
    words, _ = ranked({"Neglect": 90, "Drugs": "c"}, before)
    assert "One category is withheld or not available." in words


def test_who_is_new_and_who_left_is_told_where_both_years_are_whole():
    words, chart = ranked(
        {"Neglect": 90, "Drugs": 80, "Gangs": 70, "Alcohol": 9},
        {"Neglect": 90, "Drugs": 80, "Gangs": 0, "Alcohol": 79},
    )
    assert "New among the first three: Gangs. No longer among them: Alcohol." in words
    assert "withheld" not in words
    assert (chart.entered, chart.left) == (("Gangs",), ("Alcohol",))


def test_nothing_is_new_beside_a_year_with_anything_withheld():
    words, chart = ranked(
        {"Neglect": 90, "Drugs": 80, "Gangs": 70, "Alcohol": 9},
        {"Neglect": 90, "Drugs": "c", "Gangs": 10, "Alcohol": 79, "Faith": 70},
    )
    assert "New" not in words
    assert "No longer" not in words
    assert words.endswith(
        "Which of the largest are new is not known: one category was withheld or not available "
        "the year before."
    )
    assert (chart.entered, chart.left) == ((), ())


def test_a_category_nobody_counted_before_is_not_called_stayed():
    _, chart = ranked(
        {"Neglect": 90, "Drugs": 80, "Gangs": 70}, {"Neglect": 9, "Drugs": 8, "Alcohol": 7}
    )
    assert (chart.entered, chart.left) == ((), ())


def test_a_zero_is_not_among_the_largest():
    words, chart = ranked({"Other": 6, "Gangs": 0, "Faith": 0, "Drugs": "c"})
    assert chart.labels == ("Other",)
    assert (
        "By factor, the largest of assessments with the factor recorded were: Other (6). One"
        in words
    )
    words, chart = ranked({"Other": 0, "Gangs": 0})
    assert chart is None
    assert (
        words
        == "None of assessments with the factor recorded by factor with a figure is above zero."
    )


def test_factors_are_not_set_against_the_other_side_of_a_break():
    brk = Break(date(2023, 4, 1), "A factor was added.", ("assessment_factors",))
    words, chart = ranked({"Gangs": 9, "Drugs": 8}, {"Gangs": 1, "Alcohol": 8}, breaks=(brk,))
    assert "New" not in words
    assert words.endswith("It is not compared with the year before. A factor was added.")
    assert [series.name for series in chart.series] == ["2023-24"]


def test_a_count_withheld_here_is_neither_large_nor_gone():
    figures = factors({"Neglect": 90, "Drugs": 3}, source="local.factors") + factors(
        {"Neglect": 90, "Drugs": 80}, "2022-23", source="local.factors"
    )
    words, chart = composed("ranked", "assessment_factors", "factor", figures)
    assert "Drugs" not in words
    assert chart.labels == ("Neglect",)
    assert "One category is withheld or not available." in words


def sources(values, period="2023-24"):
    return [
        figure(
            value,
            f"{period} {name}",
            indicator="referrals",
            unit=Unit.PERCENT,
            decimals=1,
            period=period,
            breakdown=f"source={name}",
        )
        for name, value in values.items()
    ]


def stacked(now, before=None):
    figures = sources(now) + sources(before or {}, "2022-23")
    return composed("stacked", "referrals", "source", figures)


def test_only_parts_with_a_value_are_told_and_drawn():
    words, chart = stacked(
        {"Anonymous": "u", "Council": "c", "Housing": 0, "Police": 54, "Schools": 20},
        {"Anonymous": 30, "Police": 50, "Schools": 20},
    )
    assert words.endswith(
        "in 2023-24: Police 54.0% and Schools 20.0%. "
        "Withheld or not available: Anonymous and Council."
    )
    assert [series.name for series in chart.series] == ["Police", "Schools"]
    assert chart.labels == ("2022-23", "2023-24")


def test_parts_that_all_have_no_value_are_not_known():
    words, chart = stacked({"Anonymous": "u", "Council": "c"}, {"Anonymous": 30, "Council": 70})
    assert chart is None
    assert "every source is withheld or not available for this year" in words
    assert "too unreliable to publish" in words
    assert "Anonymous" not in words


MONTHS = [f"{2022 + (n + 3) // 12}-{(n + 3) % 12 + 1:02d}" for n in range(24)]
REFERRALS = [
    280, 354, 334, 274, 223, 285, 267, 289, 173, 205, 219, 261,
    185, 336, 310, 332, 247, 329, 340, 269, 199, 219, 174, 190,
]  # fmt: skip
THRESHOLDS = Break(date(2022, 6, 1), "New threshold guidance was given.", ("referrals",), ("821",))


def monthly(values, breaks=()):
    figures = [
        figure(value, code, indicator="referrals", period=code)
        for code, value in zip(MONTHS, values, strict=True)
    ]
    return composed("months", "referrals", "month", figures, breaks)


def values(points):
    return {point.released.value for point in points}


def test_months_before_a_break_are_drawn_and_not_judged():
    words, chart = monthly(REFERRALS, (THRESHOLDS,))
    assert words.startswith(
        "From June 2022 the months are not comparable with those before. "
        "New threshold guidance was given. "
    )
    assert "from June 2022 to March 2024 were highest in October 2023 (340)" in words
    assert "May 2022" not in words
    assert chart.labels[0] == "Apr 2022"
    (mark,) = chart.breaks
    assert (mark.label, mark.reason) == ("Jun 2022", "New threshold guidance was given.")
    assert [point.label for point in chart.band.lower] == list(chart.labels[2:])
    whole, unbroken = monthly(REFERRALS)
    assert "highest in May 2022 (354)" in whole
    assert values(chart.band.upper) != values(unbroken.band.upper)


def test_a_break_of_another_area_divides_nothing():
    elsewhere = Break(date(2022, 6, 1), "Elsewhere.", ("referrals",), ("873",))
    words, chart = monthly(REFERRALS, (elsewhere,))
    assert chart.breaks == ()
    assert "not comparable" not in words


def test_too_few_months_since_a_break_have_no_limits():
    late = Break(date(2023, 6, 1), "Counted otherwise.", ("referrals",))
    words, chart = monthly(REFERRALS, (THRESHOLDS, late))
    assert chart.band is None
    assert [mark.label for mark in chart.breaks] == ["Jun 2022", "Jun 2023"]
    assert "From June 2023" in words
    assert "too few months with a value for natural limits" in words


def test_months_without_a_value_are_not_said_to_lie_within_the_limits():
    words, _ = monthly(REFERRALS)
    assert "Every month lies within" in words
    words, _ = monthly([*REFERRALS[:20], "c", *REFERRALS[21:]])
    assert "Every month with a value lies within" in words


def test_a_year_without_a_value_says_so_first_and_nothing_of_the_year_before():
    words, chart = monthly([*REFERRALS[:12], *["u"] * 12])
    assert "no month of 2023-24 has a value (too unreliable to publish)" in words
    assert "highest in" not in words
    assert "lies within" not in words
    assert chart.band is None


def test_a_long_run_on_one_side_is_told():
    words, _ = monthly([20, 22] * 6 + [10, 12] * 6)
    assert (
        "From April 2023 to March 2024 every month lay below the average, which is more than "
        "month-to-month variation usually gives."
    ) in words
    assert "From April 2022 to March 2023 every month lay above the average" in words
    words, _ = monthly([20, 22] * 6 + [10, 12, "c"] * 4)
    assert "From April 2023 to February 2024 every month with a value lay below" in words


@pytest.mark.parametrize(
    ("lowest", "told"),
    [
        (3, "lowest in April 2022, May 2022 and June 2022 (12)."),
        (4, "lowest in several months (12)."),
    ],
)
def test_months_that_tie_are_all_named_or_none_is(lowest, told):
    words, _ = monthly([12] * lowest + [20] * (23 - lowest) + [30])
    assert told in words
    assert "highest in March 2024 (30)" in words


def test_months_that_are_all_alike_have_no_highest():
    words, _ = monthly([7] * 24)
    assert "were 7 in every month with a value." in words
    assert "highest" not in words


def test_limits_go_with_a_month_that_is_withheld_here():
    figures = [
        figure(value, code, indicator="referrals", period=code, of={"source": "local.referrals"})
        for code, value in zip(MONTHS, [3, *REFERRALS[1:]], strict=True)
    ]
    words, chart = composed("months", "referrals", "month", figures)
    assert chart.band is None
    assert "April 2022 (" not in words
    assert "No natural limits of month-to-month variation can be shown." in words
