"""Years: the area's line over the years beside others', over the band of its neighbours."""

from goldenthread.charts import lettering, palette
from goldenthread.charts.kinds import lines
from goldenthread.charts.kinds.band import draw_band, ends
from goldenthread.charts.lettering import LABEL
from goldenthread.charts.model import Chart
from goldenthread.charts.sheet import Sheet
from goldenthread.wording.numbers import printed


def lay_out(chart: Chart, width: float) -> Sheet:
    """At most four lines, labelled at their ends, with the emphasised one marked at each year."""
    sheet = Sheet(width)
    drawn = lines.the_lines(chart)
    last = ends(chart)
    words = (
        [f"{chart.band.name} {printed(last[0].released)} to {printed(last[1].released)}"]
        if chart.band and last
        else []
    )
    panel = lines.frame(sheet, chart, drawn, words)
    draw_band(sheet, panel, chart)
    lines.draw_lines(sheet, panel, chart, drawn, marked=len(chart.labels) <= 14)
    labels = lines.end_labels(panel, sheet, drawn)
    if last and last[1].released.value is not None:
        room = width - panel.right - lines.LEADER + 0.01
        labels.append(
            lines.EndLabel(
                tuple(lettering.wrap(words[0], room, LABEL)),
                panel.x(last[1].index),
                panel.y(last[1].released.value),
                palette.GREY,
            )
        )
    lines.write_end_labels(sheet, panel, labels)
    return lines.finish(sheet, panel, chart, drawn, [])
