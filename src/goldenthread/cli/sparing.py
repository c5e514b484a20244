"""Arrow’s columns without pandas, for a program that hands Arrow no pandas table."""

import sys
from typing import Any


class _Hidden:
    """Finds no pandas, as on a machine that has none."""

    @staticmethod
    def find_spec(name: str, *_: Any) -> None:
        if name == "pandas":
            raise ModuleNotFoundError(name, name=name)


def spare_pandas() -> None:
    """Let Arrow find out that there is no pandas, before it is handed the first list.

    Handed a list, Arrow loads pandas to ask whether the list is one of its own: a third of a second
    and forty megabytes, for nothing. It asks once. Whatever does need pandas (a workbook, a data
    frame) loads it afterwards as ever.
    """
    import pyarrow as pa

    if "pandas" in sys.modules:
        return
    sys.meta_path.insert(0, _Hidden)
    try:
        pa.array([""])
    finally:
        sys.meta_path.remove(_Hidden)
