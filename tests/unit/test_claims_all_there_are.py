"""Parts that are all there are: shares with a rest, one box each, what ended in full or not."""

import pytest

from tests.factories.statements import errors_in, two_ways

# In braces what is right, and what is wrong.
SHARES = [
    "**How they came.** 43% of the walkers are from the town and 26% from the valley; 12% came by "
    "rail, {9%|16%} by bus, 6% by boat under sail, and the other 4% by all other ways taken "
    "together (horse, cart).",
    "More than half of those who wrote, 55%, supported the full fair. A further 18% would have "
    "preferred a shorter one, {20%|29%} wanted none, and the remaining 7% had no view.",
    "Source of enquiries, 2021. Farms 58%, mills 14%, shops {9%|19%}, inns 8%, schools 7%, all "
    "others 4%. No enquiry is counted under two headings.",
    "As to age, 42.3% of the kites had been younger than 28 days, {21.2%|31.2%} between 28 days "
    "and a year, 11.5% one to four, 7.7% five to nine, 7.7% ten to 14, and the last 9.6% older "
    "than 14 years.",
    "By age, 22.4% were under five, 31.0% five to nine, 35.6% ten to fourteen and the last "
    "{11.0%|21.0%} fifteen and over.",
    'We asked each visitor to tick one box. 38% ticked "a friend", {24%|14%} the fair, 21% the '
    'poster, 11% the school and 6% "other".',
    "| Where | Share |\n|---|---|\n| Own barn | 31% |\n| Shared barn | 19% |\n| Yard | {17%|27%} "
    "|\n| With a friend | 15% |\n| Quay, and other | 11% |\n| Field | 4% |\n| We don't know | 3% |",
]
SHARES_LET_BE = [
    "Everyone chose one answer. The first was chosen by 45% of parents, 32% of staff and 30% of "
    "pupils.",
    "Everyone chose one answer. 45% chose tea in Ashby, 32% in Dunby and 30% in Hatherby.",
    "Everyone chose one answer. 45% chose tea, 25% coffee, 18% water and 2% other. A tenth left "
    "it blank.",
    "Enquiries by theme. Boats 45%, kites 38%, tents 28%, other 5%. An enquiry may be counted "
    "under two themes.",
    "Of those who came, 61% asked about boats, 23% about kites, 12% about tents and the remaining "
    "9% about nothing much. One person could ask about two things.",
    "| What helped | Share |\n|---|---|\n| Friends | 31% |\n| Music | 29% |\n| Work | 27% |\n"
    "| Reading, and other | 20% |",
]
TOTALS = [
    "Against that, {25|29} keepers left us: nine retired, six stopped because they moved or took "
    "up farming, five had a change of mind such as any keeper may have, four went to sea and one "
    "was asked to go.",
    "- The grant is {£1,420,000|£1,402,000}.\n- £615,000 of it is for tents (poles, ropes), "
    "£340,000 for music, £265,000 for lamps, and £200,000 for the crew.",
    "We held {87|97} trials. Full agreement was reached in 49, part agreement in 23, and none in "
    "15. It took a week.",
    "There were {30|26} standards: 15 fully met, 6 partly met and 9 not met.",
    "The town means to save {£2.15m|£2.35m}, made up of:\n\n- £1.10m by closing 24 stalls, so "
    "that fewer go home late;\n- £0.65m by asking the four largest mills;\n- £0.40m by a new lamp.",
    "| Month | Races held | of which late |\n|---|---|---|\n| Apr | 71 | 4 |\n| May | 78 | 6 |\n"
    "| Jun | 82 | 3 |\n| Jul | 96 | 9 |\n| Aug | 43 | 5 |\n| Sep | 88 | 2 |\n"
    "| **Half-year** | **458** | **{29|36}** |",
]
TOTALS_LET_BE = [
    "There were 26 standards. 15 were fully met, 6 partly met and 3 not met. Two were dropped.",
    "There were 26 standards. 15 were fully met, 6 partly met and 3 not met. The rest are open.",
    "Full marks went to 12 of 40, part marks to 20 and none to 9.",
    "- We had £1,402,000, and £300,000 in the bank.\n- £615,000 of this is for tents, £540,000 "
    "for music and £465,000 for lamps.",
    "The crew is two full-time cooks and one who comes on Mondays, 2.6 posts in all, which makes "
    "161 guests to each post.",
]
ABOVE = [
    "63 households came to the fair, {43|83} of them asked for a stall there and then.",
    "Of the 14 bell ringers, {11|17} hold the county badge.",
    "- 27 have a permit, of whom {21|31} were at another harbour before",
]
ABOVE_LET_BE = [
    "63 households came to the fair, 83 of them under five.",
    "27 are in a group of inns, of whom 31 had left.",
    "Nine have a family of their own, of whom 14 are at school.",
]
NO_SHARES = [
    "There were 130 fairs against 121 the year before, so that they now make up 62% of "
    "everything we do.",
    "Thirty new cooks had begun since Easter, of whom 26 were still here, and the remaining 12 "
    "posts had been advertised in May.",
]


def test_shares_that_leave_nothing_out_make_a_hundred() -> None:
    for text in SHARES:
        right, wrong = two_ways(text)
        assert errors_in("shares_of_whole", right) == [], right
        assert errors_in("shares_of_whole", wrong) != [], wrong


def test_parts_that_leave_nothing_out_make_their_whole() -> None:
    for text in TOTALS:
        right, wrong = two_ways(text)
        assert errors_in("total", right) == [], right
        assert errors_in("total", wrong) != [], wrong


def test_a_part_told_by_what_it_did_is_no_more_than_its_whole() -> None:
    for text in ABOVE:
        right, wrong = two_ways(text)
        assert errors_in("above_whole", right) == [], right
        assert errors_in("above_whole", wrong) != [], wrong


@pytest.mark.parametrize("text", [*SHARES_LET_BE, *TOTALS_LET_BE, *ABOVE_LET_BE, *NO_SHARES])
def test_what_may_be_otherwise_is_let_be(text: str) -> None:
    for kind in ("shares_of_whole", "total", "above_whole", "share"):
        assert errors_in(kind, text) == []


def test_what_remains_of_a_whole_is_told_where_it_has_no_other_noun() -> None:
    right, wrong = two_ways(
        "Of the 40 visits, 25 were in time and the remaining {15|12} visits were late."
    )

    assert errors_in("share", right) == []
    assert errors_in("share", wrong) != []
