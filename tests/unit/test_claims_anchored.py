"""Numbers of a passage held against tables near by, and against where they are told again."""

import pytest

from goldenthread.claims.checking import check
from goldenthread.claims.documents.lines import document_from_text
from goldenthread.claims.quoting.lost_tables import lost_tables
from goldenthread.claims.reading import Reading
from goldenthread.nouns.fault import Severity


def _reading(text: str) -> Reading:
    return Reading((document_from_text("page.md", text),))


def _errors(text: str) -> list[tuple[str, str]]:
    return [
        (each.kind, each.printed)
        for each in check(_reading(text)).faults
        if each.severity is Severity.ERROR
    ]


PROJECTED = """{prose}

Note: the figures are those of the harbour board, published in spring.

| Ages | 2016 (estimate) | 2026 projection | % change to 2026 | 2036 projection | % to 2036 |
| :--- | ---: | ---: | ---: | ---: | ---: |
| 0-14 | 41,800 | 44,300 | 6.0% | 44,800 | 7.2% |
| 15-64 | 143,700 | 148,100 | 3.1% | 149,000 | 3.7% |
| 65-84 | 38,700 | 47,600 | 23.0% | 55,500 | 43.4% |
| 85+ | 7,100 | 9,500 | 33.8% | 15,800 | 122.5% |
| Overall | 231,300 | 249,500 | 7.9% | 265,100 | 14.6% |
"""

# A blank line below the line that parts heading and rows, and the latest time meant.
RATES = """{prose}

This does not take account of how old the members are.

Table 4: Share of members in arrears

| Group | 2015-18 | 2016-19 | 2017-20 |
| --- | --- | --- | --- |

| Rowers | 35% | 44% | 48% |
| Anglers | 24% | 25% | 23% |
| Divers | 17% | 18% | 18% |
"""

LINES = """{prose}

Year 8 Year 10 Total

Visits by club and season Spring Summer Autumn Winter

Rowers 1,210 1,644 1,390 812 Anglers 2,318 2,942 2,455 1,377 Divers 403 771 618 120
"""


@pytest.mark.parametrize(
    ("told", "errors"),
    [
        ("by 23.0% by 2026, and 43.4% by 2036", []),
        ("by 23.0% by 2026, and 34.4% by 2036", ["34.4%"]),
    ],
)
def test_a_change_told_of_a_row_and_a_year_below(told: str, errors: list[str]) -> None:
    prose = f"The number of people aged 65-84 is projected to grow {told}."
    assert [printed for _, printed in _errors(PROJECTED.format(prose=prose))] == errors


@pytest.mark.parametrize(("share", "errors"), [("23%", []), ("32%", ["32%"])])
def test_the_latest_time_is_meant_where_none_is_told(share: str, errors: list[str]) -> None:
    prose = f"The rate amongst anglers was {share} and that of divers was 18%."
    assert [printed for _, printed in _errors(RATES.format(prose=prose))] == errors


def test_a_number_of_another_time_is_left_alone() -> None:
    prose = "The rate amongst anglers was 23%; the year before it was 32%. Of divers it was 18%."
    assert _errors(RATES.format(prose=prose)) == []


@pytest.mark.parametrize(("number", "errors"), [("2,942", []), ("2,492", ["2,492"])])
def test_rows_of_a_table_set_in_one_line(number: str, errors: list[str]) -> None:
    prose = f"Rowers made 1,644 visits in the best season and anglers {number}."
    assert [printed for _, printed in _errors(LINES.format(prose=prose))] == errors


def test_a_lost_table_is_read_with_its_rows_and_what_heads_its_columns() -> None:
    (table,) = lost_tables(
        _reading(
            "Members by age 0-19 20-39 40-59 60+ Ash 12 16 6 10 Elm 17 27 12 18 Oak 8 20 5 14\n"
        )
    )
    assert [row.label for row in table.rows] == ["Ash", "Elm", "Oak"]
    assert [column.label for column in table.columns] == ["0-19", "20-39", "40-59", "60+"]
    assert table.cells[1][1].text == "27"


def test_rows_of_years_in_one_line() -> None:
    text = (
        "Calls rose from 24,300 to {} between 2013 and 2016.\n\n"
        "2013 24,300 16,500 68 2014 28,500 20,700 72 2015 29,900 22,000 74 2016 28,900 22,700 79\n"
    )
    assert _errors(text.format("28,900")) == []
    assert [printed for _, printed in _errors(text.format("29,800"))] == ["29,800"]


RISE = (
    "Landings at the quay rose by 1.2% in June 2014 when compared with May 2014, "
    "with herring up by {} and crab by 1.6%."
)
BULLETIN = f"Headline 1: {RISE.format('0.9%')}\n\n## Key points\n\n- {RISE}\n"


def test_long_numbers_of_two_groups_are_two() -> None:
    text = "In 2023 the library lent 12,304 books to adults.\n\n" + (
        "In 2023 the library lent 13,204 books to children.\n"
    )
    assert _errors(text) == []


def test_sentences_that_differ_in_every_number_tell_of_two_things() -> None:
    text = (
        "- 22% of women and 28% of men were in the higher posts\n"
        "- 36% of women and 33% of men were in the lower posts\n"
    )
    assert _errors(text) == []
