"""A report that is stopped half way leaves no files and no processes behind."""

import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from bench.together import can_be_measured, family

pytestmark = pytest.mark.skipif(
    not can_be_measured(), reason="this system does not list processes: no /proc"
)

COMMAND = [sys.executable, "-c", "from goldenthread.cli import main; main()", "report", "--out"]


def alive(processes):
    return [each for each in processes if family_state(each) not in ("", "Z")]


def family_state(process):
    """The state letter of a process, nothing for one that is gone."""
    try:
        told = Path(f"/proc/{process}/stat").read_text(encoding="utf-8")
    except (FileNotFoundError, ProcessLookupError):
        return ""
    return told.rpartition(")")[2].split()[0]


def heed_the_keyboard():
    """Who runs the tests in the background has its children ignore the keyboard's interrupt."""
    signal.signal(signal.SIGINT, signal.default_int_handler)


@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGKILL])
def test_a_report_stopped_half_way_leaves_nothing(tmp_path, how):
    out = tmp_path / "luton"
    with subprocess.Popen(
        [*COMMAND, str(out)],
        stderr=subprocess.PIPE,
        text=True,
        preexec_fn=heed_the_keyboard,
    ) as making:
        started = [making.pid]
        while len(started) == 1 and making.poll() is None:
            time.sleep(0.02)
            started = family(making.pid)
        assert making.poll() is None, making.stderr.read()
        making.send_signal(how)
        said = making.stderr.read()
        code = making.wait(timeout=60)
    assert code == (1 if how == signal.SIGINT else -signal.SIGKILL), said
    until = time.monotonic() + 30
    while alive(started) and time.monotonic() < until:
        time.sleep(0.05)
    assert alive(started) == []
    assert list(tmp_path.iterdir()) == []
