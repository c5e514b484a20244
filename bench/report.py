"""One report, warm: the embedded example as page, PDF, workbook and data."""

import sys
from pathlib import Path
from subprocess import run
from tempfile import TemporaryDirectory

from bench.measured import Measured, seconds
from bench.together import can_be_measured, peak_of_all
from goldenthread.report.make import make_report

COMMAND = "from goldenthread.cli import main; main()"
TWICE = """
import sys
from pathlib import Path
from goldenthread.report.make import make_report
for again in range(2):
    make_report(out=Path(sys.argv[1]))
"""


def measure(_data: Path | None) -> list[Measured]:
    """Seconds for the first report and the second, and the memory of all processes together."""
    with TemporaryDirectory() as folder:
        out = Path(folder) / "report"
        first = seconds(lambda: make_report(out=out))
        again = seconds(lambda: make_report(out=out))
        command = [sys.executable, "-c", COMMAND, "report", "--out", str(out)]
        by_command = seconds(lambda: run(command, check=True, capture_output=True))
        found = [
            Measured("Luton’s report, first in a process", first, "seconds"),
            Measured("Luton’s report, again in the same process", again, "seconds", most=5),
            Measured("Luton’s report, the whole command", by_command, "seconds", most=5),
        ]
        # Apart from the clock: looking at the memory takes time from what is looked at.
        if can_be_measured():
            once = peak_of_all(command)
            twice = peak_of_all([sys.executable, "-c", TWICE, str(out)])
            what = "Luton’s report, peak memory of all processes together"
            found += [
                Measured(f"{what}, the command", once, "megabytes", most=500),
                Measured(f"{what}, two reports in a process", twice, "megabytes", most=500),
            ]
        else:
            print("The memory of a report’s processes is not measured: this system has no /proc.")
    return found
