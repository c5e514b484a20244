"""The assertions of a reading that are wrong, each once, for the checks that tell of them."""

from collections.abc import Iterator
from functools import lru_cache

from goldenthread.claims.assertions.reading import wrong_in
from goldenthread.claims.changes.bases import names_its_times
from goldenthread.claims.changes.judged import Judged
from goldenthread.claims.changes.pair_model import How, Pair
from goldenthread.claims.changes.pairs import linked
from goldenthread.claims.changes.sizes import Size
from goldenthread.claims.changes.tested import changes_of_text, wrong_how
from goldenthread.claims.language.assertion import Assertion, Role
from goldenthread.claims.language.model import Measure
from goldenthread.claims.language.skeleton import Skeleton, skeleton_of
from goldenthread.claims.language.timing import order_of
from goldenthread.claims.language.utterances import Utterance
from goldenthread.claims.shares.shares import shares_in

# More numbers than a window of sentences holds are those of a table or chart pressed into a line:
# no words say what is of what, and each would be held against every two of the others.
_MOST_NUMBERS = 20


def asserted(alone: Utterance, window: Utterance) -> Iterator[Assertion]:
    """Every assertion of a sentence that no assignment of numbers bears out, in its window."""
    yield from _asserted(window.skeleton.source, window.since, alone.skeleton.source)


@lru_cache(maxsize=4096)
def _asserted(source: str, since: int, alone: str) -> tuple[Assertion, ...]:
    skeleton = skeleton_of(source)
    if not 2 <= len(skeleton.quantities) <= _MOST_NUMBERS:
        return ()
    wrong = wrong_in(skeleton, since, _settled(skeleton, skeleton_of(alone)))
    return tuple(each for each in wrong if not _is_of_other_times(skeleton, each))


def _is_of_other_times(skeleton: Skeleton, assertion: Assertion) -> bool:
    """Whether a change names its two times, and its numbers are told before it."""
    at = skeleton.at[assertion.stated.place]
    return is_change(assertion) and names_its_times(skeleton, at, assertion.one, assertion.other)


def _settled(skeleton: Skeleton, alone: Skeleton) -> frozenset[int]:
    """The sizes that the sentence alone ties to their numbers, by place in the window."""
    last = len(skeleton.quantities) - len(alone.quantities)
    changes = {judged.size.number for judged in changes_of_text(alone.source) if judged.size}
    shares = {told.share.percent for told in shares_in(alone)}
    return frozenset(last + place for place in changes | shares)


def as_change(skeleton: Skeleton, assertion: Assertion) -> Judged:
    """A wrong change as the check of changes tells it."""
    stated = assertion.stated
    before, after, either = _in_order(skeleton, assertion)
    size = Size(
        number=stated.place,
        sign=stated.sign,
        start=skeleton.at[stated.place],
        end=skeleton.at[stated.place] + 1,
        word=stated.word,
    )
    pair = Pair(before=before, after=after, how=How.DATED, either=either)
    return Judged(verdict=wrong_how(skeleton, size, pair), pair=pair, size=size)


def _in_order(skeleton: Skeleton, assertion: Assertion) -> tuple[int, int, bool]:
    """The earlier number and the later, as times, words or the direction told have it."""
    one, other = assertion.one, assertion.other
    pair = next(iter(linked(skeleton, sorted((one, other)))), None)
    order = order_of(skeleton, one, other)
    if order and (pair is None or pair.how not in (How.FROM_TO, How.FROM)):
        return (one, other, False) if order > 0 else (other, one, False)
    if pair:
        return pair.before, pair.after, False
    rises = skeleton.quantities[one].value < skeleton.quantities[other].value
    if assertion.stated.sign and (assertion.stated.sign > 0) != rises:
        one, other = other, one
    return one, other, True


def is_change(assertion: Assertion) -> bool:
    """Whether the check of changes tells of it."""
    return assertion.stated.role is Role.CHANGE


def is_share(skeleton: Skeleton, assertion: Assertion) -> bool:
    """Whether the check of shares tells of it: a percentage of a part and its whole."""
    stated = skeleton.quantities[assertion.stated.place]
    return assertion.stated.role is Role.SHARE and stated.measure is Measure.PERCENT


def is_in_words(skeleton: Skeleton, assertion: Assertion) -> bool:
    """Whether the check of ratio words tells of it."""
    stated = skeleton.quantities[assertion.stated.place]
    return assertion.stated.role is not Role.CHANGE and stated.measure is Measure.TIMES
