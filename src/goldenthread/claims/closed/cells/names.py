"""The rows and columns of a table that a text names by words that no other of its lines has."""

import re
from calendar import month_name
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from goldenthread.claims.sayings.words import STOP, stem
from goldenthread.claims.tables.table import Line

_WORD = re.compile(r"\d{4}[/–-]\d{2,4}|[A-Za-z]+\d+|[A-Za-z]+(?:[’'][a-z]+)?|\d+(?:[.,]\d+)*")
_QUARTER = re.compile(
    r"\b(?:Q|[Qq](?:uarte|t)r ?)(?P<figure>[1-4]|one|two|three|four)\b"
    r"|\b(?P<word>[Ff]irst|[Ss]econd|[Tt]hird|[Ff]ourth)(?= quarter)"
)
_QUARTERS = {"1": "first", "2": "second", "3": "third", "4": "fourth"} | {
    "one": "first",
    "two": "second",
    "three": "third",
    "four": "fourth",
}
# "Apr–Jun" is April to June.
_MONTHS = {name.lower(): name[:3].lower() for name in month_name if name} | {"sept": "sep"}
_ASIDE = re.compile(r"\([^)]*\)|,.*$")
_ENOUGH = 2  # words of a longer label
_BESIDE = 5  # characters: " and "


@dataclass(frozen=True, slots=True)
class Name:
    """A line of a table named in a text, by its index."""

    line: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a text, by its stem and its place."""

    stem: str
    start: int
    end: int


def words_in(text: str) -> list[Word]:
    """The words of a text with their stems and places; "Q3" and "third quarter" are one."""
    found = []
    quarters = {each.start(): each for each in _QUARTER.finditer(text)}
    done = 0
    for match in _WORD.finditer(text):
        if match.start() < done:
            continue
        if quarter := quarters.get(match.start()):
            word = (quarter["figure"] or quarter["word"]).lower()
            found.append(Word(f"q-{_QUARTERS.get(word, word)}", *quarter.span()))
            done = quarter.end()
        else:
            word = match.group().lower()
            plain = re.sub("[–-]", "/", word) if word[0].isdigit() else _MONTHS.get(word)
            plain = plain or stem(word)
            found.append(Word(plain, *match.span()))
    return found


# Grammar in "the financial year", and a thing in "financial or material".
_OF_MONEY = re.compile(r"financial\b(?! year)", re.IGNORECASE)


def stems_of(label: str) -> frozenset[str]:
    """The stems of a label, without its grammar unless it is nothing else: "Good"."""
    words = words_in(label)
    said = {
        each.stem
        for each in words
        if label[each.start : each.end].lower() not in STOP or _OF_MONEY.match(label, each.start)
    }
    return frozenset(said or {each.stem for each in words})


def names_in(text: str, lines: Sequence[Line]) -> list[Name]:
    """The lines that a text names by all the words that no other line has, in order.

    What stands in brackets or after a comma may be left out, and of "financial or material" either.
    """
    filled = [line for line in lines if not line.empty and line.label.strip()]
    labels = {line.index: stems_of(line.label) for line in filled}
    words = words_in(text)
    found: list[Name] = []
    for line in filled:
        others = [label for index, label in labels.items() if index != line.index]
        shared = frozenset().union(*others)
        for form in _forms(line.label):
            own = stems_of(form) - shared
            hits = [each for each in words if each.stem in own]
            said = {each.stem for each in hits}
            if own and (said == own or (len(said) >= _ENOUGH and _first(form, own) in said)):
                found += [Name(line.index, each.start, each.end) for each in hits]
                found += [
                    Name(line.index, one.start, other.end)
                    for one, other in pairwise(hits)
                    if other.start - one.end <= _BESIDE
                ]
                break
    return sorted(set(found), key=lambda each: (each.start, each.end))


def _first(label: str, own: frozenset[str]) -> str:
    return next(each.stem for each in words_in(label) if each.stem in own)


def touched(text: str, lines: Sequence[Line]) -> set[int]:
    """The lines that a text may speak of: by a word that no other has, or by all of a label's."""
    labels = {line.index: stems_of(line.label) for line in lines if not line.empty}
    said = {each.stem for each in words_in(text)}
    found = set()
    for index, label in labels.items():
        shared = frozenset().union(*(each for at, each in labels.items() if at != index))
        if (label - shared) & said or label <= said:
            found.add(index)
    return found


def _forms(label: str) -> Iterator[str]:
    yield label
    plain = _ASIDE.sub("", label)
    yield plain
    if len(halves := re.split(r"\s+or\s+|\s*/\s*(?=[A-Za-z])", plain)) > 1:
        yield from halves
