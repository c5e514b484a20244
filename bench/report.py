"""One report, warm: the embedded example as page, PDF, workbook and data."""

import sys
from functools import partial
from pathlib import Path
from subprocess import run
from tempfile import TemporaryDirectory

from bench.measured import Measured, seconds
from bench.together import can_be_measured, peak_of_all
from goldenthread.report.make import make_report
from goldenthread.report.rendering import PAGE, PDF

COMMAND = "from goldenthread.cli import main; main()"
PRINTED = f"""
import sys
from functools import partial
from pathlib import Path
from goldenthread.report.make import make_report
from goldenthread.report.rendering import PAGE, PDF
make_report(out=Path(sys.argv[1]), files=({PDF!r}, {PAGE!r}))
"""


def measure(_data: Path | None) -> list[Measured]:
    """Seconds and memory, of all processes together, for page and PDF and for every file."""
    found = []
    with TemporaryDirectory() as folder:
        out = Path(folder) / "report"
        printed = [sys.executable, "-c", PRINTED, str(out)]
        every = [sys.executable, "-c", COMMAND, "report", "--out", str(out)]
        for what, command in (("page and PDF", printed), ("every file", every)):
            work = partial(run, command, check=True, capture_output=True)
            work()
            taken = seconds(work)
            found.append(Measured(f"Luton’s report, {what}", taken, "seconds", most=5))
        found.append(_again(out))
        # Apart from the clock: looking at the memory takes time from what is looked at.
        if can_be_measured():
            for what, command, most in (
                ("page and PDF", printed, 500),
                ("every file", every, None),
            ):
                peak = peak_of_all(command)
                what = f"Luton’s report, {what}: peak memory of all processes together"
                found.append(Measured(what, peak, "megabytes", most=most))
        else:
            print("The memory of a report’s processes is not measured: this system has no /proc.")
    return found


def _again(out: Path) -> Measured:
    make_report(out=out)
    taken = seconds(lambda: make_report(out=out))
    return Measured("Luton’s report, every file, again in the same process", taken, "seconds", 5)
