"""Made-up children break no rule, in any format, but where a format leaves out what would tell."""

from pathlib import Path

import pyarrow.compute as pc
import pytest
from click.testing import CliRunner

from goldenthread.cli import main
from goldenthread.nouns import Severity
from goldenthread.sources.returns import read_all
from goldenthread.sources.rules import judged
from goldenthread.synthetic import KINDS, histories, write

# What the made-up histories or a format do not tell, and why it is no mistake of theirs.
ACCEPTED = {
    "referral_without_contact": "brothers and sisters are referred on one contact",
    "plan_without_conference": "the lists do not say that a plan came from another council",
}


@pytest.fixture(scope="module")
def made_up() -> dict:
    return histories({"821": 0.3}, range(2023, 2025), seed=4)


@pytest.mark.parametrize("kind", ["annex_a", "cin_census", "gcp2", "mash", "ssd", "ssda903"])
def test_made_up_children_break_no_rule(made_up: dict, kind: str, tmp_path: Path) -> None:
    write(kind, made_up, "821", 2024, tmp_path)
    records = read_all([tmp_path], area="821", year=2024)
    found = [*records.found, *judged(records)]
    rules = {fault.rule for fault in found if fault.severity is not Severity.NOTE}
    assert rules <= set(ACCEPTED)
    assert sum(table.num_rows for table in records.tables.values()) > 5


@pytest.mark.parametrize("kind", KINDS)
def test_a_clean_return_of_any_format_is_valid_for_the_command_line(
    kind: str, tmp_path: Path
) -> None:
    made = histories({"821": 0.08}, range(2024, 2025), seed=2024)
    unborn = made["person"].filter(pc.is_valid(made["person"]["expected_birth_date"]))
    assert unborn.num_rows, "some child is not yet born"
    write(kind, made, "821", 2024, tmp_path)
    done = CliRunner().invoke(main, ["validate", str(tmp_path), "--area", "821", "--year", "2024"])
    assert done.exit_code == 0, done.output
