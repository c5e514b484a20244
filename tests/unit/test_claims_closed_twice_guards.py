"""What keeps one thing told twice from being found where it is not, and from being missed."""

import pytest

from tests.factories.statements import errors_in, two_ways

# In braces what parts the two, and what makes them one: (so, and so it is a fault).
PARTED = [
    # Some of ours are fewer than all that were hired.
    (
        "some of ours",
        "On 4 May 2022 a club hired 68 punts. On that day the club hired 62 {of our |}punts.",
    ),
    # The same, where who did it is told last and has more words.
    (
        "some of ours, the doer last",
        "On 4 May 2022 a club of anglers hired 68 punts. On that day 62 {of our |}punts were "
        "hired by the club of anglers.",
    ),
    # Two parts of one whole differ, as those here and those there do.
    (
        "two parts of one whole",
        "On 4 May 2022 a club hired 62 {of 90 |}punts here. On that day the club hired 68 "
        "{of 90 |}punts there.",
    ),
    # The whole may stand behind "out of" as well.
    (
        "two parts told out of a whole",
        "On 4 May 2022 a club flew 62 {out of 90 |}kites here. On that day the club flew 68 "
        "{out of 90 |}kites there.",
    ),
    # What came on top may have come twice in a day.
    (
        "more each time",
        "On 4 May 2022 a club hired 62 {more |}punts. On that day 68 {more |}punts were hired by "
        "the club.",
    ),
    # The same, said with another word.
    (
        "further ones each time",
        "On 4 May 2022 a farm bought 62 {further |}ewes. On that day 68 {further |}ewes were "
        "bought by the farm.",
    ),
    # What a day costs is not what the year does, and "a day" is no word that counts.
    (
        "so much a day",
        "In 2022 hay in the barn cost the farm £62.\n\nIn 2022 hay in the barn cost the farm "
        "£68{ a day|}.",
    ),
    # "This toll" is one that the paragraph of the earlier number spoke of.
    (
        "what the earlier one points at",
        "In 2022 the old wooden pier by the weir took £2,918{ from this toll|}.\n\nThe weir's old "
        "wooden pier took £2,981 in 2022.",
    ),
    # The end of a line broken in two does not say who or what stood before it.
    (
        "the end of a broken line",
        "{of anglers|Anglers} hired 62 punts on 4 May 2022. On that day 50 of the 68 punts hired "
        "by anglers were out.",
    ),
    # A word in brackets tells which club it was; a letter there marks no more than a note.
    (
        "a word in brackets, and no letter",
        "On 4 May 2022 a club hired 62 punts. On that day 50 of the 68 punts hired by the club "
        "({old|b}) were out.",
    ),
]


@pytest.mark.parametrize(("why", "text"), PARTED, ids=[why for why, _ in PARTED])
def test_a_word_parts_two_tellings(why, text):
    right, wrong = two_ways(text)
    assert errors_in("said_twice", right) == []
    assert len(errors_in("said_twice", wrong)) == 1


@pytest.mark.parametrize(
    "heading",
    [
        # Told, since both stand under it: a name that neither sentence has parts nothing.
        pytest.param("Dogs of Marl", id="a heading that names a place"),
        # Of two names there neither sentence has either, and still nothing is parted.
        pytest.param("Boats of Flint and Marl", id="a heading that names two"),
    ],
)
def test_one_heading_above_both_parts_nothing(heading):
    text = (
        f"# {heading}\n\nOn 4 May 2022 a club hired 62 punts. On that day 50 of the 68 punts hired "
        "by the club were out."
    )
    assert [fault.printed for fault in errors_in("said_twice", text)] == ["68"]
