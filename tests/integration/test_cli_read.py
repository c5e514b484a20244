"""`goldenthread read` and `goldenthread validate`: what they print, and how they end."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from goldenthread.cli import main

PEOPLE = "pers_person_id,pers_sex,pers_dob\nchild-one,F,2013-05-01\nchild-two,M,2014-05-01\n"
PLANS = "cppl_cp_plan_id,cppl_person_id,cppl_cp_plan_start_date,cppl_cp_plan_end_date,"
PLANS += "cppl_cp_plan_initial_category\n"


def run(*arguments: object) -> Result:
    return CliRunner().invoke(main, [str(each) for each in arguments])


@pytest.fixture
def dataset(tmp_path: Path) -> Path:
    """A dataset with nothing wrong that a reader can see."""
    folder = tmp_path / "dataset"
    folder.mkdir()
    (folder / "ssd_person.csv").write_text(PEOPLE, encoding="utf-8")
    (folder / "ssd_cp_plans.csv").write_text(
        PLANS + "1,child-one,2023-06-01,2023-09-01,NEG\n", encoding="utf-8"
    )
    return folder


def whole(folder: Path) -> Path:
    """Give every table every column it may have, so that none is missing."""
    from goldenthread.sources.ssd.dataset import dataset as tables

    for path in folder.iterdir():
        told = tables()[path.stem.removeprefix("ssd_")]
        lines = path.read_text("utf-8").splitlines()
        more = sorted({names[0] for names in told.columns.values()} - set(lines[0].split(",")))
        filled = [lines[0] + "".join(f",{name}" for name in more)]
        filled += [line + "," * len(more) for line in lines[1:]]
        path.write_text("\n".join(filled) + "\n", encoding="utf-8")
    return folder


def test_what_came_in_was_kept_or_reported_and_the_three_balance(dataset: Path) -> None:
    with (dataset / "ssd_cp_plans.csv").open("a", encoding="utf-8") as file:
        file.write("2,child-two,not a day,,NEG\n3,child-two,2023-07-01,,unheard of\n")
    result = run("read", dataset, "--area", "Luton", "--format", "json")
    said = json.loads(result.stdout)
    assert said["schema"] == 1
    assert said["tables"]["cp_plans"] == {"in": 3, "kept": 2, "reported": 1}
    assert all(each["in"] == each["kept"] + each["reported"] for each in said["tables"].values())
    assert said["returns"][0]["kind"] == "ssd"
    assert said["returns"][0]["areas"] == ["821"]
    assert said["faults"]["by_rule"]["date_unreadable"] == 1
    assert said["faults"]["by_rule"]["unknown_code"] == 1
    first = [each for each in said["faults"]["first"] if each["rule"] == "unknown_code"]
    assert first[0]["place"] == "row 4, cppl_cp_plan_initial_category"
    assert result.exit_code == 1
    assert "child-two" not in result.output
    assert "unheard of" not in result.output


def test_the_same_is_told_as_text(dataset: Path) -> None:
    result = run("read", whole(dataset), "--area", "821")
    assert "cp_plans   1     1         0" in result.stdout
    assert "table_missing" in result.stdout  # a note, which makes nothing unclean
    assert result.exit_code == 0, result.output


def test_tables_are_written_and_read_back(dataset: Path, tmp_path: Path) -> None:
    out = tmp_path / "records"
    assert run("read", whole(dataset), "--area", "Luton", "--out", out).exit_code == 0
    again = run("read", out, "--format", "json")
    assert again.exit_code == 0
    said = json.loads(again.stdout)
    assert said["tables"]["cp_plans"] == {"in": 1, "kept": 1, "reported": 0}
    assert said["faults"] == {"by_rule": {}, "first": []}
    assert run("validate", out).exit_code == 0


def test_rules_are_held_to_and_counted_with_their_places(dataset: Path) -> None:
    with (dataset / "ssd_cp_plans.csv").open("a", encoding="utf-8") as file:
        file.write("2,child-two,2023-06-01,2023-05-01,NEG\n")
    arguments = ("validate", whole(dataset), "--area", "Luton", "--places", "1")
    result = run(*arguments, "--format", "json")
    said = json.loads(result.stdout)
    assert said["faults"]["by_rule"]["plan_ended_before_it_began"] == 1
    assert said["rules"] > 40
    place = next(
        each["place"]
        for each in said["faults"]["first"]
        if each["rule"] == "plan_ended_before_it_began"
    )
    assert place == "ssd_cp_plans.csv, row 3, cppl_cp_plan_end_date"
    assert result.exit_code == 1
    text = run(*arguments)
    assert "plan_ended_before_it_began: 1 (error)" in text.stdout
    assert place in text.stdout
    assert "child-two" not in text.output


def test_nothing_to_read_is_a_sentence_and_the_end(tmp_path: Path) -> None:
    for command in ("read", "validate"):
        result = run(command, tmp_path / "absent.xml")
        assert result.exit_code == 2
        assert result.stderr.startswith("goldenthread: ")
        assert result.stderr.count("\n") == 1


def test_days_covered_are_told_the_first_before_the_last(dataset: Path) -> None:
    result = run("read", dataset, "--area", "821", "--covers", "2024-03-31", "2020-04-01")
    assert result.exit_code == 2
    assert "--covers ends before it begins" in result.stderr
