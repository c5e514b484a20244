"""The database's two accounts, made as the guide and as the containers' script say.

The site's can do its work and lift no rule.
"""

import os
import re
import subprocess
import sys

import psycopg
import pytest

from tests.conftest import ROOT
from tests.factories import accounts_of_containers, postgres
from tests.skips import do_without

pytestmark = pytest.mark.soak
GUIDE = (ROOT / "docs" / "how-to" / "run-on-postgresql.md").read_text(encoding="utf-8")


@pytest.fixture(scope="module", params=["the guide", "the containers"])
def addresses(request):
    """Where the two accounts find their database, made as the guide or as the script says.

    On a server of the tests' own, which has an account of the keeper's name already.
    """
    folder = postgres.programs()
    if folder is None:
        do_without("needs PostgreSQL (initdb)")
    with postgres.server(folder) as address:
        if request.param == "the containers":
            yield accounts_of_containers.made(folder, address)
            return
        found = accounts_of_containers.addressed(address)
        making, within = said("sql").replace("keeper", "owner").split("\\connect goldenthread")
        administrator = postgres.by_its_administrator(address)
        obeyed(administrator, making)
        obeyed(administrator.replace("/postgres?", "/goldenthread?"), within)
        yield found


def said(language):
    """The first block of the guide in a language."""
    return re.search(rf"```{language}\n(.*?)```", GUIDE, re.DOTALL).group(1)


def obeyed(address, statements):
    """Run statements, each by itself: a database is made in no transaction."""
    with psycopg.connect(address, autocommit=True) as connection:
        for each in filter(None, map(str.strip, statements.split(";"))):
            connection.execute(each)


def run(address, home, *arguments):
    program = [sys.executable, "-m", "goldenthread_site.config.manage"]
    kept = {k: v for k, v in os.environ.items() if k != "DJANGO_SETTINGS_MODULE"}
    environment = {**kept, "GOLDENTHREAD_HOME": str(home), "GOLDENTHREAD_DATABASE": address}
    return subprocess.run(
        [*program, *arguments], env=environment, capture_output=True, text=True, check=False
    )


def test_the_two_accounts_do_what_the_guide_says(addresses, tmp_path, tally):
    commands = re.findall(r"^goldenthread-site (.*)$", said("sh"), re.MULTILINE)
    assert commands == ["migrate", "createcachetable", "check --database default"]
    for who, command in zip(("owner", "owner", "site"), commands, strict=True):
        done = run(addresses[who], tmp_path, *command.split())
        assert done.returncode == 0, done.stderr[-2000:]
    assert "no issues" in done.stdout
    # All of the example's work, as the account that owns nothing.
    done = run(addresses["site"], tmp_path, "start", "--only-load")
    assert done.returncode == 0, done.stderr[-2000:]
    assert "The trail holds" in run(addresses["site"], tmp_path, "verify_trail").stdout
    with psycopg.connect(addresses["site"], autocommit=True) as connection:
        ruled = [row[0] for row in connection.execute("SELECT DISTINCT tablename FROM pg_policies")]
        assert len(ruled) > 20
        for table in ruled:
            # Whoever opens the database and says nobody's name reads no row, and changes no rule.
            read = connection.execute(f"SELECT count(*) FROM {table}").fetchone()
            assert read == (0,), table
            with pytest.raises(psycopg.errors.InsufficientPrivilege):
                connection.execute(f"ALTER TABLE {table} DISABLE ROW LEVEL SECURITY")
    tally("tables of which an account without a name reads nothing", len(ruled))
