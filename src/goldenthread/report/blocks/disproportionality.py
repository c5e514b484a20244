"""Whose children are counted more often than their share of the population, where it is known."""

from goldenthread.comparisons import Disproportionality, disproportionality, period_of
from goldenthread.indicators import Indicator, catalogue
from goldenthread.nouns import Figure, PeriodKind, Unit
from goldenthread.report.blocks.prepared import Prepared, nothing_known
from goldenthread.report.contents import BlockPlan
from goldenthread.report.desk import Desk
from goldenthread.report.document import Block, Cell, Note, Row, Table
from goldenthread.wording.sentences import Writer


def prepare(plan: BlockPlan, desk: Desk) -> Prepared:
    """Gather each indicator's counts and the child population by the plan's dimension."""
    living = _population(plan.dimension, desk)
    known: list[tuple[Indicator, Disproportionality]] = []
    refusals: list[str] = []
    for name in plan.indicators:
        indicator = catalogue()[name]
        period = period_of(indicator.period_kind, desk.year)
        counted = desk.parts(name, Unit.COUNT, period, plan.dimension) if period else ()
        if not counted or not living:
            refusals.append(_missing(indicator, plan.dimension, desk, counted))
            continue
        found = disproportionality(counted, living, plan.dimension)
        if isinstance(found, Disproportionality):
            known.append((indicator, found))
        else:
            refusals.append(f"{indicator.title}: {found.reason}")
    if not known:
        return nothing_known(plan.indicators, " ".join(refusals))

    def compose(writer: Writer) -> tuple[Block, ...]:
        blocks: list[Block] = [
            _table(plan, indicator, found, desk, writer) for indicator, found in known
        ]
        if refusals:
            blocks.append(Note((" ".join(refusals),), heading="Not known"))
        return tuple(blocks)

    declared = [figure for _, found in known for figure in _figures(found)]
    shown = tuple(indicator.name for indicator, _ in known)
    return Prepared(tuple(declared), compose, shown)


def _missing(indicator: Indicator, dimension: str, desk: Desk, counted: tuple[Figure, ...]) -> str:
    if not counted:
        return (
            f"{indicator.title} by {dimension} is not known for {desk.area.called}: the national "
            "statistics break it down for England alone, and no local return does."
        )
    return (
        f"{indicator.title} by {dimension} cannot be compared: the number of children in "
        f"{desk.area.called} by {dimension} is not known, only that of residents of all ages."
    )


def _population(dimension: str, desk: Desk) -> tuple[Figure, ...]:
    period = period_of(PeriodKind.MID_YEAR, desk.year)
    return desk.parts("children_population", Unit.COUNT, period, dimension) if period else ()


def _figures(found: Disproportionality) -> list[Figure]:
    optional = [
        figure
        for group in found.groups
        for figure in (
            group.count,
            group.population,
            group.share,
            group.population_share,
            group.ratio,
            group.low,
            group.high,
        )
    ]
    return [figure for figure in optional if figure] + list(found.not_recorded)


def _table(
    plan: BlockPlan, indicator: Indicator, found: Disproportionality, desk: Desk, writer: Writer
) -> Table:
    def cell(figure: Figure | None) -> Cell:
        return Cell(writer.released(figure) if figure else "not known")

    return Table(
        id=f"{plan.id}-{indicator.name.replace('_', '-')}",
        caption=f"{indicator.title} by {plan.dimension}, {desk.area.called}: share of the children "
        "counted, share of the child population, and the rate over that of all other children",
        columns=("Number", "Share", "Share of children", "Rate ratio", "From", "To"),
        rows=tuple(
            Row(
                group.name,
                (
                    cell(group.count),
                    cell(group.share),
                    cell(group.population_share),
                    cell(group.ratio),
                    cell(group.low),
                    cell(group.high),
                ),
            )
            for group in found.groups
        ),
        corner=plan.dimension.capitalize(),
        notes=("From and to: the interval that chance allows around the rate ratio.",),
    )
