"""Server and worker killed at any moment: no submitted return is lost, and none is half written."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from tests.conftest import ROOT
from tests.factories.postgres import programs, server
from tests.skips import do_without

# What it does beside asking for pages it does as the site itself, like every test.
PROGRAM = (
    "import django; django.setup(); from tests.factories.{} import main;"
    "from goldenthread_site.barrier.asking import as_the_system; as_the_system('a test')(main)()"
)


def kill_often(
    home: Path, database: str, seed: int, program: str = "killed_site", **how_many: int
) -> Mapping[str, int]:
    """Run a program that kills and looks; how many of each kind were killed."""
    (home / "static").mkdir(parents=True)
    command = [sys.executable, "-c", PROGRAM.format(program), "--seed", str(seed)]
    for what, number in how_many.items():
        command += [f"--{what}", str(number)]
    environment = {**os.environ, "GOLDENTHREAD_HOME": str(home)}
    environment |= {"GOLDENTHREAD_DATABASE": database}
    environment |= {"DJANGO_SETTINGS_MODULE": "goldenthread_site.config.settings"}
    done = subprocess.run(
        command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr[-3000:]
    killed: Mapping[str, int] = json.loads(done.stdout.splitlines()[-1])["killed"]
    return killed


@contextmanager
def database_of_its_own(address: str) -> Iterator[str]:
    """Another database on a PostgreSQL server; nothing at all where there is none."""
    if not address:
        yield ""
        return
    import psycopg

    parts = urlsplit(address)
    with psycopg.connect(address, autocommit=True) as connection:
        connection.execute("DROP DATABASE IF EXISTS killed_site")
        connection.execute("CREATE DATABASE killed_site")
    yield parts._replace(path="/killed_site").geturl()


@pytest.mark.either_database
def test_a_few_dozen_deaths_lose_nothing(tmp_path, request):
    seed = request.config.getoption("randomly_seed", 1)
    seed = seed if isinstance(seed, int) else 1
    with database_of_its_own(os.environ.get("GOLDENTHREAD_DATABASE", "")) as address:
        killed = kill_often(tmp_path / "home", address, seed, lives=24, large=6, workers=6)
    # A moment may lie behind the end of a work that took fewer steps this time.
    assert sum(killed.values()) >= 30
    assert set(killed) == {"lives", "large", "workers"}


@pytest.mark.either_database
@pytest.mark.skipif(not Path("/proc/self/task").is_dir(), reason="needs Linux to find workers")
def test_a_killed_gunicorn_loses_nothing_that_it_said_was_submitted(tmp_path, request):
    seed = request.config.getoption("randomly_seed", 1)
    seed = seed if isinstance(seed, int) else 1
    with database_of_its_own(os.environ.get("GOLDENTHREAD_DATABASE", "")) as address:
        killed = kill_often(tmp_path / "home", address, seed, "killed_gunicorn", kills=4)
    assert sum(killed.values()) == 4


@pytest.mark.soak
def test_dozens_of_killed_gunicorns_lose_nothing(tmp_path, tally):
    killed = kill_often(tmp_path / "home", "", 13, "killed_gunicorn", kills=48)
    assert sum(killed.values()) == 48
    assert killed["broken off"] > 0
    tally("gunicorns killed while a return was submitted", sum(killed.values()))


@pytest.mark.soak
@pytest.mark.parametrize("engine", ["SQLite", "PostgreSQL"])
def test_hundreds_of_deaths_lose_nothing(tmp_path, engine, tally):
    numbers = {"lives": 240, "large": 60, "workers": 60}
    folder = programs()
    if engine == "SQLite":
        killed = kill_often(tmp_path / "home", "", 11, **numbers)
    elif folder is None:
        reason = "needs PostgreSQL (initdb)"
        do_without(reason)
    else:
        with server(folder) as running, database_of_its_own(running) as address:
            killed = kill_often(tmp_path / "home", address, 12, **numbers)
    assert sum(killed.values()) >= 340
    tally(f"servers and workers killed on {engine}", sum(killed.values()))
