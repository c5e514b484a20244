"""The file: a tar of rows and uploads, encrypted with age while it is written and never on disk.

It holds, in this order, ``header.json`` (what made it), ``tables/<name>.jsonl`` (one for each
table), ``files/...`` (uploads) and ``manifest.json`` (how many of each, with digests).
"""

import io
import json
import os
import tarfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Thread
from typing import IO, Any

import pyrage

VERSION = 1
_NO_KEY = "{} holds no secret key: it is the file that age-keygen wrote."
HEADER, MANIFEST = "header.json", "manifest.json"


class BackupError(Exception):
    """The message says what to do instead."""


def recipients(texts: list[str]) -> list[Any]:
    """Whoever may open it: age’s own public keys, or SSH ones."""
    found: list[Any] = []
    for text in texts:
        kind = pyrage.ssh if text.startswith("ssh-") else pyrage.x25519
        try:
            found.append(kind.Recipient.from_str(text))
        except pyrage.RecipientError as wrong:
            raise BackupError(
                f"{text!r} is no public key: it begins with age1 and is printed by age-keygen."
            ) from wrong
    return found


def identities(file: Path) -> list[Any]:
    """The secret keys of a file as age-keygen writes it, or an SSH key without a passphrase."""
    try:
        text = file.read_text(encoding="ascii")
        if "-----BEGIN" in text:
            return [pyrage.ssh.Identity.from_buffer(text.encode())]
        lines = [line.strip() for line in text.splitlines()]
        found = [
            pyrage.x25519.Identity.from_str(each) for each in lines if each[:1] not in ("", "#")
        ]
    except (OSError, UnicodeDecodeError, pyrage.IdentityError) as wrong:
        raise BackupError(
            f"{file} holds no secret key: it is the file age-keygen wrote."
        ) from wrong
    if not found:
        raise BackupError(f"{file} holds no secret key: it is the file age-keygen wrote.")
    return found


@contextmanager
def written(file: Path, to: list[Any]) -> Iterator[tarfile.TarFile]:
    """A tar to put things in. The file is there, whole, once all went well; or else not at all."""
    part = file.with_name(file.name + ".part")
    handle = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    try:
        with os.fdopen(handle, "wb") as sealed:
            with (
                _beside(lambda plain: pyrage.encrypt_io(plain, sealed, to)) as inside,
                tarfile.open(fileobj=inside, mode="w|", format=tarfile.PAX_FORMAT) as tar,
            ):
                yield tar
            sealed.flush()
            os.fsync(sealed.fileno())
        os.link(part, file)  # refuses to overwrite, in the same moment as it looks
    finally:
        part.unlink(missing_ok=True)


@contextmanager
def _beside(encrypt: Callable[[IO[bytes]], None]) -> Iterator[IO[bytes]]:
    """What is written here is encrypted by a thread on the other end of a pipe."""
    failed: list[BaseException] = []
    reading, writing = os.pipe()

    def run() -> None:
        with os.fdopen(reading, "rb") as plain:
            try:
                encrypt(plain)
            except (OSError, pyrage.EncryptError) as wrong:
                failed.append(wrong)

    thread = Thread(target=run)
    thread.start()
    try:
        with os.fdopen(writing, "wb") as inside:
            yield inside
    finally:
        thread.join()
    if failed:
        raise BackupError(f"The backup could not be written: {failed[0]}") from failed[0]


@contextmanager
def opened(file: Path, keys: list[Any]) -> Iterator[tarfile.TarFile]:
    """The tar inside, read from front to end once, decrypted as it is read."""
    failed: list[BaseException] = []
    reading, writing = os.pipe()

    def run() -> None:
        with os.fdopen(writing, "wb") as plain, file.open("rb") as sealed:
            try:
                pyrage.decrypt_io(sealed, plain, keys)
            except BrokenPipeError:
                return  # whoever reads has stopped, and says why
            except (OSError, pyrage.DecryptError) as wrong:
                failed.append(wrong)

    thread = Thread(target=run)
    thread.start()
    try:
        with os.fdopen(reading, "rb") as inside:
            try:
                with tarfile.open(fileobj=inside, mode="r|") as tar:
                    yield tar
                while inside.read(1 << 20):
                    continue  # to the end, where age says whether anything is missing
            except tarfile.TarError as broken:
                thread.join(5)
                raise _unreadable(file, failed) from broken
    finally:
        thread.join()
    if failed:
        raise _unreadable(file, failed) from failed[0]


def _unreadable(file: Path, failed: list[BaseException]) -> BackupError:
    why = f" ({failed[0]})" if failed else ""
    return BackupError(
        f"{file} cannot be opened with this key, or was changed or cut short{why}. Nothing was"
        " restored: use the secret key that belongs to the public one it was made for."
    )


def add_bytes(tar: tarfile.TarFile, name: str, data: bytes) -> None:
    """Put a small thing in."""
    entry = tarfile.TarInfo(name)
    entry.size, entry.mode = len(data), 0o600
    tar.addfile(entry, io.BytesIO(data))


def add_json(tar: tarfile.TarFile, name: str, value: object) -> None:
    """Put in what is said of the rest."""
    add_bytes(tar, name, json.dumps(value, sort_keys=True, indent=1).encode())
