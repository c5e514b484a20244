"""A wrong change is asked about, not told, where other numbers of its passage bear it out."""

import pytest

from goldenthread.claims.checking import check
from goldenthread.claims.documents.lines import document_from_text
from goldenthread.claims.reading import Reading
from goldenthread.nouns.fault import Severity

ANOTHER = (
    "For the 52 children adopted, an average of 462 days had passed. This is 36 days above the "
    "threshold of 426. It is an improvement of 29 days on a year ago, when it was 491.",
    "Our budget would be £42.6 million, against £40.0 million now, an increase of 6.5%.",
    "In 2025 the average length was 36 weeks, three weeks less than in 2024. The law looks for 26. "
    "Sixty-four cases (35%) were completed within 26 weeks and another 71 within 40, which leaves "
    "47 that took longer.",
)
WRONG = (
    "We took 8,214 contacts, up from 7,436 in 2022-23, a rise of 9.5%.",
    "The service cost £451,300, against £418,600 in 2023-24, a rise of 12.8%.",
    "Vehicle offences rose to 3,402. We had 81 robberies in the year compared with 96 in the "
    "previous one, a fall of 18.5%.",
    "The waiting list fell from 412 to 377, a fall of 45. There were 45 nurses in 2023.",
)


def errors(text: str) -> list[str]:
    found = check(Reading((document_from_text("a.txt", text),))).faults
    return [each.printed for each in found if each.severity is Severity.ERROR]


@pytest.mark.parametrize("text", ANOTHER)
def test_what_other_numbers_bear_out_is_no_error(text: str) -> None:
    assert errors(text) == []


@pytest.mark.parametrize("text", WRONG)
def test_what_no_number_bears_out_is_one(text: str) -> None:
    assert len(errors(text)) == 1
