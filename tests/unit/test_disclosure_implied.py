"""Which places nobody told, and what is known of them."""

from dataclasses import replace

from goldenthread.disclosure.implied import implied
from goldenthread.disclosure.implied.narrowing import Between, narrowed
from goldenthread.disclosure.implied.periods import stretches
from goldenthread.disclosure.release import ours
from goldenthread.nouns import Figure, Period
from tests.factories import a_thread
from tests.factories.monthly import local


def places(figures: list[Figure]) -> set[tuple[str, str]]:
    lacking = implied(figures, ours)
    return {(str(each.breakdown), each.period.code) for each in lacking.figures.values()}


def test_a_part_is_what_its_whole_has_beside_the_others():
    found = narrowed({"all": 30, "a": 20, "b": 7}, [("all", ("a", "b", "c"))])
    assert found["c"] == Between(3, 3)


def test_two_parts_share_what_is_left_and_one_narrows_the_other():
    sums = [("all", ("a", "b", "c")), ("more", ("c", "d"))]
    found = narrowed({"all": 30, "a": 20}, sums)
    assert found["b"] == found["c"] == Between(0, 10)
    assert found["more"] == Between(0, None)
    found = narrowed({"all": 30, "a": 20, "more": 9, "d": 5}, sums)
    assert (found["b"], found["c"]) == (Between(6, 6), Between(4, 4))


def test_a_sum_that_cannot_hold_is_passed_over():
    assert "b" not in narrowed({"all": 10, "a": 20}, [("all", ("a", "b"))])


def test_the_stretches_of_a_year_with_a_quarter_and_a_month():
    told = [Period.parse(each) for each in ("2023-24", "2023-24 Q1", "2023-08")]
    assert [each.code for each in stretches(told)] == ["2023-07", "2023-09 to 2024-03"]
    assert list(stretches([Period.parse("2023-24")])) == []


def test_nothing_is_looked_for_where_all_is_told_or_none_is_few():
    assert places([local(30, "2024-01"), local(17, "2024-01", "source=Police")]) == set()
    told = [local(n, "2024-01", f"source={name}") for name, n in (("Police", 27), ("Schools", 3))]
    assert places([local(30, "2024-01"), *told]) == set()


def test_others_are_a_category_only_where_a_total_is_more_than_all_of_them():
    told = [local(30, "2024-01"), local(28, "2024-01", "source=Police")]
    assert places(told) == {("source=in none of those told", "2024-01")}
    # In February both are told and are all there is; so in January Schools are what is lacking.
    later = [local(30, "2024-02"), local(20, "2024-02", "source=Police")]
    later.append(local(10, "2024-02", "source=Schools"))
    assert places([*told, *later]) == {("source=Schools", "2024-01")}


def test_what_another_source_tells_is_known_and_what_only_others_tell_is_not_ours():
    whole = replace(local(30, "2024-01"), thread=a_thread(source="dfe.c1", locator="row 3"))
    part = local(28, "2024-01", "source=Police")
    assert places([whole, part]) == {("source=in none of those told", "2024-01")}
    assert (
        places([whole, replace(part, thread=a_thread(source="dfe.c1", locator="row 4"))]) == set()
    )
