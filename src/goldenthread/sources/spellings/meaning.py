"""Makes out which code a council means, however it is written.

The same code arrives as ``WBRI``, ``a) WBRI``, ``WBRI - White British``, ``White British [WBRI]``
or ``white/british``. So, in this order: the code alone; the label alone; the code in front, after
a letter of the list or in brackets; the code anywhere, where it is long enough to be nothing else;
and then the words of the list's own file in ``words/``, where the first pattern found decides.
"""

import csv
import re
import unicodedata
from functools import cache, lru_cache
from importlib.resources import files

from goldenthread.tables import Code, Column, ColumnKind, code_list

# Spellings looked up before; a hostile file has more, and costs time and not memory.
_REMEMBERED = 20_000

# A code this long stands for itself anywhere in a text; shorter ones may be half of a word.
_LONG = 3

# "a) ", "p1) ", "(zz) ", "b. ": a list's own letter, which differs between lists and says nothing.
_LETTER = re.compile(r"\(?[a-z]{1,2}\d?\)\s*|[a-z]\.\s+", re.IGNORECASE)
_OPEN, _CLOSED = r"[\s\[\(\{<'\"]*", r"[\s\]\)\}>'\"]*"
_NOT_LETTERS = re.compile(r"[^a-z0-9]+")

# Written where nothing is known, which is no fault: a code of its own where the list has one.
_UNKNOWN = re.compile(
    r"(not|un|never) ?(known|recorded|specified|stated|mapped|available|required|applicable)"
    r"|no (information|data)|blank|tbc|nan|multivalue"
)
_YES = re.compile(r"(1|y|yes|true|t)\b")
_NO = re.compile(r"(0|2|n|no|not|non|false|f)\b")


def meaning(column: Column, text: str) -> str | None:
    """What a cell says in the words of the tables: a code, ``yes``, ``no``, or nothing ("").

    None where nobody can tell. For ``Context.meaning``.
    """
    if column.kind is ColumnKind.FLAG:
        return flag_in(column.name, text)
    return code_in(column.codes, text)


@lru_cache(maxsize=_REMEMBERED)
def code_in(name: str, text: str) -> str | None:
    """The code of a list that a text means; "" where it says that nothing is known."""
    return _reading(name).code(_plain(text))


@lru_cache(maxsize=_REMEMBERED)
def flag_in(name: str, text: str) -> str | None:
    """``yes``, ``no``, or "" where it says that nothing is known; ``name`` is the column's."""
    folded = fold(_LETTER.sub("", _plain(text), count=1))
    for pattern, said in _patterns("flags", name):
        if pattern.search(folded):
            return said
    if _YES.match(folded):
        return "yes"
    if _UNKNOWN.search(folded):
        return ""
    return "no" if _NO.match(folded) else None


def fold(text: str) -> str:
    """Small letters and digits with single spaces: ``A & B/C`` as ``a and b c``."""
    return _NOT_LETTERS.sub(" ", text.casefold().replace("&", " and ")).strip()


def _plain(text: str) -> str:
    """Quotes, dashes and spaces in their plainest form, accents off."""
    flat = unicodedata.normalize("NFKD", text)
    return (
        "".join(each for each in flat if not unicodedata.combining(each)).translate(_PLAIN).strip()
    )


_PLAIN = str.maketrans({"‘": "'", "’": "'", "“": '"', "”": '"', "–": "-", "—": "-"})


def _is_a_word(code: Code) -> bool:
    """Whether a code is a word that a text may hold and mean another by it."""
    only_a_group = code.notes.startswith("Only the group")
    return only_a_group or bool(re.search(rf"\b{code.code}\b", code.label.upper()))


class _Reading:
    """One list of codes, made ready for reading texts."""

    def __init__(self, name: str) -> None:
        codes = code_list(name)
        self._codes = codes.by_code
        written = [each.code for each in codes.codes if not _is_a_word(each)]
        alternatives = "|".join(re.escape(code) for code in sorted(written, key=len)[::-1])
        self._front = re.compile(
            rf"{_OPEN}({alternatives}){_CLOSED}(?=$|[\s:;,.\-/>=])", re.IGNORECASE
        )
        self._ends = re.compile(rf"[\[\(]\s*({alternatives})\s*[\]\)]\s*$", re.IGNORECASE)
        long = [code for code in written if len(code) >= _LONG]
        self._anywhere = re.compile(rf"(?<![A-Za-z0-9])({'|'.join(long) or '(?!)'})(?![A-Za-z0-9])")
        self._labels = {fold(each.label): each.code for each in codes.codes}
        self._patterns = _patterns(name)

    def code(self, text: str) -> str | None:
        rest = _LETTER.sub("", text, count=1) if _LETTER.match(text) else text
        for candidate in (text, rest):
            if candidate.upper() in self._codes:
                return candidate.upper()
        folded = fold(rest)
        if folded in self._labels:
            return self._labels[folded]
        found = self._front.match(rest) or self._ends.search(rest) or self._anywhere.search(rest)
        if found:
            return found[1].upper()
        for pattern, code in self._patterns:
            if pattern.search(folded):
                return code
        return "" if _UNKNOWN.search(folded) or not folded else None


@cache
def _reading(name: str) -> _Reading:
    return _Reading(name)


@cache
def _patterns(name: str, column: str | None = None) -> tuple[tuple[re.Pattern[str], str], ...]:
    """The patterns of a list in the order they are tried; those of a column only, for flags."""
    file = files("goldenthread.sources.spellings") / "words" / f"{name}.csv"
    if not file.is_file():
        return ()
    rows = csv.DictReader(file.read_text(encoding="utf-8").splitlines())
    return tuple(
        (re.compile(row["words"]), row["code"])
        for row in rows
        if column is None or row["column"] == column
    )
