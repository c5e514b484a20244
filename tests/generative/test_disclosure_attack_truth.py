"""The attack's intervals against two other ways: every distribution tried, and another solver.

The interval must hold every count that is possible, or a cell would be called worse than it is;
and must be no wider than what is possible, or a leak would be missed.
"""

import numpy as np
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st
from scipy.optimize import Bounds, LinearConstraint, milp

from goldenthread.disclosure.attack import attack
from goldenthread.disclosure.attack.model import gives_away
from tests.factories.linked_tables import Made, consistent, made

SMALL = [(1, 2), (2, 1), (1, 3), (2, 2)]
LARGER = [(2, 3), (3, 3), (2, 2, 2), (2, 3, 2)]
COUNTS = (0, 1, 2, 3, 4, 6, 8)

# Inner counts are tried up to this; a table where one reaches it is left to the other way.
TOP = 24


def chooser(data: st.DataObject):
    return lambda among: data.draw(st.sampled_from(tuple(among)))


@given(data=st.data(), sizes=st.sampled_from(SMALL), shares=st.integers(0, 2))
@settings(suppress_health_check=[HealthCheck.filter_too_much, HealthCheck.too_slow])
def test_the_attack_agrees_with_every_distribution_tried(data, sizes, shares):
    case = made(chooser(data), sizes, shares=shares, counts=COUNTS)
    found = attack(case.publication)
    tried = np.indices([TOP + 1] * len(case.inner), dtype=np.int32).reshape(len(case.inner), -1)
    inside = dict(zip(case.inner, tried, strict=True))
    possible = np.ones(tried.shape[1], dtype=bool)
    for holds in consistent(case, inside):
        possible &= holds
    assert possible.any(), "the truth is possible"
    limited = not (tried[:, possible] == TOP).any()
    leaking = {leak.cell for leak in found.leaks}
    for interval in found.hidden:
        values = sum(inside[each] for each in case.made_of[case.place(interval.cell)])[possible]
        least, most = int(values.min()), int(values.max())
        assert interval.low <= least
        assert interval.high is None or interval.high >= most
        # Where shares make the possible counts jump, those beyond TOP may lie apart from these.
        if limited and not shares:
            rule = case.publication.rule
            assert rule is not None
            assert (interval.low, interval.high) == (least, most)
            assert (interval.cell in leaking) is gives_away(rule, least, most, hidden=True)


@given(data=st.data(), sizes=st.sampled_from(LARGER), shares=st.integers(0, 3))
@settings(suppress_health_check=[HealthCheck.filter_too_much, HealthCheck.too_slow])
def test_the_attack_agrees_with_another_solver_in_whole_numbers(data, sizes, shares):
    case = made(chooser(data), sizes, shares=shares, counts=COUNTS)
    found = attack(case.publication)
    rule = case.publication.rule
    assert rule is not None
    assume(found.hidden)
    for interval in found.hidden[:4]:
        least, most = _least(case, interval.cell, 1), _least(case, interval.cell, -1)
        assert least is not None
        assert interval.low <= least, interval
        assert interval.high is None or (most is not None and interval.high >= -most), interval
        assert (interval.high is None) == (most is None)
        # A wide interval is not searched in whole numbers; a narrow one always is.
        if interval.high is not None and interval.high - interval.low < 3 * rule.threshold:
            assert most is not None
            assert (interval.low, interval.high) == (least, -most)
    wrong = {leak.cell for leak in found.leaks} ^ {
        each.cell for each in found.hidden if gives_away(rule, each.low, each.high, hidden=True)
    }
    assert not {cell for cell in wrong if cell in {each.cell for each in found.hidden}}


@given(data=st.data(), sizes=st.sampled_from([(2, 2, 2), (2, 3, 2)]))
@settings(suppress_health_check=[HealthCheck.filter_too_much, HealthCheck.too_slow])
def test_the_attack_sees_what_faces_of_a_cube_say_together(data, sizes):
    """No table shows three dimensions, but each pair of them has its table."""
    case = made(chooser(data), sizes, shares=0, counts=COUNTS, faces_only=True)
    rule = case.publication.rule
    assert rule is not None
    found = attack(case.publication)
    leaking = {leak.cell for leak in found.leaks}
    for interval in found.hidden[:4]:
        least, most = _least(case, interval.cell, 1), _least(case, interval.cell, -1)
        assert least is not None
        high = None if most is None else -most
        assert interval.low <= least
        assert interval.high is None or (high is not None and interval.high >= high)
        assert (interval.cell in leaking) is gives_away(rule, least, high, hidden=True)


def _least(case: Made, cell: object, sign: int) -> int | None:
    """The least a cell can count (the most, turned negative, with sign -1); None for no end."""
    columns = {place: at for at, place in enumerate(case.inner)}
    unit = dict(zip(case.inner, np.eye(len(columns)), strict=True))
    rows, lows, highs = [], [], []

    def summed(of: object) -> np.ndarray:
        return sum(unit[each] for each in case.made_of[case.place(of)])  # type: ignore[arg-type, return-value]

    for item in case.publication.printed():
        count, value = summed(item.cell), float(item.value or 0)
        if item.base is not None:
            base, half = summed(item.base), 0.5 * 10.0**-item.decimals
            scale = 10.0**item.decimals * 2
            for edge, low, high in ((value - half, 0, np.inf), (value + half, -np.inf, 0)):
                rows.append(scale * 100 * count - round(scale * edge) * base)
                lows.append(low)
                highs.append(high)
            rows.append(base)
            lows.append(1)
            highs.append(np.inf)
        else:
            reach = 5 if item.decimals < 0 else 0
            rows.append(count)
            lows.append(value - reach)
            highs.append(value + reach)
    limits = [LinearConstraint(np.array(rows), lows, highs)] if rows else []
    solved = milp(
        sign * summed(cell),
        constraints=limits,
        integrality=np.ones(len(columns)),
        bounds=Bounds(0, np.inf),
    )
    if solved.status == 3 or (solved.x is None and solved.status == 4):
        return None
    assert solved.success, solved.message
    return round(solved.fun)
