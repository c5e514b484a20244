"""Both ways of counting an indicator over one history, and where they differ."""

from collections.abc import Mapping

from goldenthread.indicators import indicator
from goldenthread.indicators.expression import Expression
from goldenthread.indicators.parameters import PARAMETERS, choices
from goldenthread.tables import table
from tests.factories.histories import OWN_IDENTIFIER, PERIODS, History
from tests.factories.journeys import embedded
from tests.factories.localities import some_localities
from tests.second_way import Key, answers


def _expression(name: str) -> Expression:
    expression = indicator(name).expression
    if expression is None:
        raise ValueError(f"{name} is not counted from records")
    return expression


def first_way(
    name: str, history: History, chosen: Mapping[str, str]
) -> dict[Key, tuple[float, float]]:
    """The indicator by its expression, for every area and period and breakdown."""
    tables = {each: table(each).of([dict(row) for row in rows]) for each, rows in history.items()}
    found = embedded().rows(name, tables, PERIODS, chosen, some_localities())
    return {
        (row["area"], row["period"], row["dimension"], row["category"]): (
            row["numerator"],
            row["denominator"],
        )
        for row in found.to_pylist()
    }


def agree(name: str, history: History, chosen: Mapping[str, str] | None = None) -> None:
    """Fails, naming the first cell, where the expression and the second way differ."""
    first = first_way(name, history, chosen or {})
    second = answers(name, history, PERIODS, choices(chosen))
    for key in sorted({*first, *second}):
        one, other = first.get(key), second.get(key)
        if one is None or other is None or any(
            abs(a - b) > 1e-9 for a, b in zip(one, other, strict=True)
        ):  # fmt: skip
            raise AssertionError(
                f"{name}, {' · '.join(key)}, {dict(chosen or {})}: the expression says {one}, "
                f"the second way {other}"
            )


def ways_to_choose(name: str) -> list[dict[str, str]]:
    """The defaults, and each other choice of each parameter of an indicator by itself."""
    named = _expression(name).parameters
    others = [{p: value} for p in named for value, _ in PARAMETERS[p].choices[1:]]
    return [{}, *others]


def tables_read(name: str) -> tuple[str, ...]:
    """The tables an indicator reads, those that others refer to first; addresses with all."""
    expression = _expression(name)
    needed = {each.table for each in expression.needs} - {"person"}
    first = [each for each in OWN_IDENTIFIER if each in needed]
    return (*first, *sorted(needed - {*first}), "address")
