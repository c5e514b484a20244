"""``goldenthread-site work``: do in the background what pages have put in line."""

import os
import sys
from threading import Thread
from typing import Any

from django.core.management import BaseCommand
from django.core.management.base import CommandParser
from django.utils import timezone
from django.utils.crypto import get_random_string
from django_tasks_db.management.commands.db_worker import Worker

from goldenthread_site.barrier.asking import as_the_system
from goldenthread_site.home.working import alone, put_back
from goldenthread_site.returns.clearing import clear_uploads

_POLITE = 5  # pages come first where both want the processor


class Command(BaseCommand):
    """Runs until it is stopped; a second one waits to take the first one's place."""

    help = "Do what was put in line: read large files, prepare figures. Run one of it, always."

    def add_arguments(self, parser: CommandParser) -> None:
        """Whether to stop by itself."""
        parser.add_argument("--batch", action="store_true", help="Stop when nothing is in line.")
        parser.add_argument(
            "--beside",
            action="store_true",
            help="Stop when whoever started it closes its input, or ends (start does so).",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        """Wait for the turn, put back what was broken off, and work."""
        if options["beside"]:
            Thread(target=_end_with_input, daemon=True).start()
        if hasattr(os, "nice"):
            os.nice(_POLITE)
        with alone():
            with as_the_system("the worker clears what broken-off uploads left"):
                clear_uploads(timezone.now())
            if broken_off := put_back():
                self.stdout.write(f"Begun again, having been broken off: {broken_off}")
            worker = Worker(
                queue_names=["default"],
                interval=1,
                batch=options["batch"],
                backend_name="default",
                startup_delay=False,
                max_tasks=None,
                worker_id=get_random_string(32),
                excluded_queue_names=[],
            )
            worker.configure_signals()
            worker.run()


def _end_with_input() -> None:
    """Ends at once: a task that is broken off is begun again by the next worker."""
    sys.stdin.buffer.read()
    os._exit(0)
