"""Whatever the values, a true superlative goes by and a false one does not."""

from hypothesis import given
from hypothesis import strategies as st

from tests.factories.statements import errors_in

MONTHS = ["April", "May", "June", "July", "August", "September"]
ROWS = ["Neglect", "Physical harm", "Bullying"]
VALUES = st.lists(
    st.lists(st.integers(1, 9999), min_size=6, max_size=6, unique=True), min_size=3, max_size=3
)


def table(values: list[list[int]]) -> str:
    lines = ["| Issue | " + " | ".join(MONTHS) + " |", "| --- " * 7 + "|"]
    for row, numbers in zip(ROWS, values, strict=True):
        lines.append(f"| {row} | " + " | ".join(f"{number:,}" for number in numbers) + " |")
    return "\n".join(lines) + "\n\n"


@given(VALUES, st.integers(0, 2), st.integers(0, 5), st.booleans())
def test_an_end_of_a_row_is_where_it_is(
    values: list[list[int]], row: int, month: int, high: bool
) -> None:
    numbers = values[row]
    word = "highest" if high else "lowest"
    true = numbers[month] == (max(numbers) if high else min(numbers))
    text = table(values) + f"{ROWS[row]} was at its {word} in {MONTHS[month]}."
    assert bool(errors_in("extreme", text)) is not true


@given(st.lists(st.integers(100, 9999), min_size=4, max_size=6, unique=True), st.data())
def test_a_list_in_a_sentence_is_as_good_as_a_table(
    numbers: list[int], data: st.DataObject
) -> None:
    month = data.draw(st.integers(0, len(numbers) - 1))
    said = [f"{value:,} in {name}" for value, name in zip(numbers, MONTHS, strict=False)]
    text = f"Calls came to {', '.join(said[:-1])} and {said[-1]}. They peaked in {MONTHS[month]}."
    true = numbers[month] == max(numbers)
    assert bool(errors_in("extreme", text)) is not true
