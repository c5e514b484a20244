"""How large a table may be before it is refused, so that a hostile or mistaken file costs little.

A partnership's table has hundreds of cells. These limits leave room for ten thousands, and keep
memory within some hundred megabytes whatever arrives. Children's records of the largest council
are a hundred times as many, and have limits of their own.
"""

from typing import NamedTuple

MAX_MAPPING_BYTES = 200_000
MAX_FILE_BYTES = 20_000_000
MAX_ROWS = 20_000
MAX_COLUMNS = 2_000
MAX_CELLS = 200_000
MAX_CELL_CHARACTERS = 2_000

# A workbook is a zip file: what it may hold, by what it declares and by what comes out of it.
MAX_ZIP_PARTS = 1_000
MAX_UNPACKED_BYTES = 60_000_000
MAX_XML_DEPTH = 64
MAX_DIGITS = 15


class Size(NamedTuple):
    """How large a file and each of its sheets may be."""

    file_bytes: int
    unpacked_bytes: int
    rows: int
    columns: int
    cells: int


TABLE = Size(MAX_FILE_BYTES, MAX_UNPACKED_BYTES, MAX_ROWS, MAX_COLUMNS, MAX_CELLS)
RECORDS = Size(100_000_000, 400_000_000, 500_000, 500, 5_000_000)
