"""Which characters the report's typeface can show, and what is printed for the others.

PDF/UA refuses a page with a character that has no shape in its font, so one stray emoji in a
partner's words would stop the whole report. What cannot be shown is said to be so instead.
"""

import re
import struct
from functools import cache
from importlib.resources import files

FONTS = files("goldenthread.charts") / "fonts"
_FACES = ("LiberationSans-Regular.ttf", "LiberationSans-Bold.ttf", "LiberationSans-Italic.ttf")

NOT_SHOWN = "[not shown]"

# Marks that turn the direction of writing: they can make 12 read as 21, and English needs none.
_TURNING = "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
_UNWANTED = re.compile(f"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufeff{_TURNING}]")
_SPACES = re.compile(r"[\t\n\r\u2028\u2029]+")
# Where a long file or column name may be broken at the end of a line.
_JOINT = re.compile(r"(?<=[_/\\.])(?=\w)")
# A word longer than any line would run off the page: it may be broken where need be.
_ENDLESS = re.compile(r"\S{46,}")
_PIECE = re.compile(r"\S{12}(?=\S)")
_INVISIBLE = "\u200b\u200c\u200d\u00ad\u2060"


def printable(text: str) -> str:
    """The text without control characters, and with each run that has no shape said to be so."""
    flat = _SPACES.sub(" ", _UNWANTED.sub("", text))
    flat = _ENDLESS.sub(lambda word: _PIECE.sub("\\g<0>\u200b", word.group()), flat)
    if flat.isascii():
        return flat
    shown = shapes()
    parts: list[str] = []
    for character in flat:
        if character in _INVISIBLE or ord(character) in shown:
            parts.append(character)
        elif not parts or parts[-1] != NOT_SHOWN:
            parts.append(NOT_SHOWN)
    return "".join(parts)


def breakable(text: str) -> str:
    """As ``printable``, with places in long names where a line may end."""
    return _JOINT.sub("\u200b", printable(text))


@cache
def shapes() -> frozenset[int]:
    """Code points that every face of the typeface has a shape for."""
    faces = [_code_points((FONTS / face).read_bytes()) for face in _FACES]
    return frozenset(set.intersection(*faces))


def _code_points(font: bytes) -> set[int]:
    """The characters that a TrueType file's segment table (``cmap`` format 4) maps to a glyph."""
    (tables,) = struct.unpack_from(">H", font, 4)
    for at in range(12, 12 + 16 * tables, 16):
        tag, _, start, _ = struct.unpack_from(">4sIII", font, at)
        if tag == b"cmap":
            return _characters(font, start)
    raise ValueError("the font file has no character map")


def _characters(font: bytes, start: int) -> set[int]:
    (subtables,) = struct.unpack_from(">H", font, start + 2)
    for at in range(start + 4, start + 4 + 8 * subtables, 8):
        platform, encoding, offset = struct.unpack_from(">HHI", font, at)
        if (platform, encoding) == (3, 1):
            return _segments(font, start + offset)
    raise ValueError("the font file has no Unicode character map")


def _segments(font: bytes, at: int) -> set[int]:
    form, _, _, doubled = struct.unpack_from(">HHHH", font, at)
    if form != 4:
        raise ValueError(f"the font's character map is of form {form}, and form 4 is read")
    count = doubled // 2

    def column(index: int) -> tuple[int, ...]:
        return struct.unpack_from(f">{count}H", font, at + 14 + index * doubled + (index > 0) * 2)

    ends, starts, deltas, offsets = (column(index) for index in range(4))
    offsets_at = at + 16 + 3 * doubled
    found: set[int] = set()
    for n, (first, last) in enumerate(zip(starts, ends, strict=True)):
        for code in range(first, min(last, 0xFFFE) + 1):
            if offsets[n] == 0:
                glyph = (code + deltas[n]) & 0xFFFF
            else:
                place = offsets_at + 2 * n + offsets[n] + 2 * (code - first)
                (glyph,) = struct.unpack_from(">H", font, place)
            if glyph:
                found.add(code)
    return found
