"""Outputs appear whole or not at all: written beside the folder, then put in its place.

An interrupted run leaves the old folder or the new one. On Linux and macOS the two change places
in one step of the file system. Windows, and drives without that step, need two renames: a run
killed between them leaves the old outputs under the name ``.NAME.old`` for the moment, and the
next run puts them back before it does anything else.
"""

import hashlib
import json
import os
import shutil
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path, PurePosixPath, PureWindowsPath

from goldenthread.disclosure.exchange import exchange
from goldenthread.nouns import GoldenThreadError

MANIFEST = ".goldenthread.json"

# Files that an operating system or an office program leaves in a folder that somebody looked at.
_NOBODYS = {".ds_store", "thumbs.db", "desktop.ini"}
_NOBODYS_STARTS = ("~$", ".~lock.")

# Names that Windows keeps for devices, with any ending.
_WINDOWS_OWN = {"CON", "PRN", "AUX", "NUL"} | {
    f"{port}{number}" for port in ("COM", "LPT") for number in range(1, 10)
}


def write_whole(folder: Path, files: Mapping[str, bytes]) -> None:
    """Make ``folder`` hold exactly these files, by relative name with ``/``, or leave it as it was.

    Raises GoldenThreadError, naming them, where the folder holds files that were not written
    here or have been changed since; and ValueError for a name that leads out of the folder.
    """
    _check_names(files)
    folder = folder.absolute()
    if folder.is_symlink():
        folder = folder.resolve()
    folder.parent.mkdir(parents=True, exist_ok=True)
    with _alone(folder.parent):
        settle(folder)
        refuse_strangers(folder)
        new = _beside(folder, "new")
        try:
            _write(new, files)
            _put_in_place(new, folder)
        finally:
            settle(folder)


def settle(folder: Path) -> None:
    """Finish or undo what an interrupted run left beside the folder.

    Old outputs go back only when they are whole: what is left of a removal does not.
    """
    old, new = _beside(folder, "old"), _beside(folder, "new")
    if not folder.exists() and _is_whole(old):
        old.rename(folder)
    _remove(old)
    _remove(new)


def _beside(folder: Path, what: str) -> Path:
    return folder.with_name(f".{folder.name}.{what}")


def _write(new: Path, files: Mapping[str, bytes]) -> None:
    new.mkdir()
    known = {name: hashlib.sha256(content).hexdigest() for name, content in files.items()}
    manifest = json.dumps({"schema": 1, "files": known}, indent=1, sort_keys=True) + "\n"
    for name, content in {**files, MANIFEST: manifest.encode()}.items():
        path = new.joinpath(*PurePosixPath(name).parts)
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
    for below in sorted({path.parent for path in new.rglob("*")}):
        _sync_folder(below)


def _put_in_place(new: Path, folder: Path) -> None:
    try:
        if not folder.exists():
            new.rename(folder)
        elif not exchange(new, folder):
            old = _beside(folder, "old")
            folder.rename(old)
            try:
                new.rename(folder)
            except OSError:
                old.rename(folder)
                raise
    except PermissionError as error:
        raise GoldenThreadError(
            f"{folder} could not be replaced: close the files of it that are open in another "
            "program, and run this again"
        ) from error
    _sync_folder(folder.parent)


def _sync_folder(folder: Path) -> None:
    """Make the names in a folder last through a power cut; Windows has no way to ask for it."""
    if sys.platform == "win32":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _remove(folder: Path) -> None:
    if folder.exists():
        shutil.rmtree(folder)


def refuse_strangers(folder: Path) -> None:
    """Refuse a folder that holds what was not written here, or was changed since.

    Asked before long work as well, so that nobody waits for a refusal. Raises GoldenThreadError
    naming the files.
    """
    if not folder.exists():
        return
    if not folder.is_dir():
        raise GoldenThreadError(f"{folder} is a file: name a folder for the outputs with --out")
    strangers = _strangers(folder)
    if strangers:
        shown = ", ".join(strangers[:3]) + (" and others" if len(strangers) > 3 else "")
        raise GoldenThreadError(
            f"{folder} holds files that were not written by Golden Thread ({shown}): move them "
            "away, or choose another folder with --out"
        )
    changed = _changed(folder)
    if changed:
        shown = ", ".join(changed[:3]) + (" and others" if len(changed) > 3 else "")
        raise GoldenThreadError(
            f"files in {folder} have been changed since they were written ({shown}): keep them "
            "under another name or delete them, or choose another folder with --out"
        )


def _strangers(folder: Path) -> list[str]:
    """Files that no manifest speaks of; links are strangers wherever they lead."""
    known = {*_manifest(folder), MANIFEST}
    return sorted(
        name
        for path in folder.rglob("*")
        if (path.is_symlink() or not path.is_dir())
        and (name := path.relative_to(folder).as_posix()) not in known
        and not _nobodys(path.name)
    )


def _changed(folder: Path) -> list[str]:
    """Files whose content is not what was written; a deleted one is nobody's loss."""
    return [
        name
        for name, digest in sorted(_manifest(folder).items())
        if (path := folder.joinpath(*PurePosixPath(name).parts)).is_file()
        and hashlib.sha256(path.read_bytes()).hexdigest() != digest
    ]


def _is_whole(folder: Path) -> bool:
    """True where every file that was written is there, unchanged."""
    known = _manifest(folder)
    present = all(folder.joinpath(*PurePosixPath(name).parts).is_file() for name in known)
    return (folder / MANIFEST).is_file() and present and not _changed(folder)


def _manifest(folder: Path) -> dict[str, str]:
    try:
        read = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))
        known = read["files"]
        return {str(name): str(digest) for name, digest in known.items()}
    except FileNotFoundError:
        return {}
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise GoldenThreadError(
            f"{folder / MANIFEST} cannot be read: delete the folder if its files are not wanted, "
            "or choose another folder with --out"
        ) from error


def _nobodys(name: str) -> bool:
    return name.lower() in _NOBODYS or name.startswith(_NOBODYS_STARTS)


def _check_names(files: Mapping[str, bytes]) -> None:
    """Refuse names that lead out of the folder or that some system cannot hold."""
    seen: set[str] = set()
    for name in files:
        path, windows = PurePosixPath(name), PureWindowsPath(name)
        parts = set(path.parts)
        if (
            not parts
            or path.is_absolute()
            or windows.drive
            or any(part.split(".")[0].upper() in _WINDOWS_OWN for part in parts)
            or any(part.endswith((".", " ")) for part in parts)
            or "\\" in name
            or ".." in parts
            or path.as_posix() != name
            or any(ord(character) < 32 or character in '<>:"|?*' for character in name)
        ):
            raise ValueError(f"{name!r} is not a plain relative file name")
        if name.lower() in seen or name.lower() == MANIFEST:
            raise ValueError(f"{name!r} is given twice, or is the list of outputs itself")
        seen.add(name.lower())


@contextmanager
def _alone(parent: Path) -> Iterator[None]:
    """Let one run at a time write beside another; the system lets go when a run is killed.

    Windows cannot lock a folder: there, two runs into one folder at once are the user's to avoid.
    """
    if sys.platform == "win32":
        yield
        return
    import fcntl

    handle = os.open(parent, os.O_RDONLY)
    try:
        # Some network drives have no locks: there it is as on Windows.
        with suppress(OSError):
            fcntl.flock(handle, fcntl.LOCK_EX)
        yield
    finally:
        os.close(handle)
