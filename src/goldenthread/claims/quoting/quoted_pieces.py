"""The stretch of a sentence that belongs to one of its numbers, and which numbers are bases."""

import re

from goldenthread.claims.language.model import Measure, Quantity, Sentence
from goldenthread.claims.orders.values.view import View
from goldenthread.claims.orders.words.claimed import Named
from goldenthread.claims.quoting.quoted_cells import SORTS

_SEPARATOR = re.compile(
    r"\s*[;,]\s*(?:and|but|while|with|whereas|then)?\b|\s+(?:and|but|while|whereas|then|"
    r"compared\s+(?:with|to)|against|from|to)\s+"
)
# "Not the 62-day standard, where performance was 64%": of what was named just before.
_OF_THE_NAMED = re.compile(
    r"\s*where\s+(?:the\s+)?(?:performance|rate|figure|number|total|result|proportion|percentage"
    r"|share|uptake|score|average)\s+(?:was|is|stood|reached)\b",
    re.IGNORECASE,
)
# "140 of the 1,163": the base of a share.
_BASE = re.compile(r"(?<!total )(?<!number )\bof\s+(?:(?:the|all|our|these)\s+)*$", re.IGNORECASE)
# "44.4% of plans (142)": the number in brackets is of the same thing.
_IN_BRACKETS = re.compile(r"(?:\s+[a-z][\w-]*){0,4}\s*\(")
# "24 of the 55 interviews due in Q3 were offered": the base and its column come between.
OF_BASE = re.compile(
    r"\s+(?:[a-z]+\s+)?(?:out\s+)?of\s+(?:(?:the|all|our|these|those|a\s+total\s+of)\s+)*(?=\d)"
)


def is_base(text: str, quantity: Quantity, quantities: tuple[Quantity, ...]) -> bool:
    """Whether the number is what another is a share of."""
    before = [each for each in quantities if each.end <= quantity.start]
    if not before:
        return False
    if _BASE.search(text[: quantity.start]):
        return True
    # "44% of our 36 pupils (16)": what stands in brackets after a base is the share of it
    bracketed = _IN_BRACKETS.fullmatch(text, before[-1].end, quantity.start)
    return bool(bracketed) and is_base(text, before[-1], quantities)


def bounds(sentence: Sentence, quantity: Quantity, view: View) -> tuple[int, int]:
    text = sentence.text
    named = [*view.rows, *view.columns]
    start, end = _piece(sentence, quantity, named)
    if match := OF_BASE.match(text, quantity.end):
        base = next((each for each in sentence.quantities if each.start == match.end()), None)
        if base is not None:
            end = _piece(sentence, base, named)[1]
    start = max(start, text.rfind(";", 0, quantity.start) + 1)
    if _OF_THE_NAMED.match(text, start):
        led = [row for row in view.rows if text[row.end : start].strip() == "," and row.end < start]
        start = led[-1].start if led else start
    end = min(end, max(text.find(";", quantity.end), 0) or end)
    comma = text.find(", ", quantity.end, end)
    before = any(start <= row.start < quantity.start for row in view.rows)
    if comma > 0 and before and any(comma < row.start < end for row in view.rows):
        end = comma  # "schools made 212, second only to the police": what follows is of another
    return start, end


def _piece(sentence: Sentence, quantity: Quantity, named: list[Named]) -> tuple[int, int]:
    """The stretch of the sentence that belongs to one number, cut where others begin and end."""
    text = sentence.text
    others = [
        each
        for each in sentence.quantities
        if each is quantity
        or (
            each.measure in SORTS
            and each.measure is not Measure.DURATION
            and not any(name.start <= each.start < name.end for name in named)
        )
    ]
    first = last = others.index(quantity)
    while first and _IN_BRACKETS.fullmatch(text, others[first - 1].end, others[first].start):
        first -= 1
    while last + 1 < len(others) and _IN_BRACKETS.fullmatch(
        text, others[last].end, others[last + 1].start
    ):
        last += 1
    start = _cut(text, others[first - 1].end, others[first].start, named) if first else 0
    if last + 1 == len(others):
        return start, len(text)
    return start, _cut(text, others[last].end, others[last + 1].start, named)


def _cut(text: str, start: int, end: int, named: list[Named]) -> int:
    cuts = [
        match.end()
        for match in _SEPARATOR.finditer(text, start, end)
        if not any(each.start < match.end() and match.start() < each.end for each in named)
    ]
    return cuts[-1] if cuts else end
