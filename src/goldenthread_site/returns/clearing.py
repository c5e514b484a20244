"""Takes away what uploads left behind that were broken off: by a killed server, or a shut laptop.

``goldenthread-site clear_uploads`` does it, daily, and the background worker whenever it starts.
"""

from collections.abc import Iterator
from contextlib import suppress
from datetime import datetime, timedelta
from pathlib import Path

from django.conf import settings

from goldenthread_site.returns.arriving import UNFINISHED
from goldenthread_site.returns.models import Upload

# No upload takes as long: gunicorn ends what takes more than a minute.
UNFINISHED_FOR = timedelta(days=1)


def clear_uploads(now: datetime) -> int:
    """Delete what is older than UNFINISHED_FOR and is no upload; how many files that were."""
    too_old = (now - UNFINISHED_FOR).timestamp()
    done = 0
    for each in _left_behind():
        try:
            if each.stat().st_mtime < too_old:
                each.unlink()
                done += 1
        except FileNotFoundError:  # taken away, or put in its place, meanwhile
            continue
    for folder in _folders(Path(settings.FILE_UPLOAD_TEMP_DIR)):
        with suppress(FileNotFoundError):  # its reading has just ended
            if folder.stat().st_mtime < too_old and not any(folder.iterdir()):
                folder.rmdir()
    return done


def _left_behind() -> Iterator[Path]:
    """Files not written to their end, and those that are whole and that no row names."""
    yield from _files(Path(settings.FILE_UPLOAD_TEMP_DIR))
    kept = {each.place for each in Upload.objects.only("digest", "kind")}
    media = Path(settings.MEDIA_ROOT)
    for each in _files(media / "returns"):
        if each.name.startswith(UNFINISHED) or each.relative_to(media).as_posix() not in kept:
            yield each


def _folders(within: Path) -> list[Path]:
    """Those in which returns are read: where a server was killed they stay."""
    return [each for each in within.iterdir() if each.is_dir()] if within.is_dir() else []


def _files(folder: Path) -> list[Path]:
    return [each for each in folder.rglob("*") if each.is_file()] if folder.is_dir() else []
