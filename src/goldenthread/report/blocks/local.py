"""A partnership's own figures: each beside the one of the year before, from the same source."""

from dataclasses import dataclass

from goldenthread.comparisons import Change, change_between
from goldenthread.figures.differing import MEASURED
from goldenthread.indicators import Indicator, catalogue
from goldenthread.nouns import Figure, PeriodKind, Symbol, Unit
from goldenthread.report.blocks.prepared import Prepared, nothing_known
from goldenthread.report.contents import BlockPlan
from goldenthread.report.desk import Desk, name_of
from goldenthread.report.document import Block, Cell, Note, Row, Table
from goldenthread.report.gather import MADE_UP_SOURCE
from goldenthread.report.not_known import none_known
from goldenthread.wording.phrases import as_sentence, period_name
from goldenthread.wording.sentences import Writer

# A reader subtracts what is printed; the change of 78.3 to 91.6 is not that of 78 to 92.
UNROUNDED = "Changes are worked out before rounding, so they can differ by one in the last place."

# Months belong in a line or a grid; a table of single figures takes the longer periods.
_SHOWN = set(PeriodKind) - {PeriodKind.MONTH}


@dataclass(frozen=True, slots=True)
class Local:
    """One row: a figure, last year's where any source has it, and the change between them."""

    indicator: Indicator
    figure: Figure
    earlier: Figure | None
    change: Change | None


def prepare(plan: BlockPlan, desk: Desk) -> Prepared:
    """Gather every figure of the indicators for the year, with its change where one is known."""
    found: list[Local] = []
    for name in plan.indicators:
        indicator = catalogue()[name]
        for figure in sorted(desk.in_year(name), key=_in_order):
            wanted = figure.breakdown.dimensions == ((plan.dimension,) if plan.dimension else ())
            if figure.period.kind in _SHOWN and wanted and not _repeats(figure, desk):
                found.append(_beside_last_year(indicator, figure, desk))
    shown = tuple(dict.fromkeys(each.indicator.name for each in found))
    missing = tuple(name for name in plan.indicators if name not in shown)
    if not found:
        return nothing_known(missing, none_known(missing))

    def compose(writer: Writer) -> tuple[Block, ...]:
        table = Table(
            id=f"{plan.id}-table",
            caption=f"{plan.title or 'Local figures'}, {desk.area.called}, {desk.year.code}",
            columns=("Period", "From", "Year before", "This year", "Change"),
            rows=tuple(_row(each, writer) for each in found),
            corner="Indicator",
            notes=_notes(found),
        )
        blocks: list[Block] = [table]
        if missing:
            blocks.append(Note((none_known(missing),), heading="Not known"))
        return tuple(blocks)

    return Prepared(tuple(_declared(found)), compose, shown, missing)


def _repeats(figure: Figure, desk: Desk) -> bool:
    """True for a number whose share or rate of the same origin stands in the table anyway."""
    if figure.unit is not Unit.COUNT:
        return False
    compared_by = catalogue()[figure.indicator].compared_by
    return compared_by is not Unit.COUNT and bool(desk.shelf.like(figure, unit=compared_by))


def _in_order(figure: Figure) -> tuple[object, ...]:
    """By breakdown, then the whole year before its parts."""
    period = figure.period
    return figure.breakdown, period.start, -period.end.toordinal(), figure.unit


def _beside_last_year(indicator: Indicator, figure: Figure, desk: Desk) -> Local:
    """The figure with last year's: compared within one origin, shown beside it from another."""
    before = figure.period.back(1)
    earlier = desk.shelf.like(figure, period=before)
    if earlier:
        change = change_between(earlier, figure, indicator, desk.breaks)
        return Local(indicator, figure, earlier, change)
    elsewhere = desk.shelf.get(
        figure.indicator, figure.unit, figure.area.code, before, figure.breakdown
    )
    return Local(indicator, figure, elsewhere, None)


def _declared(found: list[Local]) -> list[Figure]:
    figures = []
    for each in found:
        change = each.change
        worked_out = (change.difference, change.relative) if change else ()
        figures += [f for f in (each.figure, each.earlier, *worked_out) if f]
    return figures


def _row(each: Local, writer: Writer) -> Row:
    figure = each.figure
    return Row(
        name_of(each.indicator, figure),
        (
            Cell(period_name(figure.period)),
            Cell(_from(figure.thread.source)),
            Cell(writer.released(each.earlier) if each.earlier else "not known"),
            Cell(writer.released(figure)),
            _change(each, writer),
        ),
    )


def _from(source: str) -> str:
    """Where a figure comes from, in a word or two."""
    if source.startswith("local."):
        return "the partnership"
    return "children’s records" if source.startswith((MEASURED, MADE_UP_SOURCE)) else "statistics"


def _change(each: Local, writer: Writer) -> Cell:
    change = each.change
    if each.earlier is None:
        return Cell("not known")
    if change is None:
        shown = [writer.released(each.earlier), writer.released(each.figure)]
        if all(released.value is not None for released in shown):
            return Cell("another source")
        kept = any(released.symbol is Symbol.CONFIDENTIAL for released in shown)
        return Cell("withheld" if kept else "not known")
    if change.across:
        return Cell("series broken")
    size = change.relative or change.difference
    return Cell(writer.released(size) if size else "not known")


def _notes(found: list[Local]) -> tuple[str, ...]:
    changes = [each.change for each in found if each.change]
    reasons = [change.across.reason for change in changes if change.across]
    quality = [each.figure.quality_note for each in found if each.figure.quality_note]
    rounded = [UNROUNDED] if any(change.difference for change in changes) else []
    notes = [*rounded, *reasons, *quality]
    return tuple(dict.fromkeys(as_sentence(note) for note in notes))
