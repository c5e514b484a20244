"""What one return tells of another's days: ends that fall in a gap, and lists of one day."""

from datetime import date

import pyarrow as pa

from goldenthread.sources.rules import judged, rules
from goldenthread.tables import Coverage, Records, Return
from goldenthread.tables.between_returns import RULE
from tests.factories.journeys import AREA, drawn


def _told(kind: str, start: str, end: str, **tables: pa.Table) -> Return:
    first, last = date.fromisoformat(start), date.fromisoformat(end)
    return Return(
        file=f"{kind} {last.year}",
        kind=kind,
        digest="",
        area=AREA,
        year=last.year,
        tables=tables,
        coverage=tuple(Coverage(name, AREA, first, last) for name in tables),
        balances={},
    )


def _plans(*rows: str) -> pa.Table:
    return drawn("cp_plans", "person_id | start_date | end_date\n" + "\n".join(rows))


def _ends(records: Records, table: str = "cp_plans", column: str = "end_date") -> list[date | None]:
    ends: list[date | None] = records.tables[table][column].to_pylist()
    return ends


def test_what_is_open_and_gone_after_a_gap_ended_on_its_last_day() -> None:
    records = Records.of([
        _told("a", "2021-10-01", "2022-03-31", cp_plans=_plans("a | 2022-01-10 | -",
                                                               "b | 2022-01-10 | -")),
        _told("a", "2022-10-01", "2023-03-31", cp_plans=_plans("b | 2022-01-10 | -")),
    ])  # fmt: skip
    assert _ends(records) == [date(2022, 9, 30), None]
    assert records.found.by_rule() == {RULE: 1}
    assert [fault.file for fault in records.found] == ["a 2022"]


def test_the_first_return_after_the_gap_decides() -> None:
    records = Records.of([
        _told("a", "2019-10-01", "2020-03-31", cp_plans=_plans("a | 2020-01-10 | -")),
        _told("a", "2020-10-01", "2021-03-31", cp_plans=_plans("a | 2020-01-10 | -")),
        _told("a", "2021-10-01", "2022-03-31", cp_plans=_plans()),
        _told("a", "2022-10-01", "2023-03-31", cp_plans=_plans()),
    ])  # fmt: skip
    assert _ends(records) == [date(2021, 9, 30)]


def test_an_end_that_is_told_stays_as_it_is() -> None:
    records = Records.of([
        _told("a", "2021-10-01", "2022-03-31", cp_plans=_plans("a | 2022-01-10 | 2022-02-01")),
        _told("a", "2022-10-01", "2023-03-31", cp_plans=_plans()),
    ])  # fmt: skip
    assert _ends(records) == [date(2022, 2, 1)]


def test_without_a_gap_nothing_is_ended() -> None:
    records = Records.of([
        _told("a", "2021-04-01", "2022-03-31", cp_plans=_plans("a | 2022-01-10 | -")),
        _told("a", "2022-04-01", "2023-03-31", cp_plans=_plans()),
    ])  # fmt: skip
    assert _ends(records) == [None]
    assert not len(records.found)


def test_a_return_that_does_not_tell_the_table_ends_nothing() -> None:
    records = Records.of([
        _told("a", "2021-10-01", "2022-03-31", cp_plans=_plans("a | 2022-01-10 | -")),
        _told("b", "2022-10-01", "2023-03-31", cin_plans=drawn("cin_plans", "person_id")),
    ])  # fmt: skip
    assert _ends(records) == [None]


def test_of_another_council_nothing_is_ended() -> None:
    other = _told("a", "2022-10-01", "2023-03-31", cp_plans=_plans())
    elsewhere = tuple(Coverage(each.table, "822", each.start, each.end) for each in other.coverage)
    records = Records.of([
        _told("a", "2021-10-01", "2022-03-31", cp_plans=_plans("a | 2022-01-10 | -")),
        Return(file="b", kind="a", digest="", area="822", year=2023, tables=other.tables,
               coverage=elsewhere, balances={}),
    ])  # fmt: skip
    assert _ends(records) == [None]


def test_nobody_is_asked_why_what_ended_in_a_gap_did() -> None:
    def episodes(*rows: str) -> pa.Table:
        return drawn("cin_episodes", "person_id | referral_date | closure_date\n" + "\n".join(rows))

    records = Records.of([
        _told("a", "2021-10-01", "2022-03-31", cin_episodes=episodes(
            "a | 2022-01-10 | -", "b | 2022-01-10 | 2022-02-01")),
        _told("a", "2022-10-01", "2023-03-31", cin_episodes=episodes()),
    ])  # fmt: skip
    assert _ends(records, "cin_episodes", "closure_date") == [date(2022, 9, 30), date(2022, 2, 1)]
    found = judged(records, [rules()["closed_without_reason"]])
    assert len(found) == 1


def test_a_list_of_one_day_adds_nothing_to_what_tells_the_days_around_it() -> None:
    def plans(*rows: str) -> pa.Table:
        return drawn("cin_plans", "person_id | start_date | end_date\n" + "\n".join(rows))

    whole = _told("b", "2021-04-01", "2022-03-31", cin_plans=plans("a | 2022-01-10 | -"))
    listed = _told("a", "2022-03-31", "2022-03-31", cin_plans=plans("a | 2021-11-02 | -"))
    both = Records.of([whole, listed])
    assert both.tables["cin_plans"]["start_date"].to_pylist() == [date(2022, 1, 10)]
    alone = Records.of([listed])
    assert alone.tables["cin_plans"]["start_date"].to_pylist() == [date(2021, 11, 2)]


def test_contacts_are_one_thing_however_a_format_numbers_them() -> None:
    numbered = drawn("contacts", """
        contact_id | person_id | contact_date | source | issue
        K1 | a | 2022-01-10 | 6 | Neglect
        K2 | a | 2022-01-10 | 6 | Homelessness
    """)  # fmt: skip
    listed = drawn("contacts", """
        person_id | contact_date | source
        a | 2022-01-10 | 6
        a | 2022-01-10 | 6
        a | 2022-01-10 | 2A
    """)  # fmt: skip
    records = Records.of([
        _told("a", "2021-10-01", "2022-03-31", contacts=listed),
        _told("b", "2021-04-01", "2022-03-31", contacts=numbered),
    ])  # fmt: skip
    assert sorted(records.tables["contacts"]["contact_id"].to_pylist(), key=str) == \
        ["K1", "K2", None]  # fmt: skip
