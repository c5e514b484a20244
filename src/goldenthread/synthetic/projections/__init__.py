"""Histories in each format: what a council would have sent of them, as far as the format goes."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import pyarrow as pa

from goldenthread.nouns import GoldenThreadError
from goldenthread.synthetic.projections import (
    annex_a,
    cin_census,
    own_returns,
    ssd,
    ssda903,
    ssda903_xml,
)
from goldenthread.synthetic.projections.view import View

Write = Callable[[View, Path], Sequence[Path]]

_WRITERS: Mapping[str, Write] = {
    "annex_a": annex_a.write,
    "cin_census": cin_census.write,
    "gcp2": own_returns.write_gcp2,
    "mash": own_returns.write_mash,
    "ssd": ssd.write,
    "ssda903": ssda903.write,
    "ssda903_xml": ssda903_xml.write,
}

KINDS = tuple(_WRITERS)


def write(
    kind: str, tables: Mapping[str, pa.Table], area: str, year: int, folder: Path
) -> list[Path]:
    """One return of an area for a reporting year, by the year it ends in; the files written.

    What is known on 31 March is written and nothing later. ``kind`` is one of ``KINDS``:

    - ``annex_a``: a workbook of lists 1 to 11, as if inspectors asked on 31 March: mostly six
      months. Needs XlsxWriter, which comes with the ``report`` extra.
    - ``cin_census``: the XML of the children in need census.
    - ``ssda903``, ``ssda903_xml``: the return of children looked after, as CSV files or XML.
    - ``ssd``: a folder of the safeguarding dataset, with everything the tables hold.
    - ``mash``, ``gcp2``: our own returns, one CSV file for each table, for the year.

    Raises GoldenThreadError for another kind, and where XlsxWriter is not installed.
    """
    if kind not in _WRITERS:
        raise GoldenThreadError(f"There is no format {kind!r}: choose of {', '.join(KINDS)}.")
    folder.mkdir(parents=True, exist_ok=True)
    return list(_WRITERS[kind](View.of(tables, area, year), folder))
