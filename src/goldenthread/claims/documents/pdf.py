"""Reads PDF files in a process of its own, so that a hostile one costs neither memory nor time.

Where the operating system can limit a process's memory (not on Windows) it is limited.
"""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from threading import Timer

from goldenthread.claims.documents.extra import needed
from goldenthread.claims.documents.model import Document, Grid, Passage
from goldenthread.nouns import GoldenThreadError

PATIENCE = 600.0  # seconds: a report of 300 pages takes less than two minutes

Progress = Callable[[str], None]


def read_pdf(path: Path, progress: Progress | None = None, patience: float = PATIENCE) -> Document:
    """The document in a PDF. ``progress`` is called with each page.

    Raises GoldenThreadError where it has a password, holds no text, is broken, or takes more
    memory or time than any report.
    """
    needed("pdfplumber", str(path))
    command = [sys.executable, "-P", "-m", "goldenthread.claims.documents.pdf_process", str(path)]
    environment = os.environ | {"PYTHONIOENCODING": "utf-8"}
    with subprocess.Popen(  # noqa: S603 - this very program, and a path
        command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env=environment
    ) as process:
        watch = Timer(patience, process.kill)
        watch.start()
        try:
            document = _received(process, str(path), progress)
        finally:
            watch.cancel()
            process.kill()
    if document is None:
        raise GoldenThreadError(
            f"{path} takes more memory or time to read than any report: print it to a new PDF, or"
            " save its text as .docx or .txt, and check that."
        )
    return document


def _received(
    process: "subprocess.Popen[bytes]", file: str, progress: Progress | None
) -> Document | None:
    """What the process sends, line by line: pages it is at, then blocks or what is wrong."""
    for line in process.stdout or ():
        message = json.loads(line)
        if "error" in message:
            raise GoldenThreadError(message["error"])
        if "blocks" in message:
            return Document(file=file, blocks=tuple(map(_block, message["blocks"])))
        if progress:
            progress(message["page"])
    return None


def _block(fields: dict[str, object]) -> Passage | Grid:
    if "rows" not in fields:
        return Passage(**fields)  # type: ignore[arg-type]
    both = {name: tuple(map(tuple, fields[name])) for name in ("rows", "locators")}  # type: ignore[call-overload]
    return Grid(**(fields | both))  # type: ignore[arg-type]
