"""Days as numbers, against the calendar's own arithmetic."""

from datetime import date

import numpy as np
import pytest

from goldenthread.nouns.working_days import working_days
from goldenthread.synthetic import days


def numbers(*texts: str) -> np.ndarray:
    return np.array([days.number(date.fromisoformat(each)) for each in texts], dtype=np.int32)


def test_a_day_and_its_number() -> None:
    assert days.number(date(1970, 1, 1)) == 0
    assert days.day(days.number(date(2024, 2, 29))) == date(2024, 2, 29)


@pytest.mark.parametrize("count", [0, 1, 10, 15, 45])
def test_working_days_later_are_as_many_working_days_on(count: int) -> None:
    starts = numbers("2024-03-27", "2023-12-22", "2024-06-03")
    later = days.after_working(starts, np.full(3, count))
    for first, last in zip(starts, later, strict=True):
        assert working_days(days.day(first), days.day(last)) == count


def test_the_next_working_day_after_good_friday_is_tuesday() -> None:
    assert days.day(days.next_working(numbers("2024-03-29"))[0]) == date(2024, 4, 2)
    assert days.day(days.last_working(numbers("2024-04-01"))[0]) == date(2024, 3, 28)


def test_what_never_comes_stays_so() -> None:
    never = np.array([days.NEVER])
    assert days.next_working(never)[0] == days.NEVER
    assert days.after_working(never, np.array([5]))[0] == days.NEVER


def test_a_leap_day_child_has_birthdays_on_the_first_of_march_of_other_years() -> None:
    born = numbers("2008-02-29", "2008-02-28")
    assert [days.day(each) for each in days.birthday(born, 18)] == [
        date(2026, 3, 1),
        date(2026, 2, 28),
    ]


def test_the_collection_year_changes_on_the_first_of_april() -> None:
    assert list(days.year_of(numbers("2024-03-31", "2024-04-01", "2024-12-31"))) == [
        2024,
        2025,
        2025,
    ]
