"""Shares and multiples in words tied to their numbers, and to the rows and times of a table."""

import pytest

from tests.factories.statements import every_error


@pytest.mark.parametrize(
    ("said", "right", "wrong"),
    [
        (
            "Some 1,290 of the mill's 3,410 visitors, {}, came by boat; at the forge it is about a "
            "half (1,305 of 2,702).",
            "over a third",
            "almost half",
        ),
        (
            "Rust was found in 1,118 of the 1,933 keys weighed, {} of the total, and rot in 702.",
            "more than half",
            "fewer than half",
        ),
        (
            "{} of the 264 boats built last year went abroad: 83 sailed to 14 far ports, and "
            "the other "
            "181 stayed here.",
            "Fewer than a third",
            "Fewer than a quarter",
        ),
        (
            "The number of boats moored more than 20 miles from land has {} since 2020, "
            "rising from 46 "
            "to 93, and they now make 18% of the 517 in all.",
            "doubled",
            "tripled",
        ),
        (
            "Wardens gave 33,900 hours in 2023, {} the 16,900 of 2022, and 148 new people joined.",
            "double",
            "treble",
        ),
        (
            "We got 27,360 pots for 4,560 places, which is {} for every place.",
            "six pots",
            "eight pots",
        ),
        ("The rate was 27.4% here, half as high again as the rate inland ({}).", "18.2%", "13.7%"),
    ],
)
def test_words_tied_to_two_numbers(said: str, right: str, wrong: str) -> None:
    assert every_error(said.format(right)) == []
    assert [kind for kind, _ in every_error(said.format(wrong))] == ["ratio_words"]


def test_a_majority_with_its_part_and_whole() -> None:
    said = "In the majority of the lamps we tried the wick was old, with {} of 108 giving no light."
    assert every_error(said.format("67")) == []
    assert every_error(said.format("47")) == [("ratio_words", "the majority")]


@pytest.mark.parametrize(
    "said",
    [
        "Some 61 of the mill's 240 clocks, half of them French, still run.",  # of the 61
        "Some 61 of the mill's 240 clocks, half the bells and a door were sold.",
        "Some 61 of the mill's 240 clocks, but half of them all, were sold.",
        "In the majority of the lamps we tried the wick may be old, with 47 of 108 "
        "giving no light.",
        "Almost half of the 264 boats went abroad: 83 sailed north, 42 south and 139 stayed.",
        "Boats have more than doubled since 1990, and went up from 1,420 to 1,480 in the "
        "past year.",
        "The fleet has doubled in ten years. It rose from 46 to 51 last year alone.",
        "Boats tripled in a week, from 20 to 61, and then fell from 61 to 30.",
        "Boats more than doubled, rising from about 46 to over 80.",
        "We got 27,360 pots for 4,560 places and 3,420 boats, eight pots for every boat.",
    ],
)
def test_what_is_tied_to_others_is_let_be(said: str) -> None:
    assert every_error(said) == []


TABLE = """| Walks | 2022 | 2023 |
|---|---|---|
| Mill lane | 310 | 640 |
| Forge hill | 240 | 255 |
| Loom row | 96 | 61 |

"""


@pytest.mark.parametrize(
    ("said", "right", "wrong"),
    [
        ("Walks up Mill lane {}.", "doubled", "trebled"),
        (
            "Mill lane had {} as many walks as Forge hill in 2023.",
            "two and a half times",
            "four times",
        ),
        ("The mill had {} as many walks as the loom in 2023.", "ten times", "five times"),
    ],
)
def test_multiples_of_a_table_beside(said: str, right: str, wrong: str) -> None:
    assert every_error(TABLE + said.format(right)) == []
    assert every_error(TABLE + said.format(wrong)) == [("ratio_words", wrong)]


@pytest.mark.parametrize(
    "said",
    [
        "Walks up Mill lane trebled between 2019 and 2023.",  # a time not shown
        "Walks up Mill lane should have trebled.",
        "Walks up Mill lane and Forge hill trebled.",
        "Walks up Mill lane trebled to 900 with guides.",
        "Mill lane had four times as many bins as Forge hill.",  # of no word of the table
        "Mill lane had four times the rate of walks.",
        "Mill lane and Loom row had four times as many walks as Forge hill.",
    ],
)
def test_what_a_table_does_not_tell_is_let_be(said: str) -> None:
    assert every_error(TABLE + said) == []


def test_a_table_that_is_far_away_is_not_meant() -> None:
    between = "Nothing was said of it here.\n\n" * 6
    assert every_error(f"{TABLE}{between}Walks up Mill lane trebled.") == []


def test_all_of_a_table_of_things_is_hardly_less_than_its_rows() -> None:
    rows = "| Mark | {} |\n|---|---|\n| Fine | 31 |\n| Good | 168 |\n| Poor | 42 |\n| Bad | 9 |\n"
    assert every_error(rows.format("Boats seen") + "| All boats | 250 |") == []
    assert every_error(rows.format("Boats seen") + "| All boats | 247 |") == [("total", "247")]
    assert (
        every_error(rows.format("Boats seen") + "| All boats | 217 |") == []
    )  # some are in two rows
    assert every_error(rows.format("Pupils seen") + "| All pupils | 247 |") == []
