"""Any two numbers said of one thing: told where they differ, whatever they are, and only there."""

from decimal import Decimal

from hypothesis import assume, given
from hypothesis import strategies as st

from goldenthread.nouns.fault import Severity
from tests.factories.several_texts import found_by, reading_of_all

COUNTS = st.integers(min_value=11, max_value=999).filter(lambda number: number % 100)
SHARES = st.decimals(min_value="1.1", max_value="98.9", places=1)
YEARS = st.integers(min_value=2012, max_value=2023).map(
    lambda year: f"{year}/{(year + 1) % 100:02d}"
)


def of_one_size(one: int | Decimal, other: int | Decimal) -> bool:
    """Whether neither is ten times the other: those are taken for two things."""
    return max(one, other) < 10 * min(one, other)


@given(COUNTS, COUNTS, YEARS)
def test_counts(one: int, other: int, year: str) -> None:
    assume(of_one_size(one, other))
    reading = reading_of_all(
        f"In {year} the ferry carried {one} bicycles.",
        f"The number of bicycles the ferry carried in {year} was {other}.",
    )
    told = [fault.severity for fault in found_by("said_twice", reading)]
    assert told == ([] if one == other else [Severity.ERROR])


@given(SHARES, SHARES, YEARS, YEARS)
def test_shares_of_one_year_or_of_two(one: Decimal, other: Decimal, year: str, next_: str) -> None:
    assume(of_one_size(one, other))
    reading = reading_of_all(
        f"In {year}, {one}% of ferries were late.\n\nThe harbour has new lamps.\n\n"
        f"We know that {other}% of ferries were late in {next_}."
    )
    told = [fault.severity for fault in found_by("said_twice", reading)]
    differ = year == next_ and abs(one - other) > Decimal("0.1")  # else one value rounds to both
    assert told == ([Severity.ERROR] if differ else [])
