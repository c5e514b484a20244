"""A statement that another takes up whole, with another number in it."""

import pytest

from goldenthread.claims.closed.twice.told import told_twice
from tests.factories.statements import errors_in, reading_of, two_ways


def pairs(text):
    """The two numbers of each thing told twice, as they are printed."""
    found = told_twice(reading_of(text))
    return [(one.quantity.text.strip(), other.quantity.text.strip()) for one, other in found]


FIRST = "The millers ground 62 sacks of rye in 2022."

# In braces what parts the two: (so, and so it would be a fault).
TAKEN_UP = [
    ("another time", "That the millers ground 63 sacks of rye in {2021|2022} helps."),
    ("no slip", "That the millers ground {79|63} sacks of rye in 2022 helps."),
    ("a name", "That the millers ground 63 sacks of rye in 2022 helps {Marl|all}."),
    (
        "whose they were",
        "That {an islander of |}the millers ground 63 sacks of rye in 2022 helps.",
    ),
    ("who did", "Bakers {and|say that} the millers ground 63 sacks of rye in 2022."),
    (
        "a word among them",
        "That the millers ground 63 {damp |}sacks of rye in 2022 helps.",
    ),
    ("a word fewer", "That {we|the millers} ground 63 sacks of rye in 2022 helps."),
    ("a part", "That the millers ground 63 sacks of rye in 2022 {for barter |}helps."),
    ("a kind", "That the millers ground 63 sacks of rye {unpaid|in 2022} was a help."),
    (
        "another led in",
        "{For a mayor|Now}, that the millers ground 63 sacks of rye in 2022 helps.",
    ),
]


@pytest.mark.parametrize(("why", "told"), TAKEN_UP, ids=[why for why, _ in TAKEN_UP])
def test_what_a_sentence_takes_up_whole_is_told_twice(why, told):
    right, wrong = two_ways(told)
    assert pairs(f"{FIRST} {wrong}") == [("62", "63")]
    assert pairs(f"{FIRST} {right}") == []


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        pytest.param(
            "On 4 May 2022, 46% of punts were idle. Having 64% of punts idle on 4 May 2022 costs "
            "us dear.",
            ("46%", "64%"),
            id="a time stands between it and the verb",
        ),
        pytest.param(
            "In 2022 the mean wait for a tuner was 16 days. We hear that in 2022 a mean wait "
            "for a tuner of 19 days was too long.",
            ("16 days", "19 days"),
            id="a verb follows",
        ),
        pytest.param(
            f"{FIRST} Bakers say that in 2022 the millers ground 63 sacks of rye, a pale grain.",
            ("62", "63"),
            id="a comma follows",
        ),
        pytest.param(
            "That the millers ground 63 sacks of rye in 2022 helps.\n\n" + FIRST,
            ("63", "62"),
            id="taken up before it is told",
        ),
        pytest.param(
            "Keepers counted 621 tall elms in May 2022. Felling the 612 tall elms took six weeks.",
            ("621", "612"),
            id="a name of the group ends at its verb",
        ),
    ],
)
def test_ways_of_taking_up(text, printed):
    assert pairs(text) == [printed]


def test_one_word_is_too_little_to_be_taken_up():
    assert pairs("In 2022 there were 37 falls. That there were 73 falls in 2022 shocks us.") == []


NAMED = [
    "In 2022 a pier made a loss of £6.8m. The loss of £8.6m in {2021|2022} is old.",
    "In 2022 a pier made a loss of {about £6.8m|£6.8m}. The loss of £8.6m is met by a loan.",
    "In 2022 a pier made a loss of £6.8m. The loss of {£7.9m|£8.6m} is met by a loan.",
    "In 2022 a pier made a loss of £6.8m. The loss of {86%|£8.6m} is met by a loan.",
    "In 2022 a pier made a loss of £6.8m. The {theft|loss} of £8.6m is met by a loan.",
    "In 2022 a pier made {the|a} loss of £6.8m. The loss of £8.6m is met by a loan.",
    "In 2022 a pier made a loss of £6.8m. The loss of £8.6m is {Marl’s|ours}.",
    "In 2022 a pier made a loss of £6.8m. The loss of £8.6m {on ices|is old}.",
    "In 2022 a pier made a loss of £6.8m. The loss of £8.6m is £{1.8m|1.9m} above plan.",
    "In 2022 a pier made a loss of £6.8m.{\n\n| }The loss of £8.6m is met by a loan.",
    "In 2022 {and 2021 |}the pier made a loss of £6.8m. The loss of £8.6m is met by a loan.",
    "In 2022 a pier made a loss of £6.8m{, the zoo a loss of £4.1m|}. The loss of £8.6m is old.",
]


@pytest.mark.parametrize("text", NAMED)
def test_a_sum_that_the_next_words_name_again_is_the_same(text):
    right, wrong = two_ways(text)
    assert pairs(wrong) == [("£6.8m", "£8.6m")]
    assert pairs(right) == []


def test_a_cell_that_the_sentence_tells_too_is_of_another_row():
    table = "| Year | Boats | Sold |\n|---|---|---|\n| 2021 | 84 | 27 |\n| 2022 | 91 | 55 |\n"
    right = f"{table}\nIn the latest year we sold 55 boats, compared with 27 sold in 2021."
    assert errors_in("said_twice", right) == []
