"""What is told beside its number, its heading or its day, and is wrong all the same."""

import pytest

from tests.factories.statements import errors_in, two_ways

YEARS = """| Year | Rowers aged 19 to 21 | In boats, on rafts or swimming | % |
|---|---|---|---|
| 2021/22 | 186 | 104 | 55.9% |
| 2022/23 | 201 | 119 | 59.2% |
| 2023/24 | 214 | 133 | 62.1% |

"""
MARKS = """| Yard | Boats | Done (%) |
| --- | --- | --- |
| Ashdene | 216 | 74.1 |
| Bexmere | 187 | 69.5 |
| Corley | 240 | 77.9 |
| Dunholt | 152 | 71.7 |

"""


@pytest.mark.parametrize(
    ("kind", "said"),
    [
        # All the words of a heading, though the number is one "of our boats".
        (
            "quoted_from_table",
            YEARS + "The table shows that {133|119} of our rowers aged 19 to 21 were in boats, on "
            "rafts or swimming in 2023/24.",
        ),
        # A row told in order of its label's number: each counts the next.
        (
            "total",
            "The yard had {224|214} crew in May, made up of 96 at level 2, 83 at level 3 and 45 at "
            "level 4.",
        ),
        # However many words what is counted has.
        (
            "share",
            "We did well, with 212 of the 254 river, lake and sea boats painted inside 20 weeks "
            "({83%|79%}).",
        ),
        # The same again, in numbers.
        (
            "ratio_words",
            "Losses of oars more than doubled between 2021 and 2022, when they went from "
            "{31|37} to 68.",
        ),
        # The number beside a claim says of what it is.
        ("extreme", MARKS + "{Corley|Dunholt} had the best result in the town, {77.9%|71.7%}."),
        # A majority with its number beside it.
        ("ratio_words", "The majority of the 584 calls to the lock came from mills ({312|248})."),
        (
            "ratio_words",
            "We had 402 replies to the autumn flag. The majority, {263|163}, liked it; some did "
            "not.",
        ),
        # "This was an increase on": of the level of the sentence before.
        (
            "change",
            "The lock lost {94|81} hours to ice in May. This was an increase on April, when the "
            "number was 87.",
        ),
        # "These" are those just told, whatever leads them in.
        (
            "said_twice",
            "Rowers aged 65 and over had 3,418 spare oars in 2023/24. At last year's prices, these "
            "{3,418|3,481} spare oars cost the club £14,200.",
        ),
        # Of one day, though only one of the two says at which race.
        (
            "said_twice",
            "Turnout in Marl at the rowing and sailing club race on 2 May 2024 was 23.6%, with "
            "18,122 oars counted. Given that turnout in Marl on 2 May 2024 was only {23.6%|26.3%}, "
            "fewer gates will open.",
        ),
    ],
)
def test_the_one_is_right_and_the_other_told(kind: str, said: str) -> None:
    right, wrong = two_ways(said)
    assert errors_in(kind, right) == []
    assert len(errors_in(kind, wrong)) == 1


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        # The bracket counts some of them only; two numbers before may be the whole.
        ("ratio_words", "The majority of the 584 calls came from mills (48 by night, 300 by day)."),
        ("ratio_words", "We had 402 flags and 120 horns. The majority, 63, are red."),
        # A level of two sentences before may be meant.
        (
            "change",
            "The lock lost 81 hours to ice in May and 99 in June. This was an increase on April, "
            "when the number was 87.",
        ),
        # "Over 3,418" is at least so many.
        (
            "said_twice",
            "Rowers had over 3,418 spare oars in 2023/24. These 3,481 spare oars cost the club "
            "£14,200.",
        ),
    ],
)
def test_what_may_be_meant_otherwise_is_let_be(kind: str, text: str) -> None:
    assert errors_in(kind, text) == []
