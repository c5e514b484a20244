"""``goldenthread-site healthy``: asks the server on this machine how it is; for a container."""

import http.client
from typing import Any

from django.conf import settings
from django.core.management import BaseCommand, CommandError
from django.core.management.base import CommandParser


class Command(BaseCommand):
    """Ends with an error where the server does not answer, or cannot do its work."""

    help = "Ask the server on this machine whether it can do its work."
    requires_system_checks = ()

    def add_arguments(self, parser: CommandParser) -> None:
        """Where the server listens."""
        parser.add_argument("--port", type=int, default=8000)

    def handle(self, *args: Any, **options: Any) -> None:
        """Ask, by a name that the site answers to."""
        asked = http.client.HTTPConnection("127.0.0.1", options["port"], timeout=5)
        try:
            asked.request("GET", "/healthz", headers={"Host": settings.ALLOWED_HOSTS[0]})
            status = asked.getresponse().status
        except OSError as wrong:
            raise CommandError(f"It does not answer: {wrong}") from wrong
        finally:
            asked.close()
        if status != 200:
            raise CommandError(f"It answers with {status}.")
        self.stdout.write("It is well.")
