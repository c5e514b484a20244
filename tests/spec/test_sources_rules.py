"""Each rule is held to its own examples: the wrong one breaks it in one row, the right one not."""

import pytest

from goldenthread.indicators import indicator
from goldenthread.nouns import Fault
from goldenthread.sources.rules import Rule, Told, judged, rules
from goldenthread.tables import Coverage, Records, Return, catalogue
from goldenthread.tables.drawing import AREA, drawn


def records(example: tuple[Told, ...]) -> Records:
    """The records of an example's returns, each covering every table for its months."""
    returns = [
        Return(
            file=f"{number}.{told.kind}",
            kind=told.kind,
            digest="",
            area=AREA,
            year=told.end.year,
            tables={name: drawn(name, text) for name, text in told.tables.items()},
            coverage=tuple(
                Coverage(name, AREA, told.start, told.end)
                for name in (told.tables if len(example) > 1 else catalogue())
            ),
            balances={},
        )
        for number, told in enumerate(example)
    ]
    return Records.of(returns)


def broken(rule: Rule, example: tuple[Told, ...]) -> list[Fault]:
    return list(judged(records(example), [rule]))


@pytest.mark.parametrize("rule", rules().values(), ids=lambda rule: rule.name)
def test_the_wrong_example_breaks_the_rule_in_one_row(rule: Rule) -> None:
    found = broken(rule, rule.wrong)
    assert [fault.rule for fault in found] == [rule.name]
    assert found[0].file
    assert found[0].place.startswith(f"{rule.table}, row ")


@pytest.mark.parametrize("rule", rules().values(), ids=lambda rule: rule.name)
def test_the_right_example_breaks_no_row(rule: Rule) -> None:
    assert broken(rule, rule.right) == []


@pytest.mark.parametrize("rule", rules().values(), ids=lambda rule: rule.name)
def test_a_rule_says_where_it_shows_and_which_indicators_it_changes(rule: Rule) -> None:
    assert rule.column in catalogue()[rule.table].by_name
    assert rule.changes
    for name in rule.changes:
        indicator(name)
    for sentence in (rule.message, rule.how):
        assert sentence.endswith(".")


@pytest.mark.parametrize("rule", rules().values(), ids=lambda rule: rule.name)
def test_a_rule_finds_nothing_in_empty_tables(rule: Rule) -> None:
    assert list(judged(Records.of([]), [rule])) == []
