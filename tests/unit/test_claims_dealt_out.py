"""Wholes that a text deals out part by part: told where nothing can be two of the parts."""

import pytest

from tests.factories.statements import errors_in, two_ways

# In braces what is right, and what is wrong.
BOTH = [
    "The desk took 1,204 calls. Of {these|that number} 612 came from growers, 388 from shops, "
    "{141|161} from carriers and 63 from other sources.",
    "The desk took 1,204 calls. Of these 612 (51%) came from growers, 388 (32%) from shops, "
    "{141|111} from carriers and 63 (5%) from others.",
    "Of the {66|61} grants, 24 were for tools, 21 for seed, 12 for travel and nine for other "
    "purposes.",
    "The fair cost £4.6 million. This was made up of £2.3 million for tents, £1.9 million for "
    "music and {£0.4|£0.9} million for lights.",
    "The fund paid out £184,000. Of that, £92,000 went to choirs, £61,000 to clubs and "
    "{£31,000|£41,000} to bands.",
    "Two vans serve {94|92} schools: 71 primary, 16 secondary, five special and two all-through.",
    "The vans serve {94|92} schools (71 primary, 16 secondary, five special and two all-through).",
    "The plan has {37|34} actions: 19 green, 12 amber and six red.",
    "There were {51|46} appeals, of which 12 were upheld, 18 partly upheld and 21 not upheld.",
    "We had {222|212} bids; 120 were approved, 71 refused and 31 withdrawn.",
    "The plan is to save {£2.55m|£2.35m}. Of this £0.94m has been delivered, £0.71m is on track "
    "and £0.90m is at risk, mostly on boats.",
    "What became of the 71 kites?\n\n- sold: 32\n- given away: {21|24}\n- lost to wind: 18",
    "Where did the 312 letters come from?\n\n- farms: 121 (39%)\n- mills more than 20 miles "
    "off: 98\n- shops: {93|98}",
    "| Quarter | Sessions held | Prizes |\n|---|---|---|\n| Q1 (Apr-Jun 2022) | 38 | 41 |\n"
    "| Q2 (Jul-Sep 2022) | 29 | 36 |\n| Q3 (Oct-Dec 2022) | 35 | 58 |\n"
    "| Q4 (Jan-Mar 2023) | 36 | 47 |\n| Year | 138 | {182|192} |",
]
RIGHT = [
    "The desk took 1,204 calls. Of these 612 came from growers, 388 from shops and 141 from mills.",
    "Of the 40 children, 12 had asthma, 18 had eczema and 15 had other allergies.",
    "Of these 40 children, 12 were in foster care, 18 in mainstream school and 15 in a club.",
    "Of the 61 grants, 24 were for tools, 21 for seed and 18 for both.",
    "Of the 58 visits, 41 were in schools, 14 in clubs and 13 in the evening.",
    "Of the 312 letters, 121 came by post, 98 from the mills and 113 from the north.",
    "Of the 61 grants, 24 were for tools, 31 for seed and 18 for travel. Some were for two things, "
    "and each of these counts twice.",
    "The plan is to save £2.4m. Of this £0.9m has been delivered, £0.7m is on track and £0.4m is "
    "at risk.",
    "The income was £5m. Of this £2m came from the town, £1.5m was for staff and £3m was spent.",
    "The town has 20 primary schools, nine secondary, eight special and six nursery schools.",
    "What became of the 71 kites?\n\n- sold: 32\n- given away: 24\n- lost to wind: 18\n\n"
    "Some were lost and found more than once.",
    "What happened to the 71 children?\n\n- joined a club: 32\n- moved: 24\n- learnt to swim: 18",
    "The prize was £3.46 million. This was made up of £2.11 million for tents, £0.94 million for "
    "music and £0.41 million for lights.",
]


@pytest.mark.parametrize("text", BOTH)
def test_parts_that_are_dealt_out_make_their_whole(text: str) -> None:
    right, wrong = two_ways(text)

    assert errors_in("total", right) == []
    assert errors_in("total", wrong) != []


@pytest.mark.parametrize("text", RIGHT)
def test_parts_that_may_overlap_or_be_some_only_are_let_be(text: str) -> None:
    assert errors_in("total", text) == []
    assert errors_in("change", text) == []
