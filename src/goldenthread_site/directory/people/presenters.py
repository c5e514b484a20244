"""People as the pages show them: one line for each person, with all they hold here."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from goldenthread_site.accounts.models import Person
from goldenthread_site.directory.models import Conflict, RoleHeld
from goldenthread_site.directory.people import matters


@dataclass
class Line:
    """A person and the roles they hold."""

    person: Person
    held: list[RoleHeld] = field(default_factory=list)


def lines(held: Iterable[RoleHeld]) -> list[Line]:
    """One line for each person, in the order their roles come in."""
    found: dict[int, Line] = {}
    for each in held:
        found.setdefault(each.person_id, Line(each.person)).held.append(each)
    return list(found.values())


@dataclass(frozen=True, slots=True)
class Declared:
    """An interest with the name of its matter."""

    conflict: Conflict
    matter: str


def declared(conflicts: Iterable[Conflict], known: Mapping[str, dict[str, str]]) -> list[Declared]:
    """Interests as they are listed."""
    return [
        Declared(each, matters.name_of(each.matter_kind, each.matter_id, dict(known)))
        for each in conflicts
    ]
