"""Reads a list of schools: every row, and beside each what is wrong with it. Writes nothing."""

import csv
import io
import re
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from python_calamine import CalamineError, load_workbook

LARGEST = 5 * 1024 * 1024
UNPACKED = 100 * 1024 * 1024
MOST_ROWS = 5000

# A column by any of the headings it comes under; the register's own download among them.
COLUMNS = {
    "urn": ("urn",),
    "name": ("name", "establishmentname", "school", "school name", "setting"),
    "phase": ("phase", "phaseofeducation (name)", "phase of education", "type"),
    "closed": ("closed on", "closedate", "close date", "closed", "end date"),
    "status": ("status", "establishmentstatus (name)"),
    "lead": ("safeguarding lead", "dsl", "lead"),
    "email": ("email", "email address", "lead email"),
}
NEEDED = ("urn", "name")
_URN = re.compile(r"\d{6}")
_EMAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")
_SHAPES = ("%Y-%m-%d", "%d/%m/%Y", "%d-%m-%Y", "%d %B %Y", "%d %b %Y")


class NotAListError(Exception):
    """The file cannot be read as a list at all; the message says what to send instead."""


@dataclass(slots=True)
class Row:
    """One school as the file has it. ``number`` is the row as a spreadsheet counts them."""

    number: int
    urn: str
    name: str
    phase: str = ""
    closed: str = ""  # a day in its written form, so that it can wait in a session
    lead: str = ""
    email: str = ""
    faults: list[str] = field(default_factory=list)

    @property
    def ended(self) -> date | None:
        """Its last day, where it is closed."""
        return date.fromisoformat(self.closed) if self.closed else None


def read_schools(data: bytes, today: date) -> list[Row]:
    """Every row that says anything. Raises NotAListError for what is no list of schools."""
    if len(data) > LARGEST:
        raise NotAListError("The file is larger than 5 MB: send the schools of your own area only.")
    lines = _xlsx(data) if data[:2] == b"PK" else _csv(data)
    head = next(lines, None)
    if head is None:
        raise NotAListError("The file holds nothing: its first row names the columns.")
    places = _places(head)
    rows: list[Row] = []
    seen: dict[str, int] = {}
    for number, line in enumerate(lines, 2):
        if number > MOST_ROWS + 1:
            raise NotAListError(
                f"The file has more than {MOST_ROWS} rows: send your own area only."
            )
        told = {name: line[place] if place < len(line) else "" for name, place in places.items()}
        if any(str(each).strip() for each in line):
            row = _row(number, told, today)
            if row.urn and (before := seen.setdefault(row.urn, number)) != number:
                row.faults.append(f"Row {before} has the same URN.")
            rows.append(row)
    if not rows:
        raise NotAListError("The file names columns and no schools.")
    return rows


def _row(number: int, told: Mapping[str, Any], today: date) -> Row:
    def text(name: str) -> str:
        value = told.get(name, "")
        if isinstance(value, float) and value.is_integer():
            value = int(value)
        return " ".join(str(value).replace("\x00", " ").split())

    row = Row(
        number, text("urn"), text("name"), text("phase"), lead=text("lead"), email=text("email")
    )
    if not _URN.fullmatch(row.urn):
        row.faults.append("A URN is six digits." if row.urn else "The URN is missing.")
    if not row.name:
        row.faults.append("The name is missing.")
    for what, value, most in (
        ("name", row.name, 200),
        ("phase", row.phase, 60),
        ("lead’s name", row.lead, 200),
    ):
        if len(value) > most:
            row.faults.append(f"The {what} is longer than {most} characters.")
    if row.email and (not _EMAIL.fullmatch(row.email) or len(row.email) > 254):
        row.faults.append("The email address is none.")
    if row.email and not row.lead:
        row.faults.append("There is an email address and no safeguarding lead.")
    _closed(row, told.get("closed", ""), text("status"), today)
    return row


def _closed(row: Row, value: Any, status: str, today: date) -> None:
    """The register says "Closed" and a day; "Open, but proposed to close" is open."""
    closed = status.casefold() == "closed"
    day = _day(value)
    if day is None and str(value).strip():
        row.faults.append("The day it closed is no date: write it like 31/08/2024.")
    elif day is None and closed:
        row.faults.append("It is closed and the day is missing.")
    elif day is not None and day > today:
        if closed:
            row.faults.append("It is closed on a day that is still to come.")
    elif day is not None:
        row.closed = day.isoformat()


def _day(value: Any) -> date | None:
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    for shape in _SHAPES:
        try:
            return datetime.strptime(str(value).strip(), shape).date()
        except ValueError:
            continue
    return None


def _places(head: Sequence[Any]) -> dict[str, int]:
    said = [" ".join(str(each).replace("\ufeff", "").split()).casefold() for each in head]
    places = {
        name: next(place for place, each in enumerate(said) if each in known)
        for name, known in COLUMNS.items()
        if set(known) & set(said)
    }
    missing = [name.upper() if name == "urn" else name for name in NEEDED if name not in places]
    if missing:
        raise NotAListError(
            f"The first row has no column for {' and '.join(missing)}: name the columns there,"
            " such as URN, Name, Phase, Closed on."
        )
    return places


def _csv(data: bytes) -> Iterator[Sequence[Any]]:
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = data.decode("cp1252", errors="replace")
    if "\x00" in text[:1000]:
        raise NotAListError("This is neither CSV nor Excel (.xlsx): save the list as one of them.")
    try:
        yield from csv.reader(io.StringIO(text, newline=""))
    except csv.Error as broken:
        raise NotAListError(
            "The file cannot be read as CSV: save it again as CSV or .xlsx."
        ) from broken


def _xlsx(data: bytes) -> Iterator[Sequence[Any]]:
    """The first sheet. What unpacks to more than any list of schools is refused unopened."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            if sum(each.file_size for each in package.infolist()) > UNPACKED:
                raise NotAListError("The workbook unpacks to more than a list of schools can hold.")
        book = load_workbook(io.BytesIO(data))
        sheet = book.get_sheet_by_index(0)
        if sheet.total_height * max(sheet.total_width, 1) > 2_000_000:
            raise NotAListError("The first sheet is larger than a list of schools can be.")
        yield from sheet.to_python(skip_empty_area=False)
    except (CalamineError, zipfile.BadZipFile, IndexError) as broken:
        raise NotAListError(
            "The workbook cannot be opened: save it again as .xlsx without a password."
        ) from broken
