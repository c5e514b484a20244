"""True sentences with superlatives beside lists and tables that they do not speak of."""

import pytest

from tests.factories.statements import errors_in

T = """Table 2: Plans by category

| Category | 2022 | 2023 | 2024 |
|---|---:|---:|---:|
| Neglect | 104 | 118 | 111 |
| Emotional abuse | 71 | 66 | 80 |
| Physical abuse | 14 | 12 | 19 |
| Total | 189 | 196 | 210 |

"""
CALLS = "Calls were 310 in April, 342 in May, 298 in June and 330 in July. "
VISITS = "Visits: Ash 412, Birch 388, Cedar 455 and Dale 290. "
SILENT = [
    (CALLS, "Staff absence was highest in June."),
    (CALLS, "June was the hottest month for 20 years."),
    (CALLS, "The longest call, in April, lasted two hours."),
    (CALLS, "Most calls in April were about housing."),
    (CALLS, "We expect August to be the busiest month."),
    (CALLS, "Call waiting times peaked in April."),
    (CALLS, "The highest daily number, 31, was on 4 April."),
    (CALLS, "Fewer than half of calls in April were answered in a minute."),
    (CALLS, "In April we had the fewest staff."),
    (CALLS, "The number of repeat callers was lowest in May."),
    (CALLS, "Complaints were never higher than in June."),
    (CALLS, "Only in June did calls fall below 300."),
    (CALLS, "The rise from April to May was the largest."),
    (VISITS, "Birch has the largest building and Dale the most staff."),
    (VISITS, "Dale is the oldest site."),
    (VISITS, "Satisfaction was highest at Dale."),
    (VISITS, "Ash, the smallest site, opens late."),
    (VISITS, "Most visitors to Dale were tourists."),
    (VISITS, "Visits to Cedar outnumbered those to any other site."),
    (VISITS, "Costs per visit were lowest at Cedar, and highest at Birch."),
    (VISITS, "Of the four, Dale had the lowest footfall."),
    (T, "Neglect was highest among boys."),
    (T, "The longest plan was for neglect."),
    (T, "Physical abuse saw the fastest growth between 2023 and 2024."),
    (T, "In 2024 the number of plans for neglect was not the highest recorded."),
    (T, "Children under five made up the largest group on plans for neglect."),
    (T, "Rates of neglect here are among the highest in the country."),
    (T, "Neglect plans ended most quickly in 2023."),
    (T, "Plans lasting longest were those for emotional abuse."),
    (T, "The number of strategy meetings was highest in 2022."),
    (
        "",
        "Our budget rose by £1.2m in 2021, £0.8m in 2022 and £2.1m in 2023. It is now at "
        "its highest.",
    ),
    ("", "The target was 90% in 2021, 92% in 2022 and 95% in 2023. Performance was best in 2021."),
    ("", "Ward A has 12 beds, Ward B 18 and Ward C 24; Ward A has the highest occupancy."),
    ("", "Between April and June 41, 38 and 52 cases were heard; the longest took nine days."),
    ("", "There were 31 fires, 12 floods and 9 rescues; fires took the most time."),
    (
        "",
        "We spent £410,000 on staff, £92,000 on rent and £38,000 on travel; travel rose "
        "the most.",
    ),
    (
        "",
        "Attendance was 94% in 2021, 93% in 2022 and 95% in 2023, above the national "
        "figure in every year.",
    ),
    (
        "",
        "Sites A, B and C had 41, 38 and 52 visits, and scores of 88%, 91% and 79%. Site "
        "C had the lowest score.",
    ),
    (
        "",
        "In 2022 there were 41 girls and 52 boys; in 2023, 44 girls and 49 boys. The "
        "number of girls was highest in 2023.",
    ),
    (
        "",
        "Deaths fell from 12 in 2020 to 9 in 2021, while injuries rose every year: 40, "
        "44 and 51.",
    ),
    (
        "",
        "Referrals were 410 in Q1 (target 400), 380 in Q2 (target 400) and 430 in Q3 "
        "(target 420). Q1 met its target by most.",
    ),
    (
        "",
        "Neglect (41%), emotional abuse (36%) and physical abuse (15%) were the most "
        "common reasons.",
    ),
    (
        "",
        "Girls made up 58% of callers, and 31% of callers were boys; 11% did not say. "
        "The largest age group was 12 to 15.",
    ),
    ("", "The three highest scores were 91%, 88% and 86%; ours was 84%."),
    ("", "Response rates were 41% in 2019, 38% in 2021 and 44% in 2023, lower than most."),
    (
        "",
        "The scheme helped 12 people in 2021, 40 in 2022 and 38 in 2023; the busiest "
        "month was March.",
    ),
    ("", "Prices: adult £9, child £5, family £22. The family ticket is the best value."),
    ("", "North has 12 schools, South 15 and East 9. East has the most pupils."),
    (
        "",
        "Stage 1 took 8 weeks, stage 2 took 12 and stage 3 took 10. Stage 2 was the most "
        "difficult.",
    ),
    (
        "",
        "In the survey 52% said yes, 31% no and 17% did not know; yes was most common "
        "among women.",
    ),
    (
        "",
        "Waiting lists stood at 1,204 in June, 1,310 in July and 1,280 in August. The "
        "July peak came after a strike.",
    ),
    (
        "",
        "Sickness was 4.1% in April, 4.4% in May and 3.9% in June, the lowest in the "
        "region in June.",
    ),
    ("", "Hospital A scored 88%, Hospital B 91% and Hospital C 79%. Hospital A had improved most."),
    ("", "Members' votes: Ash 41, Birch 38, Cedar 12. Ash won by the smallest margin since 2008."),
    (
        "",
        "Crime was 61.2 per 1,000 in 2021, 64.0 in 2022 and 62.8 in 2023. Burglary was "
        "at its lowest in 2023.",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("table", "text"), SILENT)
def test_what_only_looks_wrong_goes_by(table: str, text: str) -> None:
    assert errors_in("extreme", table + text) == []
