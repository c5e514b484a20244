"""Made-up figures for tests, in the words of the field."""

from datetime import date
from decimal import Decimal
from typing import Any

from goldenthread.disclosure import Released, release
from goldenthread.nouns import (
    Area,
    AreaKind,
    Breakdown,
    Figure,
    Period,
    Symbol,
    Thread,
    Unit,
)

LUTON = Area("821", "Luton", AreaKind.COUNCIL, region="E12000006", ons_codes=("E06000032",))
ENGLAND = Area("E92000001", "England", AreaKind.COUNTRY)
EAST = Area("E12000006", "East of England", AreaKind.REGION)


def a_thread(**changes: Any) -> Thread:
    """A thread to a cell of a national table."""
    given: dict[str, Any] = {
        "source": "dfe.c4",
        "vintage": "2024",
        "locator": "row 2, column Section47",
        "file": "c4_2013_to_2024.csv",
        "digest": "0" * 64,
        "definition": "section_47_enquiries:1",
        "known_since": date(2024, 10, 31),
    }
    return Thread(**(given | changes))


def a_figure(value: Any = None, symbol: Symbol | None = None, **changes: Any) -> Figure:
    """A figure: section 47 enquiries in Luton in 2023-24 unless told otherwise.

    ``period`` and ``breakdown`` may be given as text; thread fields go through ``thread=``.
    """
    given: dict[str, Any] = {
        "indicator": "section_47_enquiries",
        "unit": Unit.COUNT,
        "area": LUTON,
        "period": "2023-24",
        "thread": None,
        "breakdown": "",
    } | changes
    if isinstance(given["period"], str):
        given["period"] = Period.parse(given["period"])
    if isinstance(given["breakdown"], str):
        given["breakdown"] = Breakdown.parse(given["breakdown"])
    if given["thread"] is None:
        given["thread"] = a_thread()
    for name in ("numerator", "denominator"):
        if given.get(name) is not None:
            given[name] = Decimal(str(given[name]))
    number = None if value is None else Decimal(str(value))
    return Figure(value=number, symbol=symbol, **given)


def released(figure: Figure) -> Released:
    """The figure as it leaves disclosure on its own."""
    return release([figure])[figure.id]
