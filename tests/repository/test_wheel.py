"""The core is a wheel that runs alone: its data with it, no Django, no make, no extra.

The wheel is installed into a new environment that sees the libraries the wheel asks for, and no
other: those are linked from the environment the tests run in, because tests have no network.
"""

import os
import re
import subprocess
import sys
import sysconfig
import venv
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path

import pytest
from packaging.requirements import Requirement

from tests.factories.committed import ROOT, files

CORE = ROOT / "src" / "goldenthread"


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built from this folder by the back end that is installed."""
    out = tmp_path_factory.mktemp("dist")
    built = subprocess.run(
        [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", out, ROOT],
        capture_output=True,
        text=True,
        check=False,
    )
    assert built.returncode == 0, built.stdout + built.stderr
    (made,) = out.glob("*.whl")
    return made


@dataclass(frozen=True)
class Installed:
    """An environment that holds the wheel and what it asks for."""

    folder: Path

    def run(self, *command: str) -> subprocess.CompletedProcess[str]:
        """Run a command of the environment, with nothing else on the path."""
        programs = self.folder / ("Scripts" if sys.platform == "win32" else "bin")
        kept = {name: os.environ[name] for name in ("SYSTEMROOT", "TEMP") if name in os.environ}
        return subprocess.run(
            [str(programs / command[0]), *command[1:]],
            cwd=self.folder,
            env={**kept, "PATH": str(programs), "HOME": str(self.folder)},
            capture_output=True,
            text=True,
            encoding="utf-8",
            check=False,
        )


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Installed:
    folder = tmp_path_factory.mktemp("alone")
    venv.create(folder, with_pip=False)
    place = Path(
        sysconfig.get_path("purelib", "venv", {"base": str(folder), "platbase": str(folder)})
    )
    python = folder / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python")
    command = [sys.executable, "-m", "pip", "--python", str(python), "install", str(wheel)]
    command += ["--no-deps", "--no-index", "--quiet", "--disable-pip-version-check"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    for needed in closure("goldenthread"):
        link(needed, place)
    return Installed(folder)


def closure(name: str) -> Iterator[Distribution]:
    """What a distribution asks for without its extras, and what that asks for, all the way."""
    waiting: list[tuple[str, frozenset[str]]] = [(name, frozenset())]
    seen = set(waiting)
    while waiting:
        current, extras = waiting.pop()
        try:
            found = distribution(current)
        except PackageNotFoundError:
            continue  # asked for on another system only
        if current != name:
            yield found
        for text in found.requires or ():
            asked = Requirement(text)
            wanted = any(
                asked.marker is None or asked.marker.evaluate({"extra": extra})
                for extra in extras | {""}
            )
            step = (asked.name, frozenset(asked.extras))
            if wanted and step not in seen:
                seen.add(step)
                waiting.append(step)


def link(needed: Distribution, place: Path) -> None:
    """Let a library of this environment be seen in that one."""
    for file in needed.files or ():
        top = file.parts[0]
        if top in ("..", "__pycache__"):
            continue
        target, source = place / top, Path(str(needed.locate_file(top)))
        if not target.exists() and source.exists():
            target.symlink_to(source, target_is_directory=source.is_dir())


def test_every_file_of_the_core_is_in_the_wheel(wheel: Path) -> None:
    inside = set(zipfile.ZipFile(wheel).namelist())
    suffixes = {path.suffix for path in CORE.rglob("*") if path.is_file()}
    wanted = {
        path.relative_to(ROOT / "src").as_posix()
        for path in files(*suffixes, under="src/goldenthread")
    }
    assert {".toml", ".csv", ".ttf", ".html", ".typ", ".css"} <= suffixes
    assert wanted - inside == set()


def test_nothing_but_core_and_site_is_in_the_wheel(wheel: Path) -> None:
    for name in zipfile.ZipFile(wheel).namelist():
        assert re.match(r"goldenthread(_site|-[0-9.]+\.dist-info)?/", name), name
        assert not name.endswith(".pyc"), name
        assert len(name) < 150, f"too long a name for some systems: {name}"


def test_it_runs_alone(installed: Installed) -> None:
    for wanted, command in {
        "Golden Thread measures": ["goldenthread", "--help"],
        "section_47_enquiries": ["goldenthread", "indicators"],
        "E06000032": ["goldenthread", "areas", "luton"],
        "dfe.c4": ["goldenthread", "fetch", "--list"],
        "1,252": ["goldenthread", "figures", "--indicator", "section_47_enquiries"],
    }.items():
        done = installed.run(*command)
        assert done.returncode == 0, done.stderr
        assert wanted in done.stdout, command


def test_every_module_can_be_imported_without_the_extra(installed: Installed) -> None:
    """What needs a heavy library loads it when it renders, or says which extra brings it."""
    code = (
        "import importlib, pkgutil, sys, goldenthread\n"
        "lost = {}\n"
        "for module in pkgutil.walk_packages(goldenthread.__path__, 'goldenthread.'):\n"
        "    try:\n"
        "        importlib.import_module(module.name)\n"
        "    except ImportError as error:\n"
        "        lost[module.name] = str(error)\n"
        "assert 'django' not in sys.modules\n"
        "print('\\n'.join(f'{name}: {why}' for name, why in lost.items()))\n"
    )
    done = installed.run("python", "-c", code)
    assert done.returncode == 0, done.stderr
    lost = {line.partition(":")[0] for line in done.stdout.splitlines()}
    # A driver's own module is loaded by the door of its room, which says what to install.
    assert lost == {"goldenthread.engines.postgres", "goldenthread.engines.spark"}


@pytest.mark.parametrize("engine", ["postgres", "spark"])
def test_an_engine_that_is_not_installed_is_asked_for_by_its_extra(
    installed: Installed, engine: str
) -> None:
    code = f"from goldenthread import engines; engines.open({engine!r})"
    done = installed.run("python", "-c", code)
    assert f"install goldenthread[{engine}]" in done.stderr


def test_it_is_the_installed_core_that_runs(installed: Installed) -> None:
    done = installed.run("python", "-c", "import goldenthread; print(goldenthread.__file__)")
    assert done.stdout.startswith(str(installed.folder.resolve()))
    absent = installed.run("python", "-c", "import typst")
    assert "No module named 'typst'" in absent.stderr
