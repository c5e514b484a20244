"""Plans for adoption: those that led to one, joined to what was decided before."""

from collections.abc import Sequence

import numpy as np
import pyarrow.compute as pc

from goldenthread.sources.ssda903 import columns, layout
from goldenthread.sources.ssda903.block import Block
from goldenthread.sources.ssda903.making import Maker
from goldenthread.sources.statutory.kept import Kept, together

_DECISION = ("person_id", "decision_date")
_REVERSED = ("reversed_date", "reversed_reason")


def permanence(blocks: Sequence[Block], maker: Maker) -> Kept | None:
    """One row for each decision that a child should be placed for adoption; None from no block.

    The table of adopted children and that of children placed tell of the same decision: it is one
    row, and both of theirs came in and are kept in it.
    """
    adopted = _of(blocks, layout.AD1, columns.ADOPTED, maker)
    placed = _of(blocks, layout.PLACED, columns.PLACED, maker)
    if adopted is None or placed is None:
        return adopted or placed
    return _joined(adopted, placed)


def _of(blocks: Sequence[Block], name: str, told: dict[str, str], maker: Maker) -> Kept | None:
    named = [block for block in blocks if block.layout.name == name]
    return maker.of_blocks(
        "permanence", [(block, {"person_id": "CHILD", **told}) for block in named]
    )


def _joined(adopted: Kept, placed: Kept) -> Kept:
    """The rows of adopted children, with what became of the decision before, and the other rows."""
    dated = adopted.rows["decision_date"].combine_chunks().is_valid()
    found = pc.index_in(adopted.identity(_DECISION), value_set=placed.identity(_DECISION))
    found = pc.if_else(dated, found, None)
    for name in _REVERSED:
        adopted = adopted.with_column(name, placed.rows[name].combine_chunks().take(found))
    once = np.ones(placed.rows.num_rows, dtype=bool)
    once[np.asarray(found.drop_null())] = False
    rest = placed.only(once)
    return together([adopted, rest]).with_joined(int((~once).sum()))
