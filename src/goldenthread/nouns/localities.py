"""The localities of areas, by postcode: wards, family-hub areas, neighbourhoods, each dated.

A partnership divides its area as it works, and no national list knows how. It says so in a table
of full postcodes, sectors or districts, of which the longest that fits a postcode holds. What a
child's postcode is never stands in what goes wrong here: a fault names the file and the line.
"""

import csv
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from hashlib import sha256
from itertools import pairwise
from pathlib import Path

from goldenthread.nouns import register
from goldenthread.nouns.fault import GoldenThreadError

NOT_KNOWN = "Not known"
OUTSIDE = "Outside the area"

_NEEDED = ("postcode", "locality", "area")
_DAYS = ("from", "to")

_OUTWARD = r"[A-Z]{1,2}[0-9][0-9A-Z]?"
_FULL = re.compile(rf"({_OUTWARD}) ?([0-9])([A-Z]{{2}})")
_SECTOR = re.compile(rf"({_OUTWARD}) ([0-9])")
_DISTRICT = re.compile(_OUTWARD)

# The district under which those of no fixed home and of no known one are written.
_NOBODYS = "ZZ99"

# What parts a breakdown, or would be worked out by a spreadsheet, begins or ends no name.
_NO_NAME = re.compile(r"[;=|\x00-\x1f]")


@dataclass(frozen=True, slots=True)
class LocalityLine:
    """One line of the table: part of a postcode, or all of it, and the locality it is in.

    ``postcode`` is written ``LU1 1AA``, ``LU1 1`` or ``LU1``; ``first`` and ``last`` are the days
    it holds from and to, both counted, None where it always did or still does.
    """

    area: str
    postcode: str
    locality: str
    first: date | None = None
    last: date | None = None
    number: int = 0


@dataclass(frozen=True, slots=True)
class Stretch:
    """From which day a postcode is in a locality, until the next; ``since`` None from always."""

    since: date | None
    locality: str


@dataclass(frozen=True)
class Localities:
    """Every line of a table, and what may be asked of it. An area is asked for by its code."""

    lines: tuple[LocalityLine, ...]

    @cached_property
    def areas(self) -> frozenset[str]:
        """The areas that it divides."""
        return frozenset(each.area for each in self.lines)

    @cached_property
    def digest(self) -> str:
        """Of what the table says, in whatever order and however written."""
        said = sorted(
            "\t".join((each.area, each.postcode, each.locality, str(each.first), str(each.last)))
            for each in self.lines
        )
        return sha256("\n".join(said).encode()).hexdigest()

    def stretches(self, area: str, postcode: str) -> tuple[Stretch, ...]:
        """Which localities of an area a postcode is in, one after the other, from always on.

        ``OUTSIDE`` where no line fits it, ``NOT_KNOWN`` where it is no whole postcode, or that of
        those who have no home.
        """
        written = whole_postcode(postcode)
        if written is None or written.startswith(_NOBODYS):
            return (Stretch(None, NOT_KNOWN),)
        outward, inward = written.split(" ")
        # The longest first.
        keys = (written, f"{outward} {inward[0]}", outward)
        fitting = [line for key in keys for line in self._by_key.get((area, key), ())]
        days = sorted({day for line in fitting for day in _changes(line)})
        found = [Stretch(day, _on(day, fitting)) for day in (None, *days)]
        apart = [found[0]]
        apart += [each for before, each in pairwise(found) if each.locality != before.locality]
        return tuple(apart)

    @cached_property
    def _by_key(self) -> Mapping[tuple[str, str], tuple[LocalityLine, ...]]:
        made: dict[tuple[str, str], tuple[LocalityLine, ...]] = {}
        for each in self.lines:
            key = each.area, each.postcode
            made[key] = (*made.get(key, ()), each)
        return made


def whole_postcode(text: str) -> str | None:
    """A postcode as ``LU1 1AA``, however it is spaced; None for what is not a whole one."""
    found = _FULL.fullmatch("".join(text.split()).upper())
    return f"{found[1]} {found[2]}{found[3]}" if found else None


def read_localities(file: Path) -> Localities:
    """The localities in a CSV file with the columns ``postcode``, ``locality`` and ``area``, and
    ``from`` and ``to`` where a line does not always hold.

    Raises GoldenThreadError naming the file, the line and what to mend; it quotes no cell.
    """
    try:
        text = file.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise GoldenThreadError(
            f"{file.name} cannot be read: save it as CSV in UTF-8, and see that you may read it."
        ) from error
    return Localities(_checked(_lines(text, file.name), file.name))


def _lines(text: str, name: str) -> Iterator[LocalityLine]:
    reader = csv.reader(text.splitlines())
    try:
        headings = [each.strip().casefold() for each in next(reader, [])]
        missing = [each for each in _NEEDED if headings.count(each) != 1]
        unknown = {*headings} - {*_NEEDED, *_DAYS}
        if missing or unknown or len({*headings}) < len(headings):
            raise GoldenThreadError(
                f"{name}, line 1: write the headings postcode, locality and area, and from and to "
                "where lines do not always hold; no others, and each once."
            )
        areas: dict[str, str] = {}
        for cells in reader:
            if any(cell.strip() for cell in cells):
                where = f"{name}, line {reader.line_num}"
                if len(cells) != len(headings):
                    raise GoldenThreadError(
                        f"{where}: it has {len(cells)} cells and not {len(headings)}: put a text "
                        "with a comma in it in quotation marks."
                    )
                told = {
                    key: " ".join(cell.split()) for key, cell in zip(headings, cells, strict=True)
                }
                yield _line(told, where, reader.line_num, areas)
    except csv.Error as error:
        raise GoldenThreadError(
            f"{name}, line {reader.line_num}: it is not as CSV is written: save it again."
        ) from error


def _line(told: Mapping[str, str], where: str, number: int, areas: dict[str, str]) -> LocalityLine:
    code = areas.get(told["area"])
    if code is None:
        try:
            code = register.find_area(told["area"]).code
        except GoldenThreadError:
            raise GoldenThreadError(
                f"{where}: the area is none that is known: write a council’s name or code."
            ) from None
        areas[told["area"]] = code
    first, last = (_day(told.get(key, ""), where) for key in _DAYS)
    if first and last and last < first:
        raise GoldenThreadError(f"{where}: it holds to a day before the one it holds from.")
    return LocalityLine(
        code, _part(told["postcode"], where), _name(told["locality"], where), first, last, number
    )


def _part(text: str, where: str) -> str:
    upper = text.upper()
    if whole := whole_postcode(upper):
        return whole
    if _SECTOR.fullmatch(upper) or _DISTRICT.fullmatch(upper):
        return upper
    raise GoldenThreadError(
        f"{where}: the postcode is none: write a whole one (LU1 1AA), a sector with its space "
        "(LU1 1) or a district (LU1)."
    )


def _name(text: str, where: str) -> str:
    if not text or _NO_NAME.search(text) or text[0] in "+-@":
        raise GoldenThreadError(
            f"{where}: the locality has no name that can be printed: write one without ; = and |."
        )
    if text.casefold() in (NOT_KNOWN.casefold(), OUTSIDE.casefold()):
        raise GoldenThreadError(
            f"{where}: {NOT_KNOWN} and {OUTSIDE} are told of postcodes that no line has: give the "
            "locality another name, or take the line out."
        )
    return text


def _day(text: str, where: str) -> date | None:
    """A day as 2024-05-02 or as a spreadsheet writes it, 02/05/2024; None for none."""
    if not text:
        return None
    try:
        if "/" in text:
            day, month, year = text.split("/")
            if len(year) == 4:
                return date(int(year), int(month), int(day))
        return date.fromisoformat(text)
    except ValueError:
        raise GoldenThreadError(
            f"{where}: a day is written 2024-05-02 or 02/05/2024, or left empty."
        ) from None


def _changes(line: LocalityLine) -> Iterator[date]:
    """The days on which a line begins to hold and no longer does."""
    if line.first:
        yield line.first
    if line.last and line.last < date.max:
        yield date.fromordinal(line.last.toordinal() + 1)


def _on(day: date | None, fitting: Iterable[LocalityLine]) -> str:
    """The locality of the first of some lines that holds on a day; None is before all days."""
    for line in fitting:
        begun = line.first is None or (day is not None and line.first <= day)
        if begun and (line.last is None or day is None or day <= line.last):
            return line.locality
    return OUTSIDE


def _checked(lines: Iterable[LocalityLine], name: str) -> tuple[LocalityLine, ...]:
    """The lines, once no two tell the same postcode of the same day."""
    known = tuple(lines)
    if not known:
        raise GoldenThreadError(f"{name} holds no line: write one for each part of a postcode.")
    ordered = sorted(
        known, key=lambda each: (each.area, each.postcode, each.first or date.min, each.number)
    )
    for before, each in pairwise(ordered):
        alike = (before.area, before.postcode) == (each.area, each.postcode)
        if alike and (before.last or date.max) >= (each.first or date.min):
            raise GoldenThreadError(
                f"{name}, line {max(before.number, each.number)}: it tells the same postcode of "
                f"the same days as line {min(before.number, each.number)}: leave one of them, or "
                "give each its days."
            )
    return known
