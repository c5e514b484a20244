"""A link of the trail in words. Each room says how its own actions read; none is shown as a code.

A room registers beside its actions, in its ``presenters.py``, which its ``apps.py`` imports::

    @presents("return queried")
    def _queried(told: Told) -> str:
        return f"Queried {told.subject}: {told.detail.get('question', '')}"
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, TypeVar

from django.apps import apps

from goldenthread_site.trail.models import Link
from goldenthread_site.trail.rules import ERASED, in_words


@dataclass(frozen=True, slots=True)
class Told:
    """What a presenter is handed: the thing by its name, and what was written down of it."""

    subject: str
    detail: Mapping[str, Any]


Presenter = Callable[[Told], str]
Kept = TypeVar("Kept", bound=Presenter)
_PRESENTERS: dict[str, Presenter] = {}


def presents(*actions: str) -> Callable[[Kept], Kept]:
    """Register how actions are told. Raises ValueError where one is told twice."""

    def keep(presenter: Kept) -> Kept:
        for action in actions:
            if action in _PRESENTERS:
                raise ValueError(f"the action {action!r} is told in two places")
            _PRESENTERS[action] = presenter
        return presenter

    return keep


def presented() -> frozenset[str]:
    """The actions that some room tells in words of its own."""
    return frozenset(_PRESENTERS)


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the page and of the export."""

    number: int
    at: datetime
    who: str
    what: str
    why: str
    where: str

    @property
    def words(self) -> tuple[str, str, str, str]:
        """Who, what, why and from where, as the export has them."""
        return (self.who, self.what, self.why, self.where)


def lines(links: Iterable[Link], names: Mapping[tuple[str, str], str]) -> list[Line]:
    """Links as lines, ``names`` being what ``queries.subjects`` found."""
    return [_line(each, names) for each in links]


def _line(link: Link, names: Mapping[tuple[str, str], str]) -> Line:
    content = getattr(link, "content", None)
    detail = content.detail if content else {}
    subject = names.get((link.about_kind, link.about_id)) or _kind(link)
    presenter = _PRESENTERS.get(link.action, lambda told: _plain(link.action, told))
    nameless = f"the site’s own {link.job}" if link.job else ERASED
    return Line(
        link.number,
        link.at,
        content.who if content else nameless,
        presenter(Told(subject, detail)),
        content.why if content else "",
        content.place if content else "",
    )


def _plain(action: str, told: Told) -> str:
    return f"{in_words(action)}: {told.subject}"


def _kind(link: Link) -> str:
    """Something whose name is not known any more: what sort of thing it was, and its number."""
    try:
        kind = str(apps.get_model(link.about_kind)._meta.verbose_name)
    except (LookupError, ValueError):
        kind = link.about_kind.rpartition(".")[2]
    return f"{kind} {link.about_id}"
