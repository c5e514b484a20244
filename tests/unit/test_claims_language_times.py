"""Times found in sentences, with their first and last day."""

from datetime import date

import pytest

from goldenthread.claims.language.times import times_in


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("on 31 March 2024", (2024, 3, 31), (2024, 3, 31)),
        ("on 31st of March 2024", (2024, 3, 31), (2024, 3, 31)),
        ("on 31/03/2024", (2024, 3, 31), (2024, 3, 31)),
        ("in February 2024", (2024, 2, 1), (2024, 2, 29)),
        ("in Mar-24", (2024, 3, 1), (2024, 3, 31)),
        ("in 2023/24", (2023, 4, 1), (2024, 3, 31)),
        ("in 2023-24", (2023, 4, 1), (2024, 3, 31)),
        ("in 2023-2024", (2023, 4, 1), (2024, 3, 31)),
        ("in FY24", (2023, 4, 1), (2024, 3, 31)),
        ("from 2017-2023", (2017, 1, 1), (2023, 12, 31)),
        ("in 2023", (2023, 1, 1), (2023, 12, 31)),
        ("in Q4 2023/24", (2024, 1, 1), (2024, 3, 31)),
        ("in quarter 1 of 2023/24", (2023, 4, 1), (2023, 6, 30)),
        ("April 2023 to March 2024", (2023, 4, 1), (2024, 3, 31)),
        ("APRIL 23 TO MARCH 24", (2023, 4, 1), (2024, 3, 31)),
        ("October to December 2023", (2023, 10, 1), (2023, 12, 31)),
        ("October to March 2024", (2023, 10, 1), (2024, 3, 31)),
        ("between April 2022 and March 2023", (2022, 4, 1), (2023, 3, 31)),
        ("October/November 2023", (2023, 10, 1), (2023, 11, 30)),
        ("in the year ending 31 March 2024", (2023, 4, 1), (2024, 3, 31)),
        ("in the six months to September 2023", (2023, 4, 1), (2023, 9, 30)),
        ("at mid-2019", (2019, 1, 1), (2019, 12, 31)),
    ],
)
def test_a_time_has_its_days(text, first, last):
    (found,) = times_in(text)
    assert (found.first, found.last) == (date(*first), date(*last))
    assert found.year_given
    assert text[found.start : found.end] == found.text


@pytest.mark.parametrize("text", ["in January", "in May and then", "in Q3", "in Q1 2024"])
def test_a_time_without_its_own_year_says_so(text):
    (found,) = times_in(text)
    assert not found.year_given
    assert found.first.year == 1


@pytest.mark.parametrize(
    "text",
    [
        "It may rise.",
        "They march on.",
        "The Children Act 1989 and Working Together 2023",
        "A total of 2013 contacts",
        "Reference 2023/14",
        "2,023 children",
        "on 31 June 2023 it was",
    ],
)
def test_what_is_no_time_is_left_out(text):
    assert not [each for each in times_in(text) if each.text != "2023"]
    if "31 June" not in text:
        assert not times_in(text)
