"""``goldenthread-site share_ledger luton published/``: one ledger for the site and for reports."""

from pathlib import Path
from typing import Any

from django.core.management import BaseCommand, CommandError
from django.core.management.base import CommandParser

from goldenthread.nouns import GoldenThreadError
from goldenthread_site.barrier.asking import as_the_system
from goldenthread_site.directory.models import Partnership
from goldenthread_site.figures.sharing import share_ledger
from goldenthread_site.trail.acting import Acting


class Command(BaseCommand):
    """Adds what the site let out to a folder of releases, and writes down what reports printed."""

    help = "Share one ledger with reports: run it before each report, and after it is published."

    def add_arguments(self, parser: CommandParser) -> None:
        """Whose ledger, and the folder that reports are given with --ledger."""
        parser.add_argument("partnership", help="the short name in its address, such as luton")
        parser.add_argument("folder", type=Path, help="the folder given to reports with --ledger")

    @as_the_system("the command share_ledger")
    def handle(self, *args: Any, **options: Any) -> None:
        """Do it."""
        found = Partnership.objects.filter(slug=options["partnership"]).first()
        if found is None:
            known = ", ".join(Partnership.objects.order_by("slug").values_list("slug", flat=True))
            raise CommandError(f"No partnership is called that here. There is: {known or 'none'}.")
        try:
            shared = share_ledger(
                by=Acting(job="ledger shared with reports"),
                partnership=found,
                folder=options["folder"],
            )
        except (GoldenThreadError, OSError) as error:
            raise CommandError(f"The ledger could not be shared: {error}") from error
        self.stdout.write(
            f"{options['folder']} has the {shared.given:,} numbers that this site let out."
            f" {shared.taken:,} that reports printed are new here, and are reckoned with from now."
        )
