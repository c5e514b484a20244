"""A run killed at any moment leaves the old outputs or the new, never a mixture, never a stray."""

import random
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from goldenthread.disclosure.exchange import exchange
from goldenthread.disclosure.outputs import MANIFEST, settle, write_whole

# Writes one version after another until it is killed; says when it has begun.
WRITER = """
import sys
from pathlib import Path
from goldenthread.disclosure import outputs
if sys.argv[2] == "two renames":
    outputs.exchange = lambda one, other: False
print("begun", flush=True)
for n in range(1, 100_000):
    version = {f"{k}.txt": b"%d." % n * 2000 for k in range(6)} | {f"only/{n}": b"x"}
    outputs.write_whole(Path(sys.argv[1]), version)
"""


def killed_once(folder: Path, way: str, after: float) -> None:
    """Start a writer, let it work for ``after`` seconds, kill it without warning."""
    command = [sys.executable, "-c", WRITER, str(folder), way]
    with subprocess.Popen(command, stdout=subprocess.PIPE) as writer:
        assert writer.stdout is not None
        assert writer.stdout.readline() == b"begun\n"
        time.sleep(after)
        writer.kill()


def versions_in(folder: Path) -> set[bytes]:
    """Which version each file belongs to; a whole folder has one, and all seven files."""
    files = [path for path in folder.rglob("*") if path.is_file() and path.name != MANIFEST]
    assert len(files) == 7
    return {
        path.name.encode() if path.parent.name == "only" else path.read_bytes().split(b".")[0]
        for path in files
    }


def kill_often(folder: Path, way: str, times: int, seed: int) -> int:
    """Kill that many runs; returns how many were caught with work under way."""
    chance = random.Random(seed)
    strays = 0
    for run in range(times):
        killed_once(folder, way, chance.uniform(0.0, 0.06))
        names = {path.name for path in folder.parent.iterdir()}
        strays += names != {folder.name}
        if way == "two renames":
            settle(folder)
        else:
            assert folder.exists() or run == 0, "for a moment there was neither old nor new"
        if folder.exists():
            assert len(versions_in(folder)) == 1
        write_whole(folder, {f"{k}.txt": b"0.0." for k in range(6)} | {"only/0": b"x"})
        assert [path.name for path in folder.parent.iterdir()] == [folder.name]
        assert versions_in(folder) == {b"0"}
    return strays


def possible(way: str, folder: Path) -> str:
    """The way itself; two renames on a file system that has no one step, as the program does."""
    return way if way == "two renames" or can_exchange(folder) else "two renames"


def can_exchange(folder: Path) -> bool:
    one, other = folder / "one", folder / "other"
    one.mkdir()
    other.mkdir()
    answer = exchange(one, other)
    one.rmdir()
    other.rmdir()
    return answer


@pytest.mark.parametrize("way", ["one step", "two renames"])
def test_disclosure_outputs_survive_being_killed(tmp_path: Path, way: str) -> None:
    way = possible(way, tmp_path)
    assert kill_often(tmp_path / "out", way, times=6, seed=20231) > 0


@pytest.mark.soak
@pytest.mark.parametrize("way", ["one step", "two renames"])
def test_disclosure_outputs_survive_being_killed_hundreds_of_times(
    tmp_path: Path, way: str, tally: Callable[[str, int], None]
) -> None:
    way = possible(way, tmp_path)
    caught = kill_often(tmp_path / "out", way, times=300, seed=20232)
    tally(f"runs killed while outputs were written ({way})", 300)
    assert caught > 30
