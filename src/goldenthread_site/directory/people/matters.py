"""The kinds of matter in which someone may have an interest. Rooms above add theirs.

A room calls ``offer`` when its app is ready. A kind is a model's label, such as "directory.agency".
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any, TypeVar

from django.db.models import Model, QuerySet

from goldenthread_site.accounts.refusal import NotAllowedError
from goldenthread_site.directory.models import Agency
from goldenthread_site.directory.standing import Standing

Row = TypeVar("Row", bound=Model)
Offered = Callable[[Standing], Iterable[tuple[str, str]]]


@dataclass(frozen=True, slots=True)
class Matter:
    """``offered``: number and name of those that a person could mean, as far as they may know."""

    kind: str
    title: str
    offered: Offered


MATTERS: dict[str, Matter] = {}


def offer(kind: str, title: str, offered: Offered) -> None:
    """Let people declare an interest in matters of a kind; ``title`` is one of them, in words."""
    MATTERS[kind] = Matter(kind, title, offered)


def without_conflicts(
    queryset: QuerySet[Row], standing: Standing, *, kind: str = "", through: str = "pk"
) -> QuerySet[Row]:
    """Leave out what this person declared an interest in, for as long as it holds.

    By default the rows are themselves the matters. Where they belong to a matter, name its kind and
    the way there: ``without_conflicts(returns, standing, kind="directory.agency",
    through="request__agency_id")``. The database is asked once for a standing.
    """
    wanted = kind or queryset.model._meta.label_lower
    shut = [number for each, number in standing.matters_shut if each == wanted]
    return queryset.exclude(**{f"{through}__in": shut}) if shut else queryset


def in_conflict(matter: Model, standing: Standing) -> bool:
    """True where this person declared an interest in this very matter."""
    return (matter._meta.label_lower, str(matter.pk)) in standing.matters_shut


def is_shut(kind: str, number: int | None, standing: Standing) -> bool:
    """The same of a matter that is known by its number; False where there is none."""
    return (kind, str(number)) in standing.matters_shut


def check_no_interest(matter: Model, standing: Standing) -> None:
    """Raises NotAllowedError: whoever is kept from a matter changes nothing of it either."""
    if in_conflict(matter, standing):
        raise NotAllowedError(
            f"You declared an interest in {matter}. Someone else in the business unit does this."
        )


def name_of(kind: str, number: str, known: dict[str, dict[str, str]]) -> str:
    """What a declared matter is called, as far as the reader may know its name."""
    matter = MATTERS.get(kind)
    title = matter.title if matter else "Matter"
    return known.get(kind, {}).get(number) or f"{title} {number}"


def names(standing: Standing) -> dict[str, dict[str, str]]:
    """The names of all that could be meant, by kind and number."""
    return {kind: dict(matter.offered(standing)) for kind, matter in MATTERS.items()}


def _agencies(standing: Standing) -> Iterable[tuple[str, str]]:
    here: dict[str, Any] = {"memberships__partnership": standing.partnership}
    found = Agency.objects.filter(**here).distinct().values_list("pk", "name")
    return [(str(number), name) for number, name in found]


offer("directory.agency", "Agency", _agencies)
