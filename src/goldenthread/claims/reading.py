"""Everything read for one run of the checks: documents, sentences, and what is beside them."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Any, TypeVar

from goldenthread.claims.documents.model import Document, Grid, Passage
from goldenthread.claims.language.model import Sentence
from goldenthread.claims.language.rows import is_lost_table
from goldenthread.claims.language.sentences import sentences_of
from goldenthread.nouns import Area, Break, NeighbourSet

# Loading the book's rooms takes longer than reading a page: only who has a book pays.
if TYPE_CHECKING:
    from goldenthread.figures import FigureBook

Found = TypeVar("Found")


@dataclass
class Reading:
    """The documents of one run, in the order given, with the area and book they are held against.

    ``area`` and ``book`` are None where none was given; ``neighbour_sets`` say whose values make
    the book's statistical neighbours, and ``breaks`` which series are counted otherwise from a
    day on (None: those that hold for every council). Sentences are found once and shared by all
    checks.
    """

    documents: tuple[Document, ...]
    area: Area | None = None
    book: "FigureBook | None" = field(default=None, repr=False)
    neighbour_sets: tuple[NeighbourSet, ...] = ()
    breaks: tuple[Break, ...] | None = None
    _found: dict[Any, tuple[Any, ...]] = field(default_factory=dict, repr=False)

    def once(self, find: Callable[["Reading"], Iterable[Found]]) -> tuple[Found, ...]:
        """What ``find`` finds in this reading, found for the first check that asks."""
        if find not in self._found:
            self._found[find] = tuple(find(self))
        return self._found[find]

    @cached_property
    def known_breaks(self) -> tuple[Break, ...]:
        """The breaks given, or those that hold for every council."""
        if self.breaks is not None:
            return self.breaks
        from goldenthread.comparisons import national_breaks

        return national_breaks()

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        """Every sentence of every passage, in reading order, but for rows of lost tables."""
        return tuple(
            each for each in self._written if not is_lost_table(each.text, each.quantities)
        )

    @cached_property
    def lost_rows(self) -> tuple[Sentence, ...]:
        """What stands among the sentences and is rows of a table without its lines: not judged."""
        return tuple(each for each in self._written if is_lost_table(each.text, each.quantities))

    @cached_property
    def _written(self) -> tuple[Sentence, ...]:
        return tuple(
            sentence
            for document in self.documents
            for passage in document.passages
            for sentence in sentences_of(document.file, passage)
        )

    @cached_property
    def grids(self) -> tuple[tuple[Document, Grid], ...]:
        """Every table, with the document it stands in."""
        return tuple((document, grid) for document in self.documents for grid in document.grids)

    @cached_property
    def passages(self) -> tuple[tuple[Document, Passage], ...]:
        """Every passage, with the document it stands in."""
        return tuple(
            (document, passage) for document in self.documents for passage in document.passages
        )
