"""Commentary, narrowed to the versions that whoever asks may read."""

from dataclasses import dataclass

from goldenthread_site.directory.models import Agency
from goldenthread_site.directory.people.matters import without_conflicts
from goldenthread_site.directory.standing import Standing
from goldenthread_site.figures.commentary.models import Commentary, Said, SharedWith
from goldenthread_site.figures.commentary.permissions import can_read, can_write


@dataclass(frozen=True, slots=True)
class Spoken:
    """A commentary as one reader has it: the newest version they may read, and those before."""

    commentary: Commentary
    newest: Said
    earlier: tuple[Said, ...]
    can_write: bool


def commentary(standing: Standing, indicator: str, year: str) -> list[Spoken]:
    """What is said about an indicator’s year, the analyst’s first; two queries."""
    if standing.partnership is None:
        return []
    found = Commentary.objects.filter(
        partnership=standing.partnership, indicator=indicator, year=year
    )
    found = without_conflicts(found, standing, kind="directory.agency", through="agency_id")
    made = []
    for each in found.select_related("agency").prefetch_related("versions").order_by("agency_id"):
        mine = [one for one in each.versions.all() if can_read(standing, each, one.shared_with)]
        if mine:
            writes = can_write(standing, each.agency)
            made.append(Spoken(each, mine[0], tuple(mine[1:]), writes))
    return sorted(made, key=lambda one: one.commentary.agency is not None)


def last_said(standing: Standing, indicator: str, year: str, agency: Agency | None) -> Said | None:
    """What a voice said last, for whoever speaks with it."""
    if not can_write(standing, agency):
        return None
    found = Said.objects.filter(
        commentary__partnership=standing.partnership,
        commentary__indicator=indicator,
        commentary__year=year,
        commentary__agency=agency,
    )
    return found.order_by("-number").first()


def spoken_of(standing: Standing, year: str) -> set[str]:
    """The indicators about whose year something is shared."""
    found = Said.objects.filter(
        commentary__partnership=standing.partnership, commentary__year=year
    ).exclude(shared_with=SharedWith.WRITERS)
    return set(found.values_list("commentary__indicator", flat=True))
