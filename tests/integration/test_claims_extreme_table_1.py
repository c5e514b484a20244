"""The month-by-month statements beside Table 1 of a published report, each worked out by hand."""

from pathlib import Path

import pytest

from goldenthread.claims.checking import check
from goldenthread.claims.documents.opening import read_document
from goldenthread.claims.kinds import kinds
from goldenthread.claims.orders.ways.judged import judged
from goldenthread.claims.reading import Reading

REPORT = "002_b8e09fb679c86dcc.txt"
TOTAL = "All Contacts"
# Row, month, which end, and whether the counts in the table bear it out.
SAID = [
    ("Parental Mental Health", "Oct-23", "highest", False),  # 46 in January
    ("Homeless", "Oct-23", "highest", True),
    ("Child with Disability", "Oct-23", "highest", True),
    (TOTAL, "Oct-23", "highest", True),
    ("EHCP Request", "Nov-23", "highest", True),
    (TOTAL, "Dec-23", "lowest", True),
    ("Domestic Violence", "Dec-23", "lowest", True),
    ("Information Requests (Other Agencies)", "Dec-23", "lowest", True),
    ("Neglect", "Dec-23", "lowest", True),
    ("Parental Mental Health", "Dec-23", "lowest", True),
    ("Significant Other Dispute", "Dec-23", "lowest", True),
    ("Homeless", "Dec-23", "lowest", True),
    (TOTAL, "Dec-23", "lowest", True),  # said twice in one bullet
    ("Domestic Violence", "Jan-24", "highest", True),
    ("Physical Abuse", "Jan-24", "highest", True),
    ("Neglect", "Jan-24", "highest", True),
    ("Parental Mental Health", "Jan-24", "highest", True),
    ("Information Requests (Other Agencies)", "Feb-24", "highest", True),
    ("Child Mental Health", "Feb-24", "lowest", True),
    ("Child with Disability", "Feb-24", "lowest", True),
    ("Significant Other Dispute", "Mar-24", "highest", True),
    ("Physical Abuse", "Mar-24", "lowest", True),
    ("EHCP Request", "Mar-24", "lowest", True),
]
BULLETS = {f"line {number}" for number in range(188, 194)}


@pytest.fixture(scope="module")
def report(shared: Path) -> Reading:
    return Reading((read_document(shared / "seeds" / REPORT),))


def test_every_statement_is_read_and_judged_as_by_hand(report: Reading) -> None:
    made = [
        (each.subject, each.claimed, each.way.value, each.truth.value == "holds")
        for each in judged(report)
        if each.sentence.locator in BULLETS
    ]
    assert made == SAID


def test_the_table_itself_says_so(shared: Path) -> None:
    """The list above is worked out again from the table, without the machinery."""
    lines = (shared / "figures" / "contact_issues_by_month_2023_24.csv").read_text(encoding="utf-8")
    header, *rows = [line.split(",") for line in lines.splitlines()]
    counts = {row[0]: [int(cell.split("/")[0]) for cell in row[1:7]] for row in rows}
    for row, month, end, true in SAID:
        values = counts[row]
        extreme = max(values) if end == "highest" else min(values)
        assert (values[header.index(month) - 1] == extreme) is true, (row, month)


def test_the_one_that_is_not_so_is_the_only_error(report: Reading) -> None:
    chosen = [kinds()[name] for name in ("extreme", "quoted_from_table", "span", "dates")]
    errors = [f for f in check(report, chosen).faults if f.severity.value == "error"]
    assert sorted((f.kind, f.locator, f.expected) for f in errors) == [
        ("extreme", "line 188", "Jan-24 or Feb-24"),
        ("span", "line 115", "six months"),
    ]
    assert any("46 (Jan-24)" in fault.evidence for fault in errors)


def test_elsewhere_in_the_reports_only_years_that_are_none(shared: Path) -> None:
    chosen = [kinds()[name] for name in ("extreme", "quoted_from_table", "span", "dates")]
    others = sorted(path for path in (shared / "seeds").glob("*.txt") if path.name != REPORT)
    reading = Reading(tuple(read_document(path) for path in others))
    errors = [f for f in check(reading, chosen).faults if f.severity.value == "error"]
    assert [(f.kind, f.printed) for f in errors] == [("dates", "2023/23"), ("dates", "2022-2022")]
