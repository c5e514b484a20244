"""What stands out: far from the neighbours or much changed, whether flattering or not."""

from goldenthread.comparisons import Unusual
from goldenthread.indicators import catalogue
from goldenthread.report.blocks.prepared import Prepared, nothing_known
from goldenthread.report.contents import BlockPlan
from goldenthread.report.desk import Desk
from goldenthread.report.document import Block, BulletList, Note
from goldenthread.wording.sentences import Writer, paragraph
from goldenthread.wording.text import Words, join


def prepare(plan: BlockPlan, desk: Desk) -> Prepared:
    """Gather every outlier of the year that has not been dismissed with a reason."""
    dismissed = {dismissal.indicator: dismissal for dismissal in desk.dismissals}
    found = desk.outliers
    shown = [each for each in found if each.comparison.figure.indicator not in dismissed]
    if not found:
        return nothing_known((), "Nothing stands out from the figures known for this year.")

    def compose(writer: Writer) -> tuple[Block, ...]:
        items: list[Words] = []
        for outlier in shown[: plan.limit]:
            indicator = catalogue()[outlier.comparison.figure.indicator]
            items.append(
                join(
                    paragraph(
                        [
                            writer.trend(indicator, outlier.comparison),
                            writer.standing(outlier.comparison),
                        ]
                    ),
                    f" It stands out: {outlier.reason}",
                    ", in the unwanted direction." if outlier.why is Unusual.UNWANTED else ".",
                )
            )
        blocks: list[Block] = [BulletList(tuple(items))]
        blocks += [
            Note(
                (f"{catalogue()[each.indicator].title}. Set aside by {each.by}: {each.why}",),
                heading="Set aside with a reason",
            )
            for each in desk.dismissals
        ]
        return tuple(blocks)

    figures = tuple(f for each in shown for f in each.comparison.figures())
    return Prepared(
        figures,
        compose,
        tuple(each.comparison.figure.indicator for each in shown[: plan.limit]),
    )
