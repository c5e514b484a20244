"""Lengths of time beside their ends, told in many words."""

import pytest

from tests.factories.statements import errors_in, two_ways

# In braces what is right, and what is wrong.
BOTH = [
    "During the three winter months {(December|(November} to February) crews were busy.",
    "Over the four summer weeks, 29 July to {25 August|8 September} 2024, sites were open late.",
    "The three financial years {2021/22|2019/20} to 2023/24 saw a rise in demand.",
    "Over the {three|four} years 2021/22 to 2023/24 we received 4,406.",
    "In the {ten|eight} years from our founding in 2012 to 2022 we grew.",
    "In the {ten|seven} years between its launch in 2012 and 2022 the scheme grew.",
    "Over the decade from {2013|2016} to 2023 rents doubled.",
    "In the decade to 2023 {(2013|(2015} to 2023) rents doubled.",
    "The survey ran for a fortnight, from 3 to {16|30} June 2024.",
    "A fortnight of action (10 to {23|31} March 2024) followed.",
    "In {the two|all three} terms (autumn and spring) 61 pupils were helped.",
    "The three-year programme began in April {2021|2019} and ended in March 2024.",
    (
        "The two-year pilot, which started in September {2021|2020} and finished in August 2023, "
        "cost £2m."
    ),
    "Sittings were suspended for {three|two} months: March, April and May 2020.",
    "We have tracked {three|four} cohorts: 2021, 2022 and 2023.",
    "We looked at {18|12} months of records (January 2022 to June 2023).",
    "We looked at {24|18} months of data, July 2021 to June 2023.",
    "The closure lasted {eight|five} weeks, from Monday 8 January to Sunday 3 March 2024.",
    (
        "From Monday 8 January to Friday 12 January 2024, a period of {five|nine} days, the line "
        "was shut."
    ),
    "The review took a year and a half (October 2022 to {March|September} 2024).",
    "The {nine|eight} months to December (April to December 2023) were quiet.",
    "In the {six|nine} months to 30 September 2023 (April to September) there were 12.",
    "Between April and {June,|August,} a three-month window, 41 presented.",
    "From 2013 to 2023, a period of {ten|six} years, the number fell.",
    "April to September 2024 {(six|(five} months) was above plan.",
    (
        "Between 1 January and 30 {June,|September,} a half-year in which we let 412 homes, 37 "
        "were void."
    ),
    "In the first half of the year (April to {September)|October)} there were 12.",
    "The first {three|two} quarters (April to December) were over budget.",
    "The latest quarter (July to {September|October} 2024) was the best.",
    "The {10-week|12-week} consultation (8 January to 17 March 2024) drew 811 replies.",
    "The consultation ran for {ten|14} weeks between 8 January and 17 March 2024.",
    "A {five-day|seven-day} event, 10–14 June 2024, was held.",
    "The figures are averages of {three|four} years (2021, 2022 and 2023).",
    "The strategy lasts {five|eight} years, from 2020 to 2025.",
    "The {five-year|three-year} plan (2020-25) was agreed.",
    "The {four|three} quarters Q1 to Q4 of 2023/24 are shown.",
    "The full year (April 2023 to {March|January} 2024) is shown.",
    "Over {a 15-month|an 18-month} period, January 2022 to March 2023, there were 41.",
    "Data cover {36|24} months (April 2021–March 2024).",
    "We held the line for the {seven|ten} days of 1 to 7 May 2024.",
    "The inquiry sat for {nine|six} months: November 2023 to July 2024.",
    "It was shut from June to October 2023 – {five|eight} months in all.",
    "It was shut for {five|eight} months, June to October 2023.",
    "The past {two|three} winters (2021/22 and 2022/23) were mild.",
    (
        "In the {five financial years since 2018/19|three financial years since 2017/18} (2019/20 "
        "to 2023/24) the rate fell."
    ),
    "Over the past {four|six} years (2020 to 2023) the trust has doubled in size.",
    "The 18-month review period (January 2023 to {June|March} 2024) is now over.",
    "During a two-week period in March (4 to {17|31} March 2024) we ran 31 patrols.",
    "This quarter's figures, October {to December 2023,|2023 to February 2024,} are shown first.",
    "The figures cover the full financial year, 1 April 2023 to 31 {March 2024.|December 2023.}",
    "The contract is for five years, running from April 2023 to March {2028.|2030.}",
    "We surveyed members over three months, beginning in May and ending in {July.|September.}",
    "The ban lasted for {nine|five} weeks (6 January to 9 March 2021).",
    (
        "In the {eight|five} years since the trust was formed (2016 to 2024) there have been three "
        "chairs."
    ),
    "The team took part in a 12-month trial that ran from September 2022 to {August|May} 2023.",
    "Over a {three-year|five-year} period (2021/22–2023/24), 61 homes were built.",
    "The last {three|two} quarters (Q2, Q3 and Q4) were over target.",
    "In the {four|six} months to the end of July 2024 (April to July) sales fell.",
    "The strike lasted {five|ten} days, Monday 4 March to Friday 8 March 2024.",
    "Work will take {14|eight} weeks: 3 June to 8 September 2024.",
    (
        "Between November 2022 and April 2023, a {six-month|nine-month} period, 61 people were "
        "housed."
    ),
    "For {seven|five} consecutive months, March to September, waits fell.",
    "The past {five|four} winters (2018/19, 2019/20, 2020/21, 2021/22 and 2022/23) were compared.",
    "Our three-year strategy, {Better Together 2022-2025,|2020-2025,} was refreshed.",
    "Over {ten|seven} years (2013/14 to 2022/23) child poverty rose by six points.",
    "We looked at all deaths over a {five-year|ten-year} period from 2018 to 2022.",
    "The one-year pilot (July 2023 to {June|December} 2024) ended.",
    "The Ofsted window of {five|three} weeks (15 January to 18 February 2024) closed.",
    "Schools were shut for {two|three} days (4 and 5 March).",
]  # fmt: skip
SILENT = [
    "In the two academic years 2021/22 and 2022/23 there were no exclusions.",
    "The project, launched in May 2022 and completed in April 2024, took two years.",
    "These are rolling three-year averages (2020/21 to 2022/23).",
    "Children aged 5 to 11 spend seven years in school.",
    "The team meets every three months (January, April, July and October).",
    "Within six weeks, from 3 June to 1 July, half were seen.",
    "Over five years later, from 2020 to 2022, we did more.",
    "In the last quarter of the financial year (January to March) we let 31.",
    "The first two weeks of term (4 to 15 September) were busy.",
    "We met three times a year (April, August and December).",
    "The five-year survival rate (2015 to 2017 diagnoses) rose.",
    "Two years after the fire (2017 to 2024 in all) work goes on.",
    "Sentences of two years or more fell (2019 to 2023).",
    "The three-month rolling mean (January to December 2023) is shown.",
    "Over the three terms, from September 2023 to July 2024, attendance rose.",
    "Waits of over six months (April 2023 to March 2024) are shown.",
    "Plans lasting two years or more, 2019/20 to 2023/24, are shown in the chart.",
    "The one-year plan follows the three-year plan of 2020 to 2023.",
    "The number waiting 12 months or longer (March 2020 to March 2024) grew.",
    "A four-week wait (1 April to 30 June) was usual.",
    "Six monthly meetings were held, April to September.",
    "Two half-terms, October 2023 and February 2024, were affected.",
    "Three of the last four quarters (Q1, Q2 and Q4) were over target.",
    "The Spring term (January to April) is the longest.",
    "It was the ninth month in a row (April to December) of improvement.",
    "From January 2022 until December 2023, two full years, no child waited.",
    "A third quarter (October to December 2023) of growth followed.",
    "Half of the six-month total (April to September: 412) came from one site.",
]  # fmt: skip


@pytest.mark.parametrize("text", BOTH)
def test_the_right_one_goes_by_and_the_wrong_one_does_not(text: str) -> None:
    right, wrong = two_ways(text)
    assert errors_in("span", right) == []
    assert errors_in("span", wrong)


@pytest.mark.parametrize("text", SILENT)
def test_what_only_looks_wrong_goes_by(text: str) -> None:
    assert errors_in("span", text) == []
