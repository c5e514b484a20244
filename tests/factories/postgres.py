"""A PostgreSQL server of the tests' own, on a socket in a temporary folder and on no network.

Its address is that of a plain account, as a deployment's is: a superuser walks past whatever the
database keeps back.
"""

import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from glob import glob
from pathlib import Path
from tempfile import mkdtemp
from typing import Any

# The server refuses to run as root, so there it runs as the user that its package makes.
_USER = "postgres"
# One account that owns what it makes, and one that owns nothing and that it may act as.
PLAIN = "plain"
_ACCOUNTS = (
    "CREATE ROLE keeper LOGIN CREATEDB NOSUPERUSER NOCREATEROLE NOBYPASSRLS",
    f"CREATE ROLE {PLAIN} NOLOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOBYPASSRLS",
    f"GRANT {PLAIN} TO keeper",
    "CREATE DATABASE kept OWNER keeper",
)
_SETTINGS = ("listen_addresses=", "fsync=off", "full_page_writes=off", "max_connections=20")


def programs() -> Path | None:
    """The folder of PostgreSQL's own programs, or None where it is not installed."""
    found = shutil.which("initdb")
    if found:
        return Path(found).resolve().parent
    installed = sorted(glob("/usr/lib/postgresql/*/bin/initdb"))  # noqa: PTH207
    return Path(installed[-1]).parent if installed else None


def by_its_administrator(address: str) -> str:
    """The same server, for what only its administrator may do: make accounts."""
    return address.replace("keeper@/kept", "tests@/postgres")


@contextmanager
def server(folder_of_programs: Path) -> Iterator[str]:
    """A running server's address; everything of it is removed at the end."""
    folder = Path(mkdtemp(prefix="gt-pg-"))
    user: dict[str, Any] = {"user": _USER} if os.geteuid() == 0 else {}
    if user:
        shutil.chown(folder, _USER)

    def run(program: str, *arguments: str) -> None:
        subprocess.run(
            [str(folder_of_programs / program), *arguments],
            check=True,
            cwd=folder,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            timeout=60,
            **user,
        )

    data = str(folder / "data")
    try:
        run("initdb", "-D", data, "-U", "tests", "--auth=trust", "-E", "UTF8", "--no-sync")
        settings = " ".join(f"-c {each}" for each in _SETTINGS)
        options = f"{settings} -c unix_socket_directories={folder}"
        run("pg_ctl", "-D", data, "-w", "-l", str(folder / "log"), "-o", options, "start")
        try:
            told = [each for one in _ACCOUNTS for each in ("-c", one)]
            run("psql", "-h", str(folder), "-U", "tests", "-d", "postgres", *told)
            yield f"postgresql://keeper@/kept?host={folder}"
        finally:
            run("pg_ctl", "-D", data, "-w", "-m", "immediate", "stop")
    finally:
        shutil.rmtree(folder, ignore_errors=True)
