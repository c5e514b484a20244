"""Orders, lengths, dates and repeated counts told in shapes that no list or table prescribes."""

import pytest

from tests.factories.statements import errors_in, two_ways

TABLE = (
    "| Library | Loans |\n|---|---|\n| Acre | 12,400 |\n| Bourne | 9,810 |\n| Crane | 15,030 |\n\n"
)
# In braces what is right, and what is wrong.
BOTH = [
    (
        "extreme",
        "Of the five wards, Marl had the fewest falls, {8|12} (Chalk 9, Flint 15, Slate 20).",
    ),
    ("extreme", "Arson leads with 88, followed by theft {(71)|(41)} and then fraud (63)."),
    (
        "extreme",
        "Delays came first (88), letters {second (63) and staff third (41)|third (63) and "
        "staff second (41)}.",
    ),
    (
        "extreme",
        "Average minutes to arrive: Tarn 7.4, Lowick 8.9, Brant 8.1. {Tarn|Lowick}'s crews "
        "were quickest.",
    ),
    (
        "extreme",
        "Rain was 41 mm in May, 88 mm in June and 63 mm in July, {May|June} being the driest.",
    ),
    ("extreme", TABLE + "{Crane|Acre} is our best used library."),
    ("extreme", TABLE + "Most loans came from {Crane|Bourne}."),
    (
        "extreme",
        "Prices eased in every month: 6.8% in July, 6.7% in August, {6.5%|6.9%} in September.",
    ),
    (
        "said_twice",
        "We flew 1,094 missions in 2023.\n\nWith {1,094|1,904} missions flown in 2023 fuel "
        "was dear.",
    ),
    (
        "said_twice",
        "# {62|26} per cent of waste recycled in 2023/24\n\nWe recycled 62 per cent of "
        "waste in 2023/24.",
    ),
    (
        "said_twice",
        "Our control room took 204,311 calls in 2022.\n\nThe people behind the "
        "headset\n\nIn 2022 our control room took {204,311|214,311} calls.",
    ),
    (
        "dates",
        "Case 12. Received: 4 March 2024. Closed: {28 March|28 February} 2024. Lead: housing.",
    ),
    ("dates", "The return for 2022/23, which ended on 31 March {2023|2024}, was late."),
    (
        "dates",
        "This review covers the calendar year 2022. Within that year the panel met on 3 "
        "May 2022 and 9 March {2022|2023}.",
    ),
    ("dates", "Leaflets went out on Friday {30|31} April and were gone by May."),
    (
        "span",
        "In the {second|third} quarter of 2022/23, namely July, August and September 2022, we met.",
    ),
    (
        "span",
        "{Fourth|Third}-quarter spending (January to March 2024, in a year that begins in "
        "April) fell.",
    ),
    ("span", "In the decade 2011 to {2020|2016} numbers doubled."),
    (
        "span",
        "The pool shuts on 3 June 2024. The trial began on 3 January 2022 and ended on 2 "
        "January 2024.\n\nIt began on 3 January 2022 and ended on 2 January 2024. Those "
        "{two|three} years taught us much.",
    ),
    ("impossible_unit", "Broken windows are {20|120}% down since May."),
]
SILENT = [
    ("extreme", "Ash had 41 falls, Birch 66 and Cedar 52. For its size, Cedar was worst."),
    ("extreme", "Swims: Weston 1,240, Easton 1,310, Norton 980. Weston is the most expensive."),
    ("extreme", "Dale raised £410, Moor £388 and Beck £455. Last year Moor raised the most."),
    ("extreme", "Among men, Hope had the most visits, 41; overall Grace had 66 and Faith 52."),
    (
        "extreme",
        "The longest waits are in Weir: 9 weeks for new cases, 14 for old and 22 for others.",
    ),
    (
        "extreme",
        "There were 18 falls in May, 22 in June and 15 in July. June was the coldest month.",
    ),
    ("extreme", TABLE + "Per head Acre lends most."),
    ("extreme", TABLE + "Bourne is our newest library and has the largest children's section."),
    (
        "said_twice",
        "We built 214 homes for rent in 2023. Our partners built 241 homes for rent in 2023.",
    ),
    (
        "said_twice",
        "The draft showed 412 referrals from schools in 2023.\n\nThere were 421 referrals "
        "from schools in 2023.",
    ),
    (
        "dates",
        "Case 12. Closed: 4 March 2024. Case 13. Received: 2 March 2024. Closed: 7 March 2024.",
    ),
    ("span", "It started on 3 June 2024 and closed on 28 June 2024. All four weeks were busy."),
    ("impossible_unit", "Each adviser met 14.5 veterans a week."),
]


@pytest.mark.parametrize(("kind", "said"), BOTH)
def test_the_right_one_goes_by_and_the_wrong_one_does_not(kind: str, said: str) -> None:
    right, wrong = two_ways(said)
    assert errors_in(kind, right) == []
    assert errors_in(kind, wrong)


@pytest.mark.parametrize(("kind", "said"), SILENT)
def test_what_is_of_another_measure_time_or_part_is_let_be(kind: str, said: str) -> None:
    assert errors_in(kind, said) == []
