"""Superlatives of values that are all a text tells, and of the rows of a table named otherwise."""

import pytest

from goldenthread.claims.language.numbers import quantities_in
from goldenthread.claims.orders.values.model import Point
from goldenthread.claims.orders.ways.all_told import is_all_told
from tests.factories.statements import errors_in, every_error, faults_in

_CLUBS = """| Club | Boats | Ready in time |
| --- | --- | --- |
| Alder | 58 | 66% |
| Birch | 30 | 73% |
| Cedar | 45 | 71% |
| Dogwood | 60 | 59% |

"""
_QUARTERS = """| Quarter | Kites | Balloons |
| --- | --- | --- |
| Apr–Jun | 402 | 96 |
| Jul–Sep | 455 | 88 |
| Oct–Dec | 371 | 121 |
| Jan–Mar | 318 | 109 |

"""


@pytest.mark.parametrize(
    "text",
    [
        "Fewest fell to the gardeners: sailors took 12 cups, gardeners 7, cooks 9 and potters 3.",
        "Lost kites: Mon 14, Tue 11, Wed 9, Thu 12, Fri 16. Quietest day was Tuesday.",
        "Of the three sheds the tidiest was Elm, lowest in lost tools at 42: Ash lost 36, Oak 51.",
    ],
)
def test_one_superlative_is_of_the_values_that_are_all_there_is(text: str) -> None:
    assert len(errors_in("extreme", text)) == 1


def _are_all(text: str) -> bool:
    """Whether the numbers before the full stop are all that a text tells."""
    points = [
        Point(label="", printed=each.text.strip(), interval=each.interval)
        for each in quantities_in(text.split(".")[0])
    ]
    return is_all_told(text, points)


def test_a_list_is_all_there_is_where_nothing_else_is_told() -> None:
    assert _are_all("Lost kites: Ash 14, Elm 11, Oak 9. Fewest were lost in Elm.")
    assert _are_all("Lost kites: Ash 14, Elm 11, Oak 9. Of the three fewest were lost in Elm.")


@pytest.mark.parametrize(
    "text",
    [
        "Lost kites: Ash 14, Oak 9. Fewest were lost in Ash.",  # two only
        "Lost kites: Ash 14, Elm 11, Oak 90. Fewest were lost in Elm.",  # of another size
        "Lost kites: Ash 14%, Elm 11, Oak 9. Fewest were lost in Elm.",  # of another measure
        "Lost kites: Ash 14, Elm 11, Oak 9. After Oak fewest were lost in Elm.",  # set apart
        "Lost kites: Ash 14, Elm 11, Oak 9. Fewest per shed were lost in Elm.",
        "Lost kites: Ash 14, Elm 11, Oak 9. Fewest of 50 were lost in Elm.",  # one number more
        "Lost kites: Ash 14, Elm 11, Oak 9. The fewest were lost in the three.",  # of them all
        "Lost kites: Ash 14, Elm 11, Oak 9. Kites of silk were the most common.",
        "Lost: kites (Ash 14, Elm 11), boats (Ash 17, Elm 9). Fewest were lost in Ash.",
        "Lost kites: Ash 14, Elm 11, Oak 9. Elm lost fewest, and the highest kite was at Ash.",
    ],
)
def test_a_list_is_not_all_there_is_where_more_is_told(text: str) -> None:
    assert not _are_all(text)


def test_the_same_words_are_told_once() -> None:
    text = "Kites lost were 13% in spring, 15% in summer, 12% in autumn. Having peaked in spring, "
    assert len(errors_in("extreme", f"{text}it is now moving down.")) == 1


def test_the_best_of_the_own_body_is_the_best_of_those_shown() -> None:
    said = "Cedar had the best result in the {}, 71%."
    assert len(errors_in("extreme", _CLUBS + said.format("trust"))) == 1
    assert not errors_in("extreme", _CLUBS + said.format("trust").replace("Cedar", "Birch, at 73%"))
    assert not errors_in("extreme", _CLUBS + said.format("region"))


def test_a_superlative_may_open_its_sentence_with_its_number_after_it() -> None:
    assert every_error(_CLUBS + "The poorest, 66%, was at Alder.") == [("extreme", "poorest")]
    assert not faults_in("extreme", _CLUBS + "The poorest, 59%, was at Dogwood.")


def test_months_of_a_row_may_be_cut_short() -> None:
    said = _QUARTERS + "We lost the highest number of balloons in {}."
    assert every_error(said.format("January to March (109)")) == [("extreme", "highest")]
    assert not every_error(said.format("October to December (121)"))
    # A quarter of another year is none of the table's.
    assert not errors_in("extreme", said.format("January 2019 to March 2019 (109)"))


def test_a_majority_may_be_called_any_and_is_more_than_half() -> None:
    said = "In all 1,130 slips came in. An outright majority ({}) chose kites, and 232 neither."
    assert every_error(said.format(487)) == [("ratio_words", "an outright majority")]
    assert not every_error(said.format(687))


def test_what_remains_is_of_the_part_told_of_its_whole() -> None:
    said = "In 233 of the 412 sheds a kite had been mended. The remaining {} had none."
    assert every_error(said.format(189)) == [("share", "189")]
    assert not every_error(said.format(179))
    others = "In 233 of the 412 sheds a kite had been mended. In all other sheds it was 189."
    assert not errors_in("share", others)
    apart = "In June 233 sheds had a kite, and 412 were open. The remaining 189 had none."
    assert not errors_in("share", apart)
