"""Tables of what comes and goes: balances, surpluses, running totals, halves, terms, totals."""

import pytest

from goldenthread.nouns.fault import Severity
from tests.factories.checked_tables import faults_in

WRONG = [
    (
        ("total", "262"),
        """\
| Children on plans | 2023/24 |
|---|---|
| On a plan at 1 April | 214 |
| Plans started | 181 |
| Plans ended | 143 |
| On a plan at 31 March | 262 |""",
    ),
    (
        ("total", "69"),
        """\
| Cases | North | South | East |
|---|---|---|---|
| Open at start | 88 | 71 | 102 |
| New | 40 | 39 | 51 |
| Closed | 36 | 14 | 60 |
| Open at end | 92 | 69 | 93 |""",
    ),
    (
        ("total", "41,300"),
        """\
Accounts of the club

| | £ |
|---|---|
| Income | 412,600 |
| Expenditure | 381,200 |
| Net income | 41,300 |""",
    ),
    (
        ("total", "(12,400)"),
        """\
| | 2022 | 2023 |
|---|---|---|
| Total income | 91,000 | 88,300 |
| Total expenditure | 84,200 | 98,700 |
| Surplus/(deficit) | 6,800 | (12,400) |""",
    ),
    (
        ("total", "188"),
        """\
| Site | First half | Second half | Year |
|---|---|---|---|
| Ash | 91 | 97 | 188 |
| Elm | 84 | 94 | 188 |""",
    ),
    (
        ("total", "1,071"),
        """\
| Team | H1 | H2 | 2023/24 |
|---|---|---|---|
| A | 412 | 388 | 800 |
| B | 505 | 512 | 1,071 |
| C | 300 | 299 | 599 |""",
    ),
    (
        ("total", "743"),
        """\
| Month | Calls | Cumulative |
|---|---|---|
| April | 210 | 210 |
| May | 244 | 454 |
| June | 301 | 743 |
| July | 250 | 1,005 |""",
    ),
    (
        ("total", "16"),
        """\
| Area | Last year | This year | Difference |
|---|---|---|---|
| North | 31 | 40 | 9 |
| South | 28 | 41 | 16 |
| East | 60 | 52 | -8 |""",
    ),
    (
        ("total", "4.9"),
        """\
| Measure | 2022/23 | 2023/24 | Change (points) |
|---|---|---|---|
| Seen in time | 81.2% | 84.1% | 2.9 |
| Satisfied | 70.0% | 76.9% | 4.9 |
| Completed | 55.1% | 54.0% | -1.1 |""",
    ),
    (
        ("total", "1,240"),
        """\
| Fund | Opening balance | Income | Spending | Closing balance |
|---|---|---|---|---|
| General | 1,000 | 900 | 850 | 1,050 |
| Restricted | 1,100 | 400 | 360 | 1,240 |""",
    ),
    (
        ("total", "97"),
        """\
| Day | Visits |
|---|---|
| Monday | 21 |
| Tuesday | 18 |
| Wednesday | 25 |
| Thursday | 19 |
| Friday | 24 |
| Week | 97 |""",
    ),
    (
        ("total", "1,318"),
        """\
| Kind of call | 2022 | 2023 |
|---|---|---|
| Noise | 410 | 388 |
| Litter | 302 | 290 |
| Parking | 615 | 670 |
| All calls | 1,327 | 1,318 |""",
    ),
    (
        ("total", "60"),
        """\
| Ward | Houses | Flats | All homes |
|---|---|---|---|
| Ash | 30 | 12 | 42 |
| Elm | 41 | 29 | 60 |
| Oak | 50 | 8 | 58 |""",
    ),
]
RIGHT = [
    """\
| Children on plans | 2023/24 |
|---|---|
| On a plan at 1 April | 214 |
| Plans started | 181 |
| Plans ended | 143 |
| Transferred in | 4 |
| On a plan at 31 March | 256 |""",
    """\
| Cases | North | South | East |
|---|---|---|---|
| Open at start | 88 | 71 | 102 |
| New | 40 | 39 | 51 |
| Closed | 36 | 14 | 60 |
| Open at end | 92 | 96 | 93 |""",
    """\
| | £ |
|---|---|
| Total income | 412,600 |
| Total expenditure | 381,200 |
| Gains on investments | 2,000 |
| Net movement in funds | 33,400 |""",
    """\
| | 2022 | 2023 |
|---|---|---|
| Total income | 91,000 | 88,300 |
| Total expenditure | 84,200 | 98,700 |
| Surplus/(deficit) | 6,800 | (10,400) |""",
    """\
| Month | Calls | Cumulative |
|---|---|---|
| April | 210 | 210 |
| May | 244 | 454 |
| June | 301 | 755 |""",
    """\
| Month | Calls | Total to date |
|---|---|---|
| July | 210 | 1,010 |
| August | 244 | 1,254 |
| September | 301 | 1,555 |""",
    """\
| Measure | 2022/23 | 2023/24 | Change (points) |
|---|---|---|---|
| Seen in time | 81.2% | 84.1% | 2.8 |
| Satisfied | 70.0% | 76.9% | 6.9 |
| Completed | 55.1% | 54.0% | -1.1 |""",
    """\
| Fund | Opening balance | Income | Spending | Transfers | Closing balance |
|---|---|---|---|---|---|
| General | 1,000 | 900 | 850 | -40 | 1,010 |
| Restricted | 1,100 | 400 | 360 | 40 | 1,180 |""",
    """\
| School | Pupils | Days lost |
|---|---|---|
| Ash | 210 | 4.1 |
| Elm | 180 | 3.8 |
| Oak | 300 | 5.2 |
| All schools | 690 | 4.5 |""",
    """\
| Team | Staff | Caseload |
|---|---|---|
| A | 10 | 17 |
| B | 12 | 15 |
| Total | 22 | 16 |""",
    """\
| Course | Sessions | People |
|---|---|---|
| First aid | 10 | 110 |
| Fire | 12 | 130 |
| Lifting | 8 | 96 |
| Total | 30 | 212 |

People may have been on more than one course.""",
    """\
| Quarter | Referrals | Children |
|---|---|---|
| Q1 | 110 | 80 |
| Q2 | 120 | 85 |
| Q3 | 130 | 90 |
| Q4 | 140 | 95 |
| Year | 500 | 301 |""",
    """\
Main reasons for calling

| Reason | Calls |
|---|---|
| Noise | 410 |
| Litter | 302 |
| Parking | 280 |
| All calls | 1,327 |""",
    """\
| Language | Pupils |
|---|---|
| Polish | 410 |
| Urdu | 302 |
| Romanian | 280 |
| All languages | 1,327 |""",
    """\
| Type of concern | Referrals |
|---|---|
| Neglect | 41 |
| Physical | 62 |
| Emotional | 58 |
| All referrals | 120 |""",
    """\
| School | Autumn | Spring | Summer | Year |
|---|---|---|---|---|
| Ash | 10 | 12 | 8 | 30 |
| Elm | 9 | 14 | 11 | 34 |
| Total | 19 | 26 | 19 | 64 |""",
    """\
| Year to | Crimes |
|---|---|
| June 2022 | 4,100 |
| September 2022 | 4,210 |
| December 2022 | 4,190 |
| March 2023 | 4,300 |
| Year | 4,300 |""",
    """\
| Age | Boys | Girls | Both |
|---|---|---|---|
| 10 | 4 | 5 | 9 |
| 11 | 6 | 2 | 8 |
| All | 10 | 7 | 17 |""",
    """\
| Measure | Year | Number |
|---|---|---|
| Calls | 2022 | 310 |
| Visits | 2022 | 120 |
| Letters | 2023 | 88 |""",
    """\
| Ward | Boys | Girls | All |
|---|---|---|---|
| Ash | 12 | c | 15 |
| Elm | c | 9 | 11 |
| Total | 14 | 12 | 26 |""",
    """\
| Grant | Budget £ | Spent £ | Remaining £ |
|---|---|---|---|
| Youth | 4,000 | 3,500 | 500 |
| Parks | 2,000 | 2,150 | -150 |""",
    """\
| Team | Joined | Left | Net |
|---|---|---|---|
| A | 12 | 9 | 3 |
| B | 4 | 8 | -4 |""",
    """\
| Team | Good % | Fair % | Poor % |
|---|---|---|---|
| East | 30 | 30 | 40 |
| West | 30 | 35 | 35 |""",
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
