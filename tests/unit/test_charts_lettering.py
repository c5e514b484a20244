"""Widths of texts, by the fonts that are shipped."""

import pytest

from goldenthread.charts.lettering import width, wrap


@pytest.mark.parametrize(
    ("text", "bold", "thousandths"),
    [("A", False, 667), ("i", False, 222), ("0", False, 556), ("—", False, 1000), ("A", True, 722)],
)
def test_letters_have_the_widths_of_arial(text, bold, thousandths):
    assert width(text, 1000, bold=bold) == pytest.approx(thousandths, abs=1)


def test_a_text_is_as_wide_as_its_letters():
    assert width("Luton", 14) == pytest.approx(sum(width(letter, 14) for letter in "Luton"))


def test_a_text_is_broken_at_spaces_into_lines_that_fit():
    lines = wrap("Information requests from other agencies", 120, 14)
    assert len(lines) > 1
    assert " ".join(lines) == "Information requests from other agencies"
    assert all(width(line, 14) <= 120 for line in lines)


def test_a_word_too_long_for_its_room_is_hyphenated():
    lines = wrap("Internationalisation", 60, 14)
    assert all(width(line, 14) <= 60 for line in lines)
    assert "".join(line.removesuffix("-") for line in lines) == "Internationalisation"


def test_nothing_is_no_line():
    assert wrap("", 100) == []
