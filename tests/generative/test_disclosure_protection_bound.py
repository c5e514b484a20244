"""The proven bound against the true best: every choice of what to hide is tried on small releases.

No safe choice loses less than the bound; and what is chosen loses not much more than the best.
"""

import random
import tempfile
from collections.abc import Iterator
from dataclasses import replace
from itertools import combinations
from pathlib import Path

import pytest

from goldenthread.disclosure.attack import attack
from goldenthread.disclosure.protection import Protected, protect
from goldenthread.disclosure.protection.weights import weight
from goldenthread.disclosure.publication import Publication, StatedRule, read_publication
from goldenthread.nouns import GoldenThreadError, Symbol
from tests.factories.linked_releases import a_folder, a_world

RULE = StatedRule(name="local", threshold=5, narrowest=5)

# Every way to hide some of so many numbers beside the small ones is tried.
FEW = 8


def small_releases(seeds: range) -> Iterator[tuple[Publication, Protected]]:
    """Releases with small counts and few other numbers, and what is chosen for each."""
    for seed in seeds:
        choose = random.Random(seed).choice
        world = a_world(choose, sizes=choose(((2, 1, 1), (3, 1, 1), (2, 2, 1))))
        folder = a_folder(choose, world, 0, tables=choose((1, 2)))
        with tempfile.TemporaryDirectory() as place:
            publication = read_publication(folder.write(Path(place)))
        try:
            found = protect(publication, RULE)
        except GoldenThreadError as error:
            assert "contradict one another" in str(error)  # noqa: PT017 - the attack gave up
            continue
        others = len(_hideable(publication)) - len(found.primary)
        if found.primary and others <= FEW:
            yield publication, found


def _hideable(publication: Publication) -> list[int]:
    return [
        at
        for at, item in enumerate(publication.items)
        if item.cell.measure in publication.sensitive
    ]


def best(publication: Publication, found: Protected) -> float:
    """What the cheapest safe choice loses, by trying all of them, the cheapest first."""
    weights = {at: weight(publication, publication.items[at]) for at in _hideable(publication)}
    others = sorted(weights.keys() - found.primary)
    base = sum(weights[at] for at in found.primary)
    choices = sorted(
        (base + sum(weights[at] for at in each), each)
        for size in range(len(others) + 1)
        for each in combinations(others, size)
    )
    for cost, each in choices:
        if _safe(publication, found.primary | set(each)):
            return cost
    raise AssertionError("what was chosen is safe, and is among these")


def _safe(publication: Publication, hidden: frozenset[int]) -> bool:
    items = tuple(
        replace(item, value=None, symbol=Symbol.CONFIDENTIAL) if at in hidden else item
        for at, item in enumerate(publication.items)
    )
    found = attack(replace(publication, items=items, counts={}, rule=RULE), explain=False)
    return found.safe and not found.unproved


def compared(seeds: range) -> tuple[int, float, float]:
    """How many releases were compared; what the best and what the chosen lose, all together."""
    number, least, lost = 0, 0.0, 0.0
    for publication, found in small_releases(seeds):
        cheapest = best(publication, found)
        assert found.bound <= cheapest + 1e-6
        assert cheapest <= found.cost + 1e-6
        number, least, lost = number + 1, least + cheapest, lost + found.cost
    return number, least, lost


def test_no_safe_choice_loses_less_than_the_bound() -> None:
    number, least, lost = compared(range(120))
    assert number >= 15
    assert lost <= 1.25 * least, f"{lost:.0f} lost, {least:.0f} at best"


@pytest.mark.soak
def test_no_safe_choice_loses_less_than_the_bound_in_many() -> None:
    number, least, lost = compared(range(1000, 4000))
    assert number >= 400
    assert lost <= 1.25 * least, f"{lost:.0f} lost, {least:.0f} at best"
