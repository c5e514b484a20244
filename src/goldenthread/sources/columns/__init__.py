"""Reads a CSV file of records as columns of text: its encoding, marks and wholeness not trusted.

Only the columns that are wanted are kept, so memory grows with them and not with the file. A line
with more or fewer cells than the header is reported and left out.
"""

import codecs
import csv
import io
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.csv as pcsv

from goldenthread.nouns import Fault, GoldenThreadError, Severity
from goldenthread.tables import Found

MAX_COLUMNS = 2_000
_LOOK_AT = 1 << 16
_BLOCK = 1 << 22
_DELIMITERS = ",;\t|"
_MARKS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))


@dataclass(frozen=True, slots=True)
class Columns:
    """What was read: columns of text by their heading in small letters, and where cells stand.

    ``broken`` lines were reported and are in no column. ``headings`` are all the file has.
    """

    headings: tuple[str, ...]
    cells: Mapping[str, pa.Array]
    rows: int
    broken: int
    place: Callable[[int, str], str]


@dataclass(frozen=True, slots=True)
class _Form:
    encoding: str
    delimiter: str
    headings: tuple[str, ...]


def headings(path: Path) -> tuple[str, ...]:
    """The headings of a CSV file in small letters; none where it is no text or cannot be read."""
    try:
        return _form(path).headings
    except (OSError, GoldenThreadError):
        return ()


def read_columns(path: Path, found: Found, wanted: Collection[str] | None = None) -> Columns:
    """The columns ``wanted`` of a CSV file, by heading; all of them where none are named.

    Faults: ``row_broken``, ``quotation_open``, ``heading_twice``, ``encoding_old``. Raises
    GoldenThreadError where the file is no table of text at all.
    """
    form = _form(path)
    for number, heading in enumerate(form.headings):
        if heading and form.headings.index(heading) < number:
            found.add(
                Fault(
                    "heading_twice",
                    "An earlier column has the same heading and is read: delete one of the two.",
                    str(path),
                    f"column {number + 1}",
                )
            )
    form, swallowed = _looked_through(path, form, found)
    try:
        return _read(path, form, found, wanted, swallowed)
    except (OSError, UnicodeError, pa.ArrowException) as error:
        raise GoldenThreadError(
            f"{path} cannot be read as CSV to its end: see that every quotation mark in it is "
            "closed, and save it as CSV UTF-8 again."
        ) from error


def _looked_through(path: Path, form: _Form, found: Found) -> tuple[_Form, int | None]:
    """The encoding that the whole file is in, and how many lines a quotation mark that is never
    closed has swallowed; None where all are closed."""
    try:
        return form, _swallowed(path, form.encoding)
    except UnicodeError:
        found.add(
            Fault(
                "encoding_old",
                "This is not UTF-8 and was read as Windows text: save it as CSV UTF-8.",
                str(path),
                severity=Severity.WARNING,
            )
        )
    try:
        return replace(form, encoding="cp1252"), _swallowed(path, "cp1252")
    except UnicodeError:  # a few bytes are no letter of Windows’ either; this has one for each
        return replace(form, encoding="latin-1"), _swallowed(path, "latin-1")


def _swallowed(path: Path, encoding: str) -> int | None:
    """Lines after the last quotation mark, where there is an odd number of them; else None.

    Raises UnicodeError where the file is not in the encoding.
    """
    decoder = codecs.getincrementaldecoder(encoding)()
    marks = after = 0
    with path.open("rb") as file:
        while block := file.read(_BLOCK):
            text = decoder.decode(block)
            marks += text.count('"')
            at = text.rfind('"')
            after = text.count("\n", at) if at >= 0 else after + text.count("\n")
    decoder.decode(b"", final=True)
    return max(after - 1, 0) if marks % 2 else None


def _form(path: Path) -> _Form:
    """How the file is written, from its beginning."""
    with path.open("rb") as file:
        start = file.read(_LOOK_AT)
    encoding = next((name for mark, name in _MARKS if start.startswith(mark)), "utf-8")
    text = start.decode(encoding, "replace")
    if not start or (encoding != "utf-16" and "\x00" in text):
        raise GoldenThreadError(f"{path} is empty or no text: export it again as CSV.")
    first = text.splitlines()[0] if text.splitlines() else ""
    delimiter = max(_DELIMITERS, key=first.count)
    try:
        line = next(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter), [])
    except csv.Error:
        line = []
    if not line or len(line) > MAX_COLUMNS:
        raise GoldenThreadError(f"{path} has no line of headings: export it again as CSV.")
    return _Form(encoding, delimiter, tuple(" ".join(cell.split()).casefold() for cell in line))


def _read(
    path: Path,
    form: _Form,
    found: Found,
    wanted: Collection[str] | None,
    swallowed: int | None,
) -> Columns:
    at = {heading: number for number, heading in reversed([*enumerate(form.headings)]) if heading}
    kept = sorted(name for name in at if wanted is None or name in wanted)
    counted_by = kept or sorted(at)[:1]  # rows are counted where nothing of them is wanted
    broken: list[int] = []

    def pass_over(row: pcsv.InvalidRow) -> str:
        broken.append(row.number or 0)
        return "skip"

    names = [str(number) for number in range(len(form.headings))]
    reader = pcsv.open_csv(
        path,
        read_options=pcsv.ReadOptions(
            use_threads=False,
            block_size=_BLOCK,
            column_names=names,
            skip_rows_after_names=1,
            encoding="utf8" if form.encoding == "utf-8" else form.encoding,
        ),
        parse_options=pcsv.ParseOptions(
            delimiter=form.delimiter,
            newlines_in_values=True,
            ignore_empty_lines=False,
            invalid_row_handler=pass_over,
        ),
        convert_options=pcsv.ConvertOptions(
            include_columns=[str(at[name]) for name in counted_by],
            column_types=dict.fromkeys(names, pa.string()),
            strings_can_be_null=False,
        ),
    )
    table = reader.read_all().rename_columns(counted_by)
    numbers = _row_numbers(table.num_rows, broken)
    if swallowed is not None:
        found.add(
            Fault(
                "quotation_open",
                f"A quotation mark is opened here and never closed, and {swallowed:,} lines after "
                "it are lost: close it.",
                str(path),
                f"row {numbers[-1] if len(numbers) else 1}",
            )
        )
    found.add_each(
        Fault(
            "row_broken",
            f"This line has not {len(form.headings)} cells as the headings have: see that commas "
            "within a cell stand between quotation marks.",
            str(path),
        ),
        (f"row {number}" for number in broken),
        len(broken),
    )
    full = _with_something(table)
    if not full.all():
        table, numbers = table.filter(pa.array(full)), numbers[full]
    return Columns(
        form.headings,
        {name: table[name].combine_chunks() for name in kept},
        table.num_rows,
        len(broken) + (swallowed or 0),
        lambda row, column: f"row {numbers[row]}, {column}",
    )


def _row_numbers(rows: int, broken: list[int]) -> np.ndarray:
    """The number of each row that was kept, as a spreadsheet counts them: the headings are 1."""
    numbers = np.arange(2, rows + len(broken) + 2)
    return np.delete(numbers, [each - 2 for each in broken])


def _with_something(table: pa.Table) -> np.ndarray:
    """Which rows have anything in them: spreadsheets leave empty ones below the last."""
    full = np.zeros(table.num_rows, dtype=bool)
    for column in table.columns:
        full |= np.asarray(pc.not_equal(pc.utf8_trim_whitespace(column), ""))
        if full.all():
            break
    return full
