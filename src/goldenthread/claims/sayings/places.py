"""Councils named in a sentence, as places: not as a part of a longer name of a body or a road."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from goldenthread.nouns import Area, AreaKind
from goldenthread.nouns.register import named

_JOINING = r"(?:and|upon|on|of|under|with|in|the)"
# Words with a capital in a row, as "Stoke-on-Trent", "Kingston upon Thames", "Bath and North East
# Somerset" have them.
_NAME = re.compile(rf"\b[A-Z][\w’'-]*(?:(?:\s{_JOINING}){{1,2}}\s[A-Z][\w’'-]*|\s[A-Z][\w’'-]*)*")
_POSSESSIVE = re.compile(r"(?:['’]s|['’])$")


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

    "Bedford Hospital", "Royal Derby" and "Reading Road" name none.
    """
    for match in _NAME.finditer(text):
        yield from _in_name(match.group(), match.start(), text)


def _in_name(words: str, start: int, text: str) -> Iterator[Named]:
    whole = _council(words)
    if whole is not None:
        yield _named(whole, words, start)
        return
    parts = list(_parts(words))
    if len(parts) > 1:
        for part, at in parts:
            found = _council(part)
            if found is not None:
                yield _named(found, part, start + at)
    elif start == 0 or text[:start].rstrip().endswith((".", ":", "(", "“", '"')):
        # The first word of a sentence has a capital of its own: "In Derby", "Across Slough".
        first, _, rest = words.partition(" ")
        found = _council(rest) if rest and first.lower() in _OPENING else None
        if found is not None:
            yield _named(found, rest, start + len(first) + 1)


_OPENING = frozenset(
    ("in", "across", "within", "throughout", "for", "from", "with", "of", "at", "but", "while")
)


def _parts(words: str) -> Iterator[tuple[str, int]]:
    """The names on either side of "and" and "of the", with their offsets."""
    begin = 0
    for match in re.finditer(rf"(?:\s{_JOINING}){{1,2}}\s", words):
        yield words[begin : match.start()], begin
        begin = match.end()
    yield words[begin:], begin


def _named(area: Area, words: str, start: int) -> Named:
    bare = _POSSESSIVE.sub("", words)
    return Named(
        area=area,
        text=bare,
        start=start,
        end=start + len(words),
        owning=len(bare) < len(words),
    )


@cache
def _council(words: str) -> Area | None:
    bare = _POSSESSIVE.sub("", words)
    if bare.lower() in ("the", "city", "county", "borough"):
        return None
    found = named(bare)
    if found is None or found.kind is not AreaKind.COUNCIL:
        return None
    return found
