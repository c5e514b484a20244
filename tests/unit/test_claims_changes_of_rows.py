"""Changes told of a row by its name, beside a table that has what it was and what it is."""

import pytest

from tests.factories.statements import errors_in, two_ways

FUEL = (
    "## Wood burnt\n\n| Kind of wood | 2022 (sacks) | 2023 (sacks) |\n|---|---|---|\n"
    "| Oak | 4,972 | 4,326 |\n| Birch bark | 1,934 | 2,087 |\n| Fir | 183 | 157 |\n"
    "| Fir cones | 611 | 589 |\n\n"
)
NOTICES = (
    "## Notices pinned up\n\n| Notices | 2022/23 | 2023/24 | 2024/25 |\n|---|---|---|---|\n"
    "| Bus lanes | 12,980 | 10,415 | 8,935 |\n| Piers | 7,425 | 7,860 | 8,015 |\n\n"
)


@pytest.mark.parametrize(
    ("table", "said"),
    [
        # Two figures changed about.
        (FUEL, "Oak fell by {646|664} sacks (13.0%), more than any other."),
        # The right size, told the other way.
        (FUEL, "Birch bark {rose|fell} by 7.9%, as had been hoped."),
        # Reckoned on the later number.
        (FUEL, "Oak burnt fell by {13.0%|14.9%}."),
        # A row with a longer name is another row.
        (FUEL, "Fir cones burnt fell by {3.6%|3.7%}; the rest went to waste."),
        # A change up to another time than the last.
        (NOTICES, "Notices in bus lanes have gone down by {31.2%|19.8%} since 2022/23."),
    ],
)
def test_a_change_of_a_named_row_is_read_from_the_table(table: str, said: str) -> None:
    right, wrong = two_ways(f"{table}{said}")
    assert errors_in("change", right) == []
    assert len(errors_in("change", wrong)) == 1


@pytest.mark.parametrize(
    ("table", "said"),
    [
        # Of more than the table tells of.
        (FUEL, "Oak from the upper forest fell by 14.9%."),
        # Of some of them, of something else, or merely hoped for.
        (FUEL, "Oak burnt in its stoves fell by 14.9%."),
        (FUEL, "Oak burnt is expected to fall by 14.9%."),
        # Two rows.
        (FUEL, "Oak and birch bark together fell by 14.9%."),
        # So far from what the row makes that something else is meant.
        (FUEL, "Oak burnt fell by 52%."),
        # Its numbers stand with it.
        (FUEL, "Oak burnt by the mill fell by 14.9% from 47 sacks."),
        # Between other times of the row, where none is named.
        (NOTICES, "Bus lanes had notices down by 19.8%."),
        # A time that the row has not.
        (NOTICES, "Notices in bus lanes have gone down by 19.8% since 2019/20."),
        # Far from the table.
        (FUEL + "Other woods are not counted.\n\n" * 9, "Oak burnt fell by 14.9%."),
    ],
)
def test_what_may_be_of_something_else_is_let_be(table: str, said: str) -> None:
    assert errors_in("change", f"{table}{said}") == []
