"""A table of months by category, each category's highest and lowest month marked in words."""

from goldenthread.comparisons import Grid, GridRow, grid
from goldenthread.indicators import Indicator, catalogue
from goldenthread.nouns import Figure, PeriodKind, Unit
from goldenthread.report.blocks.prepared import Prepared, nothing_known
from goldenthread.report.contents import BlockPlan
from goldenthread.report.desk import Desk
from goldenthread.report.document import Block, Cell, Mark, Paragraph, Row, Table
from goldenthread.report.not_known import none_known
from goldenthread.wording.phrases import listed
from goldenthread.wording.sentences import Writer
from goldenthread.wording.text import Words, join

WHOLE = ""  # the row of all categories together, which stands last


def prepare(plan: BlockPlan, desk: Desk) -> Prepared:
    """Gather the monthly counts of the indicator by the plan's dimension."""
    indicator = catalogue()[plan.indicators[0]]
    monthly = [
        figure
        for figure in desk.in_year(indicator.name)
        if figure.period.kind is PeriodKind.MONTH
        and figure.unit is Unit.COUNT
        and figure.breakdown.dimensions in ((), (plan.dimension,))
    ]
    months = {figure.period.code: figure.period for figure in sorted(monthly, key=_when)}
    if len(months) < 2:
        return nothing_known(plan.indicators, none_known(plan.indicators))
    made = grid(
        sorted(monthly, key=lambda figure: _size(figure, monthly, plan.dimension)),
        row=lambda figure: figure.breakdown.get(plan.dimension) or WHOLE,
        column=lambda figure: figure.period.code,
        columns=tuple(months),
    )

    def compose(writer: Writer) -> tuple[Block, ...]:
        first, *_, last = months.values()
        table = Table(
            id=f"{plan.id}-table",
            caption=f"{indicator.title} by month and {plan.dimension}, {desk.area.called}, "
            f"{first.words} to {last.words}",
            columns=tuple(f"{month.end:%b %Y}" for month in months.values()),
            rows=tuple(_row(indicator, line, writer) for line in made.rows),
            corner=plan.dimension.capitalize(),
            notes=("Each row’s highest and lowest months are marked.",),
        )
        return (Paragraph(_peaks(indicator, made, writer)), table)

    return Prepared(tuple(monthly), compose, (indicator.name,))


def _when(figure: Figure) -> str:
    return figure.period.code


def _size(figure: Figure, monthly: list[Figure], dimension: str) -> tuple[bool, float, str]:
    """The whole last; before it the categories, the largest over the months first."""
    name = figure.breakdown.get(dimension) or WHOLE
    of_row = [each for each in monthly if (each.breakdown.get(dimension) or WHOLE) == name]
    return name == WHOLE, -float(sum(each.value or 0 for each in of_row)), name


def _row(indicator: Indicator, line: GridRow, writer: Writer) -> Row:
    cells = []
    for figure in line.figures:
        if figure is None:
            cells.append(Cell("not known"))
            continue
        released = writer.released(figure)
        mark = None
        if released.value is not None:  # a mark on a withheld cell would say how small it is
            mark = Mark.HIGHEST if figure.id in line.highest else None
            mark = Mark.LOWEST if figure.id in line.lowest else mark
        cells.append(Cell(released, mark))
    name = f"All {indicator.counted}" if line.name == WHOLE else line.name
    return Row(name, tuple(cells), total=line.name == WHOLE)


def _peaks(indicator: Indicator, made: Grid, writer: Writer) -> Words:
    whole = next((line for line in made.rows if line.name == WHOLE), None)
    if whole is None or not whole.highest:
        return (f"{indicator.title} by month; each row’s highest and lowest month are marked.",)
    tops, bottoms = (
        [_named(figure, writer) for figure in whole.figures if figure and figure.id in ids]
        for ids in (whole.highest, whole.lowest)
    )
    return join(
        f"{indicator.words} in all were highest in ",
        listed(tops),
        " and lowest in ",
        listed(bottoms),
        ".",
    )


def _named(figure: Figure, writer: Writer) -> Words:
    return join(f"{figure.period.words} (", writer.bound(figure), ")")
