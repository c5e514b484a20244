"""Looks into a workbook's zip before anything opens it, and hands on a copy that was counted.

What a zip declares about itself can be a lie, so every part is unpacked here under a limit and
packed again plainly; the reader behind sees those bytes and no others. Macros are refused.
"""

import io
import struct
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path

from goldenthread.sources.spreadsheets import limits
from goldenthread.sources.spreadsheets.grid import TableRefusedError

_STORED_OR_DEFLATED = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_WANTED = (".xml", ".rels", "mimetype")
_OLD_BINARY = b"\xd0\xcf\x11\xe0"
_CHUNK = 1 << 16
# What the standard library raises on zips whose inside contradicts itself.
_BROKEN = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    EOFError,
    NotImplementedError,
    OSError,
    OverflowError,
    RuntimeError,
    ValueError,
)


class Package:
    """The parts of a workbook that hold text, unpacked and within limits."""

    def __init__(self, parts: dict[str, bytes]) -> None:
        """``parts`` by their path within the zip."""
        self.parts = parts

    def repacked(self) -> io.BytesIO:
        """The same parts as a plain, uncompressed zip, the same bytes every time."""
        target = io.BytesIO()
        with zipfile.ZipFile(target, "w", zipfile.ZIP_STORED) as archive:
            for name, content in self.parts.items():
                archive.writestr(zipfile.ZipInfo(name), content)
        target.seek(0)
        return target


def open_package(data: bytes, file: Path, size: limits.Size = limits.TABLE) -> Package:
    """Unpack a workbook. Raises TableRefusedError for bombs, macros, passwords and broken zips."""
    if data.startswith(_OLD_BINARY):
        raise TableRefusedError(
            "not_a_workbook",
            f"{file.name} has a password or is an old .xls file: save it as .xlsx without one.",
        )
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            entries = _checked(archive, file, size)
            return Package({entry.filename: _unpacked(archive, entry, size) for entry in entries})
    except _BROKEN as error:
        raise TableRefusedError(
            "not_a_workbook",
            f"{file.name} is not a whole workbook ({error}): fetch it again, or open it and save "
            "it again.",
        ) from error


def _checked(archive: zipfile.ZipFile, file: Path, size: limits.Size) -> list[zipfile.ZipInfo]:
    """The entries wanted, once all that the zip declares is within limits."""
    entries = archive.infolist()
    if len(entries) > limits.MAX_ZIP_PARTS:
        raise TableRefusedError(
            "zip_bomb",
            f"{file.name} holds {len(entries):,} parts; a workbook of tables has fewer than "
            f"{limits.MAX_ZIP_PARTS:,}: copy the table wanted into a new workbook.",
        )
    _refuse_bomb(sum(entry.file_size for entry in entries), file.name, size)
    names = [entry.filename for entry in entries]
    for name in names:
        low = name.lower()
        if "vbaproject" in low or "macrosheets/" in low or low.startswith(("basic/", "scripts/")):
            raise TableRefusedError(
                "macros",
                f"{file.name} holds macros ({name}): save it as a plain .xlsx or .ods, which "
                "leaves them out.",
            )
    if len(set(names)) != len(names):
        raise TableRefusedError(
            "not_a_workbook",
            f"{file.name} holds one part twice, which no spreadsheet program writes: save the "
            "table again from the program it was made with.",
        )
    wanted = [entry for entry in entries if entry.filename.lower().endswith(_WANTED)]
    for entry in wanted:
        if entry.flag_bits & 1 or entry.compress_type not in _STORED_OR_DEFLATED:
            raise TableRefusedError(
                "not_a_workbook",
                f"{file.name} is encrypted or packed in an unusual way: save it again without a "
                "password.",
                entry.filename,
            )
    return wanted


def _unpacked(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, size: limits.Size) -> bytes:
    content = b"".join(_chunks(archive, entry, size))
    if len(content) != entry.file_size:
        raise zipfile.BadZipFile(f"{entry.filename} is not as long as it says")
    return content


def _chunks(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, size: limits.Size) -> Iterator[bytes]:
    """The part piece by piece; the sum of declared sizes was checked, and each is held to it."""
    total = 0
    with archive.open(entry) as part:
        while piece := part.read(_CHUNK):
            total += len(piece)
            _refuse_bomb(total, entry.filename, size)
            yield piece


def _refuse_bomb(unpacked: int, name: str, size: limits.Size) -> None:
    if unpacked > size.unpacked_bytes:
        raise TableRefusedError(
            "zip_bomb",
            f"{name} unpacks to more than {size.unpacked_bytes // 1_000_000} million bytes: "
            "copy the table wanted into a new workbook.",
        )
