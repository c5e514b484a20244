"""What needs attention: what stands out, what is late, what was asked, what cannot be compared.

Each has one thing to do next, for this person. What was asked about or said is attended to, and
stands as the question or the words it became.
"""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace

from django.urls import reverse
from django.utils.http import urlencode

from goldenthread.nouns.register import area
from goldenthread_site.directory.standing import Standing
from goldenthread_site.figures import permissions as asking
from goldenthread_site.figures import presenters, queries
from goldenthread_site.figures.commentary.permissions import AS_ANALYST
from goldenthread_site.figures.commentary.queries import spoken_of
from goldenthread_site.figures.models import Question
from goldenthread_site.figures.prepared.shapes import Line, Scorecard
from goldenthread_site.figures.rules import QuestionStatus
from goldenthread_site.returns import permissions as sending
from goldenthread_site.returns import presenters as returns
from goldenthread_site.returns.rules import Progress

NOT_COMPARED = "Not compared"


@dataclass(frozen=True, slots=True)
class Item:
    """One thing. ``figure`` is a number to be read large; ``step`` what to do next, and where."""

    title: str
    href: str
    text: str
    step: str
    step_href: str
    figure: str = ""
    beside: str = ""
    question: int = 0  # the number of the question it is, where it is one


@dataclass(frozen=True, slots=True)
class Matter:
    """Things of one kind, the most pressing first."""

    key: str
    title: str
    empty: str
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Gathered:
    """What was asked for and of whom: read once for all that is said of it on a page."""

    rows: tuple[returns.Row, ...]
    questions: tuple[Question, ...]


def gathered(standing: Standing) -> Gathered:
    """The requests that this person may know of, and the questions still open."""
    return Gathered(tuple(returns.rows_of(standing)), tuple(queries.still_open(standing)))


def matters(standing: Standing, asked: Gathered) -> tuple[str, list[Matter]]:
    """The year that figures are of, and each kind of matter, those with nothing in them too."""
    cards = _cards(standing)
    year = cards[0].card.year if cards else ""
    return year, [
        Matter(
            "standing-out",
            f"Stands out{f', {year}' if year else ''}, and nobody has asked or said why",
            "Everything that stands out has been asked about or explained.",
            tuple(item for each in cards for item in _standing_out(standing, each)),
        ),
        Matter("late", "Late returns", "Nothing is late.", tuple(_late(standing, asked.rows))),
        Matter(
            "questions",
            "Open questions",
            "No question is open.",
            tuple(_open(standing, asked.questions)),
        ),
        Matter(
            "targets",
            f"Targets not met{f', {year}' if year else ''}",
            "No target that is set was missed.",
            tuple(item for each in cards for item in _missed(standing, each)),
        ),
        Matter(
            "breaks",
            f"Counted otherwise than the year before{f', {year}' if year else ''}",
            "Every figure is counted as it was the year before.",
            tuple(item for each in cards for item in _broken(standing, each)),
        ),
    ]


@dataclass(frozen=True, slots=True)
class Of:
    """A council’s scorecard, and the indicators about whose year something was said; ``code`` and
    ``name`` are empty where the partnership has but one council."""

    card: Scorecard
    said: frozenset[str]
    code: str = ""
    name: str = ""


def _cards(standing: Standing) -> list[Of]:
    """The last scorecard of each council in which anything stands out."""
    found, every = [], queries.areas(standing)
    for code in every:
        queries.look_at(standing, code)
        if card := queries.latest_compared(standing):
            told = (code, area(code).name) if len(every) > 1 else ("", "")
            found.append(Of(card, frozenset(spoken_of(standing, card.year)), *told))
    queries.look_at(standing, next(iter(every), ""))
    return found


def _address(name: str, indicator: str, year: str, place: str = "", code: str = "") -> str:
    asked = {"year": year} | ({"area": code} if code else {})
    return f"{reverse(name, args=[indicator])}?{urlencode(asked)}{place}"


def _next(standing: Standing, line: Line, of: Of) -> tuple[str, str]:
    """The one thing to do about a figure: explain it, ask about it, or read it."""
    if standing.holds(*AS_ANALYST):
        return "Say what lies behind it", _address("comment", line.name, of.card.year)
    if asking.can_ask(standing):
        return "Ask about it", _address("ask_question", line.name, of.card.year)
    return "Read it", _address("indicator", line.name, of.card.year, code=of.code)


def _about(standing: Standing, line: Line, of: Of, text: str) -> Item:
    step, step_href = _next(standing, line, of)
    notes = " ".join(f"Note: {each}." for each in {line.now.note} if each)
    return Item(
        title=f"{of.name}: {line.title}" if of.name else line.title,
        href=_address("indicator", line.name, of.card.year, code=of.code),
        text=f"{text} {notes}".strip(),
        step=step,
        step_href=step_href,
        figure=line.now.text,
        beside=f"{line.unit}; {line.before.text} the year before",
    )


def _standing_out(standing: Standing, of: Of) -> Iterator[Item]:
    card = of.card
    asked = queries.questions(standing).filter(year=card.year)
    attended = set(asked.values_list("indicator", flat=True)) | of.said
    for line in presenters.standing_out(card):
        if line.name not in attended:
            reason = f"{line.stands_out[:1].upper()}{line.stands_out[1:]}."
            yield _about(standing, line, of, reason)


def _missed(standing: Standing, of: Of) -> Iterator[Item]:
    for line in of.card.lines().values():
        if line.target_met == "not met":
            yield _about(standing, line, of, f"The target was {line.target}.")


def _broken(standing: Standing, of: Of) -> Iterator[Item]:
    for line in of.card.lines().values():
        if line.direction.word == NOT_COMPARED and line.breaks and line.name not in of.said:
            item = _about(standing, line, of, line.breaks[-1])
            if not standing.holds(*AS_ANALYST):
                item = _reading(item)
            yield item


def _reading(item: Item) -> Item:
    return Item(item.title, item.href, item.text, "Read it", item.href, item.figure, item.beside)


def _late(standing: Standing, rows: Iterable[returns.Row]) -> Iterator[Item]:
    if not standing.holds(*sending.READERS):
        return
    for row in sorted(rows, key=lambda one: one.request.due):
        if row.progress is not Progress.LATE:
            continue
        asked = row.request
        href = reverse("return_asked", args=[asked.pk])
        due = f"{asked.due.day} {asked.due:%B %Y}"
        yield Item(
            title=asked.asked.title,
            href=href,
            text=f"{asked.agency.name}, {asked.period.words}. It was due on {due}.",
            step=row.step or "See what was asked",
            step_href=href,
        )


def _open(standing: Standing, found: Iterable[Question]) -> Iterator[Item]:
    for each in presenters.asked(found, standing):
        read = _address("indicator", each.indicator, each.year, "#questions")
        step, href = "Read it", read
        if each.can_answer and each.status is QuestionStatus.OPEN:
            step, href = "Answer it", reverse("answer_question", args=[each.number])
        elif each.can_close and each.status is QuestionStatus.ANSWERED:
            step, href = "Say what came of it", reverse("close_question", args=[each.number])
        yield Item(
            title=each.title,
            href=read,
            text=f"{each.text} (Asked of {each.of}. {each.status.told}.)",
            step=step,
            step_href=href,
            question=each.number,
        )


def without_questions(found: Iterable[Matter], numbers: Collection[int]) -> list[Matter]:
    """The same without the questions of these numbers."""
    return [
        replace(each, items=tuple(one for one in each.items if one.question not in numbers))
        for each in found
    ]


def shortened(found: Iterable[Matter], most: int = 3) -> list[Matter]:
    """The first few of each kind that has any: a block on someone’s first page."""
    return [
        Matter(each.key, each.title, each.empty, each.items[:most]) for each in found if each.items
    ]
