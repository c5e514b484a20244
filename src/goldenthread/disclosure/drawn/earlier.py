"""A report's own figures as a release for the ledger, and back again.

Each number that a thread prints is a statement of the release: the figure's id says which figure,
and its place says what it is about. The sums among them are not written down: they are looked for
again beside whatever is to be printed next.
"""

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

from goldenthread.disclosure.drawn.counts import PER, is_drawn, places, rounded, whole
from goldenthread.disclosure.publication.layout import FILE
from goldenthread.disclosure.publication.model import Item, Publication, StatedRule
from goldenthread.disclosure.publication.toml import toml
from goldenthread.nouns import (
    Area,
    AreaKind,
    Breakdown,
    Figure,
    Period,
    Thread,
    Unit,
    round_half_away,
)

# What stands at each place of a statement: the count itself, or what it is a share of.
FIGURE, PART, BASE = "figure", "part", "base"
# What the sources of earlier figures begin with; such a figure's place is its name in the book.
EARLIER = "ledger."

_UNITS = {per: unit for unit, per in PER.items()} | {1: Unit.COUNT}


def as_release(
    title: str, published: date, printed: Iterable[Figure], rule: StatedRule
) -> tuple[str, dict[str, bytes]]:
    """The name of the release and its files. ``printed`` are figures as they were let out."""
    figures = [figure for figure in printed if is_drawn(figure)]
    statements = [each for figure in figures for each in _statements(figure)]
    content: dict[str, Any] = {
        "published": published,
        "sensitive": sorted({figure.indicator for figure in figures}),
        "rule": {
            "name": rule.name,
            "threshold": rule.threshold,
            "narrowest": rule.narrowest,
            "complement": rule.complement,
        },
        "dimension": [{"name": FIGURE}, {"name": PART}],
        "statement": statements,
    }
    name = f"{title}-{hashlib.sha256(toml(content).encode()).hexdigest()[:8]}"
    return name, {FILE: toml({"schema": 1, "name": name} | content).encode()}


def name_in_book(figure: Figure) -> str:
    """The name of a figure in the book it was printed from, of an earlier figure too."""
    earlier = figure.thread.source.startswith(EARLIER)
    return figure.thread.locator if earlier else figure.id


def _statements(figure: Figure) -> list[dict[str, Any]]:
    key, name = figure.key, name_in_book(figure)
    place = f"{key.area} {key.period.code}" + (f" {key.breakdown}" if key.breakdown else "")
    of: dict[str, Any] = {"measure": figure.indicator, "at": {FIGURE: name}}
    shown: dict[str, Any] = (
        {"value": figure.value} if figure.value is not None else {"symbol": str(figure.symbol)}
    )
    if figure.unit is Unit.COUNT:
        return [of | shown | {"place": place}]
    share = {"percent_of": figure.indicator, "base_at": {PART: BASE}, "per": PER[figure.unit]}
    exact = places(figure.value) if figure.value is not None else figure.decimals
    told = []
    if _as_told(figure):
        told.append(of | share | {"decimals": exact} | shown | {"place": place})
    base_at = {FIGURE: name, PART: BASE}
    for count, at in ((figure.numerator, of["at"]), (figure.denominator, base_at)):
        if whole(count) is not None:
            told.append(of | {"at": at, "value": whole(count), "place": place})
    return told


def _as_told(figure: Figure) -> bool:
    """Whether a share agrees with the counts printed beside it: a misprint is not kept."""
    if figure.value is None or figure.numerator is None or figure.denominator is None:
        return True
    count, base = whole(figure.numerator), whole(figure.denominator)
    if count is None or not base:
        return False
    exact = rounded(figure.value, count, base, PER[figure.unit])
    return round_half_away(figure.value, places(figure.value)) == exact


def figures_of(releases: Iterable[Publication]) -> list[Figure]:
    """The figures that earlier reports printed, as their releases in the ledger have them.

    Their threads name the release as their source and the first figure's id as their place. What
    was withheld is left out, and so are releases that no report made: those are not about figures.
    """
    found = []
    for release in releases:
        by_figure: dict[str, list[Item]] = {}
        for item in release.items:
            at = dict(item.cell.at)
            if FIGURE in at and set(at) <= {FIGURE, PART} and item.value is not None:
                by_figure.setdefault(at[FIGURE], []).append(item)
        for figure_id, items in by_figure.items():
            found += _figure(figure_id, items, release)
    return found


def _figure(figure_id: str, items: list[Item], release: Publication) -> list[Figure]:
    shares = [item for item in items if item.base is not None]
    bases = [item for item in items if PART in dict(item.cell.at)]
    counts = [item for item in items if item not in shares and item not in bases]
    first = (shares or counts)[:1]
    if not first:
        return []
    area, period, breakdown = _about(first[0].place)
    return [
        Figure(
            indicator=first[0].cell.measure,
            unit=_UNITS[first[0].per],
            area=area,
            period=period,
            breakdown=breakdown,
            value=first[0].value,
            decimals=first[0].decimals,
            numerator=_value(counts) if shares else None,
            denominator=_value(bases),
            thread=Thread(source=f"{EARLIER}{release.name}", locator=figure_id),
        )
    ]


def _value(items: list[Item]) -> Decimal | None:
    return items[0].value if items else None


def _about(place: str) -> tuple[Area, Period, Breakdown]:
    """The area, period and breakdown that a statement's place names."""
    code, _, rest = place.partition(" ")
    words, marker, parts = rest.partition("=")
    if not marker:
        return _area(code), Period.parse(rest), Breakdown()
    period, _, dimension = words.rpartition(" ")
    return _area(code), Period.parse(period), Breakdown.parse(f"{dimension}={parts}")


def _area(code: str) -> Area:
    return Area(code, code, AreaKind.COUNCIL)


def as_inside(figure: Figure, inside: Mapping[str, Figure]) -> Figure:
    """An earlier figure with the counts behind it, where they are known and were not printed."""
    now = inside.get(figure.thread.locator)
    if now is None or now.value != figure.value:
        return figure
    return replace(
        figure,
        numerator=now.numerator if figure.numerator is None else figure.numerator,
        denominator=now.denominator if figure.denominator is None else figure.denominator,
    )
