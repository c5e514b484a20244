"""The row of a table that a number of a sentence stands with."""

import re

from goldenthread.claims.language.model import Sentence
from goldenthread.claims.orders.values.labels import tokens, words_of
from goldenthread.claims.orders.values.view import View
from goldenthread.claims.orders.words.claimed import Named
from goldenthread.claims.orders.words.vocabulary import FILL
from goldenthread.claims.quoting.quoted_cells import is_yardstick, narrowest
from goldenthread.claims.quoting.quoted_plainly import adds_nothing

_AT_ONCE = 4  # a sentence begins with its subject, or with "The" and its subject


def row_meant(sentence: Sentence, view: View, piece: tuple[int, int]) -> int | None:
    """The row a number stands with: named in its piece, or the sentence's only one."""
    start, end = piece
    rows = [each for each in view.rows if not is_yardstick(view.table.rows[each.line])]
    here = [each for each in rows if start <= each.start and each.end <= end]
    inside = {each.line for each in narrowest(sentence.text, here)}
    if len(inside) == 1:
        return inside.pop()
    if not inside and _is_in_other_order(sentence, view, piece):
        return None
    every = {each.line for each in rows}
    if not inside and rows and all(_has_its_own(sentence, each, piece) for each in rows):
        return None
    led = rows and _LED.fullmatch(sentence.text, rows[-1].end, _number_in(sentence, piece))
    if not inside and len(every) == 1 and led:
        return every.pop()
    if not inside and len(every) == 1 and rows[0].start <= _AT_ONCE and not view.table.is_turned:
        return every.pop() if adds_nothing(sentence.text, view, piece) else None
    columns = [each for each in view.columns if start <= each.start and each.end <= end]
    if inside or len(every) != 1 or not columns:
        return None
    plain = all(
        token.word in FILL
        or token.word[0].isdigit()
        or token.word in view.known
        or token.word == "and"
        or any(each.start <= token.start < each.end for each in columns)
        for token in tokens(sentence.text)
        if start <= token.start < end
    )
    return every.pop() if plain else None


def _is_in_other_order(sentence: Sentence, view: View, piece: tuple[int, int]) -> bool:
    """Whether all words of another row stand in the piece: "we received 1,905 applications"."""
    said = {token.word for token in tokens(sentence.text) if piece[0] <= token.start < piece[1]}
    return any(
        len(words := set(words_of(row.label))) > 1 and words <= said for row in view.table.rows
    )


def _has_its_own(sentence: Sentence, row: Named, piece: tuple[int, int]) -> bool:
    """Whether a row named after the piece has a number there: "and granted 967 of them"."""
    later = (each for each in sentence.quantities if each.start >= row.end)
    return row.start >= piece[1] and any(
        _TO_NUMBER.fullmatch(sentence.text, row.end, each.start) for each in later
    )


_TO_NUMBER = re.compile(r"\s*(?:(?:with|at|on|by|was|were|had|to|of|some|about)\s+)*£?")
_LED = re.compile(r"[’']?s?\s*,?\s*(?:with|at|on|by)\s*(?:some\s+)?£?")


def _number_in(sentence: Sentence, piece: tuple[int, int]) -> int:
    """Where the first number of a piece begins."""
    starts = (each.start for each in sentence.quantities if piece[0] <= each.start < piece[1])
    return min(starts, default=piece[1])
