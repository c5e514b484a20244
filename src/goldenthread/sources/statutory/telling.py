"""Tells what is wrong with the elements of a file: where it stands, and never what stands there."""

from collections import Counter

from goldenthread.nouns import Fault, Severity
from goldenthread.sources.statutory.gathered import Gathered, Rows
from goldenthread.sources.statutory.layout import Kind, Role
from goldenthread.tables import Found

# A return has some hundred names; of more than these no memory is kept.
MOST_NAMES = 10_000

# What each element is inside a row of some kind, by its tag.
Roles = dict[str, tuple[Role, Kind | None, int]]


class Row:
    """A row whose element has begun; or the document, which is in no row and of no kind."""

    __slots__ = ("_counts", "kind", "number", "outer", "roles", "rows")

    def __init__(
        self, kind: Kind | None, rows: Rows, number: int, outer: "Row | None", roles: Roles
    ) -> None:
        self.kind = kind
        self.rows = rows
        self.number = number
        self.outer = outer
        self.roles = roles
        self._counts: Counter[str] | None = None

    def ordinal(self, name: str) -> int:
        """The next of its like within."""
        if self._counts is None:
            self._counts = Counter()
        self._counts[name] += 1
        return self._counts[name]


class Telling:
    """Adds the faults of one file's elements to those found."""

    def __init__(self, gathered: Gathered, file: str, found: Found) -> None:
        self._gathered = gathered
        self._file = file
        self._found = found
        self._known: set[str] = set()

    def twice(self, row: Row, cell: str, line: int) -> None:
        """An element stands again in what can hold one of it."""
        self._add(
            "element_twice",
            "This element stands twice in what can only hold it once: the first is kept. Correct "
            "it where it was exported.",
            f"{self._place(row, cell)}, line {line}",
        )

    def stray(self, text: str | None, row: Row, line: int) -> None:
        """A text stands between elements, where nobody looks for one; white space is none."""
        if text and not text.isspace():
            self._add(
                "stray_text",
                "A text stands between the elements here and is not read: correct it where it was "
                "exported.",
                f"{self._place(row)}, line {line}",
                Severity.WARNING,
            )

    def unknown(self, what: str, tag: str, row: Row, line: int) -> None:
        """An element or attribute that nobody knows, told once of each name.

        By its place alone: in a broken file its name may be a text that slipped between brackets.
        """
        name = what + tag.rpartition("}")[2]
        if name in self._known:
            return
        if len(self._known) < MOST_NAMES:
            self._known.add(name)
        self._add(
            "unknown_column",
            f"This {what} is none of the return: its text is not read. It is told once.",
            f"{self._place(row)}, line {line}",
            Severity.WARNING,
        )

    def broken_off(self, child: str, whole: int, line: int) -> None:
        """The file cannot be read any further than before one child."""
        self._add(
            "file_breaks_off",
            f"The file is broken here: what stands before {child} {whole + 1:,} is read, and "
            "nothing after. Export it again.",
            f"line {line}",
        )

    def _add(
        self, rule: str, message: str, place: str, severity: Severity = Severity.ERROR
    ) -> None:
        self._found.add(Fault(rule, message, self._file, place, severity))

    def _place(self, row: Row, cell: str = "") -> str:
        if row.kind is None:
            return cell or "outside every child"
        path = self._gathered.path(row.kind.name, row.number)
        return " / ".join([*path, cell] if cell else path)
