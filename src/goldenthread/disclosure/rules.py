"""Disclosure rules as data: one file per source, chosen by the source's name.

The rule whose ``sources`` prefix is the longest that fits applies; ``local`` fits everything, so
no figure is ever without a rule.
"""

import tomllib
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files

from goldenthread.nouns import Symbol


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """What a source asks for before its numbers leave.

    Counts from 1 to ``threshold`` of children are withheld. With ``complement`` a percentage is
    withheld too when the children it leaves over number 1 to ``threshold``. With ``secondary``
    nobody has protected the source's tables a second time before they came here, so it is done
    here; the others have been published as they are. ``confirm`` says what has still to be checked
    in the original, empty where nothing has.
    """

    name: str
    title: str
    sources: tuple[str, ...]
    threshold: int
    symbol: Symbol
    complement: bool
    reason: str
    checked: date
    confirm: str
    secondary: bool = False


@cache
def rules() -> tuple[Rule, ...]:
    """Every rule shipped, in order of name."""
    folder = files("goldenthread.disclosure") / "rules"
    found = []
    for file in sorted(folder.iterdir(), key=lambda entry: entry.name):
        data = tomllib.loads(file.read_text(encoding="utf-8"))
        data["sources"] = tuple(data["sources"])
        data["symbol"] = Symbol(data["symbol"])
        found.append(Rule(name=file.name.removesuffix(".toml"), **data))
    return tuple(found)


@cache
def rule_for(source: str) -> Rule:
    """The rule that a figure of this source goes by."""
    fitting = [
        (len(prefix), rule)
        for rule in rules()
        for prefix in rule.sources
        if source.startswith(prefix)
    ]
    return max(fitting, key=lambda pair: pair[0])[1]
