"""What the partnership should know and does not: the multi-agency dataset with its gaps named."""

from goldenthread.indicators import catalogue
from goldenthread.report.blocks.prepared import Prepared
from goldenthread.report.contents import BlockPlan
from goldenthread.report.desk import Desk
from goldenthread.report.document import Block, Cell, Paragraph, Row, Table
from goldenthread.wording.sentences import Writer


def prepare(plan: BlockPlan, desk: Desk) -> Prepared:
    """List every indicator named (or of the catalogue) that has no figure for the year."""
    names = plan.indicators or tuple(catalogue())
    missing = tuple(name for name in names if not desk.in_year(name) and not desk.comparison(name))

    def compose(_writer: Writer) -> tuple[Block, ...]:
        if not missing:
            return (Paragraph(("Every indicator of the catalogue has a figure for this year.",)),)
        rows = [
            Row(
                catalogue()[name].title,
                (Cell(catalogue()[name].theme.value), Cell(catalogue()[name].source)),
            )
            for name in missing
        ]
        return (
            Table(
                id=f"{plan.id}-table",
                caption=f"Not known for {desk.area.called}, {desk.year.code}",
                columns=("Theme", "Would come from"),
                rows=tuple(rows),
                corner="Indicator",
            ),
        )

    return Prepared((), compose, (), missing)
