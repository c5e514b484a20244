"""Which number of a piece is told, and the words of the piece that it is told of."""

from goldenthread.claims.language.model import Measure, Quantity
from goldenthread.claims.sayings import patterns
from goldenthread.claims.sayings.pieces import Piece
from goldenthread.claims.sayings.words import WORD, content, stem


def the_number(text: str, piece: Piece) -> Quantity | None:
    """The one number of a piece that is told of its words; None where it cannot be told which."""
    plain = [each for each in piece.quantities if not is_change(text, each)]
    if len(plain) == 2 and patterns.OF_ALL.search(text[: plain[1].start]):
        return plain[1]  # "2,207 of the 9,142 crimes": a part of what is known, and the whole
    if len(plain) == 2 and _how(piece, plain[0]):
        return plain[0]
    shares = [each for each in plain if each.measure is not Measure.COUNT]
    if len(shares) == 1:
        return shares[0]
    return plain[0] if len(plain) == 1 else None


def said_of(piece: Piece, one: Quantity | None) -> str:
    """The words of a piece that its number is told of.

    Of "14 incidents and each was looked into" what follows "and" is left out; of "the 214 pieces
    of evidence sent" what stands before "the", since those are a group known by its number.
    """
    text = piece.bare
    if one is None:
        return text
    at = one.start - piece.start
    how = _how(piece, one)
    text = text[: how.start - piece.start] if how else text
    if piece.opens == ",":
        why = patterns.WHY.match(text)
        text = " " * why.end() + text[why.end() :] if why else text
    tail = patterns.ANOTHER.search(text, at)
    text = text[: tail.start()] if tail else text
    whole = patterns.OF_ALL.search(piece.text[:at])
    definite = one.measure is Measure.COUNT and patterns.DEFINITE.search(text[:at])
    enough = len(content(text[at:])) > (0 if whole else 1)
    if definite and enough and not patterns.DOUBT.search(text[:at]):
        return text[at:]
    return text


def _how(piece: Piece, one: Quantity) -> Quantity | None:
    """A second number that only tells how it was done: "were completed at three sites"."""
    after = [each for each in piece.quantities if each.start > one.end]
    if len(after) != 1:
        return None
    between = piece.text[one.end - piece.start : after[0].start - piece.start]
    return after[0] if patterns.HOW.search(between) else None


def is_change(text: str, one: Quantity) -> bool:
    """Whether a number is the size of a change: "by 12%", "12% more", "+12"."""
    before = text[: one.start]
    led = patterns.CHANGE_BEFORE.search(before) and not patterns.DONE_BY.search(before)
    return bool(led or one.text[:1] in "+-−–" or patterns.CHANGE_AFTER.match(text, one.end))


def base_of(text: str, one: Quantity) -> str:
    """The stem of what a percentage is of: "12% of referrals"."""
    if one.measure is not Measure.PERCENT or not patterns.OF.match(text, one.end):
        return ""
    for match in WORD.finditer(text, one.end):
        if content(match.group()):
            return stem(match.group())
    return ""
