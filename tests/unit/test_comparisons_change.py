"""From one period to the next: what is told, what is judged and what is refused."""

from datetime import date
from decimal import Decimal

import pytest

from goldenthread.comparisons import (
    Direction,
    Judgement,
    NotKnown,
    change,
    change_between,
)
from goldenthread.indicators.definition import Polarity
from goldenthread.nouns import Break, Symbol, Unit
from tests.factories import ENGLAND, a_figure, a_thread
from tests.factories.comparing import a_percentage, an_indicator

LAST = a_figure(912, period="2022-23")
THIS = a_figure(1252)
JUNE = Break(date(2022, 6, 1), "New threshold guidance.", ("section_47_enquiries",))


def test_section_47_enquiries_rose_from_912_to_1252():
    found = change(LAST, THIS, an_indicator())
    assert (found.earlier, found.later) == (LAST, THIS)
    assert found.difference.value == 340
    assert found.relative.value == Decimal("37.3")
    assert found.direction is Direction.UP
    assert found.judgement is Judgement.NEITHER
    assert found.chance.beyond
    assert found.across is None


@pytest.mark.parametrize(
    ("polarity", "later", "judgement"),
    [
        (Polarity.LOW_IS_BETTER, 32, Judgement.WORSE),
        (Polarity.LOW_IS_BETTER, 20, Judgement.BETTER),
        (Polarity.HIGH_IS_BETTER, 32, Judgement.BETTER),
        (Polarity.HIGH_IS_BETTER, 20, Judgement.WORSE),
        (Polarity.HIGH_IS_BETTER, 25, Judgement.NEITHER),
        (Polarity.NEUTRAL, 32, Judgement.NEITHER),
    ],
)
def test_what_a_direction_means_is_the_indicator_s_to_say(polarity, later, judgement):
    earlier = a_figure(25, unit=Unit.PERCENT, period="2023-03-31")
    now = a_figure(later, unit=Unit.PERCENT, period="2024-03-31")
    assert change(earlier, now, a_percentage(polarity=polarity)).judgement is judgement


def test_without_counts_chance_is_not_known():
    earlier = a_figure(25, unit=Unit.PERCENT, period="2023-03-31")
    now = a_figure(32, unit=Unit.PERCENT, period="2024-03-31")
    found = change(earlier, now, a_percentage())
    assert found.chance is None
    assert found.relative is None
    assert (found.difference.value, found.difference.unit) == (7, Unit.PERCENTAGE_POINTS)


def test_across_a_break_nothing_rose_or_fell():
    earlier = a_figure(1219, period="2021-22")
    found = change(earlier, LAST, an_indicator(polarity=Polarity.LOW_IS_BETTER), [JUNE])
    assert found.across is JUNE
    assert found.difference is None
    assert found.relative is None
    assert found.chance is None
    assert found.judgement is Judgement.NEITHER


def test_after_a_break_changes_are_told_again():
    assert change(LAST, THIS, an_indicator(), [JUNE]).across is None


@pytest.mark.parametrize(
    ("earlier", "reason"),
    [
        ({"period": "2022-23", "thread": a_thread(vintage="2023")}, "different sources, releases"),
        ({"period": "2022-23", "thread": a_thread(source="lait")}, "different sources, releases"),
        ({"period": "2022-23", "thread": a_thread(definition="other:1")}, "or definitions"),
        ({"period": "2022-23", "area": ENGLAND}, "different areas"),
        ({"period": "2022-23", "indicator": "referrals"}, "different things"),
        ({"period": "2022-23", "unit": Unit.RATE_PER_10000}, "different units"),
        ({"period": "2022-23", "breakdown": "age=17-18"}, "different groups"),
        ({"period": "2023-03-31"}, "different kinds of period"),
        ({"period": "2023-24"}, "one after the other"),
        ({"period": "2024-25"}, "one after the other"),
    ],
)
def test_what_is_not_alike_is_refused_with_a_reason(earlier, reason):
    found = change(a_figure(912, **earlier), THIS, an_indicator())
    assert isinstance(found, NotKnown)
    assert reason in found.reason
    assert found.reason.endswith("no change is told.")
    assert change_between(a_figure(912, **earlier), THIS, an_indicator()) is None


def test_a_withheld_value_is_named_as_withheld():
    found = change(a_figure(symbol=Symbol.CONFIDENTIAL, period="2022-23"), THIS, an_indicator())
    assert found.reason == (
        "The figure for the year ending 31 March 2023 is withheld to protect children’s "
        "identities, so no change is told."
    )


def test_the_direction_and_the_difference_agree_whatever_rounding_does():
    given = {"unit": Unit.PERCENT, "decimals": 1}
    earlier = a_figure("20.8", numerator=2076, denominator=10000, period="2022-23", **given)
    later = a_figure("20.8", numerator=2084, denominator=10000, **given)
    found = change(earlier, later, an_indicator())
    assert found.direction is Direction.SAME
    assert found.difference.value == 0
