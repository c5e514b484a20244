"""What needs attention: what stands out, what is late, what was asked, what cannot be compared.

Each has one thing to do next, for this person. What was asked about or said is attended to, and
stands as the question or the words it became.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from django.urls import reverse
from django.utils.http import urlencode

from goldenthread_site.directory.standing import Standing
from goldenthread_site.figures import permissions as asking
from goldenthread_site.figures import presenters, queries
from goldenthread_site.figures.commentary.permissions import AS_ANALYST
from goldenthread_site.figures.commentary.queries import spoken_of
from goldenthread_site.figures.prepared.shapes import Line, Scorecard
from goldenthread_site.figures.rules import QuestionStatus
from goldenthread_site.returns import permissions as sending
from goldenthread_site.returns import presenters as returns
from goldenthread_site.returns import queries as returned
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


@dataclass(frozen=True, slots=True)
class Matter:
    """Things of one kind, the most pressing first."""

    key: str
    title: str
    empty: str
    items: tuple[Item, ...]


def matters(standing: Standing) -> tuple[str, list[Matter]]:
    """The year that figures are of, and each kind of matter, those with nothing in them too."""
    card = queries.latest_compared(standing)
    year = card.year if card else ""
    return year, [
        Matter(
            "standing-out",
            f"Stands out{f', {year}' if year else ''}, and nobody has asked or said why",
            "Everything that stands out has been asked about or explained.",
            tuple(_standing_out(standing, card)) if card else (),
        ),
        Matter("late", "Late returns", "Nothing is late.", tuple(_late(standing))),
        Matter("questions", "Open questions", "No question is open.", tuple(_open(standing))),
        Matter(
            "targets",
            f"Targets not met{f', {year}' if year else ''}",
            "No target that is set was missed.",
            tuple(_missed(standing, card)) if card else (),
        ),
        Matter(
            "breaks",
            f"Counted otherwise than the year before{f', {year}' if year else ''}",
            "Every figure is counted as it was the year before.",
            tuple(_broken(standing, card)) if card else (),
        ),
    ]


def _address(name: str, indicator: str, year: str, place: str = "") -> str:
    return f"{reverse(name, args=[indicator])}?{urlencode({'year': year})}{place}"


def _next(standing: Standing, line: Line, year: str) -> tuple[str, str]:
    """The one thing to do about a figure: explain it, ask about it, or read it."""
    if standing.holds(*AS_ANALYST):
        return "Say what lies behind it", _address("comment", line.name, year)
    if asking.can_ask(standing):
        return "Ask about it", _address("ask_question", line.name, year)
    return "Read it", _address("indicator", line.name, year)


def _about(standing: Standing, line: Line, year: str, text: str) -> Item:
    step, step_href = _next(standing, line, year)
    notes = " ".join(f"Note: {each}." for each in {line.now.note} if each)
    return Item(
        title=line.title,
        href=_address("indicator", line.name, year),
        text=f"{text} {notes}".strip(),
        step=step,
        step_href=step_href,
        figure=line.now.text,
        beside=f"{line.unit}; {line.before.text} the year before",
    )


def _standing_out(standing: Standing, card: Scorecard) -> Iterator[Item]:
    asked = queries.questions(standing).filter(year=card.year)
    attended = set(asked.values_list("indicator", flat=True)) | spoken_of(standing, card.year)
    for line in presenters.standing_out(card):
        if line.name not in attended:
            reason = f"{line.stands_out[:1].upper()}{line.stands_out[1:]}."
            yield _about(standing, line, card.year, reason)


def _missed(standing: Standing, card: Scorecard) -> Iterator[Item]:
    for line in card.lines().values():
        if line.target_met == "not met":
            yield _about(standing, line, card.year, f"The target was {line.target}.")


def _broken(standing: Standing, card: Scorecard) -> Iterator[Item]:
    said = spoken_of(standing, card.year)
    for line in card.lines().values():
        if line.direction.word == NOT_COMPARED and line.breaks and line.name not in said:
            item = _about(standing, line, card.year, line.breaks[-1])
            if not standing.holds(*AS_ANALYST):
                item = _reading(item)
            yield item


def _reading(item: Item) -> Item:
    return Item(item.title, item.href, item.text, "Read it", item.href, item.figure, item.beside)


def _late(standing: Standing) -> Iterator[Item]:
    if not standing.holds(*sending.READERS):
        return
    rows = (returns.row_of(standing, each) for each in returned.with_versions(standing))
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


def _open(standing: Standing) -> Iterator[Item]:
    found = queries.questions(standing).filter(closed_at__isnull=True)
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
        )


def shortened(found: Iterable[Matter], most: int = 3) -> list[Matter]:
    """The first few of each kind that has any: a block on someone’s first page."""
    return [
        Matter(each.key, each.title, each.empty, each.items[:most]) for each in found if each.items
    ]
