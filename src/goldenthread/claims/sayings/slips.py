"""How two numbers may be one with a slip of the hand, and whether their dates let them be one."""

from datetime import date
from enum import StrEnum

from goldenthread.claims.language.model import Quantity, Sentence

Whens = frozenset[tuple[date, date, bool]]


def whens_of(sentence: Sentence, quantity: Quantity) -> Whens:
    """The times of a number's own clause, or else those that lead its sentence in."""
    text = sentence.text
    start = max(text.rfind(mark, 0, quantity.start) for mark in (", ", "; ", ". ")) + 1
    stops = [at for mark in (", ", "; ", ". ") if (at := text.find(mark, quantity.end)) >= 0]
    end = min(stops, default=len(text))
    own = [each for each in sentence.times if start <= each.start < end]
    led = [each for each in sentence.times if each.end <= quantity.start]
    return frozenset((each.first, each.last, each.year_given) for each in own or led)


class Slip(StrEnum):
    """How two numbers of as many digits may be one with a slip."""

    CHANGED = "one digit"
    SWAPPED = "two digits changed about"


def slip_of(one: str, other: str) -> Slip | None:
    """How two numbers of so many digits each differ by a slip; None where they do not."""
    places = [at for at, (a, b) in enumerate(zip(one, other, strict=True)) if a != b]
    if len(places) == 1:
        return Slip.CHANGED
    swapped = (
        len(places) == 2
        and places[1] == places[0] + 1
        and one[places[0]] == other[places[1]]
        and one[places[1]] == other[places[0]]
    )
    return Slip.SWAPPED if swapped else None


def may_be_of_one_time(one: Whens, other: Whens) -> bool:
    """Whether no two dates part them: a month may be of the year the other is told of."""
    for first in one:
        for second in other:
            if first[2] is not second[2]:
                continue
            if first[1] < second[0] or second[1] < first[0]:
                return False
    return True
