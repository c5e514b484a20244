"""The most memory that a command and all the processes it starts hold at one time, together.

What processes share, such as the code of Python, is counted in each: the sum is a little more than
what the machine has to give, and never less because some other program happens to share it too.
"""

import subprocess
import time
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path

PROC = Path("/proc")
_EVERY = 0.02  # seconds


def can_be_measured() -> bool:
    """True where the system tells how much of memory each process holds."""
    return (PROC / "self" / "smaps_rollup").exists()


def peak_of_all(command: Sequence[str]) -> float:
    """Run a command; the highest sum of its processes' memory, in megabytes.

    Looked at every fiftieth of a second: what comes and goes between two looks is missed. Raises
    CalledProcessError where the command fails.
    """
    peak = 0.0
    with subprocess.Popen(command, stdout=subprocess.DEVNULL) as process:
        while process.poll() is None:
            peak = max(peak, sum(map(megabytes, family(process.pid))))
            time.sleep(_EVERY)
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, command)
    return peak


def family(first: int) -> list[int]:
    """A process and all those that it, or one of them, has started and that still live."""
    children = defaultdict(list)
    for place in PROC.iterdir():
        if place.name.isdecimal() and (parent := _parent(place)):
            children[parent].append(int(place.name))
    found = [first]
    for each in found:
        found += children[each]
    return found


def megabytes(process: int) -> float:
    """What a process holds in memory; nothing for one that has ended."""
    try:
        told = (PROC / str(process) / "smaps_rollup").read_text()
    except (FileNotFoundError, ProcessLookupError):
        return 0.0
    sizes = (line.split()[1] for line in told.splitlines() if line.startswith("Rss:"))
    return sum(map(int, sizes)) / 1024


def _parent(place: Path) -> int | None:
    try:
        told = (place / "stat").read_text()
    except (FileNotFoundError, ProcessLookupError):
        return None
    # The name in brackets may hold anything; after it come the state and the parent.
    return int(told.rpartition(")")[2].split()[1])
