"""A place in an order that a row of a table has in none of its columns, and numbers of other rows.

In each text the first form in braces is let be, for the reason given; the second is told.
"""

import pytest

from tests.factories.statements import errors_in, two_ways

PONDS = (
    "| Pond | Ducks 2021 | Ducks 2022 | Nests 2022 | Fed by hand |\n|---|---|---|---|---|\n"
    "| Mere | 412 | 431 | 96 | 41% |\n| Fold | 305 | 348 | 71 | 52% |\n"
    "| Sluice | 218 | 207 | 88 | 37% |\n| Tarn | 134 | 151 | 29 | 48% |\n"
    "| {total} | 1,069 | 1,137 | 284 | 44% |\n\n"
)
DUCKS = PONDS.replace("{total}", "All ponds")
BOATS = (
    "| Boat | Hauls | Nets lost |\n|---|---|---|\n| Heron | 61 | 14 |\n| Gannet | 48 | 17 |\n"
    "| Curlew | 75 | 9 |\n| Plover | 52 | 12 |\n\n"
)
PUNCTUAL = BOATS.replace("Nets lost", "Punctual")
SEASONS = (
    "Waits for a berth, in days\n\n| Quay | Thaw | Seed time | Hay time | Leaf fall |\n"
    "|---|---|---|---|---|\n| North | 41 | 38 | 44 | 52 |\n| Stone | 19 | 22 | 17 | 21 |\n"
    "| Timber | 12 | 9 | 14 | 11 |\n\n"
)
SEEDS = (
    "| Seed | 2020 | 2021 | 2022 |\n|---|---|---|---|\n| Flax | 402 | 410 | 496 |\n"
    "| Rye | 330 | 318 | 342 |\n| Oats | 260 | 275 | 251 |\n\n"
)


@pytest.mark.parametrize(
    "said",
    [
        # By its own number, by the words of its column, by the measure that the words are of.
        DUCKS
        + "The share fed by hand was highest on the Fold, with {Tarn|Mere} second at {48|41}%.",
        DUCKS + "Ducks were most numerous at {Mere|Tarn}.",
        DUCKS + "The share fed by hand was lowest at {Sluice|Mere}.",
        # Names and superlatives stand in turn.
        DUCKS + "{Mere|Fold} has the most nests and {Tarn|Sluice} the fewest.",
        # A change from one time to the next, told by its percentage or only by its words.
        DUCKS + "Ducks on the {Fold|Tarn} grew fastest, by {14.1|12.7}%.",
        DUCKS + "The steepest fall in ducks was on the {Sluice|Fold}.",
        DUCKS + "The smallest rise in ducks in percentage terms was on the {Mere|Fold}.",
        # What came second does so from the end told just before.
        BOATS + "Curlew made the most hauls. {Heron|Plover} came second with {61|52}.",
        # A word that only goes on is the same word.
        PUNCTUAL + "Punctuality was highest on the {Gannet|Plover}.",
    ],
)
def test_a_place_that_a_row_has_nowhere(said: str) -> None:
    """Whichever column is meant, the second form is wrong."""
    let_be, told = two_ways(said)
    assert errors_in("extreme", let_be) == []
    assert len(errors_in("extreme", told)) == 1


@pytest.mark.parametrize(
    "said",
    [
        # It is so by what two columns make: ducks to a nest.
        DUCKS + "The most ducks per nest were at the {Tarn|Fold}.",
        # The row's own times: highest of all its years, not of all the rows.
        SEEDS + "Rye peaked at 342 in {2022|2021}.",
    ],
)
def test_another_order_that_may_be_meant(said: str) -> None:
    """What the one is of the other, or the row's own times, may be what is meant."""
    let_be, _ = two_ways(said)
    assert errors_in("extreme", let_be) == []


@pytest.mark.parametrize(
    "said",
    [
        # What sets some rows aside.
        PUNCTUAL + "{Among those at sea, p|P}unctuality was highest on the Plover.",
        # Its own size is in no column.
        BOATS + "Plover {is our largest boat|made the most hauls}.",
        # A cell with two numbers has a measure in each.
        "| Pond | Ducks fed (%) |\n|---|---|\n| Mere | 412 (41%) |\n| Fold | 305 (52%) |\n"
        "| Tarn | 134 (48%) |\n\nThe {Fold|Tarn} has the highest share of ducks fed ({52|48}%).",
        # Something that the table does not name.
        BOATS + "Plover made the most hauls {of herring|}.",
        # A total under a name of its own is no row among the others.
        PONDS.replace("{total}", "Vale") + "Nests were most numerous at {Mere|Fold}.",
        # Of a change that nobody tells in numbers.
        BOATS + "{The rise in hauls was highest|Hauls were highest} on the Plover.",
    ],
)
def test_what_lets_a_place_be(said: str) -> None:
    """The first form may be of something else."""
    let_be, told = two_ways(said)
    assert errors_in("extreme", let_be) == []
    assert errors_in("extreme", told) != []


def test_what_the_table_bears_out_is_not_held_against_a_list() -> None:
    """What is at its shortest is so of its own times."""
    assert (
        errors_in(
            "extreme", SEASONS + "Waits at North were at their shortest in seed time (38 days)."
        )
        == []
    )


@pytest.mark.parametrize(
    "said",
    [
        # Another row's number, where the one beside it is right for its own.
        DUCKS + "On the Fold {348|207} ducks were counted in 2022, and 305 in 2021.",
        # The same under another heading, far below.
        DUCKS + "# Feeding\n\nMost were fed on the Fold, at 52.0%, where {348|431} ducks lived.",
        # A heading's own words, and a number of a time told in days.
        SEASONS + "In hay time the wait at Stone was {17|22} days, and at Timber 14.",
        # All the words of a heading, whose single words others have too.
        DUCKS.replace("Ducks", "Herons") + "The Mere had {412|431} herons in 2021.",
    ],
)
def test_a_number_of_another_line(said: str) -> None:
    """The eye slipped to another row or another column."""
    let_be, told = two_ways(said)
    assert errors_in("quoted_from_table", let_be) == []
    assert len(errors_in("quoted_from_table", told)) == 1
