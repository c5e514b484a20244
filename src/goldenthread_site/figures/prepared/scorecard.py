"""The scorecard of a year, made from a desk: a desk holds what its reader may see and no more."""

from collections.abc import Iterable, Mapping

from goldenthread.comparisons import (
    Change,
    Comparator,
    ComparatorKind,
    Comparison,
    Direction,
    Judgement,
)
from goldenthread.disclosure import Release, as_they_stand
from goldenthread.indicators import Indicator, Theme, catalogue
from goldenthread.nouns import Figure, Period, PeriodKind
from goldenthread.nouns.register import ENGLAND
from goldenthread.report.desk import Desk
from goldenthread.wording import plain
from goldenthread.wording.numbers import with_unit
from goldenthread.wording.phrases import as_sentence, period_name
from goldenthread.wording.sentences import Writer
from goldenthread_site.figures.prepared import shapes
from goldenthread_site.figures.prepared.numbers import number
from goldenthread_site.figures.prepared.pictures import trend

# What is of the reporting year itself: counted over it, or on its last day.
OF_THE_YEAR = frozenset({PeriodKind.FINANCIAL_YEAR, PeriodKind.YEAR_END})
_WORDS = {Direction.UP: "Rose", Direction.DOWN: "Fell", Direction.SAME: "Stayed the same"}


def scorecard(desk: Desk, returned: Iterable[shapes.Returned] = ()) -> shapes.Scorecard:
    """The year’s figures by theme, and beside them those that came with returns."""
    reasons = {each.comparison.figure.indicator: each.reason for each in desk.outliers}
    made = desk.everything
    out = as_they_stand(figure for each in made.values() for figure in _beside(each, desk))
    groups = []
    for theme in Theme:
        of_theme = [
            (indicator, made[name])
            for name, indicator in catalogue().items()
            if indicator.theme is theme and name in made
        ]
        if of_theme:
            tables = tuple(_tables(of_theme, desk, out, reasons))
            groups.append(shapes.Group(theme.name.lower(), theme.value, tables))
    return shapes.Scorecard(
        year=desk.year.code,
        region=desk.region.name if desk.region else "",
        groups=tuple(groups),
        returned=tuple(returned),
        outliers=tuple(each.comparison.figure.indicator for each in desk.outliers),
    )


def _tables(
    made: Iterable[tuple[Indicator, Comparison]],
    desk: Desk,
    out: Release,
    reasons: Mapping[str, str],
) -> Iterable[shapes.Lines]:
    """First what is of the reporting year, then each other period in a table apart."""
    apart: dict[Period | None, list[shapes.Line]] = {None: []}
    for indicator, comparison in made:
        period = comparison.figure.period
        kept = apart.setdefault(None if period.kind in OF_THE_YEAR else period, [])
        kept.append(_line(indicator, comparison, desk, out, reasons.get(indicator.name, "")))
    for own, lines in apart.items():
        if own is None and lines:
            before, now = desk.year.back(1).code, desk.year.code
            yield shapes.Lines("", before, now, tuple(lines))
        elif own is not None:
            yield shapes.Lines(period_name(own), _short(own.back(1)), _short(own), tuple(lines))


def _short(period: Period) -> str:
    """A period as the head of a narrow column."""
    if period.kind is PeriodKind.ACADEMIC_YEAR:
        return f"{period.start.year}/{period.end:%y}"
    return period_name(period)


def _before(comparison: Comparison, desk: Desk) -> Figure | None:
    return desk.shelf.like(comparison.figure, period=comparison.figure.period.back(1))


def _elsewhere(comparison: Comparison, desk: Desk, code: str) -> Figure | None:
    return desk.shelf.like(comparison.figure, area=code)


def _beside(comparison: Comparison, desk: Desk) -> list[Figure]:
    more = [_before(comparison, desk), _elsewhere(comparison, desk, ENGLAND)]
    if desk.region:
        more.append(_elsewhere(comparison, desk, desk.region.code))
    return [*comparison.figures(), *(each for each in more if each)]


def _line(
    indicator: Indicator, comparison: Comparison, desk: Desk, out: Release, stands_out: str
) -> shapes.Line:
    figure = comparison.figure
    region = desk.region.code if desk.region else ""
    target = comparison.comparator(ComparatorKind.TARGET)
    before, now = number(_before(comparison, desk)), number(figure)
    england = number(_elsewhere(comparison, desk, ENGLAND))
    beside = number(_elsewhere(comparison, desk, region) if region else None)
    neighbours = number(comparison.neighbours.mean if comparison.neighbours else None)
    return shapes.Line(
        name=indicator.name,
        title=indicator.title,
        unit=figure.unit.words,
        before=before,
        now=now,
        trend=trend(comparison.series, comparison.breaks),
        direction=direction_of(comparison.change),
        england=england,
        region=beside,
        neighbours=neighbours,
        target=with_unit(target.figure) if target else _aim(indicator, desk),
        target_met=met(target) if target else "",
        told=plain(Writer(out).trend(indicator, comparison)),
        stands_out=stands_out,
        breaks=breaks_told(comparison),
        notes=_notes(
            {
                period_name(figure.period): now,
                period_name(figure.period.back(1)): before,
                "England": england,
                desk.region.name if desk.region else "": beside,
                "Neighbours’ average": neighbours,
            }
        ),
    )


def _notes(numbers: Mapping[str, shapes.Number]) -> tuple[str, ...]:
    """Each note once, after the names of all the numbers it belongs to."""
    about: dict[str, list[str]] = {}
    for name, each in numbers.items():
        if each.note:
            about.setdefault(each.note, []).append(name)
    return tuple(f"{' and '.join(names)}. {note}" for note, names in about.items())


def _aim(indicator: Indicator, desk: Desk) -> str:
    """A target that the figure cannot be set beside, for want of a value, is told all the same."""
    for target in desk.targets:
        entry = target.entry
        if (entry.indicator, entry.year) == (indicator.name, desk.year.code):
            return with_unit(target.figure(indicator, desk.area))
    return ""


def direction_of(change: Change | None) -> shapes.Direction:
    """Which way it went, what that means, and what makes it doubtful; nothing where unknown."""
    if change is None or not (change.earlier.known and change.later.known):
        return shapes.Direction()
    if change.across:
        return shapes.Direction("Not compared", doubt="counted otherwise than the year before")
    judged = "" if change.judgement is Judgement.NEITHER else change.judgement.value
    doubt = "may be chance" if change.chance and not change.chance.beyond else ""
    return shapes.Direction(_WORDS[change.direction], judged, doubt)


def met(target: Comparator) -> str:
    """Whether a target is met, in a word or two."""
    if target.direction is Direction.SAME or target.judgement is Judgement.BETTER:
        return "met"
    if target.judgement is Judgement.WORSE:
        return "not met"
    return "above it" if target.direction is Direction.UP else "below it"


def breaks_told(comparison: Comparison) -> tuple[str, ...]:
    """Each break within the series in a sentence, the earliest first."""
    return tuple(
        f"From {each.when.day} {each.when:%B %Y} it is counted otherwise. "
        f"{as_sentence(each.reason)}"
        for each in comparison.breaks
    )
