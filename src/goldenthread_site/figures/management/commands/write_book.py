"""``goldenthread-site write_book luton figures.parquet``: the figures kept, as the core’s book."""

from pathlib import Path
from typing import Any

from django.core.management import BaseCommand, CommandError
from django.core.management.base import CommandParser

from goldenthread.nouns import GoldenThreadError
from goldenthread_site.barrier.asking import as_the_system
from goldenthread_site.directory.models import Partnership
from goldenthread_site.figures.shelves import book_of


class Command(BaseCommand):
    """Writes every row, true counts too: the rows are the authority, and the file can be remade."""

    help = "Write a partnership’s figures as a Parquet book, true counts included."

    def add_arguments(self, parser: CommandParser) -> None:
        """Whose figures, and where to."""
        parser.add_argument("partnership", help="the short name in its address, such as luton")
        parser.add_argument("file", type=Path)

    @as_the_system("the command write_book")
    def handle(self, *args: Any, **options: Any) -> None:
        """Do it."""
        found = Partnership.objects.filter(slug=options["partnership"]).first()
        if found is None:
            known = ", ".join(Partnership.objects.order_by("slug").values_list("slug", flat=True))
            raise CommandError(f"No partnership is called that here. There is: {known or 'none'}.")
        book = book_of(found)
        try:
            book.write(options["file"])
        except (GoldenThreadError, OSError) as error:
            raise CommandError(f"The book could not be written: {error}") from error
        self.stdout.write(
            f"{options['file']}: {len(book):,} figures, with true counts. Keep it as safe as the"
            " site’s own database."
        )
