"""Gunicorn as the image starts it, killed while a return is being submitted over the wire.

Runs as a program of its own, like ``killed_site``, whose rules hold here too. Half of the deaths
are a worker’s alone, as when memory runs out; half are everything’s, as when the power goes.
"""

import argparse
import json
import os
import random
import re
import signal
import socket
import subprocess
import sys
import time
from collections import Counter
from contextlib import suppress
from pathlib import Path
from threading import Timer

import httpx
from django.conf import settings
from django.urls import reverse

from goldenthread_site.barrier.asking import as_the_system
from goldenthread_site.returns import actions
from goldenthread_site.returns.models import DataRequest, Return
from tests.factories.killed_site import Ground, nothing_is_lost_or_half_written, the_site_is_sound

PATIENCE = 300  # seconds: the machine may be very busy
_TOKEN = re.compile(r'name="csrfmiddlewaretoken" value="([^"]+)"')


class Gunicorn:
    """One that is started again on the same port after each death."""

    def __init__(self, log: Path) -> None:
        with socket.socket() as found:
            found.bind(("127.0.0.1", 0))
            self.port = found.getsockname()[1]
        self.log = log
        self.process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        """The very command of the image, with one process that answers."""
        if self.process and self.process.poll() is None:
            return self.wait()
        environment = os.environ | {
            "GOLDENTHREAD_BIND": f"127.0.0.1:{self.port}",
            "GOLDENTHREAD_WORKERS": "1",
        }
        command = [sys.executable, "-m", "gunicorn"]
        command += ["--config", "python:goldenthread_site.config.serving"]
        with self.log.open("ab") as log:
            self.process = subprocess.Popen(
                [*command, "goldenthread_site.config.wsgi"],
                env=environment,
                stdout=log,
                stderr=log,
                start_new_session=True,
            )
        self.wait()

    def wait(self) -> None:
        """Until a page is answered. Raises RuntimeError where none ever is."""
        until = time.monotonic() + PATIENCE
        while time.monotonic() < until:
            with suppress(httpx.HTTPError):
                if httpx.get(f"http://127.0.0.1:{self.port}/healthz", timeout=5).is_success:
                    return
            time.sleep(0.1)
        raise RuntimeError(self.log.read_text(encoding="utf-8")[-2000:])

    def kill(self, *, everything: bool) -> None:
        """Without warning; whoever is gone already is gone."""
        process = self.process
        if process is None:
            return
        with suppress(ProcessLookupError):
            if everything:
                os.killpg(process.pid, signal.SIGKILL)
                return
            for worker in workers_of(process.pid):
                os.kill(worker, signal.SIGKILL)


def workers_of(master: int) -> list[int]:
    """The processes that answer, which the first one made."""
    children = Path(f"/proc/{master}/task/{master}/children").read_text(encoding="ascii")
    return [int(each) for each in children.split()]


def submit(server: Gunicorn, session: str, sent: Return) -> bool:
    """Send it in as a browser does; True where the answer said that it is done."""
    path = reverse("check_return", args=[sent.pk])
    address = f"http://127.0.0.1:{server.port}"
    with httpx.Client(base_url=address, cookies={"sessionid": session}, timeout=60) as browser:
        try:
            found = _TOKEN.search(browser.get(path).text)
            if found is None:
                return False
            headers = {"Origin": address, "Referer": address + path}
            given = {"csrfmiddlewaretoken": found[1]}
            return browser.post(path, data=given, headers=headers).status_code == 302
        except httpx.HTTPError:
            return False


def drafted(ground: Ground, asked: DataRequest) -> Return:
    """A draft with an answer to every line."""
    someone = ground.town.contributor
    sent = actions.begin(**someone.both, asked=asked)
    typed = {each.key: "7" for each in asked.asked.line}
    return actions.save(**someone.both, sent=sent, typed=typed)


def main() -> None:
    """Kill it so many times, at moments spread over a submission; look; go on to the end."""
    parser = argparse.ArgumentParser()
    for each in ("--kills", "--seed"):
        parser.add_argument(each, type=int, required=True)
    told = parser.parse_args()
    with as_the_system("a test prepares what is killed"):
        kill_often(told.kills, random.Random(told.seed))


def kill_often(kills: int, chance: random.Random) -> None:
    """Prints what came of it as JSON."""
    ground, server = Ground(), Gunicorn(Path(settings.HOME) / "gunicorn.log")
    session = ground.contributor.session.session_key or ""
    came: Counter[str] = Counter()
    try:
        server.start()
        for _ in range(2):  # the first finds nothing loaded
            began = time.monotonic()
            if not submit(server, session, drafted(ground, ground.ask())):
                raise RuntimeError("nothing is submitted even where nothing is killed")
            lasts = time.monotonic() - began
        for number in range(kills):
            server.start()
            asked = ground.ask()
            sent = drafted(ground, asked)
            moment = (number + chance.random()) * lasts / kills
            killing = Timer(moment, server.kill, kwargs={"everything": number % 2 == 1})
            killing.start()
            said = submit(server, session, sent)
            killing.join()
            if number % 2 == 1 and server.process:
                server.process.wait(timeout=PATIENCE)
            nothing_is_lost_or_half_written(asked, ["submitted"] if said else [])
            came["said to be done" if said else "broken off"] += 1
            server.start()
            if Return.objects.get(pk=sent.pk).submitted_at is None and not submit(
                server, session, sent
            ):
                raise RuntimeError("what was broken off cannot be gone on with")
            nothing_is_lost_or_half_written(asked, ["submitted"])
            the_site_is_sound()
    finally:
        server.kill(everything=True)
    print(json.dumps({"killed": came}))
