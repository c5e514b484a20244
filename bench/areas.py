"""Every area: the figures, comparisons and page of each council, on two processes."""

from concurrent.futures import ProcessPoolExecutor
from functools import cache
from multiprocessing import get_context
from pathlib import Path
from tempfile import TemporaryDirectory

from bench.measured import Measured, peak_megabytes, seconds
from goldenthread.cli.program import look_for_circles_less_often
from goldenthread.nouns import GoldenThreadError, Period
from goldenthread.nouns.register import area, councils
from goldenthread.report.contents import read_contents
from goldenthread.report.editions import edition_for
from goldenthread.report.gather import Gathered, gather
from goldenthread.report.make import make_from

YEAR = Period.financial_year(2024)
PROCESSES = 2  # the cores the project promises its speed on


@cache
def _gathered(data: Path) -> Gathered:
    """What the files hold, read once in each process, which collects as a command does."""
    look_for_circles_less_often()
    return gather(data, None)


def make_page(data: Path, folder: Path, code: str) -> tuple[str, float]:
    """Make one area's page; what was wrong, or nothing, and the process's peak memory."""
    try:
        make_from(
            _gathered(data),
            area(code),
            YEAR,
            out=folder / code,
            partnership=None,
            contents=read_contents("journey"),
            edition=edition_for(YEAR),
            files=("index.html",),
        )
    except GoldenThreadError as error:
        return f"{code}: {error}", peak_megabytes()
    return "", peak_megabytes()


def measure(data: Path | None) -> list[Measured]:
    """Seconds to make all areas' pages from the files; nothing without a data folder."""
    if data is None:
        return []
    codes = [each.code for each in councils(on=YEAR.end)]
    results: list[tuple[str, float]] = []
    with TemporaryDirectory() as folder:

        def every_area() -> None:
            with ProcessPoolExecutor(PROCESSES, mp_context=get_context("spawn")) as pool:
                waiting = [pool.submit(make_page, data, Path(folder), code) for code in codes]
                results.extend(each.result() for each in waiting)

        making = seconds(every_area)
    for trouble, _ in results:
        if trouble:
            print(trouble, flush=True)
    made = sum(not trouble for trouble, _ in results)
    return [
        Measured(f"All areas, files to page of {made}", making, "seconds", most=180),
        Measured("All areas, one page", making / max(made, 1), "seconds"),
        Measured("All areas, peak memory of a process", max(p for _, p in results), "megabytes"),
    ]
