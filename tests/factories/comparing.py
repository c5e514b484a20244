"""Figures to compare: years of them for several councils, and Luton's published ones."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from goldenthread.indicators.definition import (
    Basis,
    Computation,
    Indicator,
    Polarity,
    Theme,
)
from goldenthread.nouns import Area, AreaKind, Figure, NeighbourSet, Period, PeriodKind, Unit
from tests.factories import EAST, ENGLAND, LUTON, a_figure, a_thread

YEAR = Period.financial_year(2024)

NEIGHBOURS = {
    code: Area(code, name, AreaKind.COUNCIL)
    for code, name in {
        "330": "Birmingham",
        "871": "Slough",
        "333": "Sandwell",
        "380": "Bradford",
        "308": "Enfield",
        "335": "Walsall",
        "312": "Hillingdon",
        "831": "Derby",
        "317": "Redbridge",
        "874": "Peterborough",
    }.items()
}
LUTON_2021 = NeighbourSet("Statistical neighbours 2021", 2021, "821", tuple(NEIGHBOURS))
LUTON_2025 = NeighbourSet(
    "Statistical neighbours 2025",
    2025,
    "821",
    ("871", "874", "331", "313", "312", "856", "307", "333", "852", "301"),
)

Years = Mapping[int, float | str]


def an_indicator(**changes: Any) -> Indicator:
    """Section 47 enquiries, compared by rate, neutral, unless told otherwise."""
    given: dict[str, Any] = {
        "name": "section_47_enquiries",
        "title": "Section 47 enquiries",
        "words": "Section 47 enquiries",
        "counted": "section 47 enquiries",
        "theme": Theme.CHILD_PROTECTION,
        "units": (Unit.COUNT, Unit.RATE_PER_10000),
        "compared_by": Unit.RATE_PER_10000,
        "numerator": "Enquiries begun in the year.",
        "denominator": "Children aged 0 to 17.",
        "window": "The year.",
        "period_kind": PeriodKind.FINANCIAL_YEAR,
        "polarity": Polarity.NEUTRAL,
        "polarity_reason": "More may be more harm or more of it seen.",
        "basis": Basis.STATUTORY,
        "computation": Computation.PUBLISHED_ONLY,
        "source": "dfe.c4",
        "limits": "Says that harm was suspected.",
        "checked": date(2026, 11, 20),
        "checked_against": "the release",
    }
    return Indicator(**(given | changes))


def a_percentage(**changes: Any) -> Indicator:
    """A percentage where low is better, placements over 20 miles, unless told otherwise."""
    given: dict[str, Any] = {
        "name": "looked_after_placed_over_20_miles",
        "title": "Looked-after children placed over 20 miles from home",
        "units": (Unit.PERCENT,),
        "compared_by": Unit.PERCENT,
        "period_kind": PeriodKind.YEAR_END,
        "polarity": Polarity.LOW_IS_BETTER,
        "source": "lait",
    }
    return an_indicator(**(given | changes))


def years_of(indicator: Indicator, area: Area, values: Years, **changes: Any) -> list[Figure]:
    """A figure for each year by the year it ends in, in the unit areas are compared by.

    A value may be a pair of counts as text, ``1252/60207``, which is worked out.
    """
    found = []
    for ending, value in values.items():
        period = (
            Period.year_end(ending)
            if indicator.period_kind is PeriodKind.YEAR_END
            else Period.financial_year(ending)
        )
        given: dict[str, Any] = {
            "indicator": indicator.name,
            "unit": indicator.compared_by,
            "area": area,
            "period": period,
            "decimals": 1,
            "thread": a_thread(
                source=indicator.source,
                definition=f"{indicator.name}:1",
                locator=f"row of {area.name} {ending}",
            ),
        } | changes
        if isinstance(value, str):
            above, below = value.split("/")
            scale = 100 if given["unit"] is Unit.PERCENT else 10_000
            given |= {"numerator": above, "denominator": below}
            value = round(int(above) * scale / int(below) + 1e-9, given["decimals"])
        found.append(a_figure(value, **given))
    return found


def councils(number: int) -> list[Area]:
    """So many made-up councils, with codes that are no real one's."""
    return [Area(f"X{each:03}", f"Council {each}", AreaKind.COUNCIL) for each in range(number)]


def _rates(
    indicator: Indicator, luton: Years, england: Years, members: Mapping[str, Sequence[float]]
) -> list[Figure]:
    figures = years_of(indicator, LUTON, luton) + years_of(indicator, ENGLAND, england)
    for code, (earlier, later) in members.items():
        figures += years_of(indicator, NEIGHBOURS[code], {2023: earlier, 2024: later})
    return figures


def luton_section_47() -> list[Figure]:
    """Section 47 enquiries in rates and counts, from the release of 2024 (dfe.c4)."""
    indicator = an_indicator()
    rates = {
        2013: 162.5, 2014: 179.2, 2015: 140.6, 2016: 150.1, 2017: 192.3, 2018: 169.8,
        2019: 212.7, 2020: 219, 2021: 224.7, 2022: 207.4, 2023: "912/59369", 2024: "1252/60207",
    }  # fmt: skip
    members = {
        "330": (191.5, 211.4), "871": (311.9, 275.4), "333": (202.3, 194.6),
        "380": (307.9, 280.4), "308": (257.8, 209.1), "335": (155.2, 161.9),
        "312": (140.9, 167.1), "831": (242.3, 276.6), "317": (179.7, 176.5),
        "874": (102.1, 173.3),
    }  # fmt: skip
    counts = years_of(
        indicator, LUTON, {2022: 1219, 2023: 912, 2024: 1252}, unit=Unit.COUNT, decimals=0
    )
    return [*_rates(indicator, rates, {2023: 189.6, 2024: 187.1}, members), *counts]


def luton_conferences() -> list[Figure]:
    """Initial conferences per 10,000 children, from the release of 2024 (dfe.c4)."""
    indicator = an_indicator(name="initial_conferences")
    rates = {
        2013: 54.5, 2014: 88.1, 2015: 57.1, 2016: 49.9, 2017: 64.2, 2018: 57.2, 2019: 50.3,
        2020: 60, 2021: 68.3, 2022: 70.6, 2023: "430/59369", 2024: "551/60207",
    }  # fmt: skip
    members = {
        "330": (64.4, 69.2), "871": (83.6, 70), "333": (56.3, 70.4), "380": (90.1, 76.3),
        "308": (63.6, 63.2), "335": (51.6, 45.1), "312": (50, 43), "831": (66.7, 58.6),
        "317": (53.4, 50.8), "874": (39, 82.9),
    }  # fmt: skip
    return _rates(indicator, rates, {2023: 62.6, 2024: 60.2}, members)


def luton_distant_placements() -> list[Figure]:
    """Looked-after children placed more than 20 miles away, in whole per cent (LAIT)."""
    indicator = a_percentage()
    shares = {2016: 26, 2017: 27, 2018: 29, 2019: 32, 2020: 32, 2021: 34, 2022: 29, 2023: 25,
              2024: 32}  # fmt: skip
    members = {
        "330": (12, 12), "871": (25, 27), "333": (9, 11), "380": (17, 19), "308": (13, 15),
        "335": (18, 17), "312": (22, 19), "831": (33, 31), "317": (13, 12), "874": (27, 27),
    }  # fmt: skip
    figures = years_of(indicator, LUTON, shares, decimals=0)
    figures += years_of(indicator, ENGLAND, {2023: 17, 2024: 18}, decimals=0)
    figures += years_of(indicator, EAST, {2023: 20, 2024: 21}, decimals=0)
    for code, (earlier, later) in members.items():
        values = {2023: earlier, 2024: later}
        figures += years_of(indicator, NEIGHBOURS[code], values, decimals=0)
    return figures
