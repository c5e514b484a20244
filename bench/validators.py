"""The public validators of the census and of the 903 return on the same files, where installed.

They are never installed from here. Each is a program on the path, or a module of this Python or of
those named in GOLDENTHREAD_VALIDATORS (with the system's separator between them): they need an
older NumPy than this project does, so that they stand mostly in environments of their own.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from bench.commands import run
from bench.measured import Measured, seconds
from bench.records import write_census
from goldenthread import synthetic

PYTHONS = "GOLDENTHREAD_VALIDATORS"
YEAR, SEED = 2025, 1
_SILENT: dict[str, Any] = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}


def measure(_data: Path | None) -> list[Measured]:
    """Seconds of ours and of theirs on one file, and how many times as long theirs takes."""
    with TemporaryDirectory() as place:
        folder = Path(place)
        census = folder / "census.xml"
        write_census(census)
        looked_after = folder / "903"
        histories = synthetic.histories(["821"], [YEAR], SEED)
        synthetic.write("ssda903", histories, "821", YEAR, looked_after)
        # The one name that theirs looks for and no return has.
        shutil.copy(looked_after / "placed_for_adoption.csv", folder / "copy.csv")
        ours = ["validate", str(looked_after), "--area", "821", "--year", str(YEAR)]
        measured = _compared(
            "A census of 8,000 children",
            ["csc-validator-be-cin", "cin_validator"],
            ["validate", str(census)],
            ["run", str(census)],
        )
        took = seconds(lambda: run(ours))
        (folder / "copy.csv").replace(looked_after / "placed_for_adoption_errors.csv")
        measured += _compared(
            "A Luton-size 903 return",
            ["csc-validator-be-903", "lac_validator"],
            ours,
            ["run-offline", str(looked_after)],
            took,
        )
        return measured


def _compared(
    what: str,
    names: Sequence[str],
    ours: Sequence[str],
    theirs: Sequence[str],
    took: float | None = None,
) -> list[Measured]:
    program = _found(names)
    took = seconds(lambda: run(ours)) if took is None else took
    measured = [Measured(f"{what}: goldenthread validate", took, "seconds")]
    if program is None:
        print(
            f"{names[0]} is not installed: no program {' or '.join(names)} is on the path, and no "
            f"Python of {PYTHONS} or this one has the module {names[-1]}."
        )
        return measured
    command = [*program, *theirs]
    with TemporaryDirectory() as place:  # they leave files where they stand

        def validated() -> None:
            subprocess.run(command, cwd=place, check=True, **_SILENT)

        took_them = seconds(validated)
    return [
        *measured,
        Measured(f"{what}: {names[0]}", took_them, "seconds"),
        Measured(f"{what}: {names[0]}, times ours", took_them / took, "times"),
    ]


def _found(names: Sequence[str]) -> list[str] | None:
    """How a validator is started; None where it is not there."""
    for name in names:
        if program := shutil.which(name):
            return [program]
    named = [each for each in os.environ.get(PYTHONS, "").split(os.pathsep) if each]
    for python in (sys.executable, *named):
        asked = [python, "-c", f"import {names[-1]}.__main__"]
        if subprocess.run(asked, capture_output=True, check=False).returncode == 0:
            return [python, "-m", names[-1]]
    return None
