"""Comparing from the published files themselves, where they are beside the repository."""

import csv
from decimal import Decimal
from statistics import median

import duckdb
import pytest

from goldenthread.comparisons import (
    ComparatorKind,
    Unusual,
    compare,
    monthly_limits,
    national_breaks,
    outliers,
)
from goldenthread.comparisons.outliers import FAR, LEAST_SHARE, LEAST_STEP, spreads_out
from goldenthread.figures import Shelf
from goldenthread.nouns import Area, AreaKind, Figure, NeighbourSet, Period, Thread, Unit
from tests.factories import ENGLAND, LUTON
from tests.factories.comparing import LUTON_2021, LUTON_2025, YEAR, a_percentage, an_indicator

C3 = "c3_factors_identified_at_end_of_assessment_2018_to_2024.csv"
C4 = "c4_children_in_need_section_47s_and_icpcs_2013_to_2024.csv"
C6 = "c6_children_in_need_referrals_by_month_2013_to_2024.csv"


def rows(shared, name):
    with (shared / "dfe" / name).open(encoding="utf-8-sig", newline="") as file:
        yield from csv.DictReader(file)


def place(row):
    if row["geographic_level"] == "National":
        return ENGLAND
    if row["geographic_level"] == "Regional":
        return Area(row["region_code"], row["region_name"], AreaKind.REGION)
    return Area(row["old_la_code"], row["la_name"], AreaKind.COUNCIL, region=row["region_code"])


def published(shared, indicator, count, rate):
    """Counts and rates of c4, every area and year that has a value."""
    for number, row in enumerate(rows(shared, C4), start=2):
        period = Period.financial_year(int(row["time_period"]))
        for column, unit, places in ((count, Unit.COUNT, 0), (rate, Unit.RATE_PER_10000, 1)):
            if row[column].replace(".", "").isdigit():
                thread = Thread("dfe.c4", f"row {number}, column {column}", vintage="2024")
                yield Figure(
                    indicator.name,
                    unit,
                    place(row),
                    period,
                    thread,
                    value=Decimal(row[column]),
                    decimals=places,
                )


@pytest.fixture(scope="module")
def conferences(shared):
    indicator = an_indicator(name="initial_conferences")
    shelf = Shelf(published(shared, indicator, "ICPC", "ICPC_rate"))
    east = Area("E12000006", "East of England", AreaKind.REGION)
    return compare(shelf, indicator, LUTON, YEAR, region=east, neighbour_sets=[LUTON_2021])


def test_luton_s_conferences_from_all_areas(conferences):
    assert (conferences.figure.value, conferences.count.value) == (Decimal("91.5"), 551)
    assert conferences.comparator(ComparatorKind.ENGLAND).figure.value == Decimal("60.2")
    assert conferences.comparator(ComparatorKind.REGION).figure.value == Decimal("37.5")
    assert conferences.neighbours.mean.value == Decimal("63.0")
    assert conferences.rank_of > 140
    assert conferences.rank.value < conferences.rank_of / 4
    (found,) = outliers([conferences])
    assert "above every one of its statistical neighbours, and above England" in found.reason


def test_luton_s_section_47_enquiries_from_all_areas(shared):
    shelf = Shelf(published(shared, an_indicator(), "Section47", "Section47_rate"))
    comparison = compare(shelf, an_indicator(), LUTON, YEAR, neighbour_sets=[LUTON_2021])
    assert comparison.count_change.relative.value == Decimal("37.3")
    (found,) = outliers([comparison])
    assert "greater rise" in found.reason


def tool(shared, query):
    """Values of the Local Authority Interactive Tool as (measure, year, place, value)."""
    file = shared / "dfe" / "bds_long_0.parquet"
    return (
        duckdb.connect()
        .execute(
            """
            SELECT "Short Desc", Years, coalesce(CAST("LA Number" AS INTEGER), 0),
                   "LA and Regions", try_cast("Values" AS DOUBLE)
            FROM read_parquet(?)
            WHERE try_cast("Values" AS DOUBLE) IS NOT NULL AND """
            + query,
            [str(file)],
        )
        .fetchall()
    )


def test_luton_s_distant_placements_from_the_tool(shared):
    figures = []
    for measure, year, code, name, value in tool(shared, "\"Short Desc\" = 'LACDistance'"):
        area = ENGLAND if name == "England" else Area(str(code), name, AreaKind.COUNCIL)
        if (200 <= code < 940 or area is ENGLAND) and year.isdigit():
            figures.append(
                Figure(
                    "looked_after_placed_over_20_miles",
                    Unit.PERCENT,
                    area,
                    Period.year_end(int(year)),
                    Thread("lait", f"{measure}, {name}, {year}"),
                    value=Decimal(str(value)).quantize(Decimal(1)),
                )
            )
    comparison = compare(
        Shelf(figures), a_percentage(), LUTON, YEAR, neighbour_sets=[LUTON_2021, LUTON_2025]
    )
    assert comparison.figure.value == 32
    assert comparison.comparator(ComparatorKind.ENGLAND).figure.value == 18
    (found,) = outliers([comparison])
    assert found.why is Unusual.UNWANTED


def neighbour_sets(shared):
    name = "New_Statistical_Neighbour_Groupings_April_2021.csv"
    with (shared / "dfe" / name).open(encoding="utf-8-sig", newline="") as file:
        for row in list(csv.reader(file))[1:]:
            if row[0].isdigit():
                yield NeighbourSet(name, 2021, row[0], tuple(row[5:25:2]))


def test_three_spreads_out_is_about_one_measure_in_twenty(shared):
    """What the page and the parameter's comment say, over every fifth measure of the tool."""
    by_measure = {}
    for measure, _, code, _, value in tool(shared, "Years = '2024' AND \"LA Number\" < 940"):
        by_measure.setdefault(measure, {})[str(code)] = value
    sets = list(neighbour_sets(shared))
    far = judged = 0
    for measure in sorted(by_measure)[::5]:
        values = by_measure[measure]
        for each in sets:
            members = [values[code] for code in each.members if code in values]
            if each.area in values and len(members) >= 5:
                least = max(LEAST_SHARE * abs(median(members)), LEAST_STEP[Unit.PERCENT])
                judged += 1
                far += abs(spreads_out(values[each.area], members, least)) >= FAR
    assert judged > 5000
    assert 0.02 < far / judged < 0.08


def test_luton_s_months_have_limits(shared):
    months = "April May June July August September October November December January February March"
    points = []
    for row in sorted(rows(shared, C6), key=lambda each: each["time_period"]):
        if row["old_la_code"] == "821" and row["time_period"] in {"2023", "2024"}:
            for name in months.split():
                figure = Figure(
                    "referrals",
                    Unit.COUNT,
                    LUTON,
                    Period.financial_year(int(row["time_period"])),
                    Thread("dfe.c6", f"{row['time_period']}, {name}", vintage="2024"),
                    value=Decimal(row[name]),
                )
                points.append((f"{name} {row['time_period']}", figure))
    limits = monthly_limits(points)
    assert len(points) == 24
    assert limits.centre.value == Decimal("262.3")
    assert limits.lower.value < 174 < 354 < limits.upper.value


def test_the_national_breaks_are_where_the_tables_show_them(shared):
    """A column that holds no value anywhere before a break, and holds one everywhere after."""
    columns = {2020: "Physical_Abuse_child_on_child", 2021: "Child_criminal_exploitation"}
    assert sorted(columns) == [each.when.year for each in national_breaks()]
    for row in rows(shared, C3):
        for began, column in columns.items():
            if int(row["time_period"]) <= began:
                assert row[column] == "x"
            elif row["geographic_level"] == "National":
                assert row[column].isdigit()
