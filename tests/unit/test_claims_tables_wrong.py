"""Tables with one fault each: which kind finds it, at what, and what it should be."""

import pytest

from tests.factories.checked_tables import errors_in

WRONG = [
    (
        ("total", "5,519", "5,509"),
        """\
Outcomes

Outcome	2022/23	2023/24	Change	% change
Charged	1,204	1,310	106	8.8%
Caution	310	288	-22	-7.1%
No further action	4,020	3,911	-109	-2.7%
Total	5,534	5,519	-25	-0.5%""",
    ),
    (
        ("percentage_of_base", "-9.1%", "−7.1%"),
        """\
Outcomes

Outcome	2022/23	2023/24	Change	% change
Charged	1,204	1,310	106	8.8%
Caution	310	288	-22	-9.1%
No further action	4,020	3,911	-109	-2.7%
Total	5,534	5,509	-25	-0.5%""",
    ),
    (
        ("total", "2,105", "2,015"),
        """\
Accounts

| | 2023 £ | 2022 £ |
|---|---|---|
| Income | | |
| Donations | 1,204 | 1,110 |
| Grants | 860 | 905 |
| Total income | 2,064 | 2,105 |
| Expenditure | | |
| Charitable activities | 1,702 | 1,640 |
| Raising funds | 201 | 188 |
| Total expenditure | 1,903 | 1,828 |""",
    ),
    (
        ("total", "£180,000", "£180,500"),
        """\
Income by contributor

Contributor	2023/24
Council	£95,000
Integrated care board	£45,000
Police	£39,000
Probation	£1,500
Total	£180,000""",
    ),
    (
        ("percentage_of_base", "46%", "49%"),
        """\
By gender

| | 2022 | | 2023 | |
|---|---|---|---|---|
| | No. | % | No. | % |
| Boys | 120 | 52% | 131 | 51% |
| Girls | 111 | 48% | 126 | 46% |
| Total | 231 | 100% | 257 | 100% |""",
    ),
    (
        ("total", "198", "189"),
        """\
| | Apr | May | Jun | Q1 | Jul | Aug | Sep | Q2 | H1 |
|---|---|---|---|---|---|---|---|---|---|
| Contacts | 310 | 322 | 298 | 930 | 287 | 240 | 333 | 860 | 1,790 |
| Referrals | 61 | 70 | 58 | 198 | 55 | 49 | 72 | 176 | 365 |""",
    ),
    (
        ("total", "33", "31"),
        """\
Staff by area

| Area | Agency | Staff |
|---|---|---|
| North | Police | 12 |
| | Health | 31 |
| | Total | 43 |
| South | Police | 9 |
| | Health | 22 |
| | Total | 33 |
| Grand total | | 74 |""",
    ),
    (
        ("above_whole", "104%", ""),
        """\
Survey

| Question | Agree |
|---|---|
| I was satisfied | 104% |
| I was listened to | 91% |""",
    ),
    (
        ("attendance", "9/8", ""),
        """\
Members and their attendance (8 meetings)

| Trustee | Attended |
|---|---|
| A | 8/8 |
| B | 9/8 |
| C | 5/8 |""",
    ),
    (
        ("shares_of_whole", "56%", ""),
        """\
| Sex | % |
|---|---|
| Male | 56% |
| Female | 54% |""",
    ),
    (
        ("shares_of_whole", "South", ""),
        """\
Grades in 2023

| Team | Outstanding | Good | RI | Inadequate |
|---|---|---|---|---|
| East | 10% | 60% | 20% | 10% |
| West | 5% | 65% | 25% | 5% |
| North | 0% | 70% | 25% | 5% |
| South | 5% | 65% | 35% | 5% |""",
    ),
    (
        ("percentage_of_base", "9.7%", "7.9%"),
        """\
| School | Pupils | Absent | Absence % |
|---|---|---|---|
| A | 410 | 41 | 10.0% |
| B | 380 | 30 | 9.7% |
| C | 500 | 45 | 9.0% |
| D | 298 | 20 | 6.7% |""",
    ),
    (
        ("percentage_of_base", "70 (88%)", "78%"),
        """\
Response rates

| Group | Sent | Returned | Response |
|---|---|---|---|
| Parents | 400 | 88 (22%) | low |
| Pupils | 1,200 | 640 (53%) | good |
| Staff | 90 | 70 (88%) | good |""",
    ),
    (
        ("total", "87", "77"),
        """\
Visits made

Team	Q1	Q2	Q3	Q4	Total
A	10	12	9	14	45
B	20	18	22	17	87""",
    ),
    (
        ("total", "707", "697"),
        """\
Referrals

| Source | Number |
|---|---|
| Police | 412 |
| Schools | 188 |
| Health | 97 |
| All sources | 707 |""",
    ),
    (
        ("percentage_of_base", "96%", "92%"),
        """\
| Measure | 2021 | 2022 | 2023 |
|---|---|---|---|
| Reviews due | 210 | 240 | 250 |
| Reviews in time | 189 | 204 | 230 |
| % in time | 90% | 85% | 96% |""",
    ),
    (
        ("above_whole", "260", ""),
        """\
| Measure | 2021 | 2022 | 2023 |
|---|---|---|---|
| Children on plans | 210 | 240 | 250 |
| Of whom under 1 | 30 | 28 | 260 |""",
    ),
    (
        ("total", "295", "293"),
        """\
Children in need by age

| Age | Boys | Girls | Unknown | All children |
|---|---|---|---|---|
| Under 5 | 88 | 79 | 1 | 168 |
| 5 to 9 | 102 | 97 | 0 | 199 |
| 10 and over | 140 | 151 | 2 | 295 |""",
    ),
    (
        ("attendance", "7", ""),
        """\
| Governor | Meetings attended | Out of |
|---|---|---|
| Chair | 5 | 6 |
| Parent | 7 | 6 |""",
    ),
    (
        ("total", "9,849", "9,489"),
        """\
| Quarter | Contacts |
|---|---|
| Q1 | 2,310 |
| Q2 | 2,104 |
| Q3 | 2,455 |
| Q4 | 2,620 |
| 2023/24 | 9,849 |""",
    ),
    # The small ones fit the first row as well as the total: what calls itself a total is the base.
    (
        ("percentage_of_base", "90%", "88%"),
        """\
| Issue | Number | % |
|---|---|---|
| Fire | 267 | 90% |
| Flood | 12 | 4% |
| Noise | 12 | 4% |
| Litter | 12 | 4% |
| Total | 303 | 100% |""",
    ),
]


@pytest.mark.parametrize(("fault", "text"), WRONG)
def test_the_one_fault_is_found(fault, text):
    assert errors_in(text) == [fault]
