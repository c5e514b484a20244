"""What may leave: small counts of children are withheld, and so is what would give them away."""

import pytest

from goldenthread.disclosure import Released, release, rule_for, rules
from goldenthread.nouns import Sensitivity, Symbol, Unit
from tests.factories import a_figure, a_thread, released

LOCAL = a_thread(source="local.return")


@pytest.mark.parametrize(("count", "printed"), [(0, 0), (1, None), (5, None), (6, 6), (1252, 1252)])
def test_counts_of_one_to_five_children_are_withheld_and_a_true_zero_is_not(count, printed):
    assert released(a_figure(count, thread=LOCAL)).value == printed


def test_what_is_withheld_says_so_and_takes_its_counts_with_it():
    out = released(a_figure(3, numerator=3, denominator=40, thread=LOCAL))
    assert out.withheld
    assert out.symbol is Symbol.CONFIDENTIAL
    assert out.figure.numerator is None
    assert repr(out).endswith("2023-24: c)")


def test_a_percentage_worked_from_a_small_count_is_withheld():
    shares = {"unit": Unit.PERCENT, "thread": LOCAL}
    assert released(a_figure(7.5, numerator=3, denominator=40, **shares)).withheld
    assert not released(a_figure(20.0, numerator=8, denominator=40, **shares)).withheld


def test_locally_a_percentage_that_leaves_few_children_over_is_withheld_too():
    nearly_all = {"unit": Unit.PERCENT, "numerator": 38, "denominator": 40}
    assert released(a_figure(95.0, thread=LOCAL, **nearly_all)).withheld
    assert not released(a_figure(95.0, **nearly_all)).withheld, "the release prints such shares"


def test_what_is_worked_out_from_a_withheld_figure_is_withheld():
    before, now = a_figure(12, period="2022-23"), a_figure(4)
    change = a_figure(
        -66.7,
        unit=Unit.PERCENT_CHANGE,
        thread=a_thread(calculation="change", inputs=(before.id, now.id)),
    )
    of_change = a_figure(
        1, unit=Unit.RANK, thread=a_thread(calculation="rank", inputs=(change.id,))
    )
    out = release([before, now, change, of_change])
    assert out.of(before).value == 12
    assert out.of(change).withheld
    assert out.of(of_change).withheld


def test_counts_of_staff_are_not_withheld():
    assert released(a_figure(2, sensitivity=Sensitivity.WORKFORCE, thread=LOCAL)).value == 2


def test_nothing_undeclared_can_be_printed():
    out = release([a_figure(12)])
    with pytest.raises(KeyError, match="was not declared"):
        out.of(a_figure(13, period="2021-22"))


def test_only_disclosure_makes_a_released_value():
    with pytest.raises(TypeError, match="only"):
        Released(a_figure(12), withheld=False, seal=object())
    with pytest.raises(AttributeError, match="cannot be changed"):
        released(a_figure(12)).withheld = True


def test_every_source_has_a_rule_with_its_reason():
    assert rule_for("dfe.c4").name == "children_in_need"
    assert rule_for("dfe.cla_numbers").name == "looked_after"
    assert rule_for("dfe.workforce").threshold == 0
    assert rule_for("anything else").name == "local"
    assert all(rule.reason and rule.title for rule in rules())


def test_how_a_withheld_figure_was_worked_out_is_withheld_with_it():
    before, now = a_figure(40, period="2022-23", thread=LOCAL), a_figure(4, thread=LOCAL)
    thread = a_thread(calculation="4 less 40, over 40", inputs=(before.id, now.id))
    change = a_figure(-90, unit=Unit.PERCENT_CHANGE, thread=thread)
    out = release([before, now, change]).of(change)
    assert "40" not in out.figure.thread.calculation
    assert out.id == change.id


def test_a_published_percentage_that_leaves_few_over_goes_without_its_count():
    nearly_all = a_figure(99, unit=Unit.PERCENT, numerator=112, denominator=113)
    out = released(nearly_all)
    assert (out.value, out.figure.numerator) == (99, None)
    most = a_figure(87.1, unit=Unit.PERCENT, numerator=135, denominator=155)
    assert released(most).figure.numerator == 135
