"""The one worker of a deployment: what was put in line is done, one after the other, and none lost.

Whatever holds the lock is the worker. The lock is let go by whoever ends, however it ends, so that
the next one knows: what is marked as being done was broken off, and is to be begun again. Every
task can be begun again; one that ends its worker each time is given up after some tries.
"""

import logging
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from django.conf import settings
from django.db import connection, transaction
from django_tasks.base import TaskResultStatus
from django_tasks.signals import task_finished
from django_tasks_db.models import DBTaskResult

MOST_TRIES = 3
_LOCK = 0x601DE4  # among the advisory locks of a PostgreSQL database, this one is the worker's
_LOG = logging.getLogger(__name__)


class WorkerEndedError(Exception):
    """A task's worker ended each time it tried it."""


@contextmanager
def alone() -> Iterator[None]:
    """Wait until nobody else is the worker, and be it. A worker that is killed lets go as well."""
    with _in_the_server() if connection.vendor == "postgresql" else _in_a_file():
        yield


@contextmanager
def _in_the_server() -> Iterator[None]:
    """On a connection of its own, which lasts as long as the process."""
    held = connection.copy()
    try:
        with held.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_lock(%s)", [_LOCK])
            yield
    finally:
        held.close()


@contextmanager
def _in_a_file() -> Iterator[None]:
    """In a database of nothing, beside the site's: locked alike on every kind of computer."""
    place = Path(settings.HOME) / "worker.lock"
    place.parent.mkdir(parents=True, exist_ok=True)
    held = sqlite3.connect(place, timeout=1, isolation_level=None)
    try:
        while True:
            try:
                held.execute("BEGIN EXCLUSIVE")
                break
            except sqlite3.OperationalError as busy:
                if busy.sqlite_errorcode != sqlite3.SQLITE_BUSY:
                    raise
        yield
    finally:
        held.close()


@transaction.atomic
def put_back() -> int:
    """Put back in line what a worker that is no more was doing; how many tasks. Only when alone."""
    number = 0
    for broken_off in DBTaskResult.objects.running().select_for_update():
        if len(broken_off.worker_ids) >= MOST_TRIES:
            _give_up(broken_off)
            continue
        broken_off.status = TaskResultStatus.READY
        broken_off.save(update_fields=["status"])
        number += 1
    return number


def _give_up(task: DBTaskResult) -> None:
    _LOG.warning("Task %s ended its worker %s times: it is given up", task.id, MOST_TRIES)
    task.set_failed(WorkerEndedError(f"The worker ended {MOST_TRIES} times while it did this."))
    task_finished.send(sender=type(task.task.get_backend()), task_result=task.task_result)
