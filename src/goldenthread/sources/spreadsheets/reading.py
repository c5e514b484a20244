"""Reads a partnership's own table by its mapping: figures, and a fault for what does not fit.

Every cell of the table's body ends in exactly one of three ways: in figures whose thread names
it, left out because the mapping says so, or lost with a fault that names it or its heading.
"""

from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from goldenthread.nouns import Fault, Figure, GoldenThreadError, Severity
from goldenthread.sources.spreadsheets import limits
from goldenthread.sources.spreadsheets.axes import Areas, Headings, Said
from goldenthread.sources.spreadsheets.cells import DoesNotFitError
from goldenthread.sources.spreadsheets.delimited import read_delimited
from goldenthread.sources.spreadsheets.figures import Maker
from goldenthread.sources.spreadsheets.grid import Grid, TableRefusedError
from goldenthread.sources.spreadsheets.headings import fold
from goldenthread.sources.spreadsheets.loading import load_mapping
from goldenthread.sources.spreadsheets.mapping import Mapping, Meaning
from goldenthread.sources.spreadsheets.opening import content_of
from goldenthread.sources.spreadsheets.workbook import read_workbook

_DELIMITED = {".csv", ".txt", ".tsv"}
_WORKBOOKS = {".xlsx", ".ods"}


@dataclass(frozen=True, slots=True)
class TableReading:
    """What came of one table. ``name`` is the mapping's, and ``local.<name>`` the source's.

    ``left_out`` and ``lost`` are places of cells without a figure: by the mapping's word, or by
    a fault. Together with the places of the figures they are every cell of the table's body.
    """

    figures: tuple[Figure, ...]
    faults: tuple[Fault, ...]
    name: str
    title: str = ""
    left_out: tuple[str, ...] = ()
    lost: tuple[str, ...] = ()


def read_table(mapping: Path, data: Path | None = None) -> TableReading:
    """Read the table a mapping describes; ``data`` is read instead of the file it names.

    Raises GoldenThreadError for a mapping that is wrong. What is wrong with the table itself is
    in the faults; a file that cannot be trusted as a whole gives one fault and no figure.
    """
    described = load_mapping(mapping)
    areas = Areas(described, mapping.name)
    file = data or _beside(mapping, described.data)
    try:
        content = content_of(file, limits.TABLE)
        grid = _grid(content, file, described)
        digest = sha256(content).hexdigest()
        del content
        maker = Maker(described, areas, f"local.{mapping.stem}", file.name, digest)
        return _Table(described, grid, maker, mapping, file).read()
    except TableRefusedError as refused:
        fault = Fault(refused.rule, str(refused), file.name, refused.place)
        return TableReading((), (fault,), mapping.stem, described.title)


def _beside(mapping: Path, data: str) -> Path:
    """The data file; a link that leads out of the mapping's folder is refused as a path is."""
    folder = mapping.resolve().parent
    file = folder / data
    if not file.resolve().is_relative_to(folder):
        raise GoldenThreadError(
            f"{mapping.name}, data: {data!r} leads out of the mapping's folder; put the table "
            "itself there."
        )
    return file


def _grid(content: bytes, file: Path, mapping: Mapping) -> Grid:
    kind = file.suffix.lower()
    if kind == ".xlsm":
        raise TableRefusedError(
            "macros", "A workbook with macros is not opened: save it as .xlsx, which has none."
        )
    if kind in _DELIMITED:
        grid = read_delimited(content, file, mapping.encoding, mapping.delimiter)
    elif kind in _WORKBOOKS:
        grid = read_workbook(content, file, mapping.sheet)
    else:
        raise TableRefusedError(
            "unknown_format", f"{kind or 'This'} is no format read here: save it as .xlsx or .csv."
        )
    return grid.transposed() if mapping.transposed else grid


class _Table:
    """One table being read, row by row."""

    def __init__(
        self, mapping: Mapping, grid: Grid, maker: Maker, described_in: Path, file: Path
    ) -> None:
        self._mapping = mapping
        self._grid = grid
        self._maker = maker
        self._described_in = described_in
        self._file = file
        self._top = mapping.first_row - 1
        self._left = mapping.first_column - 1
        self._body = self._top + len(mapping.columns)
        self._start = self._left + len(mapping.rows)
        self._columns = [Headings(axis) for axis in mapping.columns]
        self._rows = [Headings(axis) for axis in mapping.rows]
        self._faults: list[Fault] = []
        self._left_out: list[str] = []
        self._lost: list[str] = []
        self._section = ""

    def read(self) -> TableReading:
        if self._grid.height <= self._body or self._grid.width <= self._start:
            raise TableRefusedError(
                "no_table",
                f"There is no table below row {self._body} and right of column {self._start}: "
                "correct first_row and first_column in the mapping, or the file.",
            )
        columns = self._read_column_headings()
        ends = fold(self._mapping.ends_before)
        above = [""] * len(self._rows)
        figures: list[Figure] = []
        ended = False
        for row in range(self._body, self._grid.height):
            labels = self._labels(row, above)
            ended = ended or bool(ends and fold(labels[0]).startswith(ends))
            if ended:
                self._left_out += [self._grid.place(row, c) for c in self._filled(row, 0)]
                continue
            said = self._read_row_headings(row, labels)
            above = [""] * len(self._rows) if said is None else labels
            if said is not None:
                figures += self._read_row(row, said, columns)
        self._say_what_was_never_met()
        return TableReading(
            tuple(figures),
            tuple(self._faults),
            self._described_in.stem,
            self._mapping.title,
            tuple(self._left_out),
            tuple(self._lost),
        )

    def _filled(self, row: int, start: int) -> list[int]:
        cells = self._grid.rows[row]
        return [column for column in range(start, len(cells)) if cells[column].text]

    def _labels(self, row: int, above: list[str]) -> list[str]:
        """A row's labels; a blank one before the last goes on from the row above."""
        labels = [cell.text for cell in self._grid.rows[row][self._left : self._start]]
        last = len(labels) - 1
        if not any(labels):
            return labels
        return [
            above[level] if level < last and not text else text for level, text in enumerate(labels)
        ]

    def _read_column_headings(self) -> dict[int, tuple[Said, ...] | None]:
        """What each column says, None where a heading does not fit; empty columns are not there."""
        found: dict[int, tuple[Said, ...] | None] = {}
        heads = self._grid.rows[self._top : self._body]
        last = len(heads) - 1
        before = [""] * len(heads)
        for column in range(self._start, self._grid.width):
            texts = [head[column].text for head in heads]
            filled = any(row[column].text for row in self._grid.rows[self._body :])
            if not filled and not texts[last]:
                continue
            texts = [
                before[level] if level < last and not text else text
                for level, text in enumerate(texts)
            ]
            before = texts
            found[column] = self._say(
                self._columns, texts, [(self._top + level, column) for level in range(len(texts))]
            )
        return found

    def _say(
        self, headings: list[Headings], texts: list[str], places: list[tuple[int, int]]
    ) -> tuple[Said, ...] | None:
        said = []
        for each, text, place in zip(headings, texts, places, strict=True):
            try:
                one = each.says(text)
                self._maker.check(one)
            except DoesNotFitError as error:
                self._fault(error.rule, str(error), self._grid.place(*place))
                return None
            said.append(one)
        return tuple(said)

    def _read_row_headings(self, row: int, labels: list[str]) -> tuple[Said, ...] | None:
        """What a row says; None for a row that is empty, names a group, or does not fit."""
        filled = self._filled(row, self._start)
        if not any(labels):
            if filled:
                self._lose(row, filled, "no_heading", "this row has no label: write one", 0)
            return None
        for level, (each, text) in enumerate(zip(self._rows, labels, strict=True)):
            if each.is_section(text):
                self._section = text
                if filled:
                    message = "this row only names a group, and has numbers: correct sections"
                    self._lose(row, filled, "section", message, level)
                return None
        if not filled and self._mapping.blank == "fault":
            message = "this row has no numbers: if it names a group, add it to sections"
            self._lose(row, [], "undeclared_section", message, len(labels) - 1)
            return None
        places = [(row, self._left + level) for level in range(len(labels))]
        said = self._say(self._rows, labels, places)
        if said is None:
            self._lost += [self._grid.place(row, column) for column in filled]
        return self._with_section(said) if said else None

    def _with_section(self, said: tuple[Said, ...]) -> tuple[Said, ...]:
        """Add the group as a breakdown, where the mapping says it is one."""
        dimension = next(
            (axis.section_dimension for axis in self._mapping.rows if axis.section_dimension), None
        )
        if not dimension or not self._section or any(each.grand for each in said):
            return said
        return (Said(Meaning(breakdown={dimension: self._section})), *said)

    def _read_row(
        self, row: int, said: tuple[Said, ...], columns: dict[int, tuple[Said, ...] | None]
    ) -> list[Figure]:
        figures: list[Figure] = []
        for column, across in columns.items():
            cell, place = self._grid.rows[row][column], self._grid.place(row, column)
            if across is None:
                self._lost += [place] if cell.text else []
                continue
            if any(each.leave for each in (*said, *across)):
                self._left_out += [place] if cell.text else []
                continue
            try:
                made = self._maker.make(cell, place, (*said, *across))
            except DoesNotFitError as error:
                self._lost.append(place)
                self._fault(error.rule, str(error), place)
                continue
            figures += made
            self._left_out += [] if made else [place]
        for mark, place in self._maker.take_unknown_marks():
            self._fault(
                "unknown_mark",
                f"the mark {mark} is not explained: say under [footnotes] in the mapping what it "
                "means; until then the figure is marked as one to be careful with",
                place,
                Severity.WARNING,
            )
        return figures

    def _lose(self, row: int, filled: list[int], rule: str, message: str, level: int) -> None:
        self._fault(rule, message, self._grid.place(row, self._left + level))
        self._lost += [self._grid.place(row, column) for column in filled]

    def _fault(
        self, rule: str, message: str, place: str, severity: Severity = Severity.ERROR
    ) -> None:
        sentence = f"{message[:1].upper()}{message[1:]}."
        self._faults.append(Fault(rule, sentence, self._file.name, place, severity))

    def _say_what_was_never_met(self) -> None:
        for each in (*self._columns, *self._rows):
            for heading in each.never_met():
                self._faults.append(
                    Fault(
                        "heading_not_there",
                        f"{self._file.name} has no heading {heading!r}, which the mapping names: "
                        "was it renamed, or is this another table?",
                        self._described_in.name,
                        "",
                        Severity.WARNING,
                    )
                )
