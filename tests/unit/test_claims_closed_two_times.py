"""Multiples in words of two numbers whose times, or the words themselves, say which they are."""

import pytest

from tests.factories.statements import every_error


@pytest.mark.parametrize(
    ("said", "right", "wrong"),
    [
        (
            "Trade has {} in two years: our three stalls sold 5,130 pies in 2023/24, whereas in "
            "2021/22 it was 2,840.",
            "nearly doubled",
            "more than doubled",
        ),
        (
            "Borrowing of charts has {}: sailors took out 7,450 in 2023, when in 2019 it had been "
            "2,980.",
            "more than doubled",
            "more than tripled",
        ),
        (
            "The lifeboat was launched 96 times this year, against 32 last year, and held 24 "
            "drills. In other words, we had {} as many launches as the year before.",
            "three times",
            "four times",
        ),
        (
            "There were 150 entries to the regatta and 50 a year ago, judged by 30 sailors; that "
            "is {} as many entries as last time.",
            "three times",
            "five times",
        ),
        (
            "The mill ground 16,400 sacks in March. In April it ground {} as much, 10,900 sacks.",
            "two thirds",
            "half",
        ),
    ],
)
def test_multiples_of_two_times(said: str, right: str, wrong: str) -> None:
    assert every_error(said.format(right)) == []
    assert [kind for kind, _ in every_error(said.format(wrong))] == ["ratio_words"]


@pytest.mark.parametrize(
    "text",
    [
        # As often as something else, and of something else than the two numbers count.
        "The lifeboat went out 96 times, against 32 last year, and held 24 drills. It went out "
        "four times as often as it drilled.",
        "The lifeboat went out 96 times, against 32 last year, and held 24 drills. That is four "
        "times as many drills as the year before.",
        # The number nearest to the words is what they are said of.
        "The lifeboat went out 96 times, against 32 last year, and held 24 drills, four times as "
        "many as the year before.",
        # The base stands in the brackets.
        "The raft was used by 133 divers, almost twice as many as in its first year (68).",
        "In May 16,400 sacks were ground; in June half as much again, 24,600 sacks.",
        # Other times than those of the two numbers, and another thing.
        "Trade has more than doubled in ten years: our three stalls sold 5,130 pies in 2023/24, "
        "whereas in 2021/22 it was 4,840.",
        "Trade has more than doubled since 1990: our three stalls sold 5,130 pies in 2023/24, "
        "whereas in 2021/22 it was 4,840.",
        "Trade has doubled, and our three stalls sold 5,130 pies in 2023/24, whereas in 2021/22 it "
        "was 4,900.",
        # It did not, or is to.
        "Trade has not doubled: our three stalls sold 5,130 pies in 2023/24, whereas in 2021/22 it "
        "was 3,840.",
        "Trade is to be doubled: our three stalls sold 5,130 pies in 2023/24, whereas in 2021/22 "
        "it was 3,840.",
    ],
)
def test_multiples_of_something_else(text: str) -> None:
    assert [kind for kind, _ in every_error(text) if kind == "ratio_words"] == []
