"""`goldenthread protect`: what it writes, says and refuses; exit codes; the ledger."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from goldenthread.cli import main
from goldenthread.disclosure.outputs import MANIFEST
from goldenthread.disclosure.protection import RefusedError, pass_through
from goldenthread.disclosure.publication import read_publication
from goldenthread.disclosure.rules import rule_named
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
CONTACTS = "area, value\nNorth, 4\nSouth, 20\nWest, 30\nLuton, 54"

RULE = """
title = "Our own: counts of one to nine"
threshold = 9
symbol = "x"
reason = "Agreed by the partnership."
checked = 2026-11-20
"""


def run(*arguments: object) -> Result:
    return CliRunner().invoke(main, ["protect", *map(str, arguments)])


def inside(folder: Path, description: str = AREAS, **more: str) -> Path:
    return a_release(folder, description, **({"rule": "", "contacts": CONTACTS} | more))


def held(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.name != MANIFEST
    }


def test_a_release_is_written_whole_and_kept(tmp_path: Path) -> None:
    release, safe, ledger = inside(tmp_path / "in"), tmp_path / "safe", tmp_path / "ledger"
    result = run(release, "--rule", "local", "--out", safe, "--ledger", ledger)
    assert result.exit_code == 0, result.output
    assert result.stderr == ""
    assert result.stdout.splitlines() == [
        f"contacts-2023-24: written to {safe} by the rule local.",
        "Hidden: 1 number of few children, and 1 more so that those cannot be worked out.",
        "",
        "Table         Printed  Few children  Beside them",
        "contacts.csv        4             1            1",
        "",
        "That loses 4.0; any safe choice must lose at least 4.0 (gap 0%).",
        "Attacked as written: nothing is given away (2 hidden counts).",
        "Kept in the ledger as contacts-2023-24.",
    ]
    assert (safe / "contacts.csv").read_text() == (
        "area,value\nNorth,c\nSouth,c\nWest,30\nLuton,54\n"
    )
    assert held(safe) == held(ledger / "contacts-2023-24")
    assert read_publication(safe).rule is not None


def test_a_second_run_writes_the_same_bytes(tmp_path: Path) -> None:
    release, safe, ledger = inside(tmp_path / "in"), tmp_path / "safe", tmp_path / "ledger"
    assert run(release, "--rule", "local", "--out", safe, "--ledger", ledger).exit_code == 0
    first = held(tmp_path)
    again = run(release, "--rule", "local", "--out", safe, "--ledger", ledger)
    assert again.exit_code == 0, again.output
    assert held(tmp_path) == first


def test_the_same_as_json(tmp_path: Path) -> None:
    result = run(
        inside(tmp_path / "in"), "--rule", "local", "--out", tmp_path / "o", "--format", "json"
    )
    assert result.exit_code == 0
    found = json.loads(result.stdout)
    assert [each["low"] for each in found.pop("counts")] == [0, 0]
    assert found == {
        "schema": 1,
        "release": "contacts-2023-24",
        "rule": "local",
        "method": "suppress",
        "written": True,
        "hidden": {
            "primary": 1,
            "secondary": 1,
            "tables": [{"table": "contacts.csv", "printed": 4, "primary": 1, "secondary": 1}],
        },
        "rounded": 0,
        "not_adding": [],
        "cost": 4.021,
        "bound": 4.021,
        "gap": 0.0,
        "inherited": [],
        "ledger": None,
    }


def test_a_rule_of_ones_own_says_threshold_and_symbol(tmp_path: Path) -> None:
    (tmp_path / "ours.toml").write_text(RULE, encoding="utf-8")
    more = CONTACTS.replace("South, 20", "South, 8").replace("54", "42")
    release = inside(tmp_path / "in", contacts=more)
    result = run(release, "--rule", tmp_path / "ours.toml", "--out", tmp_path / "safe")
    assert result.exit_code == 0, result.output
    safe = read_publication(tmp_path / "safe")
    assert safe.rule is not None
    assert (safe.rule.name, safe.rule.threshold, safe.rule.narrowest) == ("ours", 9, 9)
    assert {item.symbol.value for item in safe.items if item.symbol} == {"x"}


def test_workforce_counts_no_children_and_hides_nothing(tmp_path: Path) -> None:
    result = run(inside(tmp_path / "in"), "--rule", "workforce", "--out", tmp_path / "safe")
    assert result.exit_code == 0
    assert "North,4" in (tmp_path / "safe" / "contacts.csv").read_text()


def test_what_is_public_already_is_refused_and_named(tmp_path: Path) -> None:
    """An earlier release printed the others and the total, so North is known to be 4."""
    ledger = tmp_path / "ledger"
    a_release(
        ledger / "first",
        AREAS,
        name="first",
        contacts="area, value\nSouth, 20\nWest, 30\nLuton, 54",
    )
    release = inside(tmp_path / "in", contacts="area, value\nNorth, 4")
    before = held(ledger)
    result = run(release, "--rule", "local", "--out", tmp_path / "safe", "--ledger", ledger)
    assert result.exit_code == 1
    assert "refused, and nothing was written: contacts (area North)" in result.stderr
    assert "leave it out of this release" in result.stderr
    assert not (tmp_path / "safe").exists()
    assert held(ledger) == before
    told = run(
        *(release, "--rule", "local", "--out", tmp_path / "s", "--ledger", ledger),
        *("--format", "json"),
    )
    assert told.exit_code == 1
    found = json.loads(told.stdout)
    assert found["written"] is False
    assert found["cells"] == [{"measure": "contacts", "at": {"area": "North"}}]


def test_what_earlier_releases_give_away_is_listed_and_written_nowhere(tmp_path: Path) -> None:
    ledger = tmp_path / "ledger"
    a_release(
        ledger / "first", AREAS, name="first", contacts=CONTACTS.replace("North, 4", "North, c")
    )
    release = inside(tmp_path / "in", contacts="area, value\nWest, 30\nLuton, 54")
    result = run(release, "--rule", "local", "--out", tmp_path / "safe", "--ledger", ledger)
    assert result.exit_code == 0, result.output
    assert "Inherited: earlier releases give these away" in result.stdout
    assert "contacts (area North): 4 (first: contacts.csv, row 2)" in result.stdout
    assert b"North" not in held(tmp_path / "safe")["contacts.csv"]
    assert all(b"nherited" not in content for content in held(tmp_path / "safe").values())


def test_another_release_of_the_same_name_is_not_written_over(tmp_path: Path) -> None:
    ledger = tmp_path / "ledger"
    first = inside(tmp_path / "in")
    assert run(first, "--rule", "local", "--out", tmp_path / "a", "--ledger", ledger).exit_code == 0
    before = held(ledger)
    other = inside(tmp_path / "other", contacts="area, value\nSouth, 20\nWest, 30")
    result = run(other, "--rule", "local", "--out", tmp_path / "b", "--ledger", ledger)
    assert result.exit_code == 2
    assert "has another release called contacts-2023-24" in result.stderr
    assert not (tmp_path / "b").exists()
    assert held(ledger) == before


def test_files_of_others_in_the_folder_are_left_alone(tmp_path: Path) -> None:
    (tmp_path / "safe").mkdir()
    (tmp_path / "safe" / "notes.txt").write_text("mine")
    ledger = tmp_path / "ledger"
    result = run(
        *(inside(tmp_path / "in"), "--rule", "local"),
        *("--out", tmp_path / "safe", "--ledger", ledger),
    )
    assert result.exit_code == 2
    assert "move them away" in result.stderr
    assert held(tmp_path / "safe") == {"notes.txt": b"mine"}
    assert not ledger.exists()


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--rule", "locl"), "no rule is called locl: name one of care_leavers"),
        (("--rule", "nowhere/ours.toml"), "there is no rule in nowhere/ours.toml"),
        (("--rule", "local", "--seconds", "0"), "--seconds"),
    ],
)
def test_what_cannot_be_used_ends_with_2(
    tmp_path: Path, arguments: tuple[str, ...], said: str
) -> None:
    result = run(inside(tmp_path / "in"), "--out", tmp_path / "safe", *arguments)
    assert result.exit_code == 2
    assert said in result.stderr
    assert not (tmp_path / "safe").exists()


def test_a_protected_release_is_not_protected_again(tmp_path: Path) -> None:
    release = a_release(tmp_path / "in", AREAS, contacts="area, value\nNorth, c\nSouth, c")
    result = run(release, "--rule", "local", "--out", tmp_path / "safe")
    assert result.exit_code == 2
    assert "is protected already" in result.stderr


def test_without_time_it_is_refused(tmp_path: Path) -> None:
    with pytest.raises(RefusedError, match="in the time given: publish fewer tables together"):
        pass_through(inside(tmp_path / "in"), rule_named("local"), tmp_path / "safe", seconds=-1.0)
    assert not (tmp_path / "safe").exists()


def test_long_work_says_how_far_it_is(tmp_path: Path) -> None:
    told: list[str] = []
    names = [f"w{number}" for number in range(120)]
    wide = AREAS.replace('["North", "South", "West"]', str(names))
    rows = "\n".join(f"{name}, {number % 2 + 1}" for number, name in enumerate(names))
    release = inside(tmp_path / "in", wide, contacts=f"area, value\n{rows}\nLuton, 180")
    pass_through(release, rule_named("local"), tmp_path / "safe", progress=told.append)
    assert told[:2] == ["50 of 120 small counts", "100 of 120 small counts"]
