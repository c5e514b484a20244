"""Tables as statisticians publish them: rounded alike, noughts for totals, hundreds of rows."""

import pytest

from goldenthread.claims.checking import check
from goldenthread.claims.documents.lines import document_from_text
from goldenthread.claims.reading import Reading
from goldenthread.claims.tables import counted_twice
from goldenthread.nouns.fault import Severity


def told(rows: list[list[str | int]]) -> list[tuple[str, Severity, str]]:
    lines = ["Visits by group", ""]
    lines += ["| " + " | ".join(map(str, row)) + " |" for row in rows]
    lines.insert(3, "|" + "---|" * len(rows[0]))
    document = document_from_text("made_up.md", "\n".join(lines))
    return [
        (fault.kind, fault.severity, fault.printed) for fault in check(Reading((document,))).faults
    ]


@pytest.mark.parametrize("unit", [5, 10, 100, 1_000, 10_000, 1_000_000])
def test_a_total_of_counts_rounded_alike_is_asked_about_at_most(unit: int) -> None:
    years = [[25, 57, 15, 97], [33, 65, 22, 121], [31, 64, 22, 117], [30, 61, 19, 110]]
    rows = [["Year", "Adults", "Children", "Pensioners", "Total"]]
    rows += [[2019 + n, *(each * unit for each in year)] for n, year in enumerate(years)]
    assert Severity.ERROR not in [severity for _, severity, _ in told(rows)]


def test_a_total_farther_off_than_rounding_goes_is_an_error() -> None:
    years = [[25, 57, 15, 97], [33, 65, 22, 128], [31, 64, 22, 117], [30, 61, 19, 110]]
    rows = [["Year", "Adults", "Children", "Pensioners", "Total"]]
    rows += [[2019 + n, *(each * 10_000 for each in year)] for n, year in enumerate(years)]
    assert ("total", Severity.ERROR, "1280000") in told(rows)


def test_a_total_of_nought_below_its_parts_is_asked_about() -> None:
    rows = [["Group", "Visits"], ["Oak", 40], ["Elm", 61], ["Ash", 101], ["Total", 0]]
    assert told(rows) == [("total", Severity.WARNING, "0")]


def test_a_total_of_nought_above_other_lines_may_be_of_something_else() -> None:
    rows = [["Group", "Visits"], ["Total", 0], ["Oak", 40], ["Elm", 61], ["Ash", 101]]
    assert told(rows) == []


def test_a_tall_table_is_added_up_once_for_each_row(monkeypatch: pytest.MonkeyPatch) -> None:
    asked = []
    sum_at = counted_twice.sum_at

    def counted(*arguments):
        asked.append(arguments)
        return sum_at(*arguments)

    monkeypatch.setattr(counted_twice, "sum_at", counted)
    rows = [["Group", "Visits"], *([f"Ward {n}", n * 7 + 3] for n in range(150)), ["Total", 90]]
    told(rows)
    assert len(asked) < 1_000
