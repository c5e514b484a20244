"""``goldenthread-site restore FILE --key KEYFILE``: a backup into an empty place."""

from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management import BaseCommand, CommandError, call_command
from django.core.management.base import CommandParser

from goldenthread_site.accounts.sealing import key_names
from goldenthread_site.barrier.asking import as_the_system
from goldenthread_site.home.backups.archive import BackupError
from goldenthread_site.home.backups.restoring import restore


class Command(BaseCommand):
    """Makes the tables where there are none, and fills them; all of it or none."""

    help = "Restore a backup into an empty database and an empty GOLDENTHREAD_HOME."

    def add_arguments(self, parser: CommandParser) -> None:
        """What from, and the key that opens it."""
        parser.add_argument("file", type=Path)
        parser.add_argument("--key", type=Path, required=True, metavar="KEYFILE")

    @as_the_system("the command restore")
    def handle(self, *args: Any, **options: Any) -> None:
        """Do it."""
        call_command("migrate", verbosity=0)
        call_command("createcachetable", verbosity=0)
        try:
            found = restore(options["file"], options["key"], Path(settings.MEDIA_ROOT))
        except (BackupError, OSError) as refused:
            raise CommandError(str(refused)) from refused
        rows = sum(each["rows"] for each in found["tables"].values())
        self.stdout.write(
            f"Restored {rows} rows of {len(found['tables'])} tables and {len(found['files'])}"
            " files. Everyone signs in again. Run verify_trail next."
        )
        if missing := [each for each in found["seals"] if each not in key_names()]:
            self.stdout.write(
                f"Second factors in it are sealed under {' and '.join(missing)}, a key that is not"
                " here: put the site’s earlier key at the end of GOLDENTHREAD_SEALS. Until then"
                " whoever has an app cannot sign in with its codes."
            )
