"""What the words at the head of a row or column mean."""

import pytest

from goldenthread.nouns import Period
from goldenthread.sources.spreadsheets.headings import fold, read_period, split_marks

YEAR = Period.financial_year(2024)


@pytest.mark.parametrize(
    ("heading", "code"),
    [
        ("Oct-23", "2023-10"),
        ("Sept 2023", "2023-09"),
        ("March 2024", "2024-03"),
        ("October", "2023-10"),
        ("Mar", "2024-03"),
        ("Q1", "2023-24 Q1"),
        ("Qtr 4", "2023-24 Q4"),
        ("Quarter 2", "2023-24 Q2"),
        ("Q3 2022/23", "2022-23 Q3"),
        ("2022/23 Q3", "2022-23 Q3"),
        ("2022/23", "2022-23"),
        ("2022-2023", "2022-23"),
        ("2022–23**", "2022-23"),
        ("2023-10-01", "2023-10"),
        ("2024-03-31", "2024-03-31"),
        ("31/03/2024", "2024-03-31"),
        ("31st March 2024", "2024-03-31"),
        ("2023-24 Q3-Q4", "2023-24 Q3-Q4"),
        ("6 months to 2024-03", "6 months to 2024-03"),
    ],
)
def test_a_heading_names_its_period(heading, code):
    assert read_period(heading, YEAR, "financial_year").code == code


@pytest.mark.parametrize(
    ("heading", "kind", "code"),
    [
        ("2022/23", "academic_year", "2022-23 academic"),
        ("2022/23", "year_end", "2023-03-31"),
        ("2023", "year_end", "2023-03-31"),
        ("2023", "calendar_year", "2023 calendar"),
        ("2023", "mid_year", "mid-2023"),
    ],
)
def test_the_kind_says_what_a_year_is_of(heading, kind, code):
    assert read_period(heading, None, kind).code == code


@pytest.mark.parametrize(
    ("heading", "advice"),
    [
        ("Q1", 'write year = "2023-24"'),
        ("October", 'write year = "2023-24"'),
        ("2023", "write kind ="),
        ("2022/24", "not one year"),
        ("Octember 2023", "not a month"),
        ("31/02/2024", "day"),
        ("some time", "write 2023-24"),
    ],
)
def test_a_heading_that_names_none_says_what_to_write(heading, advice):
    with pytest.raises(ValueError, match=advice):
        read_period(heading, None, "financial_year")


def test_marks_come_off_headings_and_stay_known():
    assert split_marks("Total 2021/22**") == ("Total 2021/22", ("**",))
    assert split_marks("LBC Internal Referrals *") == ("LBC Internal Referrals", ("*",))
    assert split_marks("*") == ("*", ())
    assert split_marks("Working Together (6hrs)") == ("Working Together (6hrs)", ())


def test_headings_are_compared_without_capitals_quotes_or_doubled_spaces():
    assert fold("Number  Rated ‘Good’ *") == fold("number rated 'good'")
    assert fold("CI") != fold("eL")
