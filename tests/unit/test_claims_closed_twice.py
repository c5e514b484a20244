"""One thing told twice with two numbers: two clauses of the same words, however they are put."""

import pytest

from goldenthread.claims.closed.twice.told import told_twice
from goldenthread.claims.documents.lines import document_from_text
from goldenthread.claims.reading import Reading
from tests.factories.statements import errors_in, two_ways


def pairs(text):
    """The two numbers of each thing told twice, as they are printed."""
    reading = Reading((document_from_text("a.txt", text),))
    return [(one.quantity.text, other.quantity.text) for one, other in told_twice(reading)]


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        pytest.param(
            "As at 4 May 2022 the ferries hired 62 stewards. On that day 50 of the 68 stewards "
            "hired by the ferries were ashore.",
            ("62", "68"),
            id="the whole of a part, on that day",
        ),
        pytest.param(
            "Owners of a cottage waited 31 days on average for thatch in 2022.\n\nIn 2022 the "
            "average wait of a cottage's owners for thatch was 37 days.",
            ("31 days", "37 days"),
            id="a noun for a verb",
        ),
        pytest.param(
            "Clowns taught 41 beginners, and two of them fell. We admire the 47 beginners whom "
            "clowns taught for their pluck.",
            ("41", "47"),
            id="a group spoken of as known, without a time",
        ),
        pytest.param(
            "The jury of bakers met twice in 2022 and tasted 63 loaves.\n\nThe jury of bakers "
            "tasted 68 loaves in 2022.",
            ("63", "68"),
            id="the subject stands before the first verb",
        ),
        pytest.param(
            "The nurses' choir rehearsed 88 songs in 2023 and performed 32.\n\nIn 2023 the nurses' "
            "choir performed 36 songs.",
            ("32", "36"),
            id="the noun stands before it too",
        ),
        pytest.param(
            "Of hens that had a coop in May 2022, 52% laid daily and 9% weekly.\n\nIn May 2022, "
            "57% of hens that had a coop laid daily.",
            ("52%", "57%"),
            id="of whom stands in front",
        ),
        pytest.param(
            "In 2022 mild spice mixtures drew 4,180 tasters to the fair.\n\nThe fair's spice "
            "mixtures drew 4,810 tasters in 2022.",
            ("4,180", "4,810"),
            id="long numbers with digits changed about let one word more pass",
        ),
        pytest.param(
            "The barge (a gift) made 44 trips in 2022.\n\nIn 2022 there were 49 trips made by the "
            "gift barge.",
            ("44", "49"),
            id="what is in brackets does not end a clause",
        ),
        pytest.param(
            "In 2022 the guild had 48 masters on its roll. Of the 45 masters on the guild's roll "
            "in 2022, most are old.",
            ("48", "45"),
            id="a pronoun after the number",
        ),
        pytest.param(
            "Key points: on 4 May 2022 the kennel fed 62 whippets.\n\nSummary: the kennel fed 68 "
            "whippets on 4 May 2022.",
            ("62", "68"),
            id="labels that say only where one is",
        ),
    ],
)
def test_two_numbers_of_one_thing_are_told(text, printed):
    assert pairs(text) == [printed]


# Each is one word or number away from telling one thing twice: (so, and so it would be a fault).
PARTED = [
    ("another day", "The kennel fed 68 whippets on {5|4} May 2022."),
    ("another noun", "The kennel fed 68 {terriers|whippets} on 4 May 2022."),
    ("a word that narrows", "The kennel fed 68 {lame |}whippets on 4 May 2022."),
    ("a bracket that narrows", "The kennel fed 68 whippets {(in pairs) |}on 4 May 2022."),
    ("of whom stands in front", "{For pay, the|The} kennel fed 68 whippets on 4 May 2022."),
    ("no time", "The kennel fed 68 whippets{| on 4 May 2022}."),
    ("a hedge", "The kennel fed {about 68|68} whippets on 4 May 2022."),
    ("a target", "The kennel{ should have|} fed 68 whippets on 4 May 2022."),
    ("further ones", "The kennel fed {another |}68 whippets on 4 May 2022."),
    ("a part", "The kennel fed 68 {of these |}whippets on 4 May 2022."),
    ("so many each", "The kennel fed 68 whippets {each |}on 4 May 2022."),
    ("whose it is", "{Its|The} kennel fed 68 whippets on 4 May 2022."),
    ("far apart", "The kennel fed {110|68} whippets on 4 May 2022."),
    ("the same number as well", "The kennel fed 68 whippets on 4 May 2022{ and 62 later|}."),
    ("what parts them", "The kennel fed 68 whippets on 4 May 2022{, 6 by hand|}."),
    ("two parts of one whole", "The kennel fed 68 whippets on 4 May 2022{, all 130 in turn|}."),
    (
        "many more of the same words",
        "The kennel fed 68 whippets on 4 May 2022.{ The kennel fed 51 whippets on 6 May 2022. The "
        "kennel fed 59 whippets on 7 May 2022.|}",
    ),
    ("a place as its label", "{Marl|Summary}: the kennel fed 68 whippets on 4 May 2022."),
]


@pytest.mark.parametrize(("why", "told"), PARTED, ids=[why for why, _ in PARTED])
def test_what_parts_two_tellings_is_heeded(why, told):
    first = "The kennel fed 62 whippets on 4 May 2022."
    right, wrong = two_ways(told)
    assert pairs(f"{first}\n\n{wrong}") == [("62", "68")]
    assert pairs(f"{first}\n\n{right}") == []


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(
            "In 2022 sales of jam rose by 41 jars.\n\nIn 2022 sales of jam rose by 47 jars.",
            id="changes",
        ),
        pytest.param(
            "In all 56% of lost gloves are left ones. Of the 44% of gloves lost that are left, "
            "few match.",
            id="the rest of a hundred",
        ),
        pytest.param(
            "The guild has 62 masters on the roll.\n\nThe guild has 68 masters on the roll.",
            id="neither has a time",
        ),
        pytest.param(
            "In 2022 the guild had 62 masters.\n\nIn 2021 the guild was small. Of the 68 masters "
            "of the guild, most are old.",
            id="a known group in a text of several years",
        ),
        pytest.param(
            "# Marl\n\nIn 2022 the dairy sold 62 cheeses.\n\n# Flint\n\nIn 2022 the dairy sold 68 "
            "cheeses.",
            id="headings that name two places",
        ),
        pytest.param(
            "‘poor’ and 62 whippets fed at the kennel on 4 May 2022.\n\nThe kennel fed 68 whippets "
            "on 4 May 2022.",
            id="the end of a line broken in two",
        ),
        pytest.param(
            "In 2021 and 2022 the dairy sold 62 cheeses.\n\nIn 2021 and 2022 the dairy sold 68 "
            "cheeses.",
            id="two times in one sentence",
        ),
        pytest.param(
            "On 4 May 2022 the kennel fed 62 whippets, who ate 41 biscuits.\n\nOn 4 May 2022 the "
            "kennel fed 68 whippets, who ate 57 biscuits.",
            id="the numbers beside them differ too",
        ),
        pytest.param(
            "The dairy sold 62 green cheeses in 2022. All 68 green cheeses in 2022 were round.",
            id="all of them, of whom some were told before",
        ),
        pytest.param(
            "In 2022 the guild of bakers had 62 masters.\n\nIn 2021 the guild was small. The 68 "
            "masters of the guild of bakers are old.",
            id="a known group, paragraphs on, in a text of several years",
        ),
        pytest.param(
            "In 2022 the kennel received 62 lame whippets.\n\nIn 2022 the kennel took 68 lame "
            "whippets.",
            id="each with a light verb of its own",
        ),
        pytest.param(
            "In 2022 spice mixtures drew 4,180 tasters to the fair.\n\nThe fair's other spice "
            "mixtures drew 4,810 tasters in 2022.",
            id="other ones, long numbers or not",
        ),
        pytest.param(
            "# Food\n\nThe kennel fed 62 whippets on 4 May 2022.\n\n# Walks\n\nAll went.\n\n# Food"
            "\n\nThe kennel fed 68 whippets on 4 May 2022.",
            id="a heading that stands in two chapters",
        ),
        pytest.param(
            "There were 56 falls. The average was 7.8 out of 10.\n\nOf the 52, 12 were bad.",
            id="no words of its own",
        ),
    ],
)
def test_these_are_left_alone(text):
    assert pairs(text) == []


# In braces what parts two numbers, and what makes them one.
VETOED = [
    "The {median|mean} fee of the surgeons was £11.42 in 2022. In 2022 the surgeons had a mean fee "
    "of £11.24.",
    "Dancers {under|over} 60 made 64% of the club in 2022. In 2022, 46% of the club were dancers "
    "over 60.",
    "Grocers sent 412 letters to {millers|bakers} in 2022. In 2022 {millers|grocers} sent 421 "
    "letters to {grocers|bakers}.",
    "In 2022 the pier sold {£29.0m|£14.2m} of ices.\n\nIn 2022 the pier sold £1.42m of ices.",
    "In 2022 the pier sold {£29.0m|£1.24m} of ices.\n\nIn 2022 the pier sold £1.42m of ices.",
    "Half of anglers (50%; n=13) knew of the weir in 2022.\n\nOf anglers ({53%|50%}; n=31) half "
    "knew of the weir in 2022.",
    "{Its|The mill's} yearly growth was 6.4% in 2022.\n\n{Its|The mill's} yearly growth was "
    "4.6% in 2022.",
    "In 2022 the pier took £29.0m.\n\nIn 2022 the pier took £92.0m{ from this toll|}.",
    "In May 2022, 34% of divers had cramp. {Of skiers, 21% were old. Some|Some} slept. In May "
    "2022, 43% of divers had cramp.",
    "In 2022 bees made 4.6 kg of honey. Keepers had {12|15} stings at most.\n\nIn 2022 bees made "
    "6.4 kg of honey. Keepers had 15 stings at most.",
    "21 {See|see} the tide almanac of 2022.\n\n12 {See|see} the tide almanac of 2022.",
    "Judges heard 2,318 cases in 2022. In 2022 there were 2,138 cases heard by judges{ alone|}.",
]


@pytest.mark.parametrize("text", VETOED)
def test_a_word_turned_about_makes_two_things(text):
    right, wrong = two_ways(text)
    assert errors_in("said_twice", right) == []
    assert len(errors_in("said_twice", wrong)) == 1
