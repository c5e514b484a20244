"""`goldenthread fetch` against a stand-in service."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from goldenthread.cli import main
from goldenthread.sources.fetching import wanted
from tests.factories.statistics_service import CSV, Kept, StandIn, breaking_off, sending


@pytest.fixture
def stand_in() -> Iterator[StandIn]:
    with StandIn([Kept("C4 Section 47 enquiries"), Kept("C1 Referrals")]) as server:
        yield server


def run(stand_in: StandIn, out: Path, *arguments: str) -> Result:
    return CliRunner().invoke(
        main, ["fetch", "--out", str(out), "--api", stand_in.address, *arguments]
    )


def test_named_data_sets_are_fetched(tmp_path: Path, stand_in: StandIn) -> None:
    result = run(stand_in, tmp_path, "--dataset", "dfe.c4", "--dataset", "dfe.c1")
    assert result.exit_code == 0, result.stderr
    assert [line.split(",")[0] for line in result.stdout.splitlines()] == [
        "dfe.c4: fetched",
        "dfe.c1: fetched",
    ]
    again = run(stand_in, tmp_path, "--dataset", "dfe.c4")
    assert again.stdout.startswith("dfe.c4: already here")


def test_what_is_not_offered_is_named_and_the_rest_is_done(
    tmp_path: Path, stand_in: StandIn
) -> None:
    result = run(stand_in, tmp_path, "--format", "json")
    assert result.exit_code == 1
    found = {each["dataset"]: each for each in json.loads(result.stdout)}
    assert set(found) == set(wanted())
    assert {name for name, each in found.items() if each["result"] == "fetched"} == {
        "dfe.c1",
        "dfe.c4",
    }
    assert f"{len(found) - 2} of {len(found)} were not fetched" in result.stderr


def test_a_failure_is_one_sentence(tmp_path: Path, stand_in: StandIn) -> None:
    stand_in.next_csv = [sending(b"<html>", Content_Type="text/html")]
    result = run(stand_in, tmp_path, "--dataset", "dfe.c4")
    assert result.exit_code == 2
    assert result.stderr.count("\n") == 1
    assert "expected" in result.stderr


def test_progress_is_shown_to_a_terminal_and_begins_again_with_the_file(
    tmp_path: Path, stand_in: StandIn, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("goldenthread.cli.fetch._watched", lambda: True)
    stand_in.ranges = False
    stand_in.next_csv = [breaking_off(0.5)]
    result = run(stand_in, tmp_path, "--dataset", "dfe.c4")
    assert result.exit_code == 0, result.stderr
    assert result.stderr.count("dfe.c4") >= 2
    assert next(tmp_path.glob("c4*.csv")).read_bytes() == CSV


@pytest.mark.parametrize("stated", ["dfe.c4", "dfe.c4=", "dfe.c4=../x", "=" + "0" * 32])
def test_an_id_that_is_none_is_refused(tmp_path: Path, stand_in: StandIn, stated: str) -> None:
    result = run(stand_in, tmp_path, "--id", stated)
    assert result.exit_code == 2
    assert stand_in.requests == []


def test_the_list_needs_no_service(tmp_path: Path) -> None:
    result = CliRunner().invoke(main, ["fetch", "--list", "--format", "json"])
    assert {each["dataset"] for each in json.loads(result.stdout)} == set(wanted())
    text = CliRunner().invoke(main, ["fetch", "--list"]).stdout
    assert "dfe.workforce" in text
