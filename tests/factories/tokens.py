"""Tokens for a test, and what a program gets that shows one."""

import base64
from datetime import date, timedelta
from typing import Any

from django.test import Client
from django.utils import timezone

from goldenthread_site.accounts.models import Person
from goldenthread_site.api import actions
from goldenthread_site.api.models import Token
from goldenthread_site.api.rules import digest_of, fresh
from goldenthread_site.directory.models import Partnership
from goldenthread_site.directory.standing import Standing
from goldenthread_site.trail.acting import Acting


def a_token(
    person: Person, *, true_counts: bool = False, days: int = 30, name: str = "Dashboard"
) -> tuple[Token, str]:
    """Made by the action that people use."""
    today = timezone.localdate()
    return actions.make(
        by=Acting(person=person),
        standing=Standing(person=person, today=today),
        name=name,
        last_day=today + timedelta(days=days),
        true_counts=true_counts,
    )


def written_in(person: Person, partnership: Partnership, last_day: date) -> str:
    """One that no action would make: of someone who may make none, or long over."""
    secret = fresh()
    Token.objects.create(
        person=person,
        partnership=partnership,
        name="Written in",
        digest=digest_of(secret),
        true_counts=True,
        last_day=last_day,
    )
    return secret


def read(path: str, secret: str, *, basic: bool = False, **more: Any) -> Any:
    """What a program gets at an address under /api/v1/; ``more`` are headers."""
    shown = f"Bearer {secret}"
    if basic:
        shown = "Basic " + base64.b64encode(f"anyone:{secret}".encode()).decode()
    return Client().get(f"/api/v1/{path}", headers={"Authorization": shown, **more})
