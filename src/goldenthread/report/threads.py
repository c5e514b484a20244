"""Every printed figure once, with its way back to its source and the other values it has."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Protocol

from goldenthread.disclosure import Release, Released, release
from goldenthread.indicators import Indicator, catalogue
from goldenthread.nouns import Figure, Symbol, Unit
from goldenthread.report.document import Document, OtherValue, ThreadEntry
from goldenthread.report.printed_values import printed_values
from goldenthread.wording.numbers import printed
from goldenthread.wording.phrases import period_name

_NOTHING = Release({})


class OtherValues(Protocol):
    """Whoever knows the other values of figures."""

    def other_values_of(self, figures: Sequence[Figure]) -> Mapping[str, tuple[Figure, ...]]:
        """Every other value known of the same things, by the figure's id."""


def threads(
    document: Document, known: OtherValues, titles: Mapping[str, str], judged: Release = _NOTHING
) -> tuple[ThreadEntry, ...]:
    """One entry for each figure the document prints, in the order of first printing.

    ``known`` is the desk or the book; ``titles`` says what each source is called, by its short
    name; ``judged`` is what was decided of figures already, other values of the printed ones among
    them.
    """
    printed_here = printed_values(document)
    open_ones = [each.figure for each in printed_here.values() if not _protected(each)]
    others = known.other_values_of(open_ones)
    fresh = (f for figures in others.values() for f in figures if f.id not in judged)
    let_out = {**release(fresh), **judged}
    return tuple(
        entry(released, [let_out[other.id] for other in others.get(figure_id, ())], titles)
        for figure_id, released in printed_here.items()
    )


def _protected(released: Released) -> bool:
    """True where a value is kept back, by us or its source: no other may say it instead."""
    return released.symbol in (Symbol.CONFIDENTIAL, Symbol.LOW, Symbol.ROUNDS_TO_ZERO)


def entry(released: Released, others: Iterable[Released], titles: Mapping[str, str]) -> ThreadEntry:
    """A printed figure with its way back; ``others`` are the other values it is known by."""
    figure = released.figure
    indicator = catalogue()[figure.indicator]
    return ThreadEntry(
        released=released,
        printed=printed(released),
        title=_title(indicator, figure),
        definition=_definition(indicator, figure),
        source_title=titles.get(figure.thread.source, ""),
        also_known_as=tuple(_other(other) for other in others),
    )


def _other(released: Released) -> OtherValue:
    thread = released.figure.thread
    return OtherValue(printed(released), thread.source, thread.vintage, thread.definition)


def _title(indicator: Indicator, figure: Figure) -> str:
    parts = [indicator.title, *figure.breakdown.words.split(", ")]
    parts += [figure.area.called, period_name(figure.period)]
    measured = "" if figure.unit in (Unit.COUNT,) else f" ({figure.unit.words})"
    return ", ".join(part for part in parts if part) + measured


def _definition(indicator: Indicator, figure: Figure) -> str:
    """What is counted and, for a share or rate, over what; each a sentence of the catalogue."""
    if figure.unit in (Unit.PERCENT, Unit.RATE_PER_10000) and indicator.denominator:
        return f"Counted: {indicator.numerator} Over: {indicator.denominator}"
    return indicator.numerator
