"""The guide to measuring by locality works: its tables and its command, as they stand."""

import csv
import re
import shlex
from pathlib import Path

import pytest
from click.testing import CliRunner

from goldenthread.cli import main
from goldenthread.sources.mash.page import EXAMPLE

GUIDE = Path(__file__).resolve().parents[2] / "docs" / "how-to" / "measure-by-locality.md"


def test_what_the_guide_writes_is_measured_as_it_says(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    text = GUIDE.read_text(encoding="utf-8")
    localities, addresses = re.findall(r"```csv\n(.*?)```", text, re.DOTALL)
    (command,) = re.findall(r"```sh\ngoldenthread (.*?)\n```", text, re.DOTALL)
    returns = tmp_path / "returns"
    returns.mkdir()
    (tmp_path / "localities.csv").write_text(localities, encoding="utf-8")
    (returns / "address.csv").write_text(addresses, encoding="utf-8")
    contacts = "\n".join(EXAMPLE["contacts"])  # of C-1 and C-2, in April 2023
    (returns / "contacts.csv").write_text(contacts, encoding="utf-8")
    done = CliRunner().invoke(main, [*shlex.split(command), "--year", "2024"])
    assert done.exit_code == 0, done.output
    with (tmp_path / "figures.csv").open(encoding="utf-8", newline="") as file:
        rows = [row for row in csv.DictReader(file) if row["indicator"] == "contacts"]
    told = {row["breakdown"]: row["value"] for row in rows if row["unit"] == "count"}
    assert told["locality=Southside"] == "1", "before 4 May 2023"
    assert told["locality=Outside the area"] == "1"
    assert "ZZ" not in (tmp_path / "figures.csv").read_text(encoding="utf-8")
