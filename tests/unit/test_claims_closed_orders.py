"""A place in an order claimed for a value of a closed list, or for a cell of a table."""

import pytest

from goldenthread.claims.checking import check
from goldenthread.claims.documents.lines import document_from_text
from goldenthread.claims.reading import Reading
from goldenthread.nouns.fault import Severity

HARVESTS = (
    "Picking the wheat took {} days in 2019, 41 in 2020, 52 in 2021 and 38 in 2022. "
    "The longest picking of the four years was that of 2019."
)
FIELDS = "{} were the largest single user of water with 310 litres. {}"
DEPTHS = (
    "| Pond | Q1 | Q2 | Q3 |\n|---|---|---|---|\n| North pond depth | 61% | 84% | 79% |\n"
    "| South pond depth | 88% | 90% | 93% |\n| Mill pond depth | 42% | 40% | 47% |\n\n"
)
CROPS = (
    "| Kind of crop | Sacks, 2022 |\n|---|---|\n| Barley | 402 |\n| Field beans | 117 |\n"
    "| Oats | 263 |\n| Rye | 88 |\n\n"
)


def _errors(text: str) -> list[str]:
    faults = check(Reading((document_from_text("field.txt", text),))).faults
    return [
        each.printed
        for each in faults
        if each.kind == "extreme" and each.severity is Severity.ERROR
    ]


@pytest.mark.parametrize(
    "text",
    [
        HARVESTS.format(44),
        "In 2020 we lost 31 hives, the lowest number in the four years shown: there were 52 in "
        "2019, 27 in 2021 and 46 in 2022.",
        "Sheep were the largest single user of water with 310 litres. Cattle took 455, hens 62 "
        "and the dairy 190.",
        "Plums, at £410, were our second largest crop, after apples (£960) and pears (£630). "
        "Quinces brought £75.",
        DEPTHS + "The south pond was highest in Q3 (93%), and the north pond also had its highest "
        "level in that quarter, 79%.",
        CROPS + "Barley was the largest crop (402), with field beans second.",
    ],
)
def test_a_place_that_no_reading_bears_out_is_an_error(text: str) -> None:
    """Told with the value, with its label, or of a cell: another value stands before it."""
    assert len(_errors(text)) == 1


@pytest.mark.parametrize(
    "text",
    [
        HARVESTS.format(57),  # it is so
        # A day's number is none of the months'.
        "Boats were 310 in April, 342 in May, 298 in June and 330 in July. The highest daily "
        "number, 31, was on 4 April.",
        "Boats: Weston 1,240, Easton 1,310, Norton 980. Weston is the most expensive.",
        # A number of something else, so that the list is not closed.
        FIELDS.format("Sheep", "Cattle are 455 in number, hens 62 and geese 31."),
        # What they all make comes first.
        "Water: 900 litres in all. Sheep were the largest user with 310, hens took 290 and the "
        "dairy 300.",
        # Another value is called the same: two measures.
        "Barley fills the largest barn, 410 square metres. Oats took 520 and rye 330. The largest "
        "field, at 520, is let.",
        # A label that two values have.
        "Oak bore 310 acorns, elm 240 and ash 180; the most seedlings were under ash (95), and "
        "oak had 60.",
        # One of some only, one but for another, one by head.
        "Elm gave 41 sacks, Oak 57 and Fir 62. Of the two on clay, Elm gave the most.",
        "Elm gave 41 sacks, Oak 57 and Fir 62. Per tree, Elm gave the most.",
        "Elm gave 41 sacks, Oak 57 and Fir 62. Apart from Fir and Oak, Elm gave the most.",
        # A measure of its own.
        "Elm gave 41 sacks, Oak 57 and Fir 62. Elm has the longest shadow.",
        # The lowest of the rates, which the first half of the sentence tells.
        "Oats made up 27% of the crop, rye 18% and beans 15%. The highest spoiling rate was in "
        "barley, at 85%; the lowest was in peas, at 44%.",
        # How far two values lie apart is no third.
        "The well is shallowest at Elm with 73 feet and Oak has 84, a gap of 11 feet.",
    ],
)
def test_what_may_be_of_something_else_is_left_alone(text: str) -> None:
    """Each of these is true, or may be so of what is not told."""
    assert _errors(text) == []


@pytest.mark.parametrize(
    "told",
    [
        "Barley was the largest crop (402), with oats second.",
        "By weight field beans were the largest crop.",
        "Field beans had the most sacks spoilt, 3.",
        "Barley and oats were sown most often in spring, and field beans second.",
    ],
)
def test_a_place_in_a_table_may_be_of_another_measure(told: str) -> None:
    """The cell is known by its row and its number, and by nothing that the table lacks."""
    assert _errors(CROPS + told) == []
