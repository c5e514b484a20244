"""What could not be compared, and why, in sentences: what is not known is said to be not known."""

from collections.abc import Iterator, Sequence

from goldenthread.comparisons.model import Change, ComparatorKind, Neighbours, NotKnown
from goldenthread.comparisons.periods import named
from goldenthread.figures import Shelf
from goldenthread.nouns import Area, AreaKind, Figure, NeighbourSet

# Small numbers are written in words, because a number in figures is always a bound one.
_WORDS = (
    "none", "one", "two", "three", "four", "five", "six",
    "seven", "eight", "nine", "ten", "eleven", "twelve",
)  # fmt: skip


NOT_PLACED = "Its place among all councils is not told: too few of them have a value here."


def sentences(
    *,
    shelf: Shelf,
    figure: Figure,
    changed: Change | NotKnown,
    others: Sequence[tuple[ComparatorKind, Area]],
    beside: Neighbours | None,
    placed: bool,
    series: Sequence[Figure],
    years: int,
    between_areas: bool,
) -> tuple[str, ...]:
    """One sentence for each thing a comparison lacks; none where it has everything."""
    if figure.symbol:
        return (
            f"The figure for {figure.area.called} for {named(figure.period)} is "
            f"{figure.why_unknown}, so it is not compared.",
        )
    found = list(_over_time(changed, series, years))
    if between_areas:
        found += _places(shelf, figure, others)
        if figure.area.kind is AreaKind.COUNCIL:
            found += _neighbours(figure, beside)
            if not placed:
                found.append(NOT_PLACED)
    else:
        found.append(
            "It is known as a number only, and numbers are not compared between areas of "
            "different size."
        )
    return tuple(found)


def _over_time(changed: Change | NotKnown, series: Sequence[Figure], years: int) -> Iterator[str]:
    if isinstance(changed, NotKnown):
        yield changed.reason
    elif changed.across is None and changed.chance is None:
        yield (
            "Whether the change is more than chance is not known: the source gives no counts "
            "that would tell."
        )
    with_values = sum(each.known for each in series)
    if with_values < years:
        noun = "year" if with_values == 1 else "years"
        verb = "has" if with_values == 1 else "have"
        yield (f"Only {_in_words(with_values)} {noun} {verb} a value in this source and release.")


def _places(
    shelf: Shelf, figure: Figure, others: Sequence[tuple[ComparatorKind, Area]]
) -> Iterator[str]:
    for _, other in others:
        found = shelf.like(figure, area=other.code)
        if found is None:
            yield f"The value for {other.called} is not in this source and release."
        elif found.symbol:
            yield f"The value for {other.called} is {found.why_unknown}."


def _neighbours(figure: Figure, beside: Neighbours | None) -> Iterator[str]:
    if beside is None:
        yield f"No set of statistical neighbours for {figure.area.called} is in the data."
        return
    yield from _how_alike(beside.set)
    if beside.mean is None:
        known = len(beside.members)
        yield (
            "No average of its statistical neighbours is given: "
            f"{_in_words(known)} of the {_in_words(len(beside.set.members))} "
            f"{'has' if known == 1 else 'have'} a value in this source and release."
        )
    elif beside.missing:
        yield (
            f"The average of its statistical neighbours leaves out {_in_words(beside.missing)} "
            f"of the {_in_words(len(beside.set.members))}, for which no value is published."
        )


def _how_alike(chosen: NeighbourSet) -> Iterator[str]:
    """A caution where the model itself calls fewer than half of the set close at all."""
    if chosen.close is None or 2 * chosen.close >= len(chosen.members):
        return
    close, of = _in_words(chosen.close), _in_words(len(chosen.members))
    verb = "is" if chosen.close == 1 else "are"
    yield (
        f"Of its {of} statistical neighbours {close} {verb} at least somewhat close to it by the "
        "model that chose them, so what is said beside them is to be read with care."
    )


def _in_words(number: int) -> str:
    return _WORDS[number] if number < len(_WORDS) else "more than twelve"
