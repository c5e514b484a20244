"""A module of ours run in a process of its own, whose memory goes with it when it ends."""

import subprocess
import sys
from contextlib import ExitStack, suppress
from tempfile import TemporaryFile
from threading import Thread
from types import TracebackType
from typing import IO, Self

# The exit code by which such a module says that it understood its job and refuses it.
REFUSED = 3


class NoAnswerError(Exception):
    """A process of ours ended without an answer; says why, and whether it ``refused`` the job."""

    def __init__(self, reason: str, *, refused: bool) -> None:
        super().__init__(reason)
        self.refused = refused


class Apart:
    """``python -m MODULE``, started at once so that it gets ready while other work is done here.

    It reads its job from standard input and writes its answer to standard output. On leaving the
    ``with`` it is ended, whether it has answered or not.
    """

    def __init__(self, module: str) -> None:
        with ExitStack() as stack:
            # Files and not pipes: the process never waits for somebody to read what it says.
            self._said: IO[bytes] = stack.enter_context(TemporaryFile())
            self._complained: IO[bytes] = stack.enter_context(TemporaryFile())
            # -P: a file of the folder one happens to be in is not to be taken for a module.
            self._process = subprocess.Popen(  # noqa: S603 (our own modules)
                [sys.executable, "-P", "-m", module],
                stdin=subprocess.PIPE,
                stdout=self._said,
                stderr=self._complained,
            )
            stack.callback(self._end)
            self._handing: Thread | None = None
            self._left = stack.pop_all()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._left.close()

    def hand(self, job: bytes) -> None:
        """Give the process its job, once, without waiting for it to be ready.

        A process that has died says so when it is asked to answer.
        """
        self._handing = Thread(target=self._hand, args=(job,), daemon=True)
        self._handing.start()

    def answer(self, patience: float) -> bytes:
        """What it says, waiting for as many seconds as ``patience``.

        Raises NoAnswerError where it ends without one, and TimeoutError where it does not end.
        """
        try:
            code = self._process.wait(patience)
        except subprocess.TimeoutExpired as error:
            raise TimeoutError(f"no answer within {patience:.0f} seconds") from error
        if code:
            reason = _all_of(self._complained).decode(errors="replace").strip()
            raise NoAnswerError(reason or f"it ended with code {code}", refused=code == REFUSED)
        return _all_of(self._said)

    def _hand(self, job: bytes) -> None:
        if self._process.stdin:
            with suppress(OSError), self._process.stdin as waiting:
                waiting.write(job)

    def _end(self) -> None:
        self._process.kill()
        if self._handing:
            self._handing.join()
        elif self._process.stdin:
            self._process.stdin.close()
        self._process.wait()


def _all_of(file: IO[bytes]) -> bytes:
    file.seek(0)
    return file.read()
