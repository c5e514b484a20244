"""``python -m bench.load``: fifty people at once on the site, as a deployment serves it.

First they read for a time, then everyone uploads a return and submits it. The server is gunicorn
with two processes of four threads, beside it the background worker and, for PostgreSQL, a server of
its own: all on this machine, with the people. Exit code 1 where a page's p95 passes the limit, or
anything was answered wrongly.
"""

import argparse
import json
import os
import platform
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from datetime import date
from functools import partial
from pathlib import Path
from socket import socket
from statistics import quantiles
from typing import Any

from bench import machine
from bench.load_people import READ, Browser, Taken, all_at_once, pages_of, reads, uploads
from tests.factories.postgres import programs, server

ROOT = Path(__file__).resolve().parents[1]
MOST = 300.0  # milliseconds, of the p95 of every page
ENGINES = ("SQLite", "PostgreSQL")


def main() -> int:
    """Measure on each engine, print, and write the page where asked."""
    parser = argparse.ArgumentParser(prog="python -m bench.load", description=__doc__)
    parser.add_argument("engines", nargs="*", default=ENGINES, metavar="ENGINE")
    parser.add_argument("--people", type=int, default=50)
    parser.add_argument("--seconds", type=float, default=60, help="how long they read")
    parser.add_argument("--write", type=Path, metavar="PAGE", help="also write a page")
    given = parser.parse_args()
    busy = os.getloadavg()[0]
    lines, kept = [], True
    for engine in given.engines:
        taken = measure(engine, given.people, given.seconds)
        lines += ["", f"## {engine}", "", *table(taken)]
        kept &= not taken.errors and all(p95(times) < MOST for times in taken.times.values())
        for error in sorted(set(taken.errors))[:20]:
            lines.append(f"- {taken.errors.count(error)} × {error}")
    text = "\n".join([*head(given.people, given.seconds, busy), *lines, ""])
    print(text)
    if given.write:
        given.write.write_text(text, encoding="utf-8", newline="\n")
    return 0 if kept else 1


def measure(engine: str, people: int, seconds: float) -> Taken:
    """Serve the site on an engine and let people at it: how long everything took."""
    with ExitStack() as open_ones:
        home = Path(open_ones.enter_context(tempfile.TemporaryDirectory(prefix="gt-load-")))
        environment = {**os.environ, "GOLDENTHREAD_HOME": str(home), "GOLDENTHREAD_DATABASE": ""}
        environment["DJANGO_SETTINGS_MODULE"] = "goldenthread_site.config.settings"
        if engine == "PostgreSQL":
            folder = programs()
            if folder is None:
                raise SystemExit("PostgreSQL is not installed here: ask for SQLite alone")
            environment["GOLDENTHREAD_DATABASE"] = open_ones.enter_context(server(folder))
        (home / "static").mkdir()
        world = json.loads(_run("bench.load_site", environment, str(people)).splitlines()[-1])
        port = open_ones.enter_context(served(environment, home))
        taken, chance = Taken(), _chance(1)  # who reads what, each time alike
        for reader in world["readers"][:2]:  # one entitled to true counts, and one who is not
            _warm(port, reader, [(name, path) for name, path, _ in READ])
        first = world["contributors"][0]
        _warm(port, first["session"], pages_of(first["draft"]))
        until = time.monotonic() + seconds
        readers = [(Browser(port, each, taken), chance.random()) for each in world["readers"]]
        all_at_once([partial(reads, each, until, _chance(seed)) for each, seed in readers])
        senders = [
            (Browser(port, each["session"], taken), each, chance.random())
            for each in world["contributors"]
        ]
        all_at_once([partial(uploads, each, one, _chance(seed)) for each, one, seed in senders])
        taken.errors += _logged(home)
    return taken


def _chance(seed: float) -> random.Random:
    return random.Random(seed)  # noqa: S311  (no secret hangs on what is read next)


def _run(module: str, environment: Mapping[str, str], *more: str) -> str:
    command = [sys.executable, "-m", module, *more]
    done = subprocess.run(command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, check=True)
    return done.stdout.decode()


@contextmanager
def served(environment: Mapping[str, str], home: Path) -> Iterator[int]:
    """The site as docs/how-to/run-the-site.md has it run; gives its port."""
    with socket() as found:
        found.bind(("127.0.0.1", 0))
        port: int = found.getsockname()[1]
    log = (home / "server.log").open("wb")
    binding = f"127.0.0.1:{port}"
    gunicorn = [sys.executable, "-m", "gunicorn", "--workers", "2", "--threads", "4"]
    site = ["--bind", binding, "--log-level", "warning", "goldenthread_site.config.wsgi"]
    work = [sys.executable, "-m", "goldenthread_site.config.manage", "work"]
    given: dict[str, Any] = {"cwd": ROOT, "env": environment, "stdout": log, "stderr": log}
    with (
        log,
        subprocess.Popen([*gunicorn, *site], **given) as server_,
        subprocess.Popen(work, **given) as worker,
    ):
        try:
            _wait(port)
            yield port
        finally:
            server_.terminate()
            worker.terminate()


def _wait(port: int) -> None:
    until = time.monotonic() + 120
    while time.monotonic() < until:
        with socket() as tried:
            if tried.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.2)
    raise SystemExit("the site did not start")


def _warm(port: int, session: str, pages: Sequence[tuple[str, str]]) -> None:
    """Each page some times before anything is counted, so that both processes have loaded it."""
    for _ in range(8):
        browser = Browser(port, session, Taken())
        for name, path in pages:
            browser.ask(name, path)


def _logged(home: Path) -> list[str]:
    """Errors in the log of server and worker, without what they say of ordinary work."""
    text = (home / "server.log").read_text(encoding="utf-8")
    return [line for line in text.splitlines() if "Traceback" in line or "Error" in line]


def p95(times: Sequence[float]) -> float:
    """The time that 95 of 100 answers did not pass."""
    return percentile(times, 95)


def percentile(times: Sequence[float], part: int) -> float:
    """The time that so many of 100 did not pass; of one answer, its own."""
    return quantiles(times, n=100, method="inclusive")[part - 1] if len(times) > 1 else times[0]


def table(taken: Taken) -> list[str]:
    """How long each page took, in milliseconds, as a table in Markdown."""
    lines = ["| Page | Answers | p50 | p95 | p99 | Errors |", "| --- | ---: | ---: | ---: | ---: |"]
    lines[1] += " ---: |"
    for page, times in taken.times.items():
        wrong = sum(each.startswith(f"{page}: ") for each in taken.errors)
        told = " | ".join(f"{percentile(times, part):,.0f}" for part in (50, 95, 99))
        over = "" if p95(times) < MOST else " (p95 TOO LONG)"
        lines.append(f"| {page}{over} | {len(times):,} | {told} | {wrong} |")
    return lines


def head(people: int, seconds: float, busy: float) -> list[str]:
    """What was measured, and on what."""
    return [
        "# Under load",
        "",
        f"`make load WRITE=1` wrote this page on {date.today().isoformat()}, with Python"
        f" {platform.python_version()} on {os.cpu_count()} cores. {people} people read for"
        f" {seconds:,.0f} seconds, thinking one to three seconds between pages; then all {people}"
        " come within three seconds, upload a return and submit it. Server (two processes of four"
        " threads), worker, database and people share the machine. Times are milliseconds until the"
        f" last byte. The p95 of each page is to stay under {MOST:,.0f}, with no error.",
        "",
        f"Before it began the machine was busy with {busy:.1f} other things at a time: on a"
        " machine that is busy with more than none of them, the times are too long.",
        "",
        *(f"- {each.what}, {each.value:.2f} {each.unit}" for each in machine.measure(None)),
    ]


if __name__ == "__main__":
    sys.exit(main())
