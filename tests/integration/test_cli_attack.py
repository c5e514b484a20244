"""`goldenthread attack`: text, JSON and exit codes."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from goldenthread.cli import main
from goldenthread.disclosure.attack import attack
from goldenthread.disclosure.publication import read_publication
from tests.factories.releases import a_release

AREAS = """
    [[dimension]]
    name = "area"
    [[dimension.total]]
    is = "Luton"
    of = ["North", "South", "West"]
    [[table]]
    file = "contacts.csv"
    measure = "contacts"
"""
LEAKING = "area, value\nNorth, c\nSouth, 20\nWest, 30\nLuton, 54"
SAFE = "area, value\nNorth, c\nSouth, c\nWest, 30\nLuton, 54"


def run(*arguments: object) -> Result:
    return CliRunner().invoke(main, ["attack", *map(str, arguments)])


def test_a_safe_release_ends_with_0(tmp_path: Path) -> None:
    result = run(a_release(tmp_path, AREAS, contacts=SAFE))
    assert result.exit_code == 0, result.stderr
    assert result.stdout == (
        "contacts-2023-24: nothing is given away (2 hidden counts; rule local, threshold 5).\n"
    )
    assert result.stderr == ""


def test_a_leaking_release_ends_with_1_and_says_how(tmp_path: Path) -> None:
    result = run(a_release(tmp_path, AREAS, contacts=LEAKING))
    assert result.exit_code == 1
    assert result.stdout.splitlines() == [
        "contacts-2023-24: 1 given away (1 hidden count; rule local, threshold 5).",
        "",
        "contacts (area North): 4 (contacts.csv, row 2)",
        "  contacts: Luton 54 = North c + South 20 + West 30, so c is 4.",
    ]


def test_the_same_as_json(tmp_path: Path) -> None:
    result = run(a_release(tmp_path, AREAS, contacts=LEAKING), "--format", "json")
    assert result.exit_code == 1
    found = json.loads(result.stdout)
    cell = {"measure": "contacts", "at": {"area": "North"}}
    where = {"cell": cell, "place": "contacts.csv, row 2", "low": 4, "high": 4}
    assert found == {
        "schema": 1,
        "release": "contacts-2023-24",
        "rule": {"name": "local", "threshold": 5, "narrowest": 5, "complement": False},
        "safe": False,
        "cells": 4,
        "unknown": 1,
        "hidden": [where],
        "leaks": [
            where
            | {
                "kind": "exact",
                "why": "contacts: Luton 54 = North c + South 20 + West 30, so c is 4",
            }
        ],
        "inherited": [],
        "unproved": [],
    }


def test_earlier_releases_count_and_their_own_leaks_are_set_apart(tmp_path: Path) -> None:
    ledger = tmp_path / "ledger"
    a_release(ledger / "first", AREAS, name="first", contacts=LEAKING)
    a_release(ledger / "second", AREAS, name="second", contacts="area, value\nSouth, 20")
    later = a_release(tmp_path / "later", AREAS, name="later", contacts=SAFE)
    alone = run(later)
    assert alone.exit_code == 0
    with_ledger = run(later, "--ledger", ledger)
    assert with_ledger.exit_code == 0, with_ledger.stdout
    assert "Inherited: earlier releases give these away" in with_ledger.stdout
    assert "contacts (area North): 4" in with_ledger.stdout


@pytest.mark.parametrize(
    ("table", "said"),
    [
        (
            "area, value\nNorth, lots",
            "contacts.csv, row 2: 'lots' is neither a number nor a symbol",
        ),
        ("area, value\nNorth, 60\nSouth, c\nLuton, 54", "its parts make 60"),
        ("area, value, count\nNorth, c, 3", "holds inside knowledge"),
    ],
)
def test_what_cannot_be_attacked_ends_with_2(tmp_path: Path, table: str, said: str) -> None:
    result = run(a_release(tmp_path, AREAS, contacts=table))
    assert result.exit_code == 2
    assert said in result.stderr
    assert result.stderr.count("\n") == 1
    assert result.stdout == ""


def test_a_folder_without_a_description_ends_with_2(tmp_path: Path) -> None:
    result = run(tmp_path)
    assert result.exit_code == 2
    assert "holds no release.toml" in result.stderr


def test_long_work_says_how_far_it_is(tmp_path: Path) -> None:
    told: list[str] = []
    names = [f"w{number}" for number in range(60)]
    wide = AREAS.replace('["North", "South", "West"]', str(names))
    rows = "\n".join(f"{name}, c" for name in names)
    folder = a_release(tmp_path, wide, contacts=f"area, value\n{rows}\nLuton, 900")
    assert attack(read_publication(folder), progress=told.append).safe
    assert told == ["20 of 60 counts", "40 of 60 counts", "60 of 60 counts"]
