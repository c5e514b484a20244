"""Figures as a page shows them: rows of the scorecard, an indicator's blocks, a figure's thread.

A desk holds what its reader may see and no more (``queries.desk``): all of it is printed.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from markupsafe import Markup

from goldenthread.charts.draw import draw
from goldenthread.comparisons import Comparison
from goldenthread.disclosure import Release, Released, as_they_stand
from goldenthread.indicators import Indicator, Theme, catalogue
from goldenthread.indicators import indicator as find_indicator
from goldenthread.nouns import Area, Figure
from goldenthread.nouns.register import ENGLAND
from goldenthread.report.blocks.indicator import prepare
from goldenthread.report.contents import BlockPlan
from goldenthread.report.desk import Desk
from goldenthread.report.document import Block, ChartBlock, Note, Paragraph, Table
from goldenthread.wording import plain
from goldenthread.wording.numbers import printed, with_unit
from goldenthread.wording.phrases import period_name
from goldenthread.wording.sentences import Writer
from goldenthread_site.directory.standing import Standing
from goldenthread_site.figures.models import Answer, Question
from goldenthread_site.figures.permissions import can_answer, can_close
from goldenthread_site.figures.rules import QuestionStatus, status

NOT_KNOWN = "not known"


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the scorecard, all in words and printed numbers."""

    name: str
    title: str
    unit: str
    before: str
    now: str
    england: str
    neighbours: str
    told: str
    stands_out: str
    broken: bool


def scorecard(desk: Desk, theme: str = "", words: str = "") -> list[tuple[str, list[Line]]]:
    """The year's figures by theme, narrowed to one theme or to titles with some words in them."""
    reasons = {each.comparison.figure.indicator: each.reason for each in desk.outliers}
    made = desk.everything
    out = as_they_stand(figure for each in made.values() for figure in _beside(each, desk))
    groups: list[tuple[str, list[Line]]] = []
    for each in Theme:
        if theme and theme != each.name.lower():
            continue
        lines = [
            _line(indicator, made[name], desk, out, reasons.get(name, ""))
            for name, indicator in catalogue().items()
            if indicator.theme is each
            and name in made
            and words.casefold() in indicator.title.casefold()
        ]
        if lines:
            groups.append((each.value, lines))
    return groups


def attention(desk: Desk, most: int = 6) -> list[Line]:
    """What stands out, the furthest first."""
    found = desk.outliers[:most]
    out = as_they_stand(figure for each in found for figure in _beside(each.comparison, desk))
    return [
        _line(
            catalogue()[each.comparison.figure.indicator], each.comparison, desk, out, each.reason
        )
        for each in found
    ]


def _beside(comparison: Comparison, desk: Desk) -> list[Figure]:
    figure = comparison.figure
    more = [
        desk.shelf.like(figure, period=figure.period.back(1)),
        desk.shelf.like(figure, area=ENGLAND),
    ]
    return [*comparison.figures(), *(each for each in more if each)]


def _line(
    indicator: Indicator, comparison: Comparison, desk: Desk, out: Release, stands_out: str
) -> Line:
    figure = comparison.figure
    change = comparison.change
    mean = comparison.neighbours.mean if comparison.neighbours else None

    def shown(one: Figure | None) -> str:
        return NOT_KNOWN if one is None else printed(out.of(one))

    return Line(
        name=indicator.name,
        title=indicator.title,
        unit=figure.unit.words,
        before=shown(desk.shelf.like(figure, period=figure.period.back(1))),
        now=shown(figure),
        england=shown(desk.shelf.like(figure, area=ENGLAND)),
        neighbours=shown(mean),
        told=plain(Writer(out).trend(indicator, comparison)),
        stands_out=stands_out,
        broken=bool(change and change.across),
    )


@dataclass(frozen=True, slots=True)
class Shown:
    """One thing on an indicator's page: ``kind`` says which of the others is filled."""

    kind: str
    text: str = ""
    heading: str = ""
    svg: Markup | None = None
    table: Table | None = None


def about(name: str, desk: Desk) -> tuple[list[Shown], list["Way"]]:
    """An indicator's sentences, charts and tables for a year, and the way back of each figure.

    Raises GoldenThreadError for a name that is no indicator's.
    """
    plan = BlockPlan(
        id="about",
        show="indicator",
        indicators=(find_indicator(name).name,),
        chart=("years", "neighbours"),
    )
    prepared = prepare(plan, desk)
    out = as_they_stand(prepared.figures)
    blocks = prepared.compose(Writer(out))
    return [each for block in blocks for each in _shown(block)], ways(
        (out.of(figure) for figure in prepared.figures), desk
    )


def _shown(block: Block) -> Iterable[Shown]:
    match block:
        case Paragraph(words):
            yield Shown("words", text=plain(words))
        case Note(words, heading):
            yield Shown("note", text=plain(words), heading=heading)
        case ChartBlock(chart=chart, table=table):
            # The page's own style sheet gives a picture its size: style attributes are refused.
            svg = draw(chart)
            start = svg.index(' style="')
            without = svg[:start] + svg[svg.index('"', start + 8) + 1 :]
            yield Shown("chart", svg=Markup(without), heading=chart.title, table=table)  # noqa: S704
        case Table():
            yield Shown("table", table=block)
        case _:
            raise TypeError(f"a page cannot show {type(block).__name__}")


@dataclass(frozen=True, slots=True)
class Way:
    """A printed figure's way back to where it came from."""

    printed: str
    what: str
    source: str
    place: str
    status: str
    note: str


def ways(found: Iterable[Released], desk: Desk) -> list[Way]:
    """The way back of each figure printed of the partnership's own area, once."""
    seen: dict[str, Way] = {}
    for each in found:
        figure = each.figure
        thread = figure.thread
        if figure.area.code != desk.area.code or each.id in seen:
            continue
        seen[each.id] = Way(
            printed=with_unit(each),
            what=f"{_name(figure.area, desk)}{period_name(figure.period)}",
            source=desk.titles.get(thread.source, thread.source)
            + (f", release {thread.vintage}" if thread.vintage else ""),
            place=", ".join(part for part in (thread.file, thread.locator) if part)
            or thread.calculation,
            status=figure.status.value,
            note=figure.quality_note,
        )
    return list(seen.values())


def _name(area: Area, desk: Desk) -> str:
    return "" if area.code == desk.area.code else f"{area.name}, "


def cell(content: Released | str) -> str:
    """A table's cell as text."""
    return content if isinstance(content, str) else printed(content)


@dataclass(frozen=True, slots=True)
class Asked:
    """A question with its answers, and what this person may do with it."""

    number: int
    title: str
    indicator: str
    year: str
    text: str
    who: str
    at: datetime
    of: str
    status: QuestionStatus
    answers: list[Answer]
    closed_because: str
    can_answer: bool
    can_close: bool


def asked(found: Iterable[Question], standing: Standing) -> list[Asked]:
    """Questions as a page lists them."""
    return [
        Asked(
            number=each.pk,
            title=catalogue()[each.indicator].title,
            indicator=each.indicator,
            year=each.year,
            text=each.text,
            who=each.asked_as,
            at=each.asked_at,
            of=str(each.asked_of or "the partnership’s analyst"),
            status=status(answered=bool(each.answers.all()), closed=each.closed_at is not None),
            answers=list(each.answers.all()),
            closed_because=each.closed_because,
            can_answer=each.closed_at is None and can_answer(standing, each),
            can_close=each.closed_at is None and can_close(standing, each),
        )
        for each in found
    ]
