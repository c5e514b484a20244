"""Gets what a page shows: from memory, from the row kept for it, or made now and kept.

A row is good for one state of the figures. Whoever finds none makes it, one at a time in a process,
so that many who ask at once after a change wait for one making and not for many.
"""

import logging
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass
from threading import Lock, RLock
from typing import Any

from django.db import OperationalError, transaction
from django.utils import timezone
from pydantic import TypeAdapter

from goldenthread.nouns import Period
from goldenthread_site.directory.models import Partnership
from goldenthread_site.figures import shelves
from goldenthread_site.figures.prepared.indicator import indicator_page
from goldenthread_site.figures.prepared.models import Prepared
from goldenthread_site.figures.prepared.returned import numbers_of, origin_of, returned_of
from goldenthread_site.figures.prepared.scorecard import scorecard
from goldenthread_site.figures.prepared.shapes import IndicatorPage, Scorecard
from goldenthread_site.figures.prepared.state import state_of

MOST_ROWS = 600  # of one partnership; those made longest ago give way
_MOST_IN_MEMORY = 60
_LOG = logging.getLogger(__name__)
_SCORECARDS = TypeAdapter(Scorecard)
_INDICATORS = TypeAdapter(IndicatorPage)
_MAKING = RLock()
_HOLDING = Lock()
_MEMORY: "OrderedDict[Wanted, tuple[str, Any]]" = OrderedDict()


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is asked for: which page’s content, of which year, with true counts or without.

    ``without``: returns whose figures are left out for someone who declared an interest. So few ask
    for it that it is held in memory only.
    """

    partnership: int
    what: str
    year: str
    inside: bool
    without: frozenset[int] = shelves.NOTHING


def scorecard_of(
    partnership: Partnership,
    year: Period,
    *,
    inside: bool,
    state: str = "",
    without: frozenset[int] = shelves.NOTHING,
    code: str = "",
) -> Scorecard:
    """The scorecard of a year; of a state that was asked for before, where one is given. ``code``:
    the area, where it is not the partnership’s first."""
    what = _of("scorecard", partnership, code)
    wanted = Wanted(partnership.pk, what, year.code, inside, without)

    def make() -> Scorecard:
        figures = shelves.figures_of(partnership, inside=inside, without=without)
        years = {year, year.back(1)}
        sent = tuple(each for each in figures if each.period.reporting_year() in years)
        desk = shelves.desk_of(partnership, year, inside=inside, without=without, code=code)
        return scorecard(desk, returned_of(sent, numbers_of(partnership)))

    found: Scorecard = _kept(state or state_of(partnership), wanted, _SCORECARDS, make)
    return found


def indicator_of(
    partnership: Partnership,
    name: str,
    year: Period,
    *,
    inside: bool,
    state: str = "",
    without: frozenset[int] = shelves.NOTHING,
    code: str = "",
) -> IndicatorPage:
    """An indicator’s page for a year, in the same way."""
    what = _of(f"indicator {name}", partnership, code)
    wanted = Wanted(partnership.pk, what, year.code, inside, without)

    def make() -> IndicatorPage:
        numbers = numbers_of(partnership)
        years = {year, year.back(1)}
        sent = [
            each
            for each in shelves.figures_of(partnership, inside=inside, without=without)
            if each.indicator == name
            and origin_of(each) in numbers
            and each.period.reporting_year() in years
        ]
        desk = shelves.desk_of(partnership, year, inside=inside, without=without, code=code)
        return indicator_page(name, desk, sent, numbers)

    found: IndicatorPage = _kept(state or state_of(partnership), wanted, _INDICATORS, make)
    return found


def _of(what: str, partnership: Partnership, code: str) -> str:
    """What is prepared, by the area that it is of where it is not the first one."""
    return f"{what} {code}" if code and code != partnership.areas[0] else what


def _kept(state: str, wanted: Wanted, kind: TypeAdapter[Any], make: Callable[[], Any]) -> Any:
    if (found := _from_memory(wanted, state)) is not None:
        return found
    if not wanted.without and (found := _from_row(wanted, state, kind)) is not None:
        return found
    with _MAKING:
        # The state was read before the figures are: what is newer than its label is made again,
        # and what is older is never shown under a newer one.
        if (found := _from_memory(wanted, state)) is not None:
            return found
        made = make()
        if not wanted.without:
            _keep(wanted, state, kind.dump_json(made).decode())
        return _remembered(wanted, state, made)


def _from_memory(wanted: Wanted, state: str) -> Any:
    with _HOLDING:
        known, found = _MEMORY.get(wanted, ("", None))
        if known != state:
            return None
        _MEMORY.move_to_end(wanted)
        return found


def _remembered(wanted: Wanted, state: str, made: Any) -> Any:
    with _HOLDING:
        _MEMORY[wanted] = (state, made)
        _MEMORY.move_to_end(wanted)
        while len(_MEMORY) > _MOST_IN_MEMORY:
            _MEMORY.popitem(last=False)
    return made


def _from_row(wanted: Wanted, state: str, kind: TypeAdapter[Any]) -> Any:
    bodies = Prepared.objects.filter(
        partnership=wanted.partnership,
        what=wanted.what,
        year=wanted.year,
        inside=wanted.inside,
        state=state,
    ).values_list("body", flat=True)
    body = bodies.first()
    return None if body is None else _remembered(wanted, state, kind.validate_json(body))


def _keep(wanted: Wanted, state: str, body: str) -> None:
    """Keep it; where the database is busy with someone else’s writing the page does not wait."""
    row = Prepared(
        partnership_id=wanted.partnership,
        what=wanted.what,
        year=wanted.year,
        inside=wanted.inside,
        state=state,
        body=body,
        made_at=timezone.now(),
    )
    try:
        with transaction.atomic():
            Prepared.objects.bulk_create(
                [row],
                update_conflicts=True,
                unique_fields=["partnership", "what", "year", "inside"],
                update_fields=["state", "body", "made_at"],
            )
            kept = Prepared.objects.filter(partnership=wanted.partnership).order_by("-made_at")
            too_many = list(kept.values_list("pk", flat=True)[MOST_ROWS : MOST_ROWS + 500])
            if too_many:
                Prepared.objects.filter(pk__in=too_many).delete()
    except OperationalError as error:
        _LOG.warning("What was prepared could not be kept: %s", error)
