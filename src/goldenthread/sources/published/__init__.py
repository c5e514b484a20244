"""Published statistics: what the Department for Education and others release as files."""

from goldenthread.sources.published.dataset import Dataset, datasets
from goldenthread.sources.published.reading import Reading, read_folder

__all__ = ["Dataset", "Reading", "datasets", "read_folder"]
