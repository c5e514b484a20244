"""Tokens as a page lists them, and how the trail tells what is done here."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from goldenthread_site.api.models import Token
from goldenthread_site.design.pages import day
from goldenthread_site.directory.standing import Standing
from goldenthread_site.trail.presenters import Told, presents


@dataclass(frozen=True, slots=True)
class Line:
    """A token; ``standing`` says in words whether it reads anything today."""

    token: Token
    own: bool
    standing: str
    in_use: bool


def lines(standing: Standing, found: Iterable[Token]) -> list[Line]:
    """One's own first, then everyone else's, those in use before those that are over."""
    today = standing.today
    made = [
        Line(each, each.person == standing.person, _words(each, today), _works(each, today))
        for each in found
    ]
    return sorted(made, key=lambda each: (not each.own, not each.in_use))


def _works(token: Token, today: date) -> bool:
    return token.ended_at is None and token.last_day >= today


def _words(token: Token, today: date) -> str:
    if token.ended_at is not None:
        return f"Ended on {day(token.ended_at)}"
    if token.last_day < today:
        return f"Past its last day, {day(token.last_day)}"
    return f"Until {day(token.last_day)}"


@presents("token made")
def _made(told: Told) -> str:
    counts = "true counts" if told.detail.get("true_counts") else "figures as released"
    return f"Made a {told.subject} that reads {counts} until {_last(told)}"


@presents("token used")
def _used(told: Told) -> str:
    return f"First use of the day of the {told.subject}"


@presents("token ended")
def _ended(told: Told) -> str:
    return f"Ended the {told.subject}"


def _last(told: Told) -> str:
    try:
        return day(date.fromisoformat(str(told.detail.get("until"))))
    except ValueError:
        return "a day that is not known"
