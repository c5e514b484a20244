"""Text as the workbook can hold it: no formula, no hidden link, no cell without a word."""

import re

NO_ENTRY = "no entry"

# What a cell of the format may hold, and the heading of a column.
_LONGEST = 32_000
_LONGEST_HEADING = 250

_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_SOMETHING = re.compile(r"[A-Za-z0-9]")


def text(given: str) -> str:
    """The text as a cell holds it: the same words, with nothing that gptables reads as its own.

    It takes ``$$name$$`` for a reference to a note and ``[words](address)`` for a link, and
    refuses a cell without a Latin letter or a digit.
    """
    flat = _CONTROL.sub("", given).strip()
    flat = flat.replace("$$", "$ $").replace("](", "] (")
    if not flat:
        return NO_ENTRY
    if not _SOMETHING.search(flat):
        flat = f"text: {flat}"
    return flat if len(flat) <= _LONGEST else flat[:_LONGEST] + " … (shortened)"


def headings(given: tuple[str, ...]) -> list[str]:
    """Column headings, each with words and no two alike: a second ``Total`` is ``Total (2)``."""
    made: list[str] = []
    seen: set[str] = set()
    for heading in given:
        name = plain = " ".join(text(heading).split())[:_LONGEST_HEADING]
        again = 2
        while name.lower() in seen:
            name = f"{plain} ({again})"
            again += 1
        seen.add(name.lower())
        made.append(name)
    return made
