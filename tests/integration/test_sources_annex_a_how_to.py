"""The guide to running it on a council's own workbook is run from beginning to end."""

import re
import shlex
from pathlib import Path

import pytest
from click.testing import CliRunner

from goldenthread.cli import main
from goldenthread.figures import FigureBook

PAGE = Path(__file__).resolve().parents[2] / "docs" / "how-to" / "run-on-your-own-annex-a.md"
BLOCK = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def test_its_steps_run_one_after_another_and_print_what_it_shows(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    said, ran = "", []
    for language, body in BLOCK.findall(PAGE.read_text(encoding="utf-8")):
        if language == "python":
            exec(compile(body, PAGE.name, "exec"), {})
            assert f"`{capsys.readouterr().out.strip()}`" in PAGE.read_text(encoding="utf-8")
        elif language == "sh":
            program, *arguments = shlex.split(body)
            assert program == "goldenthread"
            done = CliRunner().invoke(main, arguments)
            assert done.exit_code in (0, 1), f"{body}: {done.output}"
            said, ran = done.output, [*ran, arguments[0]]
        else:
            missing = [line for line in body.splitlines() if line != "..." and line not in said]
            assert missing == [], said
    assert ran == ["read", "validate", "measure", "measure", "explain", "measure"]
    told = FigureBook.open(Path("figures.parquet")).figures(
        indicator="referrals", unit="count", breakdown=""
    )
    by_quarter = {each.period.code[-2:]: each for each in told}
    assert [by_quarter[each].known for each in ("Q1", "Q2", "Q3", "Q4")] == [False] * 2 + [True] * 2
    assert "no return that was read tells" in by_quarter["Q1"].quality_note
