"""Orders told in many words beside a table."""

import pytest

from tests.factories.statements import errors_in, two_ways

T1 = """| Month | Calls |
| --- | --- |
| April | 742 |
| May | 811 |
| June | 798 |
| July | 869 |
| August | 603 |
| September | 790 |

"""
T2 = """| Ward | Fires |
| --- | --- |
| Abbey | 31 |
| Brook | 47 |
| Castle | 22 |
| Denfield | 40 |
| Total | 140 |

"""
T3 = """| Reason | 2021/22 | 2022/23 | 2023/24 |
| --- | --- | --- | --- |
| Neglect | 140 | 133 | 151 |
| Emotional abuse | 118 | 126 | 122 |
| Physical abuse | 26 | 31 | 24 |
| Sexual abuse | 14 | 11 | 17 |
| Total | 298 | 301 | 314 |

"""
T = """Referrals by agency

| Agency | Q1 | Q2 | Q3 | Q4 |
| --- | ---: | ---: | ---: | ---: |
| Police | 210 | 245 | 231 | 260 |
| Education | 180 | 141 | 190 | 172 |
| Health | 95 | 88 | 102 | 110 |
| Housing | 22 | 31 | 19 | 27 |
| Total | 507 | 505 | 542 | 569 |

"""
Y = """| Year | Volunteers | Hours |
|---|---|---|
| 2019 | 212 | 9,410 |
| 2020 | 187 | 6,205 |
| 2021 | 194 | 7,890 |
| 2022 | 230 | 10,112 |
| 2023 | 241 | 9,980 |

"""
A = """Table 2. Average wait in weeks

| Clinic | March 2023 | March 2024 |
|---|---:|---:|
| Eastfield | 14.2 | 12.9 |
| Moorside | 18.0 | 19.4 |
| Quarry Bank | 9.6 | 10.1 |
| St Agnes | 16.3 | 15.0 |

"""
T4 = """Table 3: Calls by reason

| Reason | 2022 | 2023 |
|---|---:|---:|
| Bullying | 1,412 | 1,370 |
| Family relationships | 1,655 | 1,802 |
| Exam stress | 640 | 712 |
| Self-harm | 988 | 1,140 |
| Friendship | 410 | 388 |

"""
W = """| District | Rate per 1,000 |
|---|---|
| Ashby | 14.2 |
| Calder | 21.7 |
| Eden | 9.8 |
| Fylde | 17.5 |
| Hart | 12.0 |

"""
Q = """Crime outcomes by quarter

| Quarter | Burglary | Robbery | Fraud |
|---|---|---|---|
| Q1 | 212 | 41 | 305 |
| Q2 | 198 | 38 | 322 |
| Q3 | 240 | 52 | 298 |
| Q4 | 225 | 47 | 341 |

"""
P = """Percentage of reviews on time

| Area | Apr | May | Jun | Jul |
|---|---|---|---|---|
| North | 91 | 93 | 90 | 95 |
| South | 88 | 86 | 89 | 92 |
| West | 97 | 94 | 96 | 93 |

"""
A2 = """Table 6: Attendance by phase (%)

| Phase | 2021/22 | 2022/23 | 2023/24 |
|---|---:|---:|---:|
| Primary | 93.8 | 94.1 | 94.6 |
| Secondary | 91.2 | 90.7 | 91.0 |
| Special | 87.4 | 88.0 | 87.1 |

"""
B = """| Ward | Population | Burglaries |
|---|---:|---:|
| Alder | 9,120 | 41 |
| Brook | 11,340 | 38 |
| Croft | 8,760 | 62 |
| Dene | 10,210 | 29 |

"""
C = """Admissions by month

| Oct | Nov | Dec | Jan | Feb | Mar |
|---|---|---|---|---|---|
| 212 | 231 | 260 | 254 | 227 | 219 |

"""
# In braces what is right, and what is wrong.
BOTH = [
    (T1, "The highest number of calls was recorded in {July.|May.}"),
    (T1, "{August|September} was the quietest month and July the busiest."),
    (T1, "Calls reached a high of {869 in July.|811 in May.}"),
    (T1, "Calls fell to a low of {603 in August.|742 in April.}"),
    (T1, "The second busiest month was {May.|June.}"),
    (T1, "We took more calls in {July|May} than in any other month."),
    (T1, "Fewer calls were taken in {August|April} than in any other month."),
    (T1, "July saw the largest number of calls, with {May|June} next."),
    (T1, "{July was the peak, with 869|May was the peak, with 811} calls."),
    (T1, "The peak came in July and the trough in {August.|April.}"),
    (T1, "Calls never fell below {600|700} in a month."),
    (T1, "Monthly calls ranged from 603 to {869.|811.}"),
    (
        T1,
        "Monthly calls ranged from a low of {603 in August|742 in April} to a high of 869 in "
        "July.",
    ),
    (T2, "Brook had the highest number of fires, followed by {Denfield.|Abbey.}"),
    (T2, "Brook recorded the most fires and {Castle|Abbey} the fewest."),
    (T2, "The ward with the most fires was {Brook (47).|Denfield (40).}"),
    (T2, "The ward with the fewest fires was {Castle.|Abbey.}"),
    (T2, "{Brook topped the table, with 47.|Denfield topped the table, with 40.}"),
    (T2, "{Brook|Abbey} was the worst affected ward."),
    (T2, "{Castle|Abbey} had fewer fires than any other ward."),
    (T2, "No ward had more fires than {Brook.|Denfield.}"),
    (T2, "Brook and {Denfield|Abbey} were the two wards with the most fires."),
    (T2, "The two highest were Brook and {Denfield.|Abbey.}"),
    (
        T3,
        "{Neglect remained the most common category in 2023/24, followed by emotional "
        "abuse.|Emotional abuse remained the most common category in 2023/24, followed by "
        "neglect.}",
    ),
    (T3, "{Sexual|Physical} abuse was the least common category in every year."),
    (T3, "The total was at its highest in {2023/24.|2022/23.}"),
    (T3, "{The total|Neglect} has risen in each year."),
    (
        T3,
        "{Neglect|Emotional abuse} was higher in 2023/24 than in either of the previous two "
        "years.",
    ),
    (
        T3,
        "{Sexual abuse reached its highest level of the three years in 2023/24 (17).|Physical "
        "abuse reached its highest level of the three years in 2023/24 (24).}",
    ),
    (T3, "The lowest figure for neglect was in {2022/23.|2021/22.}"),
    (T3, "Neglect had its lowest year in {2022/23.|2021/22.}"),
    (T3, "{The total has|Plans for neglect have} increased year on year."),
    (T3, "In all three years {neglect|emotional abuse} was the largest category."),
    (T3, "Plans for {physical|sexual} abuse are at a three-year low."),
    (T3, "Plans for {neglect|emotional abuse} are at a three-year high."),
    (
        T,
        "Education referrals dipped to their lowest in {Q2,|Q4,} when schools broke up early.",
    ),
    (
        T,
        "Quarter {4 was the busiest, with 569|3 was the busiest, with 542} referrals in all.",
    ),
    (T, "{The police|Education} made the largest number of referrals in every quarter."),
    (T, "Health referrals were higher in {Q4|Q3} than in any other quarter."),
    (T, "{Housing|Health} made the fewest referrals throughout the year."),
    (
        T,
        "Referrals from the police reached their highest level in the {fourth|second} quarter.",
    ),
    (T, "Housing referrals were at their peak in {Q2 (31).|Q4 (27).}"),
    (Y, "Volunteer numbers hit a record {241 in 2023.|230 in 2022.}"),
    (Y, "Hours given were highest in {2022.|2023.}"),
    (
        Y,
        "We had more volunteers in {2023 than in any of the previous four|2021 than in either "
        "of the previous two} years.",
    ),
    (Y, "{2020|2021} was the low point for both volunteers and hours."),
    (Y, "The {number of volunteers has|hours given have} grown every year since 2020."),
    (A, "{Moorside|St Agnes} had the longest average wait in both years."),
    (
        A,
        "In March 2024 {Quarry Bank|Eastfield} had the shortest wait and Moorside the longest.",
    ),
    (A, "Waits were longest at Moorside, followed by {St Agnes.|Eastfield.}"),
    (T4, "{Family relationships|Bullying} generated the most calls in both years."),
    (T4, "The reason given least often was {friendship.|exam stress.}"),
    (T4, "In 2023 the second most common reason was {bullying.|self-harm.}"),
    (T4, "{Family relationships|Self-harm} topped the list in 2023, ahead of bullying."),
    (W, "{Calder|Fylde} has the highest rate and Eden the lowest."),
    (W, "Rates range from 9.8 in Eden to {21.7 in Calder.|17.5 in Fylde.}"),
    (W, "The lowest rate is found in {Eden, at 9.8.|Hart, at 12.0.}"),
    (W, "{Fylde's|Ashby's} rate is the second highest, after Calder's."),
    (W, "{Eden's|Hart's} rate was lower than that of any other district."),
    (W, "Calder and {Fylde|Ashby} have the two highest rates."),
    (W, "Hart ranks {fourth|third} of the five districts."),
    (W, "At {21.7, Calder's|17.5, Fylde's} rate is the highest of the five."),
    (Q, "Burglary peaked in {Q3, as did robbery.|Q4, as robbery did.}"),
    (Q, "Fraud was lowest in the {third|first} quarter and highest in the fourth."),
    (
        Q,
        "The {third quarter saw the most burglaries (240).|fourth quarter saw the most "
        "burglaries (225).}",
    ),
    (Q, "Q2 was the quietest quarter for burglary and {robbery.|fraud.}"),
    (
        Q,
        "Fraud reached its highest level, {341, in the final|322, in the second} quarter.",
    ),
    (P, "{South|North} had the lowest figure in every month."),
    (P, "North achieved its best result in {July.|May.}"),
    (P, "West's lowest month was {July.|May.}"),
    (P, "South never fell below {86%.|88%.}"),
    (
        A2,
        "{Primary|Secondary} attendance is now higher than at any point in the three years.",
    ),
    (A2, "Special schools recorded their lowest attendance in {2023/24.|2021/22.}"),
    (
        A2,
        "Attendance in secondary schools was at its lowest in {2022/23 (90.7%).|2023/24 (91.0%).}",
    ),
    (A2, "{Primary|Special} schools have improved in each year."),
    (
        B,
        "{Croft suffered the most burglaries, more than twice as many as Dene.|Alder suffered "
        "the most burglaries, more than Brook.}",
    ),
    (B, "Brook has the largest population and {Croft|Alder} the smallest."),
    (
        B,
        "The fewest burglaries were in {Dene, the ward with the second|Brook, the ward with "
        "the} largest population.",
    ),
    (B, "{Alder|Dene} came second for burglaries."),
    (
        B,
        "The ward with the highest number of burglaries was Croft, followed by {Alder and "
        "Brook.|Brook and Alder.}",
    ),
    (
        C,
        "{December was the peak month, with 260|January was the peak month, with 254} admissions.",
    ),
    (C, "Admissions were lowest in {October, at 212.|March, at 219.}"),
    (C, "The busiest two months were {December and January.|November and December.}"),
    (C, "Admissions {fell|rose} in each of the last three months."),
    (C, "Admissions were above {200|220} in every month."),
]  # fmt: skip
SILENT = [
    (T1, "Every month except August saw more than 700 calls."),
    (
        T3,
        "Physical abuse was the only category to fall between 2022/23 and 2023/24 besides "
        "emotional abuse.",
    ),
    (T4, "Only bullying and friendship fell."),
    (P, "The West performed best in April, May and June."),
    (P, "All three areas were above 85% in every month."),
]  # fmt: skip


@pytest.mark.parametrize(("table", "text"), BOTH)
def test_the_right_one_goes_by_and_the_wrong_one_does_not(table: str, text: str) -> None:
    right, wrong = two_ways(text)
    assert errors_in("extreme", table + right) == []
    assert errors_in("extreme", table + wrong)


@pytest.mark.parametrize(("table", "text"), SILENT)
def test_what_only_looks_wrong_goes_by(table: str, text: str) -> None:
    assert errors_in("extreme", table + text) == []
