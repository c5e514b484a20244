"""Finds every indicator by walking the theme folders beside it, so that adding a file adds it.

Nothing is listed twice: a file named ``<theme folder>/<name>.py`` holding ``INDICATOR`` is the
whole of what it takes. A misnamed or doubled file stops everything, because two rooms would
otherwise count two things under one name.
"""

from collections.abc import Mapping
from difflib import get_close_matches
from functools import cache
from importlib import import_module
from pkgutil import iter_modules
from types import MappingProxyType, ModuleType

from goldenthread.indicators.definition import Indicator, Theme
from goldenthread.nouns import GoldenThreadError


@cache
def catalogue() -> Mapping[str, Indicator]:
    """Every indicator by name, in order of theme and then of name. The mapping is read-only."""
    return MappingProxyType(gather(import_module("goldenthread.indicators")))


def indicator(name: str) -> Indicator:
    """The indicator of that name.

    Raises GoldenThreadError, naming the nearest there are, where there is none.
    """
    known = catalogue()
    if name in known:
        return known[name]
    near = get_close_matches(name, known, n=3, cutoff=0.6)
    meant = f"did you mean {' or '.join(near)}?" if near else "`goldenthread indicators` lists all."
    raise GoldenThreadError(f"There is no indicator called {name!r}; {meant}")


@cache
def by_theme() -> Mapping[Theme, tuple[Indicator, ...]]:
    """The indicators under each theme, themes in the order of the child's journey."""
    found: dict[Theme, list[Indicator]] = {theme: [] for theme in Theme}
    for each in catalogue().values():
        found[each.theme].append(each)
    return MappingProxyType({theme: tuple(held) for theme, held in found.items() if held})


def gather(package: ModuleType) -> dict[str, Indicator]:
    """Every indicator in the theme folders of a package, in order of theme and then of name.

    Raises GoldenThreadError, naming the file and what to do, for a folder that is no theme's, a
    file without an INDICATOR, one whose name or theme is not its file's or folder's, and two
    files of one name.
    """
    found: dict[str, Indicator] = {}
    folders = {theme.name.lower(): theme for theme in Theme}
    present = {entry.name for entry in iter_modules(package.__path__) if entry.ispkg}
    if strange := present - set(folders):
        raise GoldenThreadError(
            f"indicators/{min(strange)} is no theme’s folder; rename it to one of: "
            f"{', '.join(folders)}"
        )
    for folder, theme in folders.items():
        if folder not in present:
            continue
        inside = import_module(f"{package.__name__}.{folder}")
        for entry in sorted(iter_modules(inside.__path__), key=lambda each: each.name):
            one = _read(inside, folder, theme, entry.name)
            if one.name in found:
                raise GoldenThreadError(
                    f"two files are called {one.name}.py ({found[one.name].theme.name.lower()} and "
                    f"{folder}); keep one"
                )
            found[one.name] = one
    return found


def _read(inside: ModuleType, folder: str, theme: Theme, stem: str) -> Indicator:
    where = f"indicators/{folder}/{stem}.py"
    one = getattr(import_module(f"{inside.__name__}.{stem}"), "INDICATOR", None)
    if not isinstance(one, Indicator):
        raise GoldenThreadError(f"{where} holds no INDICATOR; copy a neighbour to see its shape")
    if one.name != stem:
        raise GoldenThreadError(
            f"{where} holds the indicator {one.name!r}; give the file and the indicator one name"
        )
    if one.theme is not theme:
        raise GoldenThreadError(
            f"{where} says its theme is {one.theme.name}; move it to "
            f"indicators/{one.theme.name.lower()}/ or change its theme"
        )
    return one
