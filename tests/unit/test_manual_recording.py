"""What the indicator manual overhears while a spec test runs."""

from pathlib import Path

import pytest

from goldenthread.tables.drawing import drawn
from tests.manual.drawing import redrawn
from tests.manual.recording import Example, of_file, sentence

HEAD = '''"""Referrals, drawn."""

import pytest

from goldenthread.nouns import Period
from tests.factories.journeys import count, drawn, whole

YEAR = Period.financial_year(2024)
# Two children of the same council.
TABLES = {
    "cin_episodes": drawn(
        "cin_episodes", "person_id | referral_date | source\\nann | 2023-05-01 | 6"
    ),
    "cp_plans": drawn("cp_plans", "person_id | start_date\\nann | 2023-06-01"),
}


'''


def told(tmp_path: Path, body: str) -> list[Example]:
    path = tmp_path / "test_indicators_made_up.py"
    path.write_text(HEAD + body, encoding="utf-8")
    return of_file(path)


def test_a_question_is_kept_with_its_records_answer_and_remarks(tmp_path: Path) -> None:
    body = (
        "def test_one_is_counted_in_may() -> None:\n"
        "    # seen by hand\n"
        '    assert whole("referrals", TABLES, YEAR) == (1, 1)  # ann\n'
    )
    (one,) = told(tmp_path, body)
    assert (one.indicator, one.says) == ("referrals", "One is counted in May")
    assert one.answers == {("2023-24", "", ""): (1, 1)}
    assert list(one.tables) == ["cin_episodes"], "no table that the indicator does not read"
    assert one.notes == ("seen by hand", "ann")
    assert one.about == ("Two children of the same council.",)


def test_of_many_answers_those_are_kept_that_the_test_looks_at(tmp_path: Path) -> None:
    body = (
        "def test_by_key() -> None:\n"
        '    found = count("referrals", TABLES, [YEAR])\n'
        '    assert found["2023-24", "source", "Police"] == (1, 1)\n'
        "\n\n"
        "def test_by_dimension() -> None:\n"
        '    found = count("referrals", TABLES, [YEAR])\n'
        '    assert {k[2] for k, _ in found.items() if k[1] == "age"} == {"Not known"}\n'
    )
    by_key, by_dimension = told(tmp_path, body)
    assert set(by_key.answers) == {("2023-24", "source", "Police")}
    assert set(by_dimension.answers) == {("2023-24", "age", "Not known")}


def test_each_case_of_a_test_is_an_example(tmp_path: Path) -> None:
    body = (
        '@pytest.mark.parametrize("ends", [2024, 2025])\n'
        '@pytest.mark.parametrize(("a", "b"), [(1, 2), (3, 4)])\n'
        "def test_cases(a: int, b: int, ends: int) -> None:\n"
        '    whole("referrals", TABLES, Period.financial_year(ends))\n'
    )
    found = told(tmp_path, body)
    assert [each.answers for each in found] == [
        *[{("2023-24", "", ""): (1, 1)}] * 2,
        *[{("2024-25", "", ""): (0, 0)}] * 2,
    ]


def test_a_test_that_does_not_hold_stops_the_manual(tmp_path: Path) -> None:
    body = 'def test_wrong() -> None:\n    assert whole("referrals", TABLES, YEAR) == (2, 2)\n'
    with pytest.raises(AssertionError):
        told(tmp_path, body)


def test_a_test_that_asks_for_a_fixture_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="test_needs asks for a fixture"):
        told(tmp_path, "def test_needs(tmp_path) -> None:\n    assert tmp_path\n")


def test_a_file_that_counts_nothing_has_no_example(tmp_path: Path) -> None:
    path = tmp_path / "test_indicators_other.py"
    path.write_text("def test_needs(shared) -> None:\n    assert shared\n", encoding="utf-8")
    assert of_file(path) == []


def test_a_name_becomes_a_sentence() -> None:
    assert sentence("test_the_council_s_own_on_31_march") == "The council’s own on 31 March"


def test_a_table_is_drawn_again_as_it_was() -> None:
    text = "person_id | contact_date\nann       | 2023-05-01\nben       | 2023-05-02"
    assert redrawn(drawn("contacts", text)) == text
    there = drawn("contacts", "area | person_id | contact_date\n822 | ann | 2023-05-01")
    assert redrawn(there) == "person_id | area | contact_date\nann       | 822  | 2023-05-01"
