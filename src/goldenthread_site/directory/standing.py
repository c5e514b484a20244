"""What a person is to the partnership they are looking at, today: asked once for each request."""

from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone

from goldenthread_site.accounts.models import Person
from goldenthread_site.accounts.opening import Opening
from goldenthread_site.accounts.roles import Role
from goldenthread_site.barrier.asking import NOBODY, Asker
from goldenthread_site.directory.models import Agency, Conflict, Partnership, RoleHeld, on

CHOSEN = "partnership"  # where the session keeps which partnership is being looked at


@dataclass
class Standing:
    """``person`` is None for the public; ``partnership`` the one being looked at."""

    person: Person | None
    today: date
    chosen: str = ""
    path: str = ""
    # True until a second factor is shown, for someone whose roles need one: they see nothing else.
    held_back: bool = False

    @cached_property
    def every_role(self) -> tuple[RoleHeld, ...]:
        """All roles held today, in every partnership."""
        if self.person is None:
            return ()
        held = RoleHeld.objects.filter(on(self.today), person=self.person)
        return tuple(
            held.select_related("partnership", "agency").order_by("partnership__name", "pk")
        )

    @cached_property
    def partnerships(self) -> tuple[Partnership, ...]:
        """Those in which any role is held."""
        return tuple({each.partnership_id: each.partnership for each in self.every_role}.values())

    @cached_property
    def partnership(self) -> Partnership | None:
        """The one chosen, or the only one, or the first."""
        by_slug = {each.slug: each for each in self.partnerships}
        return by_slug.get(self.chosen) or next(iter(by_slug.values()), None)

    @cached_property
    def held(self) -> tuple[RoleHeld, ...]:
        """Roles held today in the partnership being looked at."""
        return tuple(each for each in self.every_role if each.partnership == self.partnership)

    @cached_property
    def roles(self) -> frozenset[Role]:
        """The same as roles."""
        return frozenset(Role(each.role) for each in self.held)

    @cached_property
    def matters_shut(self) -> frozenset[tuple[str, str]]:
        """Kind and number of the matters in which an interest is declared today."""
        if self.person is None:
            return frozenset()
        declared = Conflict.objects.filter(on(self.today), person=self.person)
        return frozenset(declared.values_list("matter_kind", "matter_id"))

    @cached_property
    def agencies(self) -> tuple[Agency, ...]:
        """The agencies some role is held for in this partnership."""
        return tuple({each.agency_id: each.agency for each in self.held if each.agency}.values())

    def holds(self, *roles: Role) -> bool:
        """True where any of these is held here today."""
        return not self.roles.isdisjoint(roles)

    @property
    def told_as(self) -> str:
        """What a person is when they say something: roles change, and what was said stays."""
        told = "; ".join(
            held.role_told.title + (f", {held.agency.short_name}" if held.agency else "")
            for held in self.held
        )
        return told if len(told) <= 200 else f"{told[:199]}…"

    @property
    def needs_second_factor(self) -> bool:
        """True for whoever may see children's records in any partnership."""
        return any(each.role_told.records for each in self.every_role)

    def may_open(self, opening: Opening) -> bool:
        """True where an address is open to this person."""
        if opening.public:
            return True
        if self.person is None:
            return False
        return self.holds(*opening.roles) if opening.roles else True

    @property
    def asker(self) -> Asker:
        """What the database is told of this person; nothing of their roles while held back."""
        if self.person is None:
            return NOBODY
        if self.held_back or self.partnership is None:
            return Asker(person=self.person.pk)
        return Asker(
            person=self.person.pk,
            partnership=self.partnership.pk,
            held=tuple(
                f"{each.role}@{each.agency_id}" if each.agency_id else str(each.role)
                for each in self.held
            ),
            today=self.today,
        )

    @property
    def navigation(self) -> list[dict[str, Any]]:
        """The main menu: only what this person may open."""
        from goldenthread_site.directory.menu import entries

        if self.held_back:
            return []
        return [
            {
                "href": reverse(name),
                "text": text,
                "active": self.path == reverse(name),
                "current": self.path == reverse(name),
            }
            for name, text in entries(self)
        ]


def standing_of(request: HttpRequest) -> Standing:
    """The standing of whoever asks; the middleware keeps it on the request."""
    known = getattr(request, "standing", None)
    if isinstance(known, Standing):
        return known
    user = getattr(request, "user", None)
    return Standing(
        person=user if isinstance(user, Person) and user.is_active else None,
        today=timezone.localdate(),
        chosen=request.session.get(CHOSEN, "") if hasattr(request, "session") else "",
        path=request.path,
    )


def standing_for_templates(request: HttpRequest) -> dict[str, Any]:
    """What every template knows of who is looking."""
    return {"standing": standing_of(request)}
