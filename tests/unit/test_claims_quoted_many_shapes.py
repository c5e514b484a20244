"""Sentences of many shapes beside their tables: told wrongly, and told of something else."""

import pytest

from tests.factories.statements import errors_in

OFFENCES = """\
Table 1: Offences by type

| Offence | 2022/23 | 2023/24 |
|---|---:|---:|
| Burglary | 1,612 | 1,488 |
| Robbery | 402 | 431 |
| Shoplifting | 2,207 | 2,960 |
| Total | 4,221 | 4,879 |

"""
TRUSTS = """\
| Trust | Beds | Staff | Occupied |
|---|---:|---:|---:|
| Eastvale | 612 | 3,140 | 91% |
| Northmoor | 433 | 2,210 | 88% |
| Stansted Park | 287 | 1,402 | 79% |

"""
APPEALS = """\
Money raised by appeal

Appeal	Raised (£)	Givers
Winter	48,210	1,322
Spring	31,975	877
Emergency	112,640	4,105

"""
CALLS = """\
Year ending March	Calls	Calls answered in 60 seconds
2022	81,204	64%
2023	79,915	71%
2024	84,377	77%

"""
WAITING = """\
Waiting list at the end of each month

| Month | Waiting | Over 18 weeks |
|---|---:|---:|
| October | 6,415 | 1,204 |
| November | 6,702 | 1,377 |
| December | 6,590 | 1,391 |

"""
GRADES = """\
Results of inspections, 2023

Grade	Homes	Nurseries
Outstanding	31	44
Good	208	391
Requires improvement	57	29
Inadequate	8	6

"""
BANDS = """\
| Council tax band | Homes | Charge |
|---|---:|---:|
| A | 21,400 | £1,288 |
| B | 15,310 | £1,503 |
| C | 9,820 | £1,717 |

"""
REFERRERS = """\
Table 4. Referrals to the service and how many were taken on

| Referrer | Referrals | Taken on | % taken on |
|---|---:|---:|---:|
| GP | 940 | 611 | 65% |
| School | 512 | 287 | 56% |
| Self | 203 | 164 | 81% |

"""
WRONG = [
    ("1,448", OFFENCES, "Burglary fell to 1,448 offences in 2023/24."),
    ("413", OFFENCES, "Robbery, at 413 offences, was the rarest of the three in 2023/24."),
    ("2,690", OFFENCES, "Shoplifting rose from 2,207 to 2,690."),
    ("1,621", OFFENCES, "Recorded burglaries stood at 1,621 in 2022/23."),
    ("4,897", OFFENCES, "There were 4,897 offences in total in 2023/24."),
    ("413", OFFENCES, "We recorded 1,488 burglaries and 413 robberies in 2023/24."),
    ("2,906", OFFENCES, "In 2023/24, 2,906 offences of shoplifting were recorded."),
    ("341", OFFENCES, "- Robbery: 341 in 2023/24"),
    ("2,906", OFFENCES, "Shoplifting (2,906) was by far the commonest offence in 2023/24."),
    (
        "2,207",
        OFFENCES,
        "The most frequent offence in 2023/24 was shoplifting, with 2,207 offences.",
    ),
    ("3,410", TRUSTS, "Eastvale employs 3,410 staff."),
    ("278", TRUSTS, "Stansted Park is the smallest, with 278 beds."),
    ("98%", TRUSTS, "At Eastvale 98% of beds were occupied."),
    ("2,120", TRUSTS, "Northmoor has 433 beds and 2,120 staff."),
    ("443", TRUSTS, "With 443 beds, Northmoor is the second largest."),
    ("91%", TRUSTS, "Northmoor’s beds were 91% occupied."),
    (
        "1,204",
        TRUSTS,
        "Staff numbered 3,140 at Eastvale, 2,210 at Northmoor and 1,204 at Stansted Park.",
    ),
    ("£48,120", APPEALS, "The winter appeal raised £48,120."),
    ("£121,640", APPEALS, "Our emergency appeal brought in £121,640 from 4,105 givers."),
    ("1,232", APPEALS, "The winter appeal drew 1,232 givers."),
    ("£39,175", APPEALS, "Spring raised £39,175."),
    ("79,951", CALLS, "Calls fell to 79,951 in 2023."),
    ("74%", CALLS, "In 2024 74% of calls were answered in 60 seconds."),
    ("71%", CALLS, "In 2024 we answered 71% of calls in 60 seconds."),
    ("6,720", WAITING, "At the end of November 6,720 people were waiting."),
    ("1,931", WAITING, "In December 1,931 people had been waiting over 18 weeks."),
    ("218", GRADES, "We graded 218 homes good."),
    ("34", GRADES, "Thirty-one homes and 34 nurseries were outstanding."),
    ("8,920", BANDS, "There are 8,920 homes in band C."),
    ("278", REFERRERS, "Schools made 512 referrals, of which 278 were taken on."),
]
RIGHT = [
    (
        OFFENCES,
        "Burglary fell to 1,488 offences in 2023/24, its lowest yet; in 2013/14 there were 2,960.",
    ),
    (OFFENCES, "Of 431 robberies in 2023/24, 88 were of phones."),
    (OFFENCES, "In 2023/24 we solved 212 burglaries."),
    (OFFENCES, "There were 4,879 offences in total in 2023/24, 658 more than the year before."),
    (OFFENCES, "Robbery in the town centre came to 131 offences in 2023/24."),
    (OFFENCES, "Burglary fell by 124 and shoplifting rose by 753."),
    (OFFENCES, "Shoplifting made up 61% of offences in 2023/24."),
    (OFFENCES, "Burglary of homes came to 901 offences in 2023/24."),
    (OFFENCES, "A burglary is recorded every 353 minutes."),
    (OFFENCES, "In December 2023 there were 160 burglaries."),
    (OFFENCES, "Robbery has risen for 3 years."),
    (OFFENCES, "We trained 431 officers in robbery."),
    (OFFENCES, "The force solved 14% of burglaries in 2023/24 and 9% of robberies."),
    (OFFENCES, "Robbery rose to 431, and 62 people were charged."),
    (OFFENCES, "Burglary fell in 9 of our 14 districts."),
    (TRUSTS, "Eastvale has 612 beds, 40 of them for children."),
    (TRUSTS, "Eastvale plans 30 more beds."),
    (TRUSTS, "Northmoor opened 52 new beds."),
    (TRUSTS, "Eastvale treated 61,000 patients."),
    (TRUSTS, "Eastvale, with 3,140 staff, has 5.1 staff to a bed."),
    (TRUSTS, "Northmoor has 96 nurses in training."),
    (TRUSTS, "Stansted Park lost 9% of its staff."),
    (TRUSTS, "Occupancy at Eastvale was 94% in January."),
    (TRUSTS, "Eastvale has 3 sites."),
    (TRUSTS, "In all the three trusts have 1,332 beds."),
    (TRUSTS, "Eastvale’s staff survey had 1,980 replies, 63% of staff."),
    (APPEALS, "The winter appeal raised £48,210, £6.20 for every £1 spent."),
    (APPEALS, "The winter appeal raised over £48,000."),
    (APPEALS, "The spring appeal cost £4,200 to run."),
    (APPEALS, "Emergency raised £112,640, of which £20,000 came from one giver."),
    (APPEALS, "The winter appeal raised £48.2k."),
    (APPEALS, "The appeals raised £192,825 together."),
    (APPEALS, "The average gift to the winter appeal was £36.47."),
    (APPEALS, "We had hoped that the spring appeal would raise £40,000."),
    (CALLS, "In 2024 we took 84,377 calls, of which 31,000 came at night."),
    (CALLS, "In 2021 we took 90,310 calls."),
    (CALLS, "Calls rose by 4,462 in 2024."),
    (CALLS, "In 2024 we answered 77% of calls in 60 seconds and 96% in five minutes."),
    (CALLS, "We took 7,800 calls in January 2024."),
    (CALLS, "Calls about bins came to 12,480 in 2024."),
    (WAITING, "At the end of November 6,702 people were waiting, 61 of them children."),
    (WAITING, "In November 310 people were taken off the list."),
    (WAITING, "The list stood at 6,120 in September."),
    (WAITING, "In December 212 people had been waiting over 52 weeks."),
    (WAITING, "At the end of December 21% were waiting over 18 weeks."),
    (WAITING, "The waiting list grew by 175 between October and December."),
    (GRADES, "Of the 8 inadequate homes, 5 have closed."),
    (GRADES, "Seven inadequate homes were graded good when inspected again."),
    (GRADES, "We inspected 304 homes and 470 nurseries."),
    (GRADES, "Good homes had on average 28 beds."),
    (GRADES, "In 2022, 198 homes were good."),
    (BANDS, "Homes in band B pay £1,503, £64 more than last year."),
    (BANDS, "Band A homes pay £24.77 a week."),
    (BANDS, "Band B paid £1,439 the year before."),
    (REFERRERS, "We took on 164 of the 203 people who referred themselves (81%)."),
    (REFERRERS, "School referrals took 41 days on average, and GP referrals 29."),
    (REFERRERS, "GPs made 940 referrals, 96 of them in August."),
    (REFERRERS, "GPs made 940 referrals and 18% were urgent."),
    (REFERRERS, "A third of school referrals, 171, came from primary schools."),
    (REFERRERS, "School referrals were 31% of the 1,655 made."),
]


@pytest.mark.parametrize(("printed", "table", "sentence"), WRONG)
def test_a_number_that_is_not_the_tables_is_an_error(
    printed: str, table: str, sentence: str
) -> None:
    found = errors_in("quoted_from_table", table + sentence)
    assert [fault.printed for fault in found] == [printed]


@pytest.mark.parametrize(("table", "sentence"), RIGHT)
def test_what_is_right_or_of_something_else_is_none(table: str, sentence: str) -> None:
    assert errors_in("quoted_from_table", table + sentence) == []


RENTS = """\
Year	Inflation	Average fare	Rise
2021	2.4%	£3.20	1.9%
2022	8.8%	£3.45	7.8%
2023	7.0%	£3.62	4.9%

"""


def test_a_rise_told_is_held_against_the_column_of_rises() -> None:
    assert errors_in("quoted_from_table", RENTS + "Fares rose by 4.9% in 2023.") == []
    (fault,) = errors_in("quoted_from_table", RENTS + "Fares rose by 9.4% in 2023.")
    assert fault.printed == "9.4%"
