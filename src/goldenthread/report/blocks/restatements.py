"""Values published more than once that differ, and names that are counted in more than one way."""

from goldenthread.indicators import catalogue
from goldenthread.nouns import Figure, Unit
from goldenthread.report.blocks.prepared import Prepared, nothing_known
from goldenthread.report.contents import BlockPlan
from goldenthread.report.desk import Desk, name_of
from goldenthread.report.document import Block, Cell, Paragraph, Row, Table
from goldenthread.wording.phrases import period_name
from goldenthread.wording.sentences import Writer

LOCAL = "local."


def prepare(plan: BlockPlan, desk: Desk) -> Prepared:
    """Gather what is known by several values or on several bases, for the last two years."""
    years = {desk.year.end, desk.year.back(1).end}

    def recent(group: tuple[Figure, ...]) -> bool:
        first = group[0]
        return first.indicator in catalogue() and first.period.reporting_year().end in years

    def known(groups: list[tuple[Figure, ...]]) -> list[tuple[Figure, ...]]:
        """The recent groups; what was withheld can neither differ nor agree."""
        shown = [tuple(map(desk.as_released, group)) for group in groups if recent(group)]
        return [tuple(each for each in group if each.known) for group in shown]

    restated = [
        _differing(group)
        for group in known(desk.restatements())
        if len({each.value for each in group}) > 1 and group[0].unit is not Unit.RATE_PER_10000
    ]
    bases = [
        group
        for group in known(desk.different_bases())
        if all(each.thread.source.startswith(LOCAL) for each in group)
        and len({each.value for each in group}) > 1
    ]
    if not restated and not bases:
        return nothing_known((), "No value shown here is known to have been restated.")

    def compose(writer: Writer) -> tuple[Block, ...]:
        blocks: list[Block] = []
        if restated:
            rows = tuple(_restated(*pair, desk, writer) for pair in restated)
            blocks += [
                Paragraph((_RESTATED,)),
                Table(
                    id=f"{plan.id}-table",
                    caption=f"Known by more than one value, {desk.area.called}",
                    columns=("Period", "First value", "First from", "Other value", "Other from"),
                    rows=rows,
                    corner="Indicator",
                ),
            ]
        if bases:
            blocks += [
                Paragraph((_BASES,)),
                Table(
                    id=f"{plan.id}-bases",
                    caption=f"One name, counted in more than one way, {desk.area.called}",
                    columns=("Period", "Value", "From", "Definition"),
                    rows=tuple(
                        _on_its_basis(each, desk, writer) for group in bases for each in group
                    ),
                    corner="Indicator",
                ),
            ]
        return tuple(blocks)

    declared = [figure for pair in restated for figure in pair]
    declared += [figure for group in bases for figure in group]
    return Prepared(tuple(declared), compose)


_RESTATED = (
    "These have been published with more than one value. The report shows one of them, by a "
    "stated order of preference; the others are kept, and each figure’s thread lists them. Rates "
    "that differ because the estimate of the population was revised are listed there only."
)

_BASES = (
    "These have one name and are not one thing: each was counted in its own way, and they stay "
    "apart until someone says how they were counted."
)


def _differing(group: tuple[Figure, ...]) -> tuple[Figure, Figure]:
    """The value known first, and the latest one that differs from it."""
    first = group[0]
    return first, next(other for other in reversed(group) if other.value != first.value)


def _restated(first: Figure, other: Figure, desk: Desk, writer: Writer) -> Row:
    return Row(
        f"{name_of(catalogue()[first.indicator], first)} ({first.unit.words})",
        (
            Cell(period_name(first.period)),
            Cell(writer.released(first)),
            Cell(source_of(first, desk)),
            Cell(writer.released(other)),
            Cell(source_of(other, desk)),
        ),
    )


def _on_its_basis(figure: Figure, desk: Desk, writer: Writer) -> Row:
    return Row(
        name_of(catalogue()[figure.indicator], figure),
        (
            Cell(period_name(figure.period)),
            Cell(writer.released(figure)),
            Cell(source_of(figure, desk)),
            Cell(figure.thread.definition.partition(":")[2]),
        ),
    )


def source_of(figure: Figure, desk: Desk) -> str:
    """The source of a figure as it is called, and its release."""
    thread = figure.thread
    return f"{desk.titles.get(thread.source) or thread.source}, {thread.vintage}"
