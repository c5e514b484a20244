"""Sums that miss because their numbers are rounded, though nothing says that they are."""

import pytest

from goldenthread.claims.checking import check
from goldenthread.claims.documents.lines import document_from_text
from goldenthread.claims.reading import Reading
from goldenthread.nouns.fault import Severity


def _totals(text: str) -> list[tuple[str, Severity]]:
    found = check(Reading((document_from_text("made-up.md", text),))).faults
    return [(each.printed, each.severity) for each in found if each.kind == "total"]


def _of_thousands(last: int) -> str:
    years = range(2004, 2014)
    parts = [[180 + 7 * n, 310 + 11 * n, 90 + 13 * n] for n in range(10)]
    lines = [
        "| Group | " + " | ".join(map(str, years)) + " |",
        "|---" * 11 + "|",
        *(
            f"| {name} | " + " | ".join(f"{column[at] * 10_000:,}" for column in parts) + " |"
            for at, name in enumerate(("Children", "Adults", "Older people"))
        ),
        "| All people | "
        + " | ".join(f"{(sum(column) + n % 2) * 10_000:,}" for n, column in enumerate(parts[:-1]))
        + f" | {last * 10_000:,} |",
        "| Households asked | " + " | ".join(str(3441 + 17 * n) for n in range(10)) + " |",
    ]
    return "People by group\n\n" + "\n".join(lines)


def test_above_the_size_of_a_sample_numbers_all_of_ten_thousands_are_rounded() -> None:
    total = 180 + 63 + 310 + 99 + 90 + 117

    assert _totals(_of_thousands(total + 1)) == []
    assert _totals(_of_thousands(total + 90)) != []


@pytest.mark.parametrize(("total", "told"), [("1303085", False), ("1303095", True)])
def test_a_number_without_decimals_beside_numbers_with_them_may_be_rounded(
    total: str, told: bool
) -> None:
    text = (
        "Land\n\n| Use | 2022 | 2023 |\n|---|---|---|\n"
        "| Under five years | 163801.2 | 164201.3 |\n| Older | 1139284 | 1139010.4 |\n"
        f"| Total grass | {total} | 1303211.7 |"
    )

    assert any(severity is Severity.ERROR for _, severity in _totals(text)) is told


def test_a_part_that_is_never_in_the_total_is_none_of_it() -> None:
    text = (
        "Grazing\n\n| Use | North | East | South | West |\n|---|---|---|---|---|\n"
        "| Grass | 637.9 | 721.6 | 1321.3 | 905.2 |\n"
        "| Rough grazing | 2936.4 | 4613.9 | 1248.2 | 771.4 |\n"
        "| Held in common | 728.3 | 210.2 | 283.1 | 415.9 |\n"
        "| Total grass and rough grazing | 3574 | 5336 | 2569 | 1677 |"
    )

    assert _totals(text) == []
    assert _totals(text.replace("3574", "3974")) != []


def test_the_least_and_the_most_of_a_column_are_not_added_up() -> None:
    text = (
        "Grants\n\n| Giver | Grants | Min amount | Max amount |\n|---|---|---|---|\n"
        "| Ash Fund | 12 | 500 | 9000 |\n| Beck Trust | 30 | 250 | 12000 |\n"
        "| Cold Ash Gift | 8 | 100 | 4000 |\n| Total | 50 | 100 | 12000 |"
    )

    assert _totals(text) == []


@pytest.mark.parametrize(("total", "error"), [(2393780, False), (2397380, True)])
def test_the_last_place_of_a_long_number_is_out_by_rounding(total: int, error: bool) -> None:
    text = (
        "Grants\n\n| Giver | Paid |\n|---|---|\n| Ash Fund | 1073786 |\n"
        f"| Beck Trust | 901112 |\n| Cold Ash Gift | 418880 |\n| Total | {total} |"
    )

    assert any(severity is Severity.ERROR for _, severity in _totals(text)) is error


@pytest.mark.parametrize(("more", "error"), [((5, 3, 5), False), ((5, 3, 500), True)])
def test_totals_a_little_above_their_parts_have_some_that_are_not_shown(
    more: tuple[int, ...], error: bool
) -> None:
    parts = [(979, 753), (855, 826), (821, 690)]
    cells = [" | ".join(str(pair[at]) for pair in parts) for at in (0, 1)]
    totals = " | ".join(str(sum(pair) + out) for pair, out in zip(parts, more, strict=True))
    text = (
        "Homes asked\n\n| Home | 2021 | 2022 | 2023 |\n|---|---|---|---|\n"
        f"| Rented | {cells[0]} |\n| Owned | {cells[1]} |\n| Total | {totals} |"
    )

    assert any(severity is Severity.ERROR for _, severity in _totals(text)) is error


@pytest.mark.parametrize(("last", "told"), [("6", []), ("60", [("60", Severity.ERROR)])])
def test_numbers_that_only_number_the_columns_are_not_added_up(
    last: str, told: list[tuple[str, Severity]]
) -> None:
    text = (
        "Places\n\n| Ward | Under five | Five to ten | Over ten | Total |\n|---|---|---|---|---|\n"
        f"| 2 | 3 | 4 | 5 | {last} |\n| Ash | 140 | 202 | 170 | 512 |\n"
        "| Elm | 200 | 240 | 200 | 640 |\n| Oak | 210 | 300 | 260 | 770 |"
    )

    assert _totals(text) == told
