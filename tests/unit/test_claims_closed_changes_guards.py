"""What keeps a size of change from two numbers that stand alone, and what does not."""

import pytest

from tests.factories.statements import errors_in


@pytest.mark.parametrize(
    "text",
    [
        # "Of these", "of those": a part of what has been counted, and no change of it.
        "The fair had 400 kites in 2021 and 500 in 2022. The increase was 20% of these.",
        "The quay held 400 boats in 2021 and 500 in 2022. Put as a share, the growth is 20% of "
        "those now there.",
        # So far from what the two make that "such a rise" is of something without numbers.
        "The fleet had 400 boats in 2021 and 500 in 2022. Takings at the quay went up faster. No "
        "owner had foreseen such a rise, 62%, before.",
        # A further 34 come on top of those counted.
        "Wardens counted 210 boats in 2021 and 242 in 2022, and a further 34.",
        "The farm kept 210 geese in 2021 and 242 in 2022, and a further 34 at times.",
        # The rate is no number: it may rise by less where there are more boats.
        "Boats with a leak came to 40 in 2021 and 50 in 2022. The rate of boats with a leak rose "
        "by 23%.",
        # A gap is a difference itself, and neither of the two numbers is one.
        "There were 40 kites in May and 50 in June. The gap has grown by 23%.",
        # The two are of the region, and the size may be of these fairs alone.
        "Kite fairs in the region came to 198 in 2021 and 257 in 2022. Kite fairs rose by 25%.",
        # More than there is room for, which is not printed.
        "The moorings have room for few boats. There were 210 boats in May and 242 in June, 34 "
        "more than the moorings have room for.",
        "The barn has room for few sheep. It held 210 sheep in May and 242 in June, 34 more than "
        "it has room for.",
        # What follows is not read back: the ewes sold are not the roofs that leak.
        "By 2023 the barn roofs that leak had risen to 11%. In 2021 14% of ewes were sold.",
        # Just what lies between the two, but not "the 100": a third number, the increase of which
        # may be meant.
        "The quay had 400 boats in 2021 and 500 in 2022. Of them 100 were lent out, and the "
        "increase was 20%.",
        "The club had 400 kites in 2021 and 500 in 2022; 100 were sold in 2023. The growth was "
        "20%.",
    ],
)
def test_a_size_that_something_parts_from_the_two_is_let_be(text: str) -> None:
    assert [*errors_in("change", text), *errors_in("percent_or_points", text)] == []


@pytest.mark.parametrize(
    ("text", "wrong", "right"),
    [
        # "This growth" is of the two, whatever else rose by as many per cent.
        (
            "The club had 400 kites in 2021 and 500 in 2022, while fees rose by 5%. This growth of "
            "{} in kites was no surprise.",
            "20%",
            "25%",
        ),
        (
            "The quay had 400 boats in 2021 and 500 in 2022, after fees fell by 5%. No year had "
            "seen such a rise, {}, before.",
            "20%",
            "25%",
        ),
        # So is a bracket that says again what lies between the two.
        (
            "The mill ground 500 sacks, 100 more ({}) than the 400 of 2021, while prices rose by "
            "5%.",
            "20%",
            "25%",
        ),
        # A hundred more are what the two make, and no proof of a number that would be 200.
        (
            "In 2022 there were 400 boats, having been 300 in 2021, that is 100 more, or {}.",
            "50%",
            "33%",
        ),
        (
            "A berth now costs £400. In 2021 it cost £300, a rise of £100 ({}) that boat owners "
            "resent.",
            "50%",
            "33%",
        ),
        (
            "The mill ground 500 sacks, having ground 400 in 2021. The rise of 100, or {}, was "
            "steep.",
            "33.3%",
            "25.0%",
        ),
    ],
)
def test_a_size_that_is_of_the_two_is_told(text: str, wrong: str, right: str) -> None:
    assert [each.printed for each in errors_in("change", text.format(wrong))] == [wrong]
    assert errors_in("change", text.format(right)) == []
