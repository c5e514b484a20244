"""The commands are listed, their scripts are sound, and set-up says what to do when it cannot."""

import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.factories.committed import ROOT

SCRIPTS = sorted((ROOT / ".ci").iterdir())


def sh(*command: object, cwd: Path = ROOT, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [str(part) for part in command],
        cwd=cwd,
        env={**os.environ, "MAKEFLAGS": "", **environment},
        capture_output=True,
        text=True,
        check=False,
    )


def test_make_alone_lists_every_command() -> None:
    text = (ROOT / "Makefile").read_text(encoding="utf-8")
    commands = set(re.findall(r"^\.PHONY: (\S+)$", text, re.MULTILINE))
    listed = set(re.findall(r"^  make (\S+) +\S", sh("make").stdout, re.MULTILINE))
    assert listed == commands
    assert {"report", "test", "soak", "bench", "docs", "lock", "clean", "help"} <= commands


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda path: path.name)
def test_a_script_is_sound(script: Path) -> None:
    assert os.access(script, os.X_OK)
    shell = script.read_text(encoding="utf-8").splitlines()[0].split("/")[-1].split()[-1]
    assert sh(shell, "-n", script).returncode == 0


def test_continuous_integration_only_calls_make() -> None:
    text = (ROOT / ".ci" / "run").read_text(encoding="utf-8")
    assert "export CI=true" in text
    assert re.findall(r"^make (\S+)$", text, re.MULTILINE) == ["test", "test-spark"]


def test_one_seed_for_what_is_printed_and_what_is_run() -> None:
    printed = sh("make", "-n", "soak", "WORKERS=1").stdout
    seeds = set(re.findall(r"(?:SEED|seed)=(\d+)", printed))
    assert len(seeds) == 1, printed


def fake_python(folder: Path, name: str, script: str) -> None:
    path = folder / name
    path.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    path.chmod(0o755)


@pytest.fixture
def bare(tmp_path: Path) -> Path:
    """A path with the shell's own tools and no Python."""
    tools = tmp_path / "bin"
    tools.mkdir()
    for tool in ("sh", "echo"):
        found = shutil.which(tool)
        assert found
        (tools / tool).symlink_to(found)
    return tools


def set_up(bare: Path, given: str = "") -> subprocess.CompletedProcess[str]:
    return sh("/bin/sh", ROOT / ".ci" / "python", given, cwd=bare.parent, PATH=str(bare))


def test_without_python_the_message_says_what_to_do(bare: Path) -> None:
    done = set_up(bare)
    assert done.returncode == 2
    assert "No Python of version 3.11 or later was found: install one" in done.stderr


def test_an_old_python_is_passed_over(bare: Path) -> None:
    fake_python(bare, "python3", "exit 1")
    assert "No Python of version 3.11" in set_up(bare).stderr
    assert "is not a Python of version 3.11" in set_up(bare, "python3").stderr


def test_a_command_that_does_not_work_is_passed_over(bare: Path) -> None:
    fake_python(bare, "python3.14", "echo broken >&2; exit 127")
    fake_python(bare, "python3.12", 'case "$1" in --version) echo P;; -m) echo made "$@";; esac')
    done = set_up(bare)
    assert done.returncode == 0
    assert "made -m venv --clear .venv" in done.stdout


def test_a_python_without_venv_is_said(bare: Path) -> None:
    fake_python(bare, "python3", 'case "$2" in *ensurepip*) exit 1;; esac')
    done = set_up(bare)
    assert done.returncode == 2
    assert "install its venv module" in done.stderr


@pytest.fixture
def no_tools(bare: Path) -> Path:
    for tool in ("id", "ls"):
        found = shutil.which(tool)
        assert found
        (bare / tool).symlink_to(found)
    return bare


def tools(no_tools: Path, **environment: str) -> str:
    done = sh("/bin/sh", ROOT / ".ci" / "tools", PATH=str(no_tools), **environment)
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_missing_tools_are_named_where_they_cannot_be_installed(no_tools: Path) -> None:
    assert "there is no apt-get here" in tools(no_tools, GOLDENTHREAD_NO_APT="")


def test_java_is_asked_for_only_with_spark(no_tools: Path) -> None:
    assert "default-jre-headless" not in tools(no_tools, GOLDENTHREAD_NO_APT="1")
    done = sh("/bin/sh", ROOT / ".ci" / "tools", "spark", PATH=str(no_tools))
    assert "default-jre-headless" in done.stdout


def test_apt_is_left_alone_when_asked(no_tools: Path) -> None:
    fake_python(no_tools, "apt-get", "echo called")
    said = tools(no_tools, GOLDENTHREAD_NO_APT="1")
    assert "GOLDENTHREAD_NO_APT=1" in said
    assert "called" not in said


def test_apt_installs_what_is_missing_and_failing_is_said(no_tools: Path) -> None:
    fake_python(no_tools, "id", "echo 0")
    fake_python(no_tools, "apt-get", 'echo "apt-get $*"; [ "$1" = update ]')
    said = tools(no_tools, GOLDENTHREAD_NO_APT="")
    assert "Installing chromium" in said
    assert "apt-get install -y -qq --no-install-recommends chromium" in said
    assert "could not install" in said
