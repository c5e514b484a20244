"""What the review of records may look at and erase of returns: requests with every version."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from django.conf import settings
from django.db import transaction

from goldenthread.comparisons import report_year
from goldenthread_site.returns.models import (
    Cell,
    DataRequest,
    Query,
    Reminder,
    Return,
    Upload,
)
from goldenthread_site.trail.records.keepers import Item, keeps


def _due(partnership: int, before: date) -> list[Item]:
    """Requests whose reporting year ended before a day; nothing is due before its period ends."""
    found = DataRequest.objects.filter(partnership=partnership).order_by("pk")
    return [
        Item(
            each.pk,
            (("returns.datarequest", str(each.pk)), ("directory.agency", str(each.agency_id))),
        )
        for each in found
        if report_year(each.period).end < before
    ]


def _erase(items: Sequence[Item]) -> int:
    """Erase requests and what was sent for them, files too; the figures they gave are kept."""
    numbers = [each.number for each in items]
    versions = Return.objects.filter(request__in=numbers)
    uploads = set(versions.exclude(upload=None).values_list("upload_id", flat=True))
    Query.objects.filter(sent__in=versions).delete()
    Cell.objects.filter(sent__in=versions).delete()
    versions.delete()
    Reminder.objects.filter(request__in=numbers).delete()
    DataRequest.objects.filter(follows__in=numbers).update(follows=None)
    DataRequest.objects.filter(pk__in=numbers).delete()
    _erase_files(uploads)
    return len(numbers)


def _erase_files(uploads: set[int]) -> None:
    """Those no other version was read from; the file goes once nothing else lies under it."""
    unused = Upload.objects.filter(pk__in=uploads, returns=None)
    places = {each.place for each in unused}
    unused.delete()
    kept = {each.place for each in Upload.objects.all()}
    for place in places - kept:
        path = Path(settings.MEDIA_ROOT) / place
        transaction.on_commit(lambda path=path: path.unlink(missing_ok=True))  # type: ignore[misc]


keeps("returns", _due, _erase)
