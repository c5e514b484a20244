"""What is hidden beside earlier releases: months and their year, three partnerships, a refusal."""

from pathlib import Path

import pytest

from goldenthread.disclosure.protection import RefusedError
from goldenthread.disclosure.publication import read_ledger
from tests.factories.protected import inside, protected
from tests.factories.releases import a_release

MONTHS = [f"2023-{month:02d}" for month in range(4, 13)] + ["2024-01", "2024-02", "2024-03"]
PRINTED = dict(zip(MONTHS, [31, 28, 40, 22, 3, 35, 41, 38, 19, 44, 30, 27], strict=True))
MONTH = """
    [[dimension]]
    name = "period"
    [[dimension.total]]
    is = "2023-24"
    of = {months}
    [[table]]
    file = "contacts.csv"
    measure = "contacts"
"""


def year_so_far(tmp_path: Path, months: list[str]) -> Path:
    """A ledger of a release for each month, August's 3 withheld from it."""
    ledger = tmp_path / "ledger"
    for month in months:
        release = inside(
            tmp_path,
            MONTH.format(months=MONTHS),
            name=f"contacts-{month}",
            contacts=f"period, value\n{month}, {PRINTED[month]}",
        )
        shown = protected(tmp_path, release, ledger=ledger)["contacts"][month]
        assert shown == ("c" if month == "2023-08" else str(PRINTED[month]))
    return ledger


def test_after_twelve_months_the_year_is_not_printed_beside_them(tmp_path: Path) -> None:
    """The year's 358 less the eleven months printed before would be August's 3."""
    ledger = year_so_far(tmp_path, MONTHS)
    year = inside(
        tmp_path, MONTH.format(months=MONTHS), name="year", contacts="period, value\n2023-24, 358"
    )
    assert protected(tmp_path, year, ledger=ledger)["contacts"] == {"2023-24": "c"}
    assert len(read_ledger(ledger)) == 13


def test_the_last_month_and_the_year_in_one_release(tmp_path: Path) -> None:
    """March may stay if the year goes, or the year if March goes: the cheaper, March, goes."""
    ledger = year_so_far(tmp_path, MONTHS[:-1])
    last = inside(
        tmp_path,
        MONTH.format(months=MONTHS),
        name="last",
        contacts="period, value\n2024-03, 27\n2023-24, 358",
    )
    shown = protected(tmp_path, last, ledger=ledger)["contacts"]
    assert shown == {"2024-03": "c", "2023-24": "358"}


def test_a_month_given_away_already_is_refused_by_name(tmp_path: Path) -> None:
    """All other months and the year are out: March's 3 is known, whatever is done now."""
    ledger = tmp_path / "ledger"
    others = "\n".join(f"{month}, 20" for month in MONTHS[:-1])
    a_release(
        ledger / "others",
        MONTH.format(months=MONTHS),
        name="others",
        contacts=f"period, value\n{others}\n2023-24, 223",
    )
    march = inside(
        tmp_path, MONTH.format(months=MONTHS), name="march", contacts="period, value\n2024-03, 3"
    )
    with pytest.raises(
        RefusedError, match=r"contacts \(period 2024-03\) can be worked out"
    ) as said:
        protected(tmp_path, march, ledger=ledger)
    assert [str(cell) for cell in said.value.cells] == ["contacts (period 2024-03)"]
    assert not (tmp_path / "safe" / "march").exists()
    assert len(read_ledger(ledger)) == 1


def test_three_partnerships_and_their_sum(tmp_path: Path) -> None:
    """Luton withheld its 4, the others printed theirs: now their sum has to be withheld."""
    ledger = tmp_path / "ledger"
    alone = '[[dimension]]\nname = "area"\n[[table]]\nfile = "t.csv"\nmeasure = "contacts"\n'
    for area, count in (("Bedford", 12), ("Central Bedfordshire", 9), ("Luton", 4)):
        name = area.lower().replace(" ", "-")
        release = inside(tmp_path, alone, name=name, t=f"area, value\n{area}, {count}")
        protected(tmp_path, release, ledger=ledger)
    together = inside(
        tmp_path,
        """
            [[dimension]]
            name = "area"
            [[dimension.total]]
            is = "Bedfordshire"
            of = ["Bedford", "Central Bedfordshire", "Luton"]
            [[table]]
            file = "t.csv"
            measure = "contacts"
        """,
        name="together",
        t="area, value\nBedfordshire, 25",
    )
    assert protected(tmp_path, together, ledger=ledger)["t"] == {"Bedfordshire": "c"}
