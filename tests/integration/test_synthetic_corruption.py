"""Returns spoilt as real ones are: every fault planted is found, and nothing more of its kind."""

from collections import Counter
from collections.abc import Sequence
from functools import cache
from pathlib import Path

import pytest

from goldenthread import synthetic
from goldenthread.nouns import GoldenThreadError
from goldenthread.sources.returns import kinds
from goldenthread.sources.rules import judged
from goldenthread.tables import Records, Return
from tests.factories.made_up import AREA, YEARS, a_council

KINDS = ("annex_a", "cin_census", "ssda903", "ssd", "mash", "gcp2")
LAST_YEAR = YEARS[-1]
SIZE = 0.1
# Faults that a row's own cells show, each reported once where it was planted.
SHOWN = ("wrong_code", "wrong_number", "text_for_day", "impossible_day", "wrong_year", "blank")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("spoilt")


@cache
def clean(folder: Path, kind: str) -> tuple[Path, ...]:
    return tuple(synthetic.write(kind, a_council(SIZE), AREA, LAST_YEAR, folder / kind))


@cache
def nothing_wrong(folder: Path, kind: str) -> Return:
    return read(kind, clean(folder, kind))


def read(kind: str, files: Sequence[Path]) -> Return:
    reader = {each.KIND: each for each in kinds()}[kind]
    return reader.read(files, area=AREA, year=LAST_YEAR)


def rules_more(folder: Path, kind: str, after: Sequence[Path]) -> Counter[str]:
    found = Counter(read(kind, after).found.by_rule())
    found.subtract(nothing_wrong(folder, kind).found.by_rule())
    return found


@pytest.mark.parametrize("kind", KINDS)
def test_every_fault_planted_is_found_and_no_other(folder: Path, kind: str) -> None:
    before = clean(folder, kind)
    after, planted = synthetic.corrupt(kind, before, folder / f"{kind}_shown", 3, faults=SHOWN)
    assert planted
    found = rules_more(folder, kind, after)
    meant = Counter(each.rule for each in planted)
    for rule in meant:
        # In the census what stands within an element that lacks its day lacks it too.
        assert found[rule] == meant[rule] or (rule == "cell_missing" and found[rule] > meant[rule])


@pytest.mark.parametrize("kind", KINDS)
def test_spaces_and_other_spellings_are_understood(folder: Path, kind: str) -> None:
    before = clean(folder, kind)
    some = ("spaces", "spelling")
    after, _planted = synthetic.corrupt(kind, before, folder / f"{kind}_spelt", 3, faults=some)
    assert not +rules_more(folder, kind, after)
    assert {name: each.kept for name, each in read(kind, after).balances.items()} == {
        name: each.kept for name, each in nothing_wrong(folder, kind).balances.items()
    }


@pytest.mark.parametrize("kind", ["annex_a", "cin_census", "ssda903", "ssd", "mash"])
def test_days_the_wrong_way_round_break_a_rule(folder: Path, kind: str) -> None:
    before = clean(folder, kind)
    swapped = folder / f"{kind}_swapped"
    after, planted = synthetic.corrupt(kind, before, swapped, 3, faults=["days_swapped"])
    assert planted
    broken = Counter(judged(Records.of([read(kind, after)])).by_rule())
    broken.subtract(judged(Records.of([nothing_wrong(folder, kind)])).by_rule())
    assert sum(count for rule, count in broken.items() if "before" in rule) >= len(planted)


@pytest.mark.parametrize("kind", ["cin_census", "ssda903", "ssd", "mash"])
def test_a_heading_nobody_knows_is_told(folder: Path, kind: str) -> None:
    before = clean(folder, kind)
    renamed = folder / f"{kind}_renamed"
    after, planted = synthetic.corrupt(kind, before, renamed, 3, faults=["column_renamed"])
    assert len(planted) == 1
    assert {"column_unknown", "unknown_column"} & set(+rules_more(folder, kind, after))


@pytest.mark.parametrize("kind", KINDS[1:])
def test_a_file_cut_off_is_told_of(folder: Path, kind: str) -> None:
    before = clean(folder, kind)
    after, planted = synthetic.corrupt(kind, before, folder / f"{kind}_cut", 3, faults=["cut_off"])
    assert len(planted) == len(after)
    assert +rules_more(folder, kind, after)


def test_a_workbook_cut_off_is_refused(folder: Path) -> None:
    before = clean(folder, "annex_a")
    after, _planted = synthetic.corrupt("annex_a", before, folder / "cut", 3, faults=["cut_off"])
    with pytest.raises(GoldenThreadError, match="not a whole workbook"):
        read("annex_a", after)


def test_children_twice_in_a_census_are_told_of(folder: Path) -> None:
    before = clean(folder, "cin_census")
    after, planted = synthetic.corrupt("cin_census", before, folder / "twice", 3, faults=["twice"])
    assert rules_more(folder, "cin_census", after)["child_twice"] == len(planted)


def test_no_fault_tells_what_stood_in_the_cell(folder: Path) -> None:
    after, planted = synthetic.corrupt("ssd", clean(folder, "ssd"), folder / "told", 3)
    words = [f"{fault.message} {fault.place}" for fault in read("ssd", after).found]
    children = set(a_council(SIZE)["person"]["person_id"].to_pylist())
    assert planted
    assert not any(child in text for text in words for child in children if child in text)
    assert not any("not known yet" in text or "XX9" in text for text in words)


def test_the_same_seed_spoils_the_same_cells(folder: Path) -> None:
    before = clean(folder, "ssda903")
    one = synthetic.corrupt("ssda903", before, folder / "one", 5)
    two = synthetic.corrupt("ssda903", before, folder / "two", 5)
    other = synthetic.corrupt("ssda903", before, folder / "other", 6)
    assert one[1] == two[1] != other[1]
    assert [file.read_bytes() for file in one[0]] == [file.read_bytes() for file in two[0]]


def test_a_fault_nobody_knows_is_refused(folder: Path) -> None:
    with pytest.raises(GoldenThreadError, match="wrong_code"):
        synthetic.corrupt("ssd", [], folder, 1, faults=["coffee"])
