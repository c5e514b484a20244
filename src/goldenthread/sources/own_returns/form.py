"""What one return of our own is made of."""

from collections.abc import Sequence
from dataclasses import dataclass

from goldenthread.sources.spellings.meaning import fold
from goldenthread.tables import Table, table

# Tables about the children, which may stand beside those of any return.
BESIDE = ("person", "address")
# Any table has children and days: what makes one a table of addresses.
_TELLING = {"address": "postcode"}


@dataclass(frozen=True)
class Form:
    """A return: its kind, its tables, and which of them tell it from other files.

    ``tables`` are told whole for the months of the return; those of BESIDE may always be added.
    """

    kind: str
    title: str
    tables: tuple[str, ...]
    telling: tuple[str, ...]
    opening: str

    @property
    def every_table(self) -> tuple[Table, ...]:
        """The tables a file of the return may be, those of the children last."""
        return tuple(table(name) for name in (*self.tables, *BESIDE))

    def table_of(self, headings: Sequence[str], name: str = "") -> Table | None:
        """The table whose columns some headings are; that of the same name before others.

        None where no table has all that it cannot do without.
        """
        folded = {fold(heading) for heading in headings if heading}
        best: tuple[bool, int, Table] | None = None
        for each in self.every_table:
            columns = {fold(column.name) for column in each.own_columns}
            telling = _TELLING.get(each.name)
            needed = {
                fold(column.name)
                for column in each.own_columns
                if column.required or column.name == telling
            }
            score = (fold(name) == fold(each.name), len(folded & columns))
            if needed <= folded and score[1] > 1 and (best is None or score > best[:2]):
                best = (*score, each)
        return best[2] if best else None
