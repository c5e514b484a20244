"""Who acts: a person, from somewhere, or a job of the site's own. Every write names one."""

from dataclasses import dataclass

from django.http import HttpRequest

from goldenthread_site.accounts.models import Person


class AnonymousWriteError(Exception):
    """Something was to be written and nobody said who writes it: a fault of the program."""


@dataclass(frozen=True, slots=True)
class Acting:
    """``person`` or ``job``, never neither; ``where`` is the address the request came from."""

    person: Person | None = None
    job: str = ""
    where: str = ""

    def __post_init__(self) -> None:
        if (self.person is None) == (not self.job):
            raise AnonymousWriteError("an action is a person's or a job's: name one of the two")
        if self.person is not None and self.person.pk is None:
            raise AnonymousWriteError("the person who acts has no account")

    @property
    def name(self) -> str:
        """Who it was, as the trail shows it."""
        return self.person.name if self.person else f"the site’s own {self.job}"


def acting(request: HttpRequest) -> Acting:
    """The person behind a request. Raises AnonymousWriteError where nobody is signed in."""
    person = request.user if isinstance(request.user, Person) else None
    return Acting(person=person, where=request.META.get("REMOTE_ADDR", ""))
