"""A report's series break where a stage took the place of others, and that is said once."""

import shutil
from datetime import date
from pathlib import Path

from goldenthread.examples import folder
from goldenthread.report.gather import example_partnership, gather
from goldenthread.report.partnership import Partnership
from tests.factories import LUTON


def days(partnership: Partnership | None) -> list[date]:
    """The days on which early help assessments break, in Luton."""
    gathered = gather(None, partnership)
    gathered.close()
    return [each.when for each in gathered.breaks if "early_help_assessments" in each.indicators]


def test_lutons_series_breaks_once_in_april_2025() -> None:
    assert days(example_partnership(LUTON)) == [date(2025, 4, 1)]


def test_a_partnerships_own_day_holds(tmp_path: Path) -> None:
    place = tmp_path / "ours"
    shutil.copytree(folder(), place)
    (place / "stages.toml").write_text(
        '[[stage]]\nname = "Family Help"\nparts = ["early_help"]\nareas = ["Luton"]\n'
        'from = 2025-09-01\nsource = "The partnership"\n',
        encoding="utf-8",
    )
    settings = place / "partnership.toml"
    settings.write_text('stages = "stages.toml"\n' + settings.read_text("utf-8"), "utf-8")
    assert days(Partnership.read(place)) == [date(2025, 9, 1)]
