"""Whether two numbers that the same words seem to tell are of two things after all.

Each sign is one that needs no knowledge of the matter: a word turned about (mean and median, over
and under), who gave and who got, a partner number that differs too, the sentence after told of
both with other numbers, an owner named in another place, a size that no slip explains.
"""

import re
from fractions import Fraction

from goldenthread.claims.closed.twice.clauses import Clause, clauses_of
from goldenthread.claims.closed.twice.words import are_contrary, roots, without_times
from goldenthread.claims.language.model import Sentence
from goldenthread.claims.language.numbers import quantities_in
from goldenthread.claims.language.sentences import cut
from goldenthread.claims.language.times import times_in
from goldenthread.claims.sayings.faults import InSentence

_FAR = 10
_ALIKE = Fraction(1, 2)  # of the words of two sentences
_BRACKET = re.compile(r"\([^()]*\)")
_OWNED = re.compile(
    r"(?:^|[,;.:]\s)(?:its?|their|they|his|he|her|she)\s(?!(?:\w+\s)?that\b)", re.IGNORECASE
)
_GROUP = re.compile(r"(?:Of|Among|Amongst|For|Within|At|By)\s([^,]+),")
_CAPITAL = re.compile(r"\s[A-Z][a-z]")
# "From this tax": what the paragraph spoke of before.
_POINTED = re.compile(
    r"\b(?:from|of|for|on|by|to|in|with)\s(?:this|these|such)\s([a-z-]{3,})", re.IGNORECASE
)
_ROLE = re.compile(
    r"\b(to|from|by)\s((?:(?!(?:to|from|by|in|on|at|of|for)\b)[a-z'’-]+\s?){1,4})", re.IGNORECASE
)


def are_two_things(one: InSentence, other: InSentence) -> bool:
    """Whether something beside two numbers says that they are of two things."""
    return (
        _far(one, other)
        or _are_marks(one, other)
        or _bracketed_with_another(one, other)
        or _owned_elsewhere(one, other)
        or _of_others_between(one.sentence, other.sentence)
        or _go_on_apart(one.sentence, other.sentence)
        or _turned_about(_clause(one), _clause(other))
    )


def _clause(told: InSentence) -> Clause | None:
    found = clauses_of(told.sentence, None)
    return next((each for each in found if each.quantity.start == told.quantity.start), None)


def _turned_about(one: Clause | None, other: Clause | None) -> bool:
    """Whether each has a word that makes another thing of it, or who gives is who gets."""
    if one is None or other is None:
        return False
    apart = are_contrary(one.core - other.core, other.core - one.core)
    return apart or _swap_roles(one, other)


def _swap_roles(one: Clause, other: Clause) -> bool:
    """Whether what is sent to one is sent to the other: "from schools to police" and back."""
    here, there = (
        [(led.lower(), roots(words)) for led, words in _ROLE.findall(each.own)]
        for each in (one, other)
    )
    both = one.core & other.core
    return any(
        led == led_too
        and words
        and words_too
        and not words & words_too
        and words | words_too <= both
        for led, words in here
        for led_too, words_too in there
    )


def _far(one: InSentence, other: InSentence) -> bool:
    """Whether one is ten times the other and more, and no point was put wrong."""
    small, great = sorted((abs(one.quantity.value), abs(other.quantity.value)))
    return great >= _FAR * small and great not in (small * _FAR, small * _FAR * _FAR)


def _are_marks(one: InSentence, other: InSentence) -> bool:
    """Whether both begin a line before a capital: numbers of notes, "21 See above"."""
    return all(
        each.quantity.start == 0 and _CAPITAL.match(each.sentence.text, each.quantity.end)
        for each in (one, other)
    )


def _bracketed_with_another(one: InSentence, other: InSentence) -> bool:
    """Whether both stand in brackets beside a number of one sort that differs: "(53%; n=19)"."""
    here, there = _partners(one), _partners(other)
    sorts = here.keys() & there.keys()
    return bool(sorts) and all(here[each] != there[each] for each in sorts)


def _partners(told: InSentence) -> dict[object, Fraction]:
    quantity = told.quantity
    for bracket in _BRACKET.finditer(told.sentence.text):
        if bracket.start() < quantity.start < bracket.end():
            return {
                each.measure: each.value
                for each in told.sentence.quantities
                if bracket.start() < each.start < bracket.end() and each.start != quantity.start
            }
    return {}


def _owned_elsewhere(one: InSentence, other: InSentence) -> bool:
    """Whether both are of what a pronoun stands for, in two paragraphs: "its growth"."""
    if one.sentence.passage is other.sentence.passage:
        return False
    if _points_back(one) - roots(other.sentence.text):
        return True
    if _points_back(other) - roots(one.sentence.text):
        return True
    return all(_OWNED.search(each.sentence.text[: each.quantity.start]) for each in (one, other))


def _points_back(told: InSentence) -> frozenset[str]:
    """What is pointed at after a number: "£29 million from this tax"."""
    after = without_times(told.sentence)[told.quantity.end :]
    return roots(" ".join(_POINTED.findall(after)))


def _of_others_between(one: Sentence, other: Sentence) -> bool:
    """Whether a sentence between them turns to another group: "Of those who left, ..."."""
    if one.passage is not other.passage:
        return False
    found = [text for text in cut(one.passage.text) if text]
    if one.text not in found or other.text not in found:
        return False
    between = found[found.index(one.text) + 1 : found.index(other.text)]
    known = roots(one.text) | roots(other.text)
    return any(
        (led := _GROUP.match(text)) and not times_in(led[1]) and roots(led[1]) - known
        for text in between
    )


def _go_on_apart(one: Sentence, other: Sentence) -> bool:
    """Whether the sentences after them are of the same words, with other numbers each."""
    after = _after(one), _after(other)
    values = [{each.value for each in quantities_in(text)} for text in after]
    if not all(values) or values[0] & values[1]:
        return False
    first, second = map(roots, after)
    return len(first & second) >= _ALIKE * len(first | second)


def _after(sentence: Sentence) -> str:
    """The sentence after one in its passage."""
    found = [text for text in cut(sentence.passage.text) if text]
    at = found.index(sentence.text) if sentence.text in found else len(found)
    return found[at + 1] if at + 1 < len(found) else ""


_FAR = 20  # times as much: no slip but of the place of the point makes so much of a number


def are_of_two_sizes(one: Fraction, other: Fraction) -> bool:
    """Whether two numbers lie so far apart that they count two things, and not by noughts alone."""
    low, high = sorted((abs(one), abs(other)))
    digits = {str(each).strip("0") for each in (low, high) if each.denominator == 1}
    return high > low * _FAR and len(digits) > 1
