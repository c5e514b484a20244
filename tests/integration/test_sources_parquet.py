"""Records written as Parquet come back as they were, and a broken folder is refused or said."""

import json
from dataclasses import replace
from datetime import date
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from goldenthread.nouns import GoldenThreadError
from goldenthread.sources import parquet
from goldenthread.sources.returns import read_all
from goldenthread.tables import Balance, Coverage, Records, Return
from goldenthread.tables.drawing import drawn

REFERRALS = """
    person_id | referral_date | no_further_action
    a | 2023-05-01 | yes
    b | 2023-06-01 | -
"""
EPISODES = """
    episode_id | person_id | started_at
    1 | a | 2023-05-01T10:30:00
"""


@pytest.fixture
def records() -> Records:
    tables = {
        "cin_episodes": drawn("cin_episodes", REFERRALS),
        "mash_episodes": drawn("mash_episodes", EPISODES),
    }
    one = Return(
        file="/somewhere/census.xml",
        kind="cin_census",
        digest="d",
        area="821",
        year=2024,
        tables=tables,
        coverage=(Coverage("cin_episodes", "821", date(2023, 4, 1), date(2024, 3, 31)),),
        balances={name: Balance(table.num_rows, table.num_rows) for name, table in tables.items()},
    )
    other = Return(
        file="other.xml",
        kind="cin_census",
        digest="e",
        area="822",
        year=2024,
        tables={},
        coverage=(),
        balances={},
    )
    return Records.of([one, other])


def test_they_come_back_with_their_councils_and_coverage(records: Records, tmp_path: Path) -> None:
    parquet.write(records, tmp_path / "kept")
    back = read_all([tmp_path / "kept"])
    assert back.tables == records.tables
    assert back.areas == ("821", "822")
    assert back.coverage == records.coverage
    assert [each.kind for each in back.returns] == ["parquet"]
    assert back.returns[0].balances["cin_episodes"].as_json() == {"in": 2, "kept": 2, "reported": 0}
    assert not len(back.found)


def test_a_second_run_writes_the_same_bytes_and_no_path(records: Records, tmp_path: Path) -> None:
    for name in ("one", "two", "two"):
        parquet.write(records, tmp_path / name)
    written = [
        {
            str(path.relative_to(tmp_path / name)): path.read_bytes()
            for path in (tmp_path / name).rglob("*")
            if path.is_file()
        }
        for name in ("one", "two")
    ]
    assert written[0] == written[1]
    assert b"somewhere" not in written[0]["records.json"]


def test_a_folder_of_other_files_is_left_alone(records: Records, tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("dear", encoding="utf-8")
    with pytest.raises(GoldenThreadError, match="holds other files"):
        parquet.write(records, tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["letter.txt"]


def test_what_is_wrong_in_the_folder_is_said(records: Records, tmp_path: Path) -> None:
    parquet.write(records, tmp_path)
    rows = records.tables["cin_episodes"].drop_columns(["team"])
    place = rows.schema.get_field_index("person_id")
    rows = rows.set_column(place, "person_id", pa.array(["a", None]))
    pq.write_table(pa.concat_tables([rows, rows]), tmp_path / "cin_episodes.parquet")
    pq.write_table(rows, tmp_path / "unheard_of.parquet")
    back = read_all([tmp_path])
    assert back.found.by_rule() == {
        "cell_missing": 2,
        "column_missing": 1,
        "rows_changed": 1,
        "unknown_table": 1,
    }
    assert back.returns[0].balances["cin_episodes"].as_json() == {"in": 4, "kept": 2, "reported": 2}


@pytest.mark.parametrize(
    "change",
    [
        lambda told: told | {"schema": 99},
        lambda told: {"schema": told["schema"]},
        lambda told: told | {"coverage": [{"table": "contacts"}]},
        lambda told: told | {"rows": 3},
        lambda told: told | {"returns": [{"file": "x"}]},
        lambda told: told | {"returns": ["x"]},
    ],
)
def test_a_page_of_contents_that_is_not_ours_is_refused(
    records: Records, tmp_path: Path, change
) -> None:
    parquet.write(records, tmp_path)
    page = tmp_path / "records.json"
    told = change(json.loads(page.read_text("utf-8")))
    page.write_text(json.dumps(told, indent=2), encoding="utf-8")
    with pytest.raises(GoldenThreadError, match="write"):
        read_all([tmp_path])


def test_a_file_that_is_no_longer_parquet_is_refused(records: Records, tmp_path: Path) -> None:
    parquet.write(records, tmp_path)
    (tmp_path / "cin_episodes.parquet").write_bytes(b"PAR1 and no more")
    with pytest.raises(GoldenThreadError, match="cannot be read as Parquet"):
        read_all([tmp_path])


def test_what_each_return_told_comes_back_apart(records: Records, tmp_path: Path) -> None:
    parquet.write(records, tmp_path / "kept")
    back = read_all([tmp_path / "kept"])
    assert len(back.returns) == 1
    assert not len(back.found)
    assert [(each.file, each.kind, each.year) for each in back.kept_apart] == [
        ("census.xml", "cin_census", 2024),
        ("other.xml", "cin_census", 2024),
    ]
    census, other = back.kept_apart
    assert dict(census.tables) == dict(records.returns[0].tables)
    assert census.coverage == records.returns[0].coverage
    assert not other.tables
    (tmp_path / "kept" / "returns" / "0" / "cin_episodes.parquet").write_bytes(b"PAR1 and no more")
    (again,) = read_all([tmp_path / "kept"]).returns
    with pytest.raises(GoldenThreadError, match="write the folder again"):
        again.parts[0].tables["cin_episodes"]


def test_one_return_is_kept_once_with_what_its_form_has_no_place_for(
    records: Records, tmp_path: Path
) -> None:
    untold = {"cin_episodes": frozenset({"primary_need"})}
    parquet.write(Records.of([replace(records.returns[0], untold=untold)]), tmp_path)
    assert not (tmp_path / "returns").exists()
    (part,) = read_all([tmp_path]).kept_apart
    assert part.kind == "cin_census"
    assert not part.tells("cin_episodes", "primary_need")
    assert part.tells("cin_episodes", "source")
    assert dict(part.tables) == dict(records.returns[0].tables)


def test_a_folder_written_over_keeps_nothing_of_before(records: Records, tmp_path: Path) -> None:
    parquet.write(records, tmp_path)
    parquet.write(Records.of([records.returns[0]]), tmp_path)
    assert [each.file for each in read_all([tmp_path]).kept_apart] == ["census.xml"]
    assert not list((tmp_path / "returns").rglob("*.parquet"))
