"""Facts in small tables of our own: figures with their sources, kept as CSV and read at once."""

from goldenthread.sources.facts.reading import (
    SourceNote,
    read_facts,
    read_neighbours,
    read_sources,
)
from goldenthread.sources.facts.writing import write_facts, write_neighbours

__all__ = [
    "SourceNote",
    "read_facts",
    "read_neighbours",
    "read_sources",
    "write_facts",
    "write_neighbours",
]
