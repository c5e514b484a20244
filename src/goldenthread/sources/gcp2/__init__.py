"""The neglect return: Graded Care Profile 2 assessments."""

from collections.abc import Callable, Sequence
from pathlib import Path

from goldenthread.sources.gcp2.form import FORM
from goldenthread.sources.own_returns import read_own, recognises_own
from goldenthread.tables import Return

KIND = FORM.kind

__all__ = ["FORM", "KIND", "read", "recognises"]


def recognises(path: Path) -> bool:
    """Whether a file is of the neglect return; never raises."""
    return recognises_own(path, FORM)


def read(
    paths: Sequence[Path],
    *,
    area: str = "",
    year: int | None = None,
    progress: Callable[[str], None] | None = None,
) -> Return:
    """The neglect return in one workbook or some CSV files; raises GoldenThreadError if in none."""
    return read_own(FORM, paths, area=area, year=year, progress=progress)
