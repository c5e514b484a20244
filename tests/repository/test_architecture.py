"""The house stands as it is drawn: floors, seals and drivers."""

import ast
import re
import subprocess
import sys
import tomllib
from pathlib import Path

from tests.factories.committed import ROOT, files, name

SRC = ROOT / "src" / "goldenthread"
CONFIG = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"][
    "importlinter"
]
CONTRACTS = {contract["id"]: contract for contract in CONFIG["contracts"]}
ROOMS = {path.name for path in SRC.iterdir() if (path / "__init__.py").is_file()}

# Rooms that a contract lets through, and only these.
EXCEPTIONS = {
    "drivers": {"engines"},
    "queries": {"engines", "figures", "indicators", "sources", "synthetic", "tables"},
    "released": {"disclosure", "engines", "examples", "indicators", "nouns", "tables", "synthetic"},
    "network": {"cli"},
}


def test_every_contract_holds() -> None:
    done = subprocess.run(
        [Path(sys.executable).with_name("lint-imports"), "--no-cache"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr


def test_contracts_are_named_as_sentences() -> None:
    names = [contract["name"] for contract in CONTRACTS.values()]
    assert len(set(names)) == len(names) > 5
    assert all(sentence[0].isupper() and " " in sentence for sentence in names)


def test_every_room_has_its_floor() -> None:
    floors = set(re.findall(r"\w+", " ".join(CONTRACTS["floors"]["layers"])))
    assert floors >= ROOMS


def test_no_room_is_forgotten_by_a_contract() -> None:
    for id, allowed in EXCEPTIONS.items():
        named = {module.split(".")[1] for module in CONTRACTS[id]["source_modules"]}
        assert not named & allowed - {"sources"}, f"{id}: both held and let through"
        assert named | allowed >= ROOMS, f"{id}: add {ROOMS - named - allowed} to pyproject.toml"


def test_only_fetching_is_let_through_to_the_network() -> None:
    named = {m for m in CONTRACTS["network"]["source_modules"] if ".sources." in m}
    parts = {
        f"goldenthread.sources.{path.name}"
        for path in (SRC / "sources").iterdir()
        if (path / "__init__.py").is_file()
    }
    assert named == parts - {"goldenthread.sources.fetching"}


def test_a_released_value_is_made_in_one_place() -> None:
    makers, sealed = set(), set()
    for path in files(".py", under="src"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and _called(node) == "Released":
                makers.add(name(path))
            if "_SEAL" in (getattr(node, "id", ""), getattr(node, "attr", "")):
                sealed.add(name(path))
            if isinstance(node, ast.alias) and node.name == "_SEAL":
                sealed.add(name(path))
    room = "src/goldenthread/disclosure"
    assert makers == {f"{room}/release.py"}
    assert sealed == {f"{room}/release.py", f"{room}/released.py"}


def test_only_the_sites_room_of_figures_prints_them_as_they_stand() -> None:
    rooms = ("src/goldenthread/disclosure/", "src/goldenthread_site/figures/")
    asking = [
        name(path)
        for path in files(".py", under="src")
        if "as_they_stand" in path.read_text(encoding="utf-8")
    ]
    assert [each for each in asking if not each.startswith(rooms)] == []
    assert {room for each in asking for room in rooms if each.startswith(room)} == set(rooms)


def test_nothing_writes_past_the_lock_of_a_released_value() -> None:
    for path in files(".py", under="src"):
        if path.name == "released.py":
            continue
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and _called(node) == "__setattr__":
                raise AssertionError(f"{name(path)}, line {node.lineno}: __setattr__ is called")


def _called(node: ast.Call) -> str:
    return getattr(node.func, "id", "") or getattr(node.func, "attr", "")
