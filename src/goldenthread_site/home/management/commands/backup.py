"""``goldenthread-site backup FILE --to RECIPIENT``: everything the site keeps, encrypted."""

from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management import BaseCommand, CommandError
from django.core.management.base import CommandParser

from goldenthread_site.barrier.asking import as_the_system
from goldenthread_site.home.backups.archive import BackupError
from goldenthread_site.home.backups.making import make


class Command(BaseCommand):
    """Writes one file that only the holders of the keys can open."""

    help = "Back up database and uploads to one file, encrypted with age."

    def add_arguments(self, parser: CommandParser) -> None:
        """Where to, and for whom."""
        parser.add_argument("file", type=Path)
        parser.add_argument(
            "--to",
            action="append",
            required=True,
            metavar="RECIPIENT",
            help="A public key of age (age1...) or SSH; may be given several times.",
        )

    @as_the_system("the command backup")
    def handle(self, *args: Any, **options: Any) -> None:
        """Do it."""
        try:
            made = make(options["file"], options["to"], Path(settings.MEDIA_ROOT))
        except (BackupError, OSError) as refused:
            raise CommandError(str(refused)) from refused
        rows = sum(each["rows"] for each in made["tables"].values())
        self.stdout.write(
            f"Backed up {rows} rows of {len(made['tables'])} tables and {len(made['files'])} files"
            f" to {options['file']}."
        )
        if made["seals"]:
            self.stdout.write(
                f"Second factors in it are sealed under {' and '.join(made['seals'])}: keep that"
                " key (GOLDENTHREAD_SEALS, or the secret key where it is not set) in another place."
            )
