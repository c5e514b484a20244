"""Sentences in which every number is bound to its figure.

``Words`` is a run of plain text and ``Bound`` numbers. A number in plain text has no thread and
is a fault that the report's checks find.
"""

from dataclasses import dataclass

from goldenthread.disclosure import Released


@dataclass(frozen=True, slots=True)
class Bound:
    """A released value as it stands in a sentence, with the text it is printed as."""

    released: Released
    printed: str


Words = tuple["str | Bound", ...]


def join(*parts: "str | Bound | Words") -> Words:
    """Run parts together into one run of words."""
    run: list[str | Bound] = []
    for part in parts:
        run.extend(part if isinstance(part, tuple) else (part,))
    return tuple(run)


def plain(words: Words) -> str:
    """The words as text, as a text alternative or a plain file holds them."""
    return "".join(part if isinstance(part, str) else part.printed for part in words)
