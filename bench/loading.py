"""Measures how long the published files take to load, beside a plain read of the same files."""

from pathlib import Path
from time import perf_counter
from typing import Any

from goldenthread.engines import connect
from goldenthread.figures import FigureBook
from goldenthread.sources.published import read_folder

ROUNDS = 3


def measure(folder: Path) -> dict[str, float]:
    """Seconds of a plain read and of loading, their ratio, and how many figures came of it.

    The plain read makes one table of each file with the engine's own reader; loading reads,
    checks and traces every cell and puts them into a figure book. Each is done three times in
    turn and the quickest counts, because other work on the machine only ever adds.
    """
    reading = read_folder(folder, connect())
    names = sorted({entry.name for entry in reading.files})
    plain, loading, figures = [], [], 0
    for _ in range(ROUNDS):
        plain.append(_seconds(lambda: _plain_read([folder / name for name in names])))
        began = perf_counter()
        figures = len(_load(folder))
        loading.append(perf_counter() - began)
    return {
        "files": len(names),
        "plain_read_seconds": round(min(plain), 3),
        "load_seconds": round(min(loading), 3),
        "ratio": round(min(loading) / min(plain), 2),
        "figures": figures,
    }


def _load(folder: Path) -> FigureBook:
    con = connect()
    return FigureBook.build(con, [read_folder(folder, con).table])


def _plain_read(paths: list[Path]) -> None:
    con = connect()
    for number, path in enumerate(paths):
        reader = "read_parquet" if path.suffix == ".parquet" else "read_csv"
        place = str(path).replace("'", "''")
        con.raw_sql(  # the place is quoted, and names a file that was listed
            f"create table plain_{number} as select * from {reader}('{place}')"  # noqa: S608
        )


def _seconds(work: Any) -> float:
    began = perf_counter()
    work()
    return perf_counter() - began
