"""Figures from returns as a table: who sent what about which quarter, with no cell left blank.

What counts other children than the partnership’s own, or another year than its financial year,
stands in a table apart and enters no series of the partnership.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from goldenthread.indicators import Theme, catalogue
from goldenthread.nouns import Area, AreaKind, Breakdown, Period, PeriodKind, Unit
from goldenthread.wording.phrases import sentence_case
from goldenthread_site.figures.prepared.pictures import sparkline
from goldenthread_site.figures.prepared.shapes import Number, Returned
from goldenthread_site.figures.sending import Asked

NOT_ASKED = Number("not asked")
OURS = frozenset({PeriodKind.QUARTER, PeriodKind.QUARTERS, PeriodKind.FINANCIAL_YEAR})


@dataclass(frozen=True, slots=True)
class Sent:
    """A row: one number of one agency, period after period."""

    name: str
    title: str
    part: str
    unit: str
    agency: str
    whose: str
    cells: tuple[Number, ...]
    svg: str
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Grid:
    """Rows with the same columns. ``apart`` says why they stand apart, if they do."""

    apart: str
    columns: tuple[str, ...]
    rows: tuple[Sent, ...]


_Key = tuple[str, str, str, str, str]  # indicator, unit, breakdown, agency, area


def grids(
    returned: Iterable[Returned],
    asked: Iterable[Asked],
    own: Collection[str],
    *,
    theme: Theme | None = None,
    name: str = "",
) -> list[Grid]:
    """The tables of what was asked: the partnership’s own first, then what stands apart.

    ``own`` are the codes of the partnership’s areas. ``theme`` or ``name`` narrow the rows.
    """
    came: dict[int, list[Returned]] = {}
    for each in returned:
        came.setdefault(each.number, []).append(each)
    rows: dict[str, dict[_Key, dict[Period, tuple[Number, float | None]]]] = {}
    areas: dict[str, Area] = {}
    for request in asked:
        apart = _apart(request, own)
        areas[request.area.code] = request.area
        for key, number, value in _cells(request, came):
            indicator = catalogue().get(key[0])
            if indicator is None or (theme and indicator.theme is not theme):
                continue
            if name and key[0] != name:
                continue
            rows.setdefault(apart, {}).setdefault(key, {})[request.period] = (number, value)
    return [_grid(apart, rows[apart], areas, own) for apart in sorted(rows)]


def _cells(
    request: Asked, came: Mapping[int, list[Returned]]
) -> Iterable[tuple[_Key, Number, float | None]]:
    agency, area = request.agency, request.area.code
    if request.number:
        for each in came.get(request.number, ()):
            key = (each.indicator, each.unit, each.breakdown, agency, area)
            yield key, each.shown, each.value
    for line in request.lines:
        yield (*line, agency, area), Number(request.words), None


def _apart(request: Asked, own: Collection[str]) -> str:
    """Why a figure is not one of the partnership’s own financial year; nothing where it is."""
    if request.area.code not in own:
        return "Counted over other children than the partnership’s own"
    return "" if request.period.kind in OURS else "Counted over another year"


def _grid(
    apart: str,
    rows: Mapping[_Key, Mapping[Period, tuple[Number, float | None]]],
    areas: Mapping[str, Area],
    own: Collection[str],
) -> Grid:
    periods = sorted({each for cells in rows.values() for each in cells}, key=lambda one: one.end)
    made = [
        _row(key, [cells.get(each) for each in periods], areas[key[4]], own)
        for key, cells in rows.items()
    ]
    order = list(catalogue())
    made.sort(key=lambda row: (order.index(row.name), row.agency, row.part))
    return Grid(apart, tuple(sentence_case(each.words) for each in periods), tuple(made))


def _row(
    key: _Key,
    cells: list[tuple[Number, float | None] | None],
    area: Area,
    own: Collection[str],
) -> Sent:
    name, unit, breakdown, agency, _ = key
    values = [each[1] if each else None for each in cells]
    known = [each for each in values if each is not None]
    shown = tuple(each[0] if each else NOT_ASKED for each in cells)
    # Of several councils each row names its own.
    whose = "" if area.code in own and len(own) == 1 else _whose(area)
    return Sent(
        name=name,
        title=catalogue()[name].title,
        part=Breakdown.parse(breakdown).words,
        unit=Unit(unit).words,
        agency=agency,
        whose=whose,
        cells=shown,
        svg=sparkline(values) if len(known) > 1 else "",
        notes=tuple(dict.fromkeys(each.note for each in shown if each.note)),
    )


def _whose(area: Area) -> str:
    return area.name if area.kind is AreaKind.FOOTPRINT else f"children of {area.name}"
