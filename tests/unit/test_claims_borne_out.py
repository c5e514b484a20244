"""Of two numbers that may be one with a slip, the one that the text's own arithmetic bears out."""

import pytest

from goldenthread.claims.checks import quoted_from_table, said_twice
from goldenthread.claims.documents.lines import document_from_text
from goldenthread.claims.found import Findings
from goldenthread.claims.reading import Reading
from goldenthread.nouns.fault import Severity

BOATS = "# The boat club, 2021/22\n\n## {}\n\n{}\n\n## {}\n\n{}"
LAKES = (
    "# Our lakes\n\nWhat the wardens counted follows.\n\n| Lake | Boats 2021 | Boats 2022 | "
    "Moorings let | Full |\n|---|---|---|---|---|\n| Ash Water | 1,204 | 1,317 | 388 | 71.6% |\n"
    "| Elm Water | 986 | 941 | 402 | 80.5% |\n| Oak Water | 655 | 712 | 143 | 66.3% |\n\n"
)
MONEY = (
    "# The accounts\n\n## What we spent (£000)\n\n| Line | Budget | Spent |\n|---|---|---|\n"
    "| Sails and ropes | 17,860 | 18,342 |\n| Jetties | 9,420 | 10,115 |\n\n## Remarks\n\n{}"
)


def errors(kind, text):
    """What is printed at every error of one kind."""
    findings = Findings()
    kind.run(Reading((document_from_text("1.txt", text),)), findings)
    return [each.printed for each in findings if each.severity is Severity.ERROR]


@pytest.mark.parametrize(
    ("first", "then", "printed"),
    [
        # The noun stands in the sentence before, and the group is spoken of as known.
        (
            "Repairs went on all winter. We made 638 against 611 in 2020/21, which is 4.4% more.",
            "The 683 repairs made in the year were all paid for, 571 of them in a week.",
            "683",
        ),
        (
            "Members mended 1,318 sails, and most went out again.",
            "Of the 1,138 sails, 904 (79.4%) were back within a week.",
            "1,138",
        ),
        # What somebody did is what they are called by.
        (
            "We had 2,318 replies, the most since the club began.",
            "Many of the 2,381 people who replied also wrote of the weather.",
            "2,381",
        ),
        # The noun follows the number with the one that owns it, or leads it in.
        (
            "In 2021/22 the club made 5,874 visits to children, against 5,102 (15.1% more).",
            "Only three of us may follow up the 5,784 children’s visits of 2021/22.",
            "5,784",
        ),
        (
            "Moorings let: 862 across the lakes (Ash 391, Elm 302 and Oak 169).",
            "Note that 826 moorings is the most since 2010.",
            "826",
        ),
        # A sum of money is called by its name, before it or after it.
        (
            "The town gave us a fund of £12,500 to share out.",
            "Keep the £15,200 fund going.",
            "£15,200",
        ),
        (
            "The overspend of £13,500 was met from savings.",
            "The savings, drawn on for this year's overspend of £31,500, stand at £41,000.",
            "£31,500",
        ),
    ],
)
def test_a_group_known_by_its_number_is_called_by_another(first, then, printed):
    text = BOATS.format("The year", first, "In short", then)
    assert errors(said_twice.KIND, text) == [printed]


@pytest.mark.parametrize(
    ("first", "then"),
    [
        # Both work out.
        (
            "Repairs went on all winter. We made 638 against 611 in 2020/21, which is 4.4% more.",
            "Of the 683 repairs asked for, 571 (83.6%) came from the lakes.",
        ),
        # Neither does, and the numbers are short.
        ("We mended 214 sails.", "The 241 sails hang in the loft."),
        # Another group of that noun, another time, another whose.
        (
            "We mended 638 sails against 611 the year before (4.4% more).",
            "The 683 sails sold by the school paid for the paint.",
        ),
        (
            "In 2021/22 we mended 638 sails, 58 more (10.0%) than the 580 of 2020/21.",
            "The 683 sails mended in 2018/19 were mostly small.",
        ),
        (
            "Police took 412 calls, 103 of them (25.0%) at night.",
            "Schools rang too. The 421 calls from schools came by day.",
        ),
        # The one is made of the other.
        (
            "We mended 638 sails against 611 the year before (4.4% more).",
            "With the 45 left from spring, the 683 sails fill the loft.",
        ),
        # Another noun, and another name.
        (
            "We mended 638 sails against 611 the year before (4.4% more).",
            "The 683 members were all thanked.",
        ),
        (
            "The town gave us a fund of £12,500 to share out.",
            "The £15,200 grants that others had were not for boats.",
        ),
    ],
)
def test_another_group_may_have_such_a_number(first, then):
    text = BOATS.format("The year", first, "In short", then)
    assert errors(said_twice.KIND, text) == []


@pytest.mark.parametrize(
    ("sentence", "printed"),
    [
        (
            "Oak Water stands apart at 66.3%, and at the end of March it had 134 moorings let.",
            "134",
        ),
        ("Ash Water’s 338 moorings came with the new jetty.", "338"),
        ("In Elm Water the new jetties brought us 408 moorings let, the most of all.", "408"),
        ("At Ash Water it was no better than 76.1%, though the jetty is new.", "76.1%"),
    ],
)
def test_a_slip_of_the_cell_of_the_row_named(sentence, printed):
    text = f"{LAKES}## What it means\n\nThe wardens met twice.\n\n{sentence}"
    assert errors(quoted_from_table.KIND, text) == [printed]


@pytest.mark.parametrize(
    "sentence",
    [
        "Oak Water stands apart at 66.3%, and at the end of March it had 143 moorings let.",
        # Borne out by a share beside it.
        "At Oak Water 134 of the 200 boats (67.0%) were let to schools.",
        # Another row is named last.
        "Oak Water has the fewest; at Elm Water 134 boats were let to schools.",
        # Another time, another sense.
        "Oak Water had 134 moorings let in 2019.",
        "Oak Water hopes for a target of 134 moorings let.",
        "Ash Water’s 338 benches came with the new jetty.",
        # A share worked out of two cells of the row is no cell.
        "At Ash Water 29.5% of the boats had moorings, against 42.7% at Elm Water.",
    ],
)
def test_no_slip_of_a_cell(sentence):
    text = f"{LAKES}## What it means\n\nThe wardens met twice.\n\n{sentence}"
    assert errors(quoted_from_table.KIND, text) == []


def test_a_heading_says_what_money_a_table_is_in():
    wrong = MONEY.format("**Sails and ropes.** The largest line, at £18.432m.")
    right = MONEY.format("**Sails and ropes.** The largest line, at £18.342m.")
    assert errors(quoted_from_table.KIND, wrong) == ["£18.432m"]
    assert errors(quoted_from_table.KIND, right) == []


def test_what_a_forecast_starts_from_stands_before_its_table():
    text = (
        "We had 468 boats in 2021.\n\n| Year | Low | Middle |\n|---|---|---|\n| 2022 | 461 | 474 |"
        "\n| 2023 | 455 | 481 |\n| 2024 | 452 | 486 |\n| 2025 | 448 | 489 |\n\n"
        "Under the middle forecast boats grow by 21 from 468 to 489."
    )
    assert errors(quoted_from_table.KIND, text) == []


def test_an_average_is_no_cell():
    text = (
        "| Boat | Mended | Working days |\n|---|---|---|\n| A | May | 15 |\n| B | June | 14 |\n"
        "| C | July | 19 |\n\nOn average the three took 16.3 working days."
    )
    assert errors(quoted_from_table.KIND, text) == []


def test_what_makes_up_a_share_has_not_gone_up():
    text = (
        "| Boats | 2021 | 2022 | Change |\n|---|---|---|---|\n| Sailing | 1,337 | 1,310 | -2% |\n"
        "| Rowing | 758 | 894 | +18% |\n| All | 2,095 | 2,204 | +5% |\n\n"
        "Sailing boats are the largest group and now make up 59% of all of them."
    )
    assert errors(quoted_from_table.KIND, text) == []
