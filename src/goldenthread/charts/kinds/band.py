"""The shaded stretch between two series: the neighbours' lowest and highest, or the limits."""

from goldenthread.charts import palette
from goldenthread.charts.model import Chart
from goldenthread.charts.panel import Panel
from goldenthread.charts.runs import Place, breaks_at, places, runs
from goldenthread.charts.sheet import Sheet, Spec


def ends(chart: Chart) -> tuple[Place, Place] | None:
    """The lower and upper place where the band is last known, or None where it never is."""
    both = _both(chart)
    return both[-1] if both else None


def _both(chart: Chart) -> list[tuple[Place, Place]]:
    if chart.band is None:
        return []
    upper = {place.index: place for place in places(chart.band.upper, chart.labels)}
    return [
        (place, upper[place.index])
        for place in places(chart.band.lower, chart.labels)
        if place.index in upper
        and place.released.value is not None
        and upper[place.index].released.value is not None
    ]


def draw_band(sheet: Sheet, panel: Panel, chart: Chart) -> None:
    """Shade the band where both ends are known, and draw its edges, which carry its contrast."""
    both = {low.index: (low, high) for low, high in _both(chart)}
    cuts = breaks_at(chart.breaks, chart.labels)
    stretches = runs([low for low, _ in both.values()], cuts)
    rows: list[Spec] = [
        {
            "series": chart.band.name if chart.band else "",
            "part": number,
            "label": place.label,
            "place": place.index,
            "value": float(place.released.value or 0),
            "upper": float(both[place.index][1].released.value or 0),
            "alone": len(stretch) == 1,
        }
        for number, stretch in enumerate(stretches)
        for place in stretch
    ]
    wide = [row for row in rows if not row["alone"]]
    single = [row for row in rows if row["alone"]]
    if wide:
        sheet.marks.append(
            {
                "data": {"values": wide},
                "mark": {"type": "area", "fill": palette.SHADE, "opacity": 1},
                "encoding": {
                    "x": panel.across(),
                    "y": panel.up(),
                    "y2": {"field": "upper"},
                    "detail": {"field": "part"},
                },
            }
        )
    edge = {"stroke": palette.GREY, "strokeWidth": 1, "strokeDash": [1, 2]}
    for field in ("value", "upper"):
        if wide:
            sheet.marks.append(
                {
                    "data": {"values": wide},
                    "mark": {"type": "line", **edge},
                    "encoding": {
                        "x": panel.across(),
                        "y": panel.up(field),
                        "detail": {"field": "part"},
                    },
                }
            )
    if single:
        sheet.marks.append(
            {
                "data": {"values": single},
                "mark": {"type": "rule", "stroke": palette.GREY, "strokeWidth": 2},
                "encoding": {"x": panel.across(), "y": panel.up(), "y2": {"field": "upper"}},
            }
        )
