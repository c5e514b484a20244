"""``goldenthread-site verify_trail``: does the trail still hold?"""

from typing import Any

from django.core.management import BaseCommand, CommandError
from django.core.management.base import CommandParser

from goldenthread_site.barrier.asking import as_the_system
from goldenthread_site.trail.verifying import walk


class Command(BaseCommand):
    """Walks the whole chain; ends with 1 and the first broken link where it does not hold."""

    help = "Check that nothing on the trail was changed, taken out, put in or moved."

    def add_arguments(self, parser: CommandParser) -> None:
        """What was noted down after an earlier walk."""
        parser.add_argument(
            "--expect",
            metavar="NUMBER:DIGEST",
            help="What an earlier run printed, so that a chain written anew is noticed too.",
        )

    @as_the_system("the command verify_trail")
    def handle(self, *args: Any, **options: Any) -> None:
        """Do it."""
        found = walk(_expected(options["expect"]))
        if found.broken:
            raise CommandError(f"The trail is broken. {found.broken}", returncode=1)
        self.stdout.write(
            f"The trail holds: {found.links} links; the words beside {found.erased} were erased."
        )
        if found.links:
            self.stdout.write(f"Note down elsewhere: {found.links}:{found.last}")


def _expected(text: str | None) -> tuple[int, str] | None:
    if not text:
        return None
    number, _, digest = text.partition(":")
    if not number.isdigit() or len(digest) != 64:
        raise CommandError("--expect is what an earlier run printed: a number, a colon, a digest.")
    return int(number), digest
