"""What is measured here from children's records and published with another value."""

from goldenthread.figures.differing import MEASURED
from goldenthread.indicators import catalogue
from goldenthread.nouns import Figure, Unit
from goldenthread.report.blocks.prepared import Prepared
from goldenthread.report.blocks.restatements import source_of
from goldenthread.report.contents import BlockPlan
from goldenthread.report.desk import Desk, name_of
from goldenthread.report.document import Block, Cell, Paragraph, Row, Table
from goldenthread.wording.phrases import period_name
from goldenthread.wording.sentences import Writer


def prepare(plan: BlockPlan, desk: Desk) -> Prepared:
    """Gather the wholes of the last two years that are told both ways, each with both values.

    Without figures measured from records there is no block; where they agree it says so.
    """
    if not any(source.startswith(MEASURED) for source in desk.book.sources()):
        return Prepared((), lambda _writer: (), absent=True)
    years = {desk.year.end, desk.year.back(1).end}

    def wanted(first: Figure) -> bool:
        recent = first.period.reporting_year().end in years
        return recent and not first.breakdown and first.unit is not Unit.RATE_PER_10000

    pairs = [
        pair
        for group in desk.book.differences(desk.area.code)
        if group[0].indicator in catalogue() and wanted(group[0])
        if (pair := _apart([desk.as_released(each) for each in group]))
    ]
    if not pairs:
        return Prepared((), lambda _writer: (Paragraph((_AGREE,)),), written=True)

    def compose(writer: Writer) -> tuple[Block, ...]:
        return (
            Paragraph((_DIFFER,)),
            Table(
                id=f"{plan.id}-table",
                caption=f"Measured here and published with another value, {desk.area.called}",
                columns=("Period", "Published", "Published by", "Measured here", "Measured from"),
                rows=tuple(_row(theirs, ours, desk, writer) for theirs, ours in pairs),
                corner="Indicator",
            ),
        )

    return Prepared(tuple(figure for pair in pairs for figure in pair), compose)


_DIFFER = (
    "These were measured here from the council’s own records, and are published with another "
    "value. Both are kept. The report shows one of them, by a stated order of preference. A return "
    "that was put right later, a child told twice or a definition taken otherwise may be why: each "
    "figure’s thread tells how it was counted. Rates are left out, as they follow the counts."
)

_AGREE = (
    "What was measured here from the council’s own records agrees with what is published, wherever "
    "both are known for the last two years and neither is withheld."
)


def _apart(group: list[Figure]) -> tuple[Figure, Figure] | None:
    """The first published value and the first measured one, where both may be seen and differ."""
    known = [each for each in group if each.known]
    ours = next((each for each in known if _ours(each)), None)
    theirs = next((each for each in known if not _ours(each)), None)
    if ours is None or theirs is None or ours.value == theirs.value:
        return None
    return theirs, ours


def _row(theirs: Figure, ours: Figure, desk: Desk, writer: Writer) -> Row:
    return Row(
        f"{name_of(catalogue()[theirs.indicator], theirs)} ({theirs.unit.words})",
        (
            Cell(period_name(theirs.period)),
            Cell(writer.released(theirs)),
            Cell(source_of(theirs, desk)),
            Cell(writer.released(ours)),
            Cell(source_of(ours, desk)),
        ),
    )


def _ours(figure: Figure) -> bool:
    return figure.thread.source.startswith(MEASURED)
