"""Every indicator counted from records agrees with its second way, whatever the history."""

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from goldenthread.indicators import catalogue
from tests.factories.both_ways import agree, tables_read, ways_to_choose
from tests.factories.cases import cases
from tests.factories.histories import children
from tests.second_way import ways

COMPUTED = [name for name, one in catalogue().items() if one.expression]
WAYS = [(name, chosen) for name in COMPUTED for chosen in ways_to_choose(name)]


def _named(value: object) -> str:
    if isinstance(value, dict):
        return ", ".join(f"{key} {each}" for key, each in value.items()) or "as a rule"
    return str(value)


def test_every_indicator_counted_from_records_has_a_second_way() -> None:
    assert sorted(ways()) == sorted(COMPUTED)


@pytest.mark.parametrize(("name", "chosen"), WAYS, ids=_named)
@settings(max_examples=cases(quick=3, soak=100), phases=set(Phase) - {Phase.explain})
@given(data=st.data())
def test_both_ways_agree(name: str, chosen: dict[str, str], data: st.DataObject) -> None:
    agree(name, data.draw(children(tables_read(name)), label="history"), chosen)
