"""The main menu: each entry is an address, shown to those it is open to."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from django.urls import NoReverseMatch, resolve, reverse

from goldenthread_site.accounts.opening import Opening

if TYPE_CHECKING:
    from goldenthread_site.directory.standing import Standing

# Name of the address and what the entry says; a room adds its line here.
ENTRIES = (
    ("home", "Your work"),
    ("figures", "Figures"),
    ("returns", "Returns"),
    ("questions", "Questions"),
    ("agencies", "Agencies"),
    ("people", "People"),
    ("trail", "Trail"),
)


def entries(standing: "Standing") -> Iterator[tuple[str, str]]:
    """Those this person may open, in order."""
    for name, text in ENTRIES:
        try:
            view = resolve(reverse(name)).func
        except NoReverseMatch:
            continue
        if standing.may_open(getattr(view, "opening", Opening(roles=frozenset()))):
            yield name, text
