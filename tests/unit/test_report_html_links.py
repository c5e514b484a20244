"""Words on the page: years stay whole, and nothing in them is markup."""

import pytest

from goldenthread.report.html.links import steady


@pytest.mark.parametrize("year", ["2023-24", "2023/24", "2023–24"])
def test_a_year_is_never_broken_over_two_lines(year: str) -> None:
    assert steady(f"In {year}.") == f'In <span class="together">{year}</span>.'


@pytest.mark.parametrize("text", ["2023-2024", "12023-24", "2023-245", "ages 17-18"])
def test_what_is_no_year_is_left_alone(text: str) -> None:
    assert steady(text) == text


def test_markup_in_words_is_shown_and_not_obeyed() -> None:
    assert steady("<b>2023-24") == '&lt;b&gt;<span class="together">2023-24</span>'
