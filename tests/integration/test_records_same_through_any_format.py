"""The same history through any format gives the same indicators, where the format can carry them.

Every indicator that is counted from records, by month, quarter and year, whole and in every
breakdown: the figures of a history's own tables beside those of the same history written as each
format and read again, and as all of them together. What a format cannot carry is declared in
``records_same_through_any_format.csv``, and a declaration that is not needed any more is an error.
"""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.factories.same_answer import (
    DIFFERS,
    FORMATS,
    IN_PART,
    MAY_DIFFER,
    OF_THE_CHILD,
    TABLE,
    TOGETHER,
    UNTOLD,
    Compared,
    Exception_,
    History,
    declared,
    explained,
    indicators,
    of_format,
    tells,
)

EVERY = (*FORMATS, TOGETHER)
SEED = 7
SEEDS = range(11, 19)


@pytest.fixture(scope="module")
def history(tmp_path_factory: pytest.TempPathFactory) -> History:
    """A few hundred children of a council with six children for every hundred of Luton’s."""
    return History(SEED, 0.06, ["2023-24", "2022-23 Q4"], tmp_path_factory.mktemp("same"))


@pytest.mark.parametrize("name", EVERY)
def test_a_format_gives_the_same_indicators(name: str, history: History) -> None:
    compared = history.compared(name)
    assert compared.same
    assert not compared.more, "the format knows what the history does not"
    assert list(undeclared(name, compared)) == []
    assert list(not_needed(name, compared, history)) == []


def test_every_format_is_one_that_is_declared_of_or_has_nothing_to_declare() -> None:
    assert {each.format for each in declared()} <= set(EVERY)
    assert {each.difference for each in declared()} <= {
        UNTOLD,
        IN_PART,
        DIFFERS,
        MAY_DIFFER,
        OF_THE_CHILD,
    }
    assert all(each.why.endswith(".") for each in declared())


@pytest.mark.soak
def test_other_histories_give_the_same_indicators_too(
    tmp_path: Path, tally: Callable[[str, int], None]
) -> None:
    seldom = {one for one in declared() if one.difference == MAY_DIFFER}
    for seed in SEEDS:
        history = History(seed, 0.15, ["2022-23 to 2023-24"], tmp_path / str(seed))
        for name in EVERY:
            compared = history.compared(name)
            assert not compared.more, seed
            assert list(undeclared(name, compared)) == [], seed
            seldom -= {one for one in seldom if one.format == name and differs(one, compared)}
            tally("figures compared between formats", len(compared.same) + len(compared.differs))
    assert not seldom, "never differed: not needed any more"


def differs(one: Exception_, compared: Compared) -> bool:
    """Whether a figure differs that a declared exception is about."""
    return any(
        key.indicator == one.what and one.breakdown in ("*", key.dimension)
        for key in compared.differs
    )


def undeclared(name: str, compared: Compared) -> Iterator[str]:
    """What differs and nobody said so."""
    for each in indicators():
        reach = compared.reach(each)
        if reach and not explained(reach, name, each):
            yield f"{name}, {each}: {reach}"
    may = (DIFFERS, MAY_DIFFER)
    said = {(one.what, one.breakdown) for one in of_format(name) if one.difference in may}
    for key, values in compared.first_differing():
        if not {(key.indicator, key.dimension), (key.indicator, "*")} & said:
            yield f"{name}, {key.indicator} by {key.dimension or 'nothing'}: {key}, {values}"


def not_needed(name: str, compared: Compared, history: History) -> Iterator[str]:
    """What was declared and is the same, or is told after all."""
    records = history.records(name)
    people, told = records.tables["person"], {each.table for each in records.coverage}
    reaches = {each: compared.reach(each) for each in indicators()}
    for one in of_format(name):
        if one.what.startswith(TABLE):
            needed = one.what.removeprefix(TABLE) not in told
        elif one.difference == MAY_DIFFER:
            needed = True  # for the long run to say, over all of its histories
        elif one.difference == DIFFERS:
            needed = differs(one, compared)
        elif one.difference == OF_THE_CHILD:
            needed = (
                history.tables["person"].num_rows > people.filter(tells(people[one.what])).num_rows
            )
        elif one.what == "*":
            needed = one.difference in reaches.values()
        else:
            needed = reaches[one.what] == one.difference
        if not needed:
            yield f"{name}, {one.what} {one.breakdown}: {one.difference} is not needed any more"
