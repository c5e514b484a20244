"""Targets and breaks as the core compares with them."""

from goldenthread.comparisons import Target
from goldenthread.comparisons.targets import TargetEntry
from goldenthread.nouns import Break
from goldenthread_site.figures.agreed import models


def targets_of(partnership: int) -> tuple[Target, ...]:
    """Every target that stands in a partnership, of all years."""
    rows = models.Target.objects.filter(partnership=partnership, ended_at=None).order_by("pk")
    return tuple(
        Target(
            TargetEntry(
                indicator=each.indicator,
                year=each.year,
                value=each.value,
                owner=each.owner_told,
                source=each.source,
                agreed=each.agreed,
            ),
            file="set on this site",
            place=each.pk,
        )
        for each in rows
    )


def breaks_of(partnership: int, area: str) -> tuple[Break, ...]:
    """Every break in a series that stands, each for the partnership’s own area."""
    rows = models.SeriesBreak.objects.filter(partnership=partnership, ended_at=None)
    return tuple(
        Break(
            when=each.when,
            reason=each.reason,
            indicators=(each.indicator,),
            areas=(area,),
            source=each.source,
        )
        for each in rows.order_by("when", "indicator")
    )
