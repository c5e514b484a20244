"""What can be worked out of a release, by worked examples: each a folder, and the answer."""

from pathlib import Path

import pytest

from goldenthread.disclosure.attack import attack
from goldenthread.disclosure.publication import read_ledger, read_publication
from goldenthread.nouns import GoldenThreadError
from tests.factories.releases import WITH_COMPLEMENT, a_release, given_away, the_leak

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


SHARE = """
    [[dimension]]
    name = "area"
    [[table]]
    file = "contacts.csv"
    measure = "contacts"
    [[table]]
    file = "referrals.csv"
    measure = "referrals"
    [[table]]
    file = "conversion.csv"
    measure = "referrals"
    percent_of = "contacts"
    decimals = 1
"""


def test_a_percentage_with_its_base_is_the_count(tmp_path: Path) -> None:
    safe = a_release(
        tmp_path,
        SHARE,
        contacts="""
            area,  value
            Luton, 40
        """,
        referrals="""
            area,  value
            Luton, c
        """,
        conversion="""
            area,  value
            Luton, 7.5
        """,
    )
    leak = the_leak(attack(read_publication(safe)))
    assert leak.interval.low == leak.interval.high == 3
    assert leak.why == "7.5 is printed in conversion.csv, row 2 for 100 x c / 40, so c is 3"


def test_a_percentage_leaves_some_over(tmp_path: Path) -> None:
    """38 of 40 is 95.0%: the two others matter where the rule says so, and only there."""
    tables = {
        "contacts": "area, value\nLuton, 40",
        "referrals": "area, value\nLuton, 38",
        "conversion": "area, value\nLuton, 95.0",
    }
    assert attack(read_publication(a_release(tmp_path / "plain", SHARE, **tables))).safe
    strict = a_release(tmp_path / "strict", SHARE, rule=WITH_COMPLEMENT, **tables)
    leak = the_leak(attack(read_publication(strict)))
    assert leak.interval.low == leak.interval.high == 2
    assert leak.why == (
        "contacts (area Luton) 40 = referrals (area Luton) 38 + the rest c, so c is 2"
    )


def test_a_percentage_of_a_hidden_base_holds_both(tmp_path: Path) -> None:
    """12 is 41.4% of 29 and of no other whole number, so hiding the base was of no use."""
    safe = a_release(
        tmp_path,
        SHARE,
        contacts="area, value\nLuton, c",
        referrals="area, value\nLuton, 12",
        conversion="area, value\nLuton, 41.4",
    )
    leak = the_leak(attack(read_publication(safe)))
    assert (str(leak.cell), str(leak.interval)) == ("contacts (area Luton)", "29")


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


def test_a_small_count_printed_is_given_away(tmp_path: Path) -> None:
    safe = a_release(tmp_path, QUARTER, contacts="period, value\n2024-01, 3\n2024-02, 0")
    leak = the_leak(attack(read_publication(safe)))
    assert leak.why == "it is printed in contacts.csv, row 2"


def test_a_member_left_out_of_the_table_is_worked_out_all_the_same(tmp_path: Path) -> None:
    safe = a_release(
        tmp_path,
        QUARTER,
        contacts="period, value\n2024-02, 9\n2024-03, 8\n2023-24 Q4, 20",
    )
    assert given_away(attack(read_publication(safe))) == {"contacts (period 2024-01)": "3"}


def test_a_number_in_prose_gives_away_what_its_table_hides(tmp_path: Path) -> None:
    safe = a_release(
        tmp_path,
        QUARTER
        + """
            [[statement]]
            measure = "contacts"
            at = { period = "2024-01" }
            value = 3
            place = "Front door, second paragraph"
        """,
        contacts="period, value\n2024-01, c\n2024-02, 9",
    )
    leak = the_leak(attack(read_publication(safe)))
    assert leak.why == "it is printed in Front door, second paragraph"


def test_sums_between_measures_count(tmp_path: Path) -> None:
    safe = a_release(
        tmp_path,
        """
            [[table]]
            file = "all.csv"
            [[measure_total]]
            is = "contacts"
            of = ["referrals", "contacts ended"]
        """,
        all="measure, value\ncontacts, 30\nreferrals, c\ncontacts ended, 26",
    )
    assert given_away(attack(read_publication(safe))) == {"referrals": "4"}


def test_parts_that_are_not_all_still_limit_one_another(tmp_path: Path) -> None:
    safe = a_release(
        tmp_path,
        QUARTER.replace("of = [", "complete = false\n    of = ["),
        contacts="period, value\n2024-01, c\n2024-02, 9\n2024-03, 8\n2023-24 Q4, 20",
    )
    leak = the_leak(attack(read_publication(safe)))
    assert str(leak.interval) == "from 0 to 3"
    assert "2023-24 Q4 20 >= 2024-01 c" in leak.why


def test_rounded_counts_are_known_to_within_their_rounding(tmp_path: Path) -> None:
    """Printed to ten, 20 is 15 to 25, and the other part of 30 is then 5 to 15."""
    safe = a_release(
        tmp_path,
        """
            [[dimension]]
            name = "area"
            [[dimension.total]]
            is = "Luton"
            of = ["North", "South"]
            [[table]]
            file = "rounded.csv"
            measure = "contacts"
            decimals = -1
            [[table]]
            file = "whole.csv"
            measure = "contacts"
        """,
        rounded="area, value\nNorth, 20",
        whole="area, value\nSouth, c\nLuton, 30",
    )
    found = attack(read_publication(safe))
    assert [str(each) for each in found.hidden] == ["from 15 to 25", "from 5 to 15"]
    assert found.safe


@pytest.mark.parametrize(("multiple", "safe"), [(5, False), (10, True)])
def test_rounding_to_a_multiple_hides_enough_only_beyond_the_threshold(
    tmp_path: Path, multiple: int, safe: bool
) -> None:
    """To fives, a printed 0 says at most 4: as much as the rule withholds."""
    folder = a_release(
        tmp_path,
        f"""
            [[dimension]]
            name = "area"
            [[table]]
            file = "t.csv"
            measure = "contacts"
            rounded_to = {multiple}
        """,
        t="area, value\nNorth, 0\nSouth, 20",
    )
    assert attack(read_publication(folder)).safe is safe


def test_numbers_that_contradict_one_another_are_refused_by_place(tmp_path: Path) -> None:
    safe = a_release(
        tmp_path,
        FOUR_BY_FOUR,
        contacts="""
            agency,       area,  value
            Police,       North, c
            Police,       East,  30
            Police,       South, 5
            Police,       West,  21
            Police,       Luton, c
            All agencies, North, 48
            All agencies, East,  49
            All agencies, South, 28
            All agencies, West,  c
            All agencies, Luton, 140
        """,
    )
    with pytest.raises(GoldenThreadError) as error:
        attack(read_publication(safe))
    told = str(error.value)
    assert "nothing can be said" in told
    for row in (7, 8, 9, 11):
        assert f"contacts.csv, row {row} " in told
    assert "row 3 " not in told, "what has no part in it is not named"


def test_a_folder_without_a_rule_is_not_attacked(tmp_path: Path) -> None:
    inside = a_release(tmp_path, QUARTER, rule="", contacts="period, value\n2024-02, 9")
    with pytest.raises(GoldenThreadError, match="says no rule"):
        attack(read_publication(inside))
