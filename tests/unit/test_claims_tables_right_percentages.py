"""More right tables with percentages: cumulative, overlapping, beside populations and targets."""

import pytest

from tests.factories.checked_tables import faults_in, told

RIGHT = [
    """\
Rates printed without decimals

| Measure | 2022 | 2023 | Change |
|---|---|---|---|
| Referrals per 10,000 children | 532.9 | 519.9 | −2.4% |
| Plans (per 10,000 children) | 52.4 | 64.3 | 22.7% |
| Looked after (per 10,000 children) | 71 | 62 | −12.2% |""",
    """\
Looked after children by year

| Year | Number | Change on last year | % change |
|---|---|---|---|
| 2020 | 371 | | |
| 2021 | 385 | +14 | +3.8% |
| 2022 | 381 | -4 | -1.0% |
| 2023 | 402 | +21 | +5.5% |""",
    """\
Police recorded incidents by outcome

Outcome	2022/23	2023/24	Change	% change
Charged	1,204	1,310	106	8.8%
Caution	310	288	-22	-7.1%
No further action	4,020	3,911	-109	-2.7%
Total	5,534	5,509	-25	-0.5%""",
    """\
Ofsted outcomes at 31 August

| Grade | Schools | % |
|---|---|---|
| Outstanding | 9 | 12 |
| Good | 55 | 72 |
| Requires improvement | 10 | 13 |
| Inadequate | 2 | 3 |
| Total | 76 | 100 |""",
    """\
NHS trust safeguarding training

| Level | Q1 | Q2 | Q3 | Q4 |
|---|---|---|---|---|
| Level 1 | 94.1% | 95.0% | 95.2% | 96.0% |
| Level 2 | 90.2% | 91.1% | 91.4% | 92.2% |
| Level 3 | 84.0% | 85.6% | 88.0% | 89.9% |
| Trust target | 90% | 90% | 90% | 90% |""",
    """\
Contact outcomes

| Outcome | Oct | Nov | Dec | Total | % |
|---|---|---|---|---|---|
| No further action | 310 | 322 | 280 | 912 | 51.4% |
| Early help | 150 | 160 | 121 | 431 | 24.3% |
| Referral | 140 | 155 | 136 | 431 | 24.3% |
| Total | 600 | 637 | 537 | 1,774 | 100% |""",
    """\
Age of victims

| Age group | Number | Percentage | Cumulative % |
|---|---|---|---|
| 0 to 4 | 40 | 20% | 20% |
| 5 to 9 | 60 | 30% | 50% |
| 10 to 14 | 70 | 35% | 85% |
| 15 to 17 | 30 | 15% | 100% |
| Total | 200 | 100% | |""",
    """\
Assessments completed within 45 days

| Team | Completed | In time | % in time | Average days |
|---|---|---|---|---|
| East | 310 | 260 | 83.9% | 38 |
| West | 288 | 250 | 86.8% | 35 |
| Total | 598 | 510 | 85.3% | 37 |""",
    """\
Vaccinations

| Dose | Eligible | Given | Uptake |
|---|---|---|---|
| First | 4,102 | 3,905 | 95.2% |
| Second | 4,102 | 3,611 | 88.0% |
| Booster | 3,950 | 3,102 | 78.5% |""",
    """\
School meals

| Year | Pupils | Eligible | % eligible | % taking meals of those eligible |
|---|---|---|---|---|
| 2021 | 12,010 | 2,402 | 20.0% | 81.0% |
| 2022 | 12,240 | 2,571 | 21.0% | 79.5% |
| 2023 | 12,300 | 2,706 | 22.0% | 80.2% |""",
    """\
Percentages of respondents

| Answer | 2021 | 2022 |
|---|---|---|
| Very good | 30% | 33% |
| Good | 45% | 43% |
| Good or very good | 75% | 76% |
| Poor | 15% | 14% |
| Don't know | 10% | 10% |""",
    """\
Satisfaction

| Course | Delegates | Satisfaction | Would recommend |
|---|---|---|---|
| Neglect | 120 | 98% | 97% |
| Supervision | 30 | 100% | 100% |
| Voice | 55 | 96% | 99% |
| All courses | 205 | 98% | 98% |""",
    """\
Case audits: grades

| Agency | Audits | Outstanding | Good | RI | Inadequate | Good or better |
|---|---|---|---|---|---|---|
| CSC | 12 | 1 | 8 | 3 | 0 | 75% |
| Police | 9 | 0 | 6 | 2 | 1 | 67% |
| Health | 10 | 2 | 5 | 3 | 0 | 70% |
| Schools | 8 | 0 | 5 | 2 | 1 | 63% |""",
    """\
Fire service home visits

| Station | Target | Visits | % of target |
|---|---|---|---|
| 1 | 400 | 412 | 103% |
| 2 | 350 | 301 | 86% |
| 3 | 300 | 330 | 110% |""",
    """\
Top five languages

| Language | Pupils | % of all pupils |
|---|---|---|
| English | 20,110 | 49.7% |
| Urdu | 4,020 | 9.9% |
| Bengali | 3,100 | 7.7% |
| Polish | 2,044 | 5.0% |
| Romanian | 1,822 | 4.5% |
| All pupils | 40,480 | 100% |""",
    """\
Ethnic background of children in care compared with the population

| Group | Children in care | % | Population % |
|---|---|---|---|
| White | 180 | 47% | 45% |
| Asian | 90 | 24% | 37% |
| Black | 50 | 13% | 10% |
| Mixed | 60 | 16% | 8% |
| Total | 380 | 100% | 100% |""",
    """\
Calls answered

| Week | Calls | Answered | Abandoned | Answered within 30 seconds |
|---|---|---|---|---|
| 1 | 1,020 | 990 | 30 | 91% |
| 2 | 1,115 | 1,061 | 54 | 88% |
| 3 | 987 | 975 | 12 | 95% |""",
    """\
Looked after children

| Measure | 2022/23 | 2023/24 | England |
|---|---|---|---|
| Children | 381 | 402 | 83,840 |
| Rate per 10,000 | 66.2 | 69.4 | 71 |
| Placed 20 miles or more away | 26.4% | 27.1% | 17% |
| Three or more placements | 9.4% | 6.9% | 10% |""",
]


@pytest.mark.parametrize("text", RIGHT, ids=lambda text: text.partition("\n")[0])
def test_it_is_let_be(text):
    assert told(faults_in(text)) == []
