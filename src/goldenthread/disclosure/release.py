"""The way out: declared figures in, released values back, small counts of children withheld.

First what is small by its source's rule; then, of a partnership's own figures, whatever would give
a withheld count away beside everything else that is printed; then what is worked out from those.
"""

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal

from goldenthread.disclosure.drawn import Drawn, Part, draw
from goldenthread.disclosure.drawn.counts import FROM_COUNTS, KEPT_BACK
from goldenthread.disclosure.drawn.earlier import as_inside
from goldenthread.disclosure.implied import implied
from goldenthread.disclosure.publication.model import StatedRule
from goldenthread.disclosure.released import _SEAL, Release, Released
from goldenthread.disclosure.rules import Rule, rule_for
from goldenthread.nouns import Figure, GoldenThreadError, Sensitivity, Unit

# Some seconds are usual. On a machine that is busy it may be minutes, and a report that comes late
# is better than none.
_SECONDS = 180.0


def release(declared: Iterable[Figure], earlier: Sequence[Figure] = ()) -> Release:
    """Decide, for everything one publication declares, what may be printed.

    ``earlier`` are figures that were printed before, as the ledger has them. What nobody declares
    and anybody can work out is reckoned with too. A figure worked out from others
    is withheld whenever one of those is: a percentage change or a difference beside one of its ends
    gives the other away. Raises RefusedError, naming a count, where no choice of what to withhold
    is safe.
    """
    told = {figure.id: figure for figure in declared}
    withheld = {figure_id for figure_id, figure in told.items() if too_small(figure)}
    withheld |= _kept_back_elsewhere(told.values())
    hidden = _protected(told, withheld, earlier)
    withheld |= {figure_id for figure_id, parts in hidden.items() if Part.VALUE in parts}
    withheld = _with_what_follows(told, withheld)
    return Release(
        {
            figure_id: _released(figure, figure_id in withheld, hidden.get(figure_id, frozenset()))
            for figure_id, figure in told.items()
        }
    )


def with_worked_out(judged: Release, figures: Iterable[Figure]) -> Release:
    """A release with more figures, all worked out from those it has.

    Each is withheld whenever one of those is. Raises ValueError for one that is no such figure.
    """
    more = {figure.id: figure for figure in figures}
    if alone := [str(figure.key) for figure in more.values() if not figure.thread.inputs]:
        raise ValueError(f"{alone[0]} is not worked out from others: release it with them")
    before = {each for each, released in judged.items() if released.withheld and each not in more}
    withheld = _with_what_follows(more, before)
    fresh = {
        each: _released(figure, each in withheld, frozenset()) for each, figure in more.items()
    }
    return Release({**judged, **fresh})


def _released(figure: Figure, withheld: bool, hidden: frozenset[Part]) -> Released:
    safe = _safe(figure) if withheld else _without(figure, hidden)
    return Released(safe, withheld=withheld, seal=_SEAL)


def as_they_stand(figures: Iterable[Figure]) -> Release:
    """Every figure printable as it is, nothing withheld: whoever asks has decided who sees it.

    For those who work inside with true counts, and for figures that are in their released forms
    already. The site alone asks, in one room; a report never does.
    """
    return Release({each.id: Released(each, withheld=False, seal=_SEAL) for each in figures})


def held_back(inside: Mapping[str, Figure], released: Release) -> dict[str, Figure]:
    """The safe forms of published figures that hold less than is known inside, by id.

    Whoever writes with these alone can tell nothing of what was withheld. Figures worked out from
    others are not among them: they are worked out again from these.
    """
    return {
        figure_id: each.figure
        for figure_id, each in released.items()
        if not (known := inside[figure_id]).thread.inputs
        and ((each.withheld and known.known) or (ours(known) and _less(each.figure, known)))
    }


def _less(safe: Figure, known: Figure) -> bool:
    return (safe.numerator, safe.denominator) != (known.numerator, known.denominator)


def rule_of(figure: Figure) -> Rule:
    """The rule that a figure goes by: its source's, of its release where that has its own."""
    return rule_for(figure.thread.source, figure.thread.vintage)


def ours(figure: Figure) -> bool:
    """Whether a figure is a partnership's own, which nobody has protected before us."""
    return rule_of(figure).secondary


def counts_children(figure: Figure) -> bool:
    """Whether a figure is, or is worked straight from, a count of children."""
    return (
        figure.sensitivity is Sensitivity.CHILDREN
        and figure.unit in FROM_COUNTS
        and not figure.thread.inputs
    )


def too_small(figure: Figure) -> bool:
    """True where a figure is, or is worked from, a count of children its source withholds."""
    if not figure.known or not counts_children(figure):
        return False
    rule = rule_of(figure)
    counts = [figure.value if figure.unit is Unit.COUNT else figure.numerator]
    if rule.complement and figure.unit is Unit.PERCENT:
        counts.append(_left_over(figure))
    return any(count is not None and 0 < count <= rule.threshold for count in counts)


def stated(rules: Iterable[Rule]) -> StatedRule:
    """The strictest of the rules of figures that are tied to one another."""
    every = [rule.stated() for rule in rules]
    strictest = max(every, key=lambda rule: rule.threshold)
    return replace(
        strictest,
        narrowest=max(rule.narrowest for rule in every),
        complement=any(rule.complement for rule in every),
    )


def drawn_around_ours(
    figures: Iterable[Figure], withheld: Collection[str], earlier: Sequence[Figure] = ()
) -> Drawn | None:
    """Everything of ours that is tied to a withheld count, whoever withholds it, or to one that
    nobody told and that may be worked out.
    """
    inside = {figure.id: figure for figure in figures if counts_children(figure)}
    before = [as_inside(figure, inside) for figure in earlier]
    printed_before = {figure.id for figure in before}
    return draw(
        [*inside.values(), *before],
        lambda figure: figure.id not in printed_before and ours(figure),
        lambda figure: figure.id in withheld or not figure.known,
        implied([*inside.values(), *before], ours),
    )


def public_forms(drawn: Drawn, earlier: Sequence[Figure]) -> dict[str, Figure]:
    """What everybody has of the figures that are not ours to withhold."""
    return {**drawn.figures, **{figure.id: figure for figure in earlier}}


def _kept_back_elsewhere(figures: Iterable[Figure]) -> set[str]:
    """Our figures of which a public source keeps the count back: we do not say it instead."""
    counted = [figure for figure in figures if counts_children(figure)]
    kept = {_place(f) for f in counted if f.symbol in KEPT_BACK and not ours(f)}
    return {f.id for f in counted if f.known and ours(f) and _place(f) in kept}


def _place(figure: Figure) -> tuple[object, ...]:
    return figure.indicator, figure.area.code, figure.period, figure.breakdown


def _protected(
    figures: Mapping[str, Figure], withheld: set[str], earlier: Sequence[Figure]
) -> dict[str, frozenset[Part]]:
    """What else has to go, by the figure: its value, or only a count behind it."""
    drawn = drawn_around_ours(figures.values(), withheld, earlier)
    if drawn is None or not drawn.ours:
        return {}
    rule = stated(rule_of(drawn.figures[figure_id]) for figure_id in drawn.ours)
    inside = {
        figure_id: _safe(figure)
        if figure_id in withheld and not too_small(figure)
        else _discreet(figure)
        for figure_id, figure in drawn.figures.items()
        if not drawn.is_lacking(figure_id)
    }
    public = public_forms(drawn, earlier)
    # Loaded only here: most of what is asked of this room needs no solver.
    from goldenthread.disclosure.protection import RefusedError

    try:
        return _chosen(drawn, inside, public, rule, doubtful=True)
    except RefusedError as error:
        # Cells are numbered so that no two are named alike; a person knows them by their names.
        raise RefusedError(re.sub(r" \[\d+\]", "", str(error)), error.cells) from error
    except GoldenThreadError:
        # Sums that nobody here can add up were taken to hold, and they cannot all.
        return _chosen(drawn, inside, public, rule, doubtful=False)


def _chosen(
    drawn: Drawn,
    inside: Mapping[str, Figure],
    public: Mapping[str, Figure],
    rule: StatedRule,
    *,
    doubtful: bool,
) -> dict[str, frozenset[Part]]:
    from goldenthread.disclosure.protection import protect

    publication, which = drawn.our_publication(inside, doubtful=doubtful)
    known = drawn.public_publication(public, doubtful=doubtful)
    found = protect(publication, rule, [known], seconds=_SECONDS)
    hidden: dict[str, set[Part]] = {}
    for item, (figure_id, part) in zip(found.publication.items, which, strict=True):
        if item.hidden:
            hidden.setdefault(figure_id, set()).add(part)
    return {figure_id: frozenset(parts) for figure_id, parts in hidden.items()}


def _with_what_follows(figures: Mapping[str, Figure], withheld: set[str]) -> set[str]:
    """The withheld figures, and those worked out from them."""
    grew = True
    while grew:
        following = {
            figure_id
            for figure_id, figure in figures.items()
            if figure_id not in withheld and withheld.intersection(figure.thread.inputs)
        }
        withheld = withheld | following
        grew = bool(following)
    return withheld


def _without(figure: Figure, hidden: frozenset[Part]) -> Figure:
    """A published figure without those of its counts that would give others away."""
    figure = _outside(_discreet(figure))
    if Part.NUMERATOR in hidden:
        figure = replace(figure, numerator=None)
    if Part.DENOMINATOR in hidden:
        figure = replace(figure, denominator=None)
    return figure


def _discreet(figure: Figure) -> Figure:
    """A published percentage without the count behind it, where that leaves few children over."""
    left = _left_over(figure) if figure.unit is Unit.PERCENT else None
    few = left is not None and 0 < left <= rule_of(figure).threshold
    if few and figure.sensitivity is Sensitivity.CHILDREN:
        return replace(figure, numerator=None)
    return figure


def _left_over(figure: Figure) -> Decimal | None:
    if figure.numerator is None or figure.denominator is None:
        return None
    return figure.denominator - figure.numerator


def _safe(figure: Figure) -> Figure:
    if not figure.known:
        return _outside(figure)
    return _outside(figure.with_symbol(rule_of(figure).symbol))


def _outside(figure: Figure) -> Figure:
    """Without the digest of a file of our own.

    Of a table whose withheld counts are few, anybody could try them all until the digest fits.
    """
    if not figure.thread.digest or not ours(figure):
        return figure
    return replace(figure, thread=replace(figure.thread, digest=""))
