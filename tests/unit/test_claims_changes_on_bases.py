"""Changes told on a base that they name: which level they are held against, and when none."""

import pytest

from tests.factories.statements import errors_in, two_ways


@pytest.mark.parametrize(
    "said",
    [
        # "That is": of the number just told, however far off the size is.
        "The club owned 134 kites in 2023. That is {41|23} fewer than the 175 of 2022, and the "
        "string lasted 42 weeks.",
        # The base stands in a bracket, or in a clause of its own.
        "The mill sold £7.42m of flour in 2024. This is {£2.44m|£3.44m} less than in 2023 (£9.86m) "
        "and amounts to 3.2% of the £231.9m sold in the county.",
        "In May 2025 the quay held 4,126 boats of oak. This is an increase of {414|441} on May "
        "2024, when there were 3,712, and of 65.9% since 2019 (2,487).",
        # So exact a size, told the other way, is of the level that makes it.
        "One boat in five (48,600 of 243,000) was hired. The number of hired boats is 22% "
        "{lower|higher} than in 2018/19, when there were 62,310.",
        "The year saw 11,482 fairs, with 14,236 stalls. The number of fairs was 12.8% "
        "{higher|lower} than the 10,175 of 2023 but remains below the peak of 13,060 in 2021.",
        # Reckoned on the later of the two.
        "All but 31 of 412 swarms were of the old kind. Swarms were down from 538 in May, a "
        "reduction of {23.4%|30.6%}.",
        # Two bases of one level: the change beside it says which.
        "It is thought that 612,000 geese flew over in 2023. This is 8.4% fewer than in 2021 "
        "(668,000) and {41.4%|36.1%} fewer than in 2008, when the count began (1,045,000).",
        # What is counted has the same name.
        "The yard took in 412 oak logs. Oak logs were {24|66} more than in 2023, when there were "
        "388, and 31 planks.",
        # What stands in the sentence before hides nothing of "from A to B".
        "Of the bakers, 754 (66%) had kept their shop for at least six months. Their pay rose from "
        "£11.20 an hour at the start to £11.90 at 12 months, an increase of {6%|9%}.",
        # A level, and the one it is up or down on.
        "Letters reached 148 lighthouses in 2023, {a fall|an increase} on the 173 of 2022; maps "
        "reached 512, compared with 489.",
        # "Up" is said of no share.
        "The dam held 200 eels, 24 more than in 2023 (up {13.6%|12.0%}).",
    ],
)
def test_a_size_is_held_against_the_base_it_names(said: str) -> None:
    right, wrong = two_ways(said)
    assert errors_in("change", right) == []
    assert len(errors_in("change", wrong)) == 1


@pytest.mark.parametrize(
    "text",
    [
        # Of another thing than the level before it.
        "The year saw 6,763 fairs in the county. Kite flights were down by 6% from 5,187.",
        # Of the same sort, but told a sentence before as the base of another.
        "There were 6,763 fairs, a fall of 4% on the year before (7,045). It was driven by fairs "
        "for cheese, which were down by 6% from 5,187.",
        # A size with a number of its own.
        "The levy is £28,600, a rise of £1,350 on the present £27,250. For a mill that means "
        "£41.87, or £1.62 more than the £40.25 paid now (4.0%).",
        # Told with its unit of time in one place only.
        "For the 52 boats mended an average of 462 days had passed. This is 36 days above the "
        "limit of 426. It is an improvement of 29 days on a year ago, when it was 491.",
        # What follows the time is no base, but the next of two sizes.
        "There were 41,966 geese in April 2023. This was 986 fewer geese than in April 2022 and "
        "1,383 (3.4%) more geese than the average of five years.",
        # Hoped for, and of another place.
        "The club owned 134 kites. It hopes for 23 fewer than the 175 of 2022.",
        # What went up "from" a number went to one that is not told.
        "Of the tin, 44,470 tonnes (85%) went to the smelter. Landfill has fallen by 43% from "
        "13,760 tonnes.",
        "At the quay numbers went up by half from 40,700, and at the mill they grew by 18% from "
        "121,200.",
    ],
)
def test_a_size_on_a_base_of_something_else_is_let_be(text: str) -> None:
    assert errors_in("change", text) == []


@pytest.mark.parametrize(
    "said",
    [
        "Kite thefts were {down|up} 8.3% on the year before, with 2,214 kites stolen in 2023/24 "
        "against 2,414 in 2022/23.",
        "The flock {grew|shrank} by 148 between two counts, moving from 7,904 to 8,052 geese.",
    ],
)
def test_so_exact_a_size_told_the_other_way_is_of_the_two(said: str) -> None:
    right, wrong = two_ways(said)
    assert errors_in("change", right) == []
    assert len(errors_in("change", wrong)) == 1
