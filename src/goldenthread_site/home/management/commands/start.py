"""``goldenthread-site start``: a trial of the site on this machine, with Luton's example in it."""

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management import BaseCommand, CommandError, call_command
from django.core.management.base import CommandParser
from django.utils import timezone

from goldenthread_site.barrier.asking import as_the_system
from goldenthread_site.directory.example.loading import PASSWORD, load_example
from goldenthread_site.directory.example.people import ELSEWHERE, FORMER, load_people
from goldenthread_site.figures.example import load_figures
from goldenthread_site.home.example import load_questions
from goldenthread_site.returns.example.loading import load_returns


class Command(BaseCommand):
    """Makes the database, loads the example, says where to look, and serves."""

    help = "Start the site on this machine with Luton’s example and an account for each role."

    def add_arguments(self, parser: CommandParser) -> None:
        """The port, and whether to stop once all is made."""
        parser.add_argument("--port", type=int, default=8000)
        parser.add_argument("--empty", action="store_true", help="Without the example: your own.")
        parser.add_argument("--only-load", action="store_true", help="Make it, but do not serve.")

    def handle(self, *args: Any, **options: Any) -> None:
        """Do it."""
        if not settings.EXAMPLE:
            raise CommandError(
                "This is a deployment (GOLDENTHREAD_HOSTS is set): the example is not put into it."
                " Use migrate, and serve it as docs/how-to/run-the-site.md says."
            )
        with as_the_system("the tables are made"):
            call_command("migrate", verbosity=0)
            call_command("createcachetable", verbosity=0)
        # Nothing is gathered here, but the server warns of a folder that is not there.
        Path(settings.STATIC_ROOT).mkdir(parents=True, exist_ok=True)
        port = options["port"]
        if not options["empty"]:
            self._load_example()
        self.stdout.write(
            f"\nGolden Thread is at http://localhost:{port}/ until Ctrl+C stops it.\n"
        )
        if not options["only_load"]:
            with _worker_beside():
                call_command("runserver", f"127.0.0.1:{port}", use_reloader=False)

    @as_the_system("the example is loaded")
    def _load_example(self) -> None:
        accounts = load_example(timezone.localdate())
        self.stdout.write("Loading Luton’s figures (some seconds, the first time only)")
        load_people(timezone.localdate())
        load_figures()
        load_returns(timezone.localdate())
        load_questions()
        self.stdout.write(f"\nOne account for each role; the password of all is {PASSWORD}\n")
        for role, address in accounts:
            self.stdout.write(f"  {role.told.title:<32} {address}")
        self.stdout.write(f"  {'Of a partnership next door only':<32} {ELSEWHERE}")
        self.stdout.write(f"  {'Holds no role any more':<32} {FORMER}")
        self.stdout.write("\nEvery person in it is made up.\n")


@contextmanager
def _worker_beside() -> Iterator[None]:
    """A background worker that ends when this process does, however it ends."""
    command = [sys.executable, "-m", "goldenthread_site.config.manage", "work", "--beside"]
    with subprocess.Popen(command, stdin=subprocess.PIPE):  # noqa: S603  (itself)
        yield  # leaving closes its input, and so does a parent that is killed
