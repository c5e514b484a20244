"""The main menu: each entry is an address, shown to those it is open to."""

from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

from django.urls import resolve, reverse

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
    for name, text, opening in _openings():
        if standing.may_open(opening):
            yield name, text


@cache
def _openings() -> tuple[tuple[str, str, Opening], ...]:
    """Each entry with those it is open to, looked up once: every page has the menu."""
    nobody = Opening(roles=frozenset())
    return tuple(
        (name, text, getattr(resolve(reverse(name)).func, "opening", nobody))
        for name, text in ENTRIES
    )
