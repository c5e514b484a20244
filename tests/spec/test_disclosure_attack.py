"""What can be worked out of a release, by worked examples: each a folder, and the answer."""

from pathlib import Path

from goldenthread.disclosure.attack import attack
from goldenthread.disclosure.publication import read_publication
from tests.factories.releases import a_release, given_away, the_leak

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


def test_one_hidden_cell_is_the_total_less_the_others(tmp_path: Path) -> None:
    safe = a_release(
        tmp_path,
        QUARTER,
        contacts="""
            period,     value
            2024-01,    c
            2024-02,    9
            2024-03,    8
            2023-24 Q4, 20
        """,
    )
    leak = the_leak(attack(read_publication(safe)))
    assert (leak.kind, leak.interval.low, leak.interval.high) == ("exact", 3, 3)
    assert leak.interval.place == "contacts.csv, row 2"
    assert leak.why == "contacts: 2023-24 Q4 20 = 2024-01 c + 2024-02 9 + 2024-03 8, so c is 3"


def test_two_hidden_cells_hide_each_other_if_enough_is_left_for_them(tmp_path: Path) -> None:
    enough = a_release(
        tmp_path / "enough",
        QUARTER,
        contacts="""
            period,     value
            2024-01,    c
            2024-02,    c
            2024-03,    8
            2023-24 Q4, 20
        """,
    )
    found = attack(read_publication(enough))
    assert found.safe
    assert [str(each) for each in found.hidden] == ["from 0 to 12", "from 0 to 12"]

    too_little = a_release(
        tmp_path / "little",
        QUARTER,
        contacts="""
            period,     value
            2024-01,    c
            2024-02,    c
            2024-03,    16
            2023-24 Q4, 20
        """,
    )
    leaks = attack(read_publication(too_little)).leaks
    assert [str(leak.interval) for leak in leaks] == ["from 0 to 4", "from 0 to 4"]
    assert {leak.kind for leak in leaks} == {"narrow"}
    assert leaks[0].why == (
        "contacts: 2023-24 Q4 20 = 2024-01 c + 2024-02 (0 or more) + 2024-03 16, so c is at most 4"
    )


FOUR_BY_FOUR = """
    [[dimension]]
    name = "agency"
    [[dimension.total]]
    is = "All agencies"
    of = ["Police", "Health", "School", "Other"]
    [[dimension]]
    name = "area"
    [[dimension.total]]
    is = "Luton"
    of = ["North", "East", "South", "West"]
    [[table]]
    file = "contacts.csv"
    measure = "contacts"
"""


def test_two_hidden_in_every_line_can_still_give_one_away(tmp_path: Path) -> None:
    """Police and Health less North and East: only Police in the South is left, and it is 3.

    Hidden in the Police and Health rows: 24 and 22. Hidden in the North and East columns: 20 and
    23. Both sets hold the same four cells of North and East; the rows hold one more.
    """
    safe = a_release(
        tmp_path,
        FOUR_BY_FOUR,
        contacts="""
            agency,       area,  value
            Police,       North, c
            Police,       East,  c
            Police,       South, c
            Police,       West,  21
            Police,       Luton, 45
            Health,       North, c
            Health,       East,  c
            Health,       South, 17
            Health,       West,  11
            Health,       Luton, 50
            School,       North, 15
            School,       East,  10
            School,       South, c
            School,       West,  c
            School,       Luton, 35
            Other,        North, 13
            Other,        East,  16
            Other,        South, c
            Other,        West,  c
            Other,        Luton, 50
            All agencies, North, 48
            All agencies, East,  49
            All agencies, South, 28
            All agencies, West,  55
            All agencies, Luton, 180
        """,
    )
    found = attack(read_publication(safe))
    assert len(found.hidden) == 9
    leak = the_leak(found)
    assert str(leak.cell) == "contacts (agency Police, area South)"
    assert (leak.kind, leak.interval.low) == ("exact", 3)
    assert leak.why == (
        "what is hidden adds up to 22 in Luton (contacts, Health), 24 in Luton (contacts, Police),"
        " 23 in All agencies (contacts, East) and 20 in All agencies (contacts, North);"
        " 22 + 24 - 23 - 20 leaves c alone, so c is 3"
    )


def test_a_hidden_quarter_comes_back_by_the_year(tmp_path: Path) -> None:
    """January is hidden, and its quarter to protect it; but the year and three quarters are not."""
    safe = a_release(
        tmp_path,
        """
            [[dimension]]
            name = "period"
            [[dimension.total]]
            is = "2023-24"
            of = ["2023-24 Q1", "2023-24 Q2", "2023-24 Q3", "2023-24 Q4"]
            [[dimension.total]]
            is = "2023-24 Q4"
            of = ["2024-01", "2024-02", "2024-03"]
            [[table]]
            file = "months.csv"
            measure = "contacts"
            [[table]]
            file = "quarters.csv"
            measure = "contacts"
        """,
        months="""
            period,     value
            2024-01,    c
            2024-02,    12
            2024-03,    10
            2023-24 Q4, c
        """,
        quarters="""
            period,     value
            2023-24 Q1, 20
            2023-24 Q2, 30
            2023-24 Q3, 24
            2023-24,    100
        """,
    )
    found = attack(read_publication(safe))
    assert given_away(found) == {
        "contacts (period 2023-24 Q4)": "26",
        "contacts (period 2024-01)": "4",
    }
    assert found.leaks[1].why == (
        "contacts: 2023-24 Q4 26 (worked out) = 2024-01 c + 2024-02 12 + 2024-03 10, so c is 4"
    )


def test_two_overlapping_geographies_show_where_they_differ(tmp_path: Path) -> None:
    """The locality is three wards, the school cluster two of them: their difference is a ward."""
    safe = a_release(
        tmp_path,
        """
            [[dimension]]
            name = "area"
            [[dimension.total]]
            is = "North locality"
            of = ["Bramingham", "Limbury", "Sundon Park"]
            [[dimension.total]]
            is = "Sundon school cluster"
            of = ["Limbury", "Sundon Park"]
            [[table]]
            file = "areas.csv"
            measure = "contacts"
        """,
        areas="""
            area,                  value
            North locality,        20
            Sundon school cluster, 17
        """,
    )
    leak = the_leak(attack(read_publication(safe)))
    assert str(leak.cell) == "contacts (area Bramingham)"
    assert leak.interval.low == leak.interval.high == 3
    assert leak.interval.place == "printed nowhere"
