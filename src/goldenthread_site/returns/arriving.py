"""How answers arrive in bulk: a file that is never trusted, or rows pasted from a spreadsheet."""

import csv
import io
import os
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from decimal import Decimal, InvalidOperation
from hashlib import sha256
from pathlib import Path, PurePosixPath
from tempfile import NamedTemporaryFile
from zipfile import BadZipFile, ZipFile

from django.conf import settings

from goldenthread.nouns import Area, Period, Unit, round_half_away
from goldenthread.sources.spreadsheets.delimited import delimiter_of, read_delimited
from goldenthread.sources.spreadsheets.form import COUNTED_AS
from goldenthread.sources.spreadsheets.grid import Cell, Grid, TableRefusedError
from goldenthread.sources.spreadsheets.headings import fold
from goldenthread.sources.spreadsheets.workbook import read_workbook
from goldenthread_site.returns.checking import LABELS, NOTES, read
from goldenthread_site.returns.rules import AT_ONCE_BYTES, KINDS, MAX_UPLOAD_BYTES
from goldenthread_site.returns.scratch import scratch
from goldenthread_site.returns.templates import Line, ReturnTemplate

MAX_PASTED = 20_000
UNFINISHED = "unfinished-"  # how the name of a file begins that is not written to its end
# What the mapping says of a file as a whole or of its headings; cells are checked line by line.
_OF_HEADINGS = {
    "unknown_heading": "this is no line of this return: keep the words of the template file",
    "unknown_period": "this is no heading of this return: keep those of the template file",
    "no_heading": "there is a number without a label beside it, or above it: take it out",
    "duplicate": "this line is there twice: take one of the two out",
}


@dataclass(slots=True)
class Arrived:
    """``typed`` and the ``places`` it stood at, by line; ``faults`` of the file itself."""

    typed: dict[str, str] = field(default_factory=dict)
    places: dict[str, str] = field(default_factory=dict)
    faults: list[str] = field(default_factory=list)


def is_large(content: bytes, kind: str) -> bool:
    """True for what is read in the background: by what it unpacks to, as far as it says so."""
    if kind == ".csv":
        return len(content) > AT_ONCE_BYTES
    try:
        with ZipFile(io.BytesIO(content)) as package:
            unpacked = sum(each.file_size for each in package.infolist())
    except (BadZipFile, ValueError, NotImplementedError):
        return False  # it is refused at once
    return max(len(content), unpacked) > AT_ONCE_BYTES


def from_file(
    content: bytes,
    kind: str,
    template: ReturnTemplate,
    period: Period,
    area: Area,
    agency: str,
    between: Callable[[], None] = lambda: None,
) -> Arrived:
    """What a file’s lines say. A file that cannot be trusted as a whole gives faults only.

    ``between`` is called once the file is open and before its lines are looked at.
    """
    if kind not in KINDS:
        return Arrived(faults=["Choose a file that ends in .csv, .xlsx or .ods"])
    if len(content) > MAX_UPLOAD_BYTES:
        return Arrived(faults=[f"Choose a file smaller than {MAX_UPLOAD_BYTES // 1_000_000} MB"])
    # The file is read under a name of ours: the one it came with is never used.
    name = Path(f"return{kind}")
    try:
        grid = _grid(content, name)
    except TableRefusedError as refused:
        return Arrived(faults=[str(refused)])
    between()
    arrived = _harvest(grid, template, period)
    if arrived.faults:
        return arrived
    with scratch() as folder:
        file = Path(folder) / name
        file.write_bytes(content)
        told = read(template, period, area, agency, file, Path(folder))
    for fault in told.faults:
        if fault.rule in _OF_HEADINGS:
            arrived.faults.append(f"{_capital(fault.place)}: {_OF_HEADINGS[fault.rule]}")
    return arrived


def _grid(content: bytes, name: Path) -> Grid:
    if name.suffix == ".csv":
        return read_delimited(content, name, "utf-8", delimiter_of(content))
    return read_workbook(content, name, "")


def _harvest(grid: Grid, template: ReturnTemplate, period: Period) -> Arrived:
    arrived = Arrived()
    lines = {fold(line.words): line for line in template.line}
    heads = [fold(cell.text) for cell in grid.rows[0]] if grid.height else []
    if fold(period.code) not in heads:
        arrived.faults.append(
            f"The first row has no column headed {period.code}. Is this the file of another"
            " period, or a file of your own? Take the template file from this page"
        )
        return arrived
    column = heads.index(fold(period.code))
    for number, row in enumerate(grid.rows[1:], start=1):
        line = lines.get(fold(row[0].text))
        if line is not None and row[column].text:
            arrived.typed[line.key] = _as_typed(row[column], line)
            arrived.places[line.key] = grid.place(number, column)
    return arrived


def _as_typed(cell: Cell, line: Line) -> str:
    """A cell’s text; a number that a workbook holds to many places, to the one that is shown."""
    text = cell.text[:200]
    if cell.stored and "." in text and line.unit is not Unit.COUNT:
        number, sign, _ = text.partition("%")
        try:
            return f"{round_half_away(Decimal(number), 1):f}{sign}"
        except InvalidOperation:
            return text
    return text


def from_pasted(text: str, template: ReturnTemplate) -> Arrived:
    """Rows copied from a spreadsheet: labels beside numbers, or the numbers alone, in order."""
    arrived = Arrived()
    if len(text) > MAX_PASTED:
        arrived.faults.append("Paste the rows of this return only")
        return arrived
    rows = [row for row in csv.reader(io.StringIO(text), delimiter=_between(text)) if any(row)]
    alone = all(len(row) == 1 for row in rows)
    if alone and len(rows) == len(template.line):
        arrived.typed = {
            line.key: row[0].strip()[:200] for line, row in zip(template.line, rows, strict=True)
        }
        return arrived
    if alone:
        arrived.faults.append(
            f"Paste the labels beside the numbers, or exactly {len(template.line)} numbers, one"
            " to a line"
        )
        return arrived
    lines = {fold(line.words): line for line in template.line}
    for row in rows:
        label, value = fold(row[0]), row[1].strip()[:200]
        if label in lines:
            arrived.typed[lines[label].key] = value
        elif label != fold(LABELS) and any(cell.strip() for cell in row):
            arrived.faults.append(f"“{row[0].strip()[:80]}” is no line of this return")
    return arrived


def _between(text: str) -> str:
    return "\t" if "\t" in text else ","


def template_file(template: ReturnTemplate, period: Period, area: Area) -> bytes:
    """The file to fill in, as CSV with the mark that spreadsheets need to read it as UTF-8.

    Its last column says which figure each line is, for ``goldenthread fill``.
    """
    out = io.StringIO(newline="")
    table = csv.writer(out)
    table.writerow([LABELS, period.code, NOTES, COUNTED_AS])
    for line in template.line:
        counts = f"{_capital(line.unit.words)}. {line.help}".strip()
        table.writerow([line.words, "", counts, _counted_as(template, line, period, area)])
    return b"\xef\xbb\xbf" + out.getvalue().encode()


def _counted_as(template: ReturnTemplate, line: Line, period: Period, area: Area) -> str:
    """The figure a line asks for; nothing where it is about one agency’s own share of the work."""
    return "" if template.by_agency else str(line.key_for(period, area))


def safe_name(given: str) -> str:
    """The name a file came with, as words to show and nothing else."""
    name = PurePosixPath(given.replace("\\", "/")).name
    return re.sub(r"[^\w .()’'-]", "", name)[-120:] or "file"


def keep(content: bytes, kind: str) -> str:
    """Put the bytes under MEDIA_ROOT by their digest, whole or not at all; the digest.

    Whoever is killed while writing leaves a file that ``clearing`` takes away.
    """
    digest = sha256(content).hexdigest()
    folder = Path(settings.MEDIA_ROOT) / "returns" / digest[:2]
    place = folder / f"{digest}{kind}"
    if place.exists():
        os.utime(place)  # wanted again: not one that nothing came of
        return digest
    folder.mkdir(parents=True, exist_ok=True)
    with NamedTemporaryFile(dir=folder, prefix=UNFINISHED, delete=False) as written:
        written.write(content)
        written.flush()
        os.fsync(written.fileno())
    Path(written.name).chmod(0o600)
    Path(written.name).replace(place)
    return digest


def _capital(text: str) -> str:
    return f"{text[:1].upper()}{text[1:]}"
