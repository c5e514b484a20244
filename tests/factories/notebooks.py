"""A made book as a notebook asks it, and what its libraries warn of in one another."""

from collections.abc import Iterable
from typing import Any

import pytest

from goldenthread.figures import FigureBook
from goldenthread.notebook import Notebook
from goldenthread.nouns import Figure
from tests.factories.comparing import LUTON_2021, LUTON_2025

# Looking up other values reads an option of pandas' that is to go; a reader is told nothing of it.
LIBRARIES_WARN = [
    pytest.mark.filterwarnings("ignore:The 'future.infer_string' option:DeprecationWarning"),
]


def a_notebook(figures: Iterable[Figure], **changes: Any) -> Notebook:
    """A notebook on a book of these figures, about Luton in 2023-24 unless told otherwise."""
    given: dict[str, Any] = {
        "neighbour_sets": [LUTON_2021, LUTON_2025],
        "area": "Luton",
        "year": "2023-24",
    }
    return Notebook(FigureBook.of(figures), **(given | changes))
