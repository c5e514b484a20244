"""Figures as a page shows them: what was prepared, narrowed to what is asked, and questions."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from goldenthread.indicators import Indicator, Theme, catalogue
from goldenthread.nouns import Period, Unit
from goldenthread.wording.numbers import number
from goldenthread_site.directory.standing import Standing
from goldenthread_site.figures import queries
from goldenthread_site.figures.grids import Grid, Sent, grids
from goldenthread_site.figures.models import Answer, Question, Target
from goldenthread_site.figures.permissions import can_answer, can_close
from goldenthread_site.figures.prepared.shapes import Line, Lines, Scorecard, Way
from goldenthread_site.figures.rules import QuestionStatus, status
from goldenthread_site.figures.sending import About, sender
from goldenthread_site.figures.sending import Asked as AskedOf


@dataclass(frozen=True, slots=True)
class Section:
    """A theme on the scorecard: its lines, and what agencies were asked for."""

    title: str
    tables: tuple[Lines, ...]
    grids: tuple[Grid, ...]


def sections(
    card: Scorecard,
    asked_of: Sequence[AskedOf],
    own: Sequence[str],
    theme: str = "",
    words: str = "",
) -> list[Section]:
    """The year’s figures by theme, narrowed to one theme or to titles with some words in them."""
    found = {group.key: group for group in card.groups}
    wanted = words.casefold()
    made = []
    for each in Theme:
        key = each.name.lower()
        if theme and theme != key:
            continue
        group = found.get(key)
        tables = [_narrowed(table, wanted) for table in group.tables] if group else []
        sent = [
            replace(grid, rows=tuple(row for row in grid.rows if _fits(row, wanted)))
            for grid in grids(card.returned, asked_of, own, theme=each)
        ]
        section = Section(
            each.value,
            tuple(table for table in tables if table.lines),
            tuple(grid for grid in sent if grid.rows),
        )
        if section.tables or section.grids:
            made.append(section)
    return made


def _narrowed(table: Lines, wanted: str) -> Lines:
    lines = tuple(line for line in table.lines if wanted in line.title.casefold())
    return replace(table, lines=lines)


def _fits(row: Sent, wanted: str) -> bool:
    return wanted in row.title.casefold()


def standing_out(card: Scorecard) -> list[Line]:
    """The lines that stand out, the furthest first."""
    lines = card.lines()
    return [lines[name] for name in card.outliers if name in lines]


def sent_of(
    standing: Standing, name: str, year: Period, *, as_released: bool = False
) -> list[Grid]:
    """What agencies were asked for and sent of one indicator, this year and the year before."""
    card = queries.scorecard(standing, year, as_released=as_released)
    if card is None or standing.partnership is None:
        return []
    asked_of = queries.asked(standing, year.back(1), year)
    return grids(card.returned, asked_of, standing.partnership.areas, name=name)


def targets(found: Iterable[Target], one: Indicator) -> dict[str, Any]:
    """The target that stands, and those that stood before, as they are printed."""
    unit = one.compared_by
    told = [(number(each.value, unit, one.places(unit)), each) for each in found]
    stands = next((each for each in told if each[1].ended_at is None), None)
    return {
        "target": stands[1] if stands else None,
        "target_told": f"{stands[0]}{_after(unit)}" if stands else "",
        "earlier_targets": [each for each in told if each[1].ended_at],
    }


def _after(unit: Unit) -> str:
    return "" if unit in (Unit.PERCENT, Unit.COUNT, Unit.POUNDS) else f" {unit.words}"


@dataclass(frozen=True, slots=True)
class WayBack:
    """A figure’s way back, with the address of its return’s cell for whoever may see that."""

    way: Way
    source: str
    href: str


def ways_back(found: Iterable[Way], standing: Standing) -> list[WayBack]:
    """Each with what its source is called."""
    every = list(found)
    told = sender()
    places: Mapping[tuple[int, About], str] = told.places(standing, {each.number for each in every})
    return [
        WayBack(each, _source(each), places.get((each.number, each.about), "")) for each in every
    ]


def _source(way: Way) -> str:
    source, comma, release = way.source.partition(",")
    title = sender().title(source)
    return f"{title}{comma}{release}" if title else way.source


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
