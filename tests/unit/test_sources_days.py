"""Days as cells say them, and from which to which they reach."""

from datetime import date

import pytest

from goldenthread.sources.days import day_in, months_before, plain_day, reach


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2024-03-31", date(2024, 3, 31)),
        ("2024-03-31 10:15:00", date(2024, 3, 31)),
        ("31/03/2024", date(2024, 3, 31)),
        ("31.3.2024", date(2024, 3, 31)),
        ("31 March 2024", date(2024, 3, 31)),
        ("31-Mar-2024", date(2024, 3, 31)),
        ("1st April 2024", date(2024, 4, 1)),
        ("45382", date(2024, 3, 31)),
        ("45382.5", date(2024, 3, 31)),
        ("30/02/2024", None),
        ("31 Marble 2024", None),
        ("2024", None),
        ("99999999999", None),
        ("soon", None),
        ("", None),
    ],
)
def test_a_day_is_made_out_of_text(text, day):
    assert day_in(text) == day
    assert plain_day(text) == (day.isoformat() if day else text)


def test_lone_days_are_no_end():
    days = [date(1924, 5, 1), date(2024, 1, 1), date(2024, 3, 31), date(2042, 3, 31)]
    assert reach(days) == (date(2024, 1, 1), date(2024, 3, 31))
    assert reach([]) is None
    assert reach([date(2024, 1, 1)]) == (date(2024, 1, 1), date(2024, 1, 1))


def test_months_before_the_end_of_a_longer_month():
    assert months_before(date(2024, 8, 31), 6) == date(2024, 2, 29)
    assert months_before(date(2024, 3, 15), 12) == date(2023, 3, 15)
    assert months_before(date(2024, 1, 1), 6) == date(2023, 7, 1)
