"""Reads holds, requests and reviews of the partnership looked at."""

from django.db.models import F, QuerySet

from goldenthread_site.accounts.roles import Role
from goldenthread_site.trail.models import Hold, RecordRequest, Review
from goldenthread_site.trail.permissions import Reader


def _here(reader: Reader) -> int:
    """The partnership’s number; none that exists for whoever does not keep records."""
    keeps = reader.partnership is not None and reader.holds(Role.BUSINESS_UNIT)
    return int(reader.partnership.pk) if keeps else 0


def holds(reader: Reader) -> QuerySet[Hold]:
    """Those that stand, newest first."""
    return Hold.objects.filter(partnership=_here(reader), lifted=None).order_by("-since", "-pk")


def requests(reader: Reader) -> QuerySet[RecordRequest]:
    """Open ones first, by the day they are due; then answered ones, newest first."""
    found = RecordRequest.objects.filter(partnership=_here(reader))
    return found.order_by(F("answered").desc(nulls_first=True), "due", "pk")


def reviews(reader: Reader) -> QuerySet[Review]:
    """What each review did, newest first."""
    return Review.objects.filter(partnership=_here(reader))
