"""The site as ``goldenthread-site start`` serves it, in a process and a home of its own."""

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

PATIENCE = 240  # seconds: a first start loads Luton’s figures, and the machine may be busy
PASSWORD = "golden-thread-example"


def _free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        port: int = found.getsockname()[1]
        return port


@contextmanager
def served_site(home: Path) -> Iterator[str]:
    """Serve it with Luton's example; gives its address, as localhost so that passkeys work."""
    port = _free_port()
    environment = {**os.environ, "GOLDENTHREAD_HOME": str(home)}
    environment.pop("DJANGO_SETTINGS_MODULE", None)
    command = [sys.executable, "-m", "goldenthread_site.config.manage", "start", "--port"]
    with (home / "server.log").open("wb") as log:
        server = subprocess.Popen([*command, str(port)], env=environment, stdout=log, stderr=log)
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
