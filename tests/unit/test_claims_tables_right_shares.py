"""Right tables with percentages of several bases, changes, levels and targets."""

import pytest

from tests.factories.checked_tables import faults_in, told

RIGHT = [
    """\
Caseload by team

| Team | Q1 | Q2 | Q3 | Q4 | 2023/24 |
|---|---|---|---|---|---|
| Cases open at quarter end | 410 | 402 | 433 | 441 | 441 |
| Cases closed | 120 | 131 | 99 | 140 | 490 |
| Average caseload | 17.2 | 16.9 | 18.1 | 18.0 | 17.6 |
| % visited in time | 91% | 92% | 89% | 94% | 92% |""",
    """\
Workforce at 30 September

| Measure | 2021 | 2022 | 2023 |
|---|---|---|---|
| Social workers (FTE) | 112.4 | 108.9 | 115.2 |
| Vacancies | 18 | 22 | 16 |
| Agency workers | 20 | 31 | 24 |
| Turnover rate | 14.1% | 17.5% | 12.2% |""",
    """\
Referrals by ethnicity

| Group | Number | % of referrals | % of child population |
|---|---|---|---|
| White | 1,204 | 48.2% | 51.0% |
| Asian | 702 | 28.1% | 30.2% |
| Black | 301 | 12.0% | 10.4% |
| Mixed | 211 | 8.4% | 6.9% |
| Other or unknown | 82 | 3.3% | 1.5% |
| Total | 2,500 | 100% | 100% |""",
    """\
Contacts and referrals

| Year | Contacts | Referrals | Conversion |
|---|---|---|---|
| 2020/21 | 10,212 | 2,140 | 21% |
| 2021/22 | 11,480 | 2,411 | 21% |
| 2022/23 | 12,077 | 2,898 | 24% |""",
    """\
Survey of young people

| Question | Agree | Neither | Disagree |
|---|---|---|---|
| I feel safe at school | 71% | 18% | 11% |
| Adults listen to me | 55% | 25% | 21% |
| I know who to ask | 82% | 10% | 7% |""",
    """\
Plans by category

| Category | 2021/22 | 2022/23 | Direction |
|---|---|---|---|
| Neglect | 140 (46%) | 151 (44%) | ↑ |
| Emotional | 110 (36%) | 131 (38%) | ↑ |
| Physical | 41 (13%) | 46 (13%) | ↑ |
| Sexual | 14 (5%) | 15 (4%) | → |
| Total | 305 | 343 | ↑ |""",
    """\
Timeliness

| Indicator | Target | Actual | Numerator | Denominator |
|---|---|---|---|---|
| Assessments in 45 days | 90% | 84.1% | 1,210 | 1,439 |
| ICPC in 15 days | 85% | 88.3% | 302 | 342 |
| Reviews in time | 95% | 97.2% | 410 | 422 |""",
    """\
Referrals by agency

| Agency | Referrals | Of which accepted | % |
|---|---|---|---|
| Police | 1,402 | 411 | 29% |
| Schools | 911 | 450 | 49% |
| Health | 604 | 302 | 50% |
| Other | 211 | 60 | 28% |
| All agencies | 3,128 | 1,223 | 39% |""",
    """\
Training by level

| Level | Staff who need it | Staff trained | Compliance |
|---|---|---|---|
| Level 1 | 412 | 400 | 97% |
| Level 2 | 301 | 271 | 90% |
| Level 3 | 88 | 61 | 69% |""",
    """\
Attendance at meetings

| Agency | Apr | Jul | Oct | Jan | Attendance |
|---|---|---|---|---|---|
| Council | ✓ | ✓ | ✓ | ✓ | 100% |
| Police | ✓ | x | ✓ | ✓ | 75% |
| Health | x | ✓ | ✓ | Apologies | 50% |""",
    """\
Trend

| Measure | 2019/20 | 2020/21 | 2021/22 | 2022/23 | Change |
|---|---|---|---|---|---|
| Referral rate per 10,000 | 512.4 | 498.1 | 530.2 | 541.9 | 11.7 |
| Re-referrals | 21% | 20% | 22% | 19% | -3 |
| Plans | 301 | 287 | 310 | 325 | 15 |""",
    """\
Ward population

| Ward | All ages | Under 18 | % under 18 |
|---|---|---|---|
| Elm | 8,412 | 2,310 | 27.5% |
| Oak | 7,911 | 1,822 | 23.0% |
| Ash | 9,020 | 2,904 | 32.2% |""",
    """\
Contacts by source

| Source | Number | % |
|---|---|---|
| Police | 402 | 40 |
| Schools | 301 | 30 |
| Health | 151 | 15 |
| Other | 146 | 15 |
| Total | 1,000 | 100 |""",
    """\
Courses, places and take-up

| Course | Courses | Places | Booked | Attended | % filled |
|---|---|---|---|---|---|
| Neglect | 4 | 80 | 84 | 71 | 105% |
| Exploitation | 6 | 120 | 101 | 88 | 84% |
| Total | 10 | 200 | 185 | 159 | 93% |""",
    """\
Agencies

| Agency | Contribution | % of total |
|---|---|---|
| Council | £95,000 | 52.6% |
| Health | £45,000 | 24.9% |
| Police | £39,000 | 21.6% |
| Probation | £1,500 | 0.8% |
| Total | £180,500 | |""",
    """\
Calls by type

| Type | 2022 | 2023 | % change |
|---|---|---|---|
| Domestic | 1,204 | 1,180 | -2.0% |
| Missing | 403 | 455 | 12.9% |
| Other | 88 | 88 | 0.0% |
| Total | 1,695 | 1,723 | 1.7% |""",
    """\
By gender

| | 2022 | | 2023 | |
|---|---|---|---|---|
| | No. | % | No. | % |
| Boys | 120 | 52% | 131 | 51% |
| Girls | 111 | 48% | 126 | 49% |
| Total | 231 | 100% | 257 | 100% |""",
]


@pytest.mark.parametrize("text", RIGHT, ids=lambda text: text.partition("\n")[0])
def test_it_is_let_be(text):
    assert told(faults_in(text)) == []
