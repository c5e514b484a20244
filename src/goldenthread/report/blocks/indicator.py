"""One or more indicators, each with its sentences, its years and its neighbours."""

from goldenthread.comparisons import Comparison
from goldenthread.indicators import Indicator, catalogue
from goldenthread.nouns import Figure
from goldenthread.report.blocks.prepared import Prepared, nothing_known
from goldenthread.report.contents import BlockPlan
from goldenthread.report.desk import Desk
from goldenthread.report.document import Block, Note, Paragraph
from goldenthread.report.not_known import none_known
from goldenthread.report.pictures import neighbours_picture, years_picture
from goldenthread.wording import Words, join
from goldenthread.wording.phrases import as_sentence, in_period, sentence_case
from goldenthread.wording.sentences import Writer, paragraph


def prepare(plan: BlockPlan, desk: Desk) -> Prepared:
    """Gather each indicator's comparison for the year."""
    known = [
        (catalogue()[name], comparison)
        for name in plan.indicators
        if (comparison := desk.latest(name))
    ]
    missing = tuple(name for name in plan.indicators if not desk.latest(name))
    if not known:
        return nothing_known(missing, none_known(missing))

    def compose(writer: Writer) -> tuple[Block, ...]:
        blocks: list[Block] = []
        for indicator, comparison in known:
            blocks += _one(plan, indicator, comparison, desk, writer)
        if missing:
            blocks.append(Note((none_known(missing),), heading="Not known"))
        return tuple(blocks)

    return Prepared(
        tuple(
            figure
            for indicator, comparison in known
            for figure in (*comparison.figures(), *desk.newer_local(indicator.name))
        ),
        compose,
        tuple(indicator.name for indicator, _ in known),
        missing,
    )


def _one(
    plan: BlockPlan, indicator: Indicator, comparison: Comparison, desk: Desk, writer: Writer
) -> list[Block]:
    name = f"{plan.id}-{indicator.name.replace('_', '-')}"
    blocks: list[Block] = [Paragraph(paragraph(writer.about(indicator, comparison)))]
    blocks += [
        Note(_provisional(figure, writer), heading="Newer, and not yet comparable")
        for figure in desk.newer_local(indicator.name)
    ]
    if owner := desk.owner(indicator.name):
        blocks.append(Note((f"{sentence_case(owner)} answers for this here.",), heading="Owner"))
    if comparison.figure.quality_note:
        blocks.append(
            Note((as_sentence(comparison.figure.quality_note),), heading="About this figure")
        )
    if "years" in plan.chart and len(comparison.series) > 1:
        blocks.append(years_picture(f"{name}-years", indicator, comparison, desk, writer))
    if "neighbours" in plan.chart and comparison.neighbours and comparison.neighbours.members:
        blocks.append(neighbours_picture(f"{name}-neighbours", indicator, comparison, desk, writer))
    return blocks


def _provisional(figure: Figure, writer: Writer) -> Words:
    return join(
        f"The partnership’s own {figure.status.value} figure {in_period(figure.period)} is ",
        writer.bound(figure),
        "; those it is compared with are not out yet.",
    )
