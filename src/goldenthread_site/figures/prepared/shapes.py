"""What a page of figures shows, all in words, printed numbers and pictures: what is kept ready.

Nothing here is a figure: a number is text, as it is printed, with its note beside it.
"""

from dataclasses import dataclass

NONE_HELD = "no figure"


@dataclass(frozen=True, slots=True)
class Number:
    """A number as it is printed, or the words in its place; ``note`` belongs wherever it stands."""

    text: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Direction:
    """Which way a figure went, in words. ``judged`` is better, worse or nothing."""

    word: str = ""
    judged: str = ""
    doubt: str = ""


@dataclass(frozen=True, slots=True)
class Picture:
    """A small picture of a series (SVG), and the same in words."""

    svg: str = ""
    words: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the scorecard."""

    name: str
    title: str
    unit: str
    before: Number
    now: Number
    trend: Picture
    direction: Direction
    england: Number
    region: Number
    neighbours: Number
    target: str
    target_met: str
    told: str
    stands_out: str
    breaks: tuple[str, ...]
    # What has to be said of these numbers, each naming those it is about.
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Lines:
    """Lines of one kind of period: what is not of the reporting year stands in a table apart."""

    apart: str
    before: str
    now: str
    lines: tuple[Line, ...]

    @property
    def compared(self) -> bool:
        """True where anything stands beside any of its figures."""
        return any(
            beside.text != NONE_HELD
            for line in self.lines
            for beside in (line.england, line.region, line.neighbours)
        )


@dataclass(frozen=True, slots=True)
class Group:
    """A theme of the scorecard."""

    key: str
    title: str
    tables: tuple[Lines, ...]


@dataclass(frozen=True, slots=True)
class Returned:
    """One figure that came with a return: the return’s number and what it is about."""

    number: int
    indicator: str
    unit: str
    breakdown: str
    area: str
    period: str
    shown: Number
    value: float | None


@dataclass(frozen=True, slots=True)
class Scorecard:
    """A year’s figures by theme, and every figure that came with a return."""

    year: str
    region: str
    groups: tuple[Group, ...]
    returned: tuple[Returned, ...]
    # The names of what stands out, the furthest first.
    outliers: tuple[str, ...]

    @property
    def compared(self) -> bool:
        """True where England’s figures, or others’, stand beside any of its own."""
        return any(table.compared for group in self.groups for table in group.tables)

    def lines(self) -> dict[str, Line]:
        """Every line by its indicator’s name."""
        return {
            line.name: line
            for group in self.groups
            for table in group.tables
            for line in table.lines
        }


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table."""

    heading: str
    cells: tuple[Number, ...]


@dataclass(frozen=True, slots=True)
class Tabled:
    """A table as it is printed."""

    caption: str
    corner: str
    columns: tuple[str, ...]
    rows: tuple[Row, ...]
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Shown:
    """One thing on an indicator’s page: ``kind`` says which of the others is filled."""

    kind: str
    text: str = ""
    heading: str = ""
    svg: str = ""
    table: Tabled | None = None


@dataclass(frozen=True, slots=True)
class Other:
    """Another value known of the same thing."""

    text: str
    source: str
    known_since: str


@dataclass(frozen=True, slots=True)
class Way:
    """A printed figure’s way back to where it came from, and the other values it has."""

    figure: str
    printed: str
    what: str
    source: str
    place: str
    status: str
    note: str
    # The return it came with, 0 for none, and what it is about, so that its cell can be found.
    number: int
    about: tuple[str, str, str, str]
    others: tuple[Other, ...]


@dataclass(frozen=True, slots=True)
class IndicatorPage:
    """One indicator for a year."""

    blocks: tuple[Shown, ...]
    ways: tuple[Way, ...]
    breaks: tuple[str, ...]
