"""One report, warm: the embedded example as page and PDF, in this process a second time."""

from pathlib import Path
from tempfile import TemporaryDirectory

from bench.measured import Measured, peak_megabytes, seconds
from goldenthread.report.make import make_report


def measure(_data: Path | None) -> list[Measured]:
    """Seconds for the first report and the second, and the process's peak memory."""
    with TemporaryDirectory() as folder:
        out = Path(folder) / "report"
        cold = seconds(lambda: make_report(out=out))
        warm = seconds(lambda: make_report(out=out))
    return [
        Measured("Luton’s report, first in a process", cold, "seconds"),
        Measured("Luton’s report, warm", warm, "seconds", most=5),
        # The PDF’s process comes on top: about 250 megabytes. Both together are above the 500
        # that a report should take, so no limit is said to be kept here.
        Measured("Luton’s report, peak memory without the PDF’s", peak_megabytes(), "megabytes"),
    ]
