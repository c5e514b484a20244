"""Orders told of lists of values in sentences, over paragraphs and bullets."""

import pytest

from tests.factories.statements import errors_in, two_ways

# In braces what is right, and what is wrong.
BOTH = [
    (
        "Repeat attendance was 38% in the first quarter, {42%|52%} in the second, 35% in the third "
        "and 51% in the fourth, the highest of the year."
    ),
    (
        "Thefts were 38 in the first quarter, 42, 35 and {51|31} in the others. The third quarter "
        "was the quietest."
    ),
    (
        "The number of calls was 38 in the first quarter, then 42, 35 and 51. The {fourth|second} "
        "quarter was the busiest."
    ),
    (
        "Lost days by depot: Aldham (212), Benfield (187), Corley (305) and Dunstan "
        "{(164).|(364).} Corley lost the most."
    ),
    (
        "Complaints came mainly from Aldham (88), Benfield (71) and Corley {(64),|(4),} with "
        "Dunstan (12) the lowest."
    ),
    (
        "The four hubs answered 1,204 (Aldham), 988 (Benfield), 1,377 (Corley) and 1,015 (Dunstan) "
        "calls. {Benfield|Dunstan} answered the fewest."
    ),
    (
        "- Aldham: 212 days\n- Benfield: 187 days\n- Corley: 305 days\n\n{Corley|Aldham} had the "
        "highest number of days lost."
    ),
    (
        "Requests by year:\n\n- 2020: 412\n- 2021: 388\n- 2022: 455\n- 2023: 431\n\nThe lowest "
        "year was {2021.|2020.}"
    ),
    (
        "- April 2023 – 61 referrals\n- May 2023 – 74 referrals\n- June 2023 – {58|78} "
        "referrals\n\nReferrals peaked in May 2023."
    ),
    (
        "Satisfaction was 71% in 2020, {74%|79%} in 2021, 69% in 2022 and 77% in 2023, our best "
        "result yet."
    ),
    (
        "In 2020 there were 19 incidents, in 2021 there were {23,|13,} in 2022 there were 17 and "
        "in 2023 there were 15. Last year saw the fewest incidents in four years."
    ),
    "We dealt with 410 cases in 2021, {455|525} in 2022 and 502 in 2023, a record.",
    (
        "We dealt with 410 cases in 2021, {455|525} in 2022 and 502 in 2023 – more than in either "
        "of the previous two years."
    ),
    (
        "There were 31 evictions in 2019, {22|18} in 2020, 28 in 2021, 27 in 2022 and 20 in 2023. "
        "The 2023 number is lower than in any previous year shown."
    ),
    (
        "There were 31 evictions in 2019, {22|18} in 2020, 28 in 2021, 27 in 2022 and 20 in 2023, "
        "the low point of the five years."
    ),
    (
        "Membership peaked at {5,210 in 2018; it was 4,980 in 2017, 5,105 in 2019|5,105 in 2019; "
        "it was 4,980 in 2017, 5,210 in 2018} and 4,870 in 2020."
    ),
    "Ashby topped the list with {41|31} reports, ahead of Bramley (33) and Carlton (29).",
    (
        "Ashby had the most reports (41), followed by Carlton {(33) and Bramley (29).|(29) and "
        "Bramley (33).}"
    ),
    (
        "The most common complaint was noise (212), followed by repairs (187), parking "
        "{(140)|(240)} and litter (66)."
    ),
    (
        "Neglect was the most common category {(46%), then emotional abuse (38%),|(36%), then "
        "emotional abuse (48%),} physical abuse (10%) and sexual abuse (6%)."
    ),
    (
        "Of the five teams, Ash closed 61 cases, Birch 57, Cedar 72, Elm 49 and Fir 66. Cedar led, "
        "with {Fir|Ash} second."
    ),
    (
        "Visits by site: Lakeside 188,210; Westway 203,450; Castle Pool {171,900.|271,900.} "
        "Westway was the most visited."
    ),
    (
        "Visits by site: Lakeside 188,210; Westway {203,450;|163,450;} Castle Pool 171,900. Castle "
        "Pool was the least visited site."
    ),
    (
        "Visits by site: Lakeside 188,210; Westway 203,450; Castle Pool {171,900.|271,900.} "
        "Westway attracted more visitors than any other site."
    ),
    (
        "Sickness averaged {8.1|7.1} days in 2020, 9.4 in 2021, 9.0 in 2022 and 7.9 in 2023. The "
        "rate is now at its lowest in the period."
    ),
    (
        "Vacancies: 22% (April), 19% (July), 16% (October), 17% (January). {October|July} was the "
        "best point of the year."
    ),
    (
        "The gap was 9.1 points in 2021, {8.4|7.4} in 2022 and 7.7 in 2023. It is the smallest "
        "since we began to measure it."
    ),
    (
        "Attendance in the autumn term was {94.1%,|93.1%,} in the spring term 93.6% and in the "
        "summer term 92.8%. Attendance was best in the autumn."
    ),
    (
        "Autumn attendance was 94.1%, spring {93.6%|92.6%} and summer 92.8%. The lowest attendance "
        "was in the summer term."
    ),
    (
        "On Monday there were {41|61} calls, on Tuesday 38, on Wednesday 29, on Thursday 35 and on "
        "Friday 52. Friday was the busiest day."
    ),
    (
        "Hospital A treated 412 patients, Hospital B 388 and Hospital C {455.|355.} Hospital B "
        "treated the smallest number."
    ),
    (
        "Turnout was 31.2% in North, 28.9% in South, 35.0% in East and 30.1% in West. East had the "
        "highest turnout, and {South|West} the lowest."
    ),
    (
        "At 97, December's figure was the highest of the year (88 in June, 93 in September and "
        "{90|99} in March)."
    ),
    (
        "Fires fell from 61 in 2019 to {48|38} in 2020, then 52 in 2021 and 40 in 2022, the lowest "
        "of the four years."
    ),
    (
        "We held 14 events in spring, 22 in summer, {17|27} in autumn and 9 in winter. Summer was "
        "our busiest season."
    ),
    (
        "Satisfaction scores were 7.9 for repairs, 8.4 for lettings, 8.1 for estates and 6.7 for "
        "complaints handling. {Complaints handling|Repairs} scored lowest."
    ),
    (
        "In 2023/24 there were 41 exclusions in the autumn term, {36 in the spring and 29 in the "
        "summer, so the autumn term was the worst.|46 in the spring and 29 in the summer, so the "
        "autumn term had the most.}"
    ),
    (
        "The four libraries issued 41,200 (Central), 12,350 (Eastgate), 18,900 (Harlow Road) and "
        "9,875 (Wick) items; {Wick|Eastgate} issued the fewest."
    ),
    (
        "Child protection plans numbered 289 in March 2021, {301|321} in March 2022, 276 in March "
        "2023 and 312 in March 2024. The March 2024 figure is the highest of the four."
    ),
    (
        "Re-offending fell from 31.2% in 2019 to {29.8%|27.8%} in 2020 and 28.1% in 2021, before "
        "rising to 29.0% in 2022. It was at its lowest in 2021."
    ),
    (
        "Average caseloads were 17.1 in the north, {15.9|19.9} in the south and 18.3 in the east. "
        "Caseloads are therefore heaviest in the east."
    ),
    (
        "Mean scores: respect 4.6, safety 4.2, food 3.1, activities 3.7. {Food|Activities} got the "
        "lowest mean score and respect the highest."
    ),
    (
        "Costs per place were £41,200 at Alder House, £38,900 at Beech House and £44,750 at Cedar "
        "House. Cedar House was the most expensive and {Beech|Alder} House the cheapest."
    ),
    (
        "Response times averaged 8.1 minutes in 2021, {8.6|7.6} in 2022 and 7.9 in 2023, our "
        "fastest in three years."
    ),
    (
        "The number of looked after children was 402 in 2020. It rose to 431 in 2021 and to 455 in "
        "2022. In 2023 it {fell to 440.|rose to 470.} The highest number was in 2022."
    ),
    (
        "- Housing: 36 complaints\n- Planning: {51 complaints\n- Waste: 88 complaints\n- Parks: 12 "
        "complaints\n\nWaste services|91 complaints\n- Waste: 88 complaints\n- Parks: 12 "
        "complaints\n\nWaste} attracted the most complaints."
    ),
    (
        "Compliance was lowest in the medical division {(84%),|(94%),} with surgery at 91%, women "
        "and children at 93% and corporate at 97%."
    ),
    (
        "Neglect is now the most common reason {(41%), ahead of emotional abuse (36%),|(31%), "
        "ahead of emotional abuse (46%),} physical abuse (15%) and sexual abuse (8%)."
    ),
    (
        "The gap between the highest and lowest ward was 21 points: Abbey had 81%, Castle 74%, "
        "Mill 60% and Priory {69%.|59%.} Mill is lowest."
    ),
    (
        "Total spend peaked at {£4.8m in 2022/23, having been £4.1m in 2020/21 and £4.5m in "
        "2021/22; it was|£4.5m in 2021/22, having been £4.1m in 2020/21; it was £4.8m in 2022/23 "
        "and} £4.6m in 2023/24."
    ),
    (
        "With {96%, Birchwood had the best attendance of our three schools; Oakfield had 94% and "
        "Ridgeway 93%.|92%, Birchwood had the best attendance of our three schools; Oakfield had "
        "94% and Ridgeway 91%.}"
    ),
    (
        "The rate was 3.4% in 2019, 3.9% in 2020, 4.6% in 2021, 4.2% in 2022 and {3.3%|3.7%} in "
        "2023, its lowest level in five years."
    ),
    (
        "There were 14 serious incidents in 2020/21, 11 in 2021/22, {nine|six} in 2022/23 and "
        "seven in 2023/24, the fewest since 2020/21."
    ),
    (
        "Numbers were: spring 2022, 318; autumn 2022, {342;|372;} spring 2023, 305; autumn 2023, "
        "361. The autumn 2023 number is the largest so far."
    ),
    (
        "Donations by region: North {£1.2m;|£1.9m;} Midlands £0.9m; South £1.7m; Wales £0.4m. "
        "Supporters in the South gave the most and those in Wales the least."
    ),
    (
        "The proportion of good or better lessons was 78% in mathematics, 84% in English, 71% in "
        "science and 80% in history. {Science|Mathematics} was the weakest subject."
    ),
    "Turnout at the four by-elections was 31%, {28%,|22%,} 35% and 24%; the last was the lowest.",
    (
        "We answered 91% of calls in April, 88% in May, 90% in June and 93% in July. {May|June} "
        "was our weakest month."
    ),
    (
        "A&E attendances were {9,412|9,912} in October, 9,120 in November and 9,866 in December. "
        "December had the most attendances of the quarter."
    ),
    (
        "Of 412 complaints, {171 were about repairs, 98|71 were about repairs, 198} about staff, "
        "83 about noise and 60 about parking; repairs were the largest category and parking the "
        "smallest."
    ),
    (
        "Trust A saw 94.1% within the standard, Trust B 91.8% and Trust C 95.3%. Trust {C|A} "
        "performed best."
    ),
    (
        "Staffing levels were 88 in 2020, {92|99} in 2021, 95 in 2022 and 97 in 2023, the highest "
        "they have ever been."
    ),
    (
        "Stop and search figures for the last five quarters are 88, 93, 101, {97|77} and 84. The "
        "latest quarter is the lowest of the five."
    ),
    (
        "The proportion of plans reviewed in time has been 96%, {97%,|93%,} 94% and 98% in the "
        "four quarters; quarter 3 was the weakest."
    ),
    (
        "There were 412 referrals from schools, {388|588} from health, 512 from police and 96 from "
        "families, making the police our largest referrer."
    ),
    (
        "Emergency calls numbered 8,210 in 2020, 8,905 in 2021, {9,340|9,040} in 2022 and 9,120 in "
        "2023. 2022 saw the highest number."
    ),
    (
        "The two lowest months were June (298) and {April (310); May had 342|May (342); April had "
        "310} and July 330."
    ),
    (
        "Overcrowding is worst in Riverside {(11.2%),|(8.2%),} then Oldtown (9.8%), Parkway (7.1%) "
        "and Hilltop (3.4%)."
    ),
    (
        "In the staff survey, pay scored {3.1,|2.1,} training 3.9, workload 2.8 and teamwork 4.4 "
        "out of 5; workload had the lowest score."
    ),
    (
        "Our reserves were £1.2m in 2021, {£1.4m|£1.0m} in 2022 and £1.1m in 2023, the lowest in "
        "three years."
    ),
    (
        "Contacts rose to 1,310 in May, the highest monthly total of the year; they were 1,104 in "
        "April, {1,212|1,412} in June and 1,187 in July."
    ),
]  # fmt: skip
SILENT = [
    (
        "The share of invoices paid on time was 91% in April, 94% in May, 93% in June and 96% in "
        "July; June was the only month in which it fell."
    ),
    (
        "Emergency admissions per month averaged 412 in 2021, 438 in 2022 and 451 in 2023. No year "
        "since 2021 has had a lower average than 2022."
    ),
    (
        "Of our shops, Ludlow took £61,200, Oswestry £48,900 and Wem £22,450, so Ludlow was the "
        "top earner."
    ),
    (
        "Wait times (weeks): Hereford 12, Ludlow 9, Oswestry 15. Patients in Ludlow wait the least "
        "time and those in Oswestry the most."
    ),
]  # fmt: skip


@pytest.mark.parametrize("text", BOTH)
def test_the_right_one_goes_by_and_the_wrong_one_does_not(text: str) -> None:
    right, wrong = two_ways(text)
    assert errors_in("extreme", right) == []
    assert errors_in("extreme", wrong)


@pytest.mark.parametrize("text", SILENT)
def test_what_only_looks_wrong_goes_by(text: str) -> None:
    assert errors_in("extreme", text) == []
