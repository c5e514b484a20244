"""The two sides of a whole that are told apart from it, or its ages band by band, and miss it.

"There were 943 learners aged 16 to 24 ... 53 learners aged 16 to 17 ... 898 learners aged 18 to
24": no word ties the three, but that the words of each are the same and the sides are all there
are. Where only some words are, that two digits changed about in one number would make the sum
right is what shows that they belong together.
"""

from collections.abc import Iterator, Sequence
from fractions import Fraction

from goldenthread.claims.language.model import Sentence
from goldenthread.claims.reading import Reading
from goldenthread.claims.wholes.mended import swap_mends
from goldenthread.claims.wholes.sides import SETS, Sides, Statement, is_of_a_side, statements
from goldenthread.claims.wholes.unmade import Unmade

_REACH = 12  # sentences between a part and its whole
_NEAR, _FAR = Fraction(6, 5), Fraction(3, 2)
_ALIKE = Fraction(3, 5)  # so much of their words two statements of one frame have in common
_SMALL = 100  # below this two digits changed about explain a difference by chance
_MOST_BANDS = 6


def told_apart(reading: Reading) -> Iterator[Unmade]:
    """Every whole whose sides, told beside it, do not make it."""
    sentences = reading.sentences
    told = {at for at, each in enumerate(sentences) if each.quantities and is_of_a_side(each.text)}
    if not told:
        return
    around = {
        near
        for at in told
        for near in range(max(0, at - _REACH), min(len(sentences), at + _REACH + 1))
    }
    found = [each for at in sorted(around) for each in statements(sentences[at], at)]
    done: set[tuple[str, str]] = set()
    for parts, sides in _partings(found):
        unmade = _amiss(parts, sides, found, sentences)
        if unmade and (place := (unmade.sentence.file, unmade.sentence.locator)) not in done:
            done.add(place)
            yield unmade


def _partings(found: Sequence[Statement]) -> Iterator[tuple[tuple[Statement, ...], Sides | None]]:
    """Each two statements of the two sides of a set, and each row of bands of ages."""
    for at, first in enumerate(found):
        near = [each for each in found[at + 1 :] if each.at - first.at <= _REACH]
        for other in near:
            for number, side in first.sides:
                rest = first.sides - {(number, side)}
                if other.sides == rest | {(number, not side)} and _pair(first, other):
                    yield ((first, other) if side else (other, first)), SETS[number]
                    break
        if first.ages:
            row = [each for each in near if each.ages and each.sides == first.sides]
            if bands := _row_of_bands(first, row):
                yield bands, None


def _row_of_bands(first: Statement, near: Sequence[Statement]) -> tuple[Statement, ...] | None:
    """Bands of ages one after another, each beginning where the one before it ended."""
    row = [first]
    for each in near:
        last = row[-1].ages
        if last and each.ages and each.ages[0] == last[1] + 1 and _one_frame(first, each):
            row.append(each)
    return tuple(row) if 1 < len(row) <= _MOST_BANDS else None


def _pair(one: Statement, other: Statement) -> bool:
    return (
        one.ages == other.ages
        and one.quantity.measure is other.quantity.measure
        and one.sentence.file == other.sentence.file
        and _at_one_time(one, other)
    )


def _at_one_time(one: Statement, other: Statement) -> bool:
    """Whether nothing says that the two are of different times."""
    return not one.ends or not other.ends or bool(one.ends & other.ends)


def _one_frame(one: Statement, other: Statement) -> bool:
    """Whether two statements say the same, but for their side."""
    return _pair_of_one_unit(one, other) and _alike(one.words, other.words)


def _pair_of_one_unit(one: Statement, other: Statement) -> bool:
    return one.quantity.measure is other.quantity.measure and _at_one_time(one, other)


def _alike(one: frozenset[str], other: frozenset[str]) -> bool:
    return bool(one) and len(one & other) >= _ALIKE * min(len(one), len(other))


def _amiss(
    parts: tuple[Statement, ...],
    sides: Sides | None,
    found: Sequence[Statement],
    sentences: Sequence[Sentence],
) -> Unmade | None:
    """The whole that the parts are of and do not make; None where anything near is what they do."""
    less = sides is not None and sides.less
    numbers = tuple(each.quantity for each in parts)
    made = numbers[0].interval
    for each in numbers[1:]:
        made = made - each.interval if less else made + each.interval
    begin, end = parts[0].at - _REACH, parts[-1].at + _REACH
    begin, end = max(0, min(begin, end - 2 * _REACH)), max(begin, end)
    told = [each for sentence in sentences[begin : end + 1] for each in sentence.quantities]
    if made.low <= 0 or any(
        each.measure is numbers[0].measure and each.interval.meets(made) for each in told
    ):
        return None
    wholes = [
        each for each in found if begin <= each.at <= end and _may_be_whole(each, parts, sides)
    ]
    for whole in sorted(wholes, key=lambda each: min(abs(each.at - part.at) for part in parts)):
        size = whole.quantity.value
        value = sum((each.value for each in numbers[1:]), Fraction(0))
        value = numbers[0].value + (-value if less else value)
        if max(value, size) > min(value, size) * _FAR:
            continue
        mended = swap_mends(whole.quantity, numbers, less=less) and (
            min(size, *(each.value for each in numbers)) >= _SMALL
            or all(each.sentence is whole.sentence for each in parts)
        )
        too_many = value > size and max(value, size) <= min(value, size) * _NEAR
        alone = not any(_is_like(each, whole) for each in found if each not in parts)
        if mended or (too_many and alone and _plainly(whole, parts, sides)):
            return Unmade(sentence=whole.sentence, whole=whole.quantity, parts=numbers, less=less)
    return None


def _may_be_whole(whole: Statement, parts: tuple[Statement, ...], sides: Sides | None) -> bool:
    """Whether a statement may be of all that the parts are told of."""
    first = parts[0]
    if whole in parts or whole.quantity.measure is not first.quantity.measure:
        return False
    if whole.sentence.file != first.sentence.file:
        return False
    if not all(_at_one_time(whole, each) for each in parts):
        return False
    if sides is None:
        last = parts[-1].ages
        band = (first.ages[0], last[1]) if first.ages and last else None
        fits = whole.ages == band and whole.sides == first.sides
    else:
        number = SETS.index(sides)
        own = frozenset(each for each in first.sides if each[0] != number)
        fits = whole.ages == first.ages and whole.sides == own
    if not fits:
        return False
    if sides is not None and sides.whole is not None:
        return sides.whole.search(whole.sentence.text.lower()) is not None
    if not (sides and sides.less) and any(
        each.quantity.value >= whole.quantity.value for each in parts
    ):
        return False
    return all(whole.words & each.words and _alike(each.words, first.words) for each in parts)


def _is_like(one: Statement, whole: Statement) -> bool:
    """Whether another is told in the words of a whole, so that neither may be of all."""
    return (
        one is not whole
        and one.quantity.measure is whole.quantity.measure
        and one.quantity.value != whole.quantity.value
        and (one.sides, one.ages) == (whole.sides, whole.ages)
        and abs(one.at - whole.at) <= _REACH
        and _at_one_time(one, whole)
        and _alike(one.words, whole.words)
    )


def _plainly(whole: Statement, parts: tuple[Statement, ...], sides: Sides | None) -> bool:
    """Whether the words of all are so alike that the parts can be of nothing else."""
    if sides is not None and (not sides.complete or sides.less):
        return False
    together = all(
        each.sentence.passage.section == whole.sentence.passage.section for each in parts
    )
    return together and all(
        _alike(whole.words, each.words) and _alike(each.words, parts[0].words) for each in parts
    )
