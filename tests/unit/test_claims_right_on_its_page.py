"""What is right on its page, though two of its numbers would make another: it is let be."""

import pytest

from tests.factories.statements import errors_in

REASONS = """# Boats kept in

| Main reason | Boats | Days lost |
|---|---|---|
| Waiting for a berth | 148 | 1,214 |
| Waiting for a crew | 71 | 868 |
| Waiting for paint | 92 | 401 |
| Rope or sails | 23 | 352 |
| All | 334 | 2,835 |

"""
RATES = """| Harbour | Thefts | Rate per 1,000 boats |
| --- | --- | --- |
| Centre | 2,310 | 41.8 |
| Point | 1,106 | 47.3 |
| Far Quay | 884 | 22.6 |

"""
COURSES = """| Course | Places | Attended |
| --- | --- | --- |
| Knots and splices | 120 | 104 |
| Rowing in wind | 80 | 57 |
| Signals | 100 | 91 |

"""
BOATS = """| Sort of boat | Boats | Income (£) | Cost (£) |
|---|---|---|---|
| River ferries | 356 | 24,800 | 22,900 |
| Sea ferries | 212 | 41,300 | 35,100 |
| Tugs | 96 | 18,700 | 19,200 |

"""
POWER = """| Source | Q2 2023 (GWh) | Q2 2024 (GWh) |
|---|---|---|
| Wind | 2,730 | 3,150 |
| Tide | 1,140 | 1,210 |
| Weirs | 980 | 960 |

"""


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        # What is not there is the share of the rest; a second rate leans on the first.
        ("share", "We have 1,842 lamps against a need of 2,010, a vacancy rate of 8.4%."),
        (
            "share",
            "The vacancy rate of posts for lamps is 8.4%. In March 2023 the rate was 12.2% (1,737 "
            "lit out of 1,978).",
        ),
        # Of all of those, whose number is not told.
        ("share", "About one boat in five (231) was late, including 97 of those on tow (30%)."),
        # Of what there was at another time.
        (
            "share",
            "Of the 2,561 boats waiting at the end of May, 692 (27%) had waited a year, against "
            "417 (21%) at the end of June.",
        ),
        # Of two wholes in turn.
        (
            "share",
            "The yard had 12,150 calls: 6,840 in the north and 5,310 in the south. Boats reached "
            "4,993 and 4,195 of them respectively within 40 minutes, that is 73.0% and 79.0%.",
        ),
        # Of a total that is not told, of one group, and of what the count beside it is of.
        ("share", "The quay had 197,400 boats, 41% of the total, and then Marl had 82,650."),
        ("share", "- Of 124 rowers and 480 mills most were glad.\n- of the mills, 52 (42%) grew."),
        (
            "share",
            "For dogs by the lake, 789 voted yes (48%) and 740 no (45%), only 49 between them. "
            "Among owners of dogs 152 (25%) said yes and among others 637 (61%).",
        ),
        (
            "share",
            "Fifty-eight stalls were seen. A mark of 5 was given to 24 of them (41%), 19 were "
            "marked 4 (33%), and 15 (26%) got 3 or less.",
        ),
        # How far it lies from another.
        ("share", "Gross spending on oars was £118.6m, £9.3m (8.5%) above 2022/23."),
        # What it was at another time, and what one group alone was.
        ("share", "- The rate of wet sails was 10%: 146 of 1,462 sails. This was 14% in 2022."),
        (
            "share",
            "We spoke to 52 rowers and 23 sailors. Of the 75, 61 (81%) were glad; among rowers "
            "alone it was 40 (77%).",
        ),
        # Of what was done, as the words for its whole say.
        (
            "share",
            "The yard took in 14,386 boats and disposed of 15,204.\n\nOf the boats disposed of, "
            "9,852 (65%) were sold.",
        ),
        # Each of its own number.
        (
            "shares_of_whole",
            "Uptake was 76% among girls (2,718 of 3,580) and 70% among boys (2,590 of 3,712).",
        ),
        # A share in brackets is no size of the fall.
        ("change", "118 rowers (9% of those asked) were wet, down from 128 (11%)."),
        # Of the boats by oar, and of all boats.
        (
            "said_twice",
            "Rowed boats were 23% of the total, against 17% in 2017.\n\nOf the 260 rowed boats, "
            "94 were red. Skiffs are about 1% of traffic but 27% of rowed boats.",
        ),
        # What stands in brackets is what the number was held against before.
        (
            "ratio_words",
            "There were 143 rowers who won a first cup, 15% fewer than the year before (168) and "
            "less than a third of the 467 of ten years ago.",
        ),
        # The number beside it has a share of its own, of a whole that is not told.
        (
            "ratio_words",
            "Loss of oars was told by 238 rowers, half of all, and loss of sails by 143 (three in "
            "ten).",
        ),
        # A group by its place in an order.
        ("ratio_words", "- Middle three fifths: 331 of 1,504 boats were late (22.0%)"),
        # Points between percentages that stand beside the counts.
        (
            "percent_or_points",
            "This spring 349 of 684 boats (51%) were dry. A year ago, out of 702 boats, 330 (47%) "
            "were dry - so we are up 4 percentage points.",
        ),
        # Half of one thing counted.
        ("change", "Loads, at 17.5 a boat, are half a load lower than the 18.0 of last year."),
        # On a time of which no number is told.
        (
            "change",
            "One call in eight (2,195) was about the tide. You can now see it in the app, which "
            "6,237 of you (45%) have. That is 1,386 more than last spring.",
        ),
        (
            "change",
            "Of 124 boats, 67 were dry within a day. That is 54%, above the 50% that we had "
            "planned, and 11 points better than last year.",
        ),
        # Since then, to a number that is not told.
        (
            "change",
            "Boats rose from 300 in 2023 to 317 in 2024 and have since dropped by 21.",
        ),
        # What the others are held against is no size.
        (
            "change",
            "So 57% of the oars were good or better (34), as compared with 49% in the first "
            "quarter and 12% at the start.",
        ),
        # Of both together.
        (
            "change",
            "Red kites went up by 1,115 and blue kites went down by 240, which took all from "
            "14,310 to 15,185.",
        ),
        # Of the year before.
        (
            "share",
            "There were 61,600 such loans, so loans of every kind came to 281,600, of which the "
            "share was 21.9% (18.6% a year ago).",
        ),
        # Of what no number counts.
        (
            "ratio_words",
            "New boats placed in the book were valued at £59.4 million. In 1969, £37.7 million "
            "worth came. Half of the new fleet carry another flag and these are not in the sum.",
        ),
        # A row of a table, which the row above it says nothing of.
        ("share", "# Oars\n\nCount | %\nOf ash | 87 | 71%\nOf elm | 38 | 31%\n"),
        # Of two deeds, of two sizes together, of a number in millions, and with an end of its own.
        (
            "change",
            "The exception was Marl, which sent off 89 more boats than it received and so cut its "
            "boats in hand from 1,477 to 1,388, a fall of 6.0%.",
        ),
        (
            "change",
            "The number of boats went up by 2.9%, from 620 to 638. A rise of 73 in tugs was "
            "largely offset by a fall of 55 in rafts.",
        ),
        (
            "change",
            "The number of boats went up by 2.9%, from 620 to 638. A fall of 55 in rafts was more "
            "than offset by a rise of 73 in tugs.",
        ),
        (
            "change",
            "The dam lost 142.6 million litres a day, 5.8% less than in 2022/23 (151.3) and 20% "
            "below the 2017/18 level of 178.0.",
        ),
        (
            "change",
            "Weed rose again after the dry summer, rising 7.2% to 19,400 tonnes, but did not get "
            "back to the 19,800 tonnes of 2021/22.",
        ),
        (
            "change",
            "Boats that waited a year numbered 812, or 16.3% of all, up from 655 (14.0%) before.",
        ),
        # A gap has no earlier number.
        (
            "change",
            "On 16 April moorings were offered to 3,942 boats, 185 fewer (4.5%) than in 2023, when "
            "there were 4,127. The quays had 4,210 places. The surplus of 268 places, or 6.4%, is "
            "the largest for years.",
        ),
        # By which measure, and not of what.
        (
            "extreme",
            REASONS + "- A berth is the most common reason, by boats (44%) and by days (43%).",
        ),
        # Another column, which the words or the number name.
        ("extreme", RATES + "While Centre had the most thefts, the highest rate was at Point."),
        (
            "extreme",
            COURSES + "Take-up was best for signals, where 91% of places were filled.",
        ),
        # A part of a cell, and a share of all rows.
        (
            "quoted_from_table",
            BOATS + "Among river ferries, 30% (107 of 356) made a loss, the highest "
            "share of any sort in the table.",
        ),
        (
            "quoted_from_table",
            POWER + "Wind rose by 15.4%. Sea sites gave 1,764 GWh of the wind total, 56%, and land "
            "sites the rest (1,386 GWh) of Q2 2024.",
        ),
        # Accounts print this year before the last.
        (
            "extreme",
            "Costs, £000\n\n|  | 2024 | 2023 |\n|---|---|---|\n| Boats | 3,984 | 3,610 |\n"
            "| Oars | 1,204 | 1,105 |\n| Rope | 410 | 432 |\n\nRope was the only heading to fall.",
        ),
        (
            "extreme",
            "Marl had the fewest first-time rowers of our three yards (14). Fen recorded 61 rowers "
            "and a mean of 190; in Carr there were 48 and the mean was 203.",
        ),
        # One of the lines under its own name: any other group is no total.
        (
            "total",
            "| Colour | Kites | % |\n| --- | --- | --- |\n| Red | 287 | 56.1 |\n"
            "| Blue | 71 | 13.9 |\n| Green | 64 | 12.5 |\n| Mixed | 58 | 11.3 |\n"
            "| Any other colour | 32 | 6.3 |\n| Total | 512 | 100 |\n",
        ),
        # Of some of them, which are told by a word of their own.
        (
            "said_twice",
            "At the first visit we set 42 tasks. We found that 24 tasks had been done (57%), 11 "
            "partly done and 7 not done. Of the 12 tasks we had marked as pressing, 5 were done.",
        ),
    ],
)
def test_nothing_is_told_of_it(kind: str, text: str) -> None:
    assert errors_in(kind, text) == []


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("share", "About one boat in five (231) was late, including 97 of them on tow (30%)."),
        (
            "ratio_words",
            "There were 193 rowers who won a first cup, up from 130 and less than a third of the "
            "467 of ten years ago.",
        ),
        ("extreme", RATES + "While Centre had the most thefts, the highest rate was at Far Quay."),
        ("quoted_from_table", BOATS + "As the table shows, there are 365 river ferries."),
    ],
)
def test_what_is_wrong_beside_it_is_told(kind: str, text: str) -> None:
    assert errors_in(kind, text) != []
