"""A book is built, asked and written without loading pandas, which is as large as a report."""

import subprocess
import sys

import pyarrow as pa

from goldenthread.engines import connect, fetched, lent

PROGRAM = """
import sys
from pathlib import Path
from goldenthread.figures import FigureBook
from tests.factories import a_figure
book = FigureBook.of([a_figure(4), a_figure(5, period="2022-23")])
book = book.with_figures([a_figure(6, period="2021-22")])
shelf = book.shelf({"821"}, report_year=2024, beside={"E92000001"}, years=3)
found = book.figures(area="821")
book.other_values_of(found), book.restatements(), book.to_arrow()
book.write(Path(sys.argv[1]))
print(len(shelf), len(found), "pandas" in sys.modules)
"""


def test_figures_are_kept_and_asked_for_without_pandas(tmp_path):
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, str(tmp_path / "book.parquet")],
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.split() == ["3", "3", "False"], done.stderr


def test_a_table_is_lent_for_as_long_as_it_is_needed():
    con = connect()
    given = pa.table({"area": ["821", None], "value": [1.5, None]})
    with lent(con, given) as table:
        assert fetched(table.order_by("area")).to_pylist() == given.to_pylist()
        assert fetched(table.filter(table.area == "none")).num_rows == 0
        assert lent_now(con) == [(table.get_name(),)]
    assert lent_now(con) == []


def lent_now(con):
    """The names of what is lent to a connection, as the database itself knows them."""
    found = con.con.execute("select view_name from duckdb_views() where view_name like 'lent_%'")
    return found.fetchall()
