"""Shares and multiples in words whose other number stands in the sentence or bullet before."""

import pytest

from tests.factories.statements import errors_in

PUPILS = "- There were 3,810 suspensions, given to 1,840 pupils.\n"
WAITING = "## Children who are waiting\n\n- On 30 June there were 88 children without a match.\n"
RATES = "In the first group 9.3% came back, in the second 18.7%. "
SENT = "Schools sent 139, other councils 131 and health bodies 42. "
RIGHT = (
    PUPILS + "- A quarter of those pupils, 462, had a plan.",
    PUPILS + "- Half of the parents, 62, came to a meeting.",
    PUPILS + "- Half of them, 62, came to a meeting.",
    PUPILS + "- Half of those pupils in year 11, 62, came back.",
    WAITING + "- Almost half of those waiting, 42 in all, have a brother or sister.",
    RATES + "That is half the rate in the second group.",
    RATES + "That is a third of the level of 2015.",
    RATES + "So this is a third of the level it was.",
    SENT + "Referrals by other councils have more than doubled, there having been 58 in 2022.",
    SENT + "Urgent referrals by other councils have trebled, from 12 to 36.",
    SENT + "Referrals by schools and other councils have trebled, from 40.",
    "All four steps were found in 18 records, three in ten.",
    "Together they hold almost half of our homes but 110 of the 174 hostels.",
)
WRONG = (
    PUPILS + "- Over a third of those pupils, 462, had a plan.",
    WAITING + "- Almost three quarters of those waiting, 42 in all, have a brother or sister.",
    RATES + "That is a fifth of the rate in the second group.",
    SENT + "Referrals by other councils have more than trebled, there having been 58 in 2022.",
)


@pytest.mark.parametrize("text", RIGHT)
def test_words_that_fit_or_speak_of_other_numbers_are_let_pass(text: str) -> None:
    assert not errors_in("ratio_words", text)


@pytest.mark.parametrize("text", WRONG)
def test_words_that_no_number_bears_out_are_errors(text: str) -> None:
    assert errors_in("ratio_words", text)
