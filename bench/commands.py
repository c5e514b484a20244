"""What a person waits for: commands on files of the usual size, start-up included.

Each is run several times and the quickest counts, because other work on the machine only ever
adds. The processor's time beside it says how much of the waiting was for other programs.
"""

import resource
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from bench.measured import Measured, seconds
from bench.records import ROOT, write_census, write_episodes
from goldenthread import synthetic

ROUNDS = 3
YEARS = range(2020, 2025)
SPAN = "2019-20 to 2023-24"
SEED = 1
KINDS = tuple(
    kind for kind in synthetic.KINDS if kind != "ssda903_xml"
)  # it says what the CSV does
_FAULTS_FOUND = 1
_MAIN = "from goldenthread.cli import main; main()"


def measure(_data: Path | None) -> list[Measured]:
    """Seconds of the commands on a large census, on a large 903 return, and on five years of all
    formats."""
    with TemporaryDirectory() as place:
        folder = Path(place)
        census, episodes = folder / "census.xml", folder / "episodes.csv"
        write_census(census)
        write_episodes(episodes)
        histories = synthetic.histories(["821"], YEARS, SEED)
        for kind in KINDS:
            for year in YEARS:
                synthetic.write(kind, histories, "821", year, folder / "all" / kind / str(year))
        out = ["--out", str(folder / "figures.parquet")]
        every = [part for by in ("year", "quarter", "month") for part in ("--by", by)]
        luton = ["--area", "821"]
        return [
            *_timed(
                "A census of 8,000 children: read, validated and measured",
                ["measure", str(census), "--period", "2023-24", "--validate", *out],
                most=4,
            ),
            *_timed(
                "416,000 episodes of a 903 return: read",
                ["read", str(episodes), "--year", "2024", *luton],
                most=5,
            ),
            *_timed(
                "Luton-size, five years in all formats: read and measured by month, quarter, year",
                ["measure", str(folder / "all"), "--period", SPAN, *every, *luton, *out],
                most=15,
            ),
        ]


def _timed(what: str, arguments: Sequence[str], most: float) -> list[Measured]:
    rounds = []
    for _ in range(ROUNDS):
        before = _processor()
        took = seconds(lambda: run(arguments))
        rounds.append((took, _processor() - before))
    return [
        Measured(what, min(took for took, _ in rounds), "seconds", most=most),
        Measured(f"{what}, the processor’s time", min(used for _, used in rounds), "seconds"),
    ]


def run(arguments: Sequence[str]) -> None:
    """The command with these arguments; faults in the records are to be expected.

    Raises CalledProcessError where it could not do what it was asked.
    """
    command = [sys.executable, "-c", _MAIN, *arguments]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, check=False)
    if done.returncode > _FAULTS_FOUND:
        raise subprocess.CalledProcessError(
            done.returncode, command, stderr=done.stderr.decode(errors="replace")
        )


def _processor() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime
