"""How large a table may be before it is refused, so that a hostile or mistaken file costs little.

A partnership's table has hundreds of cells. These limits leave room for ten thousands, and keep
memory within some hundred megabytes whatever arrives.
"""

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
