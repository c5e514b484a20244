"""A broken rule is told of the return that said so last, and children of two councils stay two."""

from dataclasses import replace
from datetime import date

import numpy as np
import pytest

from goldenthread.sources.rules import Rule, judged, rules
from goldenthread.sources.rules.held import Held, birthday
from goldenthread.tables import Coverage, Records, Return
from goldenthread.tables.drawing import drawn
from goldenthread.tables.found import MOST_WITH_PLACES


def told(file: str, year: int, area: str = "821", kind: str = "cin_census", **tables) -> Return:
    """A return of drawn tables that covers its year."""
    made = {name: drawn(name, text) for name, text in tables.items()}
    made = {
        name: rows.set_column(0, "area", [[area] * rows.num_rows]).cast(rows.schema)
        for name, rows in made.items()
    }
    span = (date(year - 1, 4, 1), date(year, 3, 31))
    coverage = tuple(Coverage(name, area, *span) for name in made)
    return Return(
        file=file,
        kind=kind,
        digest="",
        area=area,
        year=year,
        tables=made,
        coverage=coverage,
        balances={},
        places={"cp_plans": lambda row, column: f"{file} line {row + 2}, {column}"},
    )


def rule(name: str) -> Rule:
    return rules()[name]


def test_the_return_that_told_a_row_last_is_named_with_the_row_as_it_stands_there() -> None:
    first = "person_id | start_date | end_date\na | 2022-06-01 | 2022-05-01\nb | 2022-06-01 | -"
    later = "person_id | start_date | end_date\nc | 2022-06-01 | -\nb | 2022-06-01 | 2022-01-01"
    records = Records.of([told("new", 2024, cp_plans=later), told("old", 2023, cp_plans=first)])
    found = {
        (fault.file, fault.place) for fault in judged(records, [rule("plan_ended_before_it_began")])
    }
    assert found == {("new", "new line 3, end_date"), ("old", "old line 2, end_date")}


def test_more_broken_rows_than_are_kept_with_places_are_all_counted() -> None:
    count = MOST_WITH_PLACES + 50
    text = "person_id | start_date | end_date\n" + "\n".join(
        f"c{number} | 2022-06-01 | 2022-05-01" for number in range(count)
    )
    records = Records.of([told("a", 2023, cp_plans=text), told("b", 2024, cp_plans=text)])
    found = judged(records, [rule("plan_ended_before_it_began")])
    assert found.by_rule() == {"plan_ended_before_it_began": count}
    assert len(list(found)) == MOST_WITH_PLACES


def test_one_identifier_in_two_councils_is_two_children() -> None:
    plan = "person_id | start_date\na | 2023-06-01"
    records = Records.of(
        [told("x", 2024, "821", cp_plans=plan), told("y", 2024, "822", cp_plans=plan)]
    )
    held = Held(records)
    assert len(held.children) == 2
    assert not len(judged(records, [rule("protection_plans_overlap")]))


def test_returns_of_two_councils_are_not_compared() -> None:
    plan = "person_id | start_date\na | 2023-06-01"
    other = plan.replace("a |", "b |")
    census = told("x", 2024, cp_plans=plan)
    same = Records.of([census, told("y", 2024, "821", "annex_a", cp_plans=other)])
    apart = Records.of([census, told("y", 2024, "822", "annex_a", cp_plans=other)])
    chosen = [rule("plan_in_one_return_only")]
    assert len(judged(same, chosen)) == 2
    assert not len(judged(apart, chosen))


def test_what_is_told_in_many_returns_is_wrong_once() -> None:
    referral = "person_id | referral_date\na | 2023-06-05\nb | 2023-06-05"
    contact = "person_id | contact_date\nb | 2023-06-01"
    returns = [
        told("census", 2024, cin_episodes=referral),
        told("lists", 2024, kind="annex_a", cin_episodes=referral, contacts=contact),
        told("dataset", 2024, kind="ssd", cin_episodes=referral, contacts=contact),
    ]
    found = judged(Records.of(returns), [rule("referral_without_contact")])
    assert found.by_rule() == {"referral_without_contact": 1}


def test_records_kept_as_one_are_held_by_the_returns_they_were_put_together_from() -> None:
    plan = "person_id | start_date\na | 2023-06-01"
    lists = told("lists", 2024, kind="annex_a", cp_plans=plan.replace("a |", "b |"))
    both = (told("census", 2024, cp_plans=plan), lists)
    whole = Records.of(both).tables
    kept = Return(
        file="kept",
        kind="parquet",
        digest="",
        area="821",
        year=None,
        tables=whole,
        coverage=Records.of(both).coverage,
        balances={},
        parts=both,
    )
    chosen = [rule("plan_in_one_return_only")]
    places = [(each.file, each.place) for each in judged(Records.of(both), chosen)]
    assert len(places) == 2
    assert [(each.file, each.place) for each in judged(Records.of([kept]), chosen)] == places


def test_what_a_form_has_no_place_for_is_no_fault_of_its_rows() -> None:
    child = "person_id | birth_date\na | -\nb | -"
    census = told("census", 2024, person=child)
    episodes = replace(
        told("episodes", 2024, kind="ssda903", person=child.replace("b |", "c |")),
        untold={"person": frozenset({"birth_date"})},
    )
    chosen = [rule("birth_date_missing")]
    assert not len(judged(Records.of([episodes]), chosen))
    found = judged(Records.of([episodes, census]), chosen)
    assert found.by_rule() == {"birth_date_missing": 2}
    assert {each.file for each in found} == {"census"}


def test_returns_that_tell_of_different_months_are_not_compared() -> None:
    plan = "person_id | start_date | end_date\na | 2021-06-01 | 2021-07-01"
    records = Records.of(
        [
            told("x", 2022, cp_plans=plan),
            told("y", 2024, kind="annex_a", cp_plans="person_id | start_date\nb | 2023-06-01"),
        ]
    )
    assert not len(judged(records, [rule("plan_in_one_return_only")]))


@pytest.mark.parametrize(
    ("born", "age", "day"),
    [
        ("2005-05-01", 18, "2023-05-01"),
        ("2004-02-29", 18, "2022-03-01"),
        ("2004-02-29", 20, "2024-02-29"),
        ("2005-12-31", 1, "2006-12-31"),
    ],
)
def test_birthdays(born: str, age: int, day: str) -> None:
    made = birthday(np.array([born], dtype="datetime64[D]"), age)
    assert made.tolist() == [date.fromisoformat(day)]


def test_a_blank_birth_date_is_what_lists_have_for_a_child_not_yet_born() -> None:
    people = "person_id | sex | birth_date\nunborn | U | -\nboy | M | -"
    cared = "person_id | start_date\nunborn | 2023-05-01"
    missing = [rule("birth_date_missing")]
    no_place = {"person": frozenset({"expected_birth_date"})}
    lists = replace(told("lists", 2024, kind="annex_a", person=people), untold=no_place)
    assert len(judged(Records.of([lists]), missing)) == 1, "the boy"
    census = told("census", 2024, person=people)
    assert len(judged(Records.of([lists, census]), missing)) == 2, "the census can say when"
    looked_after = told("903", 2024, kind="ssda903", cla_episodes=cared)
    assert len(judged(Records.of([lists, looked_after]), missing)) == 2, "nobody is before birth"
