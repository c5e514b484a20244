"""How far the setting up has come: each step, what it is for, and whether it is done."""

from dataclasses import dataclass

from django.db.models import Q
from django.urls import reverse

from goldenthread_site.directory import permissions, queries
from goldenthread_site.directory.models import Membership, on
from goldenthread_site.directory.people import queries as people
from goldenthread_site.directory.standing import Standing
from goldenthread_site.returns import queries as returns


@dataclass(frozen=True, slots=True)
class Step:
    """One thing to do. ``state`` says in words how far it is."""

    title: str
    told: str
    href: str
    done: bool
    state: str


def steps(standing: Standing) -> list[Step]:
    """In the order in which each rests on the one before; none for who does not set up."""
    here = standing.partnership
    if here is None or not permissions.can_keep_directory(standing):
        return []
    members = Membership.objects.filter(on(standing.today), partnership=here)
    partners = members.filter(standing=Membership.Standing.PARTNER).count()
    agencies = members.count()
    groups = len([each for each in queries.groups(standing) if each.partnership_id == here.pk])
    others = people.roles(standing).filter(~Q(person=standing.person))
    known = others.values("person").distinct().count() + people.invitations(standing).count()
    asked = returns.requests(standing).count()
    return [
        Step(
            "What the partnership is",
            "Its name, its councils and the colour of its pages.",
            reverse("set-up-about"),
            bool(here.areas),
            "Done" if here.areas else "Begin here",
        ),
        Step(
            "Safeguarding partners and agencies",
            "Council, health and police first, then those who work with children.",
            reverse("set-up-agencies"),
            partners > 0,
            f"{agencies} here" if agencies else "To do",
        ),
        Step(
            "Groups and posts",
            "Who meets, what for, and which posts sit there.",
            reverse("set-up-groups"),
            groups > 0,
            f"{groups} here" if groups else "To do",
        ),
        Step(
            "People",
            "Invite a lead for each agency, the analyst and the partners; each by their role.",
            reverse("let_in"),
            known > 0,
            f"{known} let in or invited" if known else "To do",
        ),
        Step(
            "What agencies are asked for",
            "The first returns, with the day each is due.",
            reverse("set-up-requests"),
            asked > 0,
            f"{asked} asked for" if asked else "To do",
        ),
    ]


def left_to_do(standing: Standing) -> list[Step]:
    """The steps that are not done yet."""
    return [each for each in steps(standing) if not each.done]
