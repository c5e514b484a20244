"""A group, a level or a share told again in other words with another number."""

import pytest

from goldenthread.claims.checks import above_whole, said_twice, same_measure
from goldenthread.claims.documents.lines import document_from_text
from goldenthread.claims.found import Findings
from goldenthread.claims.reading import Reading
from goldenthread.nouns.fault import Severity


def errors(kind, *texts):
    """What is printed at every error of one kind."""
    documents = tuple(
        document_from_text(f"{place}.txt", text) for place, text in enumerate(texts, start=1)
    )
    findings = Findings()
    kind.run(Reading(documents), findings)
    return [each.printed for each in findings if each.severity is Severity.ERROR]


@pytest.mark.parametrize(
    ("texts", "printed"),
    [
        (
            (
                "The panel held 11 swift reviews in 2022/23. Minutes of all 13 swift reviews held "
                "in 2022/23 are kept.",
            ),
            "13",
        ),
        (
            (
                "As at 31 March 2024 the service employed 146 tram drivers. The 164 tram drivers "
                "employed at that date work nights.",
            ),
            "164",
        ),
        (
            (
                "The average wait for a tram in May 2023 was 21 minutes. The average wait for a "
                "tram in May 2023 was 26 minutes.",
            ),
            "26 minutes",
        ),
        (
            (
                "The median age at retirement of lamp lighters in the county was 63 in 2023. "
                "Although this is better, a median age at retirement in 2023 of 58 is too low.",
            ),
            "58",
        ),
        (
            (
                "In 2023/24, 88% of tram tickets sold were checked within 20 minutes.",
                "As reported in section 2, 83% of tram tickets sold in 2023/24 were checked "
                "within 20 minutes.",
            ),
            "83%",
        ),
        (
            (
                "- 1,873 yearly lamp inspections were completed in 2023/24",
                "In 2023/24 crews completed 1,783 yearly lamp inspections for the owners.",
            ),
            "1,783",
        ),
    ],
)
def test_a_thing_told_again_is_held_against_the_first(texts, printed):
    """The second number is the one told, since the first was read before it."""
    assert errors(said_twice.KIND, *texts) == [printed]


@pytest.mark.parametrize(
    "text",
    [
        "The board ran four lamp audits in 2023/24. The five lamp audits published in 2023/24 "
        "include one from the year before.",
        "We held three fairs in 2023/24 and two more with the college. Staff at the five fairs "
        "held in 2023/24 were glad.",
        "We carried out 12 lamp audits in 2023/24. The three lamp audits carried out in 2023/24 "
        "with the owners looked at glass.",
        "At 31 March 2024, 412 lamps were lit. The 142 lamps lit at that date by gas were changed.",
        "The turnover rate for tram drivers in 2023/24 was 14.1%. In the north team the turnover "
        "rate for tram drivers in 2023/24 was 19.1%.",
        "Boys: the late arrival rate in 2023/24 was 21.3%.\nGirls: the late arrival rate in "
        "2023/24 was 24.7%.",
        "We taught 240 tram drivers in 2023/24. All 360 tram drivers in 2023/24 were asked.",
        "The late arrival rate for trams in 2023/24 is 19.4%. The target late arrival rate for "
        "trams in 2023/24 was 14.9%.",
        "The occupancy rate for beds in 2023/24 was 92.4%. Northgate was busy. The occupancy rate "
        "for beds there in 2023/24 was 96.1%.",
    ],
)
def test_what_may_be_another_thing_is_left_alone(text):
    """A part, a target, another deed, group or place, and a sum of two numbers told before."""
    assert errors(said_twice.KIND, text) == []


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("Of these 43, 51 occurred in May.", ["51"]),
        ("The panel read 43 letters, of which 51 were in ink.", ["51"]),
        ("In all 51 of the 43 letters were in ink.", ["51"]),
        ("We saw 1,250 of 1,150 registered patients.", ["1,250"]),
        ("We saw 1,050 of 1,150 registered patients.", []),
        ("Pendry had most: 963 homes in the three towns, of which 488 were let.", []),
        ("Of the 43 letters, 51 recommended actions were taken up.", []),
        ("Of those 43, around 40 were in ink.", []),
        ("Of the 40 families, 62 were under five.", []),
    ],
)
def test_a_part_told_in_words_is_no_more_than_its_whole(text, printed):
    """Only where the part has no noun of its own."""
    assert errors(above_whole.KIND, text) == printed


ONE = """Staff at 31 March 2024

| Measure | 2022 | 2023 | 2024 |
|---|---|---|---|
| Vacancy rate | 18.9% | 16.5% | 14.8% |
| Temporary rate | 20.4% | 19.0% | 17.2% |
| Turnover | 15.7% | 13.3% | 12.1% |"""
OTHER = """Scorecard

| Indicator | Aim | {when} |
|---|---|---|
| Tram driver vacancy rate | 15.0% | 14.8% |
| Tram driver temporary rate | 15.0% | {rate} |
| Tram driver turnover | 13.0% | 12.1% |"""


@pytest.mark.parametrize(
    ("when", "rate", "printed"),
    [
        ("March 2024", "12.7%", ["12.7%"]),
        ("March 2024", "17.2%", []),
        ("September 2024", "12.7%", []),
        ("March 2023", "12.7%", []),
        ("March 2024", "9.3%", []),
    ],
)
def test_rows_that_agree_prove_that_two_columns_are_one(when, rate, printed):
    """A slip in one of three rows is told, and another time or number is let be."""
    assert errors(same_measure.KIND, ONE, OTHER.format(when=when, rate=rate)) == printed
