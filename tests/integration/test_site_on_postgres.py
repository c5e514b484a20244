"""Every test of the site that needs a database holds on PostgreSQL too.

In parts, each with a server of its own, so that the tests' processes share them.
"""

import os
import subprocess
import sys

import pytest

from tests.conftest import ROOT
from tests.factories.postgres import programs, server
from tests.skips import do_without

PARTS = 3


@pytest.mark.minutes
@pytest.mark.parametrize("part", range(PARTS))
def test_the_site_is_the_same_on_postgresql(part, request):
    files = sorted(
        str(path)
        for kind in ("unit", "integration")
        for path in (ROOT / "tests" / kind).glob("test_site_*.py")
        if path.name != "test_site_on_postgres.py"
    )
    folder = programs()
    if folder is None:
        do_without("needs PostgreSQL (initdb)")
    command = [sys.executable, "-m", "pytest", "-q"]
    command += ["-m", "not soak and (django_db or either_database)"]
    command += [f"--randomly-seed={request.config.getoption('randomly_seed')}"]
    with server(folder) as address:
        done = subprocess.run(
            [*command, *files[part::PARTS]],
            cwd=ROOT,
            env={**os.environ, "GOLDENTHREAD_DATABASE": address},
            capture_output=True,
            text=True,
            check=False,
        )
    assert done.returncode == 0, done.stdout[-6000:] + done.stderr[-2000:]
    assert " passed" in done.stdout
