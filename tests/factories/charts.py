"""Made-up charts: one of each kind as a report would show it."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from goldenthread.charts.model import Band, Chart, ChartKind, Point, Series
from goldenthread.disclosure import Released
from goldenthread.nouns import Area, AreaKind, Symbol, Unit
from tests.factories import EAST, ENGLAND, a_figure, a_thread, released

YEARS = tuple(f"{year}-{(year + 1) % 100:02d}" for year in range(2014, 2024))
NORTHMOOR = Area("999", "Northmoor", AreaKind.COUNCIL)
MONTHS = tuple(
    f"{name} {year}"
    for year in (2022, 2023)
    for name in ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
)
LONG = (
    "Children with a disability, complex health need or life-limiting condition (own or sibling’s)"
)


def value(
    number: float | str | None,
    unit: Unit = Unit.RATE_PER_10000,
    area: Area = NORTHMOOR,
    place: str = "",
) -> Released:
    """A released value, or the symbol where a letter is given; ``place`` keeps ids apart."""
    thread = a_thread(locator=place)
    symbol = Symbol(number) if isinstance(number, str) else None
    return released(
        a_figure(
            None if symbol else number,
            symbol,
            unit=unit,
            area=area,
            thread=thread,
            decimals=0 if unit is Unit.COUNT else 1,
        )
    )


def series(
    name: str,
    labels: Iterable[str],
    numbers: Sequence[float | str | None],
    unit: Unit = Unit.RATE_PER_10000,
    *,
    emphasis: bool = False,
    area: Area = NORTHMOOR,
) -> Series:
    """A series; None leaves a point out, a letter stands for its symbol."""
    return Series(
        name,
        tuple(
            Point(label, value(number, unit, area, f"{name}, {label}"))
            for label, number in zip(labels, numbers, strict=True)
            if number is not None
        ),
        emphasis,
    )


OURS = [98.1, 101.4, 120.0, 118.2, 131.7, 129.9, 140.3, 152.6, 151.4, 207.9]


def a_years_chart(**changes: object) -> Chart:
    """Ten years of a rate beside England, the region and the neighbours' band."""
    given: dict[str, object] = {
        "kind": ChartKind.YEARS,
        "title": "Section 47 enquiries per 10,000 children, Northmoor, 2014-15 to 2023-24",
        "description": "",
        "unit": Unit.RATE_PER_10000,
        "labels": YEARS,
        "series": (
            series("Northmoor", YEARS, OURS, emphasis=True),
            series(
                "England",
                YEARS,
                [138.2, 147.5, 157.4, 166.9, 168.3, 167.2, 164.4, 180.1, 191.0, 187.1],
                area=ENGLAND,
            ),
            series(
                "East of England",
                YEARS,
                [99.3, 104.2, 115.8, 121.0, 130.2, 133.7, 128.8, 140.9, 149.2, 151.3],
                area=EAST,
            ),
        ),
        "band": Band(
            "Statistical neighbours",
            series(
                "low", YEARS, [70.2, 72.4, 80.1, 79.3, 91.0, 88.2, 92.4, 99.1, 104.5, 110.2]
            ).points,
            series(
                "high",
                YEARS,
                [190.3, 201.7, 210.4, 220.2, 231.9, 240.0, 238.1, 262.3, 271.9, 280.0],
            ).points,
        ),
    }
    return Chart(**(given | changes))  # type: ignore[arg-type]


def a_months_chart(labels: Sequence[str] = MONTHS[3:15], **changes: object) -> Chart:
    """Monthly counts between limits, two months outside them."""
    counts = [1021, 1004, 748, 962, 882, 846, 930, 1330, 1011, 640, 905, 960] * 2
    count = len(labels)
    given: dict[str, object] = {
        "kind": ChartKind.MONTHS,
        "title": "Contacts at the front door each month, Northmoor",
        "description": "",
        "unit": Unit.COUNT,
        "labels": tuple(labels),
        "series": (series("Contacts", labels, counts[:count], Unit.COUNT, emphasis=True),),
        "band": Band(
            "Limits of ordinary variation",
            series("lower", labels, [702] * count, Unit.COUNT).points,
            series("upper", labels, [1198] * count, Unit.COUNT).points,
        ),
        "label_heading": "Month",
    }
    return Chart(**(given | changes))  # type: ignore[arg-type]


NEIGHBOURS = {
    "Northmoor": 91.5,
    "Eastwick": 101.2,
    "Fordham": 44.3,
    "Great Marlow and Ashby": 71.0,
    "Harcastle": 71.0,
    "Ingleby": "c",
    "Kirkholme": 58.8,
    "Lowmarsh": 39.9,
    "Millbeck": 66.4,
    "Netherby": 83.7,
    "Oxley": 52.1,
}


def a_neighbours_chart(numbers: dict[str, float | str] | None = None, **changes: object) -> Chart:
    """An area among ten neighbours, with England and its region to read it against."""
    points = [
        Point(name, value(number, area=replace(NORTHMOOR, code=name, name=name), place=name))
        for name, number in (numbers or NEIGHBOURS).items()
    ]
    points.append(Point("England", value(60.2, area=ENGLAND)))
    points.append(Point("East of England", value(57.8, area=EAST)))
    given: dict[str, object] = {
        "kind": ChartKind.NEIGHBOURS,
        "title": "Initial child protection conferences per 10,000 children, 2023-24, Northmoor "
        "and its statistical neighbours",
        "description": "",
        "unit": Unit.RATE_PER_10000,
        "labels": tuple(point.label for point in points),
        "series": (Series("Northmoor", tuple(points), emphasis=True),),
        "label_heading": "Area",
    }
    return Chart(**(given | changes))  # type: ignore[arg-type]


ISSUES = {
    "Domestic abuse": (1103, 980),
    "Information requests from other agencies": (974, 1012),
    "Physical abuse": (572, 601),
    "Neglect": (320, 355),
    LONG: (205, None),
    "Parental mental health": (204, 190),
    "Child’s mental health": (192, 231),
    "Dispute with another adult": (183, "x"),
    "Homelessness": (176, 140),
    "Child with a disability": (150, 149),
    "Radicalisation": ("c", 151),
}


def a_ranked_chart(**changes: object) -> Chart:
    """The ten largest issues this year, with last year's, one new and one that left."""
    labels = tuple(ISSUES)
    given: dict[str, object] = {
        "kind": ChartKind.RANKED,
        "title": "The ten issues most often named in contacts, Northmoor, 2023-24",
        "description": "",
        "unit": Unit.COUNT,
        "labels": labels,
        "series": (
            series(
                "2023-24", labels, [now for now, _ in ISSUES.values()], Unit.COUNT, emphasis=True
            ),
            series("2022-23", labels, [then for _, then in ISSUES.values()], Unit.COUNT),
        ),
        "label_heading": "Issue",
        "entered": (LONG,),
        "left": ("Radicalisation", "Forced marriage"),
    }
    return Chart(**(given | changes))  # type: ignore[arg-type]


GRID = {
    "Domestic abuse": (180, 180, 154, 221, 178, 190),
    "Information requests from other agencies": (160, 198, 99, 150, 220, 147),
    "Physical abuse": (96, 118, 78, 134, 86, 60),
    "Neglect": (52, 59, 46, 75, 51, 46),
    LONG: (30, 36, 19, 46, 44, 29),
    "Homelessness": (41, 41, 11, 41, 36, 31),
    "Forced marriage": (0, "c", 0, "c", "c", 7),
    "Private fostering": ("x", "x", "x", "x", "x", "x"),
    "Missing": (8, 8, 8, 8, 8, 8),
}


def a_grid_chart(**changes: object) -> Chart:
    """Six months by issue: ties, withheld counts, a row of nothing, a row that never changes."""
    labels = MONTHS[9:15]
    given: dict[str, object] = {
        "kind": ChartKind.GRID,
        "title": "Contacts by issue and month, Northmoor, October 2022 to March 2023",
        "description": "",
        "unit": Unit.COUNT,
        "labels": labels,
        "series": tuple(series(name, labels, row, Unit.COUNT) for name, row in GRID.items()),
        "label_heading": "Month",
    }
    return Chart(**(given | changes))  # type: ignore[arg-type]


OUTCOMES = {
    "No further action": (46.2, 44.0, 47.1, 51.3, 40.3),
    "Transfer to children’s social care": (33.1, 36.2, 32.9, 28.5, 35.3),
    "Early help": (17.0, 15.9, 16.0, 15.2, 17.3),
    "Not yet decided": (3.7, 3.9, 4.0, 5.0, 7.1),
}


def a_stacked_chart(
    outcomes: dict[str, Sequence[float | str]] | None = None,
    unit: Unit = Unit.PERCENT,
    **changes: object,
) -> Chart:
    """Five years of outcomes as shares of the whole."""
    labels = YEARS[-5:]
    given: dict[str, object] = {
        "kind": ChartKind.STACKED,
        "title": "Outcomes of front door episodes (per cent), Northmoor, 2019-20 to 2023-24",
        "description": "",
        "unit": unit,
        "labels": labels,
        "series": tuple(
            series(name, labels, row, unit) for name, row in (outcomes or OUTCOMES).items()
        ),
    }
    return Chart(**(given | changes))  # type: ignore[arg-type]


def a_small_multiples_chart(**changes: object) -> Chart:
    """Five measures of care leavers, one panel each."""
    lines = {
        "In touch with the council": [88, 90.1, 91, 93, 94.4, 92, 95, 95, 96, 97],
        "In suitable accommodation": [81, 83, 85, 84.2, 86, 88, "x", "x", 91, 92],
        "In education, employment or training": [55, 54, 51, 57, 60, 48, 52, 58, 61, 62.4],
        "Health assessments in time": [64, 60, 71, 70, 78, 81, 77, 76, 75, 63.4],
        LONG: ["c"] * 10,
    }
    given: dict[str, object] = {
        "kind": ChartKind.SMALL_MULTIPLES,
        "title": "Care leavers and children looked after (per cent), Northmoor",
        "description": "",
        "unit": Unit.PERCENT,
        "labels": YEARS,
        "series": tuple(series(name, YEARS, row, Unit.PERCENT) for name, row in lines.items()),
    }
    return Chart(**(given | changes))  # type: ignore[arg-type]


PLAIN = {
    "years": a_years_chart(),
    "months": a_months_chart(),
    "neighbours": a_neighbours_chart(),
    "ranked": a_ranked_chart(),
    "grid": a_grid_chart(),
    "stacked": a_stacked_chart(),
    "small multiples": a_small_multiples_chart(),
}
