"""``goldenthread-site set_targets luton targets.toml``: targets from the file a report uses too."""

from pathlib import Path
from typing import Any

from django.core.management import BaseCommand, CommandError
from django.core.management.base import CommandParser
from django.db import transaction

from goldenthread.comparisons import read_targets
from goldenthread.indicators import catalogue
from goldenthread.nouns import GoldenThreadError, Period
from goldenthread_site.accounts.refusal import RefusedError
from goldenthread_site.barrier.asking import as_the_system
from goldenthread_site.directory.models import Partnership
from goldenthread_site.figures.agreed.actions import set_target
from goldenthread_site.figures.models import Target
from goldenthread_site.trail.acting import Acting


class Command(BaseCommand):
    """Sets all of the file’s targets or none; one that stands already is left as it is."""

    help = "Set a partnership’s targets from a targets.toml, each with its owner and its source."

    def add_arguments(self, parser: CommandParser) -> None:
        """Whose targets, and the file."""
        parser.add_argument("partnership", help="the short name in its address, such as luton")
        parser.add_argument("file", type=Path)

    @as_the_system("the command set_targets")
    def handle(self, *args: Any, **options: Any) -> None:
        """Do it."""
        found = Partnership.objects.filter(slug=options["partnership"]).first()
        if found is None:
            raise CommandError("No partnership is called that here.")
        try:
            number = self._set(found, options["file"])
        except (GoldenThreadError, RefusedError) as error:
            raise CommandError(str(error)) from error
        self.stdout.write(f"Set {number} targets of {found}.")

    @transaction.atomic
    def _set(self, partnership: Partnership, file: Path) -> int:
        number = 0
        for target in read_targets(file, catalogue()):
            entry = target.entry
            stands = Target.objects.filter(
                partnership=partnership,
                indicator=entry.indicator,
                year=entry.year,
                ended_at=None,
                value=entry.value,
                owner_told=entry.owner,
            )
            if stands.exists():
                continue
            set_target(
                by=Acting(job="targets from a file"),
                partnership=partnership,
                indicator=catalogue()[entry.indicator],
                year=Period.parse(entry.year),
                value=entry.value,
                owner=None,
                owner_told=entry.owner,
                agreed=entry.agreed,
                source=entry.source,
            )
            number += 1
        return number
