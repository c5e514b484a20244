"""Swaps two folders' names in one step, where the operating system can."""

import ctypes
import os
import sys
from pathlib import Path

_AT_THIS_FOLDER = -100  # AT_FDCWD: names are read from the working directory
_LINUX_EXCHANGE = 2  # RENAME_EXCHANGE
_MAC_SWAP = 2  # RENAME_SWAP


def exchange(one: Path, other: Path) -> bool:
    """Swap the two, both of which must exist, so that nobody ever sees neither.

    False where this system or file system has no such step (Windows, some network drives): then
    nothing has been moved.
    """
    first, second = os.fsencode(one), os.fsencode(other)
    if sys.platform.startswith("linux"):
        call = _of_the_system("renameat2")
        if call is None:
            return False
        return bool(
            call(_AT_THIS_FOLDER, first, _AT_THIS_FOLDER, second, ctypes.c_uint(_LINUX_EXCHANGE))
            == 0
        )
    if sys.platform == "darwin":
        call = _of_the_system("renamex_np")
        return call is not None and bool(call(first, second, ctypes.c_uint(_MAC_SWAP)) == 0)
    return False


def _of_the_system(name: str) -> "ctypes._NamedFuncPointer | None":
    try:
        library = ctypes.CDLL(None)
    except (OSError, TypeError):
        return None
    return getattr(library, name, None)
