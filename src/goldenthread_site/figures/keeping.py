"""What the review of records may look at and erase of questions and of commentary.

Figures themselves are the partnership’s public record and are kept for good.
"""

from collections.abc import Sequence
from datetime import date, datetime, time

from django.utils import timezone

from goldenthread.nouns import Period
from goldenthread_site.figures.models import Answer, Commentary, Question, Said
from goldenthread_site.trail.records.keepers import Item, keeps


def _questions_due(partnership: int, before: date) -> list[Item]:
    """Those closed before a day: an open question stands however old it is."""
    begins = timezone.make_aware(datetime.combine(before, time.min))
    found = Question.objects.filter(partnership=partnership, closed_at__lt=begins)
    return [
        Item(number, (("figures.question", str(number)), *_of(agency)))
        for number, agency in found.order_by("pk").values_list("pk", "asked_of_id")
    ]


def _erase_questions(items: Sequence[Item]) -> int:
    numbers = [each.number for each in items]
    Answer.objects.filter(question__in=numbers).delete()
    Question.objects.filter(pk__in=numbers).delete()
    return len(numbers)


def _commentary_due(partnership: int, before: date) -> list[Item]:
    found = Commentary.objects.filter(partnership=partnership).order_by("pk")
    return [
        Item(number, (("figures.commentary", str(number)), *_of(agency)))
        for number, agency, year in found.values_list("pk", "agency_id", "year")
        if Period.parse(year).end < before
    ]


def _erase_commentary(items: Sequence[Item]) -> int:
    numbers = [each.number for each in items]
    Said.objects.filter(commentary__in=numbers).delete()
    Commentary.objects.filter(pk__in=numbers).delete()
    return len(numbers)


def _of(agency: int | None) -> tuple[tuple[str, str], ...]:
    return (("directory.agency", str(agency)),) if agency else ()


keeps("questions", _questions_due, _erase_questions)
keeps("commentary", _commentary_due, _erase_commentary)
