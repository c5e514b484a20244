"""Runs the spec tests of indicators and keeps what they count: tables drawn, choices, answers.

A spec test need not know of it. Its calls of ``count`` and ``whole`` are overheard while it runs,
so that the manual can show nothing but what a test has held true: the records as drawn, what was
asked, and of the answers those that the test looked at. A test that fails stops the manual.
"""

import importlib.util
import inspect
import re
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache
from itertools import product
from pathlib import Path
from types import FrameType, ModuleType
from typing import Any

import pyarrow as pa

from goldenthread.indicators import indicator
from goldenthread.nouns import Period
from goldenthread.nouns.localities import Localities
from tests.factories import journeys
from tests.manual.source import comments_above, notes_beside, strings

SPEC = Path(__file__).resolve().parents[1] / "spec"

Key = tuple[str, str, str]
Pair = tuple[float, float]


@dataclass(frozen=True)
class Example:
    """One question put to drawn records, and the answers that a test holds it to.

    ``tables`` are those of the records that the indicator asked for. ``says`` is the test's name as
    a sentence, ``notes`` what is written beside the question, ``about`` what is written beside the
    records. ``answers`` are numerator and denominator by period, dimension and category, told by
    ``localities`` where there are some.
    """

    indicator: str
    says: str
    tables: Mapping[str, pa.Table]
    periods: tuple[Period, ...]
    chosen: Mapping[str, str]
    answers: Mapping[Key, Pair]
    notes: tuple[str, ...] = ()
    about: tuple[str, ...] = ()
    localities: Localities | None = None


class Looked(dict[Key, Pair]):
    """Answers that notice which of them a test looks at."""

    def __init__(self, answers: Mapping[Key, Pair]) -> None:
        super().__init__(answers)
        self.keys_read: list[Key] = []
        self.read_through = False

    def __getitem__(self, key: Key) -> Pair:
        self.keys_read.append(key)
        return super().__getitem__(key)

    def items(self) -> Any:
        """All of them, which of one dimension the test then picks."""
        self.read_through = True
        return super().items()


class _Drawn(dict[str, pa.Table]):
    """Drawn records that notice which tables are asked for."""

    def __init__(self, tables: Mapping[str, pa.Table]) -> None:
        super().__init__(tables)
        self.asked: set[str] = set()

    def get(self, name: str, default: Any = None) -> Any:
        """A table, noticed."""
        self.asked.add(name)
        return super().get(name, default)

    def read(self) -> dict[str, pa.Table]:
        """The tables that were asked for, in the order they were drawn in."""
        return {name: rows for name, rows in self.items() if name in self.asked}


@dataclass
class _Asked:
    """A question while its test still runs."""

    name: str
    given: Mapping[str, pa.Table]
    drawn: _Drawn
    periods: tuple[Period, ...]
    chosen: Mapping[str, str]
    line: int
    found: Looked | None = None
    whole: tuple[Key, Pair] | None = None
    localities: Localities | None = None


@cache
def examples() -> tuple[Example, ...]:
    """Every example of every spec test of indicators, in the order of files and tests."""
    return tuple(one for path in files() for one in of_file(path))


def files() -> list[Path]:
    """The spec tests that count indicators, in the order of the manual."""
    return [path for path in sorted(SPEC.glob("test_indicators_*.py")) if _counts(path)]


def _counts(path: Path) -> bool:
    return f"from {journeys.__name__} import" in path.read_text(encoding="utf-8")


def of_file(path: Path, on: journeys.Questions | None = None) -> list[Example]:
    """The examples of one file, as an engine answers them; none where it counts nothing.

    Raises whatever a test raises that does not hold, and ValueError for one that asks for a
    fixture, which only a run of the tests could give it.
    """
    module = _loaded(path)
    tests = [
        (name, function)
        for name, function in vars(module).items()
        if name.startswith("test_") and inspect.isfunction(function)
    ]
    if not any(getattr(module, name, None) is each for name, each in _OVERHEARD.items()):
        return []
    about = comments_above(module)
    return [
        one
        for name, test in tests
        for given in _cases(name, test)
        for one in _overheard(module, test, given, about, on)
    ]


def sentence(name: str) -> str:
    """A test's name as a person would write it."""
    words = name.removeprefix("test_").replace("_", " ")
    words = re.sub(r"(\w) s\b", "\\1’s", words.replace("re referr", "re-referr"))
    words = _NAMES.sub(lambda found: found[0].capitalize(), words)
    return words[0].upper() + words[1:]


_NAMES = re.compile(
    r"\b(january|february|march|april|may(?= \d|$)|june|july|august|september|october|november"
    r"|december|easter|christmas|england|sunday|monday|friday)\b"
)
_OVERHEARD: dict[str, Callable[..., Any]] = {"count": journeys.count, "whole": journeys.whole}


def _loaded(path: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location(f"manual_of_{path.stem}", path)
    if spec is None or spec.loader is None:
        raise ValueError(f"{path.name} cannot be loaded")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def _cases(name: str, test: Callable[..., Any]) -> Iterator[dict[str, Any]]:
    """The arguments of each case of a test, as pytest’s parametrize gives them."""
    sets = []
    for mark in getattr(test, "pytestmark", []):
        if mark.name == "parametrize":
            names, values = mark.args[:2]
            names = re.split(r"\s*,\s*", names) if isinstance(names, str) else list(names)
            rows = [getattr(each, "values", each) for each in values]
            sets.append(
                [
                    dict(zip(names, row if len(names) > 1 else _one(row), strict=True))
                    for row in rows
                ]
            )
    wanted = set(inspect.signature(test).parameters)
    for together in product(*reversed(sets)):
        given = {key: value for each in together for key, value in each.items()}
        if set(given) != wanted:
            raise ValueError(f"{name} asks for a fixture, and so cannot be told in the manual")
        yield given


def _one(row: Any) -> tuple[Any, ...]:
    return row if isinstance(row, tuple) and len(row) == 1 else (row,)


def _overheard(
    module: ModuleType,
    test: Callable[..., Any],
    given: dict[str, Any],
    about: dict[int, str],
    on: journeys.Questions | None,
) -> Iterator[Example]:
    """Run one case of a test, and tell what it asked."""
    asked: list[_Asked] = []

    def count(
        name: str,
        tables: Mapping[str, pa.Table],
        periods: Iterable[Period],
        chosen: Mapping[str, str] | None = None,
        localities: Localities | None = None,
    ) -> Looked:
        drawn, these = _Drawn(tables), tuple(periods)
        found = Looked(journeys.count(name, drawn, these, chosen, localities, on))
        one = _Asked(name, tables, drawn, these, chosen or {}, _line_of(test), found)
        asked.append(replace(one, localities=localities))
        return found

    def whole(
        name: str,
        tables: Mapping[str, pa.Table],
        period: Period,
        chosen: Mapping[str, str] | None = None,
    ) -> Pair:
        drawn, line = _Drawn(tables), _line_of(test)
        answer = journeys.whole(name, drawn, period, chosen, on)
        held = ((period.code, "", ""), answer)
        asked.append(_Asked(name, tables, drawn, (period,), chosen or {}, line, whole=held))
        return answer

    was = {name: vars(module).get(name) for name in _OVERHEARD}
    vars(module).update(count=count, whole=whole)
    try:
        test(**given)
    finally:
        vars(module).update(was)
    words = strings(test.__code__) | {each for each in given.values() if isinstance(each, str)}
    notes = notes_beside(test, sorted({each.line for each in asked}))
    for each in asked:
        beside = dict.fromkeys(
            about[key] for key in (id(each.given), *map(id, each.given.values())) if key in about
        )
        yield Example(
            each.name,
            sentence(test.__name__),
            each.drawn.read(),
            each.periods,
            each.chosen,
            _answers(each, words),
            notes.get(each.line, ()),
            tuple(beside),
            each.localities,
        )


def _answers(asked: _Asked, words: set[str]) -> dict[Key, Pair]:
    """Of the answers those that the test looked at: by key, or all of a dimension it names."""
    if asked.whole is not None:
        return dict([asked.whole])
    found = asked.found or Looked({})
    expression = indicator(asked.name).expression
    named = {each for each in (expression.breakdowns if expression else ()) if each in words}
    return {
        key: dict.__getitem__(found, key)
        for key in found
        if key in found.keys_read
        or (found.read_through and key[1] in named)
        or not (found.keys_read or (found.read_through and named))
    }


def _line_of(test: Callable[..., Any]) -> int:
    """The line that a test has come to."""
    frame: FrameType | None = sys._getframe()
    while frame is not None and frame.f_code is not test.__code__:
        frame = frame.f_back
    return frame.f_lineno if frame else 0
