"""What any safe choice must lose at least: a proven lower bound for the cost of protection.

A hidden number in a sum whose others are all printed is found by subtraction, and one that is
found may as well be printed. So in every choice from which nothing can be taken away, a sum that
hides one number hides two; and a share that gives a hidden count exactly is hidden with it, or
its base is. The cheapest choice that keeps these rules, fractions allowed, costs no more than any
safe one.
"""

from collections.abc import Collection, Iterator, Mapping
from fractions import Fraction

import highspy
import numpy as np

from goldenthread.disclosure.publication.model import Cell, Item, Publication

Node = Cell | int  # a count, by its cell; a share, by its place among the items


def least_cost(
    publication: Publication, primary: Collection[int], weights: Mapping[int, float]
) -> float:
    """The proven least loss of any safe choice, in the units of ``weights``.

    ``publication`` is as it is inside; ``primary`` are the places of items that are hidden for
    themselves.
    """
    counts: dict[Cell, list[int]] = {}
    for at, item in enumerate(publication.items):
        if _shows_count(item) and item.cell.measure in publication.sensitive:
            counts.setdefault(item.cell, []).append(at)
    prices: dict[Node, float] = {
        cell: sum(weights[at] for at in items) for cell, items in counts.items()
    }
    must: set[Node] = set()
    for at in primary:
        item = publication.items[at]
        must.add(item.cell if item.cell in counts and _shows_count(item) else at)
        if not _shows_count(item):
            prices[at] = weights[at]
    needs = [*_of_sums(publication, counts), *_of_shares(publication, counts)]
    for _, others in needs:
        for node in others:
            if isinstance(node, int):
                prices.setdefault(node, weights[node])
    return _cheapest(prices, must, needs)


def _shows_count(item: Item) -> bool:
    return not item.hidden and item.base is None and item.decimals >= 0 and not item.rounded_to


def _of_sums(
    publication: Publication, counts: Mapping[Cell, list[int]]
) -> Iterator[tuple[Node, tuple[Node, ...]]]:
    """For each number of a sum that is printed throughout: itself, and what could hide it."""
    for each in publication.sums:
        cells = sorted({each.whole, *each.parts})
        if each.complete and all(cell in counts for cell in cells):
            for cell in cells:
                yield cell, tuple(other for other in cells if other != cell)


def _of_shares(
    publication: Publication, counts: Mapping[Cell, list[int]]
) -> Iterator[tuple[Node, tuple[Node, ...]]]:
    """For each count that a printed share gives exactly: the share, or its base."""
    for at, item in enumerate(publication.items):
        if item.base is None or item.hidden or item.cell not in counts or item.base == item.cell:
            continue
        base = publication.counts.get(item.base)
        secret = item.base.measure in publication.sensitive and item.base not in counts
        if base is None or secret:
            continue
        half = Fraction(1, 2) / Fraction(10) ** item.decimals
        if 2 * half * base / item.per < 1:
            hideable: tuple[Node, ...] = (item.base,) if item.base in counts else ()
            yield item.cell, (at, *hideable)


def _cheapest(
    prices: Mapping[Node, float],
    must: Collection[Node],
    needs: list[tuple[Node, tuple[Node, ...]]],
) -> float:
    nodes = list(prices)
    if not nodes:
        return 0.0
    place = {node: at for at, node in enumerate(nodes)}
    model = highspy.Highs()
    for name, value in (("output_flag", False), ("threads", 1), ("random_seed", 1)):
        model.setOptionValue(name, value)
    low = np.array([1.0 if node in must else 0.0 for node in nodes])
    model.addVars(len(nodes), low, np.ones(len(nodes)))
    model.changeColsCost(
        len(nodes), np.arange(len(nodes), dtype=np.int32), np.array([prices[n] for n in nodes])
    )
    starts, index, factors = [0], list[int](), list[float]()
    for node, others in needs:
        index += [place[other] for other in others] + [place[node]]
        factors += [1.0] * len(others) + [-1.0]
        starts.append(len(index))
    model.addRows(
        len(needs),
        np.zeros(len(needs)),
        np.full(len(needs), highspy.kHighsInf),
        len(index),
        np.array(starts[:-1], dtype=np.int32),
        np.array(index, dtype=np.int32),
        np.array(factors),
    )
    model.run()
    return float(model.getInfo().objective_function_value)
