"""Whether a passage tells values of its own beside the names of a table's rows."""

import re
from fractions import Fraction

from goldenthread.claims.tables.table import Table

_BESIDE = r"[\s:,–—(]{1,3}(?:(?:had|was|were|with|at|saw|recorded|of)\s+)?[£$]?"
_NUMBER = r"(?P<number>\d[\d,]*(?:\.\d+)?)"
_FEWEST = 2  # rows


def tells_its_own(text: str, table: Table) -> bool:
    """Whether it gives two rows or more a number that none of their cells holds.

    What it says of their order is then said of these: "autumn 24, spring 19, summer 18".
    """
    found = 0
    for row in table.rows:
        name = row.label.strip()
        if not name or name[0].isdigit() or row.empty:
            continue
        cells = {part.value for cell in table.cells[row.index] for part in cell.parts}
        told = [
            _value(match["number"])
            for match in re.finditer(
                rf"(?<!\w){re.escape(name)}{_BESIDE}{_NUMBER}", text, re.IGNORECASE
            )
        ]
        found += bool(told) and not any(each in cells for each in told)
    return found >= _FEWEST


def _value(number: str) -> Fraction:
    return Fraction(number.replace(",", ""))
