"""The text alternative: facts only, right about ties, gaps and breaks."""

from datetime import date

import pytest

from goldenthread.charts.model import BreakMark
from goldenthread.charts.words import describe
from goldenthread.nouns import Unit
from tests.factories import ENGLAND
from tests.factories.charts import (
    MONTHS,
    YEARS,
    a_grid_chart,
    a_months_chart,
    a_neighbours_chart,
    a_ranked_chart,
    a_small_multiples_chart,
    a_stacked_chart,
    a_years_chart,
    series,
)
from tests.factories.gallery import GALLERY, GUIDANCE


def alone(*numbers, **changes):
    """A chart of one series over as many of the last years as there are numbers."""
    labels = YEARS[-len(numbers) :]
    line = series("Northmoor", labels, numbers, emphasis=True)
    return a_years_chart(labels=labels, series=(line,), band=None, **changes)


def test_first_last_highest_and_lowest_with_the_unit_said_once():
    assert (
        "Northmoor: first 98.1 per 10,000 children (2014-15), last 207.9 (2023-24), "
        "highest 207.9 (2023-24), lowest 98.1 (2014-15)."
    ) in describe(a_years_chart())


def test_the_position_against_the_others_and_the_band():
    assert (
        "At 2023-24 Northmoor is above England (187.1), above East of England (151.3) and within "
        "“Statistical neighbours” (110.2 to 280.0)."
    ) in describe(a_years_chart())


def test_equal_is_neither_above_nor_below():
    lines = (
        series("Northmoor", YEARS, [5.0] * 10, emphasis=True),
        series("England", YEARS, [5.0] * 10, area=ENGLAND),
    )
    told = describe(a_years_chart(series=lines, band=None))
    assert "Northmoor is equal to England (5.0)." in told
    assert "5.0 per 10,000 children at every point shown, from 2014-15 to 2023-24." in told


def test_tied_points_are_all_named():
    told = describe(alone(3, 7, 7, 3, 5))
    assert "highest 7.0 (2020-21 and 2021-22), lowest 3.0 (2019-20 and 2022-23)." in told


def test_many_tied_points_are_counted():
    assert "highest 7.0 (at 4 points)" in describe(alone(7, 7, 7, 7, 1))


def test_one_value_is_said_to_be_the_only_one():
    assert "207.9 per 10,000 children (2023-24), the only value shown." in describe(alone(207.9))


def test_two_values_have_no_highest_and_lowest():
    assert "highest" not in describe(alone(1, 2))


def test_missing_values_are_told_with_their_meaning():
    told = describe(alone(3, "c", None, "c", 5))
    assert (
        "Northmoor: no value at 2020-21 and 2022-23 (c, withheld to protect children’s "
        "identities); 2021-22 (no figure)."
    ) in told


def test_nothing_is_said_of_the_size_of_what_is_withheld():
    told = describe(alone("c", "c", "c", "c", "c"))
    assert told.endswith(
        "Northmoor: no value at any of the 5 points (c, withheld to protect children’s identities)."
    )


def test_the_others_are_compared_where_the_series_is_last_known():
    lines = (
        series("Northmoor", YEARS, [*[5.0] * 8, "c", "c"], emphasis=True),
        series("England", YEARS, [*[4.0] * 9, 9.0], area=ENGLAND),
    )
    told = describe(a_years_chart(series=lines, band=None))
    assert "At 2021-22 Northmoor is above England (4.0)." in told


def test_another_series_without_a_value_there_is_said_to_have_none():
    lines = (
        series("Northmoor", YEARS, [5.0] * 10, emphasis=True),
        series("England", YEARS, [*[4.0] * 9, "x"], area=ENGLAND),
    )
    told = describe(a_years_chart(series=lines, band=None))
    assert "At 2023-24 no value is shown for England." in told
    assert "above England" not in told


def test_values_on_two_sides_of_a_break_are_told_apart():
    told = describe(alone(9, 1, 5, 6, 7, breaks=(GUIDANCE,)))
    assert "Northmoor, before 2022-23: first 9.0 per 10,000 children (2019-20)" in told
    assert "highest 9.0 (2019-20), lowest 1.0 (2020-21)" in told
    assert "from 2022-23: first 6.0 per 10,000 children (2022-23), last 7.0 (2023-24)." in told
    assert "breaks at 2022-23 (1 June 2022: new guidance on thresholds)" in told


def test_a_stretch_between_two_breaks_has_both_its_ends():
    earlier = BreakMark("2020-21", date(2020, 4, 1), "new forms")
    told = describe(alone(9, 1, 5, 6, 7, breaks=(GUIDANCE, earlier)))
    assert "Northmoor, from 2020-21 to 2021-22: first 1.0" in told
    assert told.index("new forms") < told.index("new guidance")


def test_a_break_at_the_first_point_parts_nothing():
    told = describe(alone(9, 1, 5, breaks=(BreakMark("2021-22", date(2021, 4, 1), "new forms"),)))
    assert "Northmoor: first 9.0" in told


@pytest.mark.parametrize("name", GALLERY)
def test_nothing_is_said_to_have_moved(name):
    told = describe(GALLERY[name]).lower().split()
    assert not {"rose", "fell", "increased", "decreased", "up", "down"} & set(told)


def test_months_outside_the_limits_are_named():
    told = describe(a_months_chart())
    assert "above Nov 2022 (1,330) and below Jan 2023 (640)." in told


def test_months_within_the_limits_are_said_to_be():
    labels = MONTHS[:3]
    calm = a_months_chart(labels)
    assert "No value lies outside “Limits of ordinary variation”." in describe(calm)


def test_an_area_has_its_place_among_those_with_a_value():
    told = describe(a_neighbours_chart())
    assert "Northmoor: 91.5 per 10,000 children, 2nd highest of 10;" in told
    assert "above England (60.2) and above East of England (57.8)." in told
    assert "No value for Ingleby (withheld to protect children’s identities)." in told


def test_an_equal_place_is_joint():
    told = describe(a_neighbours_chart({"Northmoor": 5.0, "Eastwick": 5.0, "Fordham": 1.0}))
    assert "joint highest of 3" in told
    assert "Highest: Eastwick and Northmoor (5.0 per 10,000 children)." in told


def test_a_place_among_equals_skips_none():
    told = describe(
        a_neighbours_chart({"Eastwick": 5.0, "Fordham": 5.0, "Harcastle": 4.0, "Northmoor": 3.0})
    )
    assert "4th highest of 4" in told


def test_the_area_without_a_value_has_no_place():
    told = describe(a_neighbours_chart({"Northmoor": "c", "Eastwick": 5.0, "Fordham": 1.0}))
    assert "highest of" not in told
    assert "No value for Northmoor" in told


def test_a_ranking_tells_its_entries_and_exits():
    told = describe(a_ranked_chart())
    assert "2023-24: the largest are Domestic abuse 1,103, " in told
    assert "New this year: Children with a disability" in told
    assert "Left the ten: Radicalisation and Forced marriage." in told


def test_those_tied_with_the_third_are_named_too():
    labels = ("a", "b", "c", "d", "e")
    line = series("2023-24", labels, [9, 8, 7, 7, 1], Unit.COUNT, emphasis=True)
    told = describe(a_ranked_chart(labels=labels, series=(line,), entered=(), left=()))
    assert "the largest are a 9, b 8, c 7 and d 7." in told


def test_a_grid_tells_each_row_s_highest_and_lowest():
    told = describe(a_grid_chart())
    assert "Neglect: highest 75 (Jan 2023), lowest 46 (Dec 2022 and Mar 2023)." in told
    assert "Missing: 8 at every point shown, from Oct 2022 to Mar 2023." in told
    assert "Private fostering: no value at any of the 6 points (x, not available)." in told


def test_a_grid_s_highest_and_lowest_are_not_looked_for_across_a_break():
    cut = BreakMark("Feb 2023", date(2023, 2, 1), "new guidance")
    told = describe(a_grid_chart(breaks=(cut,)))
    assert "Domestic abuse, from Feb 2023: highest 190 (Mar 2023), lowest 178 (Feb 2023)." in told


def test_stacked_outcomes_are_told_for_the_first_and_last_bar():
    told = describe(a_stacked_chart())
    assert "2019-20: No further action 46.2%, Transfer" in told
    assert "2023-24: No further action 40.3%, Transfer" in told


def test_each_panel_is_told():
    told = describe(a_small_multiples_chart())
    assert "Health assessments in time: first 64.0% (2014-15), last 63.4% (2023-24)" in told
