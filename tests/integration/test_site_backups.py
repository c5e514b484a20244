"""A backup restored into an empty place holds every row and every file; nothing else will do."""

import json
import os
import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path
from urllib.parse import quote, urlsplit

import pyrage
import pytest

from tests.factories import postgres
from tests.skips import need_tool

COMMAND = [sys.executable, "-m", "goldenthread_site.config.manage"]
SESSIONS = "django_session"
PREPARED = "figures_prepared"  # pages worked out ahead, which are worked out anew
FILES = {"a.csv": b"1,2\n", "deep/er/\xfc \u2019b.xlsx": bytes(range(256)) * 5000, "empty": b""}


def run(home: Path, *arguments: object, database: str = "") -> subprocess.CompletedProcess[str]:
    """The site's own command, in a home of its own."""
    kept = {name: each for name, each in os.environ.items() if "GOLDENTHREAD" not in name}
    settings = {"DJANGO_SETTINGS_MODULE": "goldenthread_site.config.settings"}
    return subprocess.run(
        [*COMMAND, *map(str, arguments)],
        env={**kept, **settings, "GOLDENTHREAD_HOME": str(home), "GOLDENTHREAD_DATABASE": database},
        capture_output=True,
        text=True,
        timeout=600,  # seconds: the machine may be busy
        check=False,
    )


def done(home: Path, *arguments: object, database: str = "") -> str:
    answer = run(home, *arguments, database=database)
    assert answer.returncode == 0, answer.stderr
    return answer.stdout


def refused(home: Path, *arguments: object) -> str:
    answer = run(home, *arguments)
    assert answer.returncode == 1, answer.stdout
    assert "Traceback" not in answer.stderr
    return answer.stderr


def rows_of(home: Path) -> dict[str, list[tuple[object, ...]]]:
    """Every table as the database itself has it, without the site's own code."""
    con = sqlite3.connect(home / "site.sqlite3")
    names = con.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
    found = {
        name: sorted(con.execute(f'SELECT * FROM "{name}"').fetchall(), key=repr)
        for (name,) in names
        if name not in (SESSIONS, "cache", "sqlite_sequence", "django_migrations", PREPARED)
    }
    con.close()
    return found


def how_many(home: Path, table: str) -> int:
    with closing(sqlite3.connect(home / "site.sqlite3")) as con:
        (rows,) = con.execute(f'SELECT count(*) FROM "{table}"').fetchone()
    return int(rows)


def files_of(home: Path) -> dict[str, bytes]:
    folder = home / "files"
    found = (each for each in folder.rglob("*") if each.is_file())
    return {each.relative_to(folder).as_posix(): each.read_bytes() for each in found}


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory, loaded: Path) -> Path:
    """A site in use, two keys, and a backup of it for the first."""
    folder = tmp_path_factory.mktemp("backups")
    for name in ("right", "wrong"):
        key = pyrage.x25519.Identity.generate()
        (folder / f"{name}.key").write_text(f"# public key: {key.to_public()}\n{key}\n")
        (folder / f"{name}.pub").write_text(str(key.to_public()))
    shutil.copytree(loaded, folder / "site")
    with closing(sqlite3.connect(folder / "site" / "site.sqlite3")) as con, con:
        con.execute("DELETE FROM figures_keptfigure WHERE id > 500")  # of very many alike
    for name, content in FILES.items():
        file = folder / "site" / "files" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)
    made = done(folder / "site", "backup", folder / "kept.age", "--to", public(folder))
    assert f"and {len(FILES)} files" in made
    return folder


def public(folder: Path) -> str:
    return (folder / "right.pub").read_text()


def test_every_row_and_file_comes_back(place: Path, tmp_path: Path) -> None:
    said = done(tmp_path / "new", "restore", place / "kept.age", "--key", place / "right.key")
    assert "Everyone signs in again" in said
    rows = rows_of(place / "site")
    assert sum(map(len, rows.values())) > 100
    assert _as_written(rows_of(tmp_path / "new")) == _as_written(rows)
    assert files_of(tmp_path / "new") == FILES == files_of(place / "site")
    # Pages worked out ahead are not kept: they are worked out anew from the rows that came back.
    assert how_many(place / "site", PREPARED) > 0
    assert how_many(tmp_path / "new", PREPARED) == how_many(tmp_path / "new", SESSIONS) == 0
    assert "The trail holds" in done(tmp_path / "new", "verify_trail")
    again = refused(tmp_path / "new", "restore", place / "kept.age", "--key", place / "right.key")
    assert "not empty" in again
    assert _as_written(rows_of(tmp_path / "new")) == _as_written(rows)


def test_what_cannot_be_restored_leaves_the_place_empty(place: Path, tmp_path: Path) -> None:
    sealed = (place / "kept.age").read_bytes()
    changed = bytearray(sealed)
    changed[len(sealed) // 2] ^= 1
    (tmp_path / "changed.age").write_bytes(changed)
    (tmp_path / "end.age").write_bytes(sealed[:-20])
    right, home = place / "right.key", tmp_path / "new"
    for file, key, says in (
        (place / "kept.age", place / "wrong.key", "cannot be opened with this key"),
        (tmp_path / "changed.age", right, "was changed"),
        (tmp_path / "end.age", right, "cut short"),
    ):
        assert says in refused(home, "restore", file, "--key", key), file
        assert files_of(home) == {}, file
        assert rows_of(home)["directory_agency"] == [], file
    done(home, "restore", place / "kept.age", "--key", right)


def test_a_backup_is_sealed_private_and_overwrites_nothing(place: Path, tmp_path: Path) -> None:
    sealed = (place / "kept.age").read_bytes()
    assert sealed.startswith(b"age-encryption.org/v1")
    for word in (b"Luton", b"luton.example", b"1,2\n", b"tables/"):
        assert word not in sealed
    assert (place / "kept.age").stat().st_mode & 0o777 == 0o600
    again = refused(place / "site", "backup", place / "kept.age", "--to", public(place))
    assert "is there already" in again
    assert (place / "kept.age").read_bytes() == sealed
    nobody = refused(place / "site", "backup", tmp_path / "x.age", "--to", "someone")
    assert "is no public key" in nobody
    assert list(tmp_path.iterdir()) == []


def test_the_rows_are_the_same_from_postgresql(place: Path, tmp_path: Path) -> None:
    if postgres.programs() is None:
        need_tool("initdb")
    with postgres.server(postgres.programs()) as address:
        host = quote(urlsplit(address).query.removeprefix("host="), safe="")
        there = f"postgresql://keeper@{host}/kept"
        key = place / "right.key"
        done(tmp_path / "pg", "restore", place / "kept.age", "--key", key, database=there)
        to = ("backup", tmp_path / "pg.age", "--to", public(place))
        done(tmp_path / "pg", *to, database=there)
        done(tmp_path / "back", "restore", tmp_path / "pg.age", "--key", key)
        added = (
            "from goldenthread_site.directory.models import Partnership as P;"
            "print(P.objects.create(name='New', slug='new').pk)"
        )
        assert int(done(tmp_path / "pg", "shell", "-v0", "-c", added, database=there)) > 1
    assert files_of(tmp_path / "back") == FILES
    assert _as_written(rows_of(tmp_path / "back")) == _as_written(rows_of(place / "site"))
    shutil.rmtree(tmp_path / "back")


def _as_written(rows: dict[str, list[tuple[object, ...]]]) -> dict[str, list[str]]:
    """The keys of a JSON value are in no order of their own: put them in one."""

    def one(value: object) -> object:
        if isinstance(value, str) and value[:1] in "{[":
            try:
                return json.dumps(json.loads(value), sort_keys=True)
            except ValueError:
                return value
        return value

    return {name: sorted(repr(tuple(map(one, row))) for row in some) for name, some in rows.items()}
