"""Protection from end to end: what to hide in one publication, shown to be safe, or a refusal."""

import time
from collections.abc import Sequence

from goldenthread.disclosure.protection.bound import least_cost
from goldenthread.disclosure.protection.choosing import Choice, Progress
from goldenthread.disclosure.protection.model import Protected
from goldenthread.disclosure.protection.primary import primary
from goldenthread.disclosure.protection.standing import standing
from goldenthread.disclosure.protection.weights import weight
from goldenthread.disclosure.publication.ledger import combined, same_release
from goldenthread.disclosure.publication.model import Publication, StatedRule
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
    ``seconds``, and GoldenThreadError where releases contradict one another.
    """
    deadline = time.monotonic() + seconds
    others = [release for release in earlier if not same_release(release, publication)]
    everything = combined(publication, others)
    own = len(publication.items)
    weights = {at: weight(everything, everything.items[at]) for at in range(own)}
    small = primary(publication, rule)
    choice = Choice(
        publication=publication,
        everything=everything,
        earlier=others,
        rule=rule,
        symbol=symbol,
        standing=standing(everything, own),
        weights=weights,
        primary=small,
        deadline=deadline,
        progress=progress,
    )
    attacked = choice.settle()
    return Protected(
        publication=choice.safe(),
        attacked=attacked,
        primary=len(small),
        secondary=len(choice.hidden - small),
        cost=sum(weights[at] for at in choice.hidden),
        bound=least_cost(publication, small, weights),
    )
