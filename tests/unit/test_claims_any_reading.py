"""The second pass: a change or share that no reading of the numbers beside it makes true."""

import pytest

from goldenthread.claims.checking import check
from goldenthread.claims.checks import change, percent_or_points, ratio_words, share
from goldenthread.claims.documents.lines import document_from_text
from goldenthread.claims.reading import Reading
from goldenthread.nouns.fault import Severity

KINDS = [each.KIND for each in (change, share, ratio_words, percent_or_points)]


def errors(text: str) -> list[tuple[str, str]]:
    faults = check(Reading((document_from_text("a.txt", text),)), KINDS).faults
    return [(each.kind, each.printed) for each in faults if each.severity is Severity.ERROR]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        # 96 − 84 = 12; 12 ÷ 84 = 14.3%
        (
            "There were 96 calls in 2023/24. This is 22% more than in 2022/23, when there were 84.",
            ("change", "22%"),
        ),
        # 1,648 − 1,483 = 165; 165 ÷ 1,483 = 11.1%
        (
            "We let 1,648 rooms during the year, 19% more than the 1,483 let in 2022/23.",
            ("change", "19%"),
        ),
        # the bullets lean on their lead-in: 231 − 205 = 26; 26 ÷ 205 = 12.7%
        (
            "Calls to the helpline:\n- April 2023: 231\n- April 2022: 205\n- Increase of 31%",
            ("change", "31%"),
        ),
        ("Numbers have shrunk: 72 children in 2019 and 81 in 2024.", ("change", "shrunk")),
        ("Calls are lower than a year ago, with 37 in 2024 and 29 in 2023.", ("change", "lower")),
        # 72 ÷ 212 = 34.0%
        ("We received 212 complaints and upheld 72 (24%).", ("share", "24%")),
        # 47 ÷ 112 = 42.0%
        ("There were 112 orders. Fines accounted for 47 of them (52%).", ("share", "52%")),
        # 553 ÷ 1,044 = 53.0%
        (
            "- 1,044 meetings were held\n- Health attended 846 (81%)\n- Police attended 553 (63%)",
            ("share", "63%"),
        ),
    ],
)
def test_what_no_reading_makes_true_is_an_error(text, told):
    assert errors(text) == [told]


@pytest.mark.parametrize(
    "text",
    [
        # each with another explanation than the two numbers nearest
        "Referrals rose 12% to 1,340; contacts were 2,410, against 2,330 the year before.",
        "Numbers fell to 305 in 2023 from 322 in 2022, a 12% fall since the peak of 2019.",
        "Visits came to 118 in June and 96 in July, up 20% on June of last year.",
        "Complaints are down. We upheld 31 in 2023 and 35 in 2024.",
        "Take-up: 71% in spring, 74% in summer; five points more than our neighbours.",
        "Use is up by 14%, as is known: since 2021 the number has gone from 96 to 214.",
        "Our survey reached 1,100 households. 231 children replied (42% of those asked).",
        "There were 500 referrals and 60 complaints, 12 of which (20%) were upheld.",
        "Of the 46, 25 (54%) came late. Twenty-nine concerned someone under 18 (63%).",
        "In 2023 we recorded 118 falls with harm, against 131 in 2022 and 142 in 2021.",
        "Last year there were 511. This year 562 were counted, an increase of 51 or 10%.",
        "162 pupils attend, down from 207 in May. Half of them (81) have a plan.",
    ],
)
def test_what_another_reading_makes_true_is_none(text):
    assert errors(text) == []
