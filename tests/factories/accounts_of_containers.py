"""The database's two accounts, as the containers' own script makes them on a server of the tests'.

The server has an account of the keeper's name already, so that the script's is called owner here.
"""

import os
import re
import subprocess
from pathlib import Path

from tests.conftest import ROOT
from tests.factories.postgres import by_its_administrator

ACCOUNTS = ("owner", "site")


def addressed(address: str) -> dict[str, str]:
    """Where each of the two accounts finds its database on the server at an address."""
    database = by_its_administrator(address).replace("/postgres?", "/goldenthread?")
    return {who: database.replace("tests@", f"{who}@") for who in ACCOUNTS}


def made(programs: Path, address: str) -> dict[str, str]:
    """Run containers/database.sh as the database's own image does, and say where the two are."""
    script = (ROOT / "containers" / "database.sh").read_text(encoding="utf-8")
    socket = by_its_administrator(address).partition("?host=")[2]
    given = {"POSTGRES_USER": "tests", "KEEPER_PASSWORD": "one", "SITE_PASSWORD": "another"}
    given |= {"PGHOST": socket, "PGDATABASE": "postgres"}
    path = f"{programs}{os.pathsep}{os.environ['PATH']}"
    subprocess.run(
        ["sh", "-c", re.sub(r"\bkeeper\b", "owner", script)],
        env={**os.environ, **given, "PATH": path},
        check=True,
        timeout=60,
    )
    return addressed(address)
