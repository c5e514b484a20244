"""What every test may ask for. A missing tool skips with a reason, and fails where CI is true."""

import os
import shutil
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of public reference files beside the repository; absent on most machines."""
    folder = ROOT.parent / "shared"
    if not (folder / "dfe").is_dir():
        pytest.skip("the reference files (../shared) are not beside this repository")
    return folder


def need_tool(*names: str) -> str:
    """The path of the first tool found of these; skips without one, or fails in CI."""
    for name in names:
        if found := shutil.which(name):
            return found
    reason = f"needs one of: {', '.join(names)}"
    if os.environ.get("CI", "").lower() == "true":
        pytest.fail(f"{reason}; CI must not skip it")
    pytest.skip(reason)
