"""Gathering the catalogue from its folders: a file is enough, and a misplaced one is refused."""

import importlib
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest

from goldenthread import indicators
from goldenthread.indicators import Indicator
from goldenthread.indicators.catalogue import gather
from goldenthread.nouns import GoldenThreadError


@pytest.fixture
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """An empty catalogue of its own, importable as ``someone_elses``."""
    root = tmp_path / "someone_elses"
    root.mkdir()
    (root / "__init__.py").write_text('"""A catalogue."""\n', encoding="utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    before = set(sys.modules)
    yield root
    for name in set(sys.modules) - before:
        if name.startswith("someone_elses"):
            del sys.modules[name]


def _add(root: Path, folder: str, stem: str, text: str | None = None) -> None:
    inside = root / folder
    inside.mkdir(exist_ok=True)
    (inside / "__init__.py").touch()
    real = Path(indicators.__file__).parent / "front_door" / "contacts.py"
    body = real.read_text(encoding="utf-8") if text is None else text
    (inside / f"{stem}.py").write_text(body, encoding="utf-8")


def _gather(root: Path) -> dict[str, Indicator]:
    importlib.invalidate_caches()
    found: ModuleType = importlib.import_module(root.name)
    return gather(found)


def test_a_file_is_enough(package: Path) -> None:
    _add(package, "front_door", "contacts")
    assert list(_gather(package)) == ["contacts"]


def test_a_misnamed_file_is_refused(package: Path) -> None:
    _add(package, "front_door", "contact")
    with pytest.raises(GoldenThreadError, match=r"front_door/contact\.py .* one name"):
        _gather(package)


def test_a_file_in_the_wrong_folder_is_refused(package: Path) -> None:
    _add(package, "referrals", "contacts")
    with pytest.raises(GoldenThreadError, match="move it to indicators/front_door/"):
        _gather(package)


def test_a_doubled_name_is_refused(package: Path) -> None:
    _add(package, "front_door", "contacts")
    body = (Path(indicators.__file__).parent / "front_door" / "contacts.py").read_text("utf-8")
    _add(package, "police", "contacts", body.replace("Theme.FRONT_DOOR", "Theme.POLICE"))
    with pytest.raises(GoldenThreadError, match=r"two files are called contacts\.py"):
        _gather(package)


def test_a_file_without_an_indicator_is_refused(package: Path) -> None:
    _add(package, "front_door", "contacts", '"""Nothing here."""\n')
    with pytest.raises(GoldenThreadError, match="holds no INDICATOR"):
        _gather(package)


def test_a_folder_that_is_no_theme_is_refused(package: Path) -> None:
    _add(package, "misc", "contacts")
    with pytest.raises(GoldenThreadError, match=r"indicators/misc is no theme’s folder"):
        _gather(package)
