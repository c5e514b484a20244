"""``goldenthread-site review_records``: what has been kept for its time; ``--erase`` erases it."""

from typing import Any

from django.apps import apps
from django.core.management import BaseCommand
from django.core.management.base import CommandParser
from django.utils import timezone

from goldenthread_site.barrier.asking import as_the_system
from goldenthread_site.trail.acting import Acting
from goldenthread_site.trail.records.actions import review
from goldenthread_site.trail.records.presenters import told_lines


class Command(BaseCommand):
    """Goes through every partnership and says what it did."""

    help = "Say which records have been kept for their time; erase those under no hold."

    def add_arguments(self, parser: CommandParser) -> None:
        """Erasing is asked for by name."""
        parser.add_argument("--erase", action="store_true")

    @as_the_system("the command review_records")
    def handle(self, *args: Any, **options: Any) -> None:
        """Do it."""
        # By name: the trail stands below the room that knows what a partnership is.
        for each in apps.get_model("directory.Partnership")._base_manager.order_by("pk"):
            made = review(
                by=Acting(job="review of records"),
                partnership=each.pk,
                today=timezone.localdate(),
                erase=options["erase"],
            )
            self.stdout.write(str(each))
            for line in told_lines(made):
                self.stdout.write(f"  {line}")
