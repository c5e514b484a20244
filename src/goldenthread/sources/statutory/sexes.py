"""How a child's sex is written: as a number in returns before 2025, as a letter since."""

from collections.abc import Callable

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from goldenthread.nouns import Fault, Severity
from goldenthread.tables import Found

FIRST_OF_LETTERS = 2025
# Of the census: 0 is not recorded or unborn, 9 indeterminate.
_MEANT = {"1": "M", "2": "F", "0": "U", "9": "U"}
_NUMBERS, _LETTERS = tuple(_MEANT), ("M", "F", "U")


def meant(text: str) -> str:
    """The letter a number stands for; anything else as it is."""
    return _MEANT.get(text, text)


def report_form(
    texts: pa.Array, letters: bool, file: str, place: Callable[[int], str], found: Found
) -> None:
    """Report, once for each row, a sex that is not written as a letter, or not as a number; it is
    read all the same."""
    tidy = pc.ascii_upper(pc.utf8_trim_whitespace(texts))
    rows = np.flatnonzero(pc.is_in(tidy, pa.array(_NUMBERS if letters else _LETTERS)))
    if len(rows):
        said = (
            "as a number, where this return has letters (F, M, U)"
            if letters
            else "as a letter, where this return has numbers (1, 2, 0, 9)"
        )
        fault = Fault(
            "code_not_in_year",
            f"Sex is written {said}: it is read all the same; see that it is the right return.",
            file,
            severity=Severity.WARNING,
        )
        found.add_each(fault, (place(int(row)) for row in rows), len(rows))
