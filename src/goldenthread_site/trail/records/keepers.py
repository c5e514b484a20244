"""What is due in each class, and how it is erased: each room offers its own classes.

``keeps("schools.leads", due, erase)``: ``due(partnership, before)`` gives Items that ended before
a day; ``erase(items)`` erases them and returns how many. A class that nobody offers is named by
the review as one that it cannot see.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time

from django.utils import timezone

from goldenthread_site.trail.actions import erase_words
from goldenthread_site.trail.models import Content
from goldenthread_site.trail.records.models import RecordRequest


@dataclass(frozen=True, slots=True)
class Item:
    """One record: its number, and the matters (kind, number) that a hold may name."""

    number: int
    matters: tuple[tuple[str, str], ...] = ()


Due = Callable[[int, date], list[Item]]
Erase = Callable[[Sequence[Item]], int]
KEEPERS: dict[str, tuple[Due, Erase]] = {}


def keeps(name: str, due: Due, erase: Erase) -> None:
    """Offer a class. Raises ValueError where it is offered already."""
    if name in KEEPERS:
        raise ValueError(f"the class {name!r} is kept in two places")
    KEEPERS[name] = (due, erase)


def _words_due(partnership: int, before: date) -> list[Item]:
    begins = timezone.make_aware(datetime.combine(before, time.min))
    found = Content.objects.filter(link__partnership=partnership, link__at__lt=begins)
    return [
        Item(number, ((kind, about),))
        for number, kind, about in found.order_by("link_id").values_list(
            "link_id", "link__about_kind", "link__about_id"
        )
    ]


def _requests_due(partnership: int, before: date) -> list[Item]:
    found = RecordRequest.objects.filter(partnership=partnership, answered__lt=before)
    return [
        Item(number, (("trail.recordrequest", str(number)),))
        for number in found.order_by("pk").values_list("pk", flat=True)
    ]


def _erase_requests(items: Sequence[Item]) -> int:
    return RecordRequest.objects.filter(pk__in=[each.number for each in items]).delete()[0]


keeps("trail.words", _words_due, lambda items: erase_words(numbers=[each.number for each in items]))
keeps("requests.answered", _requests_due, _erase_requests)
