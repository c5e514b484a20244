"""Who may read the trail: business unit, scrutineer, inspector, each in their own partnership."""

from collections.abc import Set as AbstractSet
from typing import Any, Protocol, cast

from django.http import HttpRequest

from goldenthread_site.accounts.models import Person
from goldenthread_site.accounts.refusal import NotAllowedError
from goldenthread_site.accounts.roles import Role
from goldenthread_site.trail.rules import READERS


class Reader(Protocol):
    """Whoever looks, as the room above works it out: the trail knows no more of a standing."""

    @property
    def person(self) -> Person | None:
        """None for the public."""
        ...

    @property
    def partnership(self) -> Any:
        """The one being looked at, or None."""
        ...

    @property
    def matters_shut(self) -> AbstractSet[tuple[str, str]]:
        """Kind and number of matters in which this person declared an interest."""
        ...

    def holds(self, *roles: Role) -> bool:
        """True where any of these roles is held in that partnership today."""
        ...


def reader_of(request: HttpRequest) -> Reader:
    """Who looks, as the middleware put it on the request."""
    return cast(Reader, request.standing)  # type: ignore[attr-defined]


def check_read_trail(reader: Reader) -> None:
    """Raises NotAllowedError, in a sentence, for whoever may not read it."""
    if reader.person is None or reader.partnership is None or not reader.holds(*READERS):
        raise NotAllowedError(
            "The trail is read by the business unit, the scrutineer and, for the days of an"
            " inspection, an inspector."
        )


def can_read_trail(reader: Reader) -> bool:
    """The same as an answer."""
    try:
        check_read_trail(reader)
    except NotAllowedError:
        return False
    return True
