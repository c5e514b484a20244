"""What the returns tell, and the sums of whole columns, each against a plain second way."""

from datetime import date
from fractions import Fraction

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from goldenthread.figures.measured.exact import quotients
from goldenthread.figures.measured.known import Reach, later, needed
from goldenthread.indicators.expression import Expression, Need, Shape, Timing, Told
from goldenthread.nouns import Period, round_half_away
from tests.factories.journeys import AREA, drawn
from tests.factories.records import records, told

PLANS = drawn("cp_plans", "person_id | start_date\na | 2023-05-01")
MONTHS = [Period.month(at // 12, at % 12 + 1) for at in range(2021 * 12, 2025 * 12)]


def expression(*needs: Need, timing: Timing = Timing.EVENT) -> Expression:
    return Expression(rows=lambda journey: journey, timing=timing, shape=Shape.COUNT, needs=needs)


def test_months_and_days_are_the_same_answer_as_the_records_give() -> None:
    these = records(
        told({"cp_plans": PLANS}, "2021-04-01", "2022-03-31", file="one"),
        told({"cp_plans": PLANS}, "2022-04-01", "2023-03-31", file="two"),
        told({"cp_plans": PLANS}, "2023-10-01", "2024-09-30", file="three"),
    )
    for timing in (Timing.EVENT, Timing.STOCK):
        for need in (Need("cp_plans"), Need("cp_plans", 12), Need("cp_plans", 6, 3)):
            known = Reach(these).known(expression(need, timing=timing), MONTHS)
            for at, period in enumerate(MONTHS):
                start, end = needed(need, timing, period)
                assert known.can[0, at] == these.covered("cp_plans", AREA, start, end)
                assert ((0, at) in known.why) != known.can[0, at]


def test_a_list_s_own_last_days_are_known_of_the_last_list_alone() -> None:
    # What a later list tells of the same plan takes the place of what the earlier told.
    seen = drawn(
        "cp_plans", "person_id | start_date | last_visit_date\na | 2023-05-01 | 2024-03-20"
    )
    need = Need("cp_plans", column="last_visit_date", told=Told.ON_ITS_LAST_DAY)
    ends = [Period.day(date(2024, 3, 31)), Period.day(date(2025, 3, 31))]
    these = records(
        told({"cp_plans": seen}, "2023-10-01", "2024-03-31", file="one"),
        told({"cp_plans": seen}, "2024-10-01", "2025-03-31", file="two"),
    )
    known = Reach(these).known(expression(need, timing=Timing.STOCK), ends)
    assert known.can.tolist() == [[False, True]]


def test_a_day_some_months_away() -> None:
    assert later(date(2024, 3, 31), -12) == date(2023, 3, 31)
    assert later(date(2024, 3, 31), 3) == date(2024, 6, 30)
    assert later(date(2024, 2, 29), -12) == date(2023, 2, 28)
    assert later(date(2023, 2, 28), 12) == date(2024, 2, 29)  # a month's last day stays the last
    assert later(date(2023, 4, 1), -12) == date(2022, 4, 1)


@given(
    st.lists(st.tuples(st.integers(0, 10**7), st.integers(0, 10**7)), min_size=1, max_size=20),
    st.sampled_from([1, 100, 10_000]),
    st.integers(0, 2),
)
def test_quotients_are_rounded_as_one_by_one(
    pairs: list[tuple[int, int]], times: int, decimals: int
) -> None:
    above, below = (np.array(side, dtype=float) for side in zip(*pairs, strict=True))
    found = quotients(above, below, times, decimals)
    for (top, bottom), value in zip(pairs, found.tolist(), strict=True):
        if bottom == 0:
            assert np.isnan(value)
        else:
            assert value == float(round_half_away(Fraction(top * times, bottom), decimals))


def test_halves_and_other_parts_are_rounded_too() -> None:
    found = quotients(np.array([14.5, 2.25, 1 / 3]), np.array([1.0, 1.0, 1.0]), 1, 1)
    assert found.tolist() == [14.5, 2.3, 0.3]
    assert quotients(np.array([14.5]), np.array([1.0]), 1, 0).tolist() == [15]
