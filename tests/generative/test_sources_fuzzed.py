"""A coverage-guided fuzzer finds nothing in any reader in a minute each."""

import importlib.util
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from goldenthread.synthetic import KINDS
from tests.factories.committed import ROOT

SECONDS = 60
# It says how far it came in these words, and only when it found nothing.
DONE = re.compile(r"^stat::number_of_executed_units: +(\d+)$", re.MULTILINE)
WAYS = re.compile(r"^stat::new_units_added: +(\d+)$", re.MULTILINE)
# How much of the watched code has run; of code that is not watched it is 2 at most.
SEEN = re.compile(r"^#\d+\s+DONE +cov: (\d+)", re.MULTILINE)
# What a minute finds depends on the machine; what the first inputs run through does not.
WATCHED = 100
# The two ways to write a return of children looked after are read by one reader.
READ_AS = {kind: kind.removesuffix("_xml") for kind in KINDS}


@pytest.mark.soak
@pytest.mark.parametrize("kind", KINDS)
def test_no_input_makes_a_reader_raise_lose_a_row_or_take_too_much(
    kind: str, tmp_path: Path, tally: Callable[[str, int], None]
) -> None:
    if importlib.util.find_spec("atheris") is None:
        pytest.skip("Atheris is not installed: requirements-fuzz.txt has it, for Linux")
    command = [sys.executable, "-m", "tests.fuzzing.reading", kind, READ_AS[kind]]
    command += [str(tmp_path), str(SECONDS), "1"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    said = done.stdout + done.stderr
    found = sorted(each.name for each in tmp_path.iterdir() if each.name != "corpus")
    assert not found, f"{[tmp_path / each for each in found]}\n{said[-4000:]}"
    assert done.returncode == 0, said[-4000:]
    tried, ways, seen = (int(each.findall(said)[-1]) for each in (DONE, WAYS, SEEN))
    assert seen > WATCHED, f"only {seen} places of the readers were watched"
    tally(f"returns of {kind} tried by the fuzzer", tried)
    tally(f"returns of {kind} kept by the fuzzer, for they led to code not seen before", ways)
