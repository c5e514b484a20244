"""The very commands of the image and the compose file, on PostgreSQL, as through the proxy.

It is a deployment: one account of the database that owns the tables and one that owns nothing,
HTTPS asked for, one trusted proxy.
"""

import http.client
import os
import re
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from http.cookies import SimpleCookie
from pathlib import Path
from urllib.parse import urlencode

import psycopg
import pytest
import yaml

from tests.conftest import ROOT
from tests.factories.accounts_of_containers import made
from tests.factories.postgres import programs, server
from tests.skips import do_without

NAME = "safeguarding.council.example"
CLIENT, FORGED = "203.0.113.7", "198.51.100.99"
PATIENCE = 600  # seconds: the machine may be busy
PASSWORD = "a made-up password"
BIN = Path(sys.executable).parent


@dataclass
class Running:
    """The port it listens on, and how its own commands are run."""

    port: int
    environment: dict[str, str]

    def command(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            arguments,
            env=self.environment,
            capture_output=True,
            text=True,
            timeout=120,
            check=False,
        )

    def ask(self, method: str, path: str, body: str = "", **headers: str) -> tuple[int, dict, str]:
        """As anyone does who reaches its port, with no proxy between."""
        asked = http.client.HTTPConnection("127.0.0.1", self.port, timeout=30)
        kind = {"Content-Type": "application/x-www-form-urlencoded"} if body else {}
        asked.request(method, path, body=body or None, headers={"Host": NAME, **kind, **headers})
        answer = asked.getresponse()
        said = answer.read().decode()
        found = {name.lower(): value for name, value in answer.getheaders() if name != "Set-Cookie"}
        found["cookies"] = "; ".join(answer.headers.get_all("Set-Cookie") or ())
        asked.close()
        return answer.status, found, said

    def through(self, method: str, path: str, body: str = "", **headers: str):
        """As Caddy hands it on, whatever the client says of where it comes from."""
        told = {"X-Forwarded-For": f"{FORGED}, {CLIENT}", "X-Forwarded-Proto": "https"}
        secure = {"Origin": f"https://{NAME}", "Referer": f"https://{NAME}{path}"}
        return self.ask(method, path, body, **told, **secure, **headers)


@contextmanager
def database() -> Iterator[dict[str, str]]:
    """PostgreSQL with the accounts and the database that containers/database.sh makes."""
    folder = programs()
    if folder is None:
        do_without("needs PostgreSQL (initdb)")
    with server(folder) as address:
        yield made(folder, address)


@pytest.fixture(scope="module")
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    home = tmp_path_factory.mktemp("deployment")
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        port = found.getsockname()[1]
    kept = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith(("GOLDENTHREAD", "DJANGO"))
    }
    with database() as addresses:
        environment = kept | {
            "PATH": f"{BIN}:{os.environ['PATH']}",
            "GOLDENTHREAD_HOME": str(home),
            "GOLDENTHREAD_HOSTS": NAME,
            "GOLDENTHREAD_SECRET_KEY": "0123456789-made-up-" * 4,
            "GOLDENTHREAD_SEALS": "a made-up text that seals what has to be sealed",
            "GOLDENTHREAD_DATABASE": addresses["site"],
            "GOLDENTHREAD_PROXIES": "127.0.0.1",
            "GOLDENTHREAD_BIND": f"127.0.0.1:{port}",
        }
        there = Running(port, environment)
        compose = yaml.safe_load((ROOT / "compose.yaml").read_text(encoding="utf-8"))
        keeper = Running(port, environment | {"GOLDENTHREAD_DATABASE": addresses["owner"]})
        prepared = keeper.command(*compose["services"]["prepare"]["command"])
        assert prepared.returncode == 0, prepared.stderr
        image = (ROOT / "Containerfile").read_text(encoding="utf-8")
        command = yaml.safe_load(re.findall(r"^CMD (.*)$", image, re.MULTILINE)[-1])
        with (home / "log").open("wb") as log:
            served = subprocess.Popen(command, env=environment, stdout=log, stderr=log)
            try:
                _wait(there, served, home / "log")
                yield there
            finally:
                served.terminate()
                served.wait(timeout=60)


def _wait(there: Running, served: subprocess.Popen[bytes], log: Path) -> None:
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until and served.poll() is None:
        try:
            if there.ask("GET", "/healthz")[0] == 200:
                return
        except OSError:
            time.sleep(0.3)
    raise RuntimeError(log.read_text(encoding="utf-8")[-3000:])


def test_it_is_well_and_says_so_to_whoever_keeps_it(running):
    port = str(running.port)
    asked = running.command("goldenthread-site", "healthy", "--port", port)
    assert (asked.returncode, asked.stdout) == (0, "It is well.\n")
    nobody = running.command("goldenthread-site", "healthy", "--port", "1")
    assert nobody.returncode == 1
    assert "It does not answer" in nobody.stderr
    assert "Traceback" not in nobody.stderr
    checked = running.command("goldenthread-site", "check", "--deploy", "--fail-level", "WARNING")
    assert checked.returncode == 0, checked.stderr


def test_through_the_proxy_pages_come_by_https_with_their_style(running):
    status, headers, page = running.through("GET", "/")
    assert status == 200
    assert headers["strict-transport-security"].startswith("max-age=31536000")
    sheet = re.search(r'href="(/static/[^"]+\.css)"', page)
    assert sheet is not None
    assert running.through("GET", sheet[1])[0] == 200


def test_without_https_and_by_another_name_nothing_is_shown(running):
    status, headers, _ = running.ask("GET", "/people/")
    assert (status, headers["location"]) == (301, f"https://{NAME}/people/")
    status, _, page = running.through("GET", "/", Host="other.example")
    assert status == 400
    assert "This could not be understood" in page


def test_signing_in_is_on_the_trail_from_the_address_the_proxy_saw(running):
    made = (
        "from goldenthread_site.accounts.models import Person;"
        f"Person.objects.create_user('someone@council.example', '{PASSWORD}', name='Someone')"
    )
    assert running.command("goldenthread-site", "shell", "-c", made).returncode == 0
    status, headers, page = running.through("GET", "/account/login/")
    assert status == 200
    token = re.search(r'name="csrfmiddlewaretoken" value="(\w+)"', page)
    assert token is not None
    typed = {"login": "someone@council.example", "password": PASSWORD}
    cookies = SimpleCookie(headers["cookies"].replace("HttpOnly; ", ""))
    body = urlencode({**typed, "csrfmiddlewaretoken": token[1]})
    cookie = f"csrftoken={cookies['csrftoken'].value}"
    status, headers, _ = running.through("POST", "/account/login/", body, Cookie=cookie)
    assert (status, headers["location"]) == (302, "/")
    assert "Secure" in headers["cookies"]
    asked = (
        "from goldenthread_site.trail.models import Content;"
        "from goldenthread_site.barrier.asking import as_the_system;"
        "rows = lambda: list(Content.objects.values_list('link__action', 'place'));"
        "print(rows(), as_the_system('a test')(rows)())"
    )
    told = running.command("goldenthread-site", "shell", "-c", asked).stdout
    assert "[] [" in told  # a shell is nobody, until it says why it asks
    assert f"('signed in', '{CLIENT}')" in told
    assert FORGED not in told


def test_the_account_of_the_site_stands_above_no_rule(running):
    with psycopg.connect(running.environment["GOLDENTHREAD_DATABASE"]) as con:
        found = con.execute(
            "SELECT rolsuper, rolbypassrls, rolcreaterole FROM pg_roles WHERE rolname = 'site'"
        ).fetchone()
        owned = con.execute("SELECT count(*) FROM pg_tables WHERE tableowner = 'site'").fetchone()
    assert found == (False, False, False)
    assert owned == (0,)
