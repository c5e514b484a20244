"""What is left at the end of a table of what came and went."""

import pytest

from goldenthread.nouns.fault import Severity
from tests.factories.checked_tables import faults_in


@pytest.mark.parametrize(
    ("rows", "right", "wrong"),
    [
        (
            ("Opening balance|6.40", "Paid in|2.15", "Spent|3.30", "Closing balance|"),
            "5.25",
            "5.52",
        ),
        (("Open on 1 May|186", "Opened|342", "Closed|319", "Open on 30 April|"), "209", "163"),
        (("Vans on 1 April|44", "Bought|6", "Sold|8", "Vans on 31 March|"), "42", "45"),
    ],
)
def test_what_is_left_at_the_end_follows_from_what_came_and_went(
    rows: tuple[str, ...], right: str, wrong: str
) -> None:
    head = "| What | Sum |\n|---|---:|\n"
    for last, expected in ((right, []), (wrong, ["total"])):
        text = head + "\n".join(f"|{row}|" for row in (*rows[:-1], rows[-1] + last))
        found = faults_in(text)
        assert [each.kind for each in found if each.severity is Severity.ERROR] == expected
