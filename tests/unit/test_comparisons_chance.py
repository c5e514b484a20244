"""Whether a difference is more than chance: against printed examples and a second way."""

from math import inf, isclose, sqrt

import pytest
from scipy.stats import binomtest, norm

from goldenthread.comparisons.chance import (
    CONFIDENCE,
    FAMILY_CLUSTERING,
    PROPORTIONS,
    RATES,
    chance,
    counts_of,
    difference_of_proportions,
    ratio_of_rates,
    wilson,
)
from goldenthread.nouns import Period, Sensitivity, Symbol, Unit
from tests.factories import ENGLAND, a_figure

# Counts, bases and the interval of method 10 in Newcombe’s paper of 1998 (table II).
NEWCOMBE = [
    (56, 70, 48, 80, 0.0524, 0.3339),
    (9, 10, 3, 10, 0.1705, 0.8090),
    (6, 7, 2, 7, 0.0582, 0.8062),
    (5, 56, 0, 29, -0.0381, 0.1926),
    (0, 10, 0, 20, -0.1611, 0.2775),
    (0, 10, 0, 10, -0.2775, 0.2775),
    (10, 10, 0, 20, 0.6791, 1.0000),
    (10, 10, 0, 10, 0.6075, 1.0000),
]


@pytest.mark.parametrize(("a", "m", "b", "n", "low", "high"), NEWCOMBE)
def test_differences_of_proportions_are_those_of_the_paper(a, m, b, n, low, high):
    interval = difference_of_proportions(a, m, b, n, clustering=1.0)
    assert isclose(interval.low, low, abs_tol=6e-5)
    assert isclose(interval.high, high, abs_tol=6e-5)


@pytest.mark.parametrize(("count", "of"), [(0, 12), (12, 12), (1, 40), (455, 1219), (135, 155)])
def test_one_proportion_agrees_with_scipy(count, of):
    second = binomtest(count, of).proportion_ci(CONFIDENCE, method="wilson")
    interval = wilson(count, of)
    assert isclose(interval.low, second.low, abs_tol=1e-12)
    assert isclose(interval.high, second.high, abs_tol=1e-12)


@pytest.mark.parametrize(
    ("a", "base", "b", "other"),
    [(551, 60207, 430, 59369), (12, 5000, 3, 9000), (0, 10, 7, 10), (40, 100, 0, 30)],
)
def test_a_ratio_of_rates_agrees_with_scipy_s_interval_of_the_share(a, base, b, other):
    share = binomtest(a, a + b).proportion_ci(CONFIDENCE, method="wilson")

    def turned(value):
        return inf if value == 1 else value / (1 - value) * other / base

    interval = ratio_of_rates(a, base, b, other, clustering=1.0)
    assert isclose(interval.low, turned(share.low), rel_tol=1e-9, abs_tol=1e-12)
    assert interval.high == turned(share.high) or isclose(interval.high, turned(share.high))


@pytest.mark.parametrize("a", [60, 75, 85, 95, 100, 105, 115, 125, 140])
def test_the_verdict_is_the_exact_test_s(a):
    """Away from the very edge the score interval and the exact conditional test agree."""
    exact = binomtest(a, a + 100, 0.5).pvalue
    assert ratio_of_rates(a, 1, 100, 1, clustering=1.0).excludes(1.0) is bool(exact < 0.05)


@pytest.mark.parametrize("clustering", [1.0, FAMILY_CLUSTERING])
def test_clustering_is_a_design_effect(clustering):
    """The verdict for a ratio is a z test with the variance multiplied."""
    for a in range(100, 160, 3):
        z = abs(a - 100) / sqrt((a + 100) * clustering)
        beyond = z > norm.ppf(0.975)
        assert ratio_of_rates(a, 1, 100, 1, clustering=clustering).excludes(1.0) is bool(beyond)


def test_clustering_widens_both_intervals():
    plain = difference_of_proportions(56, 70, 48, 80, clustering=1.0)
    wide = difference_of_proportions(56, 70, 48, 80)
    assert wide.low < plain.low < plain.high < wide.high
    plain, wide = ratio_of_rates(56, 1, 40, 1, clustering=1.0), ratio_of_rates(56, 1, 40, 1)
    assert wide.low < plain.low < plain.high < wide.high


def a_share(value, of, above=None, decimals=1):
    return a_figure(value, unit=Unit.PERCENT, decimals=decimals, numerator=above, denominator=of)


def test_a_percentage_and_what_it_is_of_tell_as_much_as_the_counts():
    assert counts_of(a_share("79.7", 551, 439)) == (439, 551)
    above, below = counts_of(a_share("79.7", 551))
    assert (round(above), below) == (439, 551)
    told = [
        chance(a_share("81.3", 2225, later), a_share("91.2", 1721, earlier)).beyond
        for later in (1810, None)
        for earlier in (1569, None)
    ]
    assert told == [True] * 4
    assert not chance(a_share("79.7", 551), a_share("84.2", 430)).beyond


def test_a_whole_percentage_is_too_coarse_to_tell_the_count():
    assert counts_of(a_share(80, 551, decimals=0)) is None
    assert counts_of(a_share("79.7", None)) is None


def test_no_counts_on_either_side_tell_nothing():
    assert not ratio_of_rates(0, 100, 0, 100).excludes(1.0)


def test_section_47_enquiries_rose_by_more_than_chance_even_in_families():
    earlier = a_figure(912, period="2022-23")
    found = chance(a_figure(1252), earlier)
    assert found.beyond
    assert (found.method, found.confidence, found.clustering) == (RATES, 0.95, 2.0)


def test_a_change_may_be_chance_in_families_and_not_without():
    """652 re-referrals of 3,130 are 20.8 per cent, 575 of 3,130 would be 18.4."""
    later = a_figure("20.8", unit=Unit.PERCENT, decimals=1, numerator=652, denominator=3130)
    earlier = a_figure("18.4", unit=Unit.PERCENT, decimals=1, numerator=575, denominator=3130)
    assert chance(later, earlier, clustering=1.0).beyond
    assert not chance(later, earlier).beyond
    assert chance(later, earlier).method == PROPORTIONS


def test_staff_do_not_come_in_families():
    given = {"unit": Unit.PERCENT, "decimals": 1, "sensitivity": Sensitivity.WORKFORCE}
    one = a_figure("20.8", numerator=652, denominator=3130, **given)
    other = a_figure("18.4", numerator=575, denominator=3130, **given)
    assert chance(one, other).clustering == 1.0


def test_two_places_are_compared_by_rate_and_never_by_count():
    given = {"unit": Unit.RATE_PER_10000, "decimals": 1}
    luton = a_figure("91.5", numerator=551, denominator=60207, **given)
    england = a_figure("60.2", numerator=72250, denominator=11998646, area=ENGLAND, **given)
    assert chance(luton, england).beyond
    assert chance(a_figure(551), a_figure(72250, area=ENGLAND)) is None


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (a_figure(32, unit=Unit.PERCENT), a_figure(25, unit=Unit.PERCENT)),
        (a_figure(5, unit=Unit.MEAN), a_figure(6, unit=Unit.MEAN)),
        (a_figure(5), a_figure(symbol=Symbol.CONFIDENTIAL)),
        (a_figure(5), a_figure(5, unit=Unit.PERCENT)),
        (
            a_figure(60207, period=Period.mid_year(2023)),
            a_figure(59369, period=Period.mid_year(2022)),
        ),
        (
            a_figure("1.5", unit=Unit.MEAN, decimals=1, numerator=3, denominator=2),
            a_figure("2.5", unit=Unit.MEAN, decimals=1, numerator=5, denominator=2),
        ),
        (
            a_figure(150, unit=Unit.PERCENT, numerator=3, denominator=2),
            a_figure(50, unit=Unit.PERCENT, numerator=1, denominator=2),
        ),
    ],
    ids=["no counts", "means", "withheld", "units", "estimates", "a mean", "over a hundred"],
)
def test_it_is_not_known_where_it_cannot_be(one, other):
    assert chance(one, other) is None
