"""Histories in every format: written the same twice, read back whole, and telling the same."""

import csv
from functools import cache
from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc
import pytest
from lxml import etree

from goldenthread import synthetic
from goldenthread.engines.embedded import Embedded
from goldenthread.figures.measured import measure
from goldenthread.nouns import GoldenThreadError, Period
from goldenthread.sources.returns import kinds
from goldenthread.synthetic.projections import annex_a
from goldenthread.tables import Records, Return
from tests.factories.made_up import AREA, YEARS, a_council, as_records

# What a reader may say of a return in which nothing is wrong.
NOTES = {"day_of_lists", "plan_start_taken", "day_taken_assumed", "column_missing"}
LAST_YEAR = YEARS[-1]

# Where each table of a format must come back as it went in: by the columns that are carried.
SAME_ROWS = {
    "cin_census": {
        "cin_episodes": ("person_id", "referral_date", "source", "closure_date", "closure_reason"),
        "cin_assessments": ("person_id", "start_date", "authorisation_date"),
        "cp_plans": ("person_id", "start_date", "end_date", "latest_category", "previous_plans"),
        "s47_enquiry": ("person_id", "start_date", "conference_date"),
    },
    "ssda903": {
        "cla_episodes": ("person_id", "start_date", "end_date", "legal_status", "end_reason"),
        "missing": ("person_id", "start_date", "end_date", "missing_type"),
        "cla_yearly_outcomes": ("person_id", "year_end", "teeth_check", "sdq_score"),
        "care_leavers": ("person_id", "reported_on", "activity", "accommodation", "suitable"),
    },
    "ssda903_xml": {
        "cla_episodes": ("person_id", "start_date", "end_date", "legal_status", "end_reason"),
        "missing": ("person_id", "start_date", "end_date", "missing_type"),
    },
    "ssd": {
        "contacts": ("person_id", "contact_date", "source", "became_referral"),
        "assessment_factors": ("person_id", "start_date", "factor"),
        "initial_cp_conference": ("person_id", "conference_date", "transfer_in", "became_plan"),
        "cla_episodes": (
            "person_id", "start_date", "end_date", "legal_status", "placement_type", "distance",
        ),
        "cla_reviews": ("person_id", "review_date", "participation"),
        "cp_visits": ("person_id", "visit_date", "seen"),
    },
    "mash": {
        "contacts": ("person_id", "contact_date", "contact_type", "source", "issue"),
        "mash_episodes": ("person_id", "episode_id", "rating", "outcome"),
        "mash_agency_requests": ("person_id", "episode_id", "agency"),
    },
    "gcp2": {"gcp2_assessments": ("person_id", "assessment_date", "agency", "safety")},
}  # fmt: skip

# Indicators that a format carries whole, and so must count as the histories themselves do.
SAME_FIGURES = {
    "cin_census": (
        "referrals_no_further_action", "re_referrals_within_12_months", "referrals",
        "assessments_completed", "assessments_within_45_working_days", "section_47_enquiries",
        "initial_conferences_within_15_working_days", "child_protection_plans_started",
        "child_protection_plans_at_31_march", "child_in_need_plans_at_31_march",
        "children_in_need_at_31_march", "child_protection_plan_again_ever",
    ),
    "ssd": (
        "referrals_no_further_action", "re_referrals_within_12_months", "contacts_from_police",
        "assessments_within_45_working_days", "section_47_enquiries",
        "initial_conferences_within_15_working_days", "child_protection_plans_at_31_march",
        "child_in_need_plans_at_31_march", "children_in_need_at_31_march",
        "looked_after_children", "looked_after_three_or_more_placements",
    ),
    "annex_a": (
        "referrals", "assessments_within_45_working_days", "contacts_from_police",
        "child_protection_plans_at_31_march", "looked_after_three_or_more_placements",
    ),
    "ssda903": (
        "looked_after_children", "looked_after_started", "looked_after_ceased",
        "looked_after_three_or_more_placements", "looked_after_same_carer_2_years",
        "looked_after_health_assessments", "looked_after_sdq_average", "missing_episodes",
        "care_leavers_eet", "care_leavers_suitable_accommodation",
    ),
    "ssda903_xml": (
        "looked_after_children", "looked_after_started", "looked_after_ceased",
        "looked_after_dental_checks", "care_leavers_eet",
    ),
    "mash": ("contacts_from_police", "mash_episodes"),
}  # fmt: skip


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("returns")


def written(folder: Path, kind: str, year: int) -> list[Path]:
    return synthetic.write(kind, a_council(), AREA, year, folder / f"{kind}_{year}")


@cache
def read(folder: Path, kind: str, year: int) -> Return:
    reader = {each.KIND: each for each in kinds()}[kind.removesuffix("_xml")]
    files = written(folder, kind, year)
    assert all(reader.recognises(file) for file in files)
    return reader.read(files, area=AREA, year=year)


@pytest.mark.parametrize("kind", synthetic.KINDS)
def test_a_return_is_read_whole_and_nothing_is_wrong_in_it(folder: Path, kind: str) -> None:
    found = read(folder, kind, LAST_YEAR)
    assert set(found.found.by_rule()) <= NOTES
    assert all(each.reported == 0 for each in found.balances.values())
    assert (found.area, found.year) == (AREA, LAST_YEAR)


@pytest.mark.parametrize("kind", synthetic.KINDS)
def test_the_same_history_writes_the_same_bytes(folder: Path, kind: str) -> None:
    first = [file.read_bytes() for file in written(folder, kind, LAST_YEAR)]
    again = [file.read_bytes() for file in written(folder / "again", kind, LAST_YEAR)]
    assert first == again


@pytest.mark.parametrize(("kind", "name"), [(k, n) for k, of in SAME_ROWS.items() for n in of])
def test_what_went_in_comes_back(folder: Path, kind: str, name: str) -> None:
    columns = SAME_ROWS[kind][name]
    told = rows(read(folder, kind, LAST_YEAR).tables[name], columns)
    meant = rows(a_council()[name], columns)
    assert told <= meant
    whole = kind == "ssd"
    assert len(told) == len(meant) if whole else len(told) > 0.15 * len(meant)


def rows(table: pa.Table, columns: tuple[str, ...]) -> set[tuple[object, ...]]:
    return set(zip(*(table[name].to_pylist() for name in columns), strict=True))


@cache
def meant(kind: str, names: tuple[str, ...]) -> dict[tuple[object, ...], object]:
    """The figures of the histories themselves, with what the format has to say of the unborn."""
    tables = dict(a_council())
    if kind == "annex_a":
        tables["person"] = of_no_sex_before_birth(tables["person"])
    return figures(as_records(tables), names)


def of_no_sex_before_birth(people: pa.Table) -> pa.Table:
    """The lists for inspectors have one answer for a sex not stated and a child not yet born."""
    sex = pc.if_else(pc.is_valid(people["birth_date"]), people["sex"], "U")
    return people.set_column(people.column_names.index("sex"), "sex", sex)


def figures(records: Records, names: tuple[str, ...]) -> dict[tuple[object, ...], object]:
    """Counts and shares of the last year and its months, by indicator, period and breakdown."""
    periods = [Period.financial_year(LAST_YEAR), *(Period.month(LAST_YEAR, n) for n in (1, 2, 3))]
    made = measure(records, periods, engine=Embedded(), indicators=names).table
    made = made.filter(pc.is_valid(made["value"]))
    key = ("indicator", "unit", "period", "breakdown")
    return {
        tuple(row[name] for name in key): (row["value"], row["numerator"], row["denominator"])
        for row in made.select([*key, "value", "numerator", "denominator"]).to_pylist()
    }


@pytest.mark.parametrize("kind", SAME_FIGURES)
def test_a_history_gives_the_same_figures_through_a_format(folder: Path, kind: str) -> None:
    names = SAME_FIGURES[kind]
    years = [LAST_YEAR] if kind in ("annex_a", "ssd") else YEARS
    through = figures(Records.of([read(folder, kind, year) for year in years]), names)
    same = {key: value for key, value in through.items() if carried(kind, key)}
    assert {key[0] for key in same} == set(names)
    assert {key: meant(kind, names).get(key) for key in same} == same


def carried(kind: str, key: tuple[object, ...]) -> bool:
    """What a format does not carry: of our own return who the children are, of the others what
    a contact was about; and the lists do not tell one not yet born from one of an age nobody knows.
    """
    about = ("type", "issue")
    lost = {"mash": ("age", "sex", "ethnicity"), "annex_a": (*about, "age")}
    return str(key[-1]).split("=")[0] not in lost.get(kind, about)


def test_the_census_is_as_the_schema_of_its_year_has_it(folder: Path, shared: Path) -> None:
    for year in (2024, 2025):
        schema = etree.XMLSchema(etree.parse(shared / f"standards/cin/xsd/CIN_schema_{year}.xsd"))
        schema.assertValid(etree.parse(written(folder, "cin_census", year)[0]))


def test_the_return_of_children_looked_after_is_as_its_schema_has_it(
    folder: Path, shared: Path
) -> None:
    schema = etree.XMLSchema(etree.parse(shared / "standards/ssda903/CLA.xsd"))
    schema.assertValid(etree.parse(written(folder, "ssda903_xml", 2024)[0]))


def test_children_have_the_same_identifiers_in_every_format(folder: Path) -> None:
    looked_after = set(
        read(folder, "ssda903", LAST_YEAR).tables["cla_episodes"]["person_id"].to_pylist()
    )
    in_need = set(
        read(folder, "cin_census", LAST_YEAR).tables["cin_episodes"]["person_id"].to_pylist()
    )
    assert looked_after <= in_need


def test_the_lists_tell_six_months(folder: Path) -> None:
    told = read(folder, "annex_a", LAST_YEAR).tables
    first = pc.min(told["contacts"]["contact_date"]).as_py()
    assert first.isoformat() in ("2024-09-30", "2024-10-01")


def test_the_hub_s_moments_are_written_as_they_were_told(folder: Path) -> None:
    episodes = next(f for f in written(folder, "mash", LAST_YEAR) if "episodes" in f.name)
    with episodes.open(encoding="utf-8", newline="") as file:
        shown = {row["episode_id"]: row["started_at"] for row in csv.DictReader(file)}
    told = {
        row["episode_id"]: row["started_at"].isoformat()
        for row in a_council()["mash_episodes"].to_pylist()
    }
    assert shown
    assert shown == {name: told[name] for name in shown}


def test_a_format_nobody_knows_is_refused(tmp_path: Path) -> None:
    with pytest.raises(GoldenThreadError, match="annex_a"):
        synthetic.write("excel", a_council(), AREA, LAST_YEAR, tmp_path)


def test_without_the_writer_of_workbooks_it_says_what_to_install(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def missing(_name: str) -> object:
        raise ModuleNotFoundError

    monkeypatch.setattr(annex_a, "import_module", missing)
    with pytest.raises(GoldenThreadError, match="extra report"):
        synthetic.write("annex_a", a_council(), AREA, LAST_YEAR, tmp_path)
