"""Shares with what they leave, the rest of a hundred, in their order, over two sentences."""

import pytest

from goldenthread.claims.checking import check
from goldenthread.claims.documents.lines import document_from_text
from goldenthread.claims.reading import Reading
from goldenthread.nouns.fault import Severity

PAIRS = (
    ("Some 31% of posts were held by women and the other {} by men.", "69%", "59%"),
    ("Rent made up 62%, grants 21% and the remaining {} came from sales.", "17%", "27%"),
    ("Girls were 64% of the sample and boys, who made up all the rest, {}.", "36%", "46%"),
    ("With 27 of its 36 vans electric, the fleet is now {} electric.", "75%", "67%"),
    ("Twenty of the 80 beds were taken, leaving 60 ({}) free.", "75%", "67%"),
    ("Of the 80 homes, 60 were let in a week, leaving 20 ({}) empty.", "25%", "33%"),
    ("Some 214 of the 256 places were taken up ({}).", "84%", "87%"),
    ("There were 156 allegations against staff. Forty-seven ({}) were upheld.", "30%", "36%"),
    ("There were 2,205 responses. 1,389 residents ({}) were against.", "63%", "67%"),
    ("Fees brought in £2.1m, only {} of the £3.5m that was spent.", "60%", "52%"),
    ("Four of 26 were late, compared with 9 of 24: 15% against {}.", "38%", "48%"),
    ("Sixty of 75 were settled; of the remaining 15, five ({}) went on.", "33%", "20%"),
)


def errors(text: str) -> list[str]:
    found = check(Reading(documents=(document_from_text("a.txt", text),))).faults
    return [fault.kind for fault in found if fault.severity is Severity.ERROR]


@pytest.mark.parametrize("said", [sentence.format(right) for sentence, right, _ in PAIRS])
def test_shares_that_come_out_are_let_be(said: str) -> None:
    assert errors(said) == []


@pytest.mark.parametrize("said", [sentence.format(wrong) for sentence, _, wrong in PAIRS])
def test_shares_that_do_not_come_out_are_wrong(said: str) -> None:
    assert errors(said) == ["share"]


@pytest.mark.parametrize(
    "said",
    [
        "Of the 60% who replied, 40% said yes and the other 20% no.",
        "Of the half who replied, 40% said yes and the other 10% were unsure.",
        "We lost 31% of staff and the remaining 59% of posts were frozen.",
        "Of the 80 homes, 60 were let, leaving 20 (33% of the let ones) empty.",
        "We had 412 referrals. 210 children (67%) had been known before.",
        "Of all 4,350 placings, 3,045 (70%) were near. Among these, 609 (20%) were with kin.",
        "Of 900 pupils, 82% know whom to tell: lowest of the three, as in 2022 (66%).",
        "In Year 6, 72% could read and 74% add, with 63% doing both.",
        "Some 38% of boys, 47% of girls and 58% of others came; in all, 48% of the 2,100 pupils.",
    ],
)
def test_shares_of_another_whole_are_let_be(said: str) -> None:
    assert errors(said) == []
