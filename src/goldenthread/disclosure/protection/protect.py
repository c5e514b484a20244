"""Protection from end to end: what to hide in one publication, shown to be safe, or a refusal."""

import time
from collections.abc import Collection, Sequence
from dataclasses import replace

from goldenthread.disclosure.attack import Attacked
from goldenthread.disclosure.protection.bound import least_cost
from goldenthread.disclosure.protection.choosing import Choice, Progress
from goldenthread.disclosure.protection.model import Protected, RefusedError
from goldenthread.disclosure.protection.primary import primary
from goldenthread.disclosure.protection.remainders import with_remainders
from goldenthread.disclosure.protection.standing import standing
from goldenthread.disclosure.protection.ways import Ways
from goldenthread.disclosure.protection.weights import weight
from goldenthread.disclosure.publication.ledger import combined, same_release
from goldenthread.disclosure.publication.model import Cell, Publication, StatedRule
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
    it, already public. Raises RefusedError, naming a cell, where safety cannot be shown within
    ``seconds`` or a small count is public already, and GoldenThreadError where releases contradict
    one another.
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
    refuse_what_is_public(attacked, choice.small)
    hidden = frozenset(choice.hidden)
    return Protected(
        publication=choice.safe(),
        attacked=attacked,
        primary=frozenset(small),
        secondary=hidden - frozenset(small),
        cost=sum(weights[at] for at in sorted(hidden)),
        bound=least_cost(publication, small, weights),
    )


def _crossed(publication: Publication) -> Publication:
    """The publication with the cells inside cubes of tables too, as the attack sees it."""
    drawn = sums_of(publication.occurring, publication.totals, crossed=True)
    return replace(publication, sums=tuple(dict.fromkeys([*publication.sums, *drawn])))


def refuse_what_is_public(attacked: Attacked, small: Collection[Cell]) -> None:
    """Refuse where a small count of the release can be worked out from earlier ones already.

    To hide it would promise a protection that is not there; a person has to decide.
    """
    public = [leak for leak in attacked.inherited if leak.cell in set(small)]
    if public:
        raise RefusedError(
            f"{public[0].cell} can be worked out from earlier releases already: it cannot be"
            " protected any more; leave it out of this release, or put the symbol in its place"
            " yourself if it must be there",
            tuple(leak.cell for leak in public),
        )
