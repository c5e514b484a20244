"""Blocks of words that stand in two passages, found by hashing runs of words."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from goldenthread.claims.documents.model import Document, Passage

_WORD = re.compile(r"[a-z0-9£%]+(?:['’][a-z]+)?", re.IGNORECASE)
_DIGIT = re.compile(r"\d+")
# Passages that follow one another this closely are one block: a short line may stand between.
_NEXT = 3
_QUOTED = 12  # words of a block that a fault quotes


@dataclass(frozen=True, slots=True)
class Worded:
    """A passage with its words in lower case; ``begins`` and ``ends`` are their offsets."""

    file: str
    passage: Passage
    words: tuple[str, ...]
    begins: tuple[int, ...]
    ends: tuple[int, ...]

    def stretch(self, first: int, many: int) -> str:
        """The text of so many words from the one of that number."""
        last = min(first + many, len(self.words)) - 1
        return self.passage.text[self.begins[first] : self.ends[last]]


@dataclass(frozen=True, slots=True)
class Block:
    """The same words in two places: ``many`` of them, from word ``at`` of ``here``.

    ``last_here`` and ``last_there`` are the passages it ends in, where it runs over several.
    """

    here: Worded
    there: Worded
    at: int
    many: int
    last_here: Passage
    last_there: Passage

    @property
    def opening(self) -> str:
        """How the block begins, to be quoted."""
        text = self.here.stretch(self.at, min(self.many, _QUOTED))
        return f"{text} ..." if self.many > _QUOTED else text


def worded(document: Document, at_least: int, *, plain_digits: bool = True) -> list[Worded]:
    """The passages of a document that have so many words, headings left out.

    Without ``plain_digits`` every number is "#", so that only the words are compared.
    """
    found = []
    for passage in document.passages:
        if passage.heading or passage.text.count(" ") < at_least - 1:
            continue
        matches = list(_WORD.finditer(passage.text))
        if len(matches) < at_least:
            continue
        words = (match.group().lower() for match in matches)
        found.append(
            Worded(
                file=document.file,
                passage=passage,
                words=tuple(words if plain_digits else (_DIGIT.sub("#", word) for word in words)),
                begins=tuple(match.start() for match in matches),
                ends=tuple(match.end() for match in matches),
            )
        )
    return found


def runs(worded_: Worded, length: int) -> Iterator[int]:
    """The hash of each run of so many words, in order."""
    words = worded_.words
    for start in range(len(words) - length + 1):
        yield hash(words[start : start + length])


def repeated(passages: Sequence[Worded], length: int) -> Iterator[Block]:
    """Each block of ``length`` words or more that stood in an earlier place as well.

    A stretch that stands in more than two places is told at each but the first.
    """
    seen: dict[int, tuple[Worded, int]] = {}
    for here in passages:
        at = 0
        hashes = list(runs(here, length))
        while at < len(hashes):
            known = seen.get(hashes[at])
            if known is None or not _is_apart(known, here, at, length):
                seen.setdefault(hashes[at], (here, at))
                at += 1
                continue
            there, start = known
            many = _common(here, at, there, start)
            if many < length:  # two runs of one hash that are not the same words
                at += 1
                continue
            yield Block(here, there, at, many, here.passage, there.passage)
            at += many


def _is_apart(known: tuple[Worded, int], here: Worded, at: int, length: int) -> bool:
    there, start = known
    return there is not here or start + length <= at


def _common(here: Worded, at: int, there: Worded, start: int) -> int:
    many = 0
    for one, other in zip(here.words[at:], there.words[start:], strict=False):
        if one != other or (here is there and start + many >= at):
            break
        many += 1
    return many


def joined(blocks: Sequence[Block]) -> list[Block]:
    """Blocks whose passages follow one another in both places, put together."""
    found: list[Block] = []
    for block in blocks:
        if found and _follows(found[-1], block):
            last = found[-1]
            found[-1] = replace(
                last,
                many=last.many + block.many,
                last_here=block.here.passage,
                last_there=block.there.passage,
            )
        else:
            found.append(block)
    return found


def _follows(one: Block, other: Block) -> bool:
    same_files = one.here.file == other.here.file and one.there.file == other.there.file
    here = other.here.passage.order - one.last_here.order
    there = other.there.passage.order - one.last_there.order
    return same_files and 0 <= here <= _NEXT and 0 <= there <= _NEXT


def place(first: Passage, last: Passage) -> str:
    """Where a block stands: "line 3", or "line 3 to line 9"."""
    return first.locator if first is last else f"{first.locator} to {last.locator}"
