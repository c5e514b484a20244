"""Writes about declared interests: while one holds, its person sees nothing of the matter."""

from datetime import date

from django.db import transaction

from goldenthread_site.accounts.models import Person
from goldenthread_site.accounts.refusal import RefusedError
from goldenthread_site.directory.models import Conflict
from goldenthread_site.directory.people.matters import MATTERS
from goldenthread_site.directory.people.permissions import check_declare, check_end_interest
from goldenthread_site.directory.standing import Standing
from goldenthread_site.trail.acting import Acting
from goldenthread_site.trail.recording import record


@transaction.atomic
def declare(
    *, by: Acting, standing: Standing, person: Person, kind: str, number: str, note: str
) -> Conflict:
    """From today this person sees nothing of the matter. Raises RefusedError, NotAllowedError."""
    check_declare(standing, person.pk)
    matter = MATTERS.get(kind)
    if matter is None or number not in dict(matter.offered(standing)):
        raise RefusedError("Choose what the interest is in.")
    same = Conflict.objects.filter(person=person, matter_kind=kind, matter_id=number)
    if any(each.until is None or each.until >= standing.today for each in same):
        raise RefusedError("This interest is declared already.")
    made = Conflict.objects.create(
        person=person, matter_kind=kind, matter_id=number, note=note, since=standing.today
    )
    _note(by, "interest declared", made, standing)
    return made


@transaction.atomic
def end_interest(*, by: Acting, standing: Standing, conflict: Conflict, last: date) -> None:
    """Let the person see the matter again after a day. Raises NotAllowedError, RefusedError."""
    found = Conflict.objects.select_for_update().get(pk=conflict.pk)
    check_end_interest(standing, found.person_id)
    if last < found.since:
        raise RefusedError("The last day is before the interest was declared.")
    found.until = last
    found.save(update_fields=["until"])
    _note(by, "interest ended", found, standing)


def _note(by: Acting, action: str, made: Conflict, standing: Standing) -> None:
    """On the trail stands that there is an interest and in what, not what it is."""
    record(
        by=by,
        action=action,
        about=made.person,
        partnership=standing.partnership.pk if standing.partnership else None,
        detail={"kind": made.matter_kind, "number": made.matter_id},
    )
