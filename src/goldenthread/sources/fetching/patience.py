"""How long to wait before asking a busy server again, and when to give up."""

import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

import httpx

from goldenthread.nouns import GoldenThreadError

# What a server answers when asking again later may help.
_PASSING = {408, 425, 429, 500, 502, 503, 504}


@dataclass(frozen=True, slots=True)
class Patience:
    """``attempts`` tries in all, waiting 1, 2, 4 ... times ``first_wait`` seconds between them.

    A wait the server itself asks for (Retry-After) is kept, up to ``longest_wait`` seconds; a
    longer one ends the work with a sentence saying so.
    """

    attempts: int = 5
    first_wait: float = 1.0
    longest_wait: float = 120.0
    sleep: Callable[[float], None] = time.sleep

    def passing(self, response: httpx.Response) -> bool:
        """True where the answer is one that asking again may change."""
        return response.status_code in _PASSING

    def wait(self, attempt: int, response: httpx.Response | None = None) -> None:
        """Wait after the given attempt (the first is 1).

        Raises GoldenThreadError where the server asks for a longer wait than is kept.
        """
        asked = _retry_after(response) if response is not None else None
        if asked is not None and asked > self.longest_wait:
            raise GoldenThreadError(
                f"The server asks to be left alone for {asked:,.0f} seconds: run the same command"
                " again after that; what has been fetched is kept."
            )
        backoff: float = self.first_wait * 2 ** (attempt - 1)
        self.sleep(min(self.longest_wait, backoff if asked is None else asked))


def _retry_after(response: httpx.Response) -> float | None:
    """Seconds asked for, from a number or a date; None where the header says neither."""
    header = response.headers.get("retry-after", "").strip()
    if header.isascii() and header.isdigit():
        return float(header[:9])
    try:
        when = parsedate_to_datetime(header)
    except ValueError:
        return None
    if when.tzinfo is None:
        when = when.replace(tzinfo=UTC)
    return max(0.0, (when - datetime.now(UTC)).total_seconds())
