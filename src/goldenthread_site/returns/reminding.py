"""Reminds agencies of what is due or late, once a day at most, and says on the trail whom it told.

Runs as a task in the background or by ``goldenthread-site send_reminders``, daily. What the mail
server did not take is tried again by each run, and by a button on the request’s page.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from django.core.mail import EmailMessage
from django.db import transaction
from django.db.models import Exists, OuterRef, QuerySet
from django.utils import timezone
from django_tasks import task

from goldenthread_site.accounts.letters import post
from goldenthread_site.accounts.models import Person
from goldenthread_site.accounts.refusal import RefusedError
from goldenthread_site.barrier.asking import as_the_system
from goldenthread_site.directory.models import RoleHeld, on
from goldenthread_site.directory.standing import Standing
from goldenthread_site.returns import queries
from goldenthread_site.returns.models import DataRequest, Reminder, Return
from goldenthread_site.returns.permissions import FILLS_IN, check_ask
from goldenthread_site.returns.rules import REMIND_EVERY, Status, reminder_due
from goldenthread_site.trail.acting import Acting
from goldenthread_site.trail.recording import record

SENDER = Acting(job="reminders")
_SUBJECTS = {
    "coming": "Due on {due}: {title}",
    "today": "Due today: {title}",
    "late": "Late since {due}: {title}",
}


def waiting() -> QuerySet[DataRequest]:
    """What nothing was sent for, of agencies that there are still."""
    sent = Return.objects.filter(
        request=OuterRef("pk"), status__in=[Status.SUBMITTED, Status.QUERIED, Status.ACCEPTED]
    )
    found = DataRequest.objects.filter(~Exists(sent), agency__ended=None)
    return found.select_related("agency", "partnership")


def to_remind_of(today: date) -> list[tuple[DataRequest, str]]:
    """What a reminder belongs to today and none was sent of, with the kind of reminder."""
    told = Reminder.objects.filter(request=OuterRef("pk"), on=today)
    found = [(each, reminder_due(each.due, today)) for each in waiting().filter(~Exists(told))]
    return [(each, kind) for each, kind in found if kind]


def not_sent(today: date) -> list[Reminder]:
    """Reminders of the last days that did not reach everyone, of what is still waited for."""
    since = today - timedelta(days=REMIND_EVERY - 1)  # then the next one is due in any case
    found = Reminder.objects.filter(request__in=waiting(), on__gte=since, on__lte=today)
    found = found.select_related("request__agency", "request__partnership").order_by("on", "pk")
    return [each for each in found if each.missed]


def whom(asked: DataRequest, today: date) -> Sequence[Person]:
    """The agency’s contributors and leads today."""
    held = RoleHeld.objects.filter(
        on(today), agency=asked.agency, partnership=asked.partnership, role__in=FILLS_IN
    )
    people = Person.objects.filter(roles_held__in=held, is_active=True)
    return list(people.distinct().order_by("pk"))


def remind(asked: DataRequest, kind: str, today: date) -> Reminder:
    """Write to the agency’s people. Nobody to write to is kept as such, and told.

    It is noted first whom it is for, so that whoever is missed is known, however this ends.
    """
    people = whom(asked, today)
    made = Reminder.objects.create(
        request=asked, kind=kind, on=today, missed=[each.pk for each in people]
    )
    return send(by=SENDER, reminder=made, today=today)


def send(*, by: Acting, reminder: Reminder, today: date) -> Reminder:
    """Write to those it has still to be sent to, so far as they act for the agency today."""
    asked = reminder.request
    people = [each for each in whom(asked, today) if each.pk in reminder.missed]
    reached = [each.pk for each in people if post(_letter(reminder, each.email, today))]
    missed = [each.pk for each in people if each.pk not in reached]
    with transaction.atomic():
        kept = Reminder.objects.select_for_update().get(pk=reminder.pk)
        kept.sent_to, kept.missed = kept.sent_to + len(reached), missed
        kept.save(update_fields=["sent_to", "missed"])
        record(
            by=by,
            action="reminder not sent" if missed else "reminder sent",
            about=asked,
            partnership=asked.partnership_id,
            detail={
                "request": str(asked),
                "kind": reminder.kind,
                "people": reached,
                "missed": missed,
            },
        )
    kept.request = asked
    return kept


def _letter(reminder: Reminder, address: str, today: date) -> EmailMessage:
    asked = reminder.request
    due = f"{asked.due.day} {asked.due:%B %Y}"
    # One that is sent again tells how it is by now, and not how it was on its day.
    kind = reminder.kind if reminder.on == today else ("late" if asked.due < today else "coming")
    return EmailMessage(
        subject=_SUBJECTS[kind].format(due=due, title=asked.asked.title),
        body=(
            f"{asked.partnership.name} asked {asked.agency.name} for"
            f" “{asked.asked.title}” about {asked.period.words}. It is due on {due}.\n\n"
            "Sign in to the partnership’s site and open Returns to fill it in. If nothing"
            " happened, or you do not know, say so there: that is an answer too.\n"
        ),
        to=[address],
    )


def send_again(*, by: Acting, standing: Standing, asked: DataRequest) -> Reminder:
    """What did not go of a request’s last reminder, when someone asks for it who may.

    Raises NotAllowedError, and RefusedError where there is nobody it has still to be sent to.
    """
    check_ask(standing)
    last = queries.reminder_not_sent(standing, asked)
    if last is None:
        raise RefusedError("Everyone whom the last reminder was for has had it.")
    return send(by=by, reminder=last, today=standing.today)


@dataclass(frozen=True, slots=True)
class Reminded:
    """How many requests were reminded of, in how many letters, and how many could not be sent."""

    requests: int
    letters: int
    failed: int

    def __str__(self) -> str:
        told = f"Reminded of {self.requests} returns, in {self.letters} letters."
        return f"{told} {self.failed} could not be sent: try again." if self.failed else told


@as_the_system("reminders to every agency")
def remind_everyone(today: date) -> Reminded:
    """Remind of everything that a reminder belongs to today, and send again what did not go.

    One that cannot be sent keeps no other back.
    """
    again = not_sent(today)
    before = {each.pk: each.sent_to for each in again}
    done = [send(by=SENDER, reminder=each, today=today) for each in again]
    done += [remind(asked, kind, today) for asked, kind in to_remind_of(today)]
    return Reminded(
        requests=sum(not each.missed for each in done),
        letters=sum(each.sent_to - before.get(each.pk, 0) for each in done),
        failed=sum(bool(each.missed) for each in done),
    )


@task()
def send_reminders() -> str:
    """The same as a task in the background; its result says what was done."""
    return str(remind_everyone(timezone.localdate()))
