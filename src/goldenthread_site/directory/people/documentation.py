"""The page of roles and permissions, told from the code: who holds what, and what each opens."""

import inspect
import os
from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from goldenthread_site.accounts.opening import LIBRARY, Opening
from goldenthread_site.accounts.roles import TOLD, Role
from goldenthread_site.directory.people.rules import may_give

_HEAD = """# Roles and permissions

Made from the code by `make docs`: do not edit it. A test compares it with what every address says
of itself, and an address that says nothing opens to nobody.

A role is held for one partnership, often for one agency, and for a time. Someone may hold several.
What a page shows is narrowed further to what its reader may see: an agency sees its own returns and
what has been shared, never another agency’s drafts. Whoever declared an interest in a matter sees
nothing of it.
"""


class Address(NamedTuple):
    """An address of the site and who may open it."""

    path: str
    what: str
    opening: Opening


# What rooms above add to the page, in the order of their names: a heading and its words.
_ADDED: dict[str, Callable[[], str]] = {}


def adds(heading: str, words: Callable[[], str]) -> None:
    """Let a room say on the page what it alone decides. Raises ValueError for a heading twice."""
    if heading in _ADDED:
        raise ValueError(f"{heading!r} is said on the page already")
    _ADDED[heading] = words


def page() -> str:
    """The whole page, as Markdown."""
    found = sorted(set(addresses()))
    by_role = [each for each in found if each.opening.roles]
    members = [each for each in found if not each.opening.roles and not each.opening.public]
    public = [each for each in found if each.opening.public]
    parts = [
        _HEAD,
        "## The roles\n",
        _table(("Role", "What it is", "For one agency", "Second factor", "Ends"), _roles()),
        "## Who may give and end which role\n",
        "Nobody gives themselves a role or ends their own. A lead gives it for their own agency.\n",
        _table(("Role", *(_title(each) for each in _givers())), _giving()),
        *(part for heading in sorted(_ADDED) for part in (f"## {heading}\n", _ADDED[heading]())),
        "## Pages open to some roles\n",
        "What begins with `/api/v1/` is opened by a person’s token, never by a session.\n",
        _matrix(by_role),
        "## Pages open to whoever is signed in\n",
        _table(("Address", "What it is"), ((f"`{each.path}`", each.what) for each in members)),
        "## Pages open to everyone\n",
        _table(("Address", "What it is"), ((f"`{each.path}`", each.what) for each in public)),
    ]
    return "\n".join(parts)


def addresses() -> Iterator[Address]:
    """Every address that is open to anyone."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "goldenthread_site.config.settings")
    import django
    from django.apps import apps

    if not apps.ready:
        django.setup()
    from django.urls import get_resolver

    yield from _within(get_resolver(), "/")


def _within(resolver: object, start: str) -> Iterator[Address]:
    from goldenthread_site.directory.middleware import opening_of

    for each in getattr(resolver, "url_patterns", ()):
        path = start + str(each.pattern).removeprefix("^").removesuffix("$")
        if hasattr(each, "url_patterns"):
            yield from _within(each, path)
            continue
        opening = opening_of(each.callback, each.name)
        if opening is not None:
            own = each.name not in LIBRARY
            said = inspect.getdoc(each.callback) if own else "Signing in and one’s own account."
            yield Address(path, (said or "").split("\n\n")[0].replace("\n", " "), opening)


def _title(role: Role) -> str:
    return TOLD[role].title


def _givers() -> list[Role]:
    return [giver for giver in Role if any(may_give(giver, role) for role in Role)]


def _roles() -> Iterator[tuple[str, ...]]:
    for told in TOLD.values():
        yes = ("yes" if each else "" for each in (told.for_agency, told.records, told.until))
        yield (told.title, told.description, *yes)


def _giving() -> Iterator[tuple[str, ...]]:
    for role in Role:
        yield (_title(role), *("yes" if may_give(giver, role) else "" for giver in _givers()))


def _matrix(found: list[Address]) -> str:
    """One row for a page, one column for a role that opens at least one."""
    roles = [role for role in Role if any(role in each.opening.roles for each in found)]
    rows = (
        (
            f"`{each.path}`",
            each.what,
            *("●" if role in each.opening.roles else "" for role in roles),
        )
        for each in found
    )
    return _table(("Address", "What it is", *map(_title, roles)), rows)


def _table(head: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> str:
    lines = [head, ("---",) * len(head), *rows]
    return "".join("| " + " | ".join(line) + " |\n" for line in lines)
