"""What percentages with their bases and rounded counts give away, by worked examples."""

from pathlib import Path

import pytest

from goldenthread.disclosure.attack import attack
from goldenthread.disclosure.publication import read_publication
from tests.factories.releases import WITH_COMPLEMENT, a_release, the_leak

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
