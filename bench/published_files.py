"""Loading the Department's files, beside a plain read of them: the ratio is what counts."""

from pathlib import Path

from bench.loading import measure as load
from bench.measured import Measured, peak_megabytes


def measure(data: Path | None) -> list[Measured]:
    """Seconds of both and their ratio; nothing without a data folder."""
    if data is None:
        return []
    found = load(data)
    files = f"{found['files']:,.0f} published files"
    return [
        Measured(f"{files}, plain read", found["plain_read_seconds"], "seconds"),
        Measured(f"{files}, loaded", found["load_seconds"], "seconds"),
        Measured("Loading beside a plain read", found["ratio"], "times", most=4),
        Measured("Loading, peak memory", peak_megabytes(), "megabytes"),
    ]
