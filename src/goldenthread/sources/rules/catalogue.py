"""Finds every rule by walking the folders beside this, so that adding a file adds it."""

from functools import cache
from importlib import import_module
from pkgutil import iter_modules

from goldenthread.sources.rules.definition import Rule

_ROOM = "goldenthread.sources.rules"

# The folders in the order a page shows them, each with its heading.
GROUPS = {
    "dates": "Days that cannot be",
    "order": "Steps out of order",
    "overlaps": "Two at once, and gaps",
    "completeness": "What is left out",
    "children": "Children",
    "between": "Between returns",
}


@cache
def grouped() -> dict[str, tuple[Rule, ...]]:
    """The rules under the heading of their folder, in order of name.

    Raises ValueError for a rule that is not named after its file, or a name that stands twice.
    """
    made = {heading: tuple(_in(folder)) for folder, heading in GROUPS.items()}
    names = [rule.name for found in made.values() for rule in found]
    if twice := {name for name in names if names.count(name) > 1}:
        raise ValueError(f"There are two rules {', '.join(sorted(twice))}.")
    return made


@cache
def rules() -> dict[str, Rule]:
    """The rules by name."""
    return {rule.name: rule for found in grouped().values() for rule in found}


def _in(folder: str) -> list[Rule]:
    found = []
    for module in iter_modules(import_module(f"{_ROOM}.{folder}").__path__):
        rule = import_module(f"{_ROOM}.{folder}.{module.name}").RULE
        if rule.name != module.name:
            raise ValueError(f"{folder}/{module.name}.py holds the rule {rule.name}.")
        found.append(rule)
    return found
