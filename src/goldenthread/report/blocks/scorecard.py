"""A table of several indicators: this year, last year, the change, and everyone compared with."""

from goldenthread.comparisons import Comparison
from goldenthread.indicators import catalogue
from goldenthread.nouns import Figure, Unit
from goldenthread.nouns.register import ENGLAND
from goldenthread.report.blocks.local import UNROUNDED
from goldenthread.report.blocks.prepared import Prepared, nothing_known
from goldenthread.report.contents import BlockPlan
from goldenthread.report.desk import Desk
from goldenthread.report.document import Block, Cell, Note, Row, Table
from goldenthread.report.not_known import none_known
from goldenthread.wording.sentences import Writer


def prepare(plan: BlockPlan, desk: Desk) -> Prepared:
    """Gather the comparisons of the indicators named."""
    known = [(name, made) for name in plan.indicators if (made := desk.comparison(name))]
    missing = tuple(name for name in plan.indicators if not desk.comparison(name))
    if not known:
        return nothing_known(missing, none_known(missing))

    def compose(writer: Writer) -> tuple[Block, ...]:
        table = Table(
            id=f"{plan.id}-table",
            caption=plan.title or f"{desk.area.called} beside others, {desk.year.code}",
            columns=_columns(desk),
            rows=tuple(_row(name, comparison, desk, writer) for name, comparison in known),
            corner="Indicator",
            notes=(_EXPLAINED, *((_RANKED,) if desk.every_council else ()), UNROUNDED),
        )
        blocks: list[Block] = [table]
        if missing:
            blocks.append(Note((none_known(missing),), heading="Not known"))
        return tuple(blocks)

    return Prepared(
        tuple(figure for _, made in known for figure in _declared(made, desk)),
        compose,
        tuple(name for name, _ in known),
        missing,
    )


_EXPLAINED = (
    "The change is in percentage points for percentages and per cent for numbers and rates. "
)

_RANKED = "The rank is the place among the councils with a figure, the highest value first."


def _columns(desk: Desk) -> tuple[str, ...]:
    region = (desk.region.name,) if desk.region else ()
    rank = ("Rank",) if desk.every_council else ()
    return ("Year before", "This year", "Change", "England", *region, "Neighbours’ average", *rank)


def _row(name: str, comparison: Comparison, desk: Desk, writer: Writer) -> Row:
    indicator = catalogue()[name]
    change = comparison.change
    size = (change.relative or change.difference) if change and not change.across else None
    cells = [
        _cell(_year_before(comparison, desk), writer),
        _cell(comparison.figure, writer),
        _cell(size, writer),
        *(_cell(figure, writer) for figure in _beside(comparison, desk)),
        *((_cell(comparison.rank, writer),) if desk.every_council else ()),
    ]
    unit = comparison.figure.unit
    measured = "" if unit is Unit.PERCENT else f" ({unit.words})"
    return Row(f"{indicator.title}{measured}", tuple(cells))


def _year_before(comparison: Comparison, desk: Desk) -> Figure | None:
    """Last year's figure, or the symbol in its place."""
    return desk.shelf.like(comparison.figure, period=comparison.figure.period.back(1))


def _beside(comparison: Comparison, desk: Desk) -> list[Figure | None]:
    """England, the region and the neighbours' mean, whether or not the area itself is known."""
    figure = comparison.figure
    england = desk.shelf.like(figure, area=ENGLAND)
    region = [desk.shelf.like(figure, area=desk.region.code)] if desk.region else []
    return [england, *region, comparison.neighbours.mean if comparison.neighbours else None]


def _declared(comparison: Comparison, desk: Desk) -> list[Figure]:
    more = [_year_before(comparison, desk), *_beside(comparison, desk)]
    return [*comparison.figures(), *(figure for figure in more if figure)]


def _cell(figure: Figure | None, writer: Writer) -> Cell:
    return Cell("not known" if figure is None else writer.released(figure))
