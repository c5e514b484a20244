"""The page of a long run adds up what tests tell; one that was broken off goes on."""

import json
import subprocess
from pathlib import Path

import pytest

from tests.repository.test_skips import run
from tests.soak_notebook import Notebook, Told, commit_tried

ALL_KINDS = """
from hypothesis import given, strategies as st

def test_mutations(tally):
    tally("files mutated", 40)
    tally("files mutated", 2)

@given(st.integers())
def test_numbers(number):
    assert number == number

def test_wrong():
    assert 1 == 2
"""


def test_the_soak_page_adds_up_what_tests_tell(tmp_path: Path) -> None:
    page = tmp_path / "soak.md"
    done = run(tmp_path, ALL_KINDS, f"--soak-page={page}", "-n", "2", under="tests.conftest")
    assert done.returncode == 1, done.stdout + done.stderr
    text = page.read_text(encoding="utf-8")
    assert "| Files mutated | 42 |" in text
    assert "| Cases made by Hypothesis | 30 |" in text
    assert "| Tests passed | 2 |" in text
    assert "| Tests failed | 1 |" in text
    assert "`test_made_up.py::test_wrong`" in text


WITH_AN_END = """
import os

def test_first(tally):
    tally("files mutated", 40)

def test_second(tally):
    tally("files mutated", 2)
    if "BREAK_OFF" in os.environ:
        os._exit(9)

def test_wrong():
    assert 1 == 2
"""


def soak(folder: Path, *options: str) -> subprocess.CompletedProcess[str]:
    page = folder.parent / "soak.md"
    fixed = (f"--soak-page={page}", "-p", "no:randomly", *options)
    return run(folder, WITH_AN_END, *fixed, under="tests.conftest")


@pytest.fixture
def committed(tmp_path: Path) -> Path:
    """A repository whose one commit holds the tests that are run in it."""
    folder = tmp_path / "repository"
    folder.mkdir()
    (folder / "test_made_up.py").write_text(WITH_AN_END, encoding="utf-8")
    (folder / ".gitignore").write_text("build/\n__pycache__/\n.hypothesis/\n", encoding="utf-8")
    who = ("-c", "user.name=Example", "-c", "user.email=someone@golden-thread.example")
    for command in (("init", "-q"), ("add", "."), (*who, "commit", "-q", "-m", "A test")):
        subprocess.run(["git", *command], cwd=folder, check=True)
    return folder


def test_a_run_broken_off_goes_on(committed: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The first test is run once and counted once; the page says that there were two sittings."""
    notebook = committed / "build" / "soak" / "soak.jsonl"
    monkeypatch.setenv("BREAK_OFF", "1")
    assert soak(committed).returncode == 9
    assert not (committed.parent / "soak.md").exists()
    assert [json.loads(line).get("test") for line in notebook.read_text().splitlines()] == [
        None,
        None,
        "test_made_up.py::test_first",
    ]
    monkeypatch.delenv("BREAK_OFF")
    done = soak(committed)
    assert done.returncode == 1, done.stdout + done.stderr
    assert "1 failed, 1 passed, 1 deselected" in done.stdout
    text = (committed.parent / "soak.md").read_text(encoding="utf-8")
    assert "| Files mutated | 42 |" in text
    assert "| Tests passed | 2 |" in text
    assert "| Tests failed | 1 |" in text
    assert "where the one before was broken off | 2 |" in text
    assert not notebook.exists()


@pytest.mark.parametrize("options", [(), ("-n", "2")])
def test_what_failed_before_fails_the_run(committed: Path, options: tuple[str, ...]) -> None:
    commit, clean = commit_tried(committed)
    assert clean
    book = Notebook(committed / "build" / "soak" / "soak.jsonl", commit)
    book.open("7")
    book.tell(Told("test_made_up.py::test_first", "failed"), 1.5)
    for name in ("second", "wrong"):
        book.tell(Told(f"test_made_up.py::test_{name}"), 2.5)
    done = soak(committed, *options)
    assert done.returncode == 1, done.stdout + done.stderr
    text = (committed.parent / "soak.md").read_text(encoding="utf-8")
    assert "| Tests passed | 2 |" in text
    assert "`test_made_up.py::test_first`" in text


def test_another_commit_begins_anew_and_so_does_a_changed_tree(committed: Path) -> None:
    path = committed / "build" / "soak" / "soak.jsonl"
    for commit in ("0123456789ab", commit_tried(committed)[0]):
        book = Notebook(path, commit)
        book.open("7")
        book.tell(Told("test_made_up.py::test_first"), 1.0)
        if commit != "0123456789ab":
            (committed / "changed.txt").write_text("A change", encoding="utf-8")
        assert "1 failed, 2 passed" in soak(committed).stdout


def test_a_line_cut_off_is_left_out_and_its_test_runs_again(tmp_path: Path) -> None:
    path = tmp_path / "soak.jsonl"
    book = Notebook(path, "0123456789ab")
    book.open("7")
    book.tell(Told("test_a", tallies=[("files mutated", 3)], examples=5), 1.0)
    book.tell(Told("test_b"), 2.0)
    path.write_text(path.read_text()[:-9], encoding="utf-8")
    for seed in ("8", "9"):
        again = Notebook(path, "0123456789ab")
        again.open(seed)
        assert list(again.told.values()) == [
            Told("test_a", tallies=[("files mutated", 3)], examples=5)
        ]
    assert [sitting.seed for sitting in again.sittings] == ["7", "8", "9"]


def test_a_line_spoilt_in_the_middle_is_told(tmp_path: Path) -> None:
    path = tmp_path / "soak.jsonl"
    path.write_text('{"commit": "0123456789ab"}\n{"se\n{"seed": "7"}\n', encoding="utf-8")
    with pytest.raises(json.JSONDecodeError):
        Notebook(path, "0123456789ab").open("8")
