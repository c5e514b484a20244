"""The times two numbers are told of, and whether those let them be one."""

from datetime import date

from goldenthread.claims.language.model import Quantity, Sentence

_MONTH = 31  # days
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


def may_be_of_one_time(one: Whens, other: Whens) -> bool:
    """Whether no two dates part them: a month may be of the year the other is told of."""
    for first in one:
        for second in other:
            if first[2] is not second[2]:
                continue
            if first[1] < second[0] or second[1] < first[0]:
                return False
            if first[:2] != second[:2] and _is_span(first) and _is_span(second):
                return False
    return True


def _is_span(when: tuple[date, date, bool]) -> bool:
    """Whether a time is longer than a month: quarters, years and those that end in between."""
    return (when[1] - when[0]).days > _MONTH
