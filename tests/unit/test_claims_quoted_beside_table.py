"""Sentences straight beside a table that do not say they speak of it: quotes, and much besides."""

import pytest

from goldenthread.nouns.fault import Severity
from tests.factories.statements import errors_in, faults_in

DEPOTS = """| Depot | Vans | Parcels |
| --- | --- | --- |
| Ashby | 41 | 8,310 |
| Calder | 36 | 7,295 |
| Marsh Road | 52 | 9,774 |
| Total | 129 | 25,379 |

"""
YEARS = """Adoptions by route

| Route | 2021/22 | 2022/23 | 2023/24 |
| --- | --- | --- | --- |
| Foster carers | 58 | 64 | 71 |
| Own agency | 112 | 97 | 103 |
| Another agency | 37 | 45 | 40 |

"""
MONTHS = """| Month | Visits | Answered in a day |
| --- | --- | --- |
| July | 2,518 | 84% |
| August | 2,197 | 79% |
| September | 2,734 | 88% |

"""
MONEY = """Spending by service

| Service | Budget £000 | Actual £000 |
| --- | --- | --- |
| Transport | 4,310 | 4,655 |
| Parks | 2,870 | 2,790 |

"""
TARGETS = """| Measure | Target | Result |
| --- | --- | --- |
| Bins collected on the day | 98% | 96.4% |
| Graffiti removed in a week | 90% | 93.1% |

"""
CHANGES = """| Offence | 2022 | 2023 | Change | % change |
| --- | --- | --- | --- | --- |
| Arson | 310 | 279 | -31 | -10.0% |
| Fraud | 1,204 | 1,385 | +181 | +15.0% |

"""
AGES = """People helped by age

Age	People	Share
Under 25	1,318	22%
25 to 64	2,904	48%
65 and over	1,787	30%

"""
RIGHT = [
    DEPOTS + "Calder delivered 7,295 parcels with 36 vans.",
    DEPOTS + "Marsh Road delivered about 9,800 parcels.",
    DEPOTS + "Calder delivered 6,940 parcels the year before.",
    DEPOTS + "Last year Calder delivered 6,940 parcels and Ashby 8,000.",
    DEPOTS + "Calder delivered 312 fragile parcels.",
    DEPOTS + "Calder has 58 drivers.",
    DEPOTS + "Calder delivered 612 parcels on the busiest day.",
    DEPOTS + "Of the 7,295 parcels from Calder, 212 came back.",
    DEPOTS + "Calder delivered 7,295 parcels, 212 of them late.",
    DEPOTS + "Ashby and Calder together delivered 15,605 parcels.",
    DEPOTS + "Calder delivered 1,015 parcels fewer than Ashby.",
    DEPOTS + "Calder delivered 203 parcels for each van.",
    DEPOTS + "Calder should deliver 7,500 parcels next year.",
    DEPOTS + "Calder opened in 1998 and moved to 14 Mill Lane.",
    DEPOTS + "Calder (7,295) delivered 29% of all parcels.",
    DEPOTS + "Our depot in Calder lost 3 vans to flooding.",
    DEPOTS + "Parcels from Calder rose from 6,940 to 7,295.",
    DEPOTS + "## The year before\n\nCalder delivered 6,940 parcels.",
    DEPOTS + "In 2019 things were different. Calder delivered 6,940 parcels.",
    DEPOTS + "In total 25,379 parcels were delivered by 129 vans.",
    DEPOTS + "Altogether we had 131 drivers.",
    DEPOTS + "The three depots delivered 25,379 parcels in all, of 61,000 in the county.",
    DEPOTS + "In total 412 parcels were lost.",
    DEPOTS + "With two smaller depots, 31,002 parcels were delivered in total.",
    DEPOTS + "A total of 17,084 parcels came through Ashby and Marsh Road.",
    YEARS + "In 2023/24 foster carers adopted 71 children, up from 64.",
    YEARS + "There were 97 adoptions by our own agency in 2022/23.",
    YEARS + "Own agency adoptions numbered 120 in 2019/20.",
    YEARS + "Another agency placed 40 children, of whom 12 were brothers or sisters.",
    YEARS + "Adoptions by foster carers came to 193 over the three years.",
    YEARS + "Between 2021/22 and 2023/24 adoptions by foster carers rose by 13.",
    MONTHS + "There were 2,734 visits in September, 88% of them answered in a day.",
    MONTHS + "In August we had 2,197 visits and 12 complaints.",
    MONTHS + "There were 7,449 visits in the quarter, 2,734 of them in September.",
    MONTHS + "There were 2,310 visits in June.",
    MONTHS + "On 14 September we had 201 visits.",
    MONTHS + "In September 2021 there were 1,966 visits.",
    MONEY + "Transport cost £4.655m, £345,000 over its budget of £4.31m.",
    MONEY + "Transport spent £212,000 on fuel.",
    MONEY + "Parks spent £2.8m.",
    TARGETS + "Bins collected on the day reached 96.4%, short of the target of 98%.",
    TARGETS + "Graffiti removed in a week (93.1%) beat its target.",
    TARGETS + "Bins collected on the day should reach 99% by spring.",
    CHANGES + "Arson fell by 10.0%, from 310 to 279.",
    CHANGES + "Fraud rose by 181 (15.0%).",
    CHANGES + "Fraud rose by 22% nationally.",
    CHANGES + "Fraud has risen by 40% since 2019.",
    CHANGES + "The largest rise was in fraud (15.0%).",
    CHANGES + "Fraud, which is 33% of calls to our helpline, rose by 15.0%.",
    AGES + "We helped 1,787 people aged 65 and over, 30% of the whole.",
    AGES + "We helped 96 people aged 85 and over.",
    AGES + "Some 14% of people under 25 had no home.",
]
WRONG = [
    ("7,925", DEPOTS + "Calder delivered 7,925 parcels."),
    ("9,747", DEPOTS + "Ashby delivered 8,310 parcels and Marsh Road 9,747."),
    ("63", DEPOTS + "Calder has 63 vans."),
    ("8,301", DEPOTS + "Ashby delivered 8,301 parcels, more than Calder."),
    ("7,259", "Calder delivered 7,259 parcels.\n\n" + DEPOTS),
    ("25,739", DEPOTS + "In total 25,739 parcels were delivered."),
    ("192", DEPOTS + "We have 192 vans in all."),
    ("97", YEARS + "In 2023/24 our own agency made 97 adoptions."),
    ("46", YEARS + "Foster carers made 46 adoptions in 2022/23."),
    ("2,743", MONTHS + "There were 2,743 visits in September."),
    ("87%", MONTHS + "In August 87% of visits were answered in a day."),
    ("£4.565m", MONEY + "Transport’s actual spending was £4.565m."),
    ("94.6%", TARGETS + "Bins collected on the day reached 94.6%."),
    ("97.4%", TARGETS + "Bins collected on the day (97.4%) missed the target of 98%."),
    ("11.0%", CHANGES + "Arson fell by 11.0%."),
    ("51%", CHANGES + "The largest rise was in fraud (51%)."),
    ("118", CHANGES + "Fraud rose by 118."),
    ("1,778", AGES + "We helped 1,778 people aged 65 and over."),
    ("84%", AGES + "People aged 25 to 64 were 84% of people helped."),
]


@pytest.mark.parametrize("text", RIGHT)
def test_what_the_table_does_not_gainsay_is_no_error(text: str) -> None:
    assert [fault.printed for fault in errors_in("quoted_from_table", text)] == []


@pytest.mark.parametrize(("printed", "text"), WRONG)
def test_a_number_the_table_has_otherwise_is_an_error(printed: str, text: str) -> None:
    assert [fault.printed for fault in errors_in("quoted_from_table", text)] == [printed]


def test_of_two_tables_beside_it_one_may_bear_it_out() -> None:
    other = DEPOTS.replace("7,295", "7,311")
    text = f"{DEPOTS}Calder delivered 7,311 parcels.\n\n{other}"
    assert [f for f in faults_in("quoted_from_table", text) if f.severity is Severity.ERROR] == []
