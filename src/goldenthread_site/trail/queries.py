"""Reads the trail: only what was done in the partnership looked at, and no matter that is shut."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time

from django.apps import apps
from django.db import models
from django.db.models import Q, QuerySet
from django.utils import timezone

from goldenthread_site.trail.matters import within
from goldenthread_site.trail.models import Link
from goldenthread_site.trail.permissions import Reader, can_read_trail
from goldenthread_site.trail.rules import OF_THE_SITE


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a reader narrows the trail to; None and empty text narrow nothing."""

    since: date | None = None
    until: date | None = None
    person: int | None = None
    action: str = ""


def links(reader: Reader, wanted: Wanted = Wanted()) -> QuerySet[Link]:
    """What was done, newest first, as far as this reader may see it."""
    if not can_read_trail(reader):
        return Link.objects.none()
    here = Q(partnership=reader.partnership.pk)
    of_the_site = Q(partnership=None, person=None, action__in=sorted(OF_THE_SITE))
    found = Link.objects.filter(here | of_the_site).select_related("content")
    for kind, number in sorted(reader.matters_shut):
        for about, numbers in within(kind, number):
            found = found.exclude(about_kind=about, about_id__in=numbers)
    if wanted.since:
        found = found.filter(at__gte=_at(wanted.since, time.min))
    if wanted.until:
        found = found.filter(at__lte=_at(wanted.until, time.max))
    if wanted.person is not None:
        found = found.filter(person=wanted.person)
    return found.filter(action=wanted.action) if wanted.action else found


def in_parts(found: QuerySet[Link], size: int = 500) -> Iterator[list[Link]]:
    """All of it in lists, newest first, however long the trail is and whoever adds to it."""
    part = list(found[:size])
    while part:
        yield part
        part = list(found.filter(number__lt=part[-1].number)[:size])


def people(reader: Reader) -> list[tuple[int, str]]:
    """Whoever did something here, by number and by the name they were last known by."""
    done = links(reader).filter(person__isnull=False, content__isnull=False)
    latest = done.order_by("number").values_list("person", "content__who")
    named = {number: who for number, who in latest.distinct() if number is not None}
    return sorted(named.items(), key=lambda each: each[1].casefold())


def actions(reader: Reader) -> list[str]:
    """What was done here at all, in alphabetical order."""
    return sorted(set(links(reader).order_by().values_list("action", flat=True).distinct()))


def subjects(shown: Iterable[Link]) -> dict[tuple[str, str], str]:
    """What each link is about, by the name it has now; one question for each kind of thing."""
    wanted: dict[str, set[str]] = defaultdict(set)
    for link in shown:
        wanted[link.about_kind].add(link.about_id)
    found: dict[tuple[str, str], str] = {}
    for kind, numbers in wanted.items():
        try:
            model = apps.get_model(kind)
        except (LookupError, ValueError):
            continue  # a kind of thing that an earlier version of the site had
        if model.__str__ is not models.Model.__str__:  # which knows no name
            there = model._base_manager.filter(pk__in=[each for each in numbers if each.isdigit()])
            found |= {(kind, str(each.pk)): str(each) for each in there}
    return found


def _at(day: date, hour: time) -> datetime:
    return timezone.make_aware(datetime.combine(day, hour))
