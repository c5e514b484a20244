"""The same thing said twice: what goes by, what is told, and how sure the word is."""

import pytest

from goldenthread.nouns.fault import Severity
from tests.factories.several_texts import found_by, reading_of_all

RIGHT = [
    (
        "In 2023 the service answered 4,120 calls. Of these, 312 were at night.\n\nThe "
        "service answered 4,120 calls in 2023, 318 from mobile phones.",
    ),
    (
        "## Northside\n\nThere were 310 burglaries in 2023.\n\n## Southgate\n\nThere were "
        "402 burglaries in 2023.",
    ),
    (
        "## Ashvale district\n\nBurglaries in 2023: 310\n\n## Dunmere district\n\nBurglaries "
        "in 2023: 402",
    ),
    (
        "Northside had a quiet year. There were 310 burglaries in 2023.\n\nSouthgate was "
        "busier. There were 402 burglaries in 2023.",
    ),
    (
        "In Northside there were 310 burglaries in 2023, and in Southgate there were 402 "
        "burglaries in 2023.",
    ),
    (
        "## Police\n\nWe trained 310 staff in 2023/24.\n\n## Hospital\n\nWe trained 190 "
        "staff in 2023/24.",
    ),
    ("- Ashvale: 310 visits\n- Dunmere: 402 visits",),
    (
        "Ashvale:\n\n- Visits in 2023: 310\n- Referrals in 2023: 88\n\nDunmere:\n\n- Visits "
        "in 2023: 402\n- Referrals in 2023: 97",
    ),
    (
        "40% of boys in the survey were smokers in 2023. In 2023, 62% of smokers in the "
        "survey were boys.",
    ),
    ("In 2022/23 there were 412 exclusions. In 2023/24 there were 433 exclusions.",),
    (
        "Exclusions rose from 412 in 2022/23 to 433 in 2023/24.\n\nThere were 412 exclusions "
        "in 2022/23, and 433 exclusions in 2023/24.",
    ),
    (
        "At 31 March 2024, 412 children were looked after.\n\nDuring 2023/24, 412 children "
        "were looked after at some point: no, 640 children were looked after in 2023/24.",
    ),
    (
        "310 children became subject of a plan in 2023/24. In 2023/24, 287 children ceased "
        "to be subject of a plan.",
    ),
    ("The target for 2023/24 was 90% of visits in time. In 2023/24, 84% of visits were in time.",),
    ("We planned to see 900 families in 2023. We saw 840 families in 2023.",),
    ("Some 300 parents came in 2023. In 2023, 296 parents came.",),
    ("About 1,900 families were helped in 2023. We helped 1,940 families in 2023.",),
    (
        "In 2023/24, 34.6% of children were seen in time; nationally, 41.2% of children were "
        "seen in time in 2023/24.",
    ),
    (
        "The rate was 45.2 per 10,000 children in 2023/24.\n\nThe England rate was 51.9 per "
        "10,000 children in 2023/24.",
    ),
    ("In 2023, 412 women and 390 men were helped. Of the women helped in 2023, 88 were under 25.",),
    ("There were 12 meetings in 2023. There were 9 meetings in 2023 of the quality group.",),
    (
        "The workshop in May was attended by 41 people. The workshop in June was attended by "
        "38 people.",
    ),
    (
        "41 people attended the workshop. They liked it.\n\nIn the autumn 38 people attended "
        "the workshop.",
    ),
    ("We spent £410,000 on repairs in 2023. We spent £388,000 on repairs in 2022.",),
    ("We spent £410,000 on repairs in 2023, and £55,000 on painting in 2023.",),
    (
        "In the first half of 2023 there were 200 fires. In the second half of 2023 there "
        "were 230 fires.",
    ),
    ("In January there were 61 referrals and in February there were 58 referrals.",),
    ("The survey found that 71% of parents felt heard. A year later, 78% of parents felt heard.",),
    (
        "In our first survey 71% of parents felt heard. In our second survey 78% of parents "
        "felt heard.",
    ),
    (
        "Class-based courses were attended by 733 people in 2022/23. Online courses were "
        "attended by 9,264 people in 2022/23.",
    ),
    (
        "In 2023/24 there were 61 complaints at stage one. In 2023/24 there were 12 "
        "complaints at stage two.",
    ),
    ("Referrals by schools in 2023/24: 310. Referrals by health in 2023/24: 201.",),
    (
        "The trust employs 4,120 staff. The trust employs 4,120 staff, of whom 812 are "
        "nurses; 640 staff are employed part time.",
    ),
    (
        "Children aged 5 to 9 made up 28% of referrals in 2023/24. Children aged 10 to 15 "
        "made up 33% of referrals in 2023/24.",
    ),
    (
        "In 2023/24, 8% of children under 5 were referred; in 2023/24, 11% of children over "
        "5 were referred.",
    ),
    (
        "# Ashvale Council annual report 2023/24\n\nReferrals in 2023/24: 3,412.",
        "# Dunmere Council annual report 2023/24\n\nReferrals in 2023/24: 2,201.",
    ),
    (
        "# Annual report 2023/24\n\nThis year 310 plans began.",
        "# Annual report 2022/23\n\nThis year 369 plans began.",
    ),
    (
        "Calls in 2023/24 were 2,310, compared with 2,130 in 2022/23.\n\nCalls in 2022/23 "
        "were 2,130.",
    ),
    ("We made 3 visits to the Northgate home in 2023 and 4 visits to the Southgate home in 2023.",),
    ("The average wait was 12 days in 2023. The longest wait was 61 days in 2023.",),
    ("In 2023, we had 61 apprentices. At the end of 2023 we had 55 apprentices.",),
    (
        "Unemployment in the year to June 2023 was 4.1%. Unemployment in the year to "
        "September 2023 was 4.3%.",
    ),
    (
        "In 2023/24 we recruited 41 foster carers and 38 foster carers left.\n\nIn 2023/24 "
        "we lost 38 foster carers.",
    ),
    ("Girls: 45% of referrals in 2023/24\nBoys: 55% of referrals in 2023/24",),
    (
        "The provisional figure for admissions in 2023/24 was 5,120.\n\nAdmissions in "
        "2023/24 were 5,141 once the year had closed.",
    ),
    ("Case study: Amy, 14, was referred in 2023. Case study: Ben, 15, was referred in 2023.",),
    (
        "In 2023/24, 310 contacts led to a referral; 2,212 contacts did not lead to a "
        "referral in 2023/24.",
    ),
    (
        "In 2023/24, 61% of assessments were finished in time. In 2023/24, 61% of plans were "
        "reviewed in time and 39% of assessments were not finished in time.",
    ),
    (
        "Satisfaction among tenants was 71% in 2023. Satisfaction among leaseholders was 58% "
        "in 2023.",
    ),
    ("Section 47 enquiries in 2023/24 were 512. Section 17 assessments in 2023/24 were 1,840.",),
    (
        "In Quarter 1 of 2023/24 there were 88 notices. In Quarter 2 of 2023/24 there were "
        "91 notices.",
    ),
    ("There were 88 notices in Q1 and 91 notices in Q2.",),
    (
        "Level 2 courses were taken by 310 staff in 2023. Level 3 courses were taken by 120 "
        "staff in 2023.",
    ),
    (
        "In total 500 responses came. 310 responses came from parents. 190 responses came "
        "from young people.",
    ),
    (
        "The committee heard from 14 witnesses on Monday. The committee heard from 9 "
        "witnesses on Tuesday.",
    ),
    ("In 2023 crime rose by 4%. In 2023 violent crime rose by 7%.",),
    ("In 2023 crime rose by 4%. Burglary fell by 9% in 2023.",),
]

WRONG = [
    (
        "In 2023 the service answered 4,120 calls.\n\nIn 2023 our service answered 4,210 "
        "calls, more than in any year before.",
    ),
    (
        "# Headlines\n\n- 84% of visits were in time in 2023/24\n\n# Visits\n\nIn 2023/24, "
        "82% of visits were in time, against 79% in 2022/23.",
    ),
    (
        "During 2023/24 there were 1,204 referrals to the service.\n\nReferrals to the "
        "service in 2023/24 numbered 1,240.",
    ),
    (
        "A total of 412 children were looked after at 31 March 2024.\n\nThe number of "
        "children looked after at 31 March 2024 was 421.",
    ),
    (
        "Fires in 2023 came to 790, a fall of 12%.\n\nThe chief wrote that fires in 2023 "
        "came to 709.",
    ),
    (
        "Exclusions rose from 412 in 2022/23 to 433 in 2023/24.\n\nThere were 421 exclusions "
        "in 2022/23.",
    ),
    (
        "Exclusions were 433 in 2023/24 compared with 412 in 2022/23.\n\nThere were 443 "
        "exclusions in 2023/24.",
    ),
    ("We spent £410,000 on repairs in 2023.\n\nRepairs: in 2023 we spent £401,000 on repairs.",),
    (
        "The rate of children in care was 61.2 per 10,000 in 2023/24.\n\nIn 2023/24 the rate "
        "of children in care was 62.1 per 10,000.",
    ),
    (
        "We employ 4,120 people across nine sites.\n\nAs an employer of 4,210 people across "
        "nine sites we take this seriously.\n\nWe employ 4,210 people across nine sites.",
    ),
    (
        "By the end of March 2024 there were 61 foster households.\n\nThere were 66 foster "
        "households by the end of March 2024.",
    ),
    (
        "Attendance at core groups was 78.4% in 2023/24.\n\n## Core groups\n\nIn 2023/24 "
        "attendance at core groups stood at 74.8%.",
    ),
    (
        "In 2023/24 the helpline received 12,310 calls, an increase of 4%.",
        "The helpline received 13,210 calls in 2023/24.",
    ),
    (
        "Admissions for asthma fell to 310 in 2022/23.\n\nAdmissions for asthma in 2022/23 "
        "were 301 (2021/22: 340).",
    ),
    (
        "The number of first-time entrants fell to 61 in 2023.\n\nIn 2023 there were 64 "
        "first-time entrants.",
    ),
    (
        "Seventy-one per cent of parents said they felt heard in 2023.\n\nIn 2023, 77% of "
        "parents said they felt heard.",
    ),
    (
        "Two hundred and ten families were rehoused in 2023.\n\nIn 2023, 201 families were "
        "rehoused.",
    ),
]

RIGHT += [
    ("In 2023/24, 412 children became the subject of a child protection plan.\n\nChild protection "
     "plans ended in 2023/24: 388.",),
    ("There were 1,912 referrals to children's social care in 2023/24.\n\nReferrals to adult "
     "social care in 2023/24 came to 1,291.",),
    ("The trust made 212 grants in 2023.\n\nThe trust received 3 grants in 2023.",),
    ("In 2023, 311 pupils stayed away because of snow.\n\nIn 2023, 498 pupils stayed away.",),
    ("We held 23 meetings in 2023/24.\n\nWe held 4 board meetings in 2023/24.",),
    ("The 412 pupils seen by nurses in 2023 wrote back.\n\nThe 312 pupils seen by doctors in 2023 "
     "did not.",),
    ("Cover of MMR at age two was 91.2% in 2023.\n\nCover of MMR at age five was 84.6% in 2023.",),
    ("310: Plans started, Luton, 2022-23. Also known as 311 (the later return).\n\n311: Plans "
     "started, Luton, 2022-23. Also known as 310 (the report).",),
]  # fmt: skip
WRONG += [
    ("There were 1,912 referrals to children's social care in 2023/24.\n\nReferrals received in "
     "the year to March 2024 came to 1,921.",),
    ("At 31 March 2024 there were 371 children in care.\n\nThe number of looked-after children "
     "stood at 317 at the end of March 2024.",),
    ("# Annual report 2023/24\n\nThis year we heard 614 complaints.\n\n## Complaints\n\nComplaints "
     "heard in 2023/24 numbered 641.",),
    ("## Key facts\n\n- 386 children on child protection plans at 31 March 2024\n\n## Child "
     "protection\n\nAt 31 March 2024, 368 children were subject to a child protection plan.",),
    ("Spending on grants in 2023 was £2.4 million.\n\nGrants cost £2.9 million in 2023.",),
    ("| Source | 2022/23 | 2023/24 |\n| --- | --- | --- |\n| Police | 410 | 433 |\n| Schools | 210 "
     "| 233 |\n| Total | 620 | 666 |\n\nTable 1: Referrals by source\n\nThere were 656 referrals "
     "in 2023/24.",),
    ("310: Plans started, Luton, 2022-23.\n\n311: Plans started, Luton, 2022-23.",),
]  # fmt: skip


@pytest.mark.parametrize("texts", RIGHT)
def test_what_may_both_be_true_goes_by(texts: tuple[str, ...]) -> None:
    assert found_by("said_twice", reading_of_all(*texts)) == []


@pytest.mark.parametrize("texts", WRONG)
def test_one_thing_with_two_numbers_is_an_error(texts: tuple[str, ...]) -> None:
    faults = found_by("said_twice", reading_of_all(*texts))
    assert [fault.severity for fault in faults] == [Severity.ERROR]


def test_both_places_are_named() -> None:
    reading = reading_of_all(
        "The hub took 2,310 calls in 2023/24.",
        "Introduction\n\nIn 2023/24 the hub took 2,130 calls.",
    )
    (fault,) = found_by("said_twice", reading)
    assert (fault.file, fault.locator, fault.printed) == ("text-2.txt", "line 3", "2,130")
    assert "text-1.txt, line 1" in fault.message
    assert fault.evidence == "2,310 is not 2,130: they are 180 apart"


def test_last_years_number_in_this_years_report_is_a_warning() -> None:
    reading = reading_of_all(
        "# Yearly report 2023/24\n\nMore pupils were excluded this year (386) compared to the "
        "same period last year (311).",
        "# Yearly report 2022/23\n\nFewer pupils were excluded this year (310) compared to the "
        "same period last year (369).",
    )
    (fault,) = found_by("said_twice", reading)
    assert fault.severity is Severity.WARNING
    assert "310 is not 311" in fault.evidence or "311 is not 310" in fault.evidence


def test_one_indicator_in_other_words_is_a_warning() -> None:
    reading = reading_of_all(
        "The number of contacts which led to a referral rose in 2022/23 from 17.6% to 27.7%. "
        "The conversion rate rose from 21.4% in 2022/23 to 25.7% in 2023/24."
    )
    (fault,) = found_by("said_twice", reading)
    assert fault.severity is Severity.WARNING
    assert {"27.7%", "21.4%"} <= set(fault.evidence.replace(":", "").split())
