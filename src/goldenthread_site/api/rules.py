"""How long a token lasts, what it looks like, and what is kept of it."""

import hashlib
import secrets
from datetime import date, timedelta

from goldenthread_site.accounts.refusal import RefusedError

LONGEST = timedelta(days=365)
# By it a token that strays into a file or a message is recognised for what it is.
BEGINNING = "goldenthread_"


def fresh() -> str:
    """A new token: 256 random bits after its beginning."""
    return BEGINNING + secrets.token_urlsafe(32)


def digest_of(token: str) -> str:
    """What is kept: nothing can be guessed from it, a token being random from end to end."""
    return hashlib.sha256(token.encode()).hexdigest()


def check_last_day(last: date, today: date) -> None:
    """Raises RefusedError for a day that is over or more than a year away."""
    if last < today:
        raise RefusedError("The last day must be today or later", "last_day")
    if last > today + LONGEST:
        raise RefusedError("The last day must be within a year: choose an earlier one", "last_day")
