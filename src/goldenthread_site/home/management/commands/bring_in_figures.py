"""``goldenthread-site bring_in_figures PARTNERSHIP --data FOLDER``: the published figures, kept."""

from pathlib import Path
from typing import Any

from django.core.management import BaseCommand, CommandError
from django.core.management.base import CommandParser

from goldenthread.nouns import GoldenThreadError
from goldenthread.nouns.register import ENGLAND, area, region_of
from goldenthread.report.gather import gather
from goldenthread_site.barrier.asking import as_the_system
from goldenthread_site.directory.models import Partnership
from goldenthread_site.figures.actions import keep_figures
from goldenthread_site.trail.acting import Acting


class Command(BaseCommand):
    """Reads the files and keeps the partnership’s own councils, their region and England."""

    help = "Keep the published figures of a partnership, from files that goldenthread fetch got."

    def add_arguments(self, parser: CommandParser) -> None:
        """Whose, and from where."""
        parser.add_argument("partnership", help="Its name in full.")
        parser.add_argument("--data", type=Path, required=True, help="The folder of files.")

    @as_the_system("the command bring_in_figures")
    def handle(self, *args: Any, **options: Any) -> None:
        """Do it."""
        partnership = Partnership.objects.filter(name__iexact=options["partnership"]).first()
        if partnership is None or not partnership.areas:
            raise CommandError(
                "No partnership here is called that and has councils. Begin it first, with"
                " begin_partnership."
            )
        own = [area(code) for code in partnership.areas]
        places = dict.fromkeys([*own, *filter(None, map(region_of, own)), area(ENGLAND)])
        try:
            gathered = gather(options["data"], None, self.stderr.write)
            figures = gathered.book.figures(area=[each.code for each in places])
        except GoldenThreadError as refused:
            raise CommandError(str(refused)) from refused
        if not figures:
            raise CommandError("The folder holds no figure of its councils: nothing was kept.")
        keep_figures(
            by=Acting(job="figures"),
            partnership=partnership,
            figures=figures,
            because=f"published figures, from {len(gathered.book.sources())} files",
        )
        gathered.close()
        self.stdout.write(
            f"Kept {len(figures)} figures of {', '.join(each.name for each in places)}."
        )
