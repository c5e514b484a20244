"""Every area: the figures, comparisons and page of each council, from one reading of the files."""

from pathlib import Path
from tempfile import TemporaryDirectory

from bench.measured import Measured, peak_megabytes, seconds
from goldenthread.nouns import GoldenThreadError, Period
from goldenthread.nouns.register import councils
from goldenthread.report.contents import read_contents
from goldenthread.report.editions import edition_for
from goldenthread.report.gather import Gathered, gather
from goldenthread.report.make import make_from

YEAR = Period.financial_year(2024)


def measure(data: Path | None) -> list[Measured]:
    """Seconds to read everything and to make all areas' pages; nothing without a data folder."""
    if data is None:
        return []
    held: list[Gathered] = []
    reading = seconds(lambda: held.append(gather(data, None)))
    (gathered,) = held
    made = 0
    with TemporaryDirectory() as folder:

        def every_area() -> None:
            nonlocal made
            for area in councils(on=YEAR.end):
                try:
                    make_from(
                        gathered,
                        area,
                        YEAR,
                        out=Path(folder) / area.code,
                        partnership=None,
                        contents=read_contents("journey"),
                        edition=edition_for(YEAR),
                        files=("index.html",),
                    )
                except GoldenThreadError as error:
                    print(f"{area.name}: {error}", flush=True)
                else:
                    made += 1

        making = seconds(every_area)
    return [
        Measured("All areas, reading the files", reading, "seconds"),
        Measured(f"All areas, figures to page of {made}", reading + making, "seconds", most=180),
        Measured("All areas, one page", making / max(made, 1), "seconds"),
        Measured("All areas, peak memory", peak_megabytes(), "megabytes"),
    ]
