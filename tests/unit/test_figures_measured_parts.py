"""A few councils at a time: the same figures as all at once, in the same order."""

from pathlib import Path

import pytest

from goldenthread import engines
from goldenthread.figures import FigureBook
from goldenthread.figures.measured import Kept, measure, measure_into, periods_of, running
from goldenthread.nouns import Period
from tests.factories.records import LUTON_2023, made_up

YEAR = Period.financial_year(2024)
NAMES = [
    "referrals",
    "children_referred",
    "assessment_duration_median",
    "looked_after_three_or_more_placements",
    "child_protection_plans_at_31_march",
]
RECORDS = made_up(areas=("821", "201", "933"))


def written(path: Path) -> Kept:
    engine = engines.open()
    try:
        return measure_into(
            path,
            RECORDS,
            [YEAR, *periods_of(YEAR, "quarter")],
            engine=engine,
            population=LUTON_2023,
            indicators=NAMES,
        )
    finally:
        engine.close()


@pytest.mark.parametrize("suffix", [".parquet", ".csv"])
def test_councils_one_by_one_are_the_same_bytes_as_all_at_once(
    suffix: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    together = written(tmp_path / f"together{suffix}")
    monkeypatch.setattr(running, "AREAS_AT_A_TIME", 1)
    alone = written(tmp_path / f"alone{suffix}")
    assert alone == together
    assert together.figures > 100
    if suffix == ".csv":
        texts = [(tmp_path / f"{each}.csv").read_bytes() for each in ("together", "alone")]
        assert texts[0] == texts[1]
        return
    books = [FigureBook.open(tmp_path / f"{each}.parquet") for each in ("together", "alone")]
    first, second = (book.table.to_pyarrow() for book in books)
    assert first.equals(second)
    assert first.num_rows == together.figures


def test_a_part_begins_where_the_limit_of_rows_is_reached(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(running, "ROWS_AT_A_TIME", 1)
    said: list[str] = []
    engine = engines.open()
    found = measure(RECORDS, [YEAR], engine=engine, indicators=["referrals"], progress=said.append)
    engine.close()
    assert [each.partition("(")[2] for each in said] == [
        f"councils, part {number} of 3)" for number in (1, 2, 3)
    ]
    areas = found.table["area_code"].to_pylist()
    assert areas == sorted(areas)
    assert set(areas) == {"201", "821", "933"}
