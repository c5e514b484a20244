"""Protection from end to end: what to hide in one publication, shown to be safe, or a refusal."""

import time
from collections.abc import Collection, Sequence
from dataclasses import replace

from goldenthread.disclosure.protection.bound import least_cost
from goldenthread.disclosure.protection.choosing import Choice, Progress
from goldenthread.disclosure.protection.model import Protected
from goldenthread.disclosure.protection.primary import primary
from goldenthread.disclosure.protection.remainders import with_remainders
from goldenthread.disclosure.protection.rounding import rounded
from goldenthread.disclosure.protection.standing import standing
from goldenthread.disclosure.protection.ways import Ways
from goldenthread.disclosure.protection.weights import weight
from goldenthread.disclosure.publication.ledger import combined, same_release
from goldenthread.disclosure.publication.model import Publication, StatedRule
from goldenthread.disclosure.publication.sums import sums_of
from goldenthread.nouns import Symbol

# Minutes that a person at a screen will wait for a whole quarter's tables.
SECONDS = 120.0


def protect(
    publication: Publication,
    rule: StatedRule,
    earlier: Sequence[Publication] = (),
    *,
    symbol: Symbol = Symbol.CONFIDENTIAL,
    seconds: float = SECONDS,
    progress: Progress | None = None,
) -> Protected:
    """Hide what must be hidden so that nothing printed gives a small count away.

    ``publication`` is as it is inside, with its true counts; ``earlier`` are the releases before
    it, already public: what they give away by themselves is told as inherited and no reason to
    refuse. Raises RefusedError, naming a cell, where safety cannot be shown within ``seconds``, and
    GoldenThreadError where releases contradict one another.
    """
    deadline = time.monotonic() + seconds
    others = [release for release in earlier if not same_release(release, publication)]
    everything = with_remainders(_crossed(combined(publication, others)), rule)
    own = len(publication.items)
    weights = {at: weight(everything, everything.items[at]) for at in range(own)}
    small = primary(everything, rule, own)
    stands = standing(everything, own)
    choice = Choice(
        publication=publication,
        everything=everything,
        earlier=others,
        rule=rule,
        symbol=symbol,
        standing=stands,
        ways=Ways(stands, own, weights, rule, deadline),
        weights=weights,
        primary=small,
        progress=progress,
    )
    attacked = choice.settle()
    hidden = frozenset(choice.hidden)
    return Protected(
        publication=choice.safe(),
        attacked=attacked,
        primary=frozenset(small),
        small=choice.small,
        secondary=hidden - frozenset(small),
        cost=sum(weights[at] for at in sorted(hidden)),
        bound=least_cost(publication, small, weights),
    )


def protect_by_rounding(
    publication: Publication,
    rule: StatedRule,
    earlier: Sequence[Publication] = (),
    *,
    base: int,
    sentences: Collection[int] = (),
    symbol: Symbol = Symbol.CONFIDENTIAL,
    seconds: float = SECONDS,
    progress: Progress | None = None,
) -> Protected:
    """Round every count of children to a multiple of ``base``, and hide what is given away even so.

    ``sentences`` are the places of items in prose; they and shares are withheld, since neither can
    go with rounded counts. Raises as ``protect``, and GoldenThreadError where the base is too
    small.
    """
    found = rounded(publication, base, rule, earlier, symbol=symbol, sentences=sentences)
    if progress:
        progress(f"{len(found.rounded)} counts rounded")
    weights = {at: weight(publication, publication.items[at]) for at in found.withheld}
    protected = protect(
        found.publication, rule, earlier, symbol=symbol, seconds=seconds, progress=progress
    )
    everything = with_remainders(combined(publication, earlier), rule)
    few = primary(everything, rule, len(publication.items))
    return replace(
        protected,
        small=tuple(sorted({cell for cells in few.values() for cell in cells})),
        secondary=protected.secondary | found.withheld,
        cost=protected.cost + sum(weights[at] for at in sorted(found.withheld)),
        rounded=found.rounded - protected.secondary,
        not_adding=found.not_adding,
    )


def _crossed(publication: Publication) -> Publication:
    """The publication with the cells inside cubes of tables too, as the attack sees it."""
    drawn = sums_of(publication.occurring, publication.totals, crossed=True)
    return replace(publication, sums=tuple(dict.fromkeys([*publication.sums, *drawn])))
