"""Published statistics: what the Department for Education and others release as files."""

from goldenthread.sources.published.dataset import Dataset, datasets
from goldenthread.sources.published.neighbours import read_neighbour_sets
from goldenthread.sources.published.reading import Reading, read_folder
from goldenthread.sources.published.tool_dictionary import read_dictionary

__all__ = [
    "Dataset",
    "Reading",
    "datasets",
    "read_dictionary",
    "read_folder",
    "read_neighbour_sets",
]
