"""Shares in long passages: several wholes, years and groups beside each other."""

import pytest

from goldenthread.claims.checking import check
from goldenthread.claims.checks import above_whole, share, shares_of_whole
from goldenthread.claims.documents.lines import document_from_text
from goldenthread.claims.reading import Reading

KINDS = [share.KIND, above_whole.KIND, shares_of_whole.KIND]
HUBS = """## Family hubs, 2023-24

The five hubs saw 3,412 families in the year, 9% more than the 3,130 of 2022-23. Of these, 1,194
(35%) came for the first time and 648 (19%) had come in each of the last three years. Eleven
families (0.3%) were turned away, against 20 (0.6%) in the year before.

Mothers came alone in 2,559 cases (75%), fathers in 512 (15%) and grandparents in 102 (3%). The
remaining 239 came as couples. The regional average for fathers is 11%, and a review of 25 hubs is
under way.

Satisfaction stood at 94% among the 812 who gave a view. Most of them, 702, would recommend the
hub. Of the 29 who would not, 12 (41%) named opening hours and 53 letters (2%) came from abroad.
"""
TRADES = """Starts. There were 2,480 starts in 2023, 310 fewer than in 2022.

* building: 620 (25%)
* care: 496 (20%)
* engineering: 446 (18%)

At level 3 there were 1,116 (45%), of whom 402 (36%) were women. Of the 1,910 apprentices whose
course ended in the year 1,031 (54%) achieved; 592 of these were aged 19 or over and 439 (43%)
younger. The levy raised £3.1m, of which £1.7m (55%) was spent and £0.4m, 13%, handed back.
"""


def printed(text: str) -> list[str]:
    """What the checks of shares call wrong."""
    passage = text.replace("\n* ", "\n\n* ")
    return [
        each.printed
        for each in check(Reading((document_from_text("a.txt", passage),)), KINDS).faults
    ]


@pytest.mark.parametrize("text", [HUBS, TRADES])
def test_a_right_passage_is_left_alone(text: str) -> None:
    assert printed(text) == []


@pytest.mark.parametrize(
    ("text", "right", "wrong"),
    [
        (HUBS, "cases (75%)", "cases (57%)"),
        (HUBS, "512 (15%)", "512 (51%)"),
        (HUBS, "12 (41%)", "12 (14%)"),
        (TRADES, "496 (20%)", "496 (26%)"),
        (TRADES, "402 (36%)", "402 (63%)"),
        (TRADES, "1,031 (54%)", "1,031 (45%)"),
    ],
)
def test_one_wrong_share_of_a_passage_is_found(text: str, right: str, wrong: str) -> None:
    """And nothing else is called wrong with it."""
    assert right in text
    assert printed(text.replace(right, wrong)) == [wrong.split("(")[1].rstrip(")")]
