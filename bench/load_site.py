"""Makes the site that ``bench.load`` puts people on: the example, with an account for each of them.

Run in a process of its own, with the site's environment: ``python -m bench.load_site PEOPLE``. The
sessions and the addresses of everyone's own draft are printed as JSON.
"""

import csv
import io
import json
import os
import sys
from datetime import date
from typing import Any

QUARTERS = range(1, 5)
SEVEN, ALL = "7", "100"  # a count, and the percentage of any count that is whole children


def make(people: int) -> dict[str, Any]:
    """So many contributors of the police, each with a draft of their own, and as many readers."""
    from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
    from django.contrib.sessions.backends.db import SessionStore
    from django.core.management import call_command
    from django.utils import timezone

    from goldenthread.nouns import Period, PeriodKind, Unit
    from goldenthread_site.accounts.models import Person
    from goldenthread_site.accounts.roles import Role
    from goldenthread_site.directory.models import Agency, Partnership, RoleHeld
    from goldenthread_site.directory.standing import Standing
    from goldenthread_site.returns import actions, checks
    from goldenthread_site.returns.arriving import template_file
    from goldenthread_site.returns.models import Return
    from goldenthread_site.returns.templates import templates
    from goldenthread_site.trail.acting import Acting

    call_command("start", only_load=True, stdout=sys.stderr)
    today = timezone.localdate()
    luton = Partnership.objects.get(slug="luton")
    police = Agency.objects.get(name="Bedfordshire Police")

    def someone(role: Role, number: int, agency: Agency | None) -> tuple[Person, str]:
        person = Person.objects.create_user(
            f"{role.value}.{number}@load.example", name=f"Somebody {number}"
        )
        RoleHeld.objects.create(
            person=person, partnership=luton, agency=agency, role=role, since=date(2020, 1, 1)
        )
        session = SessionStore()
        session[SESSION_KEY] = str(person.pk)
        session[BACKEND_SESSION_KEY] = "allauth.account.auth_backends.AuthenticationBackend"
        session[HASH_SESSION_KEY] = person.get_session_auth_hash()
        session.save()
        return person, session.session_key or ""

    analyst = Person.objects.get(email="analyst@luton.example")
    quarterly = [each for each in templates().values() if each.period_kind is PeriodKind.QUARTER]
    contributors, readers = [], []
    for number in range(people):
        template = quarterly[number % len(quarterly)]
        years, quarter = divmod(number // len(quarterly), len(QUARTERS))
        period = Period.quarters(2010 + years, QUARTERS[quarter])
        person, session = someone(Role.AGENCY_CONTRIBUTOR, number, police)
        asked = checks.ask(
            by=Acting(person=analyst),
            standing=Standing(analyst, today),
            agency=police,
            template=template.key,
            period=period.code,
            footprint="821",
            due=period.end.replace(year=period.end.year + 1),
        )
        draft = actions.begin(
            by=Acting(person=person), standing=Standing(person, today), asked=asked
        )
        units = [line.unit for line in template.line]
        answers = [ALL if unit is Unit.PERCENT else SEVEN for unit in units]
        filled = _filled(template_file(template, period, draft.area), answers)
        contributors.append({"session": session, "draft": draft.pk, "file": filled})
        _, session = someone(Role.READER if number % 2 else Role.LEAD_PARTNER, number, police)
        readers.append(session)
    sent = Return.objects.exclude(status="draft").order_by("pk").first()
    call_command("work", batch=True, stdout=sys.stderr)  # what is in line, as it is in a deployment
    return {"contributors": contributors, "readers": readers, "sent": sent.pk if sent else 0}


def _filled(content: bytes, answers: list[str]) -> str:
    """The file to fill in, with an answer in every line of it."""
    head, *rows = csv.reader(io.StringIO(content.decode("utf-8-sig"), newline=""))
    out = io.StringIO(newline="")
    table = csv.writer(out)
    table.writerow(head)
    for (label, _, *rest), answer in zip(rows, answers, strict=True):
        table.writerow([label, answer, *rest])
    return out.getvalue()


if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "goldenthread_site.config.settings")
    import django

    django.setup()
    from goldenthread_site.barrier.asking import as_the_system

    with as_the_system("the site that is put under load is made"):
        print(json.dumps(make(int(sys.argv[1]))))
