"""Schools and settings, by the dozen, of one partnership."""

from django.db.models import F, Prefetch, Q, QuerySet

from goldenthread_site.directory.models import Setting, SettingLead, on
from goldenthread_site.directory.rules import ONLY_SHARED
from goldenthread_site.directory.standing import Standing


def schools(standing: Standing, named: str = "") -> QuerySet[Setting]:
    """Open ones first, each with ``leading``: who leads there on safeguarding today.

    ``named`` is part of a name or the beginning of a URN. A neighbour sees none.
    """
    if standing.partnership is None or standing.roles <= ONLY_SHARED:
        return Setting.objects.none()
    leads = SettingLead.objects.filter(on(standing.today)).order_by("since")
    found = Setting.objects.filter(partnership=standing.partnership)
    if named:
        found = found.filter(Q(name__icontains=named) | Q(urn__startswith=named))
    open_first = F("ended").desc(nulls_first=True)
    return found.order_by(open_first, "name", "urn").prefetch_related(
        Prefetch("leads", leads, to_attr="leading")
    )


def schools_by_urn(standing: Standing) -> dict[str, Setting]:
    """All of them, to hold a list against."""
    return {each.urn: each for each in schools(standing).prefetch_related(None)}


def school(standing: Standing, number: int) -> Setting | None:
    """One of them; None where it is not theirs to see."""
    return schools(standing).filter(pk=number).first()
