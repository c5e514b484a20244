"""Makes a table's rows of a block's columns, or of several files' blocks one after another."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from goldenthread.nouns import Fault, Severity
from goldenthread.sources.ssda903.block import Block
from goldenthread.sources.statutory import sexes
from goldenthread.sources.statutory.kept import Kept, fitted, together
from goldenthread.tables import Column, Found, table
from goldenthread.tables.conform import Context


@dataclass(frozen=True, slots=True)
class Made:
    """Texts made of a column of the return, which their faults name."""

    texts: pa.Array | pa.ChunkedArray
    of: str


# Where the columns of a table come from: each from a column of the return, or from texts made.
Told = Mapping[str, str | Made]

_LOCATIONS = {"IN": "1", "OUT": "0"}


@dataclass(frozen=True)
class Maker:
    """What every row of a return has in common: its council, its year, and where faults go."""

    area: str
    year: int | None
    found: Found

    def of_block(self, name: str, block: Block, told: Told) -> Kept:
        """A table from one block."""
        sources = {
            column: source.of if isinstance(source, Made) else source
            for column, source in told.items()
        }
        cells = {
            column: source.texts if isinstance(source, Made) else block.columns[source]
            for column, source in told.items()
            if isinstance(source, Made) or source in block.columns
        }
        context = Context(
            file=block.file,
            area=self.area,
            place=lambda row, column: block.place(row, sources.get(column, column)),
            year=self.year,
            meaning=_meaning,
            heading=lambda column: sources.get(column, column),
        )
        return fitted(table(name), cells, context, self.found, lost=block.lost)

    def of_blocks(self, name: str, parts: Sequence[tuple[Block, Told]]) -> Kept | None:
        """A table from several files' blocks; None from none.

        What stands in two of the files is one thing: the row of the later is reported as
        ``row_told_again`` and left out.
        """
        kept: list[Kept] = []
        for block, told in parts:
            kept.append(self.new_beside(kept, self.of_block(name, block, told), block.file))
        return together(kept) if kept else None

    def new_beside(self, before: Sequence[Kept], kept: Kept, file: str) -> Kept:
        """The rows of a file that none of the files before it tells."""
        if not before or not kept.rows.num_rows:
            return kept
        key = kept.table.key
        known = pa.concat_arrays([part.identity(key) for part in before])
        again = np.asarray(pc.is_in(kept.identity(key), value_set=known))
        if again.any():
            fault = Fault(
                "row_told_again",
                f"Another file of the return tells the same of {kept.table.name}: that one is "
                "kept. Leave out the file that is not of this return.",
                file,
                severity=Severity.WARNING,
            )
            rows = np.flatnonzero(again)
            self.found.add_each(fault, (kept.place(int(row), key[-1]) for row in rows), len(rows))
        return kept.only(~again)


def tidy(texts: pa.Array | pa.ChunkedArray) -> pa.Array | pa.ChunkedArray:
    """Texts without the spaces around them; null where nothing is left."""
    trimmed = pc.utf8_trim_whitespace(texts)
    return pc.if_else(pc.equal(trimmed, ""), None, trimmed)


def _meaning(column: Column, text: str) -> str:
    if column.name == "sex":
        return sexes.meant(text)
    if column.name == "in_area":
        return _LOCATIONS.get(text.upper(), text)
    return text
