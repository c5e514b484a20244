"""Figures by locality: they add up, their thread names the table, and no engine sees a postcode."""

from collections import defaultdict
from pathlib import Path

import pyarrow as pa
import pytest

from goldenthread import engines
from goldenthread.figures.measured import Terms, measure, periods_of, running
from goldenthread.figures.measured.children import children
from goldenthread.figures.measured.definitions import definition, version
from goldenthread.indicators import indicator
from goldenthread.nouns import Breakdown, GoldenThreadError, Period
from goldenthread.nouns.localities import Localities, read_localities
from goldenthread.synthetic import write_localities
from goldenthread.tables import Records
from tests.factories.journeys import drawn
from tests.factories.records import cells, made_up, measured, records, told

YEAR = Period.financial_year(2024)

TABLES = {
    "cin_episodes": drawn(
        "cin_episodes",
        """person_id | referral_date | referral_id
        a | 2023-05-01 | 1
        b | 2023-05-02 | 2
        c | 2023-05-03 | 3""",
    ),
    "address": drawn(
        "address",
        """person_id | start_date | postcode
        a | 2020-01-01 | ZZ10 1AA
        b | 2020-01-01 | ZZ17 1AA""",
    ),
}


@pytest.fixture(scope="module")
def localities(tmp_path_factory: pytest.TempPathFactory) -> Localities:
    """Those of made-up postcodes, in Luton and in Camden."""
    found = []
    for area in ("821", "202"):
        folder = tmp_path_factory.mktemp(area)
        found += read_localities(write_localities(area, folder)).lines
    return Localities(tuple(found))


@pytest.fixture(scope="module")
def made() -> Records:
    return made_up(areas=("821", "201", "202"), ending=(2024,))


def test_each_is_counted_in_its_locality_with_a_thread_of_its_own(localities: Localities) -> None:
    found = measured(records(told(TABLES)), [YEAR], "referrals", localities=localities)
    rows = cells(found, "unit", "breakdown", "value", "definition", "locator")
    local = [row for row in rows if str(row[1]).startswith("locality=")]
    assert [row[:3] for row in local if row[0] == "count"] == [
        ("count", "locality=Northside", 1),
        ("count", "locality=Not known", 1),
        ("count", "locality=Southside", 1),
    ]
    assert [row[2] for row in local if row[0] == "percent"] == [33.3, 33.3, 33.3]
    referrals = indicator("referrals")
    of_table = version(referrals, Terms(localities=localities))
    assert {row[3] for row in local} == {definition(referrals, Terms(localities=localities))}
    assert {row[4] for row in local} == {f"address, cin_episodes, cla_episodes, query {of_table}"}
    others = [row for row in rows if row not in local]
    assert {row[3] for row in others} == {definition(referrals)}
    assert of_table != version(referrals)
    assert of_table != version(referrals, Terms(localities=Localities(localities.lines[1:])))


def test_the_localities_of_events_add_up_to_the_whole_everywhere(
    localities: Localities, made: Records
) -> None:
    names = ("referrals", "looked_after_children", "child_protection_plans_at_31_march", "contacts")
    quarters = periods_of(YEAR, "quarter")
    found = measured(made, [YEAR, *quarters], *names, localities=localities)
    wholes: dict[tuple[object, ...], float] = {}
    parts: dict[tuple[object, ...], float] = defaultdict(float)
    rows = cells(found, "indicator", "area_code", "period", "unit", "breakdown", "value")
    for name, area, period, unit, breakdown, value in rows:
        if unit == "count" and breakdown == "":
            wholes[name, area, period] = float(str(value))
        if unit == "count" and str(breakdown).startswith("locality="):
            parts[name, area, period] += float(str(value))
    assert {area for _, area, _ in parts} == {"821", "202"}
    assert parts == {key: wholes[key] for key in parts}
    outside = [row for row in rows if row[4] == "locality=Outside the area" and row[5]]
    assert outside
    assert found.notes[-1].startswith("Nothing is by locality of City of London: add lines of it")


def test_everything_else_is_as_it_is_without_localities(
    localities: Localities, made: Records
) -> None:
    names = ("referrals", "children_referred", "assessment_duration_median")
    without = measured(made, [YEAR], *names).table
    found = measured(made, [YEAR], *names, localities=localities).table
    rest = [not each.startswith("locality=") for each in found["breakdown"].to_pylist()]
    assert not all(rest)
    assert found.filter(pa.array(rest)).equals(without)


def test_where_no_home_is_told_nothing_is_by_locality(localities: Localities) -> None:
    alone = records(told({"cin_episodes": TABLES["cin_episodes"]}))
    found = measured(alone, [YEAR], "referrals", localities=localities)
    assert not any(str(each).startswith("locality=") for (each,) in cells(found, "breakdown"))
    assert any("Nothing is by locality of Luton" in note for note in found.notes)


def test_councils_one_by_one_have_the_same_localities_as_all_at_once(
    localities: Localities, made: Records, monkeypatch: pytest.MonkeyPatch
) -> None:
    together = measured(made, [YEAR], "referrals", localities=localities).table
    monkeypatch.setattr(running, "AREAS_AT_A_TIME", 1)
    assert measured(made, [YEAR], "referrals", localities=localities).table.equals(together)


def test_the_engine_is_told_localities_and_no_postcode_of_an_address(
    localities: Localities, monkeypatch: pytest.MonkeyPatch
) -> None:
    engine = engines.open()
    loaded: dict[str, pa.Table] = {}
    load = engine.load

    def overheard(name: str, rows: pa.Table) -> object:
        loaded[name] = rows
        return load(name, rows)

    monkeypatch.setattr(engine, "load", overheard)
    by_locality = Terms(localities=localities)
    measure(
        records(told(TABLES)), [YEAR], engine=engine, indicators=["referrals"], terms=by_locality
    )
    engine.close()
    assert "homes" in loaded
    assert not any("postcode" in rows.schema.names for rows in loaded.values())


def test_the_children_behind_a_locality_are_told_by_the_same_table(localities: Localities) -> None:
    these = records(told(TABLES))
    engine = engines.open()

    def told_by(breakdown: str, table: Localities | None) -> float:
        found = children(
            these,
            indicator("referrals"),
            area="821",
            period=YEAR,
            breakdown=Breakdown.parse(breakdown),
            engine=engine,
            terms=Terms(localities=table),
        )
        return sum(each.above for each in found)

    assert told_by("locality=Northside", localities) == 1
    assert told_by("locality=Not known", localities) == 1
    assert told_by("", localities) == 3
    with pytest.raises(GoldenThreadError, match="name the table of localities"):
        told_by("locality=Northside", None)
    elsewhere = Localities(tuple(each for each in localities.lines if each.area == "202"))
    with pytest.raises(GoldenThreadError, match="Nothing is by locality of Luton"):
        told_by("locality=Northside", elsewhere)
    engine.close()


def test_made_up_localities_are_of_made_up_homes(tmp_path: Path) -> None:
    found = read_localities(write_localities("821", tmp_path))
    assert found.areas == {"821"}
    assert {each.postcode[:2] for each in found.lines} == {"ZZ"}
    assert found.stretches("821", "ZZ49 1AA")[0].locality == "Outside the area"
