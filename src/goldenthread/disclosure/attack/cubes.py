"""The attack's second look: counts that tables limit only together, from inside their cubes.

The first look takes each sum as it stands. This one brings in the cells inside, of which the tables
are faces, and asks again whether every count that seemed safe is so: by whole-number distributions
of the inside first, each of which answers for many counts at once, then count by count.
"""

import random
from collections.abc import Mapping
from dataclasses import replace

from goldenthread.disclosure.attack.bounds import (
    Bounds,
    Progress,
    Search,
    Seen,
    Wanted,
    decided,
    parts,
)
from goldenthread.disclosure.attack.model import gives_away
from goldenthread.disclosure.attack.programmes import Programme
from goldenthread.disclosure.attack.propagation import propagate
from goldenthread.disclosure.attack.system import system_of
from goldenthread.disclosure.publication.model import Publication, StatedRule
from goldenthread.disclosure.publication.sums import sums_of

# How often counts are pulled apart at random before each is asked for by itself.
_ROUNDS = 6


def look_inside(
    publication: Publication,
    wanted: Mapping[int, Wanted],
    found: Bounds,
    rule: StatedRule,
    progress: Progress | None = None,
) -> None:
    """Narrow ``found`` by what the insides of cubes say, where the release has any.

    ``wanted`` are variables of ``found.system``. Those that seemed safe are so afterwards only if
    distributions of the inside show it. Raises ContradictionError where nothing fits inside.
    """
    drawn = sums_of(publication.occurring, publication.totals, crossed=True)
    if set(drawn) <= set(publication.sums):
        return
    sums = tuple(dict.fromkeys([*publication.sums, *drawn]))
    inner = system_of(replace(publication, sums=sums), rule)
    first = found.system
    shared = {inner.index[cell]: at for cell, at in first.index.items() if cell in inner.index}
    for here, there in shared.items():
        inner.low[here], inner.high[here] = first.low[there], first.high[there]
    propagate(inner)
    asked = {here: wanted[there] for here, there in shared.items() if there in wanted}
    again = Bounds(inner)
    for rows, variables in parts(inner):
        if not rows or all(variable in shared for variable in variables):
            continue
        questions = {
            variable: Wanted(asked[variable].hidden, interval=False)
            for variable in variables
            if variable in asked and inner.low[variable] != inner.high[variable]
        }
        questions = {
            variable: want
            for variable, want in questions.items()
            if not gives_away(rule, inner.low[variable], inner.high[variable], hidden=want.hidden)
        }
        if not questions:
            continue
        if progress is not None:
            progress(f"{len(questions)} counts against the inside of their tables")
        for variable in variables:
            again.seen[variable] = Seen()
        search = Search(again, Programme(inner, variables, rows), rule)
        _pull_apart(search, questions, again, rule)
        for variable, want in questions.items():
            search.in_fractions(variable, want)
            search.in_whole_numbers(variable, want)
        for variable in questions:
            found.seen[shared[variable]] = again.seen[variable]
    for here, there in shared.items():
        first.low[there], first.high[there] = inner.low[here], inner.high[here]


def _pull_apart(
    search: Search, questions: Mapping[int, Wanted], again: Bounds, rule: StatedRule
) -> None:
    """Distributions with the counts still in question pulled up or down as chance has it."""
    chance = random.Random(len(questions))  # noqa: S311 (the same every time, and no secret)
    for _ in range(_ROUNDS):
        open_ = [
            variable
            for variable, want in sorted(questions.items())
            if not decided(again, variable, want, rule)
        ]
        if not open_:
            return
        weights = {variable: chance.choice((-1, 1)) for variable in open_}
        for sign in (1, -1):
            search.pull({variable: sign * weight for variable, weight in weights.items()})
