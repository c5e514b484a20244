"""Faults in one table change no indicator that does not read it.

A year's return is spoilt in one of its files, with every fault there is of a cell; it is read all
the same, every fault is told, and what is measured from its other tables is as it was.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date
from functools import cache
from pathlib import Path

import pyarrow as pa
import pytest

from goldenthread import engines, synthetic
from goldenthread.figures.measured import measure
from goldenthread.indicators import indicator
from goldenthread.nouns import Period
from goldenthread.sources.returns import read_all
from goldenthread.tables import Records
from tests.factories.same_answer import AREA, Key, Value, indicators

YEAR = 2024
PERIODS = (Period.financial_year(YEAR), Period.quarters(YEAR, 4))
FAULTS = (
    "wrong_code",
    "text_for_day",
    "impossible_day",
    "wrong_year",
    "blank",
    "spelling",
    "spaces",
)

FIRST, LAST = date(2022, 4, 1), date(YEAR, 3, 31)

# A file of a format that is spoilt alone, and the tables that are read from it.
SPOILT = (
    ("ssda903", "episodes", {"cla_episodes"}),
    ("ssda903", "missing", {"missing"}),
    ("ssd", "ssd_cin_episodes", {"cin_episodes"}),
    ("ssd", "ssd_cp_plans", {"cp_plans"}),
    ("mash", "mash_episodes", {"mash_episodes"}),
    ("mash", "contacts", {"contacts"}),
)


@cache
def history() -> Mapping[str, pa.Table]:
    return synthetic.histories({AREA: 0.05}, range(YEAR - 1, YEAR + 1), 5)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("spoilt")


@cache
def clean(folder: Path, kind: str) -> tuple[Path, ...]:
    return tuple(synthetic.write(kind, history(), AREA, YEAR, folder / kind))


def read(kind: str, files: Sequence[Path]) -> Records:
    if kind == "ssd":  # so that a spoilt day does not move what it is taken to tell
        return read_all(files, area=AREA, coverage=(FIRST, LAST))
    return read_all(files, area=AREA, year=YEAR)


def measured(records: Records) -> dict[Key, Value]:
    engine = engines.open()
    try:
        table = measure(records, PERIODS, engine=engine).table
    finally:
        engine.close()
    names = (*Key._fields, "value", "numerator", "denominator")
    columns = [table[name].to_pylist() for name in names]
    return {Key(*row[:4]): row[4:] for row in zip(*columns, strict=True)}


@cache
def before(folder: Path, kind: str) -> dict[Key, Value]:
    return measured(read(kind, clean(folder, kind)))


def reads(name: str) -> set[str]:
    expression = indicator(name).expression
    return {need.table for need in expression.needs} if expression else set()


@pytest.mark.parametrize(("kind", "name", "tables"), SPOILT, ids=lambda each: str(each))
def test_what_is_not_touched_stays_the_same(
    kind: str, name: str, tables: set[str], folder: Path
) -> None:
    files = clean(folder, kind)
    copies, planted = synthetic.corrupt(kind, files, folder / f"{kind}_{name}", 4, faults=FAULTS)
    spoilt = [
        copy if _is(copy, name) else file for file, copy in zip(sorted(files), copies, strict=True)
    ]
    here = [
        each for each in planted if each.file in {path.name for path in spoilt if _is(path, name)}
    ]
    assert {each.fault for each in here} >= {"wrong_code", "blank"}
    records = read(kind, spoilt)
    more = Counter(records.found.by_rule())
    more.subtract(read(kind, files).found.by_rule())
    for rule, count in Counter(each.rule for each in here if each.rule).items():
        assert more[rule] >= count, rule
    after = measured(records)
    untouched = {each for each in indicators() if not reads(each) & tables}
    was = {key: value for key, value in before(folder, kind).items() if key.indicator in untouched}
    assert was
    assert {key: value for key, value in after.items() if key.indicator in untouched} == was
    assert after != before(folder, kind)


def _is(path: Path, name: str) -> bool:
    return path.stem in (name, f"{name}_{YEAR}")
