"""What the evidence, weighed together, tells of sizes that no pattern ties to their numbers."""

import pytest

from goldenthread.claims.checking import check
from goldenthread.claims.documents import document_from_text
from goldenthread.claims.found import ClaimFault
from goldenthread.claims.reading import Reading
from goldenthread.nouns.fault import Severity


def errors(text: str) -> tuple[ClaimFault, ...]:
    found = check(Reading(documents=(document_from_text("a.txt", text),), area=None)).faults
    return tuple(each for each in found if each.severity is Severity.ERROR)


@pytest.mark.parametrize(
    "text",
    [
        "Callouts now at 275 – 45 up on 2022 (240).",
        "Passes went up by 20 percentage points, 40% to 48%.",
        "Apprentices in post grew by 13 to 39 (2021/22: 36).",
        "- Repairs made: 406\n- Same quarter last year: 350\n- Change: +14%",
        "Of the 214 homes that wrote back, 131 wanted it, 52 did not and 41 had no view.",
        "The 310 disputes divide into 140 settled, 95 heard and 85 dropped.",
        "We opened 48 boxes. In 31 of them the papers were dry; in the other 27 they were not.",
    ],
)
def test_what_is_told_in_few_words_is_tested(text: str) -> None:
    assert errors(text)


@pytest.mark.parametrize(
    "text",
    [
        "Callouts now at 275 – 35 up on 2022 (240).",
        "Use fell by a third – 45% to 30% – once fares rose.",
        "Passes went up by 8 percentage points, 40% to 48%.",
        "Apprentices in post grew by 3 to 39 (2021/22: 36).",
        "- Repairs made: 406\n- Same quarter last year: 350\n- Change: +16%",
        "Of the 224 homes that wrote back, 131 wanted it, 52 did not and 41 had no view.",
        "Of 120 callers 80 asked about debt, 60 about housing and 12 about neither.",
        "We opened 48 boxes. In 31 of them the papers were dry; in the other 17 they were not.",
        "Visits rose from 400 to 500, while calls fell by 10%.",
        "Rent arrears came to £41,200 in June and £38,900 in July, and evictions fell by 20%.",
        "The 742 falls recorded in 2023 were 8.6% below the 812 of 2019.",
    ],
)
def test_what_is_true_or_of_another_thing_passes(text: str) -> None:
    assert not errors(text)
