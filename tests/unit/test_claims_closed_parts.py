"""A sentence as a closed world: parts above their whole, lists that miss it, majorities of none."""

import pytest

from goldenthread.claims.closed.parts.majorities import no_majorities
from goldenthread.claims.closed.parts.told import more_than_whole, unmade_wholes
from goldenthread.claims.documents.lines import document_from_text
from goldenthread.claims.reading import Reading
from tests.factories.statements import every_error


@pytest.mark.parametrize(
    ("said", "right", "wrong"),
    [
        ("Of the 34 rowers who joined the club in spring, {} went on to race.", "31", "37"),
        (
            "Among the 205 walkers on the ridge, 61 had a map and {} wore boots.",
            "150",
            "250",
        ),
        ("Out of 73 boats moored in the harbour, 37 had a bell, {} carried a light.", "61", "81"),
        ("Of our 19 wardens, {} attended at least half of the meetings.", "17", "21"),
        ("From among the 88 nests watched, {} produced at least one chick.", "81", "91"),
        ("Of the 86 schools on the coast, {} sent their head to a briefing.", "81", "91"),
    ],
)
def test_what_has_no_noun_of_its_own_is_of_those_before(said: str, right: str, wrong: str) -> None:
    assert every_error(said.format(right)) == []
    assert every_error(said.format(wrong)) == [("above_whole", wrong)]


@pytest.mark.parametrize(
    "said",
    [
        "Of the 34 rowers on the lake, 37 boats were wanted.",  # a noun of its own
        "Of the 34 rowers on the lake, 37 retired members stood by.",
        "Of the 34 homes on the ridge, 37 looked after children were seen.",
        "Of the 40 families on the list, 58 were under five.",  # of whom each has several
        "Of the 61 cooks hired in May and the 20 hired in June, 66 finished a course.",
        "Of the 73 boats in the harbour, 37 had a bell; the year before, 81 carried one.",
        "Of the 73 boats in the harbour, 37 had a bell and in 2019 81 carried one.",
        "Of the 73 boats in the harbour with 30 crews, of whom 40 sailed, 90 wore a hat.",
        "Of the 30 lanes with a light, 10 have a bench, 412 drew a visitor.",  # far more than 30
        "Of about 80 boats in the harbour, 81 carried a light.",
        "Of the three parishes, 412 lived in Ambly.",
    ],
)
def test_what_may_be_of_something_else_is_let_be(said: str) -> None:
    assert every_error(said) == []


@pytest.mark.parametrize(
    ("said", "right", "wrong"),
    [
        (
            "The loft held {} lamps in all, of which 58 hung in halls, 44 in shops, 39 in barns.",
            "141",
            "131",
        ),
        (
            "The fair drew {} people altogether, 480 on Friday, 251 on Saturday and 161 on Sunday.",
            "892",
            "912",
        ),
        (
            "Spending was £{}m. It comprised £3.1m on pay, £1.9m on rent and £1.75m of fuel.",
            "6.75",
            "6.45",
        ),
        (
            "We hold {} keys: 112 for the gates, 76 for the sheds and the other 47 for the boats.",
            "235",
            "245",
        ),
        (
            "The {} lamps of a loft of 9 rooms were lit. Halls had 58 of them, shops 44 and barns "
            "the other 39.",
            "141",
            "131",
        ),
        (
            "There were {} swans: 215 by the lake, 120 seen on the river, 77 elsewhere. No bird is "
            "counted twice.",
            "412",
            "402",
        ),
        (
            "There were {} claims: 119 by reason of fire, 96 of flood and 53 of theft. Each claim "
            "is put under a single heading.",
            "268",
            "264",
        ),
    ],
)
def test_a_list_that_words_close_makes_its_whole(said: str, right: str, wrong: str) -> None:
    assert every_error(said.format(right)) == []
    assert [kind for kind, _ in every_error(said.format(wrong))] == ["total"]


@pytest.mark.parametrize(
    "said",
    [
        # Not closed: some of them, each perhaps several times, or too few told.
        "The loft held 161 lamps in all, of which 58 hung in halls, 44 in shops and 39 in barns.",
        "The loft held 131 lamps in all, of which 58 hung in halls, 44 in shops and 39 in barns, "
        "some of them in both.",
        # Another number makes the difference, or is the whole meant.
        "There were 402 swans: 215 by the lake, 120 on the river, 57 elsewhere. No bird was "
        "counted twice. Ten flew off.",
        "There are 892 seats. The fair drew 912 people altogether, 480 on Friday, 251 on Saturday "
        "and 161 on Sunday.",
        # No one slip explains it.
        "The fair drew 999 people altogether, 480 on Friday, 251 on Saturday and 161 on Sunday.",
        # Rounding does.
        "The grant of £2.8m is made up of £1.3m for pay, £0.9m for rent and £0.7m for tools.",
        # Ages, and the others of a part.
        "Twenty-seven cooks came. Boots were size 6 or 7 for 23 and 8 or 9 for the other four.",
        "We fought 97 fires. Stoves began 46 of them. Wires began 21, pipes 13, and the cause of "
        "the other four is not known.",
        "If 131 lamps came in all, 58 would hang in halls, 44 in shops and 39 in barns.",
    ],
)
def test_a_list_that_may_be_open_is_let_be(said: str) -> None:
    assert every_error(said) == []


def test_a_majority_is_more_than_half_of_what_is_told_in_full() -> None:
    said = (
        "A majority of the 870 ballots were for a {}: 402 were for it, 391 against and 77 spoiled."
    )
    assert every_error(said.format("merger")) == [("ratio_words", "majority")] or every_error(
        said.format("merger")
    ) == [("ratio_words", "a majority")]


@pytest.mark.parametrize(
    "said",
    [
        "A majority of the 870 ballots backed a merger: 462 were for it, 331 against, 77 spoiled.",
        "A majority of the 870 ballots backed a merger: 402 were for it now, 291 for it later, "
        "and 177 against.",
        "A majority of the 870 ballots fell: 391 were passed, 402 were not passed and 77 lapsed.",
        "A majority of the 870 ballots backed it: 402 for it now, 177 against, 291 for it later.",
        "A majority of the 870 ballots backed a merger: in the east 402 were for it, 291 against.",
        "Most of the 870 walkers came by bus or train: 402 by bus, 391 by train and 77 on foot.",
    ],
)
def test_parts_that_may_be_added_to_a_majority_are_let_be(said: str) -> None:
    assert every_error(said) == []


@pytest.mark.parametrize(
    "said",
    [
        "Of the 34 rowers in the club, the crew of bench 37 went on to race.",
        "Of the 73 boats in the harbour, 37 carried a crew, and among these, 81 wore a hat.",
        "Of the 73 boats in the harbour, 37 had a bell, and in 2019, 81 carried one.",
        "We hold 245 keys: 112 for gates (9 of brass), 86 for sheds and the other 47 for boats.",
        "We hold 245 keys: 112 for gates (9 of brass), 76 for sheds and the other 47 for boats.",
        "The loft held 131 lamps in all, of which 58 hung in halls, 44% in shops and 39 in barns.",
        "The loft held 131% in all, of which 58% hung in halls, 44% in shops and 39% in barns.",
        "The loft with 50 beds held 131 lamps in all. 58 hung in halls, 44 in shops and the other "
        "39 in barns.",  # the lamps or the beds, of which neither is small
        "We ran 331 trips altogether in 2019, 112 by coach, 90 by train in 2020 and 119 by boat.",
        "The fair drew 912 people altogether, 480 wore hats, 251 had bags and 161 came late.",
        "The loft held 131 lamps, of which 58 hung in halls, 44 were lit and 39 burnt oil.",
        "The fair drew 731 people altogether, 480 on Friday, 20 on stilts and 251 on Saturday.",
        "Fires: 97. Stoves came with 46 of them; wires had 21, pipes 13, and the other 4 lamps.",
        "The fair drew about 900 people altogether, 480 on Friday, 251 on Saturday, 161 on Sunday.",
        "There were 264 swans: 119 on the lake, 96 on the river and 53 on ponds. Each swan is "
        "counted once a week, and may be counted twice over.",
    ],
)
def test_where_another_number_may_be_meant_this_reading_is_silent(said: str) -> None:
    reading = Reading(documents=(document_from_text("a.txt", said),))
    assert list(more_than_whole(reading)) == []
    assert list(unmade_wholes(reading)) == []
    assert list(no_majorities(reading)) == []
