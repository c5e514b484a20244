"""Rate ratios between groups of children: both sides known, in the same groups, with intervals."""

from decimal import Decimal

import pytest

from goldenthread.comparisons import Disproportionality, NotKnown, disproportionality
from goldenthread.comparisons.chance import ratio_of_rates
from goldenthread.nouns import Sensitivity, Symbol, Unit
from tests.factories import ENGLAND, a_figure, a_thread


def groups(values, **changes):
    given = {"indicator": "children_in_need_at_31_march", "period": "2024-03-31"} | changes
    return [
        a_figure(
            value,
            Symbol.CONFIDENTIAL if value is None else None,
            breakdown=f"ethnicity={name}",
            **given,
        )
        for name, value in values.items()
    ]


def living(values, **changes):
    given = {
        "indicator": "children_population",
        "period": "2021 calendar",
        "thread": a_thread(source="ons.ethnicity", vintage="2021"),
        "sensitivity": Sensitivity.NONE,
    }
    return groups(values, **(given | changes))


COUNTED = {"Asian": 500, "Black": 300, "Mixed": 200, "White": 600, "Unknown": 51}
LIVING = {"Asian": 24000, "Black": 7000, "Mixed": 5000, "White": 24000}


def test_each_group_is_read_against_all_other_children():
    found = disproportionality(groups(COUNTED), living(LIVING), "ethnicity")
    assert isinstance(found, Disproportionality)
    assert [group.name for group in found.groups] == ["Asian", "Black", "Mixed", "White"]
    black = found.groups[1]
    # 300 in 7,000 over 1,300 in 53,000.
    assert black.ratio.value == Decimal("1.75")
    assert (black.ratio.unit, black.ratio.indicator) == (Unit.RATIO, "children_in_need_at_31_march")
    assert black.ratio.thread.calculation == (
        "rate ratio: (300 in 7,000) over (1,300 in 53,000, all other groups known)"
    )
    interval = ratio_of_rates(300, 7000, 1300, 53000)
    assert float(black.low.value) == pytest.approx(interval.low, abs=0.005)
    assert float(black.high.value) == pytest.approx(interval.high, abs=0.005)
    assert black.beyond


def test_shares_are_of_the_children_whose_group_is_known():
    found = disproportionality(groups(COUNTED), living(LIVING), "ethnicity")
    assert [group.share.value for group in found.groups] == [
        Decimal(text) for text in ("31.3", "18.8", "12.5", "37.5")
    ]
    assert found.groups[0].population_share.value == Decimal("40.0")
    assert [figure.value for figure in found.not_recorded] == [51]


def test_the_three_numbers_of_a_group_are_three_figures_of_children():
    black = disproportionality(groups(COUNTED), living(LIVING), "ethnicity").groups[1]
    lines = (black.ratio, black.low, black.high)
    assert len({figure.key for figure in lines}) == 3
    assert all(figure.sensitivity is Sensitivity.CHILDREN for figure in lines)
    assert all(figure.breakdown.get("ethnicity") == "Black" for figure in lines)


def test_equal_rates_are_not_beyond_chance():
    found = disproportionality(
        groups({"A": 100, "B": 102}), living({"A": 1000, "B": 1000}), "ethnicity"
    )
    assert not any(group.beyond for group in found.groups)


def test_a_withheld_group_is_left_out_of_both_sides_and_named():
    found = disproportionality(groups(COUNTED | {"Mixed": None}), living(LIVING), "ethnicity")
    assert found.withheld == ("Mixed",)
    assert "(1,100 in 48,000, all other groups known)" in found.groups[1].ratio.thread.calculation


def test_a_group_that_is_all_there_is_has_no_ratio():
    found = disproportionality(
        groups({"A": 100, "B": 0}), living({"A": 1000, "B": 1000}), "ethnicity"
    )
    assert found.groups[0].ratio is None
    assert not found.groups[0].beyond
    assert found.groups[1].ratio.value == 0


@pytest.mark.parametrize(
    ("counted", "others", "said"),
    [
        (groups(COUNTED), living({"Asian": 1, "White": 2}), "the groups differ"),
        (groups(COUNTED), [], "one side has no groups"),
        (groups({"Unknown": 5}), living(LIVING), "one side has no groups"),
        (
            groups(COUNTED | {"Asian": None, "Black": None, "Mixed": None}),
            living(LIVING),
            "fewer than two groups",
        ),
        (groups(COUNTED), living(LIVING, area=ENGLAND), "different areas"),
        (groups(COUNTED, unit=Unit.PERCENT), living(LIVING), "numbers of children"),
        (
            [*groups({"A": 9}), *groups({"B": 9}, period="2023-03-31")],
            living({"A": 9, "B": 9}),
            "more than one source or period",
        ),
    ],
)
def test_what_does_not_match_is_refused_and_said(counted, others, said):
    found = disproportionality(counted, others, "ethnicity")
    assert isinstance(found, NotKnown)
    assert said in found.reason


def test_the_groups_that_differ_are_named():
    found = disproportionality(groups({"A": 1, "B": 2}), living({"A": 1, "C": 2}), "ethnicity")
    assert "(B; C)" in found.reason


def test_figures_of_another_kind_are_a_mistake_of_the_caller():
    with pytest.raises(ValueError, match="not broken down by age"):
        disproportionality(groups(COUNTED), living(LIVING), "age")
