"""A change is told of what its clause names: beside two numbers of another thing it is no error."""

import pytest

from tests.factories.statements import errors_in

OF_ANOTHER = [
    "While homes in the county fell from 1,204 to 1,118, ours rose by 4%.",
    "With the number of inspectors down from 14 to 12, visits fell by 9%.",
    "Sessions rose by 31%, with attendances going from 318 to 402.",
    "The 402 seen this year, against 318 last, include 31% more boys.",
    "402 were seen (last year: 318), with waits 31% shorter.",
    "From 318 last year the number of children rose to 402, with the number of families 9% higher.",
    "Nights went from 4,204 to 4,318, so that we spent 10.5% more.",
    "The fee rose from £412 to £440 a week for under-fives and by 9% for older ones.",
]
OF_SOME = [
    "Applications fell from 212 in the spring to 96 in the summer, and of those 40% fewer passed.",
    "Fewer homes were inspected (118, against 140), yet 9% more of those that were failed.",
    "A quarter of the fall in thefts, from 4,118 to 3,612, came from shops.",
    "The eldest group numbers 88. A year ago it had 81. Those under five are fewer by 12%.",
    "There were 1,118 callers, as against 960 in 2022, and 23% more of them were under 30.",
]
ON_ANOTHER_BASE = [
    "Calls went up from 412 in April to 488 in June, 12% more than in the same quarter of 2022.",
    "The list came down from 412 in January to 318, 18% below the level of last September.",
    "The town grew by 1,118 to 48,204 in 2023, and may grow by a further 6% to 51,096 by 2030.",
]
WRONG = [
    ("Referrals fell from 612 in 2022/23 to 540 this year, a fall of 22%.", "22%"),
    ("There were 612 referrals, against 540, up 31%.", "31%"),
    ("Attendances rose by 31%, from 318 to 402.", "31%"),
    ("We saw 402 children this year and 318 last year. That is 62% more.", "62%"),
    ("Referrals went from 2,180 to 2,318, so demand rose by 16%.", "16%"),
]
TABLE = (
    "| | 2021/22 | 2022/23 | 2023/24 |\n|---|---|---|---|\n| Collisions | 366 | 381 | 394 |\n"
    "| Rescues | 121 | 140 | 161 |\n\n"
)
OF_ANOTHER_ROW = [
    "Collisions stood at 394, and rescues were up by 15% on 2022/23.",
    "Even as collisions reached 394, rescues (of animals, mostly) grew by 15% on 2022/23.",
    "Besides 394 collisions, we attended 15% more rescues than in 2022/23.",
]


@pytest.mark.parametrize("text", [*OF_ANOTHER, *OF_SOME, *ON_ANOTHER_BASE])
def test_a_change_of_something_else_is_no_error(text: str) -> None:
    assert errors_in("change", text) == []


@pytest.mark.parametrize(("text", "printed"), WRONG)
def test_a_change_of_the_two_numbers_is_still_told(text: str, printed: str) -> None:
    assert [fault.printed for fault in errors_in("change", text)] == [printed]


@pytest.mark.parametrize("text", OF_ANOTHER_ROW)
def test_a_change_of_another_row_is_no_error(text: str) -> None:
    assert errors_in("change", TABLE + text) == []


def test_a_change_of_the_row_itself_is_told() -> None:
    text = TABLE + "There were 394 collisions, 12% more than in 2022/23."
    assert [fault.printed for fault in errors_in("change", text)] == ["12%"]


def test_points_of_two_counts_are_told() -> None:
    text = (
        "We saw 4,845. The season before we saw 4,310, so numbers grew by 12.4 percentage points."
    )
    printed = [fault.printed for fault in errors_in("percent_or_points", text)]
    assert printed == ["12.4 percentage points"]


@pytest.mark.parametrize(
    "text",
    [
        "The share seen fell by 12.4 percentage points. We saw 4,845 children, against 4,310.",
        "Of 1,204 reports 388 (32%) were of children, 6 points down on 2022/23, when there were "
        "1,318 reports in all.",
    ],
)
def test_points_of_a_share_beside_counts_are_no_error(text: str) -> None:
    assert errors_in("percent_or_points", text) == []
