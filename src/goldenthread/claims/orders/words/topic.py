"""Whether a sentence that names a line of a table may yet speak of something else."""

import re
from collections.abc import Sequence

from goldenthread.claims.language.model import Measure, Sentence
from goldenthread.claims.orders.values.labels import tokens, words_of
from goldenthread.claims.orders.values.view import View
from goldenthread.claims.orders.words.claimed import Named
from goldenthread.claims.orders.words.cues import Cue
from goldenthread.claims.orders.words.vocabulary import FILL, GENERIC, JOIN, KINDS, VERBS
from goldenthread.claims.tables.cells import Cell

_OTHERS = re.compile(
    r"\b(?:(?:from|by|among|amongst|via|excluding|except|into|sent\s+by)\s+(?:the\s+)?"
    r"(?!far\b)(?P<who>[A-Za-z]\w+)"
    r"|(?P<group>boys|girls|males?|females?|men|women|aged|under-?\d|over-?\d"
    r"|babies|infants|teenagers))",
)
# "The highest number of plans", "the most plans".
_COUNTED = re.compile(
    r"\s+(?:(?:numbers?|totals?|counts?|volumes?)\s+of\s+)?(?P<noun>[a-z]+)(?=\s*(?:[.,;]|$|(?:in"
    r"|of|at|during)\b))"
)
_SHARE_OF = re.compile(
    r"\s+(?:share|proportion|percentage)\s+of\s+(?:(?:its|their|our|the|all)\s+)?(?P<noun>[a-z]+)"
)
_GOES_ON = re.compile(
    r"\s+(?:of|for|among|by|to|on|from|with|about|in)\s+(?:the\s+|an?\s+|our\s+)?(?P<what>[a-z]+(?:\s[a-z]+)?)"
)
_STEM = 5
_NEAR = 48


def says_nothing_more(text: str, cue: Cue, since: int, view: View) -> bool:
    """Whether a sentence without a subject of the table's brings in none of its own."""
    named = (*view.rows, *view.columns)
    stop = re.search(
        r"[,.;:(]|\b(?:before|after|when|while|as|with|and|but|since)\b", text[cue.end :]
    )
    end = cue.end + stop.start() if stop else len(text)
    stems = {word[:_STEM] for word in view.known}
    counted = _COUNTED.match(text, cue.end)
    if counted and not view.table.grid.caption and not view.table.grid.section:
        stems |= {word[:_STEM] for word in words_of(counted["noun"])}  # a table without a title
    return all(
        token.word in GENERIC
        or token.word in VERBS
        or token.word in JOIN
        or token.word in KINDS
        or token.word[0].isdigit()
        or token.word[:_STEM] in stems
        or cue.start <= token.start < cue.end
        or any(each.start <= token.start < each.end for each in named)
        for token in tokens(text)
        if since <= token.start < end
    )


def of_others(text: str, since: int, until: int, view: View) -> bool:
    """Whether the clause speaks of a group or source that the table does not show."""
    for match in _OTHERS.finditer(text, since, until):
        word = words_of(match["who"] or match["group"])
        if (
            word
            and word[0] not in view.known
            and word[0] not in FILL
            and word[0] not in ("table", "figures", "chart")
            and not re.match(r"(?:19|20)\d\d", match.group())
        ):
            named = [
                each
                for each in (*view.rows, *view.columns)
                if match.start() <= each.start <= match.end() + 3
            ]
            if not named:
                return True
    return False


def of_a_part(text: str, cue: Cue, named: Named, view: View) -> bool:
    """Whether a line's name goes on with what the table does not have: "uptake of boosters"."""
    match = _GOES_ON.match(text, named.end, cue.start) if named.end <= cue.start else None
    return match is not None and not all(
        token.word in FILL or token.word in view.plain or token.word in GENERIC
        for token in tokens(match["what"])
    )


def of_something_else(text: str, cue: Cue, until: int, view: View) -> bool:
    """Whether the superlative is of a thing that the table does not name, as another reason."""
    stop = re.search(
        r"[,.;:()–—]|\b(?:was|were|is|in|at|during|with|on|from|by|as|since|and|but|while|before"
        r"|after|to|than|which|that|all)\b",
        text[cue.end : until],
    )
    end = cue.end + stop.start() if stop else until
    stems = {word[:_STEM] for word in view.known}
    if share := _SHARE_OF.match(text, cue.end, end + 40):
        stems |= {word[:_STEM] for word in words_of(share["noun"])}
    named = (*view.rows, *view.columns)
    return any(
        token.word not in GENERIC
        and not token.word[0].isdigit()
        and token.word[:_STEM] not in stems
        and not any(each.start <= token.start < each.end for each in named)
        for token in tokens(text)
        if cue.end <= token.start < end
    )


def other_value(
    sentence: Sentence, cue: Cue, until: int, view: View, cells: Sequence[Cell]
) -> bool:
    """Whether the value told with the superlative is in none of the cells it would be of."""
    parts = [part for cell in cells for part in cell.parts]
    after = [e.start for e in (*view.rows, *view.columns) if e.start >= cue.end]
    until = min([until, *after])
    for quantity in sentence.quantities:
        near = cue.end <= quantity.start < until and quantity.start - cue.end < _NEAR
        led = re.search(
            r"(?:\b(?:with|at|of)|\()\s*(?:just\s+|only\s+)?$", sentence.text[: quantity.start]
        )
        if near and led and quantity.measure in (Measure.COUNT, Measure.PERCENT, Measure.MONEY):
            return not any(part.interval.meets(quantity.interval) for part in parts)
    return False
