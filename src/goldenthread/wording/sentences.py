"""Sentences of fact about one comparison, composed by rule.

Every number in them is bound to its figure. They say which way a figure went and where it stands,
both, so that a good position never hides a bad trend; they never say rose or fell across a break;
and what is not known is said to be not known.
"""

from collections.abc import Iterable

from goldenthread.comparisons.model import (
    Change,
    Comparator,
    ComparatorKind,
    Comparison,
    Direction,
    Judgement,
)
from goldenthread.disclosure import Release, Released
from goldenthread.indicators.definition import Indicator
from goldenthread.nouns import Figure, PeriodKind, Unit
from goldenthread.wording.numbers import MINUS, printed, with_unit
from goldenthread.wording.phrases import (
    as_sentence,
    in_period,
    listed,
    number_word,
    ordinal,
    possessive,
    with_article,
)
from goldenthread.wording.text import Bound, Words, join


class Writer:
    """Writes about the figures of one release."""

    def __init__(self, release: Release) -> None:
        self._release = release

    def released(self, figure: Figure) -> Released:
        """A figure as it left disclosure."""
        return self._release.of(figure)

    def bound(self, figure: Figure, text: str | None = None) -> Bound:
        """A figure as it stands in a sentence; ``text`` where it is not printed as itself."""
        released = self._release.of(figure)
        return Bound(released, printed(released) if text is None else text)

    def about(self, indicator: Indicator, comparison: Comparison) -> tuple[Words, ...]:
        """Everything to be said of one comparison, sentence by sentence."""
        sentences = [
            self.trend(indicator, comparison),
            self.otherwise_as_a_rate(comparison),
            self.standing(comparison),
            self.chance(comparison),
            self.record(comparison),
            self.rank(comparison),
            *(((sentence,)) for sentence in comparison.not_known),
        ]
        return tuple(sentence for sentence in sentences if sentence)

    def trend(self, indicator: Indicator, comparison: Comparison) -> Words:
        """From what to what: a rate is told by the number behind it, a percentage as itself."""
        by_count = _told_by_count(comparison)
        change = comparison.count_change if by_count else comparison.change
        if change is None:
            stands = comparison.count if by_count else comparison.figure
            return self._stood(indicator, stands or comparison.figure)
        if change.across:
            return join(
                self._stood(indicator, change.later),
                f" It is not compared with the year before. {as_sentence(change.across.reason)}",
            )
        if not (change.earlier.known and change.later.known) or self._withheld(change):
            return self._stood(indicator, change.later)
        if change.direction is Direction.SAME:
            return join(
                f"{indicator.words} stayed at ",
                self._measured(change.later),
                f", the same {in_period(change.later.period)} as "
                f"{in_period(change.earlier.period)}.",
            )
        verb = "rose" if change.direction is Direction.UP else "fell"
        return join(
            f"{indicator.words} {verb} from ",
            self.bound(change.earlier),
            f" {in_period(change.earlier.period)} to ",
            self._measured(change.later),
            f" {in_period(change.later.period)}",
            self._by_how_much(change),
            self._judged(change),
            ".",
        )

    def otherwise_as_a_rate(self, comparison: Comparison) -> Words:
        """Where the number went one way and the rate the other, the rate's way too."""
        count, rate = comparison.count_change, comparison.change
        if count is None or rate is None or rate.later.unit is not Unit.RATE_PER_10000:
            return ()
        if count.direction is rate.direction or count.across or self._withheld(rate):
            return ()
        verb = _WENT[rate.direction]
        return join(
            f"As a rate it {verb} ",
            self.bound(rate.earlier),
            " to ",
            self._measured(rate.later),
            ".",
        )

    def standing(self, comparison: Comparison) -> Words:
        """Above, below or level with England, the region and the neighbours."""
        if not self._release.of(comparison.figure).figure.known:
            return ()
        places = {direction: self._places(comparison, direction) for direction in Direction}
        parts: list[Words] = []
        for direction, word in _POSITION.items():
            if places[direction]:
                parts.append(join(f"{word} ", listed(places[direction])))
        if not parts:
            return ()
        if comparison.figure.unit is Unit.RATE_PER_10000:
            opening = join("At ", self._measured(comparison.figure), " the rate was ")
        else:
            opening = ("This was ",)
        return join(opening, listed(parts), ".")

    def chance(self, comparison: Comparison) -> Words:
        """Whether the change on the year before is more than chance would give."""
        change = comparison.count_change if _told_by_count(comparison) else comparison.change
        if change is None or change.across or change.chance is None:
            return ()
        if change.later.period.kind is PeriodKind.YEAR_END:
            return ()  # most of the children there on the day were there a year before
        if change.direction is Direction.SAME or self._withheld(change):
            return ()
        if change.chance.beyond:
            return ("The change is more than chance alone would give.",)
        return ("A change of this size is not shown to be more than chance.",)

    def record(self, comparison: Comparison) -> Words:
        """The highest or lowest of the years known, where it is and there are at least five.

        Nothing is said where any of the years is withheld: it could be higher or lower still.
        """
        known = comparison.series
        if any(self._release.of(figure).value is None for figure in known):
            return ()
        current = comparison.figure
        if len(known) < 5 or current.id not in {figure.id for figure in known}:
            return ()
        if any(brk.when > known[0].period.start for brk in comparison.breaks):
            return ()
        others = [f.value for f in known if f.id != current.id and f.value is not None]
        if current.value is None:
            return ()
        it = "The rate" if current.unit is Unit.RATE_PER_10000 else "It"
        years = f"of the {number_word(len(known))} years known."
        if current.value > max(others):
            return (f"{it} is the highest {years}",)
        if current.value < min(others):
            return (f"{it} is the lowest {years}",)
        return ()

    def rank(self, comparison: Comparison) -> Words:
        """The place among all areas that have a value, the highest first."""
        if comparison.rank is None or comparison.rank.value is None:
            return ()
        place = int(comparison.rank.value)
        which = "highest" if place == 1 else f"{ordinal(place)} highest"
        which = "lowest" if place == comparison.rank_of else which
        text = f"{which} of {comparison.rank_of}"
        return join("It was the ", self.bound(comparison.rank, text), " councils with a figure.")

    def _stood(self, indicator: Indicator, figure: Figure) -> Words:
        released = self._release.of(figure)
        if released.symbol is not None:
            return join(
                f"{indicator.words} {in_period(figure.period)}: ",
                self.bound(figure),
                f" ({released.figure.why_unknown}).",
            )
        verb = "were" if indicator.plural else "was"
        return join(
            f"{indicator.words} {verb} ",
            self._measured(figure),
            f" {in_period(figure.period)}.",
        )

    def _measured(self, figure: Figure) -> Words:
        number = self.bound(figure)
        return join(number, with_unit(number.released).removeprefix(number.printed))

    def _by_how_much(self, change: Change) -> Words:
        known = [each for each in (change.relative, change.difference) if each and each.known]
        if not known:
            return ()
        size = self._release.of(known[0])
        number = printed(size).removeprefix(MINUS)
        unit = with_unit(size).removeprefix(MINUS).removeprefix(number)
        return join(" (", Bound(size, number), f"{unit}{self._as_it_was(change)})")

    def _as_it_was(self, change: Change) -> str:
        """A remark where a reader who subtracts the percentages printed would find another size."""
        points = change.difference
        if points is None or points.unit is not Unit.PERCENTAGE_POINTS or points.value is None:
            return ""
        ends = (self._release.of(change.later).value, self._release.of(change.earlier).value)
        printed_size = None if None in ends else ends[0] - ends[1]  # type: ignore[operator]
        return "" if printed_size == points.value else ", before rounding"

    def _judged(self, change: Change) -> str:
        """Better or worse; nothing where chance could give as much, which is neither."""
        if change.chance is not None and not change.chance.beyond:
            return ""
        return {
            Judgement.BETTER: ", an improvement",
            Judgement.WORSE: ", a worsening",
            Judgement.NEITHER: "",
        }[change.judgement]

    def _places(self, comparison: Comparison, direction: Direction) -> list[Words]:
        return [
            self._place(comparator)
            for comparator in comparison.comparators
            if comparator.direction is direction
            and comparator.kind is not ComparatorKind.NEIGHBOURS_MEDIAN
            and self._release.of(comparator.figure).value is not None
        ]

    def _place(self, comparator: Comparator) -> Words:
        if comparator.kind is ComparatorKind.NEIGHBOURS_MEAN:
            return join("its statistical neighbours’ average of ", self.bound(comparator.figure))
        if comparator.kind is ComparatorKind.TARGET:
            return join("the target of ", self.bound(comparator.figure))
        name = possessive(with_article(comparator.name))
        return join(f"{name} ", self.bound(comparator.figure))

    def _withheld(self, change: Change) -> bool:
        return any(
            self._release.of(figure).value is None for figure in (change.earlier, change.later)
        )


def _told_by_count(comparison: Comparison) -> bool:
    """A rate is told by the number behind it, where that is known."""
    return comparison.figure.unit is Unit.RATE_PER_10000 and comparison.count is not None


_WENT = {
    Direction.UP: "rose from",
    Direction.SAME: "stayed the same, from",
    Direction.DOWN: "fell from",
}

_POSITION = {Direction.UP: "above", Direction.SAME: "level with", Direction.DOWN: "below"}


def paragraph(sentences: Iterable[Words]) -> Words:
    """Sentences run together with a space between."""
    run: Words = ()
    for sentence in sentences:
        run = join(run, " " if run else "", sentence)
    return run
