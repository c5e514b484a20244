"""Runs something in a process of its own and kills it, without warning, at a moment told by number.

Moments are counted, not timed: each statement before and after it is sent to the database, each
commit before and after, each file that is made, renamed or opened. So a test can go through them
all, and a seed repeats the same deaths.
"""

import os
import signal
import sys
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.db import connection, connections
from django.db.backends.base.base import BaseDatabaseWrapper

_FILES = frozenset({"open", "os.rename", "os.chmod", "os.mkdir", "os.remove"})


@dataclass(frozen=True, slots=True)
class Ended:
    """How the process ended, how many moments it had, and what it said was done before."""

    killed: bool
    moments: int
    said: list[str]


class _Moments:
    """Counts, and at the last one allowed kills its own process as if from outside."""

    def __init__(self, last: int | None) -> None:
        self.last, self.number = last, 0

    def one(self) -> None:
        self.number += 1
        if self.number == self.last:
            os.kill(os.getpid(), signal.SIGKILL)

    def around_statement(self, execute: Callable[..., Any], *given: Any) -> Any:
        self.one()
        answer = execute(*given)
        self.one()
        return answer

    def watch_commits(self) -> None:
        real = BaseDatabaseWrapper._commit

        def commit(wrapper: BaseDatabaseWrapper) -> Any:
            self.one()
            answer = real(wrapper)
            self.one()
            return answer

        BaseDatabaseWrapper._commit = commit  # type: ignore[method-assign]

    def watch_files(self) -> None:
        sys.addaudithook(lambda event, _given: self.one() if event in _FILES else None)


def run_apart(work: Callable[[Callable[[str], None]], None], last: int | None = None) -> Ended:
    """Run it in a forked process; killed at moment ``last``, or left to end where that is None.

    ``work`` is given a way to say what it was told is done. Raises RuntimeError where it fails by
    itself.
    """
    connections.close_all()
    reads, writes = os.pipe()
    child = os.fork()
    if child == 0:
        _be_the_child(work, last, writes)
    os.close(writes)
    with os.fdopen(reads, encoding="utf-8") as pipe:
        said = pipe.read().splitlines()
    _, status = os.waitpid(child, 0)
    killed = os.WIFSIGNALED(status) and os.WTERMSIG(status) == signal.SIGKILL
    if not killed and status != 0:
        raise RuntimeError(f"it failed by itself, after {said}")
    moments = int(said.pop()) if said and said[-1].isdigit() else 0
    return Ended(killed, moments, said)


def _be_the_child(
    work: Callable[[Callable[[str], None]], None], last: int | None, writes: int
) -> None:
    """Never returns: the copy of the test in this process must not go on."""
    ended = 1
    moments = _Moments(last)
    try:
        moments.watch_commits()
        moments.watch_files()
        with connection.execute_wrapper(moments.around_statement):
            work(lambda text: (None, os.write(writes, f"{text}\n".encode()))[0])
        os.write(writes, f"{moments.number}\n".encode())
        ended = 0
    except BaseException:
        sys.excepthook(*sys.exc_info())  # told by the process that failed
        raise
    finally:
        sys.stderr.flush()
        os._exit(ended)
