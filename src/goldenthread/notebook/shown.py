"""What a notebook is given: released values with their table, their words and their threads."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Any

import pyarrow as pa
from markupsafe import Markup

from goldenthread.charts.draw import draw
from goldenthread.disclosure import Released
from goldenthread.figures.rows import to_table
from goldenthread.notebook.display import as_html, as_text, paragraphs
from goldenthread.notebook.threads import Known, Threads, release_of, title_of
from goldenthread.nouns import Figure, GoldenThreadError, Symbol
from goldenthread.report.document import ChartBlock, Table
from goldenthread.wording.numbers import printed, with_unit


class Shown:
    """Released values in a table, with sentences about them.

    ``columns`` are columns of text put before the book's own in ``to_arrow`` and ``to_pandas``,
    an entry for each value.
    """

    def __init__(
        self,
        released: Sequence[Released],
        table: Table,
        known: Known,
        *,
        sentences: Sequence[str] = (),
        columns: Mapping[str, Sequence[str]] | None = None,
    ) -> None:
        self.released = tuple(released)
        self.table = table
        self.sentences = tuple(sentences)
        self._known = known
        self._columns = dict(columns or {})

    def __len__(self) -> int:
        return len(self.released)

    def __iter__(self) -> Iterator[Released]:
        return iter(self.released)

    @property
    def thread(self) -> Threads:
        """Where the values came from, and those that stand beside them in the table."""
        cells = (cell.content for row in self.table.rows for cell in row.cells)
        beside = [each for each in cells if isinstance(each, Released)]
        unique = {each.id: each for each in (*self.released, *beside)}
        return Threads(tuple(unique.values()), self._known)

    def to_arrow(self) -> pa.Table:
        """The values as an Arrow table with the figure book's columns, a row for each.

        A withheld value, and the counts that would give it away, are empty and have a symbol.
        """
        table = to_table([_safe(each) for each in self.released])
        for position, (name, texts) in enumerate(self._columns.items()):
            table = table.add_column(position, name, pa.array(texts, pa.string()))
        return table

    def to_pandas(self) -> Any:
        """The same as a pandas data frame."""
        return self.to_arrow().to_pandas()

    def __repr__(self) -> str:
        return "\n".join([*self.sentences, as_text(self.table)])

    def _repr_html_(self) -> str:
        return self._page(as_html(self.table))

    def _page(self, middle: Markup) -> str:
        way = Markup(self.thread._repr_html_())  # noqa: S704  (its texts are escaped)
        told = paragraphs([" ".join(self.sentences)] if self.sentences else [])
        return Markup("<div>{}{}<details><summary>{}</summary>{}</details></div>").format(
            told, middle, "Where this comes from", way
        )


class ShownFigure(Shown):
    """One value of one thing, or the symbol in its place."""

    @property
    def figure(self) -> Figure:
        """The figure in its safe form: a withheld one has no value and no counts."""
        return _safe(self.released[0])

    @property
    def value(self) -> Decimal | None:
        """The value, or None where a symbol stands."""
        return self.figure.value

    @property
    def symbol(self) -> Symbol | None:
        """The symbol, or None where there is a value."""
        return self.figure.symbol

    @property
    def printed(self) -> str:
        """The value as it is printed, its unit after it: ``207.9 per 10,000 children``."""
        return with_unit(self.released[0])

    def __repr__(self) -> str:
        figure = self.figure
        told = printed(figure) + (f", {figure.symbol.meaning}" if figure.symbol else "")
        return f"{title_of(figure)}: {told} ({figure.unit.words}; {release_of(figure)})"


class ShownChart(Shown):
    """A chart with its table and its words."""

    def __init__(self, block: ChartBlock, known: Known) -> None:
        chart = block.chart
        runs = [(series.name, series.points) for series in chart.series]
        if band := chart.band:
            runs += [(f"{band.name}, lower", band.lower), (f"{band.name}, upper", band.upper)]
        marks = [(name, point) for name, points in runs for point in points]
        super().__init__(
            [point.released for _, point in marks],
            block.table,
            known,
            columns={
                "series": [name for name, _ in marks],
                "label": [point.label for _, point in marks],
            },
        )
        self.chart = chart

    def svg(self, width: int = 640) -> str:
        """The picture as SVG, ``width`` pixels wide, at least 320.

        Raises GoldenThreadError where the extra ``report``, which draws, is not installed.
        """
        try:
            return draw(self.chart, width)
        except ValueError as error:
            raise GoldenThreadError(f"{str(error)[:1].upper()}{str(error)[1:]}.") from error

    def __repr__(self) -> str:
        return "\n".join([self.chart.description, super().__repr__()])

    def _repr_html_(self) -> str:
        table = as_html(self.table)
        try:
            picture = Markup(self.svg())  # noqa: S704  (drawn here, its texts escaped)
        except GoldenThreadError as error:
            return self._page(paragraphs([str(error)]) + table)
        folded = Markup("<details><summary>The same in a table</summary>{}</details>")
        figure = Markup('<figure style="margin:0"><figcaption><b>{}</b></figcaption>{}</figure>')
        return self._page(figure.format(self.chart.title, picture) + folded.format(table))


def _safe(released: Released) -> Figure:
    """The figure without the sum it came from where it is withheld: a sum names its numbers."""
    figure = released.figure
    if not (released.withheld and figure.thread.computed):
        return figure
    thread = replace(figure.thread, calculation="worked out from what is withheld")
    return replace(figure, thread=thread)
