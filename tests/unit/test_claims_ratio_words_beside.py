"""Shares and multiples in words whose two numbers stand beside them in one of many ways."""

import pytest

from goldenthread.claims.checking import check
from goldenthread.claims.documents.lines import document_from_text
from goldenthread.claims.reading import Reading
from goldenthread.nouns.fault import Severity

PAIRS = (
    ("Night calls have doubled in two years: {} then, {} now.", (54, 108), (54, 162)),
    ("Membership has trebled: {} in 2019, {} in 2024.", (140, 420), (210, 425)),
    ("A quarter of callers hung up before an answer — {} from {}.", (255, 1020), (102, 1020)),
    ("The fund is now half what it was: £{} today, £{} then.", (420, 840), (840, 420)),
    ("For each nurse there are six patients ({} nurses, {} patients).", (12, 72), (12, 96)),
    ("Legacies, at £{}, made up half of the income of £{}.", (64, 128), (96, 128)),
    ("One household in four — {} of {} — had no car.", (147, 588), (84, 588)),
    ("At £{}, a ticket costs two and a half times the £{} of 2009.", (45, 18), (63, 18)),
    ("Boys ({} per 1,000) are twice as likely to stay as girls ({} per 1,000).", (12, 6), (12, 4)),
    ("Of {} wards, half ({}) have no dentist.", (26, 13), (26, 19)),
    ("Well over half of our money goes to clubs: of £{} in all, £{}.", (880, 510), (880, 352)),
    ("Grants came to £{}, a quarter of our £{} income.", (30, 120), (30, 60)),
    ("Fewer than one in ten ({}%) had decay, a quarter of the rate of 2003 ({}%).", (9, 36), None),
)
RIGHT = [sentence.format(*right) for sentence, right, _ in PAIRS]
WRONG = [sentence.format(*wrong) for sentence, _, wrong in PAIRS if wrong]


def errors(text: str) -> list[str]:
    found = check(Reading(documents=(document_from_text("a.txt", text),))).faults
    return [fault.kind for fault in found if fault.severity is Severity.ERROR]


@pytest.mark.parametrize("said", RIGHT)
def test_words_that_fit_their_numbers_are_let_be(said: str) -> None:
    assert errors(said) == []


@pytest.mark.parametrize("said", WRONG)
def test_words_that_do_not_fit_their_numbers_are_wrong(said: str) -> None:
    assert errors(said) == ["ratio_words"]


@pytest.mark.parametrize(
    "said",
    [
        "Half of our members live locally: we had 480 in 2020 and 520 now.",
        "For every pound raised there are nine volunteers (36 staff, 252 volunteers).",
        "A third of staff left; 45 of the 60 posts are filled.",
        "More boys (124) than girls (98) came, more than twice as many as in 2019 (103 in all).",
    ],
)
def test_numbers_that_the_words_are_not_of_are_let_be(said: str) -> None:
    assert errors(said) == []
