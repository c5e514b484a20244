"""A folder of the safeguarding dataset becomes our tables, with a fault for what does not fit."""

import json
from datetime import date
from pathlib import Path

import pytest

from goldenthread.nouns import GoldenThreadError, Severity
from goldenthread.sources import ssd
from goldenthread.sources.returns import read_all
from goldenthread.tables import Return


def folder(at: Path, **tables: str) -> Path:
    """Write each table, drawn with ``|`` between cells, as a CSV file with its quotation marks."""
    for name, text in tables.items():
        lines = [
            ",".join('"' + cell.strip().replace('"', '""') + '"' for cell in line.split("|"))
            for line in text.strip().splitlines()
        ]
        (at / f"{name}.csv").write_text("\n".join(lines) + "\n", encoding="utf-8")
    return at


def headed(prefix: str, names: str) -> str:
    """A line of headings with the prefix of their table."""
    return " | ".join(f"{prefix}_{name}" for name in names.split())


def read(at: Path, **options) -> Return:
    return ssd.read(sorted(at.iterdir()), area="821", **options)


def rows(made: Return, table: str, *columns: str) -> list[tuple]:
    return [tuple(row[name] for name in columns) for row in made.tables[table].to_pylist()]


def rules(made: Return, *severities: Severity) -> dict[str, int]:
    """How many faults of each rule; notes are left out unless they are asked for."""
    wanted = severities or (Severity.ERROR, Severity.WARNING)
    counts: dict[str, int] = {}
    for fault in made.found:
        if fault.severity in wanted and fault.rule != "column_missing":
            counts[fault.rule] = counts.get(fault.rule, 0) + 1
    return counts


def test_prefixed_columns_become_ours_and_outcomes_become_flags(tmp_path: Path) -> None:
    yes, no = json.dumps({"NEW_REFERRAL_FLAG": "Y", "NFA_FLAG": "N"}), json.dumps({"NFA_FLAG": "Y"})
    made = read(
        folder(
            tmp_path,
            ssd_contacts=f"""
                {CONT_HEAD}
                1 | a | 2023-05-01T00:00:00 | 6 | Police | {yes}
                2 | b | 02/05/2023 | HSERVGP | GP | {no}
                3 | c | 2023-05-03 | | 2A: Schools |
            """,
        )
    )
    assert rows(
        made, "contacts", "person_id", "source", "became_referral", "no_further_action"
    ) == [
        ("a", "6", True, False),
        ("b", "3A", None, True),
        ("c", "2A", None, None),
    ]
    assert rules(made) == {}


@pytest.mark.parametrize(
    ("written", "factors"),
    [
        ('["1A", "2B"]', ["1A", "2B"]),
        ('{"1A": "Yes", "2B": "No", "3A": "Yes"}', ["1A", "3A"]),
        ('{"FACTOR": "1A", "FACTOR": "2B"}', ["1A", "2B"]),
        ("[]", []),
        ("", []),
    ],
)
def test_factors_are_read_in_each_of_their_three_forms(
    tmp_path: Path, written: str, factors: list[str]
) -> None:
    made = read(
        folder(
            tmp_path,
            ssd_cin_assessments="""
                cina_assessment_id | cina_person_id | cina_assessment_start_date
                7 | a | 2023-05-01
            """,
            ssd_assessment_factors=f"""
                cinf_assessment_id | cinf_assessment_factors_json
                7 | {written}
            """,
        )
    )
    expected = [("a", date(2023, 5, 1), factor) for factor in factors]
    assert rows(made, "assessment_factors", "person_id", "start_date", "factor") == expected
    assert made.balances["assessment_factors"].came_in == len(factors)
    assert rules(made) == {}


def test_json_that_is_cut_off_and_a_factor_without_its_assessment_are_faults(
    tmp_path: Path,
) -> None:
    made = read(
        folder(
            tmp_path,
            ssd_cin_assessments="""
                cina_assessment_id | cina_person_id | cina_assessment_start_date
                7 | a | 2023-05-01
            """,
            ssd_assessment_factors="""
                cinf_assessment_id | cinf_assessment_factors_json
                7 | ["1A", "2
                8 | ["1A"]
            """,
        )
    )
    assert rules(made) == {"json_unreadable": 1, "parent_missing": 1}
    assert {fault.place for fault in made.found if fault.rule == "json_unreadable"} == {
        "row 2, cinf_assessment_factors_json"
    }
    balance = made.balances["assessment_factors"]
    assert (balance.came_in, balance.kept, balance.reported) == (2, 0, 2)


CONT_HEAD = headed(
    "cont",
    "contact_id person_id contact_date contact_source_code contact_source_desc "
    "contact_outcome_json",
)
CLAE_HEAD = headed(
    "clae",
    "cla_episode_id person_id cla_episode_start_date cla_episode_ceased_date cla_placement_id",
)
CLAP_HEAD = headed(
    "clap",
    "cla_placement_id person_id cla_placement_start_date cla_placement_end_date "
    "cla_placement_type cla_placement_distance cla_placement_change_reason",
)
EPISODES = f"""
    {CLAE_HEAD}
    1 | a | 2023-05-01 | 2023-06-01 |
    2 | a | 2023-06-01 | | p2
    3 | b | 2023-05-01 | |
"""
PLACEMENTS = f"""
    {CLAP_HEAD}
    p0 | a | 2022-01-01 | 2023-05-01 | K2 | 3.5 |
    p1 | a | 2023-05-01 | 2023-06-01 | U6 | 999.9 | CARPL
    p2 | a | 2023-06-01 | | U3 | 12.5 |
"""
STATUSES = """
    lega_person_id | lega_legal_status | lega_legal_status_start_date | lega_legal_status_end_date
    a | V2 | 2023-05-01 | 2023-05-20
    a | C2 | 2023-05-20 |
    b | C1 | 2023-06-01 |
"""


def test_episodes_take_placement_and_legal_status_of_their_first_day(tmp_path: Path) -> None:
    at = folder(
        tmp_path,
        ssd_cla_episodes=EPISODES,
        ssd_cla_placement=PLACEMENTS,
        ssd_legal_status=STATUSES,
    )
    columns = ("placement_type", "distance", "placement_change_reason", "legal_status")
    assert rows(read(at), "cla_episodes", *columns) == [
        ("U6", None, "CARPL", "V2"),
        ("U3", 12.5, None, "C2"),
        (None, None, None, None),
    ]


def test_older_names_and_files_without_the_mark_are_read_too(tmp_path: Path) -> None:
    made = read(
        folder(
            tmp_path,
            cla_episodes="""
                clae_person_id | clae_cla_episode_start | clae_cla_primary_need
                a | 2023-05-01 | N1
            """,
        )
    )
    assert rows(made, "cla_episodes", "start_date", "primary_need") == [(date(2023, 5, 1), "N1")]


def test_placeholders_of_the_extracts_are_nothing(tmp_path: Path) -> None:
    made = read(
        folder(
            tmp_path,
            ssd_person="""
                pers_person_id | pers_sex | pers_dob | pers_upn_unknown
                a | F | 1900-01-01 00:00:00 | SSD_PH
            """,
        )
    )
    assert rows(made, "person", "sex", "birth_date", "upn_unknown") == [("F", None, None)]
    assert rules(made) == {}


def test_disability_and_asylum_are_told_of_the_child(tmp_path: Path) -> None:
    made = read(
        folder(
            tmp_path,
            ssd_person="pers_person_id | pers_sex\na | F\nb | M\nc | U",
            ssd_disability="disa_person_id | disa_disability_code\na | LD\nb | NONE",
            ssd_immigration_status="""
                immi_person_id | immi_immigration_status
                b | Unaccompanied Asylum Seeking Child
            """,
        )
    )
    assert rows(made, "person", "person_id", "disabled", "asylum_seeking") == [
        ("a", True, False),
        ("b", False, True),
        ("c", None, False),
    ]


def test_what_was_only_planned_is_noted_and_not_kept(tmp_path: Path) -> None:
    made = read(
        folder(
            tmp_path,
            ssd_cp_plans="cppl_cp_plan_id | cppl_person_id | cppl_cp_plan_start_date\n"
            "1 | a | 2023-05-01",
            ssd_cp_reviews=headed("cppr", "person_id cp_plan_id cp_review_due cp_review_date")
            + "\na | 1 | 2023-08-01 | 2023-07-20\na | 1 | 2024-01-20 |",
        )
    )
    assert rows(made, "cp_reviews", "plan_start_date", "review_date") == [
        (date(2023, 5, 1), date(2023, 7, 20))
    ]
    assert rules(made, Severity.NOTE)["not_held"] == 1
    assert made.balances["cp_reviews"].as_json() == {"in": 2, "kept": 1, "reported": 1}


def test_of_addresses_homes_are_kept_and_of_them_days_and_postcode_alone(tmp_path: Path) -> None:
    names = (
        "person_id address_type address_start_date address_end_date address_postcode address_json"
    )
    homes = "\na | HOME | 2020-01-01 | 2023-05-01 | ZZ101AA | street"
    homes += "\na | Placement | 2023-05-01 | | ZZ601AA | street\nb | | 2023-02-30 | | ZZ111AA |"
    made = read(folder(tmp_path, ssd_address=headed("addr", names) + homes))
    assert rows(made, "address", "person_id", "start_date", "end_date", "postcode") == [
        ("a", date(2020, 1, 1), date(2023, 5, 1), "ZZ101AA"),
        ("b", None, None, "ZZ111AA"),
    ]
    assert made.balances["address"].as_json() == {"in": 3, "kept": 2, "reported": 1}
    assert rules(made, Severity.NOTE)["not_a_home"] == 1
    assert not [fault for fault in made.found if "ZZ" in str(fault) or "street" in str(fault)]


def test_a_fault_names_file_row_and_column_and_nothing_that_stood_there(tmp_path: Path) -> None:
    made = read(
        folder(
            tmp_path,
            ssd_contacts="""
                cont_person_id | cont_contact_date | cont_contact_source_code
                secret | 2023-02-30 | 6
                b | 2023-03-01 | strange
            """,
        )
    )
    said = {(fault.rule, Path(fault.file).name, fault.place) for fault in made.found}
    assert ("date_cannot_be", "ssd_contacts.csv", "row 2, cont_contact_date") in said
    assert ("unknown_code", "ssd_contacts.csv", "row 3, cont_contact_source_code") in said
    assert not [fault for fault in made.found if "secret" in str(fault) or "strange" in str(fault)]


def test_tables_that_are_not_used_are_counted_and_said(tmp_path: Path) -> None:
    made = read(
        folder(
            tmp_path,
            ssd_person="pers_person_id | pers_sex\na | F",
            ssd_family="fami_table_id | fami_person_id\n1 | a\n2 | a",
        )
    )
    said = [fault.message for fault in made.found if fault.rule == "table_not_used"]
    assert len(said) == 1
    assert "2 rows" in said[0]


def test_it_covers_six_years_to_its_latest_day_and_no_table_from_before_it_was_kept(
    tmp_path: Path,
) -> None:
    at = folder(
        tmp_path,
        ssd_contacts="cont_person_id | cont_contact_date\n"
        "a | 2010-01-01\na | 2018-06-01\na | 2024-03-31",
        ssd_cin_episodes="cine_person_id | cine_referral_date\na | 2018-07-01\na | 2024-03-29",
        ssd_early_help_episodes="earl_person_id | earl_episode_start_date\n"
        "a | 2022-01-10\na | 2042-01-01",
    )
    spans = {each.table: (each.start, each.end) for each in read(at).coverage}
    end = date(2024, 3, 31)
    assert spans == {
        "contacts": (date(2018, 4, 1), end),
        "cin_episodes": (date(2018, 4, 1), end),
        "early_help_episodes": (date(2022, 1, 10), end),
    }
    told = (date(2020, 4, 1), date(2024, 3, 31))
    assert {(each.start, each.end) for each in read(at, coverage=told).coverage} == {told}


def test_it_is_found_out_among_other_files_and_needs_a_council(tmp_path: Path) -> None:
    folder(tmp_path, ssd_person="pers_person_id | pers_sex\na | F")
    (tmp_path / "notes.txt").write_text("nothing", encoding="utf-8")
    records = read_all([tmp_path], area="821")
    assert [each.kind for each in records.returns] == ["ssd"]
    assert records.found.by_rule()["unknown_format"] == 1
    with pytest.raises(GoldenThreadError, match="--area"):
        read_all([tmp_path])
