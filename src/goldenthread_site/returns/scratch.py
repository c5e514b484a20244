"""The folder in which one return is read, gone when it has been.

It stands where uploads arrive and not in the machine's own temporary folder: what a killed server
leaves there, ``clearing`` takes away.
"""

from pathlib import Path
from tempfile import TemporaryDirectory

from django.conf import settings


def scratch() -> TemporaryDirectory[str]:
    """A new folder that nobody else can open; as a context it gives its path."""
    place = Path(settings.FILE_UPLOAD_TEMP_DIR)
    place.mkdir(parents=True, exist_ok=True)
    return TemporaryDirectory(prefix="reading-", dir=place)
