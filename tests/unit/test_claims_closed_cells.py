"""A number beside a table that is its cell's neighbour, in whatever words it is told."""

import pytest

from goldenthread.claims.checking import check
from goldenthread.claims.documents.lines import document_from_text
from goldenthread.claims.reading import Reading
from goldenthread.nouns.fault import Severity

MILLS = (
    "| Mill | Sacks ground 2022 | Loaves sold 2022 |\n|---|---|---|\n| Ashford | 1,304 | 4,915 |\n"
    "| Long Water | 978 | 3,640 |\n| Stover | 651 | 2,758 |\n\n"
)
LOST = (
    "| Where letters went | 2021 | 2022 |\n|---|---|---|\n| Lost at the sorting office | 412 | 386 "
    "|\n| Lost on the ferry | 157 | 173 |\n| Lost on the night train | 241 | 268 |\n\n"
)
STEPS = (
    "| Walk | Walkers | Dogs |\n|---|---|---|\n| Fell Edge | 318 | 64 |\n| Nine Stones | 476 | 112 "
    "|\n| Down to Sea | 129 | 88 |\n\n"
)
WALKS = (
    "Walkers by walk\n\n| Walk | Spring | Autumn |\n|---|---|---|\n| Ridge | 318 | 264 |\n"
    "| Stones | 476 | 412 |\n| Seaside | 129 | 188 |\n\n"
)


def _errors(text: str) -> list[str]:
    faults = check(Reading((document_from_text("mill.txt", text),))).faults
    return [
        each.printed
        for each in faults
        if each.kind == "quoted_from_table" and each.severity is Severity.ERROR
    ]


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        (MILLS + "In 2022 our Stover mill ground 651 sacks and gave out 3,640 loaves.", "3,640"),
        (
            LOST + "There were 173 letters lost on the ferry in 2022, and 241 lost on the night "
            "train in the same year.",
            "241",
        ),
        # The row whose number it is has its own number further on.
        (
            WALKS + "Ridge attracted 188 walkers in the autumn, and seaside walks fell to 129 in "
            "the spring.",
            "188",
        ),
    ],
)
def test_a_neighbour_of_the_cell_is_an_error(text: str, printed: str) -> None:
    """Row and column are named in the table's own words, and the number is of another row."""
    assert _errors(text) == [printed]


@pytest.mark.parametrize(
    "text",
    [
        MILLS + "In 2022 our Stover mill ground 651 sacks and gave out 2,758 loaves.",
        # Of another time, or an end of a change.
        LOST + "In 2022, 173 letters were lost on the ferry, as against 157 the year before.",
        LOST + "Letters lost on the ferry went from 157 to 173 in 2022.",
        # Of another row that the sentence names, or of the sum of two cells.
        STEPS + "Nine Stones drew nearly 480 walkers with their 112 dogs, and Down to Sea, which "
        "is done one by one, saw 129.",
        # The cell is told already.
        MILLS + "Stover ground 651 sacks, and 978 sacks more lay unground at Stover.",
        # Of another time than the table's.
        MILLS + "In 2019 our Stover mill ground 978 sacks.",
    ],
)
def test_what_the_cell_may_not_be_meant_by_is_left_alone(text: str) -> None:
    """Each of these agrees with the table, or is of what it does not show."""
    assert _errors(text) == []
