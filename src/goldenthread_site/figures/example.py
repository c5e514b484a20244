"""The example's figures: Luton's published ones, as the core carries them."""

from goldenthread.nouns.register import area
from goldenthread.report.gather import example_partnership, gather
from goldenthread_site.directory.models import Partnership
from goldenthread_site.figures.actions import keep_figures
from goldenthread_site.figures.models import Deposit
from goldenthread_site.trail.acting import Acting


def load_figures() -> int:
    """Keep the example's figures for Luton where none are kept yet; how many were kept."""
    luton = Partnership.objects.get(slug="luton")
    if Deposit.objects.filter(partnership=luton).exists():
        return 0
    gathered = gather(None, example_partnership(area(luton.areas[0])))
    figures = gathered.book.figures()
    gathered.close()
    keep_figures(
        by=Acting(job="example"),
        partnership=luton,
        figures=figures,
        because="Luton’s published figures, which come with the system",
    )
    return len(figures)
