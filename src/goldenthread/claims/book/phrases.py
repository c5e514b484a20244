"""Which indicator a clause speaks of, by its words; none where that is in any doubt."""

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from goldenthread.claims.language.model import Measure
from goldenthread.claims.sayings.words import content
from goldenthread.indicators import catalogue
from goldenthread.indicators.definition import Indicator
from goldenthread.nouns import Unit

UNITS = {
    Measure.PERCENT: Unit.PERCENT,
    Measure.RATE: Unit.RATE_PER_10000,
    Measure.COUNT: Unit.COUNT,
}


@dataclass(frozen=True, slots=True)
class Phrase:
    """The stems that must stand in a clause, and all that may."""

    indicator: Indicator
    needs: frozenset[str]
    may: frozenset[str]


@cache
def _told() -> dict[str, Any]:
    file = files("goldenthread.claims.book") / "phrases.toml"
    return tomllib.loads(file.read_text(encoding="utf-8"))


@cache
def phrases() -> tuple[Phrase, ...]:
    """Every way an indicator is named: those in ``phrases.toml``, and the catalogue's own title.

    Raises KeyError where the file names an indicator that the catalogue has not.
    """
    told = _told()
    beside = content(told["beside"])
    found = []
    for name, texts in told["phrases"].items():
        one = catalogue()[name]
        own = [content(text) for text in (*texts, one.title)]
        may = frozenset().union(beside, *own, content(one.counted))
        found += [Phrase(one, needs, may) for needs in dict.fromkeys(own) if needs]
    return tuple(found)


@cache
def indicator_of(words: frozenset[str], unit: Unit | None = None) -> Indicator | None:
    """The indicator that a clause's stems name, and no other does as well or better.

    ``unit`` is the unit of the number told: an indicator that is never told in it is not meant.
    """
    fitting = [
        (len(phrase.needs), phrase.indicator)
        for phrase in phrases()
        if phrase.needs <= words <= phrase.may and (unit is None or unit in phrase.indicator.units)
    ]
    if not fitting:
        return None
    most = max(length for length, _ in fitting)
    best = {one.name: one for length, one in fitting if length == most}
    return next(iter(best.values())) if len(best) == 1 else None


@cache
def short_forms() -> dict[frozenset[str], str]:
    """The stems that name an indicator where its passage has named it in full."""
    return {content(text): name for name, texts in _told()["short"].items() for text in texts}
