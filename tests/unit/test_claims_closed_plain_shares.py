"""Shares any reader works out: whose number it is, halves told alike, words that name it again."""

import pytest

from tests.factories.statements import every_error


@pytest.mark.parametrize(
    ("said", "right", "wrong"),
    [
        # Whose the whole is stands before it.
        ("Sails were mended on 54 of the old harbour's 120 boats ({}) by May.", "45%", "52%"),
        ("Of the yard's 90 masts 36 were sound; at {} that is fewer than was hoped.", "40%", "47%"),
        # What it is held to, and how long it took, are no other whole.
        (
            "By June 378 of the 450 nets had been dried inside 12 hours, giving a rate of {} "
            "against a target of 90%.",
            "84%",
            "87%",
        ),
        # A number that follows a quarter is no part of its name.
        ("In the last quarter 1,890 of the 2,250 nets had been dried ({}).", "84%", "48%"),
        # The brackets hold the part and its whole, and other numbers stand before them.
        (
            "Some {} of the catches landed at the two quays last winter (312 of 1,300) were cod.",
            "24%",
            "31%",
        ),
        # One half is right, and the other is told in the same way.
        (
            "The court heard 60 pleas and granted 24, or 40%, compared with 48 heard and 12 "
            "granted ({}) a year ago.",
            "25%",
            "35%",
        ),
        # The words name the smaller number again, in whatever form.
        (
            "In all 500 rowers were asked and 400 took up a berth. Of those taking up a berth, 180 "
            "({}) had rowed before.",
            "45%",
            "36%",
        ),
        (
            "There were 2,000 benches to let and we sold 1,600 of them. Anglers bought 720 of the "
            "ones sold, or {}.",
            "45%",
            "36%",
        ),
    ],
)
def test_percentages_tied_to_part_and_whole(said: str, right: str, wrong: str) -> None:
    assert every_error(said.format(right)) == []
    assert every_error(said.format(wrong)) == [("share", wrong)]


@pytest.mark.parametrize(
    "text",
    [
        # No half of the same kind: above something else, or of them.
        "In May 5,000 nets were sold, 150 (3.4%) above the mean; in June 400 were sold, 8 (2%) of "
        "them torn.",
        "In April 2023 there were 41,966 dives in the bay, 1,383 dives (3.4%) above the five-year "
        "average; in the lake there were 2,753 dives, 7 dives (0.3%) below the mean.",
        "The court heard 60 pleas and granted 24, or 40%, where of these 20 were late and 7 "
        "refused (29%).",
        # Both halves are wrong of the numbers there: they are of others.
        "The court heard 60 pleas and granted 24, or 30%, against 48 heard and 12 granted (15%) a "
        "year ago.",
        # Another pair of the sentence bears it out.
        "The court heard 60 pleas and granted 24, or 40%, compared with 48 heard and 12 granted "
        "(20%) a year ago.",
        # What is named is both numbers' word, or the greater one's.
        "There were 2,000 benches on sale and we let 1,600 of them. Anglers took 720 of the "
        "benches on sale, or 36%.",
        # Of the whole, as the words say.
        "In all 500 rowers were asked and 400 took up a berth. Of those taking up a berth, 180 "
        "(36% of all rowers) had rowed before.",
        "In all 500 rowers were asked and 400 took up a berth. Of those asked, 180 (36%) had "
        "rowed before.",
    ],
)
def test_percentages_of_something_else(text: str) -> None:
    assert [kind for kind, _ in every_error(text) if kind == "share"] == []


@pytest.mark.parametrize(
    ("said", "right", "wrong"),
    [
        ("Of 420 growers, {}, 252, came again.", "nearly two thirds", "nearly three quarters"),
        ("{} of the town's 64 barges, 39 of them, have a bell.", "More than half", "Under half"),
        (
            "A third of the 900 bulbs died in the frost (300), and {}, 180, were dug up.",
            "a fifth",
            "a quarter",
        ),
        (
            "In the year 912 hives were kept. For {} of them, 268 hives, mites were found.",
            "over a quarter",
            "over a third",
        ),
        (
            "{} of the fishing fleet's 5,200 trips were to the north (3,120), and 1,040, a fifth, "
            "were to the west.",
            "Over half",
            "Almost half",
        ),
    ],
)
def test_shares_in_words_with_their_part_beside_them(said: str, right: str, wrong: str) -> None:
    assert every_error(said.format(right)) == []
    assert [kind for kind, _ in every_error(said.format(wrong))] == ["ratio_words"]


@pytest.mark.parametrize(
    "text",
    [
        "A third of the 900 bulbs died in the frost (300), and a quarter of the rest, 150, rotted.",
        "A third of the 900 bulbs died in the frost (300), and a quarter, 150, of the rest rotted.",
        # One of several that have shares of their own, of a whole told elsewhere.
        "Roofs were the commonest with 139 (56% of repairs); gutters 62, a quarter; doors 31.",
        "Roofs came to 139 (56%), and gutters 62, a quarter, with doors at 31.",
        # Of both together, and of what the one leaves of the other.
        "We keep 120 ewes and 80 goats. Half, 100, are dry.",
        "Of the 420 growers 60 stayed away. A quarter, 90, came late.",
        # A change, and another time's whole.
        "Of 420 growers fewer came than last spring, by a quarter, 252, and none from the hills.",
        # Another thing is counted.
        "The vale's 420 growers came, and a quarter, 52 carts, went by road.",
        "The vale's 420 growers came; three quarters of those of the hills, 252, stayed.",
        # The percentage beside it is the same share.
        "Of 420 growers, three quarters, 252, or 75% of those over the hill, came again.",
    ],
)
def test_shares_in_words_of_something_else(text: str) -> None:
    assert [kind for kind, _ in every_error(text) if kind == "ratio_words"] == []


@pytest.mark.parametrize(
    ("said", "right", "wrong"),
    [
        (
            "Loans worth {} were made over the three rounds: £0.38m in round one, £0.55m in round "
            "two and £0.59m in round three.",
            "£1.52m",
            "£1.42m",
        ),
        (
            "Spending on paths came to {} over the three years: £0.71m in the first, £0.84m in the "
            "second and £0.91m in the third.",
            "£2.46m",
            "£2.36m",
        ),
    ],
)
def test_parts_with_numbered_labels(said: str, right: str, wrong: str) -> None:
    assert every_error(said.format(right)) == []
    assert every_error(said.format(wrong)) == [("total", wrong)]


def test_labels_that_do_not_run_on_are_amounts() -> None:
    text = "Loans to 17 mills were made: 4 in May, 6 to mills and 7 to forges 9 and 12."
    assert every_error(text) == []
