"""The site as ``goldenthread-site start`` serves it, in a process and a home of its own."""

import fcntl
import os
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

PATIENCE = 900  # seconds: a first start loads Luton’s figures, and the machine may be very busy
PASSWORD = "golden-thread-example"
_MANAGE = (sys.executable, "-m", "goldenthread_site.config.manage")


def _free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        port: int = found.getsockname()[1]
        return port


def _environment(home: Path, database: str) -> dict[str, str]:
    environment = {**os.environ, "GOLDENTHREAD_HOME": str(home)}
    for name in ("DJANGO_SETTINGS_MODULE", "GOLDENTHREAD_DATABASE"):
        environment.pop(name, None)
    return environment | ({"GOLDENTHREAD_DATABASE": database} if database else {})


def managed(home: Path, *words: str, database: str = "") -> str:
    """Run one of the site's commands in a home to its end; what it printed."""
    done = subprocess.run(
        [*_MANAGE, *words],
        env=_environment(home, database),
        capture_output=True,
        text=True,
        timeout=PATIENCE,
        check=False,
    )
    if done.returncode:
        raise RuntimeError(f"{' '.join(words)}: {done.stdout}{done.stderr}")
    return done.stdout


def home_with_example(home: Path) -> Path:
    """A home with the example in it and its pages prepared: to be copied, and made only once where
    several processes ask for it."""
    with home.with_suffix(".lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not home.exists():
            part = home.with_suffix(".part")
            shutil.rmtree(part, ignore_errors=True)  # half made, where another process failed
            managed(part, "start", "--only-load")
            managed(part, "work", "--batch")
            part.rename(home)
    return home


@dataclass(frozen=True, slots=True)
class Empty:
    """A site with nobody in it, and what is needed to run its commands."""

    address: str
    home: Path
    database: str

    def command(self, *words: str) -> str:
        """Run a command beside the server, as whoever runs the site does."""
        return managed(self.home, *words, database=self.database)


@contextmanager
def served_site(home: Path, *options: str, database: str = "") -> Iterator[str]:
    """Serve it as ``start`` does; gives its address, as localhost so that passkeys work."""
    port = _free_port()
    command = [*_MANAGE, "start", *options, "--port", str(port)]
    with (home / "server.log").open("wb") as log:
        environment = _environment(home, database)
        server = subprocess.Popen(command, env=environment, stdout=log, stderr=log)
        try:
            _wait(server, port, home / "server.log")
            yield f"http://localhost:{port}"
        finally:
            server.terminate()
            server.wait(timeout=20)


def _wait(server: subprocess.Popen[bytes], port: int, log: Path) -> None:
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        with socket.socket() as tried:
            if tried.connect_ex(("127.0.0.1", port)) == 0:
                return
        if server.poll() is not None:
            break
        time.sleep(0.2)
    raise RuntimeError(f"the site did not start: {log.read_text(encoding='utf-8')[-2000:]}")
