"""A row or a column of a table: its label, and what the label says of it."""

from dataclasses import dataclass
from functools import cached_property

from goldenthread.claims.tables.labels import (
    Sense,
    When,
    Whole,
    is_of_which,
    is_stock,
    key_of,
    says_count,
    sense_of,
    when_of,
    whole_of,
)


@dataclass(frozen=True)
class Line:
    """A row or a column: its printed label, and the levels of headings it stands under.

    ``levels`` are label keys from the outermost heading in; ``section`` is the key of the heading
    row that a row stands below; ``given`` what the table's title says of all its columns.
    ``empty`` lines (headings, spacers) hold no number; a ``member`` is one of the parts though its
    label may be a total's ("Both", of two kinds, with "All" below it). What the label says is read
    once, however many checks ask.
    """

    index: int
    label: str
    levels: tuple[str, ...]
    locator: str
    section: str = ""
    empty: bool = False
    member: bool = False
    given: Sense = Sense.COUNT

    @cached_property
    def key(self) -> str:
        """The whole label as it is compared with others."""
        return key_of(self.label)

    @cached_property
    def whole(self) -> Whole:
        """How plainly the label says that the line is made of others."""
        if self.member:
            return Whole.NO
        return max(
            (whole_of(level) for level in (*self.levels, self.label)),
            key=(Whole.NO, Whole.ALL, Whole.TOTAL_OF, Whole.TOTAL).index,
        )

    @cached_property
    def sense(self) -> Sense:
        """What kind of number the label, or else the table's title, says the line holds."""
        said = sense_of(self.label)
        return self.given if said is Sense.COUNT and not says_count(self.label) else said

    @cached_property
    def when(self) -> When | None:
        """The time the line stands for, where its label is one."""
        return when_of(self.label)

    @cached_property
    def stock(self) -> bool:
        """Whether the line tells what there is on a day."""
        return is_stock(self.label)

    @cached_property
    def of_which(self) -> bool:
        """Whether the line is a part of the one before it."""
        return is_of_which(self.label)
