"""Which rows of a table name its columns, and which cells hold values."""

import pytest

from goldenthread.claims.documents.model import Grid
from goldenthread.claims.documents.shapes import header_rows, is_value


@pytest.mark.parametrize(
    "cell",
    [
        "12", "1,234", "17.6%", "180 / 17.6%", "12 (30%)", "£1.2m", "-28.5%", "−3", "n/a", "*", "c",
        "..", "-", "46.5%*", "3 per cent", "<5", "[x]", "12.5 pp", "(14)",
    ],
)  # fmt: skip
def test_values_and_what_stands_for_them(cell: str) -> None:
    assert is_value(cell)


@pytest.mark.parametrize(
    "cell",
    ["", "2023", "2023/24", "2021/22**", "2022-2023", "Q1", "Oct-23", "March 2024", "31 March 2024",
     "North", "Aged 5-9", "0 to 4", "Total 2022/23", "eL"],
)  # fmt: skip
def test_names_of_columns_and_rows_are_no_values(cell: str) -> None:
    assert not is_value(cell)


def rows(text: str) -> list[list[str]]:
    return [[cell.strip() for cell in line.split("|")] for line in text.strip().splitlines()]


@pytest.mark.parametrize(
    ("text", "headed"),
    [
        ("Area|2022|2023\nNorth|12|14", 1),
        ("North|12|14\nSouth|20|25", 0),
        ("By agency|Q1||Q2|\n|CI|eL|CI|eL\nNorth|1|2|3|4", 2),
        ("Source|First half||Total\n|Q1|Q2|\nPolice|10|12|22", 2),
        ("Agency|Made|Good\nHospital|0|N/A\nTrust|N/A|N/A", 1),
        ("Year|Referrals\n2022|310\n2023|386", 1),
        ("Referrals|1950|2010|2050\nContacts|3000|3100|3200", 0),
        ("Measure|Answer\nNeglect|Good\nAbuse|Poor", 1),
        ("Only|one", 0),
    ],
)
def test_how_many_rows_name_the_columns(text: str, headed: int) -> None:
    assert header_rows(rows(text)) == headed


def test_a_cell_over_several_columns_names_each_of_them() -> None:
    table = rows("By agency|Q1||Q2|||Note\n|CI|eL|CI|eL|all|\nNorth|1|2|3|4|7|")
    places = tuple(tuple("x" for _ in row) for row in table)
    grid = Grid(
        rows=tuple(map(tuple, table)), locators=places, locator="A1", order=0, header_rows=2
    )
    assert grid.header == ("By agency", "Q1 CI", "Q1 eL", "Q2 CI", "Q2 eL", "Q2 all", "Note")
