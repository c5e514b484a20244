"""Reminders of returns that are due or late: who gets them, how often, what is tried again."""

from datetime import date, timedelta

import pytest
from django.core import mail
from django.core.mail import EmailMessage
from django.core.management import call_command

from goldenthread_site.accounts.refusal import NotAllowedError, RefusedError
from goldenthread_site.returns import reminding
from goldenthread_site.returns.models import Reminder
from goldenthread_site.trail.models import Link
from tests.factories.returns import TODAY, a_town

pytestmark = pytest.mark.django_db


@pytest.fixture
def town():
    return a_town()


def test_reminders_go_to_the_agency_once_a_day_and_are_told(town):
    late = town.ask(due=date(2026, 11, 13))
    town.ask("fire", town.fire, due=TODAY)
    town.submitted(town.ask("gcp2", due=date(2026, 11, 13)), {"assessments": "nil"})
    assert reminding.remind_everyone(TODAY) == reminding.Reminded(2, 2, 0)
    assert reminding.remind_everyone(TODAY) == reminding.Reminded(0, 0, 0)
    assert {each.to[0] for each in mail.outbox} == {
        town.contributor.person.email,
        town.lead.person.email,
    }
    assert all("Late since 13 November 2026" in each.subject for each in mail.outbox)
    kept = {each.request.agency.name: each.sent_to for each in Reminder.objects.all()}
    assert kept == {"Bedfordshire Police": 2, "Fire service": 0}
    (link,) = Link.objects.filter(action="reminder sent", about_id=str(late.pk))
    assert link.job == "reminders"
    assert link.content.detail["people"] == sorted(
        [town.contributor.person.pk, town.lead.person.pk]
    )


def unreachable(letter):
    raise ConnectionRefusedError("no post office")


def test_a_letter_that_cannot_be_sent_is_tried_again_and_keeps_no_other_back(town, monkeypatch):
    asked = town.ask(due=TODAY)
    town.ask("fire", town.fire, due=TODAY)
    with monkeypatch.context() as patched:
        patched.setattr(EmailMessage, "send", unreachable)
        assert reminding.remind_everyone(TODAY) == reminding.Reminded(1, 0, 1)
    assert [each.request for each in reminding.not_sent(TODAY)] == [asked]
    # Whenever the next run is: a reminder belongs to one day, and its letters go all the same.
    later = TODAY + timedelta(days=2)
    assert reminding.remind_everyone(later) == reminding.Reminded(1, 2, 0)
    assert {each.subject for each in mail.outbox} == {
        "Late since 20 November 2026: Police: front door and domestic abuse"
    }
    assert reminding.remind_everyone(later) == reminding.Reminded(0, 0, 0)
    told = Link.objects.filter(about_id=str(asked.pk), job="reminders").order_by("number")
    assert list(told.values_list("action", flat=True)) == ["reminder not sent", "reminder sent"]


def test_whoever_has_had_a_reminder_does_not_get_it_twice(town, monkeypatch):
    asked, whole = town.ask(due=TODAY), EmailMessage.send

    def only_the_leads(letter):
        if letter.to == [town.lead.person.email]:
            return whole(letter)
        raise ConnectionRefusedError("no post office")

    with monkeypatch.context() as patched:
        patched.setattr(EmailMessage, "send", only_the_leads)
        assert reminding.remind_everyone(TODAY) == reminding.Reminded(0, 1, 1)
    sent = reminding.send_again(**town.analyst.both, asked=asked)
    assert (sent.sent_to, sent.missed) == (2, [])
    assert [each.to for each in mail.outbox] == [
        [town.lead.person.email],
        [town.contributor.person.email],
    ]
    with pytest.raises(RefusedError, match="has had it"):
        reminding.send_again(**town.analyst.both, asked=asked)
    with pytest.raises(NotAllowedError):
        reminding.send_again(**town.lead.both, asked=asked)


def test_the_task_does_the_same_as_the_command(town):
    assert reminding.send_reminders.call() == "Reminded of 0 returns, in 0 letters."


def test_the_command_says_what_it_sent(town, capsys):
    call_command("send_reminders")
    assert capsys.readouterr().out == "Reminded of 0 returns, in 0 letters.\n"
