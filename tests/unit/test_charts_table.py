"""A chart's table holds what its picture shows: the same values, in the same order."""

import pytest

from goldenthread.charts.draw import lay_out
from goldenthread.charts.model import ChartKind
from goldenthread.charts.table import rows
from goldenthread.disclosure import Released
from tests.factories.charts import (
    GRID,
    MONTHS,
    YEARS,
    a_grid_chart,
    a_neighbours_chart,
    a_ranked_chart,
    a_years_chart,
    series,
)
from tests.factories.gallery import GALLERY


def pictured(chart):
    """Series (or none), label and value of every mark in the Vega-Lite data, each once."""
    marks = {}
    for layer in lay_out(chart).specification()["layer"]:
        for row in layer["data"]["values"]:
            if "label" not in row:
                continue
            name = row.get("series", "")
            if "upper" in row:
                marks[f"{name}, upper", row["label"]] = row["upper"]
                name = f"{name}, lower"
            assert marks.setdefault((name, row["label"]), row["value"]) == row["value"]
    return marks


def tabled(chart):
    """The same of every known value in the table."""
    table = rows(chart)
    cells = {}
    for row in table.rows:
        for column, cell in zip(table.columns, row.cells, strict=True):
            if isinstance(cell, Released) and cell.value is not None:
                series_name, label = (column, row.heading)
                if chart.kind is ChartKind.GRID:
                    series_name, label = label, series_name
                elif chart.kind is ChartKind.NEIGHBOURS:
                    series_name = ""
                cells[series_name, label] = float(cell.value)
    return cells


@pytest.mark.parametrize("name", GALLERY)
def test_picture_and_table_hold_the_same_numbers(name):
    assert pictured(GALLERY[name]) == tabled(GALLERY[name])


def test_years_run_down_and_series_across_with_the_band_at_the_end():
    table = rows(a_years_chart())
    assert table.corner == "Year"
    assert [row.heading for row in table.rows] == list(YEARS)
    assert table.columns == (
        "Northmoor",
        "England",
        "East of England",
        "Statistical neighbours, lower",
        "Statistical neighbours, upper",
    )


def test_areas_are_in_the_picture_s_order_with_the_wider_areas_last():
    headings = [row.heading for row in rows(a_neighbours_chart()).rows]
    assert headings[:3] == ["Eastwick", "Northmoor", "Netherby"]
    assert headings[3:5] == ["Great Marlow and Ashby", "Harcastle"]
    assert headings[-3:] == ["Ingleby", "England", "East of England"]


def test_a_grid_has_its_categories_down_and_its_months_across():
    table = rows(a_grid_chart())
    assert table.columns == MONTHS[9:15]
    assert [row.heading for row in table.rows] == list(GRID)


def test_entries_and_exits_stand_in_words():
    last = {row.heading: row.cells[-1] for row in rows(a_ranked_chart()).rows}
    assert last["Radicalisation"] == "left the ten"
    assert last["Neglect"] == "stayed"
    assert sum(cell == "new this year" for cell in last.values()) == 1


def test_a_ranking_with_no_entries_told_has_no_column_for_them():
    assert rows(a_ranked_chart(entered=(), left=())).columns == ("2023-24", "2022-23")


def test_a_missing_point_is_words_and_a_withheld_one_a_released_value():
    numbers = [None, "c", *[3.0] * 8]
    chart = a_years_chart(series=(series("Northmoor", YEARS, numbers),), band=None)
    first, second = (row.cells[0] for row in rows(chart).rows[:2])
    assert first == "no figure"
    assert isinstance(second, Released)
    assert second.value is None
