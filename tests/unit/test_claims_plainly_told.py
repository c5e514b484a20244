"""What is told so plainly that no other reading is left: ends of an order, parts, sums."""

import pytest

from goldenthread.claims.checking import check
from goldenthread.claims.documents.lines import document_from_text
from goldenthread.claims.reading import Reading
from goldenthread.nouns.fault import Severity

LAKES = (
    "Boats on our lakes\n\n| Lake | Boats | Boats per mile |\n|---|---|---|\n| Ash | 140 | 31.2 |"
    "\n| Elm | 226 | 27.5 |\n| Oak | 189 | 40.8 |\n| Fir | 163 | 22.6 |\n\n"
)
STAGES = (
    "Letters\n\n| Season | Lost |\n|---|---|\n| Spring | 5.1% |\n| Summer | 4.4% |\n"
    "| Autumn | 3.9% |\n\n"
)
YEARS = (
    "The club had 318 members on 31 March 2018. The number went to 342 in 2019 and 371 in 2020, "
    "then back to 356 in 2021. On 31 March 2022 it was {}, the lowest of all five years."
)
FOOT = (
    "We heard of 57 leaks in 2021/22.\n\n| Place | Leaks |\n|---|---|\n| Roof | 23 |\n| Wall | 14 |"
    "\n| Floor | 11 |\n| Door | 9 |\n| All places | {} |"
)
TWO_TABLES = (
    "Key numbers at 31 March\n\n| | 2021 | 2022 |\n|---|---|---|\n| Boats afloat | 351 | {} |\n"
    "| Boats ashore | 204 | 219 |\n\nBoats afloat at 31 March 2022 by lake\n\n| Lake | Boats |\n"
    "|---|---|\n| Ash | 171 | \n| Elm | 145 |\n| Oak | 70 |\n| Total | 386 |"
)
RETOLD = "## At a glance\n\n{}\n\n## The boats\n\n{}\n\n## Conclusion\n\n{}"
DUE = (
    "Hulls looked at\n\n| Lake | Due | Looked at |\n|---|---|---|\n| Ash | 1,602 | 1,418 |\n"
    "| Elmwood | 1,164 | 983 |\n| Oak | 1,183 | 1,066 |\n\n"
)
ON_TIME = (
    "Our measures\n\n| Measure | Q1 | Q2 | Q3 |\n|---|---|---|---|\n"
    "| First letters in 20 days | 61% | 58% | 67% |\n| Second letters in 30 days | 70% | 72% | 71% "
    "|\n\n"
)
CASES = [
    (LAKES + "The number of boats per mile is highest in {}.", "Oak", "Elm"),
    (LAKES + "Boats fill the summer. The figure per mile is highest in {}.", "Oak", "Fir"),
    (
        STAGES + "By autumn the loss was down to 3.9%, the {} of the three.",
        "lowest",
        "highest",
    ),
    (YEARS, "309", "329"),
    (
        "Hill did best, with 66%. The lowest was {}, although both were better than in 2020.",
        "Ford at 54%, with Moor at 57%",
        "Moor at 57%, with Ford at 54%",
    ),
    (FOOT, "57", "75"),
    (TWO_TABLES, "386", "368"),
    ("We ran 84 walks in the year, 51 of them on weekdays and {} at weekends.", "33", "43"),
    ("12 walks in May, nine in June and 24 in July: {} in all, against 51 last year.", "45", "54"),
    (
        "The rowing club met 8 times, the sailing club 10 and the swimming club 6, so that the "
        "clubs met {} times between them.",
        "24",
        "31",
    ),
]


CASES += [
    (
        RETOLD.format(
            "We mended {} sails.",
            "The loft mended 1,873 sails in the year, of which 1,592 were white.",
            "We mean to go on.",
        ),
        "1,873",
        "1,378",
    ),
    (
        RETOLD.format(
            "A good year.",
            "We had 268 letters, and 231 of these (86%) were answered on time.",
            "With {} of 268 letters answered, we have done well.",
        ),
        "231",
        "213",
    ),
    (
        RETOLD.format(
            "The club is set to overspend by £4.6m on boats.",
            "Oars cost more.",
            "The overspend of {} will be met from savings.",
        ),
        "£4.6m",
        "£6.4m",
    ),
    (
        "Asked how often they sail, everybody chose one of four answers:\n\n- daily: {}\n"
        "- weekly: 21%\n- monthly: 12%\n- never: 5%\n",
        "62%",
        "82%",
    ),
    (
        "Our huts\n\n| Hut | Beds | Filled in May |\n|---|---|---|\n| Hill hut | 6 | 5 |\n"
        "| Lake hut | 4 | 4 |\n| Barn | 8 | 1 |\n\nTogether the three huts have {} beds.",
        "18",
        "23",
    ),
    (DUE + "Elmwood looked at {} of the 1,164 hulls due and was slow all year.", "983", "1,066"),
    (ON_TIME + "First letters came sooner in Q3, from {} to 67%, with a new van.", "58%", "48%"),
]


def errors(text: str) -> list[str]:
    found = check(Reading((document_from_text("a.txt", text),))).faults
    return [each.kind for each in found if each.severity is Severity.ERROR]


@pytest.mark.parametrize(("text", "right", "wrong"), CASES)
def test_the_right_one_is_left_alone_and_the_wrong_one_told(text, right, wrong):
    assert not errors(text.format(right))
    assert len(errors(text.format(wrong))) == 1


@pytest.mark.parametrize(
    "text",
    [
        LAKES + "The number of swans is highest in Elm.",  # no word of the table's
        LAKES + "The rate of theft per mile is highest in Elm.",
        "We ran 84 walks in the year, 51 of them on weekdays and 43 for beginners.",
        ON_TIME + "First letters came sooner than two years ago, from 48% to 67%, with a van.",
        "What do they like? They could choose more than one answer:\n\n- wind: 82%\n- sun: 21%\n"
        "- rain: 12%\n",
        RETOLD.format(
            "The club is set to overspend by £4.6m on boats.",
            "Last year was worse.",
            "Against the overspend of £6.4m then, we are doing well.",
        ),
        DUE + "Elmwood mended 1,066 of the 1,164 hulls.",
        RETOLD.format("We mended 1,378 oars.", "We mended 1,873 sails.", "We sold 1,738 sails."),
        STAGES + "By June the loss had come down to 3.9%, the highest of the four clubs.",
    ],
)
def test_what_may_be_of_something_else_is_left_alone(text):
    assert not errors(text)
