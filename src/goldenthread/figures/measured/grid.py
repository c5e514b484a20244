"""What an expression counted, by area, category and period, with nought where it is nought.

Where the returns tell a period and no row was found, the whole is nought; so is a category of a
plain count that the area has in another period, since a series of it would have holes otherwise.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from goldenthread.figures.measured.exact import Numbers
from goldenthread.figures.measured.known import Known
from goldenthread.indicators.expression import Shape

WHOLE = 0  # the position of the whole among the categories


@dataclass(frozen=True)
class Grid:
    """The cells that are known. ``area``, ``category`` and ``period`` are positions.

    ``breakdowns`` are written as the book writes them, the first empty: the whole. ``whole`` is
    the numerator of the whole of each cell's area and period.
    """

    area: np.ndarray
    category: np.ndarray
    period: np.ndarray
    breakdowns: tuple[str, ...]
    numerator: Numbers
    denominator: Numbers
    whole: Numbers

    def of(self, which: np.ndarray) -> "Grid":
        """Some of the cells, by a yes or no for each."""
        return Grid(
            self.area[which],
            self.category[which],
            self.period[which],
            self.breakdowns,
            self.numerator[which],
            self.denominator[which],
            self.whole[which],
        )


def laid_out(
    counts: pa.Table, shape: Shape, areas: Sequence[str], codes: Sequence[str], known: Known
) -> Grid:
    """The counts of ``indicators.counting`` as a grid; ``codes`` are the periods asked for."""
    area = _positions(counts["area"], areas)
    period = _positions(counts["period"], codes)
    texts = _breakdowns(counts).combine_chunks().dictionary_encode()
    written = ["", *(each for each in texts.dictionary.to_pylist() if each)]
    place = {text: at for at, text in enumerate(written)}
    moved = np.array([place[each] for each in texts.dictionary.to_pylist()], dtype=np.int64)
    category = moved[np.asarray(texts.indices)] if counts.num_rows else np.zeros(0, np.int64)
    size = (len(areas), len(written), len(codes))
    there = np.zeros(size, dtype=bool)
    above, below = np.zeros(size), np.zeros(size)
    there[area, category, period] = True
    above[area, category, period] = np.asarray(counts["numerator"])
    below[area, category, period] = np.asarray(counts["denominator"])
    shown = there.copy()
    shown[:, WHOLE, :] = True
    if shape is Shape.COUNT:
        shown |= np.any(there, axis=2, keepdims=True)
    downs, categories, acrosses = np.nonzero(shown & known.can[:, np.newaxis, :])
    return Grid(
        downs,
        categories,
        acrosses,
        tuple(written),
        above[downs, categories, acrosses],
        below[downs, categories, acrosses],
        above[downs, WHOLE, acrosses],
    )


def _positions(column: pa.ChunkedArray, values: Sequence[str]) -> np.ndarray:
    """Where each value of a column stands among some; ValueError for one that does not."""
    found = pc.index_in(column, value_set=pa.array(values, pa.string()))
    if found.null_count:
        raise ValueError(f"{found.null_count} rows are of an area or a period nobody asked for")
    return np.asarray(found, dtype=np.int64)


def _breakdowns(counts: pa.Table) -> pa.ChunkedArray:
    # A semicolon parts the pairs of a breakdown, so none may stand within a value.
    category = pc.replace_substring(counts["category"], ";", ",")
    pair = pc.binary_join_element_wise(counts["dimension"], category, "=")
    return pc.if_else(pc.equal(counts["dimension"], ""), "", pair)
