"""One thing told twice with two numbers, in whatever words: two clauses of the same words.

Two clauses tell of one thing where neither has a word of its own, but for grammar and for what
stands before it and is left out; their times are one; and nothing beside them makes the one number
of the other. A text that tells the same words with many numbers lists them, and is left alone.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from fractions import Fraction

from goldenthread.claims.closed.twice.apart import are_two_things
from goldenthread.claims.closed.twice.clauses import Clause, clauses_of
from goldenthread.claims.closed.twice.taken_up import digits_apart, named_again, taken_up
from goldenthread.claims.closed.twice.words import is_light, roots, turns
from goldenthread.claims.language.model import Measure, Sentence
from goldenthread.claims.language.slip import Slip
from goldenthread.claims.reading import Reading
from goldenthread.claims.sayings.context import is_general, may_be_one_part
from goldenthread.claims.sayings.faults import InSentence
from goldenthread.claims.sayings.near import near_pairs
from goldenthread.claims.sayings.parallel import tell_of_two
from goldenthread.claims.sayings.setting import Settings

_NEAR = Fraction(3, 2)
_LEAST = 2  # words that both have
_LEAST_IN_ALL = 3  # with those supplied
_PLAIN = 4  # words, by which it is plain what is told
_LONG = 4  # digits: two such numbers are hardly each other's slip by chance
_MANY = 2  # other numbers told in much the same words
_MOSTLY = Fraction(3, 5)


def told_twice(reading: Reading) -> Iterator[tuple[InSentence, InSentence]]:
    """Each two clauses of one thing and time whose numbers cannot both be so, the later last."""
    settings = Settings(reading.documents)
    by_unit: dict[tuple[str, object], list[Clause]] = defaultdict(list)
    years = _years(reading)
    for each in _clauses(reading):
        by_unit[each.sentence.file, each.unit].append(each)
    for (file, _), clauses in by_unit.items():
        for one, other in near_pairs(clauses):
            if (
                _differ(one, other)
                and _of_one_time(one, other, years[file])
                and (_same_words(one, other) or taken_up(one, other))
                and _may_stand_together(one, other, settings)
                and not _explained(one, other)
                and not _listed(one, other, clauses)
                and not are_two_things(one, other)
            ):
                yield one, other
    yield from named_again(reading)


def _clauses(reading: Reading) -> Iterator[Clause]:
    before: Sentence | None = None
    for sentence in reading.sentences:
        if before is not None and before.passage is not sentence.passage:
            before = None
        if not sentence.passage.heading:
            yield from clauses_of(sentence, before)
        before = sentence


def _years(reading: Reading) -> dict[str, set[int]]:
    """The years named in each file, those that end then."""
    found: dict[str, set[int]] = defaultdict(set)
    for sentence in reading.sentences:
        found[sentence.file] |= {each.last.year for each in sentence.times if each.year_given}
    return found


def _differ(one: Clause, other: Clause) -> bool:
    """Whether two numbers are near each other or a slip apart, and no value is printed as both."""
    first, second = one.quantity, other.quantity
    if one.sentence is other.sentence or first.interval.meets(second.interval):
        return False
    if first.value in _values(other) or second.value in _values(one):
        return False
    small, great = sorted((abs(first.value), abs(second.value)))
    if not small:
        return False
    return great / small <= _NEAR or digits_apart(one, other) is not None


def _values(clause: Clause) -> set[Fraction]:
    return {each.value for each in clause.sentence.quantities}


def _of_one_time(one: Clause, other: Clause, years: set[int]) -> bool:
    """Whether both are of one time; a group known from just before may go without."""
    if one.when and other.when:
        return one.when == other.when
    if not other.known:
        return False
    return one.sentence.passage is other.sentence.passage or len(years) <= 1


def _same_words(one: Clause, other: Clause) -> bool:
    """Whether neither has words that the other has not, but for light ones on one side."""
    here, there = one.supplied, other.supplied
    both = one.core & other.core
    if _is_turned(one, other) and len(both) >= _PLAIN:
        apart = _heavy((one.core - there) | (other.core - here))
        if len(apart) <= 1 and not any(map(turns, apart)):
            return True
    if other.known:
        here = here | roots(one.sentence.text)
        if one.sentence.passage is other.sentence.passage:
            there = there | one.core
    in_all = len((one.core | other.core) & here & there)
    more, more_too = one.core - there, other.core - here
    if (more and more_too) or _heavy(more | more_too):
        return False
    if len(both) < _LEAST:  # "and shortlisted 12": the noun stands before it
        return bool(both) and not other.known and in_all >= _PLAIN
    plain = other.known and digits_apart(one, other) is Slip.SWAPPED  # "all of the 32 locks" for 23
    return in_all >= (_LEAST if plain else _LEAST_IN_ALL)


def _heavy(words: frozenset[str]) -> frozenset[str]:
    return frozenset(each for each in words if not is_light(each))


def _is_turned(one: Clause, other: Clause) -> bool:
    """Whether the digits of one long number are those of the other, two changed about."""
    long = sum(map(str.isdigit, one.quantity.text)) >= _LONG
    return long and digits_apart(one, other) is Slip.SWAPPED


def _may_stand_together(one: Clause, other: Clause, settings: Settings) -> bool:
    """Whether headings, labels and the numbers beside them leave room for one thing."""
    if not settings.may_be_one(one.sentence, other.sentence):
        return False
    named = one.core | other.core
    for here, there in (
        (one.sentence.passage.section, other.sentence.passage.section),
        (one.label, other.label),
    ):
        if here == there or may_be_one_part(here, there):
            continue
        apart = [not is_general(each) and bool(roots(each) - named) for each in (here, there)]
        if all(apart) or (any(apart) and not _is_turned(one, other)):
            return False
    pair = ((each.sentence, each.quantity) for each in (one, other))
    return not tell_of_two(*pair)


def _explained(one: Clause, other: Clause) -> bool:
    """Whether a number beside them is what parts the two, or they are the parts of one whole."""
    first, second = one.quantity.value, other.quantity.value
    beside = _values(one) | _values(other)
    if one.quantity.measure is Measure.PERCENT:
        beside.add(Fraction(100))
    return abs(first - second) in beside or first + second in beside


def _listed(one: Clause, other: Clause, clauses: Sequence[Clause]) -> bool:
    """Whether the text tells more numbers in much the same words: those of a list."""
    both = one.core & other.core
    told = {one.quantity.value, other.quantity.value}
    more = {
        each.quantity.value
        for each in clauses
        if each.quantity.value not in told
        and len(each.core & both) >= max(Fraction(_LEAST), _MOSTLY * len(both))
    }
    return len(more) >= _MANY
