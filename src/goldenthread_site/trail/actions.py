"""Writes about the trail itself: that it was taken out of the site, and the erasing of words."""

from collections.abc import Iterable

from django.db import transaction

from goldenthread_site.trail.acting import Acting
from goldenthread_site.trail.models import Content, Head
from goldenthread_site.trail.recording import record


def note_export(*, by: Acting, partnership: int, lines: int) -> None:
    """Write down that someone took the trail out of the site, before it leaves."""
    record(
        by=by,
        action="trail exported",
        about=Head(pk=1),
        partnership=partnership,
        detail={"lines": lines},
    )


@transaction.atomic
def erase_words(*, numbers: Iterable[int]) -> int:
    """Erase who, why, where and what of these links; the chain of links stands.

    Called by the review of records, which writes down what it did. Returns how many were erased.
    """
    return Content.objects.filter(link_id__in=list(numbers)).delete()[0]
