"""Changes, shares and ratios told in any words: wrong where no assignment of numbers holds."""

import pytest

from goldenthread.claims.checking import check
from goldenthread.claims.documents.lines import document_from_text
from goldenthread.claims.reading import Reading
from goldenthread.nouns.fault import Severity


def errors(text: str) -> list[tuple[str, str]]:
    faults = check(Reading((document_from_text("a.txt", text),))).faults
    return [(each.kind, each.printed) for each in faults if each.severity is Severity.ERROR]


@pytest.mark.parametrize(
    "text",
    [
        "Ferry traffic, put at 212,000 in 2019, was put at 265,000 in 2023, a quarter and more "
        "besides, or 35%.",
        "Ten years ago the parish had 84 bell-ringers; it has 63 today, which is 35% fewer.",
        "It took 340 hours to mow the verges where it had taken 400, a saving of 20%.",
        "The dig yielded 1,320 finds, against 1,100 last summer – 30% more.",
        "Of 450 trees felled 81 were diseased, that is 24%.",
        "Eighty of the 320 looms still run, in other words 35%.",
        "Where 120 boats once moored there are now 90, a third fewer.",
        "Our stock of wheelchairs, 60 in spring, stood at 75 in autumn; growth was 40%.",
        "From the 2,400 tickets on sale 1,920 went: 85% of the house.",
        "Half of the 240 beds (84) were empty.",
        "Gate money of £18,000 beat last season's £15,000 by £5,000.",
        "Snow days: 14. Snow days the winter before: 20. Fall: 40%.",
        "Compared with 1,500 in the first run, the second drew 1,275, down 25%.",
        "Legacies doubled, to £90,000 from £60,000.",
        "In all 540 meters were read and 27 found faulty – one in ten.",
        "Membership, 1,840 at Easter, is 1,656 now: that is 20% lost.",
        "Noise complaints have gone from 75 to 105, up by half.",
        "We grew our reserves by £40,000, from £210,000 to £240,000.",
        "Nine of the twelve seats changed hands, two thirds of them.",
        "A total of 96 swimmers entered, 24 more than the 84 of 2022.",
        "The share of trains on time was 82%, having been 76%: up 6%.",
        "Turnout dropped from 45% to 36%, or by 20 points.",
        "Three quarters of the 88 farms (44) have fast broadband.",
        "The bulk of pupils, 140 of 350, walk to school.",
        "Of the £300,000 spent, £180,000 went on wages, £70,000 on rent and the rest, £80,000, "
        "on heat.",
    ],
)
def test_a_size_that_no_assignment_bears_out_is_told_once(text):
    assert len(errors(text)) == 1


@pytest.mark.parametrize(
    "text",
    [
        # each has two like numbers and a size that is of something else, or is so
        "The museum sold 4,210 guidebooks and 3,890 maps; income was up 12%.",
        "We recruited 24 volunteers, 18 of them under 30, and cut costs by 7%.",
        "Enquiries came to 1,204 in May and 1,150 in June; complaints fell 15% over the same "
        "months.",
        "Of 90 allotments 12 are vacant, and the waiting list is 40% longer than a year ago.",
        "The trust spent £2.1m on roofs and £1.4m on boilers, 8% less than it had budgeted.",
        "Visitors: 18,400 (2022: 17,900). Secondary spend per visitor rose 6%.",
        "In the north 320 homes were let and in the south 290, with arrears down to 4%.",
        "There were 64 entries from 41 schools, a third of them by girls.",
        "The club has 212 members, 37 of whom joined this year; a fifth pay by direct debit.",
        "Police recorded 410 burglaries against 395 in the year before. Detections improved by 9%.",
        "Rainfall was 612 mm, against a mean of 580 mm; river levels were 20% higher in "
        "December alone.",
        "Some 45 of the 60 lockers are taken. Rents will go up by 10% in April.",
        "We planned to plant 900 trees and planted 1,020, while losses were held at 8%.",
        "The choir sang 31 concerts to 9,400 people; ticket prices rose by 5% and audiences by "
        "half.",
        "By March 240 of 300 staff had done the course (80%), up from 55%.",
        "Nitrate fell in 14 of the 20 wells, by 22% on average.",
        "The fund made 112 grants worth £384,000, the largest going to a hall where heating "
        "bills had doubled.",
        "Crews attended 812 fires and 1,340 false alarms; the latter are 30% of all calls to "
        "the service.",
        "Satisfaction was 81% among tenants and 74% among leaseholders, both 3% up.",
        "Attendance: boys 93.1%, girls 94.4%. Persistent absence fell by a fifth.",
        "The line carried 1.2m passengers, compared with 1.1m on the older route, where fares "
        "are a quarter cheaper.",
        "Of the 5,200 letters 4,900 went out in time; a further 120 were late by a day, and "
        "180 by more.",
        "From 40 seats in 2010 we have grown to 65, helped by a 50% grant from the county.",
        "Two wardens cover 340 homes; sickness took 12% of their days.",
        "Our 16 buses ran 410,000 miles, 3% of them empty.",
        "We saw 75 patients on Monday and 62 on Tuesday, when half the clinic was shut.",
        "The bridge carries 8,000 cars a day. In 2019 it carried 9,500, before the bypass took "
        "30% of the lorries.",
        "A total of 1,480 pupils sat the test, of whom 1,110 passed; of the girls 78% did.",
        "Last year 300 people came, this year 420; most heard of us by word of mouth, and "
        "twice as many children came.",
        "Debt stands at £4.2m, having been £5.0m, and interest at 6% of income.",
        "The lake was 2.1 degrees warmer than in 2015, at 17.4; oxygen was down 11%.",
        "Sales of bread rose from £400 to £520 a week and cakes by 10%.",
        "One in five of our 600 members is over 80; we wrote to 90 of them.",
        "Half of the rooms are let to students; of the other 45, nine stand empty.",
        "There are 12 parishes and 48 churches; in a quarter of the parishes there is a school.",
        "In 2021 we had 14 apprentices and in 2024 we had 22, while the workforce grew by 4%.",
        "The average fine was £180 in 2022 and £195 in 2023, and 62% were paid on time.",
        "Absence fell from 6.1% to 5.4% in primary schools and by half as much in secondaries.",
        "Between 2018 and 2023 the number of shops fell from 118 to 104; footfall, measured "
        "from 2020, is up 35%.",
        "Turnout was 34%, down from 38%, though the number of votes cast was 2% higher.",
        "Of 1,000 households asked, 640 replied; 70% said yes and 22% no.",
        "We received £90,000 from the council and £60,000 from donors. Together they cover "
        "three-quarters of our costs.",
        "The list was cut from 800 to 650, and to 500 by May, a good deal less than the 40% "
        "cut some wanted.",
        "Calls answered within ten seconds: 91% (target 90%), 2% better than plan.",
        "Emergency calls were 3,310, of which 1,204 at night; the night share was 3 points "
        "more than in 2022.",
        "Our three pools took 81,000 swims; Eastpool had 41,000, a tenth more than it was "
        "built for.",
        "The hall was hired 212 times, 31 more than we had counted on; in 2022 it was hired "
        "190 times.",
        "Numbers in care are 305, not far from the 310 we forecast, and 6% below the regional "
        "rate.",
        "Gross income was £1.31m and costs £1.22m, leaving £90,000, of which £20,000 is "
        "restricted.",
        "Of the 140 who started, 100 finished, 30 left and the remaining ten are on a break.",
        "Thirty towers were inspected and 12 failed. The rest, 18, passed, six of them with "
        "advice.",
        "The rest of the grant, £40,000, is kept for 2025; £75,000 was spent in 2023 and "
        "£60,000 in 2024.",
        "Hardly any of our trains were late: 97% ran to time.",
        "The bulk of the work was done by six of our 40 volunteers.",
        "A small minority of stalls, four in all, took 61% of the money.",
        "All but a few of the 80 rooms were booked, 12 of them for a month.",
        "Every third house is empty in Low Street, where 15 of 44 stand dark.",
        "We bought 30 bikes in 2022, 45 in 2023 and 60 in 2024, so the fleet has trebled since "
        "2021, when there were 45.",
        "Speeds dropped from 34 mph to 29 mph and injuries by 40%.",
        "Six in ten of the 50 who wrote in were against; of those who came to the meeting, 80 "
        "in number, a third were.",
        "The price of a ticket rose 20p to £2.40, and of a day ticket from £5.00 to £5.50, up 10%.",
        "Staff numbers fell by 12 to 188, of whom 141 (75%) work full time.",
    ],
)
def test_a_size_of_something_else_is_let_be(text):
    assert errors(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Ashby scored 61, Brackenfield 74 and Castle Hill 58. The winner was Castle Hill.",
        "Takings: 2021 £4,100; 2022 £5,300; 2023 £4,900. Record year: 2023.",
        "Mon 310, Tue 288, Wed 265, Thu 302. The quietest weekday was Tuesday.",
    ],
)
def test_a_superlative_that_its_values_gainsay_is_wrong(text):
    assert [kind for kind, _ in errors(text)] == ["extreme"]


@pytest.mark.parametrize(
    "text",
    [
        "Ash closed 12 cases, Beech 9 and Cedar 15. Beech has the largest hall.",
        "In Ash 12 came, in Beech 9 and in Cedar 15; Beech is the smallest parish in the county.",
        "Visits: Ash 410, Beech 380, Cedar 295. Cedar opened last, in June, and serves the "
        "largest area.",
        "The three pools had 41,000, 17,500 and 44,300 swims respectively; the largest grant "
        "went to the first.",
        "Scores: Ash 71, Beech 64, Cedar 80. Beech made the biggest improvement.",
        "Mon 410, Tue 388, Wed 365. Tuesday has the longest opening hours.",
        "Calls rose to 310 in April, 342 in May and 298 in June. June is always the quietest.",
        "Complaints: housing 31, roads 44, parks 12. The most serious concerned parks.",
        "Ash spent £12,000, Beech £9,000 and Cedar £15,000, the latter being our best museum.",
        "Waits were 9 days in Ash, 14 in Beech and 11 in Cedar. Ash is best.",
    ],
)
def test_a_superlative_of_something_else_is_let_be(text):
    assert errors(text) == []


@pytest.mark.parametrize(
    ("one", "other", "wrong"),
    [
        (
            "The shelter took in 1,482 cats in 2023.",
            "In 2023 the shelter took in 1,842 cats.",
            True,
        ),
        (
            "The shelter took in 1,482 cats in 2023.",
            "In 2023 the shelter took in 1,842 dogs.",
            False,
        ),
        (
            "The shelter took in 1,482 cats in 2023.",
            "In 2022 the shelter took in 1,842 cats.",
            False,
        ),
        ("Income from shops in 2023 was £48,310.", "Shops made £43,810 of income in 2023.", True),
        ("Income from shops in 2023 was £48,310.", "Shops made £43,810 net income in 2023.", False),
    ],
)
def test_digits_that_changed_places_between_two_tellings(one, other, wrong):
    found = [kind for kind, _ in errors(f"{one}\n\nOther words stand here.\n\n{other}")]
    assert found == (["said_twice"] if wrong else [])
