"""A partnership's own tables as they come, each described by one short mapping file."""

from goldenthread.sources.spreadsheets.loading import load_mapping
from goldenthread.sources.spreadsheets.mapping import Mapping
from goldenthread.sources.spreadsheets.reading import TableReading, read_table

__all__ = ["Mapping", "TableReading", "load_mapping", "read_table"]
