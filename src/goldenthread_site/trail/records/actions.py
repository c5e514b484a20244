"""Writes about records: holds, requests, and the review that erases what no hold covers."""

from datetime import date
from typing import Any

from django.db import transaction

from goldenthread_site.barrier.asking import as_the_system
from goldenthread_site.trail.acting import Acting
from goldenthread_site.trail.models import Head, Hold, RecordRequest, Review
from goldenthread_site.trail.recording import record
from goldenthread_site.trail.records.classes import ERASE, KEEP, RecordClass, classes
from goldenthread_site.trail.records.keepers import KEEPERS, Item


@transaction.atomic
def put_hold(
    *, by: Acting, partnership: int, record_class: str, matter: tuple[str, str], why: str, on: date
) -> Hold:
    """Stop all erasing of a class, of a matter in every class, or (with neither) of everything."""
    _wait_for_reviews()
    hold = Hold.objects.create(
        partnership=partnership,
        record_class=record_class,
        matter_kind=matter[0],
        matter_id=matter[1],
        why=why,
        since=on,
    )
    record(by=by, action="hold put", about=hold, partnership=partnership, why=why)
    return hold


@transaction.atomic
def lift_hold(*, by: Acting, hold: Hold, why: str, on: date) -> None:
    """From this day what it covered may be erased again."""
    Hold.objects.filter(pk=hold.pk, lifted__isnull=True).update(lifted=on)
    record(by=by, action="hold lifted", about=hold, partnership=hold.partnership, why=why)


@transaction.atomic
def log_request(*, by: Acting, partnership: int, **given: Any) -> RecordRequest:
    """Someone asks for records; ``given`` are the columns of the request."""
    made = RecordRequest.objects.create(partnership=partnership, **given)
    detail = {"due": made.due.isoformat()}
    record(by=by, action="request logged", about=made, partnership=partnership, detail=detail)
    return made


@transaction.atomic
def answer_request(*, by: Acting, request: RecordRequest, answered: date, answer: str) -> None:
    """What was answered and when."""
    RecordRequest.objects.filter(pk=request.pk).update(answered=answered, answer=answer)
    detail = {"on": answered.isoformat(), "due": request.due.isoformat()}
    record(
        by=by,
        action="request answered",
        about=request,
        partnership=request.partnership,
        detail=detail,
    )


@transaction.atomic
@as_the_system("a review of records goes through drafts and files of everyone")
def review(*, by: Acting, partnership: int, today: date, erase: bool) -> Review:
    """Look through every class; with ``erase`` erase what is due and under no hold.

    All in one transaction with what it says it did. A hold put meanwhile waits for it or is seen.
    """
    _wait_for_reviews()
    holds = list(Hold.objects.filter(partnership=partnership, lifted__isnull=True))
    lines = [_reviewed(each, partnership, today, holds, erase=erase) for each in classes()]
    made = Review.objects.create(partnership=partnership, on=today, erased=erase, lines=lines)
    counts = {each["class"]: each["erased"] for each in lines if each["erased"]}
    record(
        by=by,
        action="records reviewed",
        about=made,
        partnership=partnership,
        detail={"erase": erase, "erased": counts, "held": sum(each["held"] for each in lines)},
    )
    return made


def _reviewed(
    kept: RecordClass, partnership: int, today: date, holds: list[Hold], *, erase: bool
) -> dict[str, Any]:
    line = {"class": kept.name, "seen": kept.then == KEEP, "due": 0, "held": 0, "erased": 0}
    if kept.then == KEEP or kept.name not in KEEPERS:
        return line
    due, erase_items = KEEPERS[kept.name]
    found = due(partnership, kept.last_day(today))
    free = [each for each in found if not held(each, kept.name, holds)]
    line |= {"seen": True, "due": len(found), "held": len(found) - len(free)}
    if erase and kept.then == ERASE and free:
        line["erased"] = erase_items(free)
    return line


def held(item: Item, name: str, holds: list[Hold]) -> bool:
    """True where any hold covers it: by class, by matter, both at once, or by covering all."""
    return any(
        hold.record_class in ("", name)
        and (not hold.matter_kind or (hold.matter_kind, hold.matter_id) in item.matters)
        for hold in holds
    )


def _wait_for_reviews() -> None:
    """One at a time: whoever writes to the trail holds its head, and so do holds and reviews."""
    Head.objects.select_for_update().get_or_create(pk=1)
