"""Reminds agencies of what is due or late, once a day at most, and says on the trail whom it told.

Runs as a task in the background or by ``goldenthread-site send_reminders``, daily.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from smtplib import SMTPException

from django.core.mail import EmailMessage
from django.db import transaction
from django.db.models import Exists, OuterRef
from django.utils import timezone
from django_tasks import task

from goldenthread_site.accounts.models import Person
from goldenthread_site.directory.models import RoleHeld, on
from goldenthread_site.returns.models import DataRequest, Reminder, Return
from goldenthread_site.returns.permissions import FILLS_IN
from goldenthread_site.returns.rules import Status, reminder_due
from goldenthread_site.trail.acting import Acting
from goldenthread_site.trail.recording import record

SENDER = Acting(job="reminders")
_SUBJECTS = {
    "coming": "Due on {due}: {title}",
    "today": "Due today: {title}",
    "late": "Late since {due}: {title}",
}


def to_remind_of(today: date) -> list[tuple[DataRequest, str]]:
    """What a reminder belongs to today and none was sent of, with the kind of reminder."""
    sent = Return.objects.filter(
        request=OuterRef("pk"), status__in=[Status.SUBMITTED, Status.QUERIED, Status.ACCEPTED]
    )
    told = Reminder.objects.filter(request=OuterRef("pk"), on=today)
    waiting = DataRequest.objects.filter(~Exists(sent), ~Exists(told), agency__ended=None)
    found = [
        (each, reminder_due(each.due, today))
        for each in waiting.select_related("agency", "partnership")
    ]
    return [(each, kind) for each, kind in found if kind]


def whom(asked: DataRequest, today: date) -> Sequence[Person]:
    """The agency’s contributors and leads today."""
    held = RoleHeld.objects.filter(
        on(today), agency=asked.agency, partnership=asked.partnership, role__in=FILLS_IN
    )
    people = Person.objects.filter(roles_held__in=held, is_active=True)
    return list(people.distinct().order_by("pk"))


@transaction.atomic
def remind(asked: DataRequest, kind: str, today: date) -> int:
    """Write to the agency’s people; how many. Nobody to write to is kept as such, and told."""
    people = whom(asked, today)
    due = f"{asked.due.day} {asked.due:%B %Y}"
    for person in people:
        EmailMessage(
            subject=_SUBJECTS[kind].format(due=due, title=asked.asked.title),
            body=(
                f"{asked.partnership.name} asked {asked.agency.name} for"
                f" “{asked.asked.title}” about {asked.period.words}. It is due on {due}.\n\n"
                "Sign in to the partnership’s site and open Returns to fill it in. If nothing"
                " happened, or you do not know, say so there: that is an answer too.\n"
            ),
            to=[person.email],
        ).send()
    Reminder.objects.create(request=asked, kind=kind, on=today, sent_to=len(people))
    record(
        by=SENDER,
        action="reminder sent",
        about=asked,
        partnership=asked.partnership_id,
        detail={"request": str(asked), "kind": kind, "people": [each.pk for each in people]},
    )
    return len(people)


@dataclass(frozen=True, slots=True)
class Reminded:
    """How many requests were reminded of, in how many letters, and how many could not be sent."""

    requests: int
    letters: int
    failed: int

    def __str__(self) -> str:
        told = f"Reminded of {self.requests} returns, in {self.letters} letters."
        return f"{told} {self.failed} could not be sent: try again." if self.failed else told


def remind_everyone(today: date) -> Reminded:
    """Remind of everything that a reminder belongs to today.

    One that cannot be sent is left for the next run and keeps no other back.
    """
    letters, failed = [], 0
    for asked, kind in to_remind_of(today):
        try:
            letters.append(remind(asked, kind, today))
        except (OSError, SMTPException):
            failed += 1
    return Reminded(len(letters), sum(letters), failed)


@task()
def send_reminders() -> str:
    """The same as a task in the background; its result says what was done."""
    return str(remind_everyone(timezone.localdate()))
