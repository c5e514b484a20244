"""Several indicators side by side, each with its own small line over the years."""

from goldenthread.charts.model import Chart, ChartKind, Point, Series
from goldenthread.indicators import catalogue
from goldenthread.nouns import Unit
from goldenthread.report.blocks.prepared import Prepared, nothing_known
from goldenthread.report.contents import BlockPlan
from goldenthread.report.desk import Desk
from goldenthread.report.document import Block, Note, Paragraph
from goldenthread.report.not_known import none_known
from goldenthread.report.pictures import block, described
from goldenthread.wording.sentences import Writer, paragraph


def prepare(plan: BlockPlan, desk: Desk) -> Prepared:
    """Gather the series of the indicators named; all of one unit."""
    made = [(catalogue()[name], desk.comparison(name)) for name in plan.indicators]
    known = [(indicator, comparison) for indicator, comparison in made if comparison]
    missing = tuple(indicator.name for indicator, comparison in made if comparison is None)
    if not known:
        return nothing_known(missing, none_known(missing))
    unit: Unit = known[0][1].figure.unit
    together = [(i, c) for i, c in known if c.figure.unit is unit and len(c.series) > 1]

    def compose(writer: Writer) -> tuple[Block, ...]:
        blocks: list[Block] = [
            Paragraph(paragraph([writer.trend(indicator, made), writer.standing(made)]))
            for indicator, made in known
        ]
        if together:
            years = sorted({f.period.reporting_year() for _, made in together for f in made.series})
            chart = described(
                Chart(
                    description="",
                    kind=ChartKind.SMALL_MULTIPLES,
                    title=plan.title or f"{desk.area.called}, {years[0].code} to {years[-1].code}",
                    unit=unit,
                    labels=tuple(year.code for year in years),
                    series=tuple(
                        Series(
                            indicator.title,
                            tuple(
                                Point(f.period.reporting_year().code, writer.released(f))
                                for f in made.series
                            ),
                        )
                        for indicator, made in together
                    ),
                )
            )
            blocks.append(block(f"{plan.id}-multiples", chart))
        if missing:
            blocks.append(Note((none_known(missing),), heading="Not known"))
        return tuple(blocks)

    return Prepared(
        tuple(figure for _, made in known for figure in made.figures()),
        compose,
        tuple(indicator.name for indicator, _ in known),
        missing,
    )
