"""How often things happen and how long they take, from ``rates.toml``.

Every entry names the published figure it was fitted to, or says what was assumed.
"""

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

import numpy as np


@dataclass(frozen=True, slots=True)
class Rate:
    """One entry: a value, the weights of codes, or bands; and what it rests on."""

    name: str
    content: Any
    rests_on: str
    published: bool


@cache
def rates() -> dict[str, Rate]:
    """Every entry by its dotted name. Raises ValueError for one that says nothing it rests on."""
    text = (files("goldenthread.synthetic") / "rates.toml").read_text("utf-8")
    found: dict[str, Rate] = {}
    _collect("", tomllib.loads(text), found)
    return found


def value(name: str) -> Any:
    """A share, a number a year or an amount."""
    return rates()[name].content


@cache
def weights(name: str) -> tuple[np.ndarray, np.ndarray]:
    """The codes of an entry, and their shares added up to 1."""
    content = rates()[name].content
    shares = np.cumsum(np.array(list(content.values()), dtype=float))
    return np.array(list(content), dtype=object), shares / shares[-1]


@cache
def bands(name: str) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """The least and the most of each band, and the shares added up to 1."""
    rows = np.array(rates()[name].content, dtype=float)
    shares = np.cumsum(rows[:, 2])
    return rows[:, 0], rows[:, 1], shares / shares[-1]


def _collect(prefix: str, tree: dict[str, Any], found: dict[str, Rate]) -> None:
    for key, entry in tree.items():
        name = f"{prefix}{key}"
        contents = [entry[kind] for kind in ("value", "weights", "bands") if kind in entry]
        if not contents:
            _collect(f"{name}.", entry, found)
            continue
        published = entry.get("fitted_to", "")
        if not (rests_on := published or entry.get("assumed", "")):
            raise ValueError(f"{name} in rates.toml says neither fitted_to nor assumed")
        found[name] = Rate(name, contents[0], rests_on, bool(published))
