"""A rise or fall told across a break is found however it is put; what owns up to it is not."""

import pytest

from goldenthread.claims.checking import check
from goldenthread.claims.checks.across_break import KIND
from goldenthread.claims.documents.lines import document_from_text
from goldenthread.claims.found import ClaimFault
from goldenthread.claims.reading import Reading
from goldenthread.nouns.register import find_area
from goldenthread.report.gather import example_partnership, gather

LUTON = find_area("Luton")
KNOWN = gather(None, example_partnership(LUTON))

ACROSS = [
    "Between 2022/23 and 2023/24 the number of contacts dropped from 13,977 to 11,511.",
    "Contacts were down to 11,511 in 2023/24 from 13,977 the year before.",
    "Contacts have declined since 2022/23 (2023/24: 11,511; 2022/23: 13,977).",
    "The number of contacts in 2023/24 was lower than in 2022/23.",
    "There was a 60% increase in MASH episodes between 2024/25 and 2025/26.",
    "Contacts shrank from 13,977 in 2022/23 to 11,511 in 2023/24.",
    "Contacts were 18% lower in 2023/24 than in 2022/23.",
]
NOT_ACROSS = [
    "Contacts rose from 11,204 in 2019/20 to 12,316 in 2020/21.",
    "Contacts fell from 13,977 in 2022/23 to 11,511 in 2023/24; the definition changed in 2023.",
    "Because recording changed, contacts in 2023/24 (11,511) are lower than in 2022/23 (13,977).",
    "The fall in contacts in 2023/24 is an effect of the new system and not a real fall.",
    "Contacts fell between quarter 1 and quarter 2 of 2023/24.",
    "MASH episodes rose from 380 in 2023/24 to 410 in 2024/25.",
    "Between 2022/23 and 2023/24 the number of referrals rose.",
]


def faults(text: str) -> tuple[ClaimFault, ...]:
    documents = (document_from_text("text.txt", text),)
    reading = Reading(documents, LUTON, KNOWN.book, KNOWN.neighbour_sets, KNOWN.breaks)
    return check(reading, [KIND]).faults


@pytest.mark.parametrize("text", ACROSS)
def test_a_move_across_a_break_is_found(text: str) -> None:
    assert [fault.kind for fault in faults(text)] == ["across_break"]


@pytest.mark.parametrize("text", NOT_ACROSS)
def test_what_owns_up_or_is_not_across_goes_by(text: str) -> None:
    assert faults(text) == ()
