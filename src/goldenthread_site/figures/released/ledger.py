"""What a partnership has let out already, which nothing takes back, and adding to it.

Whoever may not see true counts may still have kept a page or an export of last month. So what is
let out next is chosen beside everything that was let out before, and is written down before anyone
sees it.
"""

from collections.abc import Sequence
from decimal import Decimal

from django.db import transaction

from goldenthread.disclosure import EARLIER
from goldenthread.disclosure.release import counts_children, ours
from goldenthread.nouns import Area, AreaKind, Breakdown, Figure, Period, Thread, Unit
from goldenthread_site.directory.models import Partnership
from goldenthread_site.figures.models import LetOut
from goldenthread_site.figures.released.choosing import as_released, as_told

_AT_A_TIME = 500
_SOURCE = f"{EARLIER}site"
# In place of a state: what a report printed, which no state of the figures chose.
REPORTS = "reports"


def let_out(partnership: int, state: str, figures: Sequence[Figure]) -> tuple[Figure, ...]:
    """The figures in the forms that may leave, every number in the ledger.

    The same for one state of the figures whoever asks, in whichever process: what was first let
    out in that state is chosen again, and not held against it.
    """
    while True:
        before = _before(partnership, state)
        released = as_released(figures, [figure_of(each) for each in before])
        with transaction.atomic():
            # One at a time: what another process let out meanwhile is to be chosen beside.
            Partnership.objects.select_for_update(no_key=True).get(pk=partnership)
            if len(_before(partnership, state)) > len(before):
                continue
            _write_down(partnership, state, released)
            return released


def _before(partnership: int, state: str) -> list[LetOut]:
    every = LetOut.objects.filter(partnership=partnership)
    return list(every.exclude(state=state).order_by("pk"))


def printed_elsewhere(partnership: int, figures: Sequence[Figure]) -> int:
    """Write down what reports printed, as if it had been let out here; how many are new.

    What is chosen already stands: the state of the figures has to change for it to be chosen anew.
    """
    Partnership.objects.select_for_update(no_key=True).get(pk=partnership)
    return _write_down(partnership, REPORTS, figures)


def let_out_here(partnership: int) -> dict[str, list[LetOut]]:
    """What was let out here, by the state of the figures it was first let out in, in order."""
    found: dict[str, list[LetOut]] = {}
    for row in LetOut.objects.filter(partnership=partnership).exclude(state=REPORTS).order_by("pk"):
        found.setdefault(row.state, []).append(row)
    return found


def _write_down(partnership: int, state: str, released: Sequence[Figure]) -> int:
    told = {as_told(each): each for each in released if _is_ours(each)}
    known = LetOut.objects.filter(partnership=partnership).values_list(*_TOLD)
    fresh = [told[each] for each in told.keys() - set(known)]
    LetOut.objects.bulk_create(
        (_row(partnership, state, each) for each in sorted(fresh, key=as_told)),
        batch_size=_AT_A_TIME,
    )
    return len(fresh)


_TOLD = ("figure", "value", "numerator", "denominator")


def _is_ours(figure: Figure) -> bool:
    return figure.known and ours(figure) and counts_children(figure)


def _row(partnership: int, state: str, figure: Figure) -> LetOut:
    return LetOut(
        partnership_id=partnership,
        state=state,
        **dict(zip(_TOLD, as_told(figure), strict=True)),
        indicator=figure.indicator,
        unit=figure.unit.value,
        area_code=figure.area.code,
        area_kind=figure.area.kind.value,
        period=figure.period.code,
        breakdown=str(figure.breakdown),
        decimals=figure.decimals,
    )


def figure_of(row: LetOut) -> Figure:
    """As an earlier figure is handed to the core: its place is the name it had in the book."""
    return Figure(
        indicator=row.indicator,
        unit=Unit(row.unit),
        area=Area(row.area_code, row.area_code, AreaKind(row.area_kind)),
        period=Period.parse(row.period),
        breakdown=Breakdown.parse(row.breakdown),
        value=Decimal(row.value),
        decimals=row.decimals,
        numerator=Decimal(row.numerator) if row.numerator else None,
        denominator=Decimal(row.denominator) if row.denominator else None,
        thread=Thread(source=_SOURCE, locator=row.figure),
    )
