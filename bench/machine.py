"""How fast the machine is that measures: by it, figures of two days or two machines compare.

One and the same machine may take two or three times as long on another day, where others share it.
"""

import json
import re
import sqlite3
import zlib
from contextlib import closing
from fractions import Fraction
from pathlib import Path
from statistics import median

from bench.measured import Measured, seconds

_TIMES = 5


def measure(_data: Path | None) -> list[Measured]:
    """Seconds of work that is always the same and has nothing of this project in it."""
    return [
        Measured(f"This machine: {what}", median(seconds(work) for _ in range(_TIMES)), "seconds")
        for what, work in (
            ("twenty million additions in plain Python", _additions),
            ("words, JSON, fractions, rows and bytes, of Python’s own library", _mixed),
        )
    ]


def _additions() -> int:
    total = 0
    for number in range(20_000_000):
        total += number
    return total


def _mixed() -> None:
    """What the project's own work is made of: additions alone say little of memory and objects."""
    words = [f"{number:x}" for number in range(50_000)]
    re.purge()
    for length in range(1, 200):
        re.compile(rf"\b(?:{'|'.join(words[:length])})\b")
    re.sub(r"\b(\w+)(?=\W+\1)", "", " ".join(words))
    rows = [{"number": number, "word": word} for number, word in enumerate(words)]
    json.loads(json.dumps(rows))
    sum((Fraction(number, 360) for number in range(50_000)), Fraction(0))
    with closing(sqlite3.connect(":memory:")) as con:
        con.execute("CREATE TABLE row (number, word)")
        con.executemany("INSERT INTO row VALUES (:number, :word)", rows)
        con.execute("SELECT word, count(*) FROM row GROUP BY 1 ORDER BY 2, 1").fetchall()
    zlib.compress(" ".join(words * 5).encode())
