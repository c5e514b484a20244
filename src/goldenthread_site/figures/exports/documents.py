"""What is on screen as a document of the core, from which it writes tidy CSV and the workbook.

A desk holds what its reader may see and no more: what is put together here is printed as it stands.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from goldenthread.comparisons import ComparatorKind
from goldenthread.disclosure import Release, Released, as_they_stand
from goldenthread.indicators import Theme, catalogue
from goldenthread.nouns import Figure
from goldenthread.nouns.register import ENGLAND
from goldenthread.report.blocks.indicator import prepare
from goldenthread.report.contents import BlockPlan
from goldenthread.report.desk import Desk
from goldenthread.report.document import Block, Cell, Document, Row, Section, Table
from goldenthread.report.printed_values import printed_values
from goldenthread.report.threads import entry
from goldenthread.wording import plain
from goldenthread.wording.phrases import period_name
from goldenthread.wording.sentences import Writer

NOT_KNOWN = "not known"
AS_RELEASED = (
    "Figures as they may leave the partnership: small counts of children, and what would give them"
    " away, are letters."
)
TRUE_COUNTS = (
    "Not for publication: true counts, small numbers of children included. For anything that others"
    " will see, take figures as they may leave the partnership."
)
_METHODS = (
    "Each worksheet holds one table; Figures holds every figure of the tables with the file and"
    " place it comes from.",
    "Percentages and rates from counts are rounded half away from zero.",
)


@dataclass(frozen=True, slots=True)
class Frame:
    """What every document says of itself. ``as_of`` is the day the figures last changed."""

    partnership: str
    area: str
    year: str
    as_of: date
    inside: bool


def of_scorecard(
    desk: Desk, frame: Frame, theme: str = "", words: str = "", beside: Iterable[Table] = ()
) -> Document:
    """The scorecard of a year, a table for each theme, narrowed as the page is; and what stands
    beside it there."""
    tables = []
    for each in Theme:
        if theme and theme != each.name.lower():
            continue
        rows = tuple(_lines(desk, each, words))
        if rows:
            tables.append(
                Table(
                    id=f"scorecard-{each.name.lower().replace('_', '-')}",
                    caption=f"{each.value}, {frame.year}",
                    columns=(
                        *("Unit", "Period", "Before", "Now", "Target", "England"),
                        *([desk.region.name] if desk.region else []),
                        *("Neighbours’ average", "Told", "Stands out"),
                    ),
                    rows=rows,
                    corner="Indicator",
                )
            )
    return _document(f"Scorecard, {frame.year}", frame, [*tables, *beside], desk)


def _lines(desk: Desk, theme: Theme, words: str) -> Iterable[Row]:
    """A row names its period: some figures are of an academic or a calendar year."""
    reasons = {each.comparison.figure.indicator: each.reason for each in desk.outliers}
    for name, indicator in catalogue().items():
        made = desk.everything.get(name)
        if not made or indicator.theme is not theme:
            continue
        if words.casefold() not in indicator.title.casefold():
            continue
        figure = made.figure
        target = made.comparator(ComparatorKind.TARGET)
        aim = target.figure if target else None
        before = desk.shelf.like(figure, period=figure.period.back(1))
        beside = (
            desk.shelf.like(figure, area=ENGLAND),
            *([desk.shelf.like(figure, area=desk.region.code)] if desk.region else []),
            made.neighbours.mean if made.neighbours else None,
        )
        out = as_they_stand([*made.figures(), *filter(None, (before, aim, *beside))])
        told = plain(Writer(out).trend(indicator, made))
        cells = (
            figure.unit.words,
            period_name(figure.period),
            _cell(before, out),
            _cell(figure, out),
            "none" if aim is None else out.of(aim),
            *(_cell(each, out) for each in beside),
            told,
            reasons.get(name, "no"),
        )
        yield Row(indicator.title, tuple(Cell(each) for each in cells))


def _cell(figure: Figure | None, out: Release) -> Released | str:
    return NOT_KNOWN if figure is None else out.of(figure)


def of_indicator(name: str, desk: Desk, frame: Frame, beside: Iterable[Table] = ()) -> Document:
    """An indicator's page: its sentences and every table of it, those under charts too; and what
    stands beside them there."""
    indicator = catalogue()[name]
    plan = BlockPlan(
        id="about", show="indicator", indicators=(name,), chart=("years", "neighbours")
    )
    prepared = prepare(plan, desk)
    blocks = prepared.compose(Writer(as_they_stand(prepared.figures)))
    return _document(f"{indicator.title}, {frame.year}", frame, [*blocks, *beside], desk)


def of_figures(
    title: str,
    frame: Frame,
    caption: str,
    columns: Sequence[str],
    rows: Sequence[tuple[str, Figure | str, Sequence[str]]],
) -> Document:
    """One table of figures as they are known: a heading, the figure or words for it, and words."""
    out = as_they_stand(each for _, each, _ in rows if isinstance(each, Figure))
    table = Table(
        id="figures",
        caption=caption,
        columns=tuple(columns[1:]),
        rows=tuple(
            Row(
                heading,
                (
                    Cell(out.of(given) if isinstance(given, Figure) else given),
                    *(Cell(each) for each in words),
                ),
            )
            for heading, given, words in rows
        ),
        corner=columns[0],
    )
    return _document(title, frame, [table])


def of_words(
    title: str, frame: Frame, columns: Sequence[str], rows: Iterable[Sequence[str]]
) -> Document:
    """One table of words, the first of each row being its heading."""
    table = Table(
        id="list",
        caption=title,
        columns=tuple(columns[1:]),
        rows=tuple(Row(first, tuple(map(Cell, rest))) for first, *rest in rows),
        corner=columns[0],
    )
    made = _document(title, frame, [table])
    return replace(made, cover=(_METHODS[0].partition(";")[0] + ".",), notice="")


def _document(
    title: str, frame: Frame, blocks: Sequence[Block], desk: Desk | None = None
) -> Document:
    titles = desk.titles if desk else {}
    said = TRUE_COUNTS if frame.inside else AS_RELEASED
    bare = Document(
        title=title,
        subtitle=f"{frame.partnership}: {frame.area}",
        partnership=frame.partnership,
        area=frame.area,
        year=frame.year,
        as_of=frame.as_of,
        edition="",
        summary=(),
        sections=(Section(id="all", title=title, blocks=tuple(blocks)),),
        threads=(),
        sources=(),
        notice=said if frame.inside else "",
        cover=(said, *_METHODS),
    )
    threads = tuple(entry(each, (), titles) for each in printed_values(bare).values())
    sources = sorted({each.released.figure.thread.source for each in threads})
    named = tuple(titles.get(each, each) for each in sources if each)
    return replace(bare, threads=threads, sources=named)
