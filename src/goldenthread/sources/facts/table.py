"""The files of a folder of facts: their columns, and how a CSV file of ours is read and written."""

import csv
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

SOURCES, AREAS, NEIGHBOURS, FACTS = "sources.csv", "areas.csv", "neighbours.csv", "facts.csv"

SOURCE_COLUMNS = (
    "key",
    "source",
    "title",
    "vintage",
    "file",
    "digest",
    "known_since",
    "licence",
    "note",
)
AREA_COLUMNS = (
    "key",
    "code",
    "name",
    "kind",
    "region",
    "ons_codes",
    "members",
    "predecessors",
    "successors",
)
FACT_COLUMNS = (
    "from",
    "indicator",
    "unit",
    "area",
    "period",
    "breakdown",
    "value",
    "symbol",
    "decimals",
    "numerator",
    "denominator",
    "denominator_vintage",
    "status",
    "quality",
    "quality_note",
    "sensitivity",
    "definition",
    "locator",
    "calculation",
    "inputs",
)
NEIGHBOUR_COLUMNS = ("set", "year", "area", "rank", "member")

_NEEDS_QUOTES = (",", '"', "\r", "\n")

# A folder of facts is written by this project; a file beyond this is some other file.
MAX_BYTES = 100_000_000


def rows_of(file: Path, columns: Sequence[str]) -> Iterator[tuple[int, list[str] | None]]:
    """Each line's number and its cells in the order of ``columns``, None for one of wrong length.

    Columns may stand in any order and those that are blank throughout may be missing. Raises
    ValueError, saying what to do, for a file that is not one of ours.
    """
    if file.stat().st_size > MAX_BYTES:
        raise ValueError(f"larger than {MAX_BYTES:,} bytes: split it, or keep it elsewhere")
    with file.open(encoding="utf-8-sig", newline="") as opened:
        lines = csv.reader(opened, strict=True)
        try:
            header = next(lines, [])
            if strange := [name for name in header if name not in columns]:
                raise ValueError(
                    f"column {strange[0]!r} is not known: the columns are {', '.join(columns)}"
                )
            if not header or len(set(header)) != len(header):
                raise ValueError(f"the first line must name the columns: {','.join(columns)}")
            where = {name: place for place, name in enumerate(header)}
            places = [where.get(name, len(header)) for name in columns]
            for line in lines:
                if len(line) != len(header):
                    yield lines.line_num, None
                    continue
                line.append("")
                yield lines.line_num, [line[place] for place in places]
        except csv.Error as error:
            raise ValueError(
                f"line {lines.line_num} is wrongly quoted or breaks off ({error}): mend it"
            ) from error
        except UnicodeDecodeError as error:
            raise ValueError(f"not UTF-8 after line {lines.line_num}: save it as UTF-8") from error


def write_rows(file: Path, columns: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    """Write a file whole or not at all, leaving out columns that would be blank throughout."""
    held = list(rows)
    kept = [
        place for place, _ in enumerate(columns) if place == 0 or any(row[place] for row in held)
    ]
    lines = [[columns[place] for place in kept], *([row[place] for place in kept] for row in held)]
    text = "".join(f"{','.join(map(_quoted, line))}\n" for line in lines)
    beside = file.with_name(f".{file.name}.part")
    beside.write_bytes(text.encode("utf-8"))
    beside.replace(file)


def _quoted(cell: str) -> str:
    """A cell as CSV; the library's writer would leave a lone carriage return unquoted."""
    if any(mark in cell for mark in _NEEDS_QUOTES):
        return f'"{cell.replace(chr(34), chr(34) * 2)}"'
    return cell
