"""An indicator’s page for a year, made from a desk that holds what its reader may see."""

from collections.abc import Iterable, Mapping, Sequence

from goldenthread.charts.draw import draw
from goldenthread.disclosure import Released, as_they_stand
from goldenthread.nouns import Figure, Symbol
from goldenthread.report.blocks.indicator import prepare
from goldenthread.report.contents import BlockPlan
from goldenthread.report.desk import Desk
from goldenthread.report.document import Block, Cell, ChartBlock, Note, Paragraph, Table
from goldenthread.report.pictures import label
from goldenthread.wording import plain
from goldenthread.wording.numbers import with_unit
from goldenthread.wording.phrases import period_name
from goldenthread.wording.sentences import Writer
from goldenthread_site.figures.prepared import shapes
from goldenthread_site.figures.prepared.numbers import in_words, note_of, number
from goldenthread_site.figures.prepared.returned import Origin, about, origin_of
from goldenthread_site.figures.prepared.scorecard import breaks_told

_PROTECTED = (Symbol.CONFIDENTIAL, Symbol.LOW, Symbol.ROUNDS_TO_ZERO)


def indicator_page(
    name: str, desk: Desk, sent: Sequence[Figure], numbers: Mapping[Origin, int]
) -> shapes.IndicatorPage:
    """Sentences, pictures and tables, and the way back of each figure.

    ``sent`` are the indicator’s figures that came with returns, ``numbers`` the returns’ own.
    """
    comparison = desk.latest(name)
    own = [each for each in sent if each.indicator == name]
    if comparison is None:
        return shapes.IndicatorPage((), _ways(own, desk, numbers), ())
    plan = BlockPlan(
        id="about", show="indicator", indicators=(name,), chart=("years", "neighbours")
    )
    prepared = prepare(plan, desk)
    blocks = prepared.compose(Writer(as_they_stand(prepared.figures)))
    notes = [
        f"{label(each.period)}: {note_of(each)}" for each in comparison.series if note_of(each)
    ]
    here = [each for each in prepared.figures if each.area.code == desk.area.code]
    return shapes.IndicatorPage(
        blocks=tuple(shown for block in blocks for shown in _shown(block, notes)),
        ways=_ways([*here, *own], desk, numbers),
        breaks=breaks_told(comparison),
    )


def _shown(block: Block, notes: Sequence[str]) -> Iterable[shapes.Shown]:
    match block:
        case Paragraph(words):
            yield shapes.Shown("words", text=plain(words))
        case Note(words, heading):
            yield shapes.Shown("note", text=plain(words), heading=heading)
        case ChartBlock(chart=chart, table=table):
            # The page's own style sheet gives a picture its size: style attributes are refused.
            svg = draw(chart)
            start = svg.index(' style="')
            without = svg[:start] + svg[svg.index('"', start + 8) + 1 :]
            beside = " ".join(f"{each.rstrip('.')}." for each in notes)
            yield shapes.Shown("chart", beside, chart.title, without, _table(table))
        case Table():
            yield shapes.Shown("table", table=_table(block))
        case _:
            raise TypeError(f"a page cannot show {type(block).__name__}")


def _table(table: Table) -> shapes.Tabled:
    return shapes.Tabled(
        caption=table.caption,
        corner=table.corner,
        columns=tuple(table.columns),
        rows=tuple(
            shapes.Row(row.heading, tuple(_cell(each) for each in row.cells)) for row in table.rows
        ),
        notes=tuple(table.notes),
    )


def _cell(cell: Cell) -> shapes.Number:
    if isinstance(cell.content, Released):
        return number(cell.content.figure)
    return shapes.Number(str(cell.content))


def _ways(
    figures: Iterable[Figure], desk: Desk, numbers: Mapping[Origin, int]
) -> tuple[shapes.Way, ...]:
    """The way back of each figure once, with the other values it is known by."""
    once = {each.id: each for each in figures}
    open_ones = [each for each in once.values() if each.symbol not in _PROTECTED]
    others = desk.book.other_values_of(open_ones) if open_ones else {}
    return tuple(_way(each, others.get(each.id, ()), desk, numbers) for each in once.values())


def _way(
    figure: Figure, others: Iterable[Figure], desk: Desk, numbers: Mapping[Origin, int]
) -> shapes.Way:
    thread = figure.thread
    what = [period_name(figure.period), figure.breakdown.words]
    what += [figure.area.name] if figure.area.code != desk.area.code else []
    return shapes.Way(
        figure=figure.id,
        printed=with_unit(figure) if figure.known else in_words(figure),
        what=", ".join(filter(None, what)),
        source=_source(figure, desk),
        place=", ".join(part for part in (thread.file, thread.locator) if part)
        or thread.calculation,
        status=figure.status.value,
        note=note_of(figure),
        number=numbers.get(origin_of(figure), 0),
        about=about(figure),
        others=tuple(
            shapes.Other(
                text=with_unit(each),
                source=_source(each, desk),
                known_since=each.thread.known_since.isoformat() if each.thread.known_since else "",
            )
            for each in others
            if each.known and each.value != figure.value
        ),
    )


def _source(figure: Figure, desk: Desk) -> str:
    thread = figure.thread
    title = desk.titles.get(thread.source, thread.source)
    return f"{title}, release {thread.vintage}" if thread.vintage else title
