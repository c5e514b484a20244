"""CSV that a spreadsheet opens without running anything that stands in it."""

import csv
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

# What a spreadsheet takes for the beginning of a formula, or strips to come to one.
_BEGINNINGS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def neutral(cell: object) -> str:
    """The cell as text; an apostrophe before what a spreadsheet would run."""
    text = "" if cell is None else str(cell)
    return f"'{text}" if text.lstrip(" ").startswith(_BEGINNINGS) or text[:1] == " " else text


def csv_lines(head: Sequence[str], rows: Iterable[Sequence[object]]) -> Iterator[str]:
    """The file line by line, its first with the mark by which Excel knows UTF-8."""
    writer = csv.writer(_Echo())
    yield "\ufeff" + writer.writerow([neutral(each) for each in head])
    for row in rows:
        yield writer.writerow([neutral(each) for each in row])


class _Echo:
    """Hands back what the writer writes."""

    def write(self, text: str) -> Any:
        """The text itself."""
        return text
