"""Targets of the partnership being looked at, and the posts that could answer for one."""

from django.db.models import Q, QuerySet

from goldenthread_site.directory.models import Agency, Membership, Post, on
from goldenthread_site.directory.standing import Standing
from goldenthread_site.figures.agreed.models import Target
from goldenthread_site.figures.permissions import READERS


def targets(standing: Standing, indicator: str, year: str) -> QuerySet[Target]:
    """Every target of an indicator for a year, the one that stands first."""
    found = Target.objects.filter(
        partnership=standing.partnership if standing.holds(*READERS) else None,
        indicator=indicator,
        year=year,
    )
    return found.order_by("-set_at", "-pk")


def target(standing: Standing, indicator: str, year: str) -> Target | None:
    """The one that stands."""
    return targets(standing, indicator, year).filter(ended_at=None).first()


def posts(standing: Standing) -> QuerySet[Post]:
    """Posts of the agencies that take part today, and of the partnership’s groups."""
    members = Membership.objects.filter(on(standing.today), partnership=standing.partnership)
    agencies = Agency.objects.filter(pk__in=members.values("agency"))
    here = Q(agency__in=agencies) | Q(group__partnership=standing.partnership)
    return Post.objects.filter(here).select_related("agency", "group").order_by("title", "pk")
