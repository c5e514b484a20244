"""All England for six years, made up: every indicator of 153 councils by year, quarter and month.

Making the children up is timed apart from measuring them into a book. Growth is told by every
council beside a tenth of them, and beside one, in the processor's time, which other work on the
machine moves little: the ratio to one is far below the number of councils, because to put the
questions takes as long for one as for many.
"""

import time
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

import pyarrow as pa

from bench.measured import Measured, peak_megabytes, seconds
from bench.synthetic import SEED, SIX, SIZE
from goldenthread import engines, synthetic
from goldenthread.figures.measured import Kept, Population, measure_into, periods_of
from goldenthread.nouns import Period
from goldenthread.nouns.register import councils
from goldenthread.tables import Coverage, Records, Return, catalogue

SPAN = Period.parse(f"{SIX[0] - 1}-{SIX[0] % 100:02} to {SIX[-1] - 1}-{SIX[-1] % 100:02}")
BY = ("year", "quarter", "month")
TENTH = 15


def measure(_data: Path | None) -> list[Measured]:
    """Seconds to make up, and to measure into a book, one council, a tenth, and all of England."""
    codes = [each.code for each in councils(on=date(2024, 3, 31))]
    made: dict[str, dict[str, pa.Table]] = {}
    making = seconds(lambda: made.update(synthetic.by_area(dict.fromkeys(codes, SIZE), SIX, SEED)))
    after_making = peak_megabytes()
    times, used, kept = {}, {}, {}
    with TemporaryDirectory() as folder:
        for number in (1, TENTH, len(codes)):
            records = _records({code: made[code] for code in codes[:number]})
            if number == len(codes):
                made.clear()
            book = Path(folder) / f"{number}.parquet"

            def into_book(records: Records = records, book: Path = book, of: int = number) -> None:
                kept[of] = _measured(records, book)

            before = time.process_time()
            times[number] = seconds(into_book)
            used[number] = time.process_time() - before
        size = book.stat().st_size
    events = sum(each.num_rows for name, each in records.tables.items() if name != "person")
    every = len(codes)
    whole = f"{len(codes)} councils, six years"
    return [
        Measured(f"{whole}: making them up", making, "seconds", most=180),
        Measured(f"{whole}: events", events / 1e6, "million"),
        Measured(
            f"{whole}: every indicator by year, quarter and month",
            times[every],
            "seconds",
            most=300,
        ),
        Measured(f"{whole}: the processor’s time for it", used[every], "seconds"),
        Measured(f"{whole}: figures written", kept[every].figures / 1e6, "million"),
        Measured(f"{whole}: the book of them", size / 1e6, "megabytes"),
        Measured(f"{whole}: times one council", used[every] / used[1], "times", most=every),
        Measured(
            f"{whole}: each council, times one of {TENTH}",
            used[every] / every / (used[TENTH] / TENTH),
            "times",
            most=1.25,
        ),
        Measured("Most memory held after making them up", after_making, "megabytes"),
        Measured("Most memory held, all in all", peak_megabytes(), "megabytes", most=6_000),
    ]


def _records(made: Mapping[str, Mapping[str, pa.Table]]) -> Records:
    """The made-up tables of some councils, all of them told for the years."""
    tables = {
        name: pa.concat_tables([each[name] for each in made.values()]) for name in catalogue()
    }
    start, end = date(SIX[0] - 1, 4, 1), date(SIX[-1], 3, 31)
    told = Return(
        file="made up",
        kind="parquet",
        digest="",
        area=next(iter(made)) if len(made) == 1 else "",
        areas=tuple(made),
        year=None,
        tables=tables,
        coverage=tuple(Coverage(name, area, start, end) for name in tables for area in made),
        balances={},
    )
    return Records.of([told])


def _measured(records: Records, book: Path) -> Kept:
    engine = engines.open()
    try:
        return measure_into(
            book,
            records,
            [each for by in BY for each in periods_of(SPAN, by)],
            engine=engine,
            population=Population.of_example(),
        )
    finally:
        engine.close()
