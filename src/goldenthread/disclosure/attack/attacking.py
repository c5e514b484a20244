"""The attack: every hidden count's interval, and which of them give a child away."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from goldenthread.disclosure.attack.bounds import Bounds, Progress, Wanted, bound, shown_safe
from goldenthread.disclosure.attack.contradictions import contradiction
from goldenthread.disclosure.attack.cubes import look_inside
from goldenthread.disclosure.attack.model import Attacked, Interval, Leak, gives_away
from goldenthread.disclosure.attack.system import (
    ContradictionError,
    left_over,
    printed_exactly,
    system_of,
)
from goldenthread.disclosure.attack.why import Reasons
from goldenthread.disclosure.publication.ledger import combined, same_release
from goldenthread.disclosure.publication.model import Cell, Item, Publication, StatedRule
from goldenthread.disclosure.publication.sums import sums_of
from goldenthread.nouns import GoldenThreadError

# An interval less than so many times the threshold wide has to be shown to be safe.
_TO_BE_SHOWN = 3


@dataclass(frozen=True, slots=True)
class _Target:
    """A count of children that the attack is after; ``hidden`` is one that somebody withheld."""

    cell: Cell
    place: str
    hidden: bool


def attack(
    publication: Publication,
    rule: StatedRule | None = None,
    earlier: Sequence[Publication] = (),
    *,
    explain: bool = True,
    thorough: bool = True,
    progress: Progress | None = None,
) -> Attacked:
    """Work out from everything published what can be known of each hidden count.

    ``rule`` is the publication's own unless one is given; ``earlier`` are the releases before it,
    the ledger. Only what is printed is used: ``publication.counts`` is not looked at. Without
    ``explain`` leaks come without their reasons, and sooner; without ``thorough`` it is not asked
    what tables say of one another from inside the cube of which they are faces, which takes most
    of the time. Raises GoldenThreadError where no rule is known, or where the published numbers
    contradict one another, naming the places.
    """
    rule = rule or publication.rule
    if rule is None:
        raise GoldenThreadError(
            f"{publication.name} says no rule in release.toml: attack what `goldenthread protect`"
            " wrote, or add rule = { name = ..., threshold = 5 }"
        )
    others = [each for each in earlier if not same_release(each, publication)]
    everything = combined(publication, others)
    targets = tuple(_targets(everything, rule))
    found = _bounds(everything, targets, rule, progress, thorough=thorough)
    leaks = tuple(_leaks(everything, targets, found, rule, explain=explain))
    inherited = _inherited(publication, everything, leaks, rule) if others and leaks else set()
    return Attacked(
        name=publication.name,
        rule=rule,
        hidden=tuple(_interval(each, found) for each in targets if each.hidden),
        leaks=tuple(leak for leak in leaks if leak.cell not in inherited),
        inherited=tuple(leak for leak in leaks if leak.cell in inherited),
        unproved=tuple(_unproved(targets, leaks, found, rule)),
        cells=len(everything.cells),
        unknown=len(found.system.cells),
    )


def _targets(publication: Publication, rule: StatedRule) -> Iterator[_Target]:
    """Every count of children that is printed, hidden or only implied, in order of cell."""
    counted: dict[Cell, list[Item]] = {}
    shared: dict[Cell, list[Item]] = {}
    left: dict[Cell, list[Item]] = {}
    for item in publication.items:
        (counted if item.base is None else shared).setdefault(item.cell, []).append(item)
        if item.base is not None:
            shared.setdefault(item.base, [])
        rest = left_over(item) if rule.complement else None
        if rest is not None and item.cell.measure in publication.sensitive:
            left.setdefault(rest, []).append(item)
    for cell in publication.cells:
        if cell.measure not in publication.sensitive:
            continue
        items = counted.get(cell) or shared.get(cell, [])
        withheld = [item for item in items if not printed_exactly(item) and not _share(item)]
        met = withheld or items
        yield _Target(cell, met[0].place if met else "printed nowhere", bool(withheld))
    for rest, items in sorted(left.items()):
        yield _Target(rest, items[0].place, hidden=False)


def _share(item: Item) -> bool:
    """Whether a percentage or rate is printed, rather than withheld."""
    return item.base is not None and not item.hidden


def _bounds(
    publication: Publication,
    targets: Iterable[_Target],
    rule: StatedRule,
    progress: Progress | None = None,
    *,
    thorough: bool = False,
) -> Bounds:
    try:
        system = system_of(publication, rule)
        wanted = {
            system.index[target.cell]: Wanted(target.hidden, target.hidden)
            for target in targets
            if target.cell in system.index
        }
        found = bound(system, wanted, rule, progress)
        if thorough:
            look_inside(publication, wanted, found, rule, progress)
        return found
    except ContradictionError as error:
        raise contradiction(publication, rule) from error


def _interval(target: _Target, found: Bounds) -> Interval:
    """What is known of a target once the bounds are found."""
    system = found.system
    if target.cell in system.known:
        value = int(system.known[target.cell])
        return Interval(target.cell, target.place, value, value)
    at = system.index[target.cell]
    return Interval(target.cell, target.place, system.low[at], system.high[at])


def _leaks(
    publication: Publication,
    targets: Iterable[_Target],
    found: Bounds,
    rule: StatedRule,
    *,
    explain: bool,
) -> Iterator[Leak]:
    reasons = Reasons(publication, rule, found.system)
    for target in targets:
        interval = _interval(target, found)
        if gives_away(rule, interval.low, interval.high, hidden=target.hidden):
            why = reasons.why(interval) if explain else ""
            yield Leak(interval, "exact" if interval.exact else "narrow", why)
        elif _to_be_shown(interval, rule) and not _shown(target, found, rule):
            why = (
                "no two distributions in whole numbers were found that are far enough apart: it"
                " cannot be shown to be safe"
            )
            yield Leak(interval, "narrow", why)


def _to_be_shown(interval: Interval, rule: StatedRule) -> bool:
    width = None if interval.high is None else interval.high - interval.low
    return width is not None and width < _TO_BE_SHOWN * rule.threshold


def _shown(target: _Target, found: Bounds, rule: StatedRule) -> bool:
    at = found.system.index.get(target.cell)
    want = Wanted(target.hidden, target.hidden)
    return at is None or shown_safe(found, at, want, rule)


def _unproved(
    targets: Iterable[_Target], leaks: Iterable[Leak], found: Bounds, rule: StatedRule
) -> Iterator[Interval]:
    leaking = {leak.cell for leak in leaks}
    for target in targets:
        if target.cell not in leaking and not _shown(target, found, rule):
            yield _interval(target, found)


def _inherited(
    publication: Publication, everything: Publication, leaks: Sequence[Leak], rule: StatedRule
) -> set[Cell]:
    """The leaking cells of which the earlier releases alone say as much."""
    items = everything.items[len(publication.items) :]
    before = replace(everything, items=items)
    before = replace(before, sums=sums_of(before.occurring, everything.totals))
    targets = [_Target(leak.cell, leak.interval.place, hidden=True) for leak in leaks]
    found = _bounds(before, targets, rule)
    known = {*found.system.known, *found.system.index}
    same = set()
    for target, leak in zip(targets, leaks, strict=True):
        if target.cell in known and _interval(target, found) == leak.interval:
            same.add(leak.cell)
    return same
