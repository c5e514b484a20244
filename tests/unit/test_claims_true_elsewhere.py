"""A superlative that another column of the table bears out is no error; where none does, it is."""

import pytest

from goldenthread.claims.checking import check
from goldenthread.claims.documents.lines import document_from_text
from goldenthread.claims.reading import Reading
from goldenthread.nouns.fault import Severity

YEARS = (
    "Boats hired\n\n| Month | 2023 | 2024 |\n|---|---|---|\n| May | 310 | 296 |\n"
    "| June | 402 | 433 |\n| July | 451 | 398 |\n| August | 377 | 365 |\n\n"
)
LAKES = (
    "Boats on our lakes\n\n| Lake | Boats | Repair rate | Mean age |\n|---|---|---|---|\n"
    "| Ash | 140 | 31% | 14.2 |\n| Elm | 226 | 27% | 9.6 |\n| Oak | 189 | 40% | 11.3 |\n"
    "| Fir | 163 | 22% | 16.8 |\n\n"
)


def errors(text: str) -> list[str]:
    faults = check(Reading(documents=(document_from_text("text.md", text),))).faults
    return [each.printed for each in faults if each.severity is Severity.ERROR]


@pytest.mark.parametrize(
    "text",
    [
        YEARS + "June was the busiest month this year.",
        YEARS + "July was the busiest month of all.",
        LAKES + "Oak repairs most often, in 40% of boats.",
    ],
)
def test_what_a_column_bears_out_is_left_alone(text: str) -> None:
    assert errors(text) == []


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (YEARS + "May was the busiest month.", "May was the busiest"),
        (YEARS + "In 2023 June was the busiest month.", "June was the busiest"),
        (LAKES + "The lake with the most boats is Oak.", "most"),
    ],
)
def test_what_no_column_bears_out_or_the_one_named_does_not_is_told(text: str, said: str) -> None:
    assert any(said in each or each in said for each in errors(text)), errors(text)
