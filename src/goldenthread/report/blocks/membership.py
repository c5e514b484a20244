"""Who the partnership is: agencies by their part in it, with posts and never with names."""

from goldenthread.report.blocks.prepared import Prepared, nothing_known
from goldenthread.report.contents import BlockPlan
from goldenthread.report.desk import Desk
from goldenthread.report.document import Block, Cell, Row, Table
from goldenthread.wording.phrases import sentence_case
from goldenthread.wording.sentences import Writer


def prepare(plan: BlockPlan, desk: Desk) -> Prepared:
    """List the members that ``partnership.toml`` names."""
    members = desk.members
    if not members:
        return nothing_known((), "No members are named in the partnership’s settings yet.")

    def compose(_writer: Writer) -> tuple[Block, ...]:
        table = Table(
            id=f"{plan.id}-table",
            caption="Members, by agency and post",
            columns=("Part in the partnership", "Posts", "Formerly"),
            rows=tuple(
                Row(
                    member.agency,
                    (
                        Cell(sentence_case(member.role)),
                        Cell(", ".join(member.posts) or "–"),
                        Cell(member.formerly or "–"),
                    ),
                )
                for member in members
            ),
            corner="Agency",
        )
        return (table,)

    return Prepared((), compose, written=True)
