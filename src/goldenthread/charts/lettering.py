"""How wide a text is: the glyph widths of Liberation Sans, read from the fonts shipped here.

Labels are placed by these widths on every machine alike, whatever fonts it has. Arial and
Helvetica have the same widths, so the layout holds where a reader sees those instead.
"""

import struct
from functools import cache
from importlib.resources import files

FAMILY = "Liberation Sans, Arial, Helvetica, sans-serif"
LABEL = 14.0
SMALL = 13.0
LINE = 1.25  # the height of a line, in text sizes

_FACES = {False: "LiberationSans-Regular.ttf", True: "LiberationSans-Bold.ttf"}


@cache
def _widths(bold: bool) -> tuple[dict[int, int], int, int]:
    """Width by character code, the width of an unknown glyph, and units to the em."""
    data = (files("goldenthread.charts") / "fonts" / _FACES[bold]).read_bytes()
    tables = {}
    for number in range(struct.unpack_from(">H", data, 4)[0]):
        tag, _, offset, _ = struct.unpack_from(">4sIII", data, 12 + 16 * number)
        tables[tag.decode()] = offset
    em = struct.unpack_from(">H", data, tables["head"] + 18)[0]
    metrics = struct.unpack_from(">H", data, tables["hhea"] + 34)[0]
    advances = [
        struct.unpack_from(">H", data, tables["hmtx"] + 4 * glyph)[0] for glyph in range(metrics)
    ]
    widths = {
        code: advances[min(glyph, metrics - 1)]
        for code, glyph in _characters(data, tables["cmap"])
        if glyph
    }
    return widths, advances[0], em


def _characters(data: bytes, start: int) -> list[tuple[int, int]]:
    """Character code and glyph, from the font's Unicode map (format 4)."""
    found = []
    for number in range(struct.unpack_from(">H", data, start + 2)[0]):
        offset = start + struct.unpack_from(">I", data, start + 4 + 8 * number + 4)[0]
        if struct.unpack_from(">H", data, offset)[0] != 4:
            continue
        count = struct.unpack_from(">H", data, offset + 6)[0] // 2
        ends = struct.unpack_from(f">{count}H", data, offset + 14)
        starts = struct.unpack_from(f">{count}H", data, offset + 16 + 2 * count)
        deltas = struct.unpack_from(f">{count}H", data, offset + 16 + 4 * count)
        ranges_at = offset + 16 + 6 * count
        ranges = struct.unpack_from(f">{count}H", data, ranges_at)
        for piece in range(count):
            for code in range(starts[piece], min(ends[piece], 0xFFFE) + 1):
                if ranges[piece] == 0:
                    found.append((code, (code + deltas[piece]) & 0xFFFF))
                    continue
                at = ranges_at + 2 * piece + ranges[piece] + 2 * (code - starts[piece])
                glyph = struct.unpack_from(">H", data, at)[0]
                found.append((code, (glyph + deltas[piece]) & 0xFFFF if glyph else 0))
        break
    return found


def width(text: str, size: float = LABEL, *, bold: bool = False) -> float:
    """The width of a text in pixels, at a size in pixels."""
    widths, unknown, em = _widths(bold)
    return sum(widths.get(ord(character), unknown) for character in text) * size / em


def wrap(text: str, room: float, size: float = LABEL, *, bold: bool = False) -> list[str]:
    """The text in lines no wider than ``room`` pixels; a longer word is broken with a hyphen."""
    lines: list[str] = []
    line = ""
    for word in text.split():
        longer = f"{line} {word}".strip()
        if width(longer, size, bold=bold) <= room:
            line = longer
            continue
        if line:
            lines.append(line)
        *pieces, line = _broken(word, room, size, bold)
        lines += pieces
    return [*lines, line] if line else lines


def _broken(word: str, room: float, size: float, bold: bool) -> list[str]:
    pieces = []
    while width(word, size, bold=bold) > room and len(word) > 2:
        fits = len(word) - 1
        while fits > 2 and width(word[:fits] + "-", size, bold=bold) > room:
            fits -= 1
        pieces.append(word[:fits] + "-")
        word = word[fits:]
    return [*pieces, word]
