"""The example's figures: Luton's published ones, as the core carries them, with Luton's breaks.

The one target in it is made up, and says so.
"""

from datetime import date
from decimal import Decimal

from goldenthread.comparisons import read_breaks
from goldenthread.examples import folder
from goldenthread.indicators import catalogue
from goldenthread.nouns import Period
from goldenthread.nouns.register import area
from goldenthread.report.gather import example_partnership, gather
from goldenthread_site.directory.models import Agency, Partnership, Post
from goldenthread_site.figures.actions import keep_figures
from goldenthread_site.figures.agreed.actions import mark_break, set_target, told
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
        neighbour_sets=gathered.neighbour_sets,
    )
    _load_agreed(luton)
    return len(figures)


def _load_agreed(luton: Partnership) -> None:
    by = Acting(job="example")
    for each in read_breaks(folder("luton") / "breaks.toml", catalogue()):
        for name in each.indicators:
            mark_break(
                by=by,
                partnership=luton,
                indicator=catalogue()[name],
                when=each.when,
                reason=each.reason,
                source=each.source,
            )
    council = Agency.objects.get(short_name="Council", memberships__partnership=luton)
    post, _ = Post.objects.get_or_create(title="Head of child protection", agency=council)
    for year in ("2023-24", "2024-25"):
        set_target(
            by=by,
            partnership=luton,
            indicator=catalogue()["initial_conferences_within_15_working_days"],
            year=Period.parse(year),
            value=Decimal(85),
            owner=post,
            owner_told=told(post),
            agreed=date(2023, 5, 12),
            source="Made up for this example",
        )
