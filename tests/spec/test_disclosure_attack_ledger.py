"""What a release gives away beside those before it: months and years, and three partnerships."""

from pathlib import Path

from goldenthread.disclosure.attack import attack
from goldenthread.disclosure.publication import read_ledger, read_publication
from tests.factories.releases import a_release, the_leak

QUARTER = """
    [[dimension]]
    name = "period"
    [[dimension.total]]
    is = "2023-24 Q4"
    of = ["2024-01", "2024-02", "2024-03"]
    [[table]]
    file = "contacts.csv"
    measure = "contacts"
"""


YEAR = ["2023-04", "2023-05", "2023-06", "2023-07", "2023-08", "2023-09", "2023-10", "2023-11"]
YEAR += ["2023-12", "2024-01", "2024-02", "2024-03"]
PRINTED = ["31", "28", "40", "22", "c", "35", "41", "38", "19", "44", "30", "27"]
COUNTS = dict(zip(YEAR, PRINTED, strict=True))
MONTH = """
    [[dimension]]
    name = "period"
    [[table]]
    file = "contacts.csv"
    measure = "contacts"
"""


def twelve_months(ledger: Path) -> Path:
    """A ledger of twelve monthly releases; August's count, a 3, was withheld."""
    for month, count in COUNTS.items():
        name = f"contacts-{month}"
        a_release(
            ledger / name,
            MONTH,
            name=name,
            published=f"{month}-28",
            contacts=f"period, value\n{month}, {count}",
        )
    return ledger


def test_a_year_published_later_gives_away_a_month_withheld_before(tmp_path: Path) -> None:
    ledger = read_ledger(twelve_months(tmp_path / "ledger"))
    assert attack(ledger[-1], earlier=ledger[:-1]).safe
    year = a_release(
        tmp_path / "year",
        f"""
            [[dimension]]
            name = "period"
            [[dimension.total]]
            is = "2023-24"
            of = {YEAR}
            [[table]]
            file = "year.csv"
            measure = "contacts"
        """,
        year="period, value\n2023-24, 358",
    )
    by_itself = attack(read_publication(year))
    assert by_itself.safe, "a large number alone gives nothing away"
    leak = the_leak(attack(read_publication(year), earlier=ledger))
    assert leak.interval.low == leak.interval.high == 3
    assert leak.interval.place == "contacts-2023-08: contacts.csv, row 2"


def test_rolling_years_that_differ_by_a_month_give_it_away(tmp_path: Path) -> None:
    """The year to April is the year to March, less last April's 31, and this April's 4."""
    following = [*YEAR[1:], "2024-04"]
    rolling = f"""
        [[dimension]]
        name = "period"
        [[dimension.total]]
        is = "12 months to 2024-03"
        of = {YEAR}
        [[dimension.total]]
        is = "12 months to 2024-04"
        of = {following}
        [[table]]
        file = "rolling.csv"
        measure = "contacts"
    """
    a_release(
        tmp_path / "ledger" / "to-march",
        rolling,
        name="to-march",
        rolling="period, value\n12 months to 2024-03, 358\n2023-04, 31",
    )
    april = a_release(
        tmp_path / "april",
        rolling,
        name="to-april",
        rolling="period, value\n12 months to 2024-04, 331\n2024-04, c",
    )
    ledger = read_ledger(tmp_path / "ledger")
    assert attack(read_publication(april)).safe
    leak = the_leak(attack(read_publication(april), earlier=ledger))
    assert str(leak.cell) == "contacts (period 2024-04)"
    assert leak.interval.low == leak.interval.high == 4
    assert leak.why.endswith("so c is 4")


def test_three_partnerships_and_their_sum(tmp_path: Path) -> None:
    """Luton withholds its 4; the other two print theirs, and the three together print the sum."""
    ledger = tmp_path / "ledger"
    for area, count in (("Bedford", "12"), ("Central Bedfordshire", "9"), ("Luton", "c")):
        name = area.lower().replace(" ", "-")
        a_release(
            ledger / name,
            '[[dimension]]\nname = "area"\n[[table]]\nfile = "t.csv"\nmeasure = "contacts"\n',
            name=name,
            t=f"area, value\n{area}, {count}",
        )
    together = a_release(
        tmp_path / "together",
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
    leak = the_leak(attack(read_publication(together), earlier=read_ledger(ledger)))
    assert str(leak.cell) == "contacts (area Luton)"
    assert leak.why == (
        "contacts: Bedfordshire 25 = Bedford 12 + Central Bedfordshire 9 + Luton c, so c is 4"
    )


def test_what_earlier_releases_give_away_is_inherited_and_not_charged(tmp_path: Path) -> None:
    careless = a_release(
        tmp_path / "ledger" / "careless",
        QUARTER,
        name="careless",
        contacts="period, value\n2024-01, c\n2024-02, 9\n2024-03, 8\n2023-24 Q4, 20",
    )
    assert not attack(read_publication(careless)).safe
    later = a_release(
        tmp_path / "later", QUARTER, name="later", contacts="period, value\n2024-01, c"
    )
    found = attack(read_publication(later), earlier=read_ledger(tmp_path / "ledger"))
    assert found.safe
    assert [str(leak.cell) for leak in found.inherited] == ["contacts (period 2024-01)"]


def test_a_release_in_the_ledger_already_is_not_excused_by_itself(tmp_path: Path) -> None:
    careless = a_release(
        tmp_path / "ledger" / "careless",
        QUARTER,
        name="careless",
        contacts="period, value\n2024-01, c\n2024-02, 9\n2024-03, 8\n2023-24 Q4, 20",
    )
    ledger = read_ledger(tmp_path / "ledger")
    assert not attack(read_publication(careless), earlier=ledger).safe
