"""``goldenthread-site bring_in_figures PARTNERSHIP --data FOLDER``: the published figures, kept."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from django.core.management import BaseCommand, CommandError
from django.core.management.base import CommandParser

from goldenthread.nouns import Area, Fault, Figure, GoldenThreadError, PeriodKind
from goldenthread.nouns.register import ENGLAND, area, region_of
from goldenthread.report.gather import Gathered, gather
from goldenthread_site.barrier.asking import as_the_system
from goldenthread_site.directory.models import Partnership
from goldenthread_site.figures.actions import keep_figures
from goldenthread_site.home.places import counted
from goldenthread_site.trail.acting import Acting


class Command(BaseCommand):
    """Reads the files and keeps the partnership’s own councils and what they are compared with."""

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
        try:
            gathered = gather(options["data"], None, self.stderr.write)
        except GoldenThreadError as refused:
            raise CommandError(str(refused)) from refused
        figures = _figures(gathered, own)
        if not figures:
            raise CommandError("The folder holds no figure of its councils: nothing was kept.")
        sets = [each for each in gathered.neighbour_sets if each.area in partnership.areas]
        near = sorted({code for each in sets for code in each.members} - set(partnership.areas))
        figures += [each for each in gathered.book.figures(area=near) if _is_compared(each)]
        keep_figures(
            by=Acting(job="figures"),
            partnership=partnership,
            figures=figures,
            because=f"published figures, from {len(gathered.book.sources())} files",
            neighbour_sets=sets,
        )
        gathered.close()
        for line in _told(gathered.faults):
            self.stderr.write(line)
        places = dict.fromkeys(each.area.name for each in figures if each.area.code not in near)
        neighbours = f" and {counted(len(near), 'statistical neighbour')}" if near else ""
        self.stdout.write(f"Kept {len(figures)} figures of {', '.join(places)}{neighbours}.")


def _told(faults: Iterable[Fault]) -> Iterator[str]:
    """What was not read as it stands, each thing once with the first of its places."""
    alike: dict[tuple[str, str], list[Fault]] = defaultdict(list)
    for each in faults:
        alike[each.file, each.message].append(each)
    for first, *others in alike.values():
        yield f"{first} (and {len(others)} more like it)" if others else str(first)


def _figures(gathered: Gathered, own: list[Area]) -> list[Figure]:
    """Of the councils, their regions and England; none where none is of the councils."""
    codes = [each.code for each in own]
    beside = {each.code for each in map(region_of, own) if each} | {ENGLAND}
    found = gathered.book.figures(area=codes)
    return [*found, *gathered.book.figures(area=sorted(beside))] if found else []


def _is_compared(figure: Figure) -> bool:
    """Whether a neighbour’s figure stands beside another: its wholes by year do."""
    return not figure.breakdown.parts and figure.period.kind is not PeriodKind.MONTH
