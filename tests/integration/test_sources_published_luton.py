"""Luton's published row, figure by figure: a second way to the same numbers."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from goldenthread.engines import connect
from goldenthread.figures import FigureBook, Shelf
from goldenthread.nouns import Breakdown, FigureKey, NeighbourSet, Period, Unit
from goldenthread.sources.published import read_folder, read_neighbour_sets
from goldenthread.sources.published.tool_dictionary import read_dictionary

LUTON = "821"
SHARE, RATE, COUNT = Unit.PERCENT, Unit.RATE_PER_10000, Unit.COUNT

YEAR_TO_2024 = [
    ("referrals", COUNT, "3130"),
    ("referrals", RATE, "519.9"),
    ("re_referrals_within_12_months", COUNT, "652"),
    ("re_referrals_within_12_months", SHARE, "20.8"),
    ("children_re_referred_within_12_months", SHARE, "20.5"),
    ("referrals_no_further_action", SHARE, "3.5"),
    ("referrals_assessed_not_in_need", SHARE, "39.0"),
    ("assessments_completed", COUNT, "3412"),
    ("assessments_within_45_working_days", COUNT, "2996"),
    ("assessments_within_45_working_days", SHARE, "87.8"),
    ("section_47_enquiries", COUNT, "1252"),
    ("section_47_enquiries", RATE, "207.9"),
    ("initial_conferences", COUNT, "551"),
    ("initial_conferences", RATE, "91.5"),
    ("initial_conferences_within_15_working_days", SHARE, "79.7"),
    ("children_in_need_at_31_march", COUNT, "1651"),
    ("children_in_need_at_31_march", RATE, "274.2"),
    ("child_in_need_plans_at_31_march", COUNT, "457"),
    ("child_protection_plans_started", COUNT, "387"),
    ("child_protection_plans_at_31_march", COUNT, "231"),
    ("child_protection_plans_at_31_march", RATE, "38.4"),
    ("child_protection_plan_again_ever", COUNT, "82"),
    ("child_protection_plan_again_ever", SHARE, "21.2"),
    ("child_protection_plans_open_2_years_or_longer", COUNT, "0"),
    ("child_protection_reviews_in_time", SHARE, "87.1"),
    ("looked_after_placed_over_20_miles", SHARE, "32"),
]

YEAR_TO_2025 = [
    ("referrals", COUNT, "3137"),
    ("re_referrals_within_12_months", SHARE, "18.9"),
    ("referrals_no_further_action", SHARE, "3.3"),
    ("referrals_assessed_not_in_need", SHARE, "29.8"),
    ("children_in_need_at_31_march", COUNT, "1990"),
    ("child_protection_plans_started", COUNT, "305"),
    ("child_protection_plan_again_ever", SHARE, "23.6"),
    ("child_protection_plans_at_31_march", COUNT, "189"),
    ("looked_after_children", COUNT, "359"),
    ("looked_after_children", RATE, "58"),
    ("looked_after_started", COUNT, "125"),
    ("looked_after_ceased", COUNT, "143"),
    ("looked_after_three_or_more_placements", SHARE, "13"),
    ("looked_after_three_or_more_placements_in_2_years", SHARE, "23"),
    ("looked_after_same_carer_2_years", SHARE, "69"),
    ("looked_after_health_assessments", SHARE, "97"),
    ("looked_after_immunisations", SHARE, "81"),
    ("looked_after_dental_checks", SHARE, "96"),
    ("looked_after_sdq_average", Unit.MEAN, "13.8"),
]


@pytest.fixture(scope="module")
def book(shared: Path) -> Iterator[FigureBook]:
    con = connect()
    made = FigureBook.build(con, [read_folder(shared / "dfe", con).table])
    yield made
    con.disconnect()


def value(shelf: Shelf, indicator: str, unit: Unit, year: int, breakdown: str = "") -> Any:
    for period in (Period.financial_year(year), Period.year_end(year)):
        found = shelf.get(indicator, unit, LUTON, period, Breakdown.parse(breakdown))
        if found:
            return found.value
    return None


@pytest.mark.parametrize(
    ("year", "known"), [(2024, YEAR_TO_2024), (2025, YEAR_TO_2025)], ids=["2024", "2025"]
)
def test_lutons_year(book: FigureBook, year: int, known: list[tuple[str, Unit, str]]) -> None:
    shelf = book.shelf([LUTON], report_year=year)
    found = {(name, unit): value(shelf, name, unit, year) for name, unit, _ in known}
    assert found == {(name, unit): Decimal(text) for name, unit, text in known}


def test_lutons_parts(book: FigureBook) -> None:
    shelf = book.shelf([LUTON], report_year=2024)
    sources = {"Police": 875, "Schools": 916, "Health services": 330, "Council services": 515}
    for source, count in sources.items():
        assert value(shelf, "referrals", COUNT, 2024, f"source={source}") == count
    shelf = book.shelf([LUTON], report_year=2025)
    leavers = {"care_leavers_eet": 51, "care_leavers_suitable_accommodation": 92}
    for name, share in leavers.items():
        assert value(shelf, name, SHARE, 2025, "age=19-21") == share
    eet = shelf.get(
        "care_leavers_eet", COUNT, LUTON, Period.financial_year(2025), Breakdown.of(age="17-18")
    )
    assert eet is not None
    assert eet.value == 45


def test_the_months_add_up_to_the_year(book: FigureBook) -> None:
    months = book.figures(source="dfe.c6", area=LUTON)
    ended = [month for month in months if month.period.reporting_year().ending == 2024]
    assert len(ended) == 12
    assert sum(month.value or 0 for month in ended) == 3130


def test_the_tools_other_value_is_kept_beside_the_releases(book: FigureBook) -> None:
    """The Interactive Tool works with a later population, so its rate is another."""
    shelf = book.shelf([LUTON], report_year=2024)
    key = FigureKey("section_47_enquiries", RATE, LUTON, Period.financial_year(2024))
    assert [(f.thread.source, str(f.value)) for f in shelf.known(key)] == [
        ("dfe.c4", "207.9"),
        ("lait", "207.2"),
    ]
    (first, *_) = shelf.known(key)
    assert [str(f.value) for f in book.other_values(first)] == ["207.2"]
    told = [{f.thread.source for f in group} for group in book.restatements(LUTON)]
    assert {"dfe.c4", "lait"} in told


def test_what_was_known_when_the_report_was_due(book: FigureBook) -> None:
    """The statistics of the year to March 2024 came out on the last day of October."""
    year = book.as_of(date(2024, 10, 30)).figures(area=LUTON, period="2023-24")
    assert year == []
    after = book.as_of(date(2024, 10, 31)).figures(area=LUTON, period="2023-24")
    assert {figure.thread.vintage for figure in after} == {"2024"}


def test_every_council_of_today_has_its_year(book: FigureBook) -> None:
    found = book.figures(indicator="referrals", unit="count", period="2023-24", source="dfe.c1")
    kinds = [figure.area.kind.value for figure in found if figure.thread.vintage == "2024"]
    assert kinds.count("council") == 153
    assert kinds.count("region") == 11
    assert kinds.count("country") == 1


def test_both_sets_of_neighbours(shared: Path) -> None:
    sets, faults = read_neighbour_sets(shared / "dfe")
    assert faults == []
    by_year = {each.year: each for each in sets if each.area == LUTON}
    model = "871 874 331 313 312 856 307 333 852 301"
    assert by_year[2025].members == tuple(model.split())
    assert isinstance(by_year[2021], NeighbourSet)
    assert len(set(by_year[2021].members) & set(by_year[2025].members)) == 4
    assert all(len(each.members) == 10 for each in sets)
    assert sum(each.year == 2025 for each in sets) == 153


def test_the_tools_dictionary_tells_polarity_and_decimals(shared: Path) -> None:
    found, faults = read_dictionary(shared / "dfe" / "lait_data_dictionary.csv")
    assert faults == []
    assert found["LACDistance"].polarity == "Low"
    assert found["CPP_Num"].decimals == 0
    assert found["TotPerAbNew"].year_type == "Academic Year"
    assert found["LACDistance"].known_since == date(2026, 1, 31)
