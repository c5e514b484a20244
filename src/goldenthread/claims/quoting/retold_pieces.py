"""The stretch of a sentence that belongs to one of its numbers, and what leads up to it."""

import re

from goldenthread.claims.language.model import Quantity, Sentence
from goldenthread.claims.orders.values.labels import tokens
from goldenthread.claims.orders.words.claimed import Named as Label
from goldenthread.claims.quoting.retold_lines import stems

# Where what is said of one number ends and what is said of the next begins.
_CUT = re.compile(
    r"[;:()]|,(?!\d)|\s[–—-]\s|\b(?:and|but|while|whereas|though|although|compared|against|from|to"
    r"|than|versus|which|who|when|where|with|of\s+(?:whom|which))\b",
    re.IGNORECASE,
)
_LINKED = re.compile(r"(?:\b(?:where|which|with|when|who)|:|\()$", re.IGNORECASE)
_HELD_AGAINST = re.compile(
    r"\b(?:from|than|versus|against|compared(?:\s+(?:with|to))?)\s*$", re.IGNORECASE
)


def _cuts(text: str, names: list[Label]) -> list[tuple[int, int]]:
    """Where a sentence is parted; what joins the words of a label parts nothing."""
    return [
        each.span()
        for each in _CUT.finditer(text)
        if not any(name.start <= each.start() < name.end for name in names)
    ]


def starts_of(sentence: Sentence, quantity: Quantity, names: list[Label]) -> list[int]:
    """Where the piece of a number begins, and those before it, the nearest first."""
    text = sentence.text
    return [*(end for _, end in reversed(_cuts(text, names)) if end <= quantity.start), 0]


def joined(sentence: Sentence, quantity: Quantity, starts: list[int], end: int) -> list[int]:
    """Where pieces begin, with what only joins a piece to the one before it in one with that.

    "In Estates, where 76% were answered" is one, and "the deaths increased to 389", where no other
    number stands between.
    """
    text = sentence.text
    alone = not stems(f"{text[starts[0] : quantity.start]} {text[quantity.end : end]}")
    if _HELD_AGAINST.search(text, 0, starts[0]):
        return starts  # "against 39" is of another time than what it follows
    if len(starts) > 1 and (alone or _LINKED.search(text, 0, starts[0])):
        at = next((n for n, one in enumerate(starts) if _is_more(text[one : starts[0]])), 0)
        inside = (each for each in sentence.quantities if each.text[:1].isdigit())
        if not any(starts[at] <= each.start < starts[0] for each in inside):
            return starts[at:]
    return starts


def _is_more(words: str) -> bool:
    """Whether a stretch has more than what joins it to the next."""
    return len(tokens(words)) > 1


def end_of(text: str, quantity: Quantity, names: list[Label]) -> int:
    """Where the piece of a number ends."""
    ends = (begin for begin, _ in _cuts(text, names) if begin >= quantity.end)
    return min(ends, default=len(text))
