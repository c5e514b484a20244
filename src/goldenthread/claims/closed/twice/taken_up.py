"""A statement that another sentence takes up whole, with another number in it.

"The depot mended 3,518 bicycles in 2022. That the depot mended 3,581 bicycles in 2022 is a credit
to it": all the words of the one stand together in the other, nothing of its own is among them,
and what goes before and after belongs to another clause. So does "a loss of £6.8m" that the next
words take up as "the loss of £8.6m".
"""

import re
from collections.abc import Iterator

from goldenthread.claims.closed.parts.words import PAST_ALONE
from goldenthread.claims.closed.twice.clauses import AUXILIARY, Clause
from goldenthread.claims.closed.twice.words import roots, without_times
from goldenthread.claims.language.model import Hedge, Quantity, Sentence
from goldenthread.claims.language.slip import Slip, slip_of
from goldenthread.claims.reading import Reading
from goldenthread.claims.sayings.context import proper_names
from goldenthread.claims.sayings.retelling import Retold
from goldenthread.claims.sayings.words import WORD

# What parts a clause from the one that it stands in: "we are content that", "because".
_LEADS_IN = re.compile(r"\b(?:that|because|since|with|although|though|while|as|so|if)\b", re.I)
_NARROWS = re.compile(
    r"\b(?:of|in|at|on|by|for|from|to|with|within|into|during|among|amongst|across|or|and)\b", re.I
)
_ENDS = re.compile(rf"\W*(?:$|{AUXILIARY}\b|{PAST_ALONE}\b|there\b)")


_LEAST = 2  # words of what is taken up


def taken_up(one: Clause, other: Clause) -> bool:
    """Whether the words of either, whole, stand together in the other."""
    if digits_apart(one, other) is None:
        return False
    if proper_names(one.sentence.text) ^ proper_names(other.sentence.text):
        return False
    return _is_within(one, other) or _is_within(other, one)


def digits_apart(one: Clause | Retold, other: Clause | Retold) -> Slip | None:
    """The slip in the digits that parts two numbers of one length."""
    digits = ["".join(filter(str.isdigit, each.quantity.text)) for each in (one, other)]
    return slip_of(*digits) if digits[0] and len(digits[0]) == len(digits[1]) else None


def _is_within(inner: Clause, outer: Clause) -> bool:
    text = without_times(outer.sentence)
    start, end = outer.start, outer.start + len(outer.own)
    if len(inner.core) < _LEAST:
        return False
    if outer.core - roots(outer.own) - inner.core - _marks(outer):
        return False
    placed = [
        (each.start(), each.end(), own)
        for each in WORD.finditer(text, start, end)
        if (own := _root(outer, each))
        and not outer.quantity.start <= each.start() < outer.quantity.end
    ]
    alien = [(at, stop) for at, stop, own in placed if not own <= inner.core]
    first = max((stop for at, stop in alien if at < outer.quantity.start), default=start)
    last = min((at for at, _ in alien if at > outer.quantity.start), default=end)
    if first == start and last == end:
        return False  # there is nothing that takes it up
    shared = [each for each in placed if first <= each[0] < last]
    if frozenset().union(*(own for *_, own in shared)) != inner.core:
        return False
    begin = min(outer.quantity.start, *(at for at, *_ in shared))
    stop = max(outer.quantity.end, *(stop for _, stop, _ in shared))
    if first != start and not _LEADS_IN.search(text[first:begin]):
        return False
    return last == end or _is_closed(outer.sentence, text, stop, last)


def _marks(clause: Clause) -> frozenset[str]:
    return frozenset(each for each in clause.core if each.startswith("#"))


def _root(clause: Clause, word: re.Match[str]) -> frozenset[str]:
    for each in clause.sentence.quantities:
        if each.start <= word.start() < each.end:
            return frozenset((f"#{each.value}",))
    return roots(word.group())


def _is_closed(sentence: Sentence, text: str, stop: int, last: int) -> bool:
    """Whether a verb follows what is taken up, or its time and then no words that narrow it."""
    if _ENDS.match(text, stop):
        return True
    timed = any(stop <= each.start < last for each in sentence.times)
    return timed and not _NARROWS.search(text[stop:last])


_A = re.compile(r"\b(?:an?|its|our) (?P<noun>(?:[a-z-]+ ){1,3})of $")
_THE = re.compile(
    r"(?:^|[ ,(])(?<!of )(?:[Tt]he|this|that) (?:[\d/–-]+ )?(?P<noun>(?:[a-z-]+ ){1,3})of $"
)


def named_again(reading: Reading) -> Iterator[tuple[Retold, Retold]]:
    """Each "the loss of £8.6m" right after "a loss of £6.8m", of one time."""
    before: Sentence | None = None
    for sentence in reading.sentences:
        if before is not None and before.passage is sentence.passage:
            for one in _plain(before):
                for other in _plain(sentence):
                    if _is_named_again(Retold(before, one), Retold(sentence, other)):
                        yield Retold(before, one), Retold(sentence, other)
        before = sentence


def _plain(sentence: Sentence) -> list[Quantity]:
    return [each for each in sentence.quantities if each.hedge is Hedge.NONE]


def _is_named_again(one: Retold, other: Retold) -> bool:
    first, second = without_times(one.sentence), without_times(other.sentence)
    introduced = _A.search(first[: one.quantity.start])
    again = _THE.search(other.sentence.text[: other.quantity.start])
    if not introduced or not again or introduced["noun"] != again["noun"]:
        return False
    if one.quantity.measure is not other.quantity.measure:
        return False
    if digits_apart(one, other) is not Slip.SWAPPED:
        return False
    if len(re.findall(rf"\b{again['noun']}of\b", f"{first} {second}")) != 2:
        return False
    if proper_names(other.sentence.text) - proper_names(one.sentence.text):
        return False
    times, times_too = (
        {(each.first, each.last) for each in told.sentence.times} for told in (one, other)
    )
    if len(times) > 1 or (times_too and times_too != times):
        return False
    values = {each.value for told in (one, other) for each in told.sentence.quantities}
    if abs(one.quantity.value - other.quantity.value) in values:
        return False
    rest = second[other.quantity.end :]
    return re.match(r" *(?:[,;.)]|$)", rest) is not None or _ENDS.match(rest) is not None
