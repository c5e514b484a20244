"""What looks like a share, a change, a day or a rest, and is none."""

import pytest

from goldenthread.claims.language.model import Measure
from goldenthread.claims.language.numbers import quantities_in
from tests.factories.statements import errors_in


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        # What rose by so much, and by so many per cent, is no share of what else rose.
        ("share", "The levy increases £110.7m or 5.4%; tolls increase £720 thousand or 0.4%."),
        ("share", "The plan rests on £3.29bn of tolls, a £138.5m, or 4.4%, increase over 2018."),
        ("share", "Spending on carts dropped slightly by £14.1m or 4.9% to £274.6m."),
        # Told with its own number, it is of a whole that stands elsewhere.
        (
            "share",
            "Mills which at £980m represent 18% of it all and to roads and lanes at £394m, direct "
            "spending on harbours will be £1,174m or 43% of spending on works.",
        ),
        # Ages are no counts.
        (
            "share",
            "Girls have a bigger proportion of kites in the age brackets 9-15 (81%), 16-24 (65%) "
            "and Over 65 (68%) while boys in the age bracket 25-34 represent 62% of kites.",
        ),
        # Of all that the three make, which is not printed.
        (
            "share",
            "All said: 34 (30%), 76 (66%), 5 (4%).\n\nThe quay said: 2 (3%), 67 (96%), 1 (1%).",
        ),
        # Ends of a range are not what is left.
        (
            "share",
            "Rents go from £415m in 1969 to nothing in 1972. There is to be a cut of some £100m "
            "to £150m this year and an end of the remaining £250m to £300m in 1971.",
        ),
        # Nine quarters of a year.
        ("ratio_words", "In nine quarters growth declined from 7.5% in 2011 to 4.4% in 2013."),
        ("dates", "The count ran for 29 days from December 5 to January 2, 1990."),
        # Limits, times and sizes without a sign have no direction.
        (
            "change",
            "The level had been brought below 1 in the mills, it was still above 1 in the yards.",
        ),
        (
            "change",
            "Renting had worsened, from 40% renting among those whose stay was less than a year, "
            "in 2014, to just 27% in 2015.",
        ),
        (
            "change",
            "The pull grew: an increase in absolute value from 1986 to 1994, from -0.76 to -1.27.",
        ),
        # The month of the first day stands before it.
        ("dates", "The count ran for 24 days from September 5 to October 2, 1989."),
        # A ratio that passes a hundred twice is no share, and "from" tells a level.
        ("impossible_unit", "The overall coverage of 119.8% compares with coverage of 126.7%."),
        ("impossible_unit", "The cost cover would be reduced from 144.3% in a year."),
    ],
)
def test_what_only_looks_like_a_claim_is_let_be(kind: str, text: str) -> None:
    assert errors_in(kind, text) == []


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("share", "The fair sold 320 kites, and 48 (18%) of these were red."),
        ("dates", "The count ran from 5 to 2 October 1989."),
        ("dates", "The count ran from October 5 to October 2, 1989."),
        # One limit alone leaves room for no doubt which way it went.
        ("change", "Above 94% of boats were dry in 2023, below the 92% of 2022."),
        ("impossible_unit", "The overall coverage of 119.8% was the best ever."),
        ("impossible_unit", "Thefts were reduced by 144.3%."),
    ],
)
def test_what_is_a_claim_is_told(kind: str, text: str) -> None:
    assert len(errors_in(kind, text)) == 1


def test_lakhs_and_crores_are_one_number() -> None:
    values = [int(each.value) for each in quantities_in("From 6,50,678 to 6,65,563 sacks.")]
    assert values == [650_678, 665_563]


@pytest.mark.parametrize("many", ["two", "four", "five", "seven", "nine"])
def test_quarters_of_a_year_are_no_fraction(many: str) -> None:
    told = quantities_in(f"Growth slowed in {many} quarters.")
    assert not [each for each in told if each.measure is Measure.TIMES]


def test_three_quarters_are_a_fraction() -> None:
    (told,) = quantities_in("Three quarters of the kites flew.")
    assert told.measure is Measure.TIMES
