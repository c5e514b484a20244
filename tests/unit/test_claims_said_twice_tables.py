"""The same thing said in a text and in a table beside it."""

from goldenthread.nouns.fault import Severity
from tests.factories.several_texts import found_by, reading_of_all


def test_a_table_of_the_same_words_and_year_is_held_against_the_text() -> None:
    table = "| Year | Boats hired |\n| --- | ---: |\n| 2022/23 | 690 |\n| 2023/24 | 743 |\n"
    right = reading_of_all(f"In 2023/24, 743 boats were hired.\n\n{table}")
    wrong = reading_of_all(f"In 2023/24, 734 boats were hired.\n\n{table}")
    assert found_by("said_twice", right) == []
    (fault,) = found_by("said_twice", wrong)
    assert (fault.severity, fault.printed) == (Severity.ERROR, "734")
    assert "743" in fault.message


def test_a_table_of_one_place_says_nothing_of_the_whole() -> None:
    table = "| Year | Boats hired |\n| --- | ---: |\n| 2022/23 | 69 |\n| 2023/24 | 74 |\n"
    text = f"In 2023/24, 734 boats were hired.\n\nTable 2: Northside\n\n{table}"
    assert found_by("said_twice", reading_of_all(text)) == []
