"""Superlatives told with their value: held against the table's cell, or a list of bare numbers."""

import pytest

from goldenthread.claims.checking import check
from goldenthread.claims.documents.lines import document_from_text
from goldenthread.claims.reading import Reading
from goldenthread.nouns.fault import Severity

ARREARS = """| Area | Arrears (%) |
|---|---|
| East | 3.1 |
| North | 4.4 |
| South | 3.8 |
| West | 2.9 |

"""
MISSED = """| Practice | Did not attend |
|---|---|
| Elm Surgery | 104 |
| Parkside | 139 |
| The Quay | 117 |
| Vale Medical | 126 |

"""


def errors(text: str) -> list[str]:
    found = check(Reading(documents=(document_from_text("a.txt", text),))).faults
    return [fault.kind for fault in found if fault.severity is Severity.ERROR]


@pytest.mark.parametrize(
    "said",
    [
        f"{ARREARS}Arrears are highest in the South area, at 3.8%.",
        f"{ARREARS}Arrears were lowest in the East (3.1%).",
        f"{MISSED}The second highest number of missed appointments was at The Quay (117).",
        f"{MISSED}The lowest figure, 117, was at The Quay.",
        f"{MISSED}Parkside had the second highest number of missed appointments (139).",
        f"{MISSED}The Quay, with 117, had fewer missed appointments than any other practice.",
        "The visits lasted 12, 31, 9 and 27 minutes, the longest being 27 minutes.",
        "The waits were 12, 31, 9, 27 and 18 days. The longest was 27 days.",
        "Bids of £12,400, £11,900 and £13,250 came in; the lowest was £12,400.",
        "The finalists were aged 17, 19, 23 and 30, the youngest being 19.",
    ],
)
def test_an_end_told_with_a_value_that_is_none_is_wrong(said: str) -> None:
    assert errors(said) == ["extreme"]


@pytest.mark.parametrize(
    "said",
    [
        f"{ARREARS}Arrears are highest in the North area, at 4.4%.",
        f"{ARREARS}Arrears were lowest in the West (2.9%).",
        f"{ARREARS}The highest commercial arrears were in the South (3.8%).",
        f"{ARREARS}Arrears on garages were highest in the South (3.8%).",
        f"{ARREARS}Of the two areas by the sea, arrears are highest in the South (3.8%).",
        f"{ARREARS}The South (3.8%) has the largest estate.",
        f"{ARREARS}The highest arrears for years in the South: 3.8%.",
        f"{MISSED}The second highest number of missed appointments was at Vale Medical (126).",
        f"{MISSED}The highest number outside Parkside was at Vale Medical (126).",
        f"{MISSED}The lowest cost per missed appointment was at The Quay (117).",
        "The visits lasted 12, 31, 9 and 27 minutes, the longest being 31 minutes.",
        "On routes 12, 31, 9 and 27 the longest delay was 27 minutes.",
        "The waits were 12, 31, 9 and 27 days. The longest for a child was 27 days.",
        "The longest of the five waits (12, 31, 9, 27 and 18 days) was 31 days.",
        "The finalists were aged 17, 19, 23 and 30, the youngest being 17.",
    ],
)
def test_what_is_so_or_speaks_of_something_else_is_let_be(said: str) -> None:
    assert errors(said) == []
