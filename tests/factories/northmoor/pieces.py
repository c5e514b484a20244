"""What several sections of Northmoor's made-up report use: slots, and a chart's own table."""

from goldenthread.charts.model import Chart
from goldenthread.report.document import Cell, ChartBlock, Prose, Row, Slot, SlotKind, Table


def slots(name: str, **written: Prose) -> tuple[Slot, ...]:
    """The three slots of a section; those not written stay empty."""
    return tuple(
        Slot(f"{name}-{kind.name.lower()}", kind, written.get(kind.name.lower()))
        for kind in SlotKind
    )


def table_of(identity: str, chart: Chart, corner: str = "Year") -> ChartBlock:
    """A chart with the table of its own series."""
    rows = tuple(
        Row(label, tuple(Cell(series.points[at].released) for series in chart.series))
        for at, label in enumerate(chart.labels)
    )
    columns = tuple(series.name for series in chart.series)
    table = Table(
        id=f"table-{identity}", caption=chart.title, columns=columns, rows=rows, corner=corner
    )
    return ChartBlock(f"chart-{identity}", chart, table)
