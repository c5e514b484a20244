"""Right tables of counts that look wrong: stocks, budgets, groups, people counted once."""

import pytest

from goldenthread.nouns.fault import Severity
from tests.factories.checked_tables import faults_in, told

RIGHT = [
    """\
Children supported

| Service | Q1 | Q2 | Q3 | Q4 | Total |
|---|---|---|---|---|---|
| Young carers | 61 | 58 | 70 | 66 | 255 |
| Mentoring | 12 | 15 | 11 | 9 | 47 |
| Total | 73 | 73 | 81 | 75 | 302 |""",
    """\
Income by contributor

Contributor	2022/23 £	2023/24 £
Council	92,500	95,000
Integrated care board	45,000	45,000
Police	38,250	39,000
Probation	1,500	1,500
Total income	177,250	180,500""",
    """\
Spending by heading (£000s)

| Heading | Budget | Actual | Variance |
|---|---|---|---|
| Staff | 161 | 158 | -3 |
| Training | 24 | 29 | 5 |
| Reviews | 40 | 21 | -19 |
| Office | 6 | 5 | 0 |
| Total | 231 | 214 | -17 |""",
    """\
Factors at the end of assessment

| Factor | Children |
|---|---|
| Domestic abuse | 612 |
| Mental health | 544 |
| Drugs | 203 |
| Total assessments | 1,002 |""",
    """\
Rounded to the nearest 10

| Region | 2022 | 2023 |
|---|---|---|
| North | 12,340 | 12,560 |
| South | 9,870 | 9,910 |
| Midlands | 7,450 | 7,430 |
| England | 29,670 | 29,890 |
| Total | 29,670 | 29,890 |""",
    """\
Children by age and gender

| Age | Male | Female | Under 5 | 5 to 9 | 10 and over | Total |
|---|---|---|---|---|---|---|
| Luton | 120 | 111 | 60 | 81 | 90 | 231 |
| Bedford | 80 | 85 | 40 | 55 | 70 | 165 |""",
    """\
Deaths occurred and reviewed

| Year | Deaths | Reviewed |
|---|---|---|
| 2021/22 | 12 | 9 |
| 2022/23 | 8 | 13 |
| 2023/24 | 11 | 10 |""",
    """\
LADO referrals

| Sector | Referrals | Substantiated | Unsubstantiated | Malicious | Ongoing |
|---|---|---|---|---|---|
| Education | 61 | 20 | 30 | 1 | 10 |
| Early years | 22 | 8 | 9 | 0 | 5 |
| Foster carers | 14 | 3 | 7 | 0 | 4 |
| Transport | 7 | 1 | 4 | 0 | 2 |""",
    """\
Outcome of audits

| Grade | 2022 | 2023 |
|---|---|---|
| Outstanding | 0 | 1 |
| Good | 6 | 8 |
| Requires improvement | 7 | 5 |
| Inadequate | 2 | 1 |
| Good or better | 6 | 9 |
| Total | 15 | 15 |""",
    """\
Children in need by need

| Need | Number |
|---|---|
| N1 Abuse or neglect | 702 |
| N2 Disability | 120 |
| N4 Family in acute stress | 88 |
| Other needs | 61 |
| Not stated | <5 |
| Total | 974 |""",
    """\
Months

| | Apr | May | Jun | Q1 | Jul | Aug | Sep | Q2 | H1 |
|---|---|---|---|---|---|---|---|---|---|
| Contacts | 310 | 322 | 298 | 930 | 287 | 240 | 333 | 860 | 1,790 |
| Referrals | 61 | 70 | 58 | 189 | 55 | 49 | 72 | 176 | 365 |""",
    """\
Area and agency

| Area | Agency | Staff |
|---|---|---|
| North | Police | 12 |
| | Health | 31 |
| | Total | 43 |
| South | Police | 9 |
| | Health | 22 |
| | Total | 31 |
| Grand total | | 74 |""",
    """\
Placements

| Placement | Number | Of these, out of area |
|---|---|---|
| Foster | 210 | 81 |
| Home | 40 | 31 |
| Kin | 55 | 9 |
| Total | 305 | 121 |""",
    """\
Rank of wards

| Rank | Ward | Score | Children |
|---|---|---|---|
| 1 | Elm | 41.2 | 880 |
| 2 | Oak | 39.9 | 712 |
| 3 | Ash | 35.0 | 640 |
| Total | | | 2,232 |""",
    """\
Households helped, by quarter (families may be helped in more than one quarter)

| Team | Q1 | Q2 | Q3 | Q4 | Year |
|---|---|---|---|---|---|
| East | 60 | 72 | 66 | 80 | 201 |
| West | 41 | 39 | 50 | 47 | 140 |""",
    """\
Comparators

| Measure | Luton | Neighbours | England |
|---|---|---|---|
| Rate of plans | 41.2 | 46.0 | 43.2 |
| Rate of s47 | 171.0 | 190.2 | 189.0 |
| Rate of referrals | 529 | 560 | 545 |""",
    """\
Indices

| Area | Population | Children | Rate per 10,000 |
|---|---|---|---|
| North | 41,200 | 9,310 | 412.0 |
| South | 38,800 | 8,950 | 366.1 |
| Total | 80,000 | 18,260 | 389.5 |""",
    """\
Members and their attendance (8 meetings)

| Trustee | Attended |
|---|---|
| A | 8/8 |
| B | 6/8 |
| C (from June) | 5/5 |""",
    """\
Accounts for the year

| | 2023 £000 | 2022 £000 |
|---|---|---|
| Income | | |
| Donations | 1,204 | 1,110 |
| Grants | 860 | 905 |
| Total income | 2,064 | 2,015 |
| Expenditure | | |
| Charitable activities | 1,702 | 1,640 |
| Raising funds | 201 | 188 |
| Total expenditure | 1,903 | 1,828 |
| Net income | 161 | 187 |
| Funds brought forward | 902 | 715 |
| Funds carried forward | 1,063 | 902 |""",
    """\
Referrals to early help

| Source | 2021/22 | 2022/23 | 2023/24 |
|---|---|---|---|
| Education | 402 | 455 | 480 |
| of which primary | 250 | 280 | 301 |
| of which secondary | 152 | 175 | 179 |
| Health | 210 | 233 | 241 |
| Police | 88 | 91 | 79 |
| Total | 700 | 779 | 800 |""",
    """\
Plans open at year end by duration

| Duration | 2022 | 2023 |
|---|---|---|
| Under 3 months | 70 | 81 |
| 3 to 6 months | 61 | 60 |
| 6 to 12 months | 88 | 92 |
| 1 to 2 years | 40 | 44 |
| 2 years and over | 6 | 5 |
| All plans | 265 | 282 |""",
    """\
Money by partner, with in-kind support

| Partner | Cash | In kind | Total |
|---|---|---|---|
| Council | £95,000 | £12,000 | £107,000 |
| Police | £39,000 | – | £39,000 |
| Health | £45,000 | £5,500 | £50,500 |
| Total | £179,000 | £17,500 | £196,500 |""",
    """\
Missing episodes

| Month | 2022 | 2023 |
|---|---|---|
| April | 61 | 58 |
| May | 70 | 66 |
| June | 55 | 72 |
| Average | 62 | 65 |""",
    """\
Referrals 2022/23

| Source | Q1 | Q2 | Q3 | Q4 | Total | 2021/22 total |
|---|---|---|---|---|---|---|
| Police | 210 | 190 | 222 | 201 | 823 | 790 |
| Schools | 150 | 60 | 161 | 155 | 526 | 498 |
| Total | 360 | 250 | 383 | 356 | 1,349 | 1,288 |""",
]


@pytest.mark.parametrize("text", RIGHT, ids=lambda text: text.partition("\n")[0])
def test_it_is_let_be(text):
    assert told(faults_in(text)) == []


PEOPLE = [
    """\
Missing children

| | Children | Episodes | Interviews offered | Interviews accepted | % accepted |
|---|---|---|---|---|---|
| April | 31 | 58 | 57 | 40 | 70% |
| May | 28 | 44 | 44 | 29 | 66% |
| June | 35 | 71 | 69 | 51 | 74% |
| Quarter 1 | 77 | 173 | 170 | 120 | 71% |""",
    """\
Children known, by quarter

| Team | Q1 | Q2 | Q3 | Q4 | Year |
|---|---|---|---|---|---|
| East | 60 | 72 | 66 | 80 | 201 |
| West | 41 | 39 | 50 | 47 | 140 |""",
]


@pytest.mark.parametrize("text", PEOPLE, ids=lambda text: text.partition("\n")[0])
def test_people_may_be_counted_once_in_a_year_and_in_several_quarters(text):
    assert {each.severity for each in faults_in(text)} == {Severity.WARNING}
