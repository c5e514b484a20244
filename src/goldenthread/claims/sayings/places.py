"""Councils named in a sentence, as places: not as a part of a longer name of a body or a road."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from goldenthread.nouns import Area, AreaKind
from goldenthread.nouns.register import named

_WORD = re.compile(r"[A-Za-z][\w’'-]*")
# Words within a name that have no capital: "Kingston upon Thames", "Bath and North East Somerset".
_JOINING = frozenset(("and", "upon", "on", "of", "under", "with", "in", "the"))
_POSSESSIVE = re.compile(r"(?:['’]s|['’])$")
# What is "of Derby" and not Derby itself.
_BODIES = frozenset(
    ("University", "Diocese", "Bishop", "College", "Duke", "Earl", "Lord", "Mayor", "Museum")
)
# A sentence's first word has a capital of its own: "In Derby", "Across Slough".
_OPENING = frozenset(
    ("in", "across", "within", "throughout", "for", "from", "with", "of", "at", "but", "while")
)
_LONGEST = 6  # words


@dataclass(frozen=True, slots=True)
class Named:
    """A council named at ``start`` to ``end`` of a text; ``owning`` where it has an 's."""

    area: Area
    text: str
    start: int
    end: int
    owning: bool


def councils_named(text: str) -> Iterator[Named]:
    """Every council a text names as a place, in order.

    "Bedford Hospital", "Royal Derby", "University of Derby" and "Reading Road" name none.
    """
    words = list(_WORD.finditer(text))
    at = 0
    while at < len(words):
        found = _longest(text, words, at) if words[at].group()[0].isupper() else None
        if found is None:
            at += 1
            continue
        last, area = found
        if not _is_part(text, words, at, last):
            printed = text[words[at].start() : words[last].end()]
            bare = _POSSESSIVE.sub("", printed)
            yield Named(
                area=area,
                text=bare,
                start=words[at].start(),
                end=words[last].end(),
                owning=len(bare) < len(printed),
            )
        at = last + 1


def _longest(text: str, words: Sequence[re.Match[str]], at: int) -> tuple[int, Area] | None:
    """The last word and the council of the longest name that begins with a word."""
    last = at
    while last + 1 < min(len(words), at + _LONGEST) and _follows(text, words, last):
        last += 1
    for end in range(last, at - 1, -1):
        if words[end].group()[0].isupper():
            area = _council(text[words[at].start() : words[end].end()])
            if area is not None:
                return end, area
    return None


def _follows(text: str, words: Sequence[re.Match[str]], at: int) -> bool:
    """Whether the next word may belong to the same name."""
    following = words[at + 1].group()
    between = text[words[at].end() : words[at + 1].start()]
    return between == " " and (following[0].isupper() or following in _JOINING)


def _is_part(text: str, words: Sequence[re.Match[str]], first: int, last: int) -> bool:
    """Whether a name is only a part of a longer one: of a hospital, a road, a person."""
    owning = _POSSESSIVE.search(words[last].group())
    if last + 1 < len(words) and not owning:
        joined = text[words[last].end() : words[last + 1].start()] == " "
        if joined and words[last + 1].group()[0].isupper():
            return True
    if not first:
        return False
    before = words[first - 1].group()
    if before == "of" and first > 1 and words[first - 2].group() in _BODIES:
        return True
    joined = text[words[first - 1].end() : words[first].start()] == " "
    return joined and before[0].isupper() and before.lower() not in _OPENING


@cache
def _council(words: str) -> Area | None:
    bare = _POSSESSIVE.sub("", words)
    found = named(bare)
    if found is None or found.kind is not AreaKind.COUNCIL:
        return None
    return found
