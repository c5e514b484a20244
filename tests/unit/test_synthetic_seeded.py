"""The same arguments, the same children; and what cannot be made is refused."""

from datetime import date

import pyarrow as pa
import pyarrow.compute as pc
import pytest

from goldenthread import synthetic
from goldenthread.nouns import GoldenThreadError
from goldenthread.synthetic.days import number
from goldenthread.synthetic.known import known_on
from tests.factories.made_up import a_council


def histories(areas: dict[str, float], seed: int) -> dict[str, pa.Table]:
    return synthetic.histories(areas, [2023, 2024], seed)


def test_the_same_seed_makes_the_same_tables_and_another_others() -> None:
    one, two = histories({"821": 0.1}, 1), histories({"821": 0.1}, 1)
    other = histories({"821": 0.1}, 2)
    assert all(one[name].equals(two[name]) for name in one)
    assert not one["cin_episodes"].equals(other["cin_episodes"])


def test_an_area_does_not_depend_on_the_others() -> None:
    alone = histories({"822": 0.1}, 1)
    both = histories({"821": 0.1, "822": 0.1}, 1)
    for name, each in both.items():
        of_one = each.filter(pc.equal(each["area"], "822"))
        assert of_one.combine_chunks().equals(alone[name].combine_chunks()), name
    people = both["person"]["person_id"].to_pylist()
    assert len(set(people)) == len(people)


def test_areas_may_be_a_list_and_come_one_at_a_time() -> None:
    streamed = dict(synthetic.by_area(["821"], [2024], 1))
    whole = synthetic.histories(["821"], [2024], 1)
    assert list(streamed) == ["821"]
    assert streamed["821"]["contacts"].equals(whole["contacts"].combine_chunks())


def test_a_council_of_hardly_any_children_is_made_too() -> None:
    made = histories({"420": 0.002}, 1)
    assert made["person"].num_rows < 200
    assert set(made) == set(a_council())


@pytest.mark.parametrize("years", [[], [2022, 2024], [2009], [2040]])
def test_years_that_cannot_be_made_are_refused(years: list[int]) -> None:
    with pytest.raises(GoldenThreadError):
        synthetic.histories(["821"], years, 1)


def test_a_return_knows_nothing_of_the_next_year() -> None:
    made = a_council()
    before = known_on(made, number(date(2023, 3, 31)))
    cases = before["cin_episodes"]
    assert pc.max(cases["referral_date"]).as_py() <= date(2023, 3, 31)
    still = cases.filter(pc.is_null(cases["closure_date"]))
    assert still["closure_reason"].null_count == still.num_rows
    unborn = before["person"].filter(pc.is_null(before["person"]["birth_date"]))
    assert unborn.num_rows
    assert pc.min(unborn["expected_birth_date"]).as_py() > date(2023, 3, 31)
    done = set(
        before["cin_assessments"]
        .filter(pc.is_valid(before["cin_assessments"]["authorisation_date"]))["assessment_id"]
        .to_pylist()
    )
    assert set(before["assessment_factors"]["assessment_id"].to_pylist()) <= done
