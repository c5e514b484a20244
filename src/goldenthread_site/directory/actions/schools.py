"""Brings in lists of schools, whole or not at all, and names their safeguarding leads."""

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date

from django.db import models, transaction

from goldenthread_site.accounts.refusal import RefusedError
from goldenthread_site.barrier.asking import as_the_system
from goldenthread_site.directory.models import Partnership, Setting, SettingLead
from goldenthread_site.directory.reading_schools import Row
from goldenthread_site.directory.rules import day_before
from goldenthread_site.trail.acting import Acting
from goldenthread_site.trail.recording import record


@transaction.atomic
def bring_in(
    *, by: Acting, partnership: Partnership, rows: Sequence[Row], today: date
) -> Counter[str]:
    """Add new schools, change what the list says otherwise, end closed ones, open reopened ones.

    A school that the list does not name stays as it is. Returns how many of each. Raises
    RefusedError, and writes nothing, where any row has a fault.
    """
    mark_taken(partnership, rows)
    if faulty := [row.number for row in rows if row.faults]:
        raise RefusedError(f"Nothing was brought in: mend row {faulty[0]} of the list first.")
    known = _known(partnership, rows)
    done: Counter[str] = Counter()
    for row in rows:
        what = what_would_change(known.get(row.urn), row)
        school = known.get(row.urn) or Setting(partnership=partnership, urn=row.urn)
        if what:
            done[what] += 1
            school.name, school.ended = row.name, row.ended
            school.phase = row.phase or school.phase
            school.save()
        if row.lead and not row.ended:
            done["leads"] += _lead(school, row.lead, row.email, today)
    record(
        by=by,
        action="schools brought in",
        about=partnership,
        partnership=partnership.pk,
        detail=dict(done),
    )
    return done


@transaction.atomic
def name_lead(*, by: Acting, school: Setting, name: str, email: str, since: date) -> None:
    """Another safeguarding lead from a day. Raises RefusedError where one began no earlier."""
    Setting.objects.select_for_update().get(pk=school.pk)
    if school.leads.filter(since__gte=since).exists():
        raise RefusedError("Someone leads there from that day or later: enter a later day.")
    _lead(school, name, email, since)
    record(
        by=by,
        action="safeguarding lead named",
        about=school,
        partnership=school.partnership_id,
        detail={"since": since.isoformat()},
    )


def mark_taken(partnership: Partnership, rows: Iterable[Row]) -> None:
    """Put a fault beside a school that is on another partnership’s list."""
    rows = list(rows)
    with as_the_system("whether another partnership has a school on its list"):
        elsewhere = set(
            Setting.objects.filter(urn__in=[row.urn for row in rows])
            .exclude(partnership=partnership)
            .values_list("urn", flat=True)
        )
    for row in rows:
        fault = "Another partnership has this school on its list."
        if row.urn in elsewhere and fault not in row.faults:
            row.faults.append(fault)


def what_would_change(school: Setting | None, row: Row) -> str:
    """new, ended, reopened, changed, or empty where the list says nothing new."""
    if school is None:
        return "new"
    if row.ended != school.ended:
        return "ended" if row.ended else "reopened"
    phase = row.phase or school.phase
    return "changed" if (school.name, school.phase) != (row.name, phase) else ""


def _known(partnership: Partnership, rows: Sequence[Row]) -> dict[str, Setting]:
    urns = [row.urn for row in rows]
    found = Setting.objects.select_for_update().filter(partnership=partnership, urn__in=urns)
    return {each.urn: each for each in found}


def _lead(school: Setting, name: str, email: str, since: date) -> bool:
    """True where somebody else leads now."""
    still = school.leads.filter(models.Q(until__isnull=True) | models.Q(until__gte=since))
    if still.filter(name=name, email=email).exists():
        return False
    still.filter(since__gte=since).delete()
    still.update(until=day_before(since))
    SettingLead.objects.create(setting=school, name=name, email=email, since=since)
    return True
