"""Makes ready, in the background, what people will ask for after figures have changed."""

from functools import partial
from itertools import product

from django.db import transaction
from django.utils import timezone
from django_tasks import task

from goldenthread_site.barrier.asking import as_the_system
from goldenthread_site.directory.models import Partnership
from goldenthread_site.figures.models import Prepared

RECENT = 3  # the years most often looked at; the others are made when someone asks


def prepare_soon(partnership: Partnership) -> None:
    """Put it in line once what was changed is kept."""
    transaction.on_commit(partial(_enqueue, partnership.pk))


def _enqueue(partnership: int) -> None:
    prepare_figures.enqueue(partnership)


@task()
@as_the_system("the worker prepares figures")
def prepare_figures(partnership: int) -> str:
    """Scorecards of the last years, and the pages of what stands out; says what it did.

    Where several are in line, the later ones find everything ready and end at once.
    """
    from goldenthread_site.figures import shelves
    from goldenthread_site.figures.prepared import keeping

    found = Partnership.objects.filter(pk=partnership).first()
    if found is None or not found.areas:
        return "There is nothing to prepare."
    began = timezone.now()
    for year, code in product(shelves.years_known(found)[:RECENT], found.areas):
        for inside in (True, False):
            card = keeping.scorecard_of(found, year, inside=inside, code=code)
            for name in card.outliers:
                keeping.indicator_of(found, name, year, inside=inside, code=code)
    made = Prepared.objects.filter(partnership=found, made_at__gte=began).count()
    return f"Made ready: {made}"
