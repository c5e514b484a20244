"""Puts a backup into an empty place: all of it or, where anything is wrong, none of it."""

import hashlib
import json
import shutil
from pathlib import Path, PurePosixPath
from tarfile import TarFile, TarInfo
from typing import IO, Any

from django.core.management.color import no_style
from django.db import connection, models, transaction
from django.db.utils import DatabaseError

from goldenthread_site.home.backups import archive
from goldenthread_site.home.backups.making import applied, uploads
from goldenthread_site.home.backups.rows import (
    MADE_WITH_THE_TABLES,
    columns_of,
    kept_models,
    row_from,
)


def restore(file: Path, key: Path, folder: Path) -> dict[str, Any]:
    """Fill the empty database and the empty folder of uploads; the manifest of what was restored.

    The tables are there already. Raises BackupError, and leaves the place empty, where it is not
    empty, the backup is of another version of the site, or anything of it is wrong.
    """
    keys = archive.identities(key)
    if not file.is_file():
        raise archive.BackupError(f"There is no file {file}.")
    _refuse_unless_empty(folder)
    waiting = folder.with_name(folder.name + ".restoring")
    shutil.rmtree(waiting, ignore_errors=True)
    try:
        with transaction.atomic(), archive.opened(file, keys) as tar:
            manifest = _read(tar, waiting)
            _count_on_from_here()
    except DatabaseError as wrong:
        raise archive.BackupError(f"The rows do not fit this database: {wrong}") from wrong
    else:
        if folder.exists():
            folder.rmdir()
        waiting.mkdir(parents=True, exist_ok=True)
        waiting.rename(folder)
    finally:
        shutil.rmtree(waiting, ignore_errors=True)
    return manifest


def _refuse_unless_empty(folder: Path) -> None:
    full = [
        str(each._meta.verbose_name_plural)
        for each in kept_models()
        if each._meta.label not in MADE_WITH_THE_TABLES and each._base_manager.exists()
    ]
    if full or any(True for _ in uploads(folder)):
        raise archive.BackupError(
            f"This place is not empty: it holds {', '.join(full[:3]) or 'uploaded files'}."
            " Restore into a new database and a new GOLDENTHREAD_HOME."
        )
    if folder.is_dir() and any(folder.iterdir()):
        raise archive.BackupError(f"{folder} is not empty: move it away first.")


def _read(tar: TarFile, waiting: Path) -> dict[str, Any]:
    """Every part in its order, held against the manifest that comes last."""
    by_label = {each._meta.label: each for each in kept_models()}
    for label in MADE_WITH_THE_TABLES:
        by_label[label]._base_manager.all().delete()
    found: dict[str, Any] = {"tables": {}, "files": {}}
    for position, entry in enumerate(tar):
        data = tar.extractfile(entry)
        if data is None or not entry.isfile():
            raise _wrong(f"{entry.name} is no file")
        if position == 0:
            header = json.loads(data.read())
            _check_header(entry, header)
            found["seals"] = header["seals"]
        elif entry.name == archive.MANIFEST:
            if json.loads(data.read()) != found:
                raise _wrong("what it holds is not what it says it holds")
            return found
        elif entry.name.startswith("files/"):
            name = entry.name.removeprefix("files/")
            found["files"][name] = _take_file(waiting, name, data)
        else:
            label = entry.name.removeprefix("tables/").removesuffix(".jsonl")
            if label not in by_label:
                raise _wrong(f"it has a table {label} that this site has not")
            found["tables"][label] = _take_table(by_label[label], data)
    raise _wrong("it was cut short")


def _check_header(entry: TarInfo, header: dict[str, Any]) -> None:
    if entry.name != archive.HEADER or header.get("version") != archive.VERSION:
        raise _wrong("it is of a form that this version cannot read")
    theirs, ours = ({tuple(each) for each in some} for some in (header["migrations"], applied()))
    if theirs != ours:
        differ = ", ".join(".".join(each) for each in sorted(theirs ^ ours)[:3])
        raise archive.BackupError(
            f"The backup was made by another version of the site (they differ in {differ})."
            " Install that version, restore with it, then upgrade."
        )


def _take_table(model: type[models.Model], data: IO[bytes]) -> dict[str, Any]:
    digest, rows = hashlib.sha256(), 0
    columns = json.loads(_counted(data.readline(), digest))
    if columns != columns_of(model):
        raise _wrong(f"the columns of {model._meta.label} are others")
    for line in data:
        row = row_from(model, columns, _counted(line, digest))
        # As it was: no date of today, no rule about saving, no other room told.
        row.save_base(raw=True, force_insert=True)
        rows += 1
    return {"rows": rows, "sha256": digest.hexdigest()}


def _take_file(waiting: Path, name: str, data: IO[bytes]) -> dict[str, Any]:
    parts = PurePosixPath(name)
    if parts.is_absolute() or ".." in parts.parts or "\\" in name or not parts.parts:
        raise _wrong(f"it holds a file outside its folder ({name!r})")
    place = waiting.joinpath(*parts.parts)
    place.parent.mkdir(parents=True, exist_ok=True)
    digest, size = hashlib.sha256(), 0
    with place.open("xb") as opened:
        place.chmod(0o600)
        while piece := data.read(1 << 20):
            opened.write(_counted(piece, digest))
            size += len(piece)
    return {"size": size, "sha256": digest.hexdigest()}


def _counted(piece: bytes, digest: Any) -> bytes:
    digest.update(piece)
    return piece


def _count_on_from_here() -> None:
    """New rows are numbered after the restored ones."""
    statements = connection.ops.sequence_reset_sql(no_style(), kept_models())
    with connection.cursor() as cursor:
        for statement in statements:
            cursor.execute(statement)


def _wrong(why: str) -> archive.BackupError:
    return archive.BackupError(f"The backup cannot be used: {why}. Nothing was restored.")
