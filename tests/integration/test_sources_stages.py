"""Returns that say Family Help: read, and of which stage each record was is kept and measured."""

import json
from datetime import date
from pathlib import Path

import openpyxl
import pytest
from click.testing import CliRunner

from goldenthread.cli import main
from goldenthread.sources import annex_a, mash, parquet, ssd
from goldenthread.tables import code_list
from tests.factories.annex_a import a_child, a_workbook
from tests.factories.journeys import drawn
from tests.factories.records import records, told

HELP_HEADINGS = ("Child Unique ID", "Assessment start date", "Assessment completion date")


def workbook(file: Path, sheet: str, *rows: tuple[str, ...]) -> Path:
    book = openpyxl.Workbook()
    book.active.title = sheet
    for row in rows:
        book.active.append(row)
    book.save(file)
    return file


def test_a_sheet_called_family_help_is_the_list_of_early_help(tmp_path: Path) -> None:
    file = workbook(
        tmp_path / "a.xlsx",
        "Family Help Assessments",
        (*HELP_HEADINGS, "Assessment type"),
        ("one", "10/01/2025", "02/04/2025", "Early help assessment"),
        ("two", "10/04/2025", "", "Family Help Assessment"),
        ("six", "10/04/2025", "", ""),
    )
    made = annex_a.read([file], area="821", reported_on=date(2025, 9, 30))
    rows = made.tables["early_help_episodes"].to_pylist()
    assert [row["stage"] for row in rows] == ["EARLY HELP", "FAMILY HELP", None]
    assert not {"unknown_code", "column_unknown", "sheet_unknown"} & set(made.found.by_rule())


def test_a_type_nobody_knows_is_reported_and_the_row_kept(tmp_path: Path) -> None:
    headings = (*HELP_HEADINGS, "Assessment type")
    row = ("one", "10/01/2025", "", "Blue form")
    file = workbook(tmp_path / "a.xlsx", "List 2", headings, row)
    made = annex_a.read([file], area="821", reported_on=date(2025, 9, 30))
    assert made.tables["early_help_episodes"].num_rows == 1
    assert made.found.by_rule()["unknown_code"] == 1


def test_a_family_help_plan_is_a_plan_and_says_of_which_stage(tmp_path: Path) -> None:
    def need(child: str, status: str) -> dict[str, str]:
        return a_child(child, **{"CIN Start Date": "01/05/2025", "Case Status": status})

    lists = {6: [need("one", "c) Child in need plan"), need("two", "Family Help Plan")]}
    file = a_workbook(tmp_path / "a.xlsx", lists)
    made = annex_a.read([file], area="821", reported_on=date(2025, 9, 30))
    rows = made.tables["cin_plans"].to_pylist()
    # The first are the list's own words, which every council must write, whatever its stages.
    assert [(row["person_id"], row["stage"]) for row in rows] == [
        ("one", None),
        ("two", "FAMILY HELP"),
    ]


def test_the_datasets_reason_tells_the_stage_where_it_names_one(tmp_path: Path) -> None:
    (tmp_path / "ssd_early_help_episodes.csv").write_text(
        "earl_person_id,earl_episode_start_date,earl_episode_reason\n"
        "one,2025-05-01,Family Help assessment\n"
        "two,2025-05-01,Step down to Early Help\n"
        "six,2025-05-01,Housing\n",
        encoding="utf-8",
    )
    made = ssd.read(sorted(tmp_path.iterdir()), area="821")
    found = made.tables["early_help_episodes"].to_pylist()
    assert [row["stage"] for row in found] == ["FAMILY HELP", "EARLY HELP", None]
    assert found[0]["reason"] == "Family Help assessment"


def test_the_hubs_family_help_is_an_outcome_of_its_own(tmp_path: Path) -> None:
    file = tmp_path / "mash_episodes.csv"
    file.write_text(
        "person_id,started_at,decided_at,outcome\n"
        "one,2025-05-01 09:00,2025-05-01 12:00,Family Help\n"
        "two,2025-03-01 09:00,2025-03-01 12:00,CAF\n",
        encoding="utf-8",
    )
    outcomes = mash.read([file], area="821").tables["mash_episodes"]["outcome"].to_pylist()
    assert outcomes == ["FAMILY HELP", "CAF"]
    assert code_list("mash_outcome").labels()["FAMILY HELP"] == "New Family Help episode"


@pytest.fixture
def kept(tmp_path: Path) -> Path:
    """Early help of two councils, told from April 2024 to March 2026."""
    returns = []
    for area in ("821", "822"):
        text = f"""
            area | person_id | start_date | end_date
            {area} | one     | 2025-01-10 | 2025-02-20
            {area} | two     | 2025-01-10 | 2025-05-20
        """
        tables = {"early_help_episodes": drawn("early_help_episodes", text)}
        returns.append(told(tables, "2024-04-01", "2026-03-31", area=area, file=f"{area}.xml"))
    parquet.write(records(*returns), tmp_path / "records")
    return tmp_path / "records"


def measured(kept: Path, period: str, *more: str | Path) -> dict[str, list[str]]:
    """What is said, and the categories of the stage with what they count, by council."""
    out = kept.parent / "figures.csv"
    done = CliRunner().invoke(
        main,
        [
            *("measure", str(kept), "--period", period, "--out", str(out), "--format", "json"),
            *("--indicator", "early_help_assessments", *map(str, more)),
        ],
    )
    assert done.exit_code == 0, done.output
    lines = [line for line in out.read_text(encoding="utf-8").splitlines() if '"stage=' in line]
    return {"notes": json.loads(done.stdout)["notes"], "figures": lines}


def test_measuring_says_which_stage_was_in_force_and_what_cannot_be_compared(kept: Path) -> None:
    found = measured(kept, "2024-25 to 2025-26")
    (note,) = found["notes"]
    assert note.startswith("Luton: Family Help took the place of early help, assessment and child")
    assert "on 1 April 2025" in note
    assert "early_help_assessments" in note
    assert "To confirm:" in note
    assert any('"821"' in each and "stage=Family Help" in each for each in found["figures"])
    assert not any('"822"' in each and "stage=Family Help" in each for each in found["figures"])


def test_nothing_is_said_of_a_change_that_had_not_come(kept: Path) -> None:
    assert measured(kept, "2024-25")["notes"] == []


def test_a_council_tells_its_own_stages(kept: Path) -> None:
    file = kept.parent / "stages.toml"
    file.write_text(
        '[[stage]]\nname = "Families First"\nparts = ["early_help"]\nareas = ["Bedford"]\n'
        'from = 2025-05-01\nsource = "The council"\n',
        encoding="utf-8",
    )
    found = measured(kept, "2025-26", "--stages", file)
    assert len(found["notes"]) == 2
    assert any("Families First took the place of early help" in each for each in found["notes"])
    assert any('"822"' in each and "Families First" in each for each in found["figures"])
