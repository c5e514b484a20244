"""Records kept as Parquet, one file per table: written once, and where later steps start from."""

from goldenthread.sources.parquet.reading import KIND, read, recognises, within
from goldenthread.sources.parquet.writing import write

__all__ = ["KIND", "read", "recognises", "within", "write"]
