"""What sentences say of two values, one above the other, held against the values themselves."""

import re
from collections.abc import Iterable, Iterator

from goldenthread.claims.language.model import Sentence
from goldenthread.claims.language.printed import printed
from goldenthread.claims.language.rows import is_a_row
from goldenthread.claims.language.skeleton import EARLIER, LAST, LATER, TIME, Skeleton
from goldenthread.claims.language.utterances import utterances
from goldenthread.claims.orders.comparing.compared import (
    Compared,
    compared_in,
    compared_with_last,
)
from goldenthread.claims.orders.values.model import Truth, Way, beyond
from goldenthread.claims.orders.ways.assertion import Assertion
from goldenthread.claims.reading import Reading

_WHEN = re.compile(f"[{TIME}{EARLIER}{LAST}{LATER}]")


def by_comparison(reading: Reading) -> tuple[Assertion, ...]:
    """Every comparison told of two places, groups or things with the value of each; once."""
    return reading.once(_by_comparison)


def _by_comparison(reading: Reading) -> Iterator[Assertion]:
    for alone, together in utterances(reading):
        if is_a_row(alone.sentence):
            continue
        found = _told(alone.sentence, alone.skeleton, compared_in(alone.skeleton))
        if not found and together is not None:
            leaning = compared_with_last(together.skeleton, together.since)
            found = _told(alone.sentence, together.skeleton, leaning)
        yield from found


def _told(
    sentence: Sentence, skeleton: Skeleton, found: Iterable[Compared]
) -> tuple[Assertion, ...]:
    """What is said of each value once: the first that it fails against, or that it holds."""
    told: dict[tuple[int, int], Assertion] = {}
    for compared in found:
        values = (skeleton.quantities[each].value for each in (compared.one, compared.other))
        if _of_two_times(skeleton, compared) or min(values) < 0:
            continue  # what stands after the hyphen of a range is not below nought
        key = (compared.word.start, compared.one)
        if key not in told or told[key].truth is Truth.HOLDS:
            told[key] = _held(sentence, skeleton, compared)
    return tuple(told.values())


def _of_two_times(skeleton: Skeleton, compared: Compared) -> bool:
    """Whether it is told of one thing at two times, which is a change."""
    text, at = skeleton.text, skeleton.at[compared.other]
    after = re.match(r"[^,;:.]{0,30}", text[at + 1 :])
    near = text[compared.word.than : at] + (after.group() if after else "")
    return bool(_WHEN.search(near))


def _held(sentence: Sentence, skeleton: Skeleton, compared: Compared) -> Assertion:
    one, other = (skeleton.quantities[each] for each in (compared.one, compared.other))
    more = compared.word.sign > 0
    fails = beyond(other.interval, one.interval) if more else beyond(one.interval, other.interval)
    return Assertion(
        sentence=sentence,
        subject="",
        claimed=printed(one),
        way=Way.HIGHEST if more else Way.LOWEST,
        rank=1,
        truth=Truth.FAILS if fails else Truth.HOLDS,
        printed=one.text.strip(),
        evidence=f"{printed(one)} is {'below' if more else 'above'} {printed(other)}, "
        f"and not “{compared.word.text}”",
    )
