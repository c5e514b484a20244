"""The formats children's records arrive in: each is a room of its own, loaded when it is asked."""

from collections.abc import Callable, Iterator, Sequence
from importlib import import_module
from pathlib import Path
from typing import Protocol, cast

from goldenthread.tables import Return

# Told what a reader is at, so that a person may see it.
Progress = Callable[[str], None]

# In the order in which a file is held against them: those that a few bytes settle come first.
_ROOMS = ("parquet", "cin_census", "ssda903", "ssd", "mash", "gcp2", "annex_a")

# Where one return is several files; of the other formats each file is a return.
MANY_FILES = frozenset({"parquet", "ssda903", "ssd", "mash"})

# What a person must tell, or have guessed, since the format does not: which days it tells in full.
DOES_NOT_TELL_COVERAGE = frozenset({"ssd"})

# And here on which day it was drawn up.
DOES_NOT_TELL_ITS_DAY = frozenset({"annex_a"})


class Kind(Protocol):
    """What the room of a format offers.

    ``recognises`` is cheap and never raises; ``read`` gives what can be read with every fault, and
    raises GoldenThreadError, in one sentence that says what to do, where nothing can.
    """

    KIND: str

    def recognises(self, path: Path) -> bool:
        """Whether a file looks like one of this format."""

    def read(
        self,
        paths: Sequence[Path],
        *,
        area: str = "",
        year: int | None = None,
        progress: Progress | None = None,
    ) -> Return:
        """The return that the files are together."""


def kinds() -> Iterator[Kind]:
    """Every format that can be read, each loaded when it is come to."""
    return (cast(Kind, import_module(f"goldenthread.sources.{room}")) for room in _ROOMS)
