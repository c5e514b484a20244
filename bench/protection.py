"""A quarterly pack of linked tables, protected and attacked: how long it takes, and what it loses.

Eight measures of contacts, each by ward, issue, source, age and ethnicity and by month and quarter;
one measure is the sum of two others. The counts are drawn as such packs have them: many small.
"""

import random
import time
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from itertools import product
from math import exp
from pathlib import Path

from bench.measured import Measured
from goldenthread.disclosure.attack import attack
from goldenthread.disclosure.protection import protect
from goldenthread.disclosure.publication import (
    Cell,
    Item,
    Publication,
    StatedRule,
    Total,
    sums_of,
)

SIZES = (5, 10, 20, 40)
AT_MOST = 120.0  # seconds, with the attack, for the whole pack
RULE = StatedRule(name="local", threshold=5, narrowest=5)

MONTHS = tuple(f"2023-{month:02d}" for month in range(1, 13))
QUARTERS = {f"Q{at + 1}": MONTHS[3 * at : 3 * at + 3] for at in range(4)}
SPLITS = ("ward", "issue", "source", "age", "ethnicity")
ROWS = 7
ALL = "all"
SEED = 1

Counts = dict[tuple[str, str], int]


def measure(_data: Path | None) -> list[Measured]:
    """Protect packs of growing size; the largest within two minutes, the attack included."""
    found: list[Measured] = []
    for tables in SIZES:
        publication = pack(tables)
        began = time.perf_counter()
        protected = protect(publication, RULE)
        chosen = time.perf_counter()
        if not attack(protected.publication, RULE).shown_safe:
            raise SystemExit("the attack found what was protected")
        attacked = time.perf_counter()
        what = f"{tables} tables ({len(publication.items):,} cells)"
        most = AT_MOST if tables == SIZES[-1] else None
        found += [
            Measured(f"{what}: protected, attacks on the way included", chosen - began, "s", most),
            Measured(f"{what}: attacked once more", attacked - chosen, "s"),
            Measured(f"{what}: small counts hidden", len(protected.primary), "numbers"),
            Measured(f"{what}: hidden beside them", len(protected.secondary), "numbers"),
            Measured(f"{what}: gap from the proven least loss", 100 * protected.gap, "%"),
        ]
    return found


def pack(tables: int, seed: int = SEED) -> Publication:
    """A pack of so many tables, a multiple of five: a measure for every five."""
    chance = random.Random(seed)  # noqa: S311 - counts to measure on, no secrets
    names = [f"measure {at}" for at in range(tables // len(SPLITS))]
    totals = [Total("month", quarter, months) for quarter, months in QUARTERS.items()]
    totals += [Total(split, ALL, _categories(split)) for split in SPLITS]
    summed = len(names) >= 3
    if summed:
        totals.append(Total("", names[0], (names[1], names[2])))
    data: dict[str, dict[str, Counts]] = {}
    for name in reversed(names):
        parts = [data[each] for each in names[1:3]] if summed and name == names[0] else []
        data[name] = _added(parts) if parts else _drawn(chance)
    items, counts = [], {}
    for name, split in product(names, SPLITS):
        for category, period in product((*_categories(split), ALL), (*MONTHS, *QUARTERS)):
            months = QUARTERS.get(period, (period,))
            rows = _categories(split) if category == ALL else (category,)
            count = sum(data[name][split][row, month] for row, month in product(rows, months))
            at = dict.fromkeys(SPLITS, ALL) | {"month": period, split: category}
            cell = Cell.of(name, at)
            counts[cell] = count
            place = f"{name} by {split}: {category}, {period}"
            items.append(Item(cell=cell, value=Decimal(count), place=place))
    return Publication(
        name="pack",
        published=date(2024, 1, 31),
        items=tuple(items),
        sums=sums_of({item.cell for item in items}, totals),
        sensitive=frozenset(names),
        counts=counts,
        totals=tuple(totals),
        wholes=dict.fromkeys(SPLITS, ALL),
    )


def _categories(split: str) -> tuple[str, ...]:
    return tuple(f"{split} {at}" for at in range(ROWS))


def _drawn(chance: random.Random) -> dict[str, Counts]:
    """One measure: as many contacts each month in every split, shared out unevenly."""
    shares = [1.6**-at for at in range(ROWS)]
    found: dict[str, Counts] = {split: {} for split in SPLITS}
    for month in MONTHS:
        contacts = _poisson(chance, 60)
        for split in SPLITS:
            rows = dict.fromkeys(_categories(split), 0)
            for row in chance.choices(_categories(split), shares, k=contacts):
                rows[row] += 1
            found[split] |= {(row, month): count for row, count in rows.items()}
    return found


def _added(parts: list[dict[str, Counts]]) -> dict[str, Counts]:
    def one(split: str) -> Mapping[tuple[str, str], int]:
        return {at: sum(part[split][at] for part in parts) for at in parts[0][split]}

    return {split: dict(one(split)) for split in SPLITS}


def _poisson(chance: random.Random, mean: float) -> int:
    least, product_, number = exp(-mean), chance.random(), 0
    while product_ > least:
        product_ *= chance.random()
        number += 1
    return number
