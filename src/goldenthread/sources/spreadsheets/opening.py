"""Takes a file's bytes, where they are there and not too many."""

from pathlib import Path

from goldenthread.sources.spreadsheets import limits
from goldenthread.sources.spreadsheets.grid import TableRefusedError


def content_of(file: Path, size: limits.Size) -> bytes:
    """The file's bytes. Raises TableRefusedError where it is absent, empty or too large."""
    if not file.is_file():
        raise TableRefusedError(
            "missing_file", "There is no such file: put the table there, or correct its name."
        )
    try:
        with file.open("rb") as opened:
            expected = min(file.stat().st_size, size.file_bytes)
            content = opened.read(expected + 1)
    except OSError as error:
        raise TableRefusedError(
            "missing_file", f"The file cannot be opened ({error.strerror}): see who may read it."
        ) from error
    if len(content) > size.file_bytes:
        raise TableRefusedError(
            "too_large",
            f"The file is larger than {size.file_bytes // 1_000_000} million bytes: save "
            "the table that is wanted in a file of its own.",
        )
    if not content.strip():
        raise TableRefusedError("empty_file", "The file is empty: save the table into it again.")
    return content
