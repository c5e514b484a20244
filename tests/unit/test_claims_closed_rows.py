"""A whole with a row of parts all told alike, and what is told as made together."""

import pytest

from tests.factories.statements import every_error


@pytest.mark.parametrize(
    ("said", "right", "wrong"),
    [
        (  # by a preposition, on which the others lean
            "The quay was used by {} boats, of which 438 lay in the dock, 317 in the basin and "
            "229 in the two creeks.",
            "984",
            "964",
        ),
        (
            "The fair made £{}: £1,046 from the stalls, £512 from teas, £397 on the raffle and "
            "£329 in gate money.",
            "2,284",
            "2,184",
        ),
        (  # a noun each, before its number
            "Power of {} MW was in use, 615 MW more than a year before. Big mills gave "
            "4,910 MW of this, small mills 2,385 MW, weirs 1,210 MW and tides 375 MW.",
            "8,880",
            "9,880",
        ),
        (
            "Each boat has one use. The {} on the lake are ferries (187), tugs (121), yachts "
            "(84) and "
            "others (20).",
            "412",
            "402",
        ),
        (  # what is denied and what is not
            "The panel set 32 tasks. We found that 13 had been finished, 8 partly finished and {} "
            "not finished.",
            "11",
            "17",
        ),
        (  # the last is all others
            "Of the {} guests, 31,000 were old members, 33,000 were new ones and 145,000 came "
            "from elsewhere.",
            "209,000",
            "219,000",
        ),
        (  # two digits changed about need no likeness
            "There were 31,906 loads, of which 13,847 (43.4%) were weighed within 15 minutes, "
            "11,210 took between 15 and 60 minutes and {} took more than an hour.",
            "6,849",
            "6,489",
        ),
        (
            "The lower school has {} pupils: 198 in Year 7, 197 in Year 8, 192 in Year 10 "
            "and 190 in "
            "Year 11.",
            "777",
            "767",
        ),
        (
            "Divers brought up {} pots, 312 of them in the bay, 254 in the sound and 185 in "
            "the race.",
            "751",
            "731",
        ),
    ],
)
def test_a_row_told_alike_makes_its_whole(said: str, right: str, wrong: str) -> None:
    assert every_error(said.format(right)) == []
    assert [kind for kind, _ in every_error(said.format(wrong))] == ["total"]


@pytest.mark.parametrize(
    "said",
    [
        # only some are told, or one may be in two
        "Divers brought up 731 pots, including 312 in the bay, 254 in the sound and 185 here.",
        "Divers brought up 731 pots, and 312 in the bay, 254 in the sound and 185 in the race were "
        "also weighed.",
        "Divers brought up 731 pots, 312 with rope, 254 with floats and 185 with rust.",
        "Divers brought up 731 pots; 312 were new, 254 held fish and 185 had rusted.",
        "We expect 731 pots, 312 in the bay, 254 in the sound and 185 in the race.",
        # several times, a number near by that is what is missing, or no slip
        "Divers brought up 731 pots, 312 of them in May, 254 in June and 185 in the race.",
        # the first may be but one of the row
        "The desk took 1,204 calls. Of these 612 came from mills, 388 from shops, 141 from carts "
        "and 63 from other folk.",
        "Of these, 612 lamps hang in mills, 388 in shops, 141 in carts and 63 in other halls.",
        "Divers saw 731 cooks, 312 smiths, 254 clerks and 185 boys.",
        "Divers saw 731 in the creek, 312 in the bay, 254 in the sound and 185 in the race.",
        "They asked about pots (731), ropes (312), floats (254) and nets (185).",
        "Divers brought up 731 pots, 312 in the bay, 254 in the sound and 185 in the race. A few, "
        "20, were of both waters.",
        "Divers brought up 731 pots, 312 in the bay, 254 in the sound and 144 in the race.",
        "Divers brought up about 731 pots, 312 in the bay, 254 in the sound and 185 in the race.",
        "Divers brought up 81 pots, 31 in the bay, 25 in the sound and 35 in the race.",
        "Divers brought up 731 pots. Another 312 lay in the bay, 254 in the sound, 185 in a race.",
        "Divers brought up 731 pots, 312 in the bay. Some 254 in the sound, 185 in the race.",
    ],
)
def test_what_may_be_no_row_of_all_its_parts_is_let_be(said: str) -> None:
    assert every_error(said) == []


@pytest.mark.parametrize(
    ("said", "right", "wrong"),
    [
        ("Gifts of £640, £225 and £310 came in, making £{} in total.", "1,175", "1,275"),
        ("Our three walks drew 84, 61 and 47 people, {} in all.", "192", "182"),
        (
            "Together, 296,400 paper maps and 118,700 charts made a total of {}.",
            "415,100",
            "405,100",
        ),
        (
            "Of these pots, 5,183 (83.4%) came up first, 634 (10.2%) second and 163 (2.6%) "
            "third. In "
            "total, {} pots were of the first three hauls.",
            "5,980",
            "5,890",
        ),
        (
            "The fair drew 183 cooks, 127 bakers, 94 smiths and 58 clerks. At {}, total "
            "attendance was "
            "our best.",
            "462",
            "452",
        ),
        (
            "The guild keeps 64,820 sea walls.\n\nIt relies on others for a further 31,250 walls. "
            "Taken together there are {} walls on the list.",
            "96,070",
            "95,620",
        ),
    ],
)
def test_what_is_made_together(said: str, right: str, wrong: str) -> None:
    assert every_error(said.format(right)) == []
    assert every_error(said.format(wrong)) in ([("total", wrong)], [("total", f"£{wrong}")])


@pytest.mark.parametrize(
    "said",
    [
        # some of what is told makes it
        "We had 64 rooms, with 64 wardens and 134 cooks, 198 staff altogether.",
        "The trust has 640 cooks and 131 smiths. In all, 212 cooks and 111 smiths came, "
        "323 people.",
        # something else is meant
        "Walks drew 184 people and talks 461, of whom in all 545 were new.",
        "Walks drew 184 people and talks 461. In all, 545 people have come, not counting guides.",
        "Walks drew about 184 people and talks 461, 545 in all.",
        "Walks drew 184 people and talks 461, 545 in all. Some, 100, came to both.",
        "Walks drew 184 people and talks £461, 545 people in all.",
        "Walks drew 184 people and talks 461. In all, 512 songs were sung.",  # no slip
        "Walks drew 184 people and talks 461. In all, 1,645 people came.",  # too far
        "Walks drew 41 people and talks 22, 53 in all.",  # too small to be sure of a slip
        "The guild keeps 64,820 sea walls.\n\nIt leans on others for 31,250 walls. Taken together "
        "there are 95,620 walls on the list.",  # nothing says that these are added
    ],
)
def test_what_may_not_be_made_of_those_is_let_be(said: str) -> None:
    assert every_error(said) == []
