"""Numbers and the words in their place. Nothing is not one thing: each of its kinds has its own."""

from goldenthread.nouns import Figure, Quality, Symbol, Unit
from goldenthread.wording.numbers import printed
from goldenthread_site.figures.prepared.shapes import NONE_HELD, Number

_IN_WORDS = {
    Symbol.CONFIDENTIAL: "withheld",
    Symbol.NOT_AVAILABLE: "not available",
    Symbol.NOT_APPLICABLE: "not applicable",
    Symbol.ROUNDS_TO_ZERO: "rounds to zero",
    Symbol.LOW: "rounds to zero",
    Symbol.UNRELIABLE: "too unreliable",
    Symbol.NOT_COMPARABLE: "not comparable",
}
# For these a return says in the first part of its note why there is no number.
_SAID = (Symbol.NOT_AVAILABLE, Symbol.NOT_APPLICABLE)
_CARE = {Quality.CAUTION: "Read with caution", Quality.POOR: "Poor, not to be leaned on"}
RETURN = "_return"


def came_with_a_return(figure: Figure) -> bool:
    """True for a figure that an agency sent in a return."""
    thread = figure.thread
    return thread.source.startswith("local.") and thread.source.endswith(RETURN)


def in_words(figure: Figure | None) -> str:
    """The number as it is printed, or why there is none."""
    if figure is None:
        return NONE_HELD
    if figure.symbol is not None:
        if figure.symbol in _SAID and came_with_a_return(figure):
            return figure.quality_note.partition(";")[0] or _IN_WORDS[figure.symbol]
        return _IN_WORDS[figure.symbol]
    text = printed(figure)
    nil = figure.value == 0 and figure.unit in (Unit.COUNT, Unit.POUNDS)
    return f"{text} (nil)" if nil and came_with_a_return(figure) else text


def note_of(figure: Figure | None) -> str:
    """What has to be said wherever the number stands: how far to lean on it, and why."""
    if figure is None:
        return ""
    note = figure.quality_note
    if figure.symbol in _SAID and came_with_a_return(figure):
        note = note.partition(";")[2].strip()
    care = _CARE.get(figure.quality, "")
    if care and note:
        return f"{care}: {note[:1].lower() + note[1:] if note[1:2].islower() else note}"
    return care or note


def number(figure: Figure | None) -> Number:
    """Both."""
    return Number(in_words(figure), note_of(figure))
