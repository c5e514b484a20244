"""A block between gathering and printing: what it declares, and how it is composed."""

from collections.abc import Callable
from dataclasses import dataclass

from goldenthread.nouns import Figure
from goldenthread.report.document import Block, Note
from goldenthread.wording.sentences import Writer


@dataclass(frozen=True, slots=True)
class Prepared:
    """``figures`` go through disclosure; then ``compose`` writes the block with what comes back.

    ``shows`` names the indicators a reader can see in it, so that an outlier cannot go missing;
    ``not_known`` those it was asked for and has no figure of. ``written`` is for a block that holds
    something without any figure. ``absent`` is for one that this report has no place for: it is
    left out with its heading.
    """

    figures: tuple[Figure, ...]
    compose: Callable[[Writer], tuple[Block, ...]]
    shows: tuple[str, ...] = ()
    not_known: tuple[str, ...] = ()
    written: bool = False
    absent: bool = False


def nothing_known(names: tuple[str, ...], reason: str) -> Prepared:
    """A block that has no figures, and says so."""
    note = Note((reason,), heading="Not known")
    return Prepared((), lambda _writer: (note,), (), names)
