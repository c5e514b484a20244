"""Which number, row or whole a sentence means, where another stands nearer."""

import pytest

from goldenthread.claims.checking import check
from goldenthread.claims.documents.lines import document_from_text
from goldenthread.claims.reading import Reading


def errors(text):
    """The kind and the words of every error found."""
    found = check(Reading((document_from_text("a.txt", text),))).faults
    return [(each.kind, each.printed) for each in found if str(each.severity) == "error"]


DEPOTS = """| Depot | Vans in 2021 | Vans in 2022 | Vans in 2023 |
| --- | --- | --- | --- |
| Alder | 41 | 44 | 49 |
| Birch | 52 | 50 | 47 |
| Cedar | 38 | 36 | 35 |
| Damson | 33 | 37 | 40 |

"""
MONTHS = """| Month | Loans | Sales | Share online |
| --- | --- | --- | --- |
| May | 312 | 97 | 21.0% |
| June | 401 | 131 | 24.5% |
| July | 389 | 118 | 27.2% |
| August | 260 | 90 | 19.9% |
| September | 410 | 133 | 26.1% |

"""
COURSES = """| Course | Sessions | Places | People |
| --- | --- | --- | --- |
| First aid | 14 | 350 | 319 |
| Lifting | 8 | 200 | 171 |
| Driving | 6 | 150 | 142 |
| Cooking | 7 | 168 | 133 |
| All | 35 | 868 | 765 |
"""
QUARTERS = """| Month | Calls | Visits |
| --- | --- | --- |
| Quarter 1 | 1,901 | 478 |
| July | 702 | 190 |
| August | 488 | 121 |
| September | 731 | 214 |
| Quarter 2 | 1,921 | 525 |
"""


@pytest.mark.parametrize(
    "text",
    [
        "We have four vacancies out of 19 posts, down from six in June.",
        "The average reply took 8 minutes 44 seconds, 30 seconds quicker than the 9 minutes 14 of "
        "last year.",
        "Of those asked 94.3% of the 8,615 who answered were content; the year before it was "
        "93.1% of 7,902.",
        "2.1 Forty-seven cases were closed. 31 ended in no action, 12 (26%) in a meeting and four "
        "in a hearing.",
        f"{DEPOTS}Birch, which had the highest number of all in 2021, has come down by 5, and "
        "Cedar now has the lowest of the four.",
        f"{MONTHS}Loans climbed month on month through the early summer, fell in August and were "
        "back in September.",
        f"{MONTHS}**Share online.** July was the peak, with more than a quarter of loans made so.",
        COURSES,
        QUARTERS,
    ],
)
def test_what_is_right_as_it_is_meant_is_no_error(text):
    assert errors(text) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("We have 17 vacancies, up from 24 in June.", ("change", "up")),
        (
            "Our 24 beds took in 2,905 mothers and babies, up from 2,640, a rise of 16%.",
            ("change", "16%"),
        ),
        (
            "The average reply took 8 minutes 44 seconds, 50 seconds quicker than the 9 minutes 14 "
            "of last year.",
            ("change", "50 seconds"),
        ),
        (f"{DEPOTS}Alder has the lowest number of vans.", ("extreme", "Alder has the lowest")),
        (f"{DEPOTS}The lowest number of vans is in Alder.", ("extreme", "lowest")),
        (f"{MONTHS}May was the busiest month.", ("extreme", "May was the busiest month")),
        (f"{COURSES.replace('| 765', '| 756')}", ("total", "756")),
        (f"{QUARTERS.replace('| 525', '| 552')}", ("total", "552")),
    ],
)
def test_what_is_wrong_as_it_is_meant_is_told(text, found):
    kind, words = found
    assert [(kind, words)] == [(one, printed[: len(words)]) for one, printed in errors(text)]


@pytest.mark.parametrize(
    "text",
    [
        f"{DEPOTS}Damson has the lowest number of vans.",
        f"{DEPOTS}Alder had the lowest number of complaints.",
        f"{MONTHS}July was the busiest month for the coast path.",
        f"{MONTHS}September was the busiest month and August the quietest.",
    ],
)
def test_an_end_of_what_the_table_does_not_show_is_left_alone(text):
    assert errors(text) == []
