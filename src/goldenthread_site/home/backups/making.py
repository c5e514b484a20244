"""Makes a backup: one moment of the database, then the uploads."""

import hashlib
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from tarfile import TarFile, TarInfo
from typing import IO, Any

from django.db import connection, models, transaction
from django.db.migrations.loader import MigrationLoader

from goldenthread_site.accounts.sealed_rows import names_used
from goldenthread_site.home.backups import archive
from goldenthread_site.home.backups.rows import kept_models, lines_of

_IN_MEMORY = 8 * 1024 * 1024


def make(file: Path, to: list[str], folder: Path) -> dict[str, Any]:
    """Write the whole site to ``file`` for the holders of these keys; the manifest.

    Others go on writing meanwhile: what the file holds is the moment at which it was begun.
    Raises BackupError where the file is there already or a key is none.
    """
    if file.exists():
        raise archive.BackupError(f"{file} is there already: choose another name.")
    keys = archive.recipients(to)
    with archive.written(file, keys) as tar:
        with one_moment():
            header = {
                "version": archive.VERSION,
                "made": datetime.now(UTC).isoformat(timespec="seconds"),
                "migrations": applied(),
                # The names of the keys its second factors are sealed under; no key is in it.
                "seals": names_used(),
            }
            archive.add_json(tar, archive.HEADER, header)
            tables = {each._meta.label: _add_table(tar, each) for each in kept_models()}
        files = {name: _add_file(tar, name, path) for name, path in uploads(folder)}
        manifest = {"tables": tables, "files": files, "seals": header["seals"]}
        archive.add_json(tar, archive.MANIFEST, manifest)
    return manifest


def applied() -> list[list[str]]:
    """The migrations that the database has, by which one tells whether rows fit."""
    loader = MigrationLoader(connection)
    return sorted(list(each) for each in loader.applied_migrations)


@contextmanager
def one_moment() -> Iterator[None]:
    """Read the database as it is now, whatever is written meanwhile, and keep nobody waiting."""
    if connection.vendor == "postgresql":
        # Who asks is told before the first statement, and nothing may stand before the next one.
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
        with transaction.atomic():
            with connection.cursor() as cursor:
                cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY")
            yield
        return
    connection.ensure_connection()
    with connection.cursor() as cursor:
        cursor.execute("BEGIN DEFERRED")
        try:
            yield
        finally:
            cursor.execute("ROLLBACK")


def uploads(folder: Path) -> Iterator[tuple[str, Path]]:
    """Every file under the folder by its name in it; what points elsewhere is left out."""
    if not folder.is_dir():
        return
    for path in sorted(folder.rglob("*")):
        if path.is_file() and not path.is_symlink():
            yield path.relative_to(folder).as_posix(), path


def _add_table(tar: TarFile, model: type[models.Model]) -> dict[str, Any]:
    """The table as a file; one that is large waits on disk under no name."""
    digest, rows = hashlib.sha256(), -1  # the first line names the columns
    with tempfile.SpooledTemporaryFile(_IN_MEMORY) as waiting:
        for line in lines_of(model):
            waiting.write(line)
            digest.update(line)
            rows += 1
        size = waiting.tell()
        waiting.seek(0)
        _add(tar, f"tables/{model._meta.label}.jsonl", size, waiting)
    return {"rows": rows, "sha256": digest.hexdigest()}


def _add_file(tar: TarFile, name: str, path: Path) -> dict[str, Any]:
    with path.open("rb") as opened:
        size = path.stat().st_size
        digest = hashlib.file_digest(opened, "sha256").hexdigest()
        opened.seek(0)
        _add(tar, f"files/{name}", size, opened)
    return {"size": size, "sha256": digest}


def _add(tar: TarFile, name: str, size: int, data: IO[bytes]) -> None:
    entry = TarInfo(name)
    entry.size, entry.mode = size, 0o600
    tar.addfile(entry, data)
