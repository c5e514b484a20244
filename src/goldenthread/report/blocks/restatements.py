"""Values that have been published more than once and differ: said openly, with both sources."""

from goldenthread.indicators import catalogue
from goldenthread.nouns import Figure, Unit
from goldenthread.report.blocks.prepared import Prepared, nothing_known
from goldenthread.report.contents import BlockPlan
from goldenthread.report.desk import Desk, name_of
from goldenthread.report.document import Block, Cell, Paragraph, Row, Table
from goldenthread.wording.sentences import Writer


def prepare(plan: BlockPlan, desk: Desk) -> Prepared:
    """Gather what is known by several values, for the area and the last two years."""
    years = {desk.year.end, desk.year.back(1).end}
    groups = [
        _differing(group)
        for group in desk.book.restatements(desk.area.code)
        if group[0].unit is not Unit.RATE_PER_10000
        and group[0].indicator in catalogue()
        and group[0].period.reporting_year().end in years
    ]
    if not groups:
        return nothing_known((), "No value shown here is known to have been restated.")

    def compose(writer: Writer) -> tuple[Block, ...]:
        table = Table(
            id=f"{plan.id}-table",
            caption=f"Known by more than one value, {desk.area.name}",
            columns=("Period", "First value", "From", "Other value", "From"),
            rows=tuple(_row(first, other, writer) for first, other in groups),
            corner="Indicator",
        )
        return (Paragraph((_WHY,)), table)

    return Prepared(tuple(figure for group in groups for figure in group), compose)


_WHY = (
    "These have been published with more than one value. The report shows one of them, by a "
    "stated order of preference; the others are kept, and each figure’s thread lists them. Rates "
    "that differ because the estimate of the population was revised are listed there only."
)


def _differing(group: tuple[Figure, ...]) -> tuple[Figure, Figure]:
    """The value known first, and the latest one that differs from it."""
    first = group[0]
    return first, next(other for other in reversed(group) if other.value != first.value)


def _row(first: Figure, other: Figure, writer: Writer) -> Row:
    return Row(
        f"{name_of(catalogue()[first.indicator], first)} ({first.unit.words})",
        (
            Cell(first.period.words),
            Cell(writer.released(first)),
            Cell(_source(first)),
            Cell(writer.released(other)),
            Cell(_source(other)),
        ),
    )


def _source(figure: Figure) -> str:
    return f"{figure.thread.source}, {figure.thread.vintage}"
