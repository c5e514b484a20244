"""A skip without a reason fails the run; so does any skip in CI but that of ../shared."""

import os
import subprocess
import sys
from pathlib import Path

from tests.conftest import ROOT
from tests.skips import WITHOUT_SHARED


def run(
    folder: Path, body: str, *options: str, ci: bool = False, under: str = "tests.skips"
) -> subprocess.CompletedProcess[str]:
    """Run one made-up test file under this project's rules, in a process of its own."""
    (folder / "test_made_up.py").write_text(body, encoding="utf-8")
    command = [sys.executable, "-m", "pytest", "-p", under, "-p", "no:cacheprovider"]
    command += [f"--rootdir={folder}", "-c", os.devnull, *options, str(folder)]
    environment = {**os.environ, "CI": "true" if ci else "", "PYTHONPATH": str(ROOT)}
    if under == "tests.skips":  # which needs no plug-in
        environment["PYTEST_DISABLE_PLUGIN_AUTOLOAD"] = "1"
    return subprocess.run(
        command, cwd=folder, env=environment, capture_output=True, text=True, check=False
    )


SAYING = "import pytest\n\ndef test_it():\n    pytest.skip({!r})\n\ndef test_ok():\n    assert 1\n"
WHOLE = "import pytest\npytest.skip('needs java', allow_module_level=True)\n"


def test_a_skip_must_say_why(tmp_path: Path) -> None:
    done = run(tmp_path, SAYING.format(""))
    assert done.returncode == 1, done.stdout + done.stderr
    assert "skipped without a stated reason" in done.stdout


def test_a_skip_that_says_why_passes_here_and_fails_in_ci(tmp_path: Path) -> None:
    (tmp_path / "test_whole.py").write_text(WHOLE, encoding="utf-8")
    here = run(tmp_path, SAYING.format("needs one of: java"))
    assert here.returncode == 0, here.stdout + here.stderr
    in_ci = run(tmp_path, SAYING.format("needs one of: java"), ci=True)
    assert in_ci.returncode == 1
    assert in_ci.stdout.count("CI must not skip it") == 2


def test_the_reference_files_may_be_absent_in_ci(tmp_path: Path) -> None:
    assert run(tmp_path, SAYING.format(WITHOUT_SHARED), ci=True).returncode == 0


def test_a_missing_tool_skips_here_and_fails_in_ci(tmp_path: Path) -> None:
    body = (
        "from tests.skips import need_tool\n\n"
        "def test_it():\n    need_tool('no-such-tool-anywhere')\n"
    )
    assert "1 skipped" in run(tmp_path, body).stdout
    done = run(tmp_path, body, ci=True)
    assert done.returncode == 1
    assert "CI must not skip it" in done.stdout
