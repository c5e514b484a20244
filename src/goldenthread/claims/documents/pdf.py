"""Reads PDF files in a process of its own, so that a hostile one costs neither memory nor time.

Where the operating system can limit a process's memory (not on Windows) it is limited.
"""

import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from threading import Timer
from typing import Any

from goldenthread.claims.documents.extra import needed
from goldenthread.claims.documents.model import Document, Grid, Passage
from goldenthread.nouns import GoldenThreadError

PATIENCE = 60.0  # seconds: a page of a report takes less than one

Progress = Callable[[str], None]


def read_pdf(path: Path, progress: Progress | None = None, patience: float = PATIENCE) -> Document:
    """The document in a PDF. ``progress`` is called with each page.

    Raises GoldenThreadError where it has a password, holds no text, is broken, or takes more
    memory than any report, or more seconds for a page than ``patience``.
    """
    needed("pdfplumber", str(path))
    # -P: a file of the folder one happens to be in is not to be taken for a module.
    command = [sys.executable, "-P", "-m", "goldenthread.claims.documents.pdf_process", str(path)]
    environment = os.environ | {"PYTHONIOENCODING": "utf-8"}
    with subprocess.Popen(  # noqa: S603 (our own module)
        command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env=environment
    ) as process:
        try:
            for message in _messages(process, patience):
                if "error" in message:
                    raise GoldenThreadError(message["error"])
                if "blocks" in message:
                    return Document(file=str(path), blocks=tuple(map(_block, message["blocks"])))
                if progress:
                    progress(message["page"])
        finally:
            process.kill()
    raise GoldenThreadError(
        f"{path} takes more memory or time to read than any report: print it to a new PDF, or save"
        " its text as .docx or .txt, and check that."
    )


def _messages(process: "subprocess.Popen[bytes]", patience: float) -> Iterator[dict[str, Any]]:
    """What the process sends, until it ends or says nothing for too long and is ended."""
    while process.stdout:
        watch = Timer(patience, process.kill)
        watch.start()
        try:
            line = process.stdout.readline()
        finally:
            watch.cancel()
        if not line.endswith(b"\n"):
            return
        yield json.loads(line)


def _block(fields: dict[str, Any]) -> Passage | Grid:
    if "rows" not in fields:
        return Passage(**fields)
    tuples = {name: tuple(map(tuple, fields[name])) for name in ("rows", "locators")}
    return Grid(**(fields | tuples))
