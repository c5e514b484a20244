"""One ledger for the site and for reports: neither gives away what the other withholds.

A report is written outside the site, from a ledger in a folder. What the site let out is added to
that folder as releases, one for each state of the figures, and what reports printed is written down
here as if it had been let out here. A report has to be given the folder after that, not before.
"""

from dataclasses import dataclass
from pathlib import Path

from django.db import transaction
from django.utils import timezone

from goldenthread.disclosure import figures_of, keep_in_ledger
from goldenthread.disclosure.publication import read_ledger
from goldenthread_site.directory.models import Partnership
from goldenthread_site.figures.actions import keep_figures
from goldenthread_site.figures.released.ledger import figure_of, let_out_here, printed_elsewhere
from goldenthread_site.trail.acting import Acting
from goldenthread_site.trail.recording import record


@dataclass(frozen=True, slots=True)
class Shared:
    """What one sharing came to: numbers of the site in the folder, numbers of reports new here."""

    given: int
    taken: int


@transaction.atomic
def share_ledger(*, by: Acting, partnership: Partnership, folder: Path) -> Shared:
    """Bring a folder of releases and the site's own ledger to one mind.

    Done twice it changes nothing. Raises GoldenThreadError where the folder cannot be read or
    written; then nothing is written down here.
    """
    title = f"site-{partnership.slug}"
    releases = [each for each in read_ledger(folder) if not each.name.startswith(f"{title}-")]
    taken = printed_elsewhere(partnership.pk, figures_of(releases))
    if taken:
        # Figures are chosen once for each state of them: keeping none makes another state.
        because = f"{taken} numbers that reports printed are reckoned with"
        keep_figures(by=by, partnership=partnership, figures=(), because=because)
    given = _give(partnership, title, folder)
    record(
        by=by,
        action="ledger shared",
        about=partnership,
        partnership=partnership.pk,
        detail={"given": given, "taken": taken},
    )
    return Shared(given, taken)


def _give(partnership: Partnership, title: str, folder: Path) -> int:
    given = 0
    for rows in let_out_here(partnership.pk).values():
        published = timezone.localdate(min(row.at for row in rows))
        if keep_in_ledger(folder, title, published, [figure_of(row) for row in rows]):
            given += len(rows)
    return given
