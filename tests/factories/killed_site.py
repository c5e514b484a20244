"""A site whose processes are killed at moments given by number, and what must hold afterwards.

Runs as a program of its own, once Django is set up, because it forks and because its database is a
real one, in GOLDENTHREAD_HOME or at GOLDENTHREAD_DATABASE. Prints what it did as JSON.
"""

import argparse
import json
import random
from collections import Counter
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import call_command
from django.db import connection
from django.test import Client
from django.urls import reverse
from django_tasks_db.models import DBTaskResult

from goldenthread.nouns import Period, PeriodKind
from goldenthread_site.figures.models import Deposit
from goldenthread_site.returns.models import DataRequest, Reading, Return, Upload
from goldenthread_site.returns.rules import AT_ONCE_BYTES, OPEN_READINGS, ReadingState, Status
from goldenthread_site.returns.templates import templates
from goldenthread_site.trail.models import Link
from goldenthread_site.trail.verifying import walk
from tests.factories.filled import filled
from tests.factories.killing import run_apart
from tests.factories.returns import Someone, Town, a_town

Say = Callable[[str], None]
_YEARS = range(1990, 2020)
_QUARTERLY = [each.key for each in templates().values() if each.period_kind is PeriodKind.QUARTER]


class Ground:
    """The site, its people signed in, and one new request for each round."""

    def __init__(self) -> None:
        call_command("migrate", verbosity=0)
        call_command("createcachetable", verbosity=0)
        self.town: Town = a_town()
        self.rounds = 0
        self.analyst, self.contributor, self.lead = (
            _signed_in(each) for each in (self.town.analyst, self.town.contributor, self.town.lead)
        )

    def ask(self) -> DataRequest:
        """Something not asked for before, about a quarter long over."""
        years, templates_ = len(_YEARS), len(_QUARTERLY)
        year = _YEARS[self.rounds % years]
        key = _QUARTERLY[self.rounds // years % templates_]
        quarter = Period.quarters(year, 1 + 2 * (self.rounds // years // templates_ % 2))
        self.rounds += 1
        due = quarter.end.replace(year=year + 1)
        return self.town.ask(key, period=quarter.code, due=due)

    def whole_life(self, asked: DataRequest, say: Say) -> None:
        """Upload, submit, sign, accept, roll forward; goes on from wherever the request stands."""
        sent = asked.versions.first()
        if sent is None or sent.status == Status.DRAFT:
            sent = self._submitted(asked, say)
        if sent.signed_at is None:
            signing = {"post": f"Safeguarding lead, {self.town.police.name}", "agreed": "on"}
            _done(self.lead.post(reverse("sign_return", args=[sent.pk]), signing))
            say("signed")
        if Return.objects.get(pk=sent.pk).status != Status.ACCEPTED:
            _done(self.analyst.post(reverse("accept_return", args=[sent.pk])))
            say("accepted")
        if not DataRequest.objects.filter(follows=asked).exists():
            _done(self.analyst.post(reverse("returns_calendar"), {"requests": [asked.pk]}))
            say("rolled forward")

    def _submitted(self, asked: DataRequest, say: Say) -> Return:
        _done(self.contributor.post(reverse("begin_return", args=[asked.pk])))
        sent = asked.versions.get()
        if sent.upload is None:
            self._send(sent, _filled(asked))
            say("uploaded")
        _done(self.contributor.post(reverse("check_return", args=[sent.pk])))
        say("submitted")
        return asked.versions.get()

    def large(self, asked: DataRequest, say: Say) -> None:
        """Upload something large, which is put in line."""
        _done(self.contributor.post(reverse("begin_return", args=[asked.pk])))
        self._send(asked.versions.get(), _filled(asked, large=True))
        say("in line")

    def _send(self, sent: Return, content: bytes) -> None:
        file = SimpleUploadedFile("a return.csv", content)
        _done(self.contributor.post(reverse("upload_return", args=[sent.pk]), {"file": file}))


def work(_say: Say) -> None:
    """The worker, until nothing is in line."""
    # Preparing pages loses nothing when it is killed: only the reading of files is looked at here.
    DBTaskResult.objects.filter(task_path__endswith=".prepare_figures").delete()
    call_command("work", batch=True)


def _signed_in(someone: Someone) -> Client:
    client = Client(SERVER_NAME="localhost")
    client.force_login(someone.person)
    return client


def _done(answer: object) -> None:
    status = answer.status_code  # type: ignore[attr-defined]
    if status != 302:
        raise RuntimeError(f"a step was answered with {status}")


def _filled(asked: DataRequest, *, large: bool = False) -> bytes:
    return filled(asked.asked, asked.period) + (b"," + b" " * 500 + b",\r\n") * (
        AT_ONCE_BYTES // 500 if large else 0
    )


# What must hold at any moment whatever was killed; each raises AssertionError.


def nothing_is_lost_or_half_written(asked: DataRequest, said: list[str]) -> None:
    """Everything that was said to be done is, and everything that is there is there whole."""
    sent = asked.versions.first()
    steps = Counter(
        Link.objects.filter(about_kind="returns.return", about_id=str(sent.pk)).values_list(
            "action", flat=True
        )
        if sent
        else ()
    )
    submitted = sent is not None and sent.status != Status.DRAFT
    signed = sent is not None and sent.signed_at is not None
    accepted = sent is not None and sent.status == Status.ACCEPTED
    followed = DataRequest.objects.filter(follows=asked)
    for step, there in (
        ("uploaded", sent is not None and sent.upload is not None),
        ("submitted", submitted),
        ("signed", signed),
        ("accepted", accepted),
        ("rolled forward", followed.exists()),
        ("in line", Reading.objects.filter(sent=sent).exists()),
    ):
        assert there or step not in said, f"{step} was lost"
    assert steps["return submitted"] == int(submitted)
    assert steps["return signed"] == int(signed)
    assert steps["return accepted"] == int(accepted)
    for each in followed:
        assert Link.objects.filter(action="return asked for", about_id=str(each.pk)).count() == 1
    if sent is None:
        return
    lines = len(asked.asked.line)
    cells = list(sent.cells.all())
    assert len(cells) in ((lines,) if submitted or sent.upload else (0, lines))
    assert all(bool(each.state) is submitted for each in cells)
    deposits = list(Deposit.objects.filter(return_number=sent.pk))
    assert [each.figures.count() for each in deposits] == ([lines] if accepted else [])
    for reading in sent.readings.filter(state__in=OPEN_READINGS):
        waiting = DBTaskResult.objects.filter(args_kwargs__args__0=reading.pk)
        assert waiting.exclude(status__in=("SUCCESSFUL", "FAILED")).count() == 1


def the_site_is_sound() -> None:
    """The database is whole, the trail holds together, every file is the one that was sent."""
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA integrity_check")
            assert cursor.fetchall() == [("ok",)]
    connection.check_constraints()
    assert walk().broken == "", walk().broken
    for upload in Upload.objects.all():
        content = (Path(settings.MEDIA_ROOT) / upload.place).read_bytes()
        assert (len(content), sha256(content).hexdigest()) == (upload.size, upload.digest)


def main() -> None:
    """Kill so many lives, uploads of large files, and workers; go on after each, to the end."""
    parser = argparse.ArgumentParser()
    for each in ("--lives", "--large", "--workers", "--seed"):
        parser.add_argument(each, type=int, required=True)
    told = parser.parse_args()
    ground, chance = Ground(), random.Random(told.seed)
    killed: Counter[str] = Counter()

    def spread(number: int, many: int, moments: int) -> int:
        """One of so many moments, all through the work, and where in its part by chance."""
        return min(moments, 1 + int((number + chance.random()) * moments / many))

    ground.whole_life(ground.ask(), lambda _: None)  # so that each copy finds everything loaded
    asked = ground.ask()
    moments = run_apart(lambda say: ground.whole_life(asked, say)).moments
    for number in range(told.lives):
        asked = ground.ask()
        last = spread(number, told.lives, moments)
        ended = run_apart(lambda say, asked=asked: ground.whole_life(asked, say), last)
        killed["lives"] += ended.killed
        nothing_is_lost_or_half_written(asked, ended.said)
        run_apart(lambda say, asked=asked: ground.whole_life(asked, say))
        nothing_is_lost_or_half_written(asked, ["submitted", "signed", "accepted"])
        the_site_is_sound()

    asked = ground.ask()
    moments = run_apart(lambda say: ground.large(asked, say)).moments
    for number in range(told.large):
        asked = ground.ask()
        last = spread(number, told.large, moments)
        ended = run_apart(lambda say, asked=asked: ground.large(asked, say), last)
        killed["large"] += ended.killed
        nothing_is_lost_or_half_written(asked, ended.said)
        the_site_is_sound()
    run_apart(work)

    moments = 0
    for number in range(told.workers + 1):
        asked = ground.ask()
        run_apart(lambda say, asked=asked: ground.large(asked, say))
        last = spread(number, told.workers + 1, moments) if moments else None
        ended = run_apart(work, last)
        moments = moments or ended.moments
        killed["workers"] += ended.killed
        nothing_is_lost_or_half_written(asked, ["in line"])
        run_apart(work)
        assert Reading.objects.get(sent__request=asked).state == ReadingState.READ
        the_site_is_sound()
    assert not Reading.objects.filter(state__in=OPEN_READINGS).exists()
    print(json.dumps({"killed": killed, "links": Link.objects.count()}))
