"""What is withheld does not show in figures.meta.csv by its decimals."""

import csv
import io

from goldenthread.nouns import Unit
from goldenthread.report.data import tidy
from goldenthread.report.document import Cell, Row, Section, Table
from tests.factories import a_figure, a_thread, released
from tests.factories.documents import a_document


def test_report_data_says_nothing_of_the_decimals_of_what_is_withheld() -> None:
    own = a_thread(source="local.visits")
    few = a_figure("12.34", unit=Unit.PERCENT, decimals=2, numerator=3, thread=own)
    shown = a_figure("41.5", unit=Unit.PERCENT, decimals=1, period="2022-23", thread=own)
    for figures in ((few, shown), (few,)):
        rows = tuple(Row(f"Row {at}", (Cell(released(each)),)) for at, each in enumerate(figures))
        table = Table(id="t", caption="Values", columns=("Value",), rows=rows)
        document = a_document(summary=(), sections=(Section(id="s", title="S", blocks=(table,)),))
        lines = csv.DictReader(io.StringIO(tidy(document).meta.decode("utf-8"), newline=""))
        (line,) = [each for each in lines if each["col_type"] == "Indicator"]
        assert line["indicator_dp"] == "1"
