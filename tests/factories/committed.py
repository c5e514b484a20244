"""The files of this repository, as git has or would have them: what repository tests look at."""

import subprocess
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]

# Read as text by the checks; all else is fonts, pictures and the like.
TEXT = {
    ".cfg", ".css", ".csv", ".html", ".js", ".json", ".md", ".py", ".sh", ".svg", ".toml", ".txt",
    ".typ", ".yaml", ".yml", "",
}  # fmt: skip


@cache
def committed() -> tuple[Path, ...]:
    """Every file that git tracks, or would on the next commit; ignored ones are left out."""
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        check=True,
    ).stdout.decode()
    paths = (ROOT / name for name in sorted(filter(None, listed.split("\0"))))
    return tuple(path for path in paths if path.is_file())


def files(*suffixes: str, under: str = "") -> list[Path]:
    """Committed files with one of these endings, in a folder of the repository."""
    return [p for p in committed() if p.suffix in suffixes and p.is_relative_to(ROOT / under)]


def texts() -> list[Path]:
    """Every committed file that holds text."""
    return [path for path in committed() if path.suffix in TEXT]


def name(path: Path) -> str:
    """How a file is called in a message."""
    return path.relative_to(ROOT).as_posix()
