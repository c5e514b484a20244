"""The tutorial docs/tutorials/check-last-years-report.md works as it is written."""

import re
import shlex
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from goldenthread.cli import main
from tests.factories.committed import ROOT

PAGE = ROOT / "docs" / "tutorials" / "check-last-years-report.md"
REPORTS = "docs/tutorials/northmoor"
BLOCK = re.compile(r"^```console exit=(\d)\n(.*?)^```$", re.DOTALL | re.MULTILINE)


@pytest.fixture(autouse=True)
def _here(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)


def run(line: str) -> Result:
    program, *arguments = shlex.split(line)
    assert program == ".venv/bin/goldenthread"
    return CliRunner().invoke(main, arguments, env={"COLUMNS": "96"})


BLOCKS = BLOCK.findall(PAGE.read_text(encoding="utf-8"))


def test_the_page_shows_four_runs_and_no_other_console_block() -> None:
    assert len(BLOCKS) == 4
    assert PAGE.read_text(encoding="utf-8").count("```console") == 4


@pytest.mark.parametrize(("code", "body"), BLOCKS)
def test_a_command_prints_what_is_shown_in_order_and_ends_as_said(code: str, body: str) -> None:
    line, _, shown = body.removeprefix("$ ").partition("\n")
    result = run(line)
    assert result.exit_code == int(code)
    left = result.stdout
    for wanted in shown.splitlines():
        if wanted != "...":
            _, found, left = left.partition(wanted)
            assert found, f"{wanted!r} is not printed there:\n{result.stdout}"


def test_the_report_has_the_nine_faults_that_the_page_names() -> None:
    said = run(f".venv/bin/goldenthread check {REPORTS}/report-2022-23.txt --format json").stdout
    kinds = re.findall(r'"kind": "(\w+)"', said)
    assert sorted(kinds) == [
        "change", "dates", "extreme", "impossible_unit", "percent_or_points", "ratio_words",
        "share", "span", "total",
    ]  # fmt: skip
    assert said.count('"severity": "error"') == 9


def test_the_draft_carries_over_one_number_and_one_paragraph() -> None:
    files = f"{REPORTS}/report-2022-23-put-right.txt {REPORTS}/draft-2023-24.txt"
    said = run(f".venv/bin/goldenthread check {files} --format json").stdout
    assert re.findall(r'"kind": "(\w+)"', said) == ["said_twice", "last_years_text"]


def test_the_reports_say_that_they_are_made_up() -> None:
    for path in sorted(Path(REPORTS).glob("*.txt")):
        assert "Northmoor is a made-up place." in path.read_text(encoding="utf-8")


def test_the_command_for_ones_own_files_has_options_that_exist() -> None:
    shown = re.findall(r"^\.venv/bin/goldenthread check .*$", PAGE.read_text("utf-8"), re.M)
    assert len(shown) == 1
    help_page = run(".venv/bin/goldenthread check --help").stdout
    for option in re.findall(r"--[a-z]+", PAGE.read_text(encoding="utf-8")):
        assert option in help_page
