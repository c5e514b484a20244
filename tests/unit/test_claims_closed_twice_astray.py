"""A number told again further down a page with a slip: what ties two tellings, and what parts."""

import pytest

from goldenthread.claims.closed.twice.astray import told_astray
from tests.factories.statements import reading_of, two_ways


def astray_in(text):
    """The numbers that are held to be astray by this reading alone."""
    return [other.quantity.text for _, other in told_astray(reading_of(text))]


# In braces what parts the two, and what makes them one: (so, and so it is a fault).
PARTED = [
    # Of punts and of canoes there may well be so many each.
    (
        "what is counted",
        "# The boathouse\n\n## Boats\n\nOn our moorings there are 2,416 licensed punts.\n\n"
        "## Ahead\n\nEach of the 2,461 licensed {canoes|punts} on our moorings will have a plate.",
    ),
    # A third number of the same words shows that the text tells of several.
    (
        "a third number of the words",
        "# The boathouse\n\nThe racks by the mill hold 2,416 oars.\n\n## Later\n\nThe 2,461 oars "
        "on the racks by the mill are dry.{ The racks by the mill once held 1,900 oars.|}",
    ),
    # What is led in by another place is of that place.
    (
        "what leads in",
        "# The boathouse\n\nThis year 2,416 keen rowers came to the regatta.\n\n## Later\n\n"
        "{Among guests 2,461|The 2,461} keen rowers who came to the regatta liked it.",
    ),
    # A number beside them makes the one of the other.
    (
        "a difference beside them",
        "# The boathouse\n\nThe racks by the mill hold 2,416 oars.\n\n## Later\n\nThe 2,461 "
        "oars on "
        "the racks by the mill are dry{, 45 more|}.",
    ),
    # Two years have two numbers.
    (
        "another year",
        "# The boathouse\n\nIn 2021 the racks by the mill held 2,416 oars.\n\n## Later\n\nThe "
        "2,461 "
        "oars that the racks by the mill held in {2022|2021} were dry.",
    ),
    # A draft may differ from what was printed in the end.
    (
        "a draft",
        "# The boathouse\n\nThe racks by the mill hold 2,416 oars.\n\n## Later\n\n{A draft "
        "had|Good "
        "are} the 2,461 oars on the racks by the mill.",
    ),
    # Both are borne out by numbers beside them.
    (
        "both come right",
        "# The boathouse\n\nThe mill made 416 oars, 208 of them (50%) of ash.\n\n## Later\n\nThe "
        "461 oars the mill made {(241 long and 220 short)|} are dry.",
    ),
    # One digit is easily another where nothing bears out either.
    (
        "one digit, with nothing behind it",
        "# The boathouse\n\nThe mill made 2,416 oars{|, 1,208 of them (50%) of ash}.\n\n## "
        "Later\n\n"
        "The 2,456 oars the mill made are dry.",
    ),
    # Oars in two places may be two lots.
    (
        "two places",
        "# The boathouse\n\nWe keep 2,416 oars of ash in the barn.\n\n## Later\n\nThe 2,461 "
        "oars of "
        "ash in the {loft|barn} are dry.",
    ),
    # What is known is the same; who else made some is not.
    (
        "made by others",
        "# The boathouse\n\nThe mill made 2,416 oars of ash.\n\n## Later\n\n{Pupils made|Dry "
        "are the}"
        " 2,461 oars of ash{| made by the mill}.",
    ),
    # Shares in brackets are those of the counts before them.
    (
        "shares of two counts",
        "# The boathouse\n\nOf the oars 416 {(25.1%)|} {|25.1% }were mended by pupils.\n\n## "
        "Later\n\n"
        "Of the oars 861 {(21.5%)|} {|21.5% }were mended by pupils.",
    ),
    # Two shares that make up the whole are its two parts.
    (
        "two parts of a whole",
        "# The pool\n\nOn 4 May 2022 the share of licensed pool keepers in Marl was 4{5|9}%.\n\n"
        "## Care\n\nOn 4 May 2022 the share of licensed pool keepers in Marl was "
        "5{5|9}%.",
    ),
]


@pytest.mark.parametrize(("why", "text"), PARTED, ids=[why for why, _ in PARTED])
def test_what_parts_a_number_from_one_like_it_further_down(why, text):
    right, wrong = two_ways(text)
    assert astray_in(right) == []
    assert len(astray_in(wrong)) == 1


TIED = [
    # The noun stands with the one, and what they wait for with the other.
    (
        "another noun",
        "# The pool\n\nThe waiting list for lessons stood at 4,182 in May.\n\n## Lessons\n\nOf the "
        "4,128 swimmers on the waiting list, 2,064 (50%) are children.",
        "4,182",
    ),
    # What was told of hours a week is told of weekly hours.
    (
        "hours a week",
        "# The pool\n\nTogether the baths open for 486 hours a week.\n\n## Ahead\n\nAny change to "
        "the 468 weekly opening hours is for the board.",
        "468",
    ),
    # A name that stands in brackets with its share is the same without it.
    (
        "a sum beside it",
        "# The pool\n\nThe pool made a surplus of £2.34 million.\n\n## Money\n\nIncome was £6.84 "
        "million and cost £4.41 million, which left a surplus of £2.43 million.",
        "£2.34 million",
    ),
    # What "of the 1,172" stands for is told in the sentence before.
    (
        "of so many, without a noun",
        "# The pool\n\nWe had 3,268 entries and printed 1,072 of them. The other 2,196 were late.\n"
        "\n## Votes\n\nEntries printed in the session had many votes. Of the 1,172, some had none.",
        "1,172",
    ),
    # One digit counts where the numbers beside the other bear it out.
    (
        "one digit, borne out",
        "# The pool\n\nThe home has room for 54, and 47 lived there on the first day (87.0%).\n\n"
        "## Care\n\nWe read the notes of all 44 people who lived there on the first day.",
        "44",
    ),
    # Of one day one digit is enough, where three words are told of no other number.
    (
        "one digit, on one day",
        "# The pool\n\nOn 4 May 2022 there were 46 licensed pool keepers in Marl.\n\n## Care\n\n"
        "The pool keepers are young. On 4 May 2022 Marl had 49 licensed pool keepers.",
        "49",
    ),
]


@pytest.mark.parametrize(("why", "text", "astray"), TIED, ids=[why for why, *_ in TIED])
def test_two_tellings_in_other_words_are_held_against_each_other(why, text, astray):
    assert astray_in(text) == [astray]


def test_short_numbers_on_a_long_page_may_be_alike_by_chance():
    short = "The baths have 46 lane keepers.\n\n## Last\n\nAll 64 lane keepers have a whistle."
    many = " ".join(f"Boat {at} had {at} oars." for at in range(1, 90))
    assert astray_in(f"# Club\n\n{short}") == ["64"]
    assert astray_in(f"# Club\n\n{many}\n\n## More\n\n{short}") == []
