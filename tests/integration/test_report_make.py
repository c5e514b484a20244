"""The main job, as a newcomer runs it: Luton's report from the embedded example."""

import csv
import json
import re
import shutil
from datetime import date

import pytest

from goldenthread.examples import folder
from goldenthread.nouns import GoldenThreadError
from goldenthread.report.gather import gather
from goldenthread.report.make import make_report
from goldenthread.report.partnership import Partnership

FILES = {
    "index.html",
    "report.pdf",
    "figures.csv",
    "figures.meta.csv",
    "tables.xlsx",
    "thread.json",
    "checks.json",
}


@pytest.fixture(scope="module")
def luton(tmp_path_factory):
    """Luton's report for 2023-24, made once."""
    out = tmp_path_factory.mktemp("reports") / "luton"
    return make_report(out=out)


def figures_of(made):
    return json.loads((made.folder / "thread.json").read_text())["figures"]


def the(figures, indicator, period="2023-24", area="Luton", unit="count", breakdown=""):
    """The one printed figure of that key."""
    (found,) = (
        each
        for each in figures
        if (each["indicator"], each["period"], each["area"], each["unit"], each["breakdown"])
        == (indicator, period, area, unit, breakdown)
    )
    return found


def test_every_file_is_there_and_every_check_holds(luton):
    assert {path.name for path in luton.folder.iterdir()} - {".goldenthread.json"} == FILES
    assert luton.holds, luton.lines()


@pytest.mark.parametrize(
    ("indicator", "unit", "printed", "numerator", "denominator"),
    [
        ("referrals", "rate_per_10000", "519.9", 3130, 60207),
        ("re_referrals_within_12_months", "percent", "20.8%", 652, 3130),
        ("assessments_within_45_working_days", "percent", "87.8%", 2996, 3412),
        ("section_47_enquiries", "rate_per_10000", "207.9", 1252, 60207),
        ("initial_conferences", "rate_per_10000", "91.5", 551, 60207),
        ("child_protection_plan_again_ever", "percent", "21.2%", 82, 387),
    ],
)
def test_the_figures_are_those_published(luton, indicator, unit, printed, numerator, denominator):
    found = the(figures_of(luton), indicator, unit=unit)
    assert found["printed"] == printed
    assert (found["numerator"], found["denominator"]) == (numerator, denominator)
    assert found["source"].startswith(("dfe.", "lait"))
    assert re.fullmatch(r"row \d+, columns? .+", found["locator"])


def test_looked_after_children_are_counted_on_the_day_and_by_the_revised_population(luton):
    found = the(figures_of(luton), "looked_after_children", "2024-03-31", unit="rate_per_10000")
    assert (found["printed"], found["numerator"], found["denominator"]) == ("62", 375, 60435)


def test_what_stands_out_is_on_the_page(luton):
    named = {each["indicator"] for each in luton.checks["outliers"]}
    assert {
        "section_47_enquiries",
        "initial_conferences",
        "looked_after_placed_over_20_miles",
    } <= named
    page = (luton.folder / "index.html").read_text()
    text = re.sub(r"\s+", " ", re.sub(r"<[^>]+>", "", page))
    assert "Section 47 enquiries rose from 912 in 2022-23 to 1,252 in 2023-24 (37.3%)" in text


def test_a_value_known_twice_names_the_other(luton):
    started = the(figures_of(luton), "child_protection_plans_started")
    assert started["printed"] == "387"
    assert "386" in {other["printed"] for other in started["also_known_as"]}


def test_plan_starts_and_placements_are_listed_as_restated():
    book = gather(None, Partnership.read(folder())).book
    restated = {
        (group[0].indicator, group[0].period.code): {float(figure.value) for figure in group}
        for group in book.restatements("821")
        if group[0].thread.source.startswith("local.")
    }
    assert {310, 311} <= restated["child_protection_plans_started", "2022-23"]
    placed = restated["looked_after_placed_20_miles_or_more", "2022-23"]
    assert {27.1, 26.4} <= placed


def test_conversion_rates_on_different_bases_stay_apart():
    book = gather(None, Partnership.read(folder())).book
    definitions = {
        figure.thread.definition
        for figure in book.figures(area="821")
        if figure.indicator.startswith("contact_to_referral_conversion")
    }
    assert len(definitions) == 3


def test_every_number_on_the_page_opens_a_thread_that_is_in_the_data(luton):
    page = (luton.folder / "index.html").read_text()
    linked = set(re.findall(r'href="#thread-([0-9a-f]{12})"', page))
    entries = set(re.findall(r'id="thread-([0-9a-f]{12})"', page))
    assert linked == entries == {each["id"] for each in figures_of(luton)}


def test_small_counts_of_children_are_nowhere(luton):
    page = (luton.folder / "index.html").read_text()
    assert "Private fostering" in page
    fostering = the(figures_of(luton), "private_fostering_arrangements", "2024-03-31")
    assert (fostering["printed"], fostering["value"]) == ("c", None)
    assert fostering["also_known_as"] == []


def test_the_tidy_figures_agree_with_the_threads(luton):
    with (luton.folder / "figures.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert rows
    numbers = {cell for row in rows for cell in row.values()}
    for each in figures_of(luton):
        if each.get("figures_csv_line") and each["value"] is not None:
            assert any(float(n) == each["value"] for n in numbers if re.fullmatch(r"-?[\d.]+", n))


def test_a_second_run_writes_the_same_bytes(luton, tmp_path):
    again = make_report(out=tmp_path / "again")
    for name in FILES:
        assert (again.folder / name).read_bytes() == (luton.folder / name).read_bytes(), name


def test_as_of_a_day_only_what_was_known_is_used(tmp_path):
    """In mid-October 2024 the national statistics for 2023-24 were two weeks away."""
    made = make_report(out=tmp_path / "early", as_of=date(2024, 10, 15))
    assert made.holds, made.lines()
    figures = figures_of(made)
    assert all(each["known_since"] <= "2024-10-15" for each in figures if each.get("known_since"))
    assert not [
        each
        for each in figures
        if each["period"] == "2023-24" and each["source"].startswith("dfe.")
    ]


def test_an_area_the_example_does_not_know_is_answered_with_what_to_do(tmp_path):
    with pytest.raises(GoldenThreadError, match="--data"):
        make_report(area="Peterborough", out=tmp_path / "p")
    assert not (tmp_path / "p").exists()


@pytest.mark.parametrize(
    ("given", "told"),
    [
        ({"area": "Lutton"}, "Luton"),
        ({"year": "2023"}, "write it as 2023-24"),
        ({"year": "2024-02"}, "financial year"),
        ({"contents": "chapters"}, "journey"),
        ({"edition_id": "wt1999"}, "wt2023"),
    ],
)
def test_a_mistake_is_answered_in_one_sentence_and_nothing_is_written(tmp_path, given, told):
    with pytest.raises(GoldenThreadError, match=told):
        make_report(out=tmp_path / "none", **given)
    assert list(tmp_path.iterdir()) == []


def test_any_area_from_the_published_files(shared, tmp_path):
    made = make_report(area="Peterborough", data=shared / "dfe", out=tmp_path / "peterborough")
    assert made.holds, made.lines()
    referrals = the(figures_of(made), "referrals", area="Peterborough")
    assert referrals["printed"] == "3,708"
    assert not [fault for fault in made.checks["faults"] if fault["severity"] == "error"]


def test_the_embedded_facts_are_those_of_the_published_files(shared, luton, tmp_path):
    """The second way: Luton's report from the whole files prints the very same figures."""
    whole = make_report(data=shared / "dfe", out=tmp_path / "whole")
    embedded = {each["id"]: each["printed"] for each in figures_of(luton)}
    published = {each["id"]: each["printed"] for each in figures_of(whole)}
    differing = {
        figure: (printed, published[figure])
        for figure, printed in embedded.items()
        if figure in published and published[figure] != printed
    }
    assert differing == {}
    only_here = set(embedded) - set(published)
    assert only_here == set(), [each for each in figures_of(luton) if each["id"] in only_here][:3]


def test_last_years_figure_is_never_in_this_years_column(tmp_path):
    """Before the year's statistics are out, the scorecard says so and does not borrow."""
    made = make_report(out=tmp_path / "early", year="2024-25")
    page = (made.folder / "index.html").read_text()
    scorecard = re.search(r'<table[^>]*id="scorecard-table".*?</table>', page, re.S)
    assert scorecard is None or "3,130" not in scorecard.group()
    shown = {each["figure"] for each in made.checks["outliers"]}
    periods = {each["period"] for each in figures_of(made) if each["id"] in shown}
    assert periods <= {"2024-25", "2025-03-31"}


def test_a_year_nobody_knows_is_answered_in_a_sentence(tmp_path):
    with pytest.raises(GoldenThreadError, match="Nothing is known about Luton for 2031-32"):
        make_report(out=tmp_path / "none", year="2031-32")


@pytest.mark.parametrize(
    ("area", "told"),
    [("Northamptonshire", "North Northamptonshire"), ("Pan Bedfordshire", "is not a council")],
)
def test_only_a_council_of_the_year_has_a_report(shared, tmp_path, area, told):
    with pytest.raises(GoldenThreadError, match=told):
        make_report(area=area, data=shared / "dfe", out=tmp_path / "none")


def test_a_local_figure_stands_beside_last_years_from_another_report(luton):
    visits = [
        each
        for each in figures_of(luton)
        if each["indicator"] == "child_protection_visits_within_20_working_days"
    ]
    assert {each["printed"] for each in visits} >= {"93.1%", "98.1%"}


def test_what_could_not_be_read_is_on_the_page(shared, tmp_path):
    data = tmp_path / "dfe"
    shutil.copytree(shared / "dfe", data, ignore=shutil.ignore_patterns("bds*", "lait*"))
    file = next(data.glob("c4_*_to_2024.csv"))
    file.write_bytes(file.read_bytes()[:200_000] + b"\n2024,broken")
    made = make_report(area="Leeds", data=data, out=tmp_path / "leeds")
    assert not made.whole
    page = re.sub(r"<[^>]+>", " ", (made.folder / "index.html").read_text())
    assert "What could not be read" in page
    assert file.name in page
