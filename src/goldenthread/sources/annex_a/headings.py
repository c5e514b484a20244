"""The headings that the guidance for inspections gives the fields of the lists.

A fault names a field by its heading there, and its cell by where it stands: what a sheet says above
a column may be spelt in any way, and may hold what a fault must not.
"""

import csv
from functools import cache
from importlib.resources import files

# What is no column of a list, and is told beside it.
_TOLD_BESIDE = {"reported_on": "The day of the lists (--reported-on)"}


def heading(number: int, field: str) -> str:
    """The heading of a field of a list; of one that councils add, its name in words."""
    told = _headings().get((number, field)) or _TOLD_BESIDE.get(field)
    return told or field.replace("_", " ").capitalize()


@cache
def _headings() -> dict[tuple[int, str], str]:
    text = (files("goldenthread.sources.annex_a") / "headings.csv").read_text(encoding="utf-8")
    return {
        (int(row["list"]), row["field"]): row["heading"]
        for row in csv.DictReader(text.splitlines())
    }
