"""What rules that look at each return share: its own months, and what another tells of them."""

from collections.abc import Callable, Iterator, Sequence

import numpy as np
import pyarrow.compute as pc

from goldenthread.sources.rules.held import Held
from goldenthread.tables import Coverage, Return

Compared = Iterator[tuple[Return, np.ndarray]]


def told_then(
    held: Held, name: str, start: str, ends: np.ndarray, spans: Sequence[Coverage]
) -> np.ndarray:
    """Which rows of a table were open at any time in some months."""
    begins = held.days(name, start)
    then = held.none(name)
    for span in spans:
        then |= (begins <= np.datetime64(span.end)) & (ends >= np.datetime64(span.start))
    return then


def after_the_return(held: Held, name: str, column: str) -> Compared:
    """Rows of a return on days after the last that it tells of, and that no other return tells."""
    for each in held.records.kept_apart:
        ends = [span.end for span in each.coverage if span.table == name]
        told = held.of(each)
        if ends and told.has(name):
            late = told.days(name, column) > np.datetime64(max(ends))
            yield each, late & ~told.told_in_full(name, name, column)


def only_in_one(held: Held, name: str, start: str, ends: Callable[[Held], np.ndarray]) -> Compared:
    """Rows of a return of whose child another return of the same months tells none at all.

    ``ends`` gives the day on which each row of a return ended.
    """
    for one, other, spans in held.pairs(name, name):
        mine, theirs = held.of(one), held.of(other)
        if theirs.has(name):
            known = theirs.any_of_child(name)
            yield one, told_then(mine, name, start, ends(mine), spans) & ~known[mine.child(name)]


def told_otherwise(held: Held, column: str, not_known: Sequence[str] = ()) -> Compared:
    """Children of a return of whom an earlier one of the records says something else.

    A code in ``not_known`` says nothing, and contradicts nothing.
    """
    said = np.full(len(held.children), -1)
    words: dict[object, int] = {}
    for each in held.records.kept_apart:
        told = held.of(each)
        if not told.has("person"):
            continue
        encoded = told.rows("person")[column].combine_chunks().dictionary_encode()
        numbers = [
            -1 if value in not_known else words.setdefault(value, len(words))
            for value in encoded.dictionary.to_pylist()
        ]
        at = np.asarray(pc.fill_null(encoded.indices, len(numbers)))
        mine = np.array([*numbers, -1])[at]
        child = told.child("person")
        yield each, (said[child] >= 0) & (mine >= 0) & (said[child] != mine)
        said[child] = np.where(mine >= 0, mine, said[child])
