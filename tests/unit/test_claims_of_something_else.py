"""Numbers that stand by a table, a list or a whole, and are of something else."""

import pytest

from tests.factories.statements import errors_in

PORT = (
    "## The port\n\n| Year | Tonnes landed | Ferry riders |\n|---|---|---|\n| 2021 | 4,120 | "
    "312,400 |\n| 2022 | 4,215 | 418,900 |\n| 2023 | 4,046 | 466,200 |\n\n"
)
TOWNS = (
    "## Towns\n\n| Town | People | Lamps |\n|---|---|---|\n| Ash | 212,000 | 640 |\n"
    "| Birch | 148,000 | 610 |\n| Elm | 96,000 | 592 |\n\n"
)
SHARES = (
    "## Towns\n\n| Town | Lamps 2011 | Lamps 2021 | Share of all lamps |\n|---|---|---|---|\n"
    "| Ash | 640 | 660 | 51.2% |\n| Birch | 410 | 455 | 35.3% |\n| Elm | 172 | 174 | 13.5% |\n\n"
)


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        # 2022 is what the change is told on, and 466,200 of the year after.
        ("quoted_from_table", f"{PORT}Ferry riders rose by 11.3% on 2022, to 466,200."),
        # Of the increase, and not of all.
        ("quoted_from_table", f"{SHARES}The largest percentage increase was in Birch, at 11.0%."),
        # For each so many people.
        ("extreme", f"{TOWNS}Relative to people, the number of lamps was highest in Elm."),
        # After one that has been named.
        (
            "extreme",
            "The share ranges from 3.1% in Ash to 34.2% in Elm; the next highest is Birch, with "
            "28.7%.",
        ),
        # The first item of the row, which makes a whole that is not told.
        (
            "total",
            "Millers made 612 of the calls to our bell, bakers 203, the callers themselves 175, "
            "smiths 148 and sailors 96.",
        ),
        # Right of a number of its own sentence, whatever the lines beside it are of.
        (
            "share",
            "There were 7,265 lamps in the town.\n\n- 4,141 lamps (57%) were lit by gas.\n"
            "- 6,538 lamps (90%) had a post.\n- 6,340 lamps were asked for and 5,199 (82%) came.",
        ),
    ],
)
def test_what_is_of_something_else_is_let_be(kind: str, text: str) -> None:
    assert errors_in(kind, text) == []


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("quoted_from_table", f"{PORT}Ferry riders numbered 466,200 in 2022."),
        ("extreme", f"{TOWNS}The number of lamps was highest in Elm."),
        (
            "total",
            "We had 612 calls in the year: 203 from bakers, 175 from callers themselves, 148 from "
            "smiths and 96 from sailors.",
        ),
    ],
)
def test_what_is_of_it_is_told(kind: str, text: str) -> None:
    assert len(errors_in(kind, text)) == 1
