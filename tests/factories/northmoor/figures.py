"""Made-up released numbers of an invented council, and how a made-up report names them."""

from datetime import date
from typing import Any

from goldenthread.disclosure import Released, release
from goldenthread.nouns import (
    Area,
    AreaKind,
    Breakdown,
    Figure,
    Period,
    Status,
    Symbol,
    Thread,
    Unit,
    percent,
)
from goldenthread.wording import Bound
from goldenthread.wording.numbers import printed
from tests.factories import ENGLAND, a_figure

NORTHMOOR = Area("999", "Northmoor", AreaKind.COUNCIL)

# Indicator: its name in words, its dataset, the file and column it is read from.
_KNOWN = {
    "children_population": ("Children aged 0 to 17", "ons.population", "estimates", "persons"),
    "contacts": ("Contacts", "local.contacts", "contacts", "total"),
    "mash_episodes": ("Decisions at the front door", "local.mash", "mash", "decisions"),
    "referrals": ("Referrals", "dfe.c1", "c1_2013_to_2024", "Referrals"),
    "section_47_enquiries": ("Section 47 enquiries", "dfe.c4", "c4_2013_to_2024", "Section47"),
    "assessment_factors": ("Assessment factors", "dfe.c3", "c3_2018_to_2024", "Factors"),
    "child_protection_plans_started": (
        "Child protection plans started",
        "dfe.d1",
        "d1_2013_to_2024",
        "CPP_start",
    ),
    "child_protection_plan_again_ever": (
        "Second or later child protection plans",
        "dfe.d3",
        "d3_2013_to_2024",
        "CPP_again",
    ),
    "looked_after_children": ("Looked-after children", "dfe.cla_numbers", "cla_numbers", "number"),
    "looked_after_three_or_more_placements": (
        "Three or more placements in the year",
        "dfe.cla_placement_stability",
        "cla_stability",
        "p3",
    ),
    "care_leavers_eet": (
        "Care leavers in education, employment or training",
        "dfe.care_leavers_activity",
        "care_leavers_activity",
        "EET",
    ),
    "private_fostering_arrangements": (
        "Private fostering arrangements",
        "local.fostering",
        "fostering",
        "arrangements",
    ),
}


def a_number(
    indicator: str,
    value: Any = None,
    symbol: Symbol | None = None,
    *,
    year: str = "2023-24",
    unit: Unit = Unit.COUNT,
    area: Area = NORTHMOOR,
    base: Any = None,
    **parts: str,
) -> Released:
    """One made-up figure, put through disclosure. ``parts`` are its breakdown.

    A local figure is provisional; a rate or percentage has its numerator and denominator where
    ``base`` is given.
    """
    figure = _figure(indicator, value, symbol, year, unit, area, base, parts)
    return release([figure])[figure.id]


def _figure(
    indicator: str,
    value: Any,
    symbol: Symbol | None,
    year: str,
    unit: Unit,
    area: Area,
    base: Any,
    parts: dict[str, str],
) -> Figure:
    _, source, file, column = _KNOWN[indicator]
    period = Period.parse(year)
    local = source.startswith("local")
    counts: dict[str, Any] = {}
    if base is not None:
        counts = {"numerator": base[0], "denominator": base[1]}
        if unit is Unit.RATE_PER_10000:
            counts["denominator_vintage"] = "Mid-2023 estimates as first published, July 2024"
    return a_figure(
        value,
        symbol,
        indicator=indicator,
        unit=unit,
        area=area,
        period=period,
        breakdown=Breakdown.of(**parts),
        decimals=unit.decimals,
        status=Status.PROVISIONAL if local else Status.FINAL,
        thread=Thread(
            source=source,
            locator=f"row {200 + len(indicator) + period.ending % 100}, column {column}",
            file=f"{file}.{'xlsx' if local else 'csv'}",
            digest="5e1f" * 16,
            definition=f"{indicator}:2",
            vintage="2024",
            known_since=date(2024, 5, 3) if local else date(2024, 10, 31),
        ),
        **counts,
    )


def a_share(indicator: str, part: int, whole: int, **changes: Any) -> Released:
    """A percentage with the two counts it was worked from."""
    changes = {"unit": Unit.PERCENT, "base": (part, whole)} | changes
    return a_number(indicator, percent(part, whole), **changes)


def a_change(earlier: Released, later: Released) -> Released:
    """By how many per cent a count changed: a number worked out here, with its two inputs."""
    before, after = earlier.figure, later.figure
    if before.value is None or after.value is None:
        raise ValueError("a change needs two known values")
    change = a_figure(
        percent(after.value - before.value, before.value),
        indicator=after.indicator,
        unit=Unit.PERCENT_CHANGE,
        area=after.area,
        period=after.period,
        decimals=1,
        thread=Thread(
            source=after.thread.source,
            vintage=after.thread.vintage,
            definition="percentage_change:1",
            known_since=after.thread.known_since,
            calculation="the later count less the earlier, as a percentage of the earlier",
            inputs=(before.id, after.id),
        ),
    )
    return release([before, after, change])[change.id]


def bound(value: Released) -> Bound:
    """The value as it stands in a sentence."""
    return Bound(value, printed(value))


def name_of(figure: Figure) -> str:
    """What the figure is about, in words: indicator, area, period, breakdown."""
    name = _KNOWN[figure.indicator][0]
    if figure.unit is Unit.PERCENT_CHANGE:
        name = f"{name}, change on the year before"
    return ", ".join(
        part
        for part in (name, figure.area.name, figure.period.words, figure.breakdown.words)
        if part
    )


__all__ = ["ENGLAND", "NORTHMOOR", "a_change", "a_number", "a_share", "bound", "name_of"]
