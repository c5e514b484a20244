"""Numbers side by side that are no part, whole, rest or sum of each other, and those that are."""

import pytest

from goldenthread.claims.checking import check
from tests.factories.statements import errors_in, reading_of, two_ways

TABLE = (
    "| Team | In scope | Trained | Share |\n|---|---|---|---|\n| Cooks | 400 | 356 | 89% |\n"
    "| Porters | 160 | 117 | 73% |\n| Division | 560 | 473 | 84% |\n\n"
)
# In braces what is right, and what is wrong.
BOTH = [
    ("share", "Of the 840 swimmers 190 came once, 300 twice and the others, {350|390}, weekly."),
    ("share", "Of the 30 beds 22 were taken, leaving {eight|nine} free."),
    ("share", "Schools sent 31% of calls and police 22%, {53%|58%} in all."),
    ("share", "Only 12 of the 16 posts were filled, a vacancy rate of {25%|52%}."),
    ("share", "Only 12 of the 16 posts were filled, a filled rate of {75%|25%}."),
    ("share", "Learners numbered 611 across the five pools, or {3.9%|4.9%} of the 15,754 members."),
    ("change", "The list stands at 318, which is 44 ({16%|19%}) more than a year ago."),
    (
        "change",
        "The home held 71 people on 31 March. A year earlier the figure was 52, so the increase "
        "is of {36.5%|63.5%}.",
    ),
    (
        "change",
        "The clerk worked 46 days, against 40 in the previous year (a rise of {15%|25%}): 18 on "
        "letters, 12 on rotas and 16 on everything else.",
    ),
    (
        "extreme",
        "Ash had 66%, Elm {61%|51%} and Oak 59%. The lowest was Yew at 54%, although that was "
        "three points better than its 51% a year before.",
    ),
    ("share", "Of the 412 who began, {301|201} (73%) came to the end."),
    (
        "share",
        "A plan was in place for 88% of the 96 in need, and 71 ({84%|48%}) of these were new.",
    ),
    ("share", "There were 640 visits in May; 212 were in Birch ({33%|39%}) and 64 in Cedar (10%)."),
    ("impossible_unit", "In the storm 2.5 {posts|officers were} hurt."),
]
RIGHT = [
    "There were 840 dives, involving 310 swimmers, or 2.7 dives for each. Most swimmers (190, or "
    "61%) dived once only. At the other end, 28 swimmers (9%) dived weekly.",
    "In the term 310 pupils came to the school and 262 left it. Among those leaving, 41 (16%) "
    "went abroad.",
    "Damp was found in 130 homes (65%), mould in 52 (26%), and the other 18 (9%) were at risk of "
    "both.",
    "Reading stood at 74% and sums at 72%; the combined mark was 59%.",
    "Ash had the best combined mark, with 66%, followed by Elm (61%), Oak (59%) and Yew (57%).",
    "The club stood at 1,284 children in June. Of these 1,021 children (80%) had paid. 158 of the "
    "children (12%) had a sister there.",
    "The nurses weighed 2,400 babies, 6.7% more than the 2,250 weighed in the year before.\n\nOf "
    "those weighed, 744 (31%) were over the line and 1,656 (69%) under it.",
    "**The year at a glance**\n\n* 9,406 callers at the desk\n* 2,110 letters, 19% of them by hand",
    "We had 704 answers, 10% more than the 640 of the previous year, and 317 of them (45%) were "
    "good. In 2022 the figure was 36%.",
    "Twenty-nine were upheld and 37 upheld in part, so that some fault was found in 58%.",
    "Looking across the 11 reviews, money came up 3 times and transport 5 times.",
    "Across the 11 talks money came up 3 times and buses 5 times. Films of them were seen 2,260 "
    "times between them, the one on money (870) having the widest reach.",
    "Marks were modest: 5.8 out of 10 at the start and 6.9 at the end.",
    "The service consists of 2.5 officers and gave 16 talks.",
    "Parents sent 640 letters, police 212 (19%) and schools 101 (9%).",
    "Ash ward had 88 fires; 41 were in Birch (17%) and 22 in Cedar (9%).",
    "The town library lent 31,200 books and the branches lent 12,100 (24%), most of them in Dale.",
    "In the summer 412 children took part, including 96 (18%) of all those with a plan.",
    "A total of 64 staff replied, with 12 managers (41% of managers) among them.",
    "There were 88 moves of home. Of the children who moved, 31 moved twice (44%).",
    "Of the 412 who began, 301 (73%) came to the end. Those who did were asked again: 188 replied "
    "(62%), and 141 said that they were in work (75%).",
    "Police made 2,010 calls, of which 61% came at night. Clinics made 1,120 (44% at night). The "
    "rest, 970, came from the public.",
    "Of the 88 who were asked why, 41 spoke of cost (47%), 30 of time (34%) and 12 of both (14%). "
    "The other 29 gave another reason.",
    TABLE + "First courses were in time in 79% of cases, 268 of 339. For Cooks it was 74%, and for "
    "the other two teams 81% together.",
    "There were 214.5 posts and 186.0 people in post.\n\nIn the survey 164 took part (88% of those "
    "in post).",
    TABLE + "Lifting is taught separately. It stood at 87% for the Division.",
]


@pytest.mark.parametrize(("kind", "said"), BOTH)
def test_the_right_one_goes_by_and_the_wrong_one_does_not(kind: str, said: str) -> None:
    right, wrong = two_ways(said)
    assert errors_in(kind, right) == []
    assert errors_in(kind, wrong)


@pytest.mark.parametrize("said", RIGHT)
def test_what_only_stands_beside_a_number_is_no_part_of_it(said: str) -> None:
    assert check(reading_of(said)).errors == 0
