"""Multiples in words on a base that they name, against the level told before it."""

import pytest

from tests.factories.statements import errors_in, two_ways


@pytest.mark.parametrize(
    "said",
    [
        "The horn was blown 402 times, {three times|twice} as often as in 2020, when it was blown "
        "134 times.",
        "By rung, 524 starts were low and 674 were high. The number of high starts has "
        "{doubled|trebled} since 2019, when there were 337.",
        "In the hut with a bell 63 letters were late, {half|a quarter} of the number in the hut "
        "without it (126).",
    ],
)
def test_a_multiple_is_held_against_the_base_it_names(said: str) -> None:
    right, wrong = two_ways(said)
    assert errors_in("ratio_words", right) == []
    assert len(errors_in("ratio_words", wrong)) == 1


@pytest.mark.parametrize(
    "text",
    [
        # No level before it makes another simple multiple: the one that is meant is not told.
        "By rung, 524 starts were low and 612 were high. Rare starts have trebled since 2019, when "
        "there were 337.",
        # One of the levels makes it true.
        "By rung, 1,011 starts were low and 674 were high. The starts have trebled since 2019, "
        "when there were 337.",
        # By a third, a third more: not so many times.
        "The horn was blown 402 times. Calls rose by a third from 134.",
        "The horn was blown 67 times. There were a third more of the calls than of the 134 bells.",
        # A share of which the part is not told.
        "The bell rang 204 times. A quarter of the 611 ropes are worn.",
        # Hoped for.
        "The horn was blown 402 times. It is expected to be twice as often as in 2020, when it was "
        "134 times.",
        # A base that may be any below it.
        "The horn was blown 402 times, twice as often as in 2020, when it was under 134.",
    ],
)
def test_a_multiple_of_something_else_is_let_be(text: str) -> None:
    assert errors_in("ratio_words", text) == []


def test_a_percentage_beside_fewer_than_so_many_is_of_them() -> None:
    text = "This was 455 fewer than the 8,715 counted in 2022, a fall of {}."
    assert errors_in("change", text.format("5.2%")) == []
    assert len(errors_in("change", text.format("6.8%"))) == 1
