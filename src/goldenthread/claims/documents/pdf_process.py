"""The process that reads one PDF: the file's name comes in, lines of JSON go out."""

import json
import logging
import sys
from collections.abc import Callable
from contextlib import suppress
from dataclasses import asdict

from goldenthread.claims.documents.model import Document
from goldenthread.claims.documents.pdf_pages import read_pages
from goldenthread.nouns import GoldenThreadError

MEMORY = 2 << 30  # bytes of address space; a long report takes a fifth of it


def main(file: str) -> None:
    """Read the file and print what is in it, or one sentence saying what is wrong."""
    _limit_memory()
    logging.disable(logging.CRITICAL)
    try:
        _say({"blocks": [asdict(block) for block in _read(file).blocks]})
    except GoldenThreadError as error:
        _say({"error": str(error)})


def _read(file: str) -> Document:
    tell: Callable[[str], None] = lambda page: _say({"page": page})  # noqa: E731
    return read_pages(file, tell)


def _limit_memory() -> None:
    with suppress(ImportError, OSError, ValueError):
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))


def _say(message: dict[str, object]) -> None:
    print(json.dumps(message), flush=True)


if __name__ == "__main__":
    main(sys.argv[1])
