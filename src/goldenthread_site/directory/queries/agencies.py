"""Agencies as one partnership sees them: its own, past and present, and nobody else’s."""

from datetime import date

from django.db.models import Prefetch, Q, QuerySet

from goldenthread_site.directory.models import Agency, Membership, Partnership, RoleHeld, on
from goldenthread_site.directory.rules import KEEPERS, ONLY_SHARED
from goldenthread_site.directory.standing import Standing


def agencies(standing: Standing) -> QuerySet[Agency]:
    """Those that take or took part in the partnership looked at.

    A neighbouring business manager, holding no other role here, sees those only that take part
    in another children’s partnership too.
    """
    if standing.partnership is None:
        return Agency.objects.none()
    found = Agency.objects.filter(memberships__partnership=standing.partnership)
    if standing.roles <= ONLY_SHARED:
        elsewhere = Membership.objects.filter(partnership__kind=Partnership.Kind.CHILDREN).exclude(
            partnership=standing.partnership
        )
        found = found.filter(pk__in=elsewhere.values("agency"))
    return found.distinct()


def agency(standing: Standing, number: int) -> Agency | None:
    """One of them, with its names, its places and its line; None where it is not theirs to see."""
    return (
        agencies(standing)
        .prefetch_related(
            "former_names",
            Prefetch("memberships", Membership.objects.select_related("partnership")),
        )
        .filter(pk=number)
        .first()
    )


def members_on(standing: Standing, day: date) -> list[Membership]:
    """The places held in the partnership on a day, in order of standing and name."""
    return _in_order(_memberships(standing).filter(on(day)))


def past_members(standing: Standing, day: date) -> list[Membership]:
    """Places that had ended by then, of agencies that hold none on that day."""
    there = [each.agency_id for each in members_on(standing, day)]
    ended = _memberships(standing).filter(until__lt=day).exclude(agency__in=there)
    return _in_order(ended.prefetch_related("agency__succeeded_by__successor"))


def name_on(agency: Agency, day: date) -> str:
    """What the agency was called on a day; as it is called now where nothing else is known."""
    former = agency.former_names.filter(Q(since__lte=day) | Q(since__isnull=True), until__gte=day)
    found = former.order_by("until").first()
    return found.name if found else agency.name


def people_of(standing: Standing, agency: Agency) -> list[RoleHeld]:
    """Who acts for an agency here today: for the business unit and for the agency itself."""
    if not standing.holds(*KEEPERS) and agency not in standing.agencies:
        return []
    held = RoleHeld.objects.filter(
        on(standing.today), agency=agency, partnership=standing.partnership
    )
    return list(held.select_related("person").order_by("person__name", "role"))


def linked_partnerships(standing: Standing) -> list[Partnership]:
    """The adults’ board beside this partnership, or the children’s beside an adults’ one."""
    return list(standing.partnership.linked.order_by("name")) if standing.partnership else []


def other_partnerships(standing: Standing) -> QuerySet[Partnership]:
    """Those with whom this one may hold a group together."""
    here = standing.partnership
    found = Partnership.objects.order_by("name")
    return found.exclude(pk=here.pk) if here else found


def _memberships(standing: Standing) -> QuerySet[Membership]:
    return Membership.objects.filter(
        partnership=standing.partnership, agency__in=agencies(standing)
    ).select_related("agency")


def _in_order(found: QuerySet[Membership]) -> list[Membership]:
    order = list(Membership.Standing)
    return sorted(
        found, key=lambda each: (order.index(Membership.Standing(each.standing)), each.agency.name)
    )
