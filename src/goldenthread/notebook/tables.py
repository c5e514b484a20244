"""Lays released values out in tables: any selection, a comparison, what stands out."""

from collections.abc import Iterable, Iterator, Sequence

from goldenthread.comparisons import Change, Comparator, ComparatorKind, Comparison, Direction
from goldenthread.disclosure import Release, Released
from goldenthread.indicators import Indicator
from goldenthread.notebook.threads import release_of, title_of
from goldenthread.nouns import AreaKind, Figure, Unit
from goldenthread.report.document import Cell, Row, Table
from goldenthread.wording.phrases import period_name, sentence_case

_POSITION = {Direction.UP: "above", Direction.DOWN: "below", Direction.SAME: "level"}


def selection(caption: str, released: Iterable[Released], notes: tuple[str, ...] = ()) -> Table:
    """Any figures, a row for each with what it is about and where it is from."""
    rows = [
        Row(
            title_of(each.figure, area=False, period=False),
            (
                Cell(each.figure.area.name),
                Cell(period_name(each.figure.period)),
                Cell(each),
                Cell(each.figure.unit.words),
                Cell(release_of(each.figure)),
            ),
        )
        for each in released
    ]
    columns = ("Area", "Period", "Value", "In", "From")
    return _table(caption, "Indicator", columns, rows, notes)


def parts_of(made: Comparison, indicator: Indicator) -> Iterator[tuple[str, Figure]]:
    """What a comparison is made of, each with its name, in the order it is read."""
    yield f"{made.figure.area.name}, {period_name(made.figure.period)}", made.figure
    yield from _before(made.change, "")
    if made.count:
        yield f"Number of {indicator.counted}", made.count
        yield from _before(made.count_change, ", number")
    for comparator in made.comparators:
        yield _name(comparator), comparator.figure
    if made.rank:
        yield f"Place among {made.rank_of} councils, the highest first", made.rank


def comparison(
    caption: str, made: Comparison, parts: Iterable[tuple[str, Figure]], out: Release
) -> Table:
    """A comparison's parts, and where the area stands from each it is compared with."""
    stands = {each.figure.id: _POSITION[each.direction] for each in made.comparators}
    rows = []
    for name, figure in parts:
        told = not (out.of(figure).withheld or out.of(made.figure).withheld)
        unit = "" if figure.unit is Unit.RANK else figure.unit.words
        standing = stands.get(figure.id, "") if told else ""
        rows.append(Row(name, (Cell(out.of(figure)), Cell(unit), Cell(standing))))
    columns = ("Value", "In", f"{made.figure.area.name} is")
    return _table(caption, "Compared", columns, rows)


def outliers(
    caption: str, found: Iterable[tuple[Indicator, Comparison, str]], out: Release
) -> Table:
    """What stands out, the furthest first, beside England and the neighbours, and why."""
    rows = []
    for indicator, made, reason in found:
        kinds = (ComparatorKind.ENGLAND, ComparatorKind.NEIGHBOURS_MEAN)
        beside = [made.comparator(kind) for kind in kinds]
        cells = (
            Cell(period_name(made.figure.period)),
            Cell(out.of(made.figure)),
            *(Cell(out.of(each.figure) if each else "not known") for each in beside),
            Cell(made.figure.unit.words),
            Cell(reason),
        )
        rows.append(Row(indicator.title, cells))
    columns = ("Period", "Value", "England", "Neighbours’ mean", "In", "Why")
    return _table(caption, "Indicator", columns, rows)


def _before(change: Change | None, what: str) -> Iterator[tuple[str, Figure]]:
    if change is None:
        return
    counted = " (counted otherwise, so not compared)" if change.across else ""
    yield f"The year before{what}, {period_name(change.earlier.period)}{counted}", change.earlier
    if size := change.relative or change.difference:
        yield f"Change on the year before{what}", size


def _name(comparator: Comparator) -> str:
    if comparator.figure.area.kind is AreaKind.NEIGHBOUR_SET:
        return sentence_case(comparator.kind.value)
    return comparator.name


def _table(
    caption: str,
    corner: str,
    columns: tuple[str, ...],
    rows: Sequence[Row],
    notes: tuple[str, ...] = (),
) -> Table:
    return Table(
        id="shown", caption=caption, columns=columns, rows=tuple(rows), corner=corner, notes=notes
    )
