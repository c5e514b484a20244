"""What keeps shares, parts, cells and orders of a closed world from a false alarm, one by one."""

import pytest

from tests.factories.statements import errors_in, two_ways

LETTERS = (
    "| Where letters went | 2021 | 2022 |\n|---|---|---|\n| Lost at the sorting office | 412 | 386 "
    "|\n| Lost on the ferry | 157 | 173 |\n| Lost on the night train | 241 | 268 |\n\n"
)
LOAVES = (
    "| Mill | Sacks ground 2022 | Loaves sold 2022 |\n|---|---|---|\n| Ashford | 1,304 | 4,915 |\n"
    "| Long Water | 978 | 3,640 |\n| Stover | 651 | 2,758 |\n| Total | 2,933 | 11,313 |\n\n"
)
SACKS = (
    "| Kind of crop | Sacks, 2022 |\n|---|---|\n| Barley | 402 |\n| Field beans | 117 |\n"
    "| Oats | 263 |\n| Rye | 88 |\n| Total | 870 |\n\n"
)
WATER = "Sheep were the largest single user of water with 310 litres."


@pytest.mark.parametrize(
    ("kind", "said"),
    [
        # A percentage is no count of those who are told before it.
        ("above_whole", "Of the 34 rowers who joined the club, {50%|50} went on to race."),
        ("above_whole", "Of the 34 kites flown from the hill, {40%|40} were made of silk."),
        # A share that may be less than what is printed has room for another whole.
        (
            "share",
            "We read 240 files. A map was in 186 (77.5%). With these 186 files as the base, it ran "
            "to more than one page in {under |}18.8% (45 files).",
        ),
        # Both wholes bear it out: 25 of 99 is 25%, and so is 25 of 100.
        (
            "share",
            "We saw 100 boats. A light was on {99 (99%)|80 (80%)}. With these {99|80} boats as the "
            "base, 25% (25 boats) had a bell too.",
        ),
        # A percentage of another length is no slip in one digit.
        (
            "share",
            "Shops sent 7,560 people a voucher last year, and 1,588 took up the offer "
            "({2.0|12.0}%).",
        ),
        # What is told first leans on nothing before it, and may be a part of the other.
        (
            "share",
            "We looked at 150 swings, finding {rust in 36 (80%) and rot in 45 (30%)|rot in 45 (30%)"
            " and rust in 36 (80%)}.",
        ),
        # Of a part of what the row counts.
        (
            "quoted_from_table",
            LETTERS + "There were 173 letters lost on the ferry in 2022, and 241 lost on the night "
            "train {for islands |}in the same year.",
        ),
        # A total may be one of another table, or of some of the rows.
        ("quoted_from_table", LOAVES + "In 2022 {the total|Stover} sold was 3,640 loaves."),
        # By head or by size of field, and but for others: another order than the column's.
        ("extreme", SACKS + "{Per acre, f|F}ield beans were the largest crop (117)."),
        (
            "extreme",
            SACKS + "{Apart from barley and oats, f|F}ield beans were the largest crop (117).",
        ),
        # A total has no place among its own parts.
        ("extreme", SACKS + "{The total was the lowest (870)|Barley was the lowest (402)}."),
        # Each most often does another thing.
        (
            "extreme",
            "Sailors (58%) {most often |}walk, rowers (12%) most often cycle and swimmers "
            "(30%) run.",
        ),
        # A limit, or what they all are of, is none of the values.
        (
            "extreme",
            "At Fir the wait was the longest, 62 days. Oak took 57, Elm 44, {with a limit of|Ash} "
            "80 days.",
        ),
        (
            "extreme",
            "Fir was the busiest with 62 boats. Oak had 57 boats and Elm 44 boats, {beside a "
            "ceiling of|Ash} 80 boats.",
        ),
        (
            "extreme",
            "{Of|Elm had} 80 boats, Fir had the most with 62. Oak had 57 boats and Ash 44 boats.",
        ),
        # Values of another paragraph are of something else.
        ("extreme", WATER + "{\n\n| }Cattle took 455, hens 62 and the dairy 190."),
        # Third in what the highest price was of, which is not told.
        (
            "extreme",
            "The highest price was that of cattle{, with hens third.|. The third highest was hens.}"
            " Cattle took 455 litres, hens 62, sheep 310 and the dairy 190.",
        ),
        # Another value is the largest of something else, so each has a measure of its own.
        (
            "extreme",
            WATER + " Hens took 62, the dairy 190 and cattle, {the largest|one} of beasts, 455.",
        ),
    ],
)
def test_what_lets_a_number_be(kind: str, said: str) -> None:
    """The first form is let be for the reason given; the second, which has it not, is told."""
    let_be, told = two_ways(said)
    assert errors_in(kind, let_be) == []
    assert errors_in(kind, told) != []
