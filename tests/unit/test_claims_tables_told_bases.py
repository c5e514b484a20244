"""Percentages of bases told in words, labels and sums; parts above a whole; one measure twice."""

import pytest

from goldenthread.nouns.fault import Severity
from tests.factories.checked_tables import faults_in

WRONG = [
    (
        ("percentage_of_base", "31%"),
        """\
Replies: 240

| Answer | Number | % |
|---|---|---|
| Yes | 120 | 50% |
| No | 66 | 31% |
| Perhaps | 54 | 23% |""",
    ),
    (
        ("percentage_of_base", "44%"),
        """\
Base: 318 young people who answered.

| What they said | Young people | % |
|---|---|---|
| More buses | 201 | 63% |
| More shops | 121 | 44% |
| More jobs | 88 | 28% |""",
    ),
    (
        ("percentage_of_base", "61.2%"),
        """\
| Court | Won | Lost | Won (%) |
|---|---|---|---|
| Crown | 120 | 80 | 60.0% |
| Magistrates' | 331 | 190 | 61.2% |
| Youth | 45 | 30 | 60.0% |""",
    ),
    (
        ("percentage_of_base", "55%"),
        """\
| Sex | Under 18 | 18 and over | % under 18 |
|---|---|---|---|
| Female | 40 | 60 | 40% |
| Male | 45 | 45 | 55% |
| Both | 85 | 105 | 45% |""",
    ),
    (
        ("percentage_of_base", "41%"),
        """\
| | Boys | Girls |
|---|---|---|
| Seen | 120 | 96 |
| Seen in time | 90 | 72 |
| % in time | 75% | 41% |""",
    ),
    (
        ("percentage_of_base", "71%"),
        """\
| Measure | Q1 | Q2 | Q3 | Q4 |
|---|---|---|---|---|
| Visits due | 120 | 130 | 144 | 150 |
| Visits in time | 96 | 91 | 119 | 126 |
| Per cent in time | 80% | 70% | 71% | 84% |""",
    ),
    (
        ("percentage_of_base", "+21%"),
        """\
| Shop | 2022 | 2023 | Change (%) |
|---|---|---|---|
| Ash | 200 | 230 | +15% |
| Elm | 340 | 391 | +21% |
| Oak | 120 | 108 | -10% |""",
    ),
    (
        ("percentage_of_base", "12 of 48 (35%)"),
        """\
| Home | In time |
|---|---|
| Ash | 30 of 40 (75%) |
| Elm | 12 of 48 (35%) |""",
    ),
    (
        ("percentage_of_base", "19 (24%)"),
        """\
| Grade | 2022 (n=60) | 2023 (n=95) |
|---|---|---|
| Good | 30 (50%) | 57 (60%) |
| Fair | 18 (30%) | 19 (24%) |
| Poor | 12 (20%) | 19 (20%) |""",
    ),
    (
        ("above_whole", "58"),
        """\
| School | Pupils | Pupils with a plan |
|---|---|---|
| Ash | 420 | 31 |
| Elm | 51 | 58 |
| Oak | 300 | 22 |""",
    ),
    (
        ("above_whole", "33"),
        """\
| | 2022 | 2023 |
|---|---|---|
| Deaths | 40 | 31 |
| of which unexpected | 12 | 33 |""",
    ),
    (
        ("above_whole", "412"),
        """\
| Region | Staff | Staff trained |
|---|---|---|
| North | 400 | 377 |
| South | 401 | 412 |
| East | 388 | 350 |""",
    ),
    (
        ("above_whole", "104%"),
        """\
| Course | Completion rate |
|---|---|
| First aid | 91% |
| Fire | 104% |
| Lifting | 88% |""",
    ),
    (
        ("above_whole", "71"),
        """\
| Quarter | Invited | Attended |
|---|---|---|
| Q1 | 80 | 61 |
| Q2 | 66 | 71 |
| Q3 | 90 | 77 |""",
    ),
    (
        ("same_measure", "388"),
        """\
Referrals by source

| Source | 2022/23 | 2023/24 |
|---|---|---|
| Police | 401 | 388 |
| Schools | 300 | 310 |
| Total | 701 | 698 |

Police referrals over time

| Source | 2021/22 | 2022/23 | 2023/24 |
|---|---|---|---|
| Police | 390 | 401 | 338 |
| Schools | 288 | 300 | 310 |""",
    ),
    (
        ("same_measure", ""),
        """\
Table 1: Incidents by month, 2023

| Month | Incidents |
|---|---|
| January | 120 |
| February | 98 |
| March | 131 |
| All | 349 |

Table 2: Incidents by cause, 2023

| Cause | Incidents |
|---|---|
| Fire | 101 |
| Flood | 58 |
| Crash | 180 |
| All | 339 |""",
    ),
]
RIGHT = [
    """\
Replies: 240 of the 600 sent

| Answer | Number | % |
|---|---|---|
| Yes | 120 | 50% |
| No | 66 | 28% |
| Perhaps | 54 | 23% |""",
    """\
| Answer | Number | % of known |
|---|---|---|
| Yes | 120 | 60% |
| No | 80 | 40% |
| Not known | 40 | |
| Total | 240 | |""",
    """\
| Team | Open | Closed within 45 days |
|---|---|---|
| A | 120 | 130 |
| B | 100 | 90 |
| C | 100 | 90 |""",
    """\
| Prison | Places | Held | Occupancy |
|---|---|---|---|
| Ash | 500 | 540 | 108% |
| Elm | 400 | 390 | 98% |""",
    """\
| Age | Boys | Girls | All | % of all | % boys |
|---|---|---|---|---|---|
| Under 10 | 30 | 20 | 50 | 25% | 60% |
| 10 and over | 90 | 60 | 150 | 75% | 60% |
| All | 120 | 80 | 200 | 100% | 60% |""",
    """\
| Year | Pupils | % of 2019 |
|---|---|---|
| 2019 | 400 | 100% |
| 2020 | 380 | 95% |
| 2021 | 420 | 105% |""",
    """\
| Type | 2022 | 2023 | Change since 2019 |
|---|---|---|---|
| A | 400 | 420 | 12% |
| B | 300 | 280 | -9% |
| C | 120 | 130 | 4% |""",
    """\
Contacts by agency

| Agency | Number |
|---|---|
| Police | 401 |
| Schools | 300 |
| Total | 701 |

Referrals by agency

| Agency | Number |
|---|---|
| Police | 201 |
| Schools | 100 |
| Total | 301 |""",
    """\
Contacts, quarter 4

| Agency | Contacts |
|---|---|
| Police | 101 |
| Schools | 90 |
| Total | 191 |

Contacts, year

| Agency | Contacts |
|---|---|
| Police | 401 |
| Schools | 300 |
| Total | 701 |""",
    """\
Contacts by agency

| Agency | Contacts |
|---|---|
| Police | 401 |
| Schools | 300 |
| Total | 701 |

Contacts by age of the child

| Age | Children |
|---|---|
| Under 5 | 201 |
| 5 and over | 301 |
| Total | 502 |""",
    """\
| Agency | Sent a report | Attended |
|---|---|---|
| Police | 41 | 38 |
| Health | 35 | 40 |""",
    """\
Initial conferences held: 42

| Agency | Invited | Attended | % |
|---|---|---|---|
| Police | 42 | 30 | 71% |
| Health visitors | 25 | 24 | 96% |
| Schools | 30 | 27 | 90% |""",
]


@pytest.mark.parametrize(("expected", "text"), WRONG)
def test_the_one_error_is_found(expected: tuple[str, str], text: str) -> None:
    kind, printed = expected
    (fault,) = (each for each in faults_in(text) if each.severity is Severity.ERROR)
    assert fault.kind == kind
    assert not printed or fault.printed == printed


@pytest.mark.parametrize("text", RIGHT)
def test_no_error_is_told_of_a_right_table(text: str) -> None:
    assert [each for each in faults_in(text) if each.severity is Severity.ERROR] == []
