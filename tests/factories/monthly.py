"""Local contacts by month and issue as figures, with their totals, for tests of disclosure."""

from collections.abc import Mapping
from typing import Any

from goldenthread.nouns import Figure, Unit
from tests.factories import a_figure, a_thread

QUARTER = "2023-24 Q4"
MONTHS = ("2024-01", "2024-02", "2024-03")


def local(value: Any, period: str, breakdown: str = "", **changes: Any) -> Figure:
    """A local count of contacts, or another figure with ``changes``."""
    given = {"indicator": "contacts"} | changes
    unit = given.get("unit", Unit.COUNT)
    thread = given.pop("thread", {})
    thread = {
        "source": "local.contacts",
        "definition": "contacts:local",
        "locator": f"{unit.value} {period} {breakdown}",
    } | thread
    return a_figure(value, period=period, breakdown=breakdown, thread=a_thread(**thread), **given)


def a_table(
    counts: Mapping[str, tuple[int, ...]], *, shares: bool = False, dimension: str = "issue"
) -> list[Figure]:
    """Each issue's counts in three months, with every total; and the shares of each month."""
    rows = {f"{dimension}={each}": row for each, row in counts.items()}
    rows[""] = tuple(map(sum, zip(*counts.values(), strict=True)))
    figures = []
    for breakdown, row in rows.items():
        for period, count, whole in zip(
            (*MONTHS, QUARTER), (*row, sum(row)), (*rows[""], sum(rows[""])), strict=True
        ):
            figures.append(local(count, period, breakdown))
            if shares and breakdown:
                share = round(100 * count / whole, 1)
                given = {"unit": Unit.PERCENT, "decimals": 1, "numerator": count}
                figures.append(local(share, period, breakdown, **given))
    return figures
