"""A partnership's own figures: each beside the one of the year before, from the same source."""

from goldenthread.comparisons import Change, change_between
from goldenthread.indicators import Indicator, catalogue
from goldenthread.nouns import Figure, PeriodKind, Unit
from goldenthread.report.blocks.prepared import Prepared, nothing_known
from goldenthread.report.contents import BlockPlan
from goldenthread.report.desk import Desk, name_of
from goldenthread.report.document import Block, Cell, Note, Row, Table
from goldenthread.report.not_known import none_known
from goldenthread.wording.phrases import as_sentence, period_name
from goldenthread.wording.sentences import Writer

# A reader subtracts what is printed; the change of 78.3 to 91.6 is not that of 78 to 92.
UNROUNDED = "Changes are worked out before rounding, so they can differ by one in the last place."

# Months belong in a line or a grid; a table of single figures takes the longer periods.
_SHOWN = set(PeriodKind) - {PeriodKind.MONTH}


def prepare(plan: BlockPlan, desk: Desk) -> Prepared:
    """Gather every figure of the indicators for the year, with its change where one is known."""
    found: list[tuple[Indicator, Figure, Change | None]] = []
    for name in plan.indicators:
        indicator = catalogue()[name]
        for figure in sorted(desk.in_year(name), key=lambda f: (f.breakdown, f.period, f.unit)):
            wanted = figure.breakdown.dimensions == ((plan.dimension,) if plan.dimension else ())
            if figure.period.kind in _SHOWN and wanted and not _repeats(figure, desk):
                earlier = desk.shelf.like(figure, period=figure.period.back(1))
                change = (
                    change_between(earlier, figure, indicator, desk.breaks) if earlier else None
                )
                found.append((indicator, figure, change))
    shown = tuple(dict.fromkeys(indicator.name for indicator, _, _ in found))
    missing = tuple(name for name in plan.indicators if name not in shown)
    if not found:
        return nothing_known(missing, none_known(missing))

    def compose(writer: Writer) -> tuple[Block, ...]:
        table = Table(
            id=f"{plan.id}-table",
            caption=f"{plan.title or 'Local figures'}, {desk.area.called}, {desk.year.code}",
            columns=("Period", "From", "Year before", "This year", "Change"),
            rows=tuple(
                _row(indicator, figure, change, writer) for indicator, figure, change in found
            ),
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


def _declared(found: list[tuple[Indicator, Figure, Change | None]]) -> list[Figure]:
    figures = []
    for _, figure, change in found:
        figures.append(figure)
        if change:
            figures += [f for f in (change.earlier, change.difference, change.relative) if f]
    return figures


def _row(indicator: Indicator, figure: Figure, change: Change | None, writer: Writer) -> Row:
    size = (change.relative or change.difference) if change and not change.across else None
    across = change is not None and change.across is not None
    return Row(
        name_of(indicator, figure),
        (
            Cell(period_name(figure.period)),
            Cell("the partnership" if figure.thread.source.startswith("local.") else "statistics"),
            Cell(writer.released(change.earlier) if change else "not known"),
            Cell(writer.released(figure)),
            Cell("series broken" if across else writer.released(size) if size else "not known"),
        ),
    )


def _notes(found: list[tuple[Indicator, Figure, Change | None]]) -> tuple[str, ...]:
    reasons = [change.across.reason for _, _, change in found if change and change.across]
    quality = [figure.quality_note for _, figure, _ in found if figure.quality_note]
    notes = [UNROUNDED, *reasons, *quality]
    return tuple(dict.fromkeys(as_sentence(note) for note in notes))
