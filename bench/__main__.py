"""``python -m bench``: runs each measurement in a process of its own and prints what it found."""

import argparse
import json
import os
import platform
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import asdict
from datetime import date
from importlib import import_module
from pathlib import Path

from bench.measured import Measured

ROOT = Path(__file__).resolve().parents[1]
MEASUREMENTS = (
    "machine",
    "report",
    "areas",
    "published_files",
    "protection",
    "measuring",
    "england",
    "records",
    "commands",
    "validators",
    "synthetic",
)
MARK = "measured: "


def main() -> int:
    """Measure what is named, all without a name. Exit code 1 where a limit is passed."""
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    parser.add_argument("names", nargs="*", metavar="NAME", help=", ".join(MEASUREMENTS))
    parser.add_argument("--data", type=Path, help="a folder of the Department’s files")
    parser.add_argument("--write", type=Path, metavar="PAGE", help="also write a page")
    parser.add_argument("--here", action="store_true", help=argparse.SUPPRESS)
    given = parser.parse_args()
    data = given.data if given.data and given.data.is_dir() else None
    if given.here:
        for each in import_module(f"bench.{given.names[0]}").measure(data):
            print(MARK + json.dumps(asdict(each)), flush=True)
        return 0
    if data is None:
        print("Without a folder of the Department’s files (--data) only the example is measured.")
    measured: list[Measured] = []
    for name in given.names or MEASUREMENTS:
        measured += in_its_own_process(name, data)
    lines = table(measured)
    print("\n".join(lines))
    if given.write:
        given.write.write_text(page(lines), encoding="utf-8", newline="\n")
    return 0 if all(each.kept for each in measured) else 1


def in_its_own_process(name: str, data: Path | None) -> list[Measured]:
    """Run one measurement where nothing else has warmed or filled the memory."""
    command = [sys.executable, "-m", "bench", name, "--here"]
    command += ["--data", str(data)] if data else []
    done = subprocess.run(command, cwd=ROOT, stdout=subprocess.PIPE, text=True, check=False)
    found = []
    for line in done.stdout.splitlines():
        if line.startswith(MARK):
            found.append(Measured(**json.loads(line.removeprefix(MARK))))
        else:
            print(line)
    if done.returncode:
        raise SystemExit(f"bench.{name} failed with exit code {done.returncode}")
    return found


def table(measured: Sequence[Measured]) -> list[str]:
    """The figures as a table in Markdown, each with its ratio to the most it should be."""
    lines = ["| What | Value | At most | Ratio |", "| --- | ---: | ---: | ---: |"]
    for each in measured:
        value = f"{each.value:,.2f} {each.unit}"
        if each.most is None:
            lines.append(f"| {each.what} | {value} | | |")
        else:
            ratio = f"{each.value / each.most:.2f}{'' if each.kept else ' TOO MUCH'}"
            lines.append(f"| {each.what} | {value} | {each.most:,g} | {ratio} |")
    return lines


def page(lines: Sequence[str]) -> str:
    """The same as a page, with what the machine is like."""
    return "\n".join(
        [
            "# Speed and size",
            "",
            f"`make bench WRITE=1` wrote this page on {date.today().isoformat()}, with Python"
            f" {platform.python_version()} on {os.cpu_count()} cores.",
            "",
            *lines,
            "",
        ]
    )


if __name__ == "__main__":
    sys.exit(main())
