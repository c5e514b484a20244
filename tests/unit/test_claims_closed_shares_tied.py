"""Shares that words, sums, nouns or a table tie to their part and whole, wherever those stand."""

import pytest

from goldenthread.claims.checking import check
from goldenthread.claims.documents.lines import document_from_text
from goldenthread.claims.reading import Reading
from goldenthread.nouns.fault import Severity

_TABLE = (
    "| Income | 2022/23 (£) | 2023/24 (£) |\n|---|---|---|\n| Barges | 30,000 | 20,000 |\n"
    "| Locks | 45,000 | 60,000 |\n| Mills | 25,000 | 45,000 |\n| Total | 100,000 | 125,000 |"
)
_BASINS = (
    "| Basin | Berths | Waiting list |\n|---|---|---|\n| Old Quay | 310 | 64 |\n"
    "| Fish Dock | 420 | 11 |\n| Marina | 510 | 27 |\n| Coal Pier | 260 | 18 |\n"
    "| Harbour | 1,500 | 120 |"
)


def told(text: str) -> list[str]:
    found = check(Reading(documents=(document_from_text("a.txt", text),))).faults
    return [each.printed for each in found if each.severity is Severity.ERROR]


@pytest.mark.parametrize(
    ("said", "right", "wrong"),
    [
        # What the greater number would bear out is not meant: the words name the smaller one.
        (
            "We opened 640 crates and 160 held glass. The glass was whole in 120 of those 160 "
            "crates ({}).",
            "75%",
            "19%",
        ),
        ("In all 900 ringers wrote. Of the 180 who were unhappy, 45 ({}) left.", "25%", "5%"),
        (
            "There are 80 rowers. A licence was held by 60 of them ({}); in May it was held by 45 "
            "of 72 (62.5%).",
            "75%",
            "83.3%",
        ),
        ("The pier had 27 leaks among 360 planks ({}) in May.", "7.5%", "12%"),
        (
            "Cards went to 1,500 growers between 30 and 60, and 600 of these answered, giving a "
            "return of {}.",
            "40%",
            "46%",
        ),
        # The two parts come to the number told before them.
        ("The poll drew 2,400 slips, 1,800 by post ({}) and 600 by hand.", "75%", "68%"),
        (
            "Of 320 looms 240 ran, which is 75%. The remaining 80 looms, {} of those installed, "
            "stood still.",
            "25%",
            "31%",
        ),
        # No noun of its own, or that of the number before it.
        ("The offer was made to 640 tenants and taken up by 384 ({}).", "60%", "50%"),
        (
            "We have 5,012 pupils. Pupils from the hills number 1,203 ({}), and from the coast 31.",
            "24%",
            "29%",
        ),
        (
            "Nine of the 60 kilns we saw were cold and a further 21 only warm. In other words, {} "
            "of kilns were not hot.",
            "50%",
            "45%",
        ),
        (
            "The farm asked 8,012 people, of whom 6,009 came. Turnout thus stood at {}, still "
            "under the 90% target.",
            "75%",
            "71%",
        ),
        (_TABLE + "\n\nIncome grew again. Locks brought in {} of the total.", "48%", "45%"),
        (_BASINS + "\n\nOld Quay accounted for {} of the waiting list.", "53%", "9%"),
    ],
)
def test_a_share_is_told_where_nothing_else_may_be_meant(said: str, right: str, wrong: str) -> None:
    assert told(said.format(right)) == []
    assert told(said.format(wrong)) == [wrong]


@pytest.mark.parametrize(
    "said",
    [
        # Of another number, a change, a share of a share, another's share, what is left.
        "We gave £5.30 million, that is £0.45 million (9.3%) more than the £4.85 million before.",
        "Sixty per cent of the 50 members came, 70% of them by train (21).",
        "Nets were set on 214 nights and held fish on 188; the best pool had a catch rate of 96%.",
        "Though 4 of the 7 wards are calm, the other 3 wards lie sixth (50% to 30% least windy).",
        "We hold 15,300 plates and 9,945 prints. Scanning is 56% complete.",
        "Nine of 12 posts were filled, a vacancy rate of 25%.",
        "In May 2024 we kept 4,126 plans. This is an increase of 414 (11.2%) on May 2023, when "
        "there were 3,712, and of 65.9% since May 2019 (2,487).",
        _TABLE + "\n\nIn 2022/23 Locks brought in 45% of the total.",
        _TABLE + "\n\nThe year before, Locks brought in 45% of the total.",
        _TABLE + "\n\nAt Locks 45% of the gates leak.",
        _BASINS + "\n\nOld Quay accounted for 9% of the complaints.",
    ],
)
def test_a_share_of_something_else_is_let_be(said: str) -> None:
    assert told(said) == []


def test_one_share_of_a_passage_is_of_the_number_that_those_around_it_are_of() -> None:
    page = (
        "# Gauges\n\nThe network sent 15,000 readings.\n\n# Use\n\nFarmers asked for 10,500 of the "
        "readings (70%).\n\nOf those left unread, 6,000 ({}) were late, and 2,400 (16%) were lost."
    )
    assert told(page.format("40%")) == []
    assert told(page.format("33%")) == ["33%"]


def test_no_more_than_all_of_a_whole_named_late_in_its_clause() -> None:
    said = "Lost calls involved {} sailors in the quarter, 131 of whom were at sea."
    assert told(said.format(181)) == []
    assert told(said.format(118)) == ["131"]
    assert told("Crews of 118 sailors in the quarter, 131 of whom were at sea.") == []
