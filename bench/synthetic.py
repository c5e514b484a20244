"""Made-up children: a council of Luton's size in every format, and all England for six years."""

from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from bench.measured import Measured, peak_megabytes, seconds
from goldenthread import synthetic
from goldenthread.nouns.register import councils

SEED = 1
FIVE, SIX = range(2021, 2026), range(2020, 2026)
# Of this size each, all councils together have about 25 million events in six years.
SIZE = 0.46


def measure(_data: Path | None) -> list[Measured]:
    """Seconds to make and to write histories, and how many events they have."""
    made = {}

    def one_council() -> None:
        made.update(synthetic.histories(["821"], FIVE, SEED))

    making = seconds(one_council)
    with TemporaryDirectory() as folder:

        def every_format() -> None:
            for kind in synthetic.KINDS:
                for year in FIVE:
                    synthetic.write(kind, made, "821", year, Path(folder) / f"{kind}_{year}")

        writing = seconds(every_format)
    before = peak_megabytes()
    areas = {each.code: SIZE for each in councils(on=date(2024, 3, 31))}
    events = 0

    def all_england() -> None:
        nonlocal events
        for _area, tables in synthetic.by_area(areas, SIX, SEED):
            events += sum(each.num_rows for name, each in tables.items() if name != "person")

    england = seconds(all_england)
    return [
        Measured("Histories of one council, five years", making, "seconds"),
        Measured("The same in every format and year", writing, "seconds"),
        Measured("The same, peak memory", before, "megabytes"),
        Measured(f"Histories of {len(areas)} councils, six years", england, "seconds", most=180),
        Measured("The same, events", events / 1e6, "million"),
        Measured("The same, peak memory", peak_megabytes(), "megabytes", most=1000),
    ]
