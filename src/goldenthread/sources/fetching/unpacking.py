"""Turns what arrived into the CSV file it holds, or says why it is none. Never half a file."""

import gzip
import hashlib
import shutil
import zlib
from collections.abc import Iterator
from pathlib import Path

from goldenthread.nouns import GoldenThreadError

_CHUNK = 1 << 16
_GZIP = b"\x1f\x8b"

# Columns that every tidy file of the Department has.
_COLUMNS = {"time_period", "geographic_level"}


def unpack(part: Path, target: Path, largest: int) -> tuple[str, int]:
    """Write the CSV in ``part`` (plain, or packed with gzip) to ``target``, whole or not at all.

    A file of that name that holds something else is kept in the folder ``superseded`` first, under
    the beginning of its digest: what was known before is not lost.

    Returns the SHA-256 and the size in bytes. Raises GoldenThreadError where it is damaged, larger
    than ``largest`` bytes once unpacked, or no tidy CSV file.
    """
    whole = part.with_suffix(".whole")
    digest = hashlib.sha256()
    size = 0
    start = b""
    try:
        with whole.open("wb") as file:
            for chunk in _plain(part):
                size += len(chunk)
                digest.update(chunk)
                file.write(chunk)
                if len(start) < _CHUNK:
                    start += chunk
                if size > largest:
                    raise GoldenThreadError(
                        f"{target.name} unpacks to more than {largest:,} bytes: it was thrown"
                        " away; check the address given with --api."
                    )
        _check_it_is_tidy(start, target.name)
        if target.exists() and (earlier := digest_of(target)) != digest.hexdigest():
            kept = target.parent / "superseded" / f"{earlier[:12]}_{target.name}"
            kept.parent.mkdir(exist_ok=True)
            shutil.copy2(target, kept)
        whole.replace(target)
    finally:
        whole.unlink(missing_ok=True)
    return digest.hexdigest(), size


def digest_of(path: Path) -> str:
    """The SHA-256 of a file."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _plain(part: Path) -> Iterator[bytes]:
    """The unpacked bytes in pieces small enough that a packed bomb fills no memory."""
    with part.open("rb") as file:
        packed = file.read(2) == _GZIP
    opened = gzip.open if packed else open
    with opened(part, "rb") as file:
        try:
            while piece := file.read(_CHUNK):
                yield piece
        except (EOFError, gzip.BadGzipFile, zlib.error):
            raise _damaged(part) from None


def _damaged(part: Path) -> GoldenThreadError:
    return GoldenThreadError(
        f"{part.stem.lstrip('.')} arrived damaged and was thrown away: run the same command again."
    )


def _check_it_is_tidy(start: bytes, name: str) -> None:
    heading = start.removeprefix(b"\xef\xbb\xbf").partition(b"\n")[0]
    columns = {
        column.strip().strip('"')
        for column in heading.decode("utf-8", errors="replace").strip().split(",")
    }
    if not columns.issuperset(_COLUMNS) or b"\0" in start:
        raise GoldenThreadError(
            f"What arrived for {name} is not a tidy CSV file (its first line does not name"
            f" {' and '.join(sorted(_COLUMNS))}): it was thrown away; try again later, or check"
            " the address given with --api."
        )
