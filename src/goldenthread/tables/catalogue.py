"""Every table there is, found by its file."""

from functools import cache
from importlib import import_module
from pkgutil import iter_modules

from goldenthread.nouns import GoldenThreadError
from goldenthread.tables.definition import Table

_ROOM = "goldenthread.tables"


@cache
def catalogue() -> dict[str, Table]:
    """The tables by name, in order of name."""
    modules = (
        import_module(f"{_ROOM}.{found.name}")
        for found in iter_modules(import_module(_ROOM).__path__)
    )
    tables = (getattr(module, "TABLE", None) for module in modules)
    found = {each.name: each for each in tables if isinstance(each, Table)}
    return dict(sorted(found.items()))


def table(name: str) -> Table:
    """One table; raises GoldenThreadError for a name that none has."""
    try:
        return catalogue()[name]
    except KeyError:
        raise GoldenThreadError(
            f"There is no table {name!r}: the tables are {', '.join(catalogue())}."
        ) from None
