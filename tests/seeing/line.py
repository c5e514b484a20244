"""One page that is asked for, and how: what a line of the table has to say."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.utils import timezone

from tests.seeing.belonging import Whose

EVERY = tuple(Whose)
NOT_A_THING = (Whose.OWN,)  # a page about nothing that belongs to anyone in particular
WORK, RETURNS, FIGURES = "Your work", "Returns", "Figures, commentary and questions"
DIRECTORY, PEOPLE = "Agencies, groups, posts and schools", "People and declared interests"
TRAIL, PROGRAMS = "The trail and records", "Tokens, and what a program reads by one"
ROOMS = (WORK, RETURNS, FIGURES, DIRECTORY, PEOPLE, TRAIL, PROGRAMS)
CHECKED = {"confirmed": "yes"}


@dataclass(frozen=True, slots=True)
class Line:
    """``sent``: what a POST sends; ``look``: a GET is an answer too; ``shows``: what of the agency
    is looked for on the page, so that a list tells whom it lists. ``writes``: the POST changes
    something for whoever may; ``program``: asked with a token; ``nobody``: not even one's own is
    shown. ``everyones``: done by any role for oneself, such as taking a file away. ``of_agency``:
    changes an agency or who acts for it, or tells a program what it sent.
    """

    room: str
    title: str
    address: str
    of: tuple[Whose, ...] = EVERY
    sent: Mapping[str, str] | None = None
    look: bool = True
    shows: str = ""
    writes: bool = True
    program: bool = False
    nobody: bool = False
    everyones: bool = False
    of_agency: bool = False

    @property
    def matter(self) -> bool:
        """True for what is shut to whoever declared an interest in the agency: what it sent or
        said, what it is asked, and what is changed about it."""
        of_it = self.of_agency or self.room in (WORK, RETURNS, FIGURES, TRAIL)
        return Whose.SHUT in self.of and of_it


def day(name: str) -> dict[str, str]:
    """Today, in the three boxes of a field."""
    today = timezone.localdate()
    return {
        f"{name}_day": str(today.day),
        f"{name}_month": str(today.month),
        f"{name}_year": str(today.year),
    }
