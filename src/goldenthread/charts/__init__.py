"""How it is seen: a chart, its table and its words, always together."""

from goldenthread.charts.model import Band, BreakMark, Chart, ChartKind, Point, Series

__all__ = ["Band", "BreakMark", "Chart", "ChartKind", "Point", "Series"]
