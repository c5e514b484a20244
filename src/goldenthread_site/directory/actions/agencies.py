"""Adds, renames and ends agencies, and records what became of them."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django.db import models, transaction

from goldenthread_site.accounts.refusal import RefusedError
from goldenthread_site.design.pages import day
from goldenthread_site.directory.models import (
    Agency,
    FormerName,
    Membership,
    Partnership,
    Succession,
    on,
)
from goldenthread_site.directory.rules import comes_round, day_before, why_not_succeed
from goldenthread_site.directory.signals import agency_succeeded
from goldenthread_site.trail.acting import Acting
from goldenthread_site.trail.recording import record


@transaction.atomic
def add_agency(
    *,
    by: Acting,
    partnership: Partnership,
    name: str,
    short_name: str,
    sector: str,
    footprint: Sequence[str],
    standing: str,
    since: date,
) -> Agency:
    """Give an agency its place in the partnership; one known by that name already is taken in.

    Its name, sector and footprint are then as they are known. Raises RefusedError where it takes
    part here already.
    """
    agency = Agency.objects.select_for_update().filter(name__iexact=name).first()
    known = agency is not None
    if agency is None:
        agency = Agency.objects.create(
            name=name, short_name=short_name, sector=sector, footprint=list(footprint)
        )
    here = Membership.objects.filter(agency=agency, partnership=partnership)
    if here.filter(models.Q(until__isnull=True) | models.Q(until__gte=since)).exists():
        raise RefusedError(f"{agency.name} takes part in {partnership.name} already.")
    Membership.objects.create(
        agency=agency, partnership=partnership, standing=standing, since=since
    )
    record(
        by=by,
        action="agency added",
        about=agency,
        partnership=partnership.pk,
        detail={"standing": standing, "since": since.isoformat(), "known": known},
    )
    return agency


@transaction.atomic
def rename_agency(*, by: Acting, agency: Agency, name: str, short_name: str, since: date) -> None:
    """Call it by another name from a day; what was written before keeps the earlier one.

    Raises RefusedError where another agency has the name, or it got its present one later.
    """
    agency = Agency.objects.select_for_update().get(pk=agency.pk)
    former, former_short = agency.name, agency.short_name
    if Agency.objects.filter(name__iexact=name).exclude(pk=agency.pk).exists():
        raise RefusedError(
            f"Another agency is called {name}. If this one was merged into it, record that instead."
        )
    if name != former:
        latest = agency.former_names.order_by("-until").first()
        began = _next_day(latest.until) if latest and latest.until else agency.began
        if began and since <= began:
            raise RefusedError("Enter a day after the one on which it got its present name.")
        FormerName.objects.create(agency=agency, name=former, since=began, until=day_before(since))
    agency.name, agency.short_name = name, short_name
    agency.save(update_fields=["name", "short_name"])
    _tell(
        by,
        "agency renamed",
        agency,
        {"from": former, "to": name, "short": [former_short, short_name], "on": since.isoformat()},
    )


@transaction.atomic
def change_footprint(*, by: Acting, agency: Agency, footprint: Sequence[str], why: str) -> None:
    """Say anew where its own figures come from."""
    agency = Agency.objects.select_for_update().get(pk=agency.pk)
    before = agency.footprint
    agency.footprint = list(footprint)
    agency.save(update_fields=["footprint"])
    _tell(by, "footprint changed", agency, {"from": before, "to": list(footprint)}, why=why)


@transaction.atomic
def end_membership(
    *, by: Acting, agency: Agency, partnership: Partnership, until: date, exists: bool, why: str
) -> None:
    """End its place in this partnership; and everywhere where it does not exist any more.

    ``exists``: it goes on elsewhere. Raises RefusedError where it has no place to end by then.
    """
    agency = Agency.objects.select_for_update().get(pk=agency.pk)
    if not _memberships(agency, until, partnership if exists else None):
        raise RefusedError(f"{agency.name} holds no place here on that day.")
    _end(agency, until, partnership if exists else None)
    if not exists:
        agency.ended = until
        agency.save(update_fields=["ended"])
    told = {"until": until.isoformat(), "exists": exists}
    if exists:
        record(
            by=by,
            action="agency ended",
            about=agency,
            partnership=partnership.pk,
            why=why,
            detail=told,
        )
    else:
        _tell(by, "agency ended", agency, told, why=why)


@transaction.atomic
def record_succession(
    *, by: Acting, predecessor: Agency, successor: Agency, on: date, how: str
) -> Succession:
    """One agency takes over from another on a day: its places too, and whatever other rooms move.

    The earlier one ends on the day before. Raises RefusedError where that cannot be.
    """
    before, after = _both(predecessor, successor)
    if before == after:
        raise RefusedError("An agency cannot succeed itself: choose two.")
    if before.succeeded_by.filter(successor=after).exists():
        raise RefusedError(f"It is recorded already that {after.name} succeeds {before.name}.")
    if before.ended and before.ended < day_before(on):
        raise RefusedError(
            f"{before.name} ended on {day(before.ended)}: enter the day after that, or earlier."
        )
    if wrong := why_not_succeed(predecessor_began=before.began, successor_ended=after.ended, on=on):
        raise RefusedError(wrong)
    line: dict[int, list[int]] = {}
    for each in Succession.objects.all():
        line.setdefault(each.predecessor_id, []).append(each.successor_id)
    if comes_round(line, before.pk, after.pk):
        raise RefusedError(f"{before.name} came after {after.name}: it cannot come before it too.")
    made = Succession.objects.create(predecessor=before, successor=after, on=on, how=how)
    _hand_over(before, after, on)
    _tell(
        by,
        "succession recorded",
        before,
        {"successor": after.name, "how": how, "on": on.isoformat()},
        also=after,
    )
    agency_succeeded.send(sender=Succession, succession=made, by=by)
    return made


def _both(predecessor: Agency, successor: Agency) -> tuple[Agency, Agency]:
    """Both, held while they change; always in one order, so that no writers block each other."""
    wanted = Agency.objects.select_for_update().order_by("pk")
    found = {each.pk: each for each in wanted.filter(pk__in=[predecessor.pk, successor.pk])}
    return found[predecessor.pk], found[successor.pk]


def _hand_over(before: Agency, after: Agency, first: date) -> None:
    """Places that the earlier one still holds go on with the later one where it has none."""
    open_places = _memberships(before, first, None) or _memberships(before, day_before(first), None)
    for place in open_places:
        there = Membership.objects.filter(agency=after, partnership=place.partnership)
        if not there.filter(models.Q(until__isnull=True) | models.Q(until__gte=first)).exists():
            Membership.objects.create(
                agency=after, partnership=place.partnership, standing=place.standing, since=first
            )
    _end(before, day_before(first), None)
    if before.ended is None or before.ended > day_before(first):
        before.ended = day_before(first)
        before.save(update_fields=["ended"])


def _memberships(agency: Agency, then: date, partnership: Partnership | None) -> list[Membership]:
    held = agency.memberships.filter(on(then)).select_related("partnership")
    return list(held.filter(partnership=partnership) if partnership else held)


def _end(agency: Agency, until: date, partnership: Partnership | None) -> None:
    """End what is held on that day; what would have begun later never began."""
    later = models.Q(until__isnull=True) | models.Q(until__gt=until)
    held = agency.memberships.filter(later)
    if partnership:
        held = held.filter(partnership=partnership)
    held.filter(since__gt=until).delete()
    held.update(until=until)


def _next_day(last: date) -> date:
    return date.fromordinal(last.toordinal() + 1)


def _tell(
    by: Acting,
    action: str,
    agency: Agency,
    detail: dict[str, Any],
    *,
    why: str = "",
    also: Agency | None = None,
) -> None:
    """On the trail of every partnership in which the agency takes or took part."""
    ones = [agency, *([also] if also else [])]
    where = Membership.objects.filter(agency__in=ones).order_by("partnership")
    for partnership in where.values_list("partnership", flat=True).distinct():
        record(by=by, action=action, about=agency, partnership=partnership, why=why, detail=detail)
