"""How much work something is, told in a way that is the same on every machine and day."""

import sys
from collections.abc import Callable
from types import FrameType


def calls_made(work: Callable[[], object]) -> int:
    """How many calls of Python functions a piece of work makes.

    What grows twice as fast as its data makes four times the calls for twice the data.
    """
    made = 0

    def each(_frame: FrameType, event: str, _about: object) -> None:
        nonlocal made
        made += event == "call"

    before = sys.getprofile()
    sys.setprofile(each)
    try:
        work()
    finally:
        sys.setprofile(before)
    return made
