"""Large files, read in the background: stored whole first, then read into the draft or refused.

Each step looks at how far the reading has come, and the last one stands or falls as a whole: a
worker that is killed leaves nothing half read, and the next one begins again.
"""

from datetime import datetime
from hashlib import sha256
from pathlib import Path
from typing import Any

from django.conf import settings
from django.db import transaction
from django.dispatch import receiver
from django.utils import timezone
from django_tasks import TaskResultStatus, task
from django_tasks.signals import task_finished

from goldenthread_site.barrier.asking import as_the_system
from goldenthread_site.directory.standing import Standing
from goldenthread_site.returns import arriving, permissions, rules
from goldenthread_site.returns.actions import locked, person_of, save
from goldenthread_site.returns.arriving import Arrived, safe_name
from goldenthread_site.returns.models import Reading, Return, Upload
from goldenthread_site.returns.rules import ReadingState, Status
from goldenthread_site.trail.acting import Acting

MOST_FAULTS = 20


@transaction.atomic
def put_in_line(
    *, by: Acting, standing: Standing, sent: Return, content: bytes, kind: str, name: str
) -> Reading:
    """Keep a file and put its reading in line, both or neither. One that is still open stops."""
    now = locked(sent)
    permissions.check_fill_in(standing, now.request)
    rules.check_move(rules.SAVE, Status(now.status))
    _end(Reading.objects.filter(sent=now), ReadingState.STOPPED)
    kept = Upload.objects.create(
        digest=arriving.keep(content, kind),
        kind=kind,
        size=len(content),
        given_name=safe_name(name),
        by=person_of(by),
    )
    made = Reading.objects.create(sent=now, upload=kept, at=timezone.now(), where=by.where)
    # In the same transaction: the file and its place in the line are kept together, or not at all.
    read_upload.enqueue(made.pk)
    return made


@transaction.atomic
def stop(*, by: Acting, standing: Standing, reading: Reading) -> None:
    """Read no further: the draft stays as it is. One that has ended already stays as it ended."""
    now = locked(reading.sent)
    permissions.check_fill_in(standing, now.request)
    _end(Reading.objects.filter(pk=reading.pk), ReadingState.STOPPED)


@task()
@as_the_system("the worker reads a large file into its draft")
def read_upload(number: int) -> str:
    """Read one file into its draft. Done twice, the second time finds it done and does nothing."""
    one = Reading.objects.select_related("upload__by", "sent__request__agency").filter(pk=number)
    reading = one.filter(state__in=rules.OPEN_READINGS).first()
    if reading is None:
        return "There is nothing to read."
    _move_on(reading, ReadingState.READING)
    try:
        content = _bytes_of(reading.upload)
    except OSError:
        _end(one, ReadingState.FAILED)
        return "The file is not there any more."
    sent, asked = reading.sent, reading.sent.request
    arrived = arriving.from_file(
        content,
        reading.upload.kind,
        asked.asked,
        sent.period,
        sent.area,
        asked.agency.name,
        between=lambda: _move_on(reading, ReadingState.CHECKING),
    )
    if arrived.faults:
        _end(one, ReadingState.UNREADABLE, faults=arrived.faults[:MOST_FAULTS])
    else:
        _take(reading, arrived)
    return "The file is read."


def _bytes_of(upload: Upload) -> bytes:
    """The file as it was sent. Raises OSError where it is gone or is another by now."""
    content = (Path(settings.MEDIA_ROOT) / upload.place).read_bytes()
    if sha256(content).hexdigest() != upload.digest:
        raise OSError("the file is not the one that was kept")
    return content


@transaction.atomic
def _take(reading: Reading, arrived: Arrived) -> None:
    """Write the lines into the draft, if it is one still and nobody worked on it meanwhile."""
    now = locked(reading.sent)
    this = Reading.objects.filter(pk=reading.pk)
    if not this.filter(state__in=rules.OPEN_READINGS).exists():
        return
    if now.status != Status.DRAFT or _changed_since(now, reading.at):
        _end(this, ReadingState.OVERTAKEN)
        return
    person = reading.upload.by
    standing = Standing(person, timezone.localdate(), chosen=now.request.partnership.slug)
    if not permissions.can_fill_in(standing, now.request):
        _end(this, ReadingState.FAILED)  # whoever sent it holds no role in the agency any more
        return
    by = Acting(person=person, where=reading.where)
    now.upload = reading.upload
    now.save(update_fields=["upload"])
    save(by=by, standing=standing, sent=now, typed=arrived.typed, places=arrived.places)
    _end(this, ReadingState.READ, lines=len(arrived.typed))


def _changed_since(sent: Return, at: datetime) -> bool:
    return sent.saved_at is not None and sent.saved_at > at


def _move_on(reading: Reading, state: ReadingState) -> None:
    """How far it is, for the page that waits for it; never back from an end."""
    open_ones = Reading.objects.filter(pk=reading.pk, state__in=rules.OPEN_READINGS)
    open_ones.update(state=state)


def _end(readings: Any, state: ReadingState, **more: Any) -> None:
    open_ones = readings.filter(state__in=rules.OPEN_READINGS)
    open_ones.update(state=state, ended_at=timezone.now(), **more)


@receiver(task_finished)
@as_the_system("the worker gave a large file up")
def given_up(sender: Any, task_result: Any, **more: Any) -> None:
    """A task that failed, or ended its worker each time, is not waited for any longer."""
    failed = task_result.status == TaskResultStatus.FAILED
    if failed and task_result.task.module_path == read_upload.module_path:
        _end(Reading.objects.filter(pk=task_result.args[0]), ReadingState.FAILED)
