"""Values told just beside a claim; and what older readings took for a fault and is none."""

import pytest

from tests.factories.statements import errors_in

PONDS = (
    "| Pond | Carp | Newts | Reeds cut |\n|---|---|---|---|\n| Alder | 154 | 261 | 81% |\n"
    "| Birch | 118 | 207 | 88% |\n| Cedar | 96 | 345 | 74% |\n\n"
)
MONTHS = (
    "| Month | Boats that called | Boats towed |\n|---|---|---|\n| May | 204 | 31 |\n"
    "| June | 251 | 27 |\n| July | 229 | 46 |\n\n"
)
AGES = (
    "| Age | Ewes | Rams | Of all |\n|---|---|---|---|\n| 1-2 | 64% | 36% | 58% |\n"
    "| 3+ | 81% | 19% | 42% |\n\n"
)


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("extreme", MONTHS + "July had the most boats that called, 229, of the half-year."),
        ("extreme", MONTHS + "The fewest boats that called, 229, came in July."),
        (
            "extreme",
            "Take-up of the choir was lowest in Year 11, where it reached 31.2%. Year 10 came in "
            "at 43.0%, Year 9 at 29.6% and Year 8 at 36.4%.",
        ),
        ("quoted_from_table", PONDS + "Keepers counted 69 carp in the Cedar pond."),
        ("quoted_from_table", PONDS + "At Alder there were 207 pairs of newts."),
        (
            "quoted_from_table",
            PONDS + "The Cedar pond has 96 carp and 345 newts, but only 88% of the reeds there "
            "that trap its carp were cut.",
        ),
    ],
)
def test_what_is_told_beside_is_held(kind: str, text: str) -> None:
    """A value set beside a claim is its own; a share is of no column of counts."""
    assert len(errors_in(kind, text)) == 1


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        # The cell that it was held against is told by another number.
        ("quoted_from_table", PONDS + "Alder's 154 carp share it with 261 of another kind."),
        # It is right under a line that the text names, and the other is not named.
        ("quoted_from_table", AGES + "Rams were just 19% of the 3+ flock."),
        # Another table than the one near by.
        (
            "quoted_from_table",
            f"Table 2.3: Ponds\n\n{PONDS}In the second count 45% of Cedar's reeds were cut "
            "(Table 2.4).",
        ),
        # What is the lowest of all is no claim about one of the list.
        (
            "extreme",
            "Frost was lowest in Plot 9 at 34.1%. Plot 10 had 35.6%, Plot 8 38.0% and Plot 7 "
            "41.2%, and the lowest in the valley was 30.3%.",
        ),
        ("extreme", "Alder (57.6%), Birch (44.0%) and Cedar (41.2%) had the highest shares."),
        ("extreme", "Most (88%, 90 ewes) graze most often, and 7% of ewes lie most often."),
        (
            "extreme",
            "None of the ponds lay within 400 metres of a road, 3 of the ponds lay within 600 "
            "metres of one and 5 within 900 metres.",
        ),
        ("extreme", MONTHS + "July had the highest proportion of boats that called (62.4%)."),
        (
            "extreme",
            "Loss was 6.4%, lower than the first guess of 6.9% (slightly higher than the second "
            "guess of 6.8%).",
        ),
        (
            "extreme",
            "At 70%, rams did well, higher than in the valley (ewes 74.1% and rams 61.8%).",
        ),
        (
            "extreme",
            "The most eggs in one nest was 7, found in 1 nest, followed by 6, found in 2 nests.",
        ),
        (
            "extreme",
            "Of hens 8% were lame. A further 40% moulted.\nAsh, Elm (in descending order).",
        ),
    ],
)
def test_what_may_be_of_something_else_is_not_told(kind: str, text: str) -> None:
    """Another cell, another table, several values, or another sort of value may be meant."""
    assert not errors_in(kind, text)
