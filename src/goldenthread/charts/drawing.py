"""Draws all the charts of a report in a process of their own.

The converter's JavaScript engine takes more than a hundred megabytes and never gives them back;
in a process that ends it does. For a chart or two, ``draw`` does it here.
"""

import json
from collections.abc import Iterable

from goldenthread.charts.apart import Apart, NoAnswerError
from goldenthread.charts.draw import dressed, lay_out
from goldenthread.charts.model import Chart
from goldenthread.charts.renderer import ask_for_converter
from goldenthread.charts.sheet import Sheet

# A report's charts take about a second; those that take so long are not coming.
PATIENCE = 120


class Drawing(Apart):
    """Pictures drawn beside this process: told which, then called with a chart for its SVG.

    The engine starts with the object, so that it is ready by the time the charts are known. Give
    the charts with ``draw``, once, and call the object with any of them: the first call waits.

    Raises GoldenThreadError where the extra ``report`` is not installed.
    """

    def __init__(self) -> None:
        ask_for_converter()
        super().__init__("goldenthread.charts.renderer")
        self._laid_out: list[tuple[Chart, Sheet]] = []
        self._pictures: dict[int, str] = {}

    def draw(self, charts: Iterable[Chart]) -> None:
        """Begin to draw these; raises ValueError as ``lay_out`` does."""
        self._laid_out = [(chart, lay_out(chart)) for chart in charts]
        self.hand(json.dumps([sheet.specification() for _, sheet in self._laid_out]).encode())

    def __call__(self, chart: Chart) -> str:
        """The picture of one of those charts, as ``charts.draw`` would give it.

        Raises RuntimeError where they could not be drawn.
        """
        if not self._pictures:
            self._pictures = self._finished()
        return self._pictures[id(chart)]

    def _finished(self) -> dict[int, str]:
        try:
            drawn = json.loads(self.answer(PATIENCE))
        except (NoAnswerError, TimeoutError) as error:
            raise RuntimeError(f"the charts could not be drawn: {error}") from error
        return {
            id(chart): dressed(svg, chart, sheet)
            for (chart, sheet), svg in zip(self._laid_out, drawn, strict=True)
        }
