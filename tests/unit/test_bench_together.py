"""The memory of a command counts all the processes that live at the same time."""

import subprocess
import sys

import pytest

from bench.together import can_be_measured, family, megabytes, peak_of_all

pytestmark = pytest.mark.skipif(
    not can_be_measured(), reason="this system does not tell the memory of processes: no /proc"
)

HOLDS = "import time; held = b'x' * 40_000_000; time.sleep(0.5)"


def test_bench_adds_what_processes_hold_at_the_same_time():
    alone = peak_of_all([sys.executable, "-c", HOLDS])
    both = f"import subprocess, sys; p = subprocess.Popen([sys.executable, '-c', {HOLDS!r}])\n"
    together = peak_of_all([sys.executable, "-c", f"{both}{HOLDS}\np.wait()"])
    assert 40 <= alone <= 70
    assert 80 <= together <= 140


def test_bench_finds_the_processes_of_processes():
    inner = "import os, time; print(os.getpid(), flush=True); time.sleep(30)"
    outer = f"import subprocess, sys; subprocess.run([sys.executable, '-c', {inner!r}])"
    with subprocess.Popen(
        [sys.executable, "-c", outer], stdout=subprocess.PIPE, text=True
    ) as process:
        child = int(process.stdout.readline())
        assert family(process.pid) == [process.pid, child]
        assert megabytes(child) > 1
        process.kill()
        subprocess.run(["/bin/kill", str(child)], check=True)


def test_bench_says_when_the_command_fails():
    with pytest.raises(subprocess.CalledProcessError):
        peak_of_all([sys.executable, "-c", "raise SystemExit(2)"])
