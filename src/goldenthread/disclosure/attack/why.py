"""Why a count can be worked out, in one line a person can follow with a pencil.

One printed number or one sum where that is enough; several sums added and taken away where they
leave the count alone; otherwise the sums and places that hold it.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from math import ceil, floor

from goldenthread.disclosure.attack.algebra import Multipliers, determined
from goldenthread.disclosure.attack.bounds import parts, settle
from goldenthread.disclosure.attack.model import Interval
from goldenthread.disclosure.attack.programmes import Programme
from goldenthread.disclosure.attack.propagation import propagate
from goldenthread.disclosure.attack.system import (
    Origin,
    System,
    printed_exactly,
    sums_with_remainders,
    system_of,
)
from goldenthread.disclosure.attack.wording import is_remainder, labels, number, relation, said
from goldenthread.disclosure.publication.model import Cell, Item, Publication, StatedRule, Sum

# What stands for the count in a reason, and how many things one line can name.
_COUNT, _NAMED = "c", 5


class Reasons:
    """Reasons for what an attack found in one publication.

    ``system`` is the one the attack narrowed: counts it worked out may serve for others.
    """

    def __init__(self, publication: Publication, rule: StatedRule, system: System) -> None:
        self.publication, self.rule, self.system = publication, rule, system

    def why(self, interval: Interval) -> str:
        """The line for one count."""
        for reason in self._by_one(interval):
            return reason
        if interval.exact:
            at = self.system.index.get(interval.cell)
            if at is not None and at in self._combinations:
                return self._by_combination(*self._combinations[at])
        return self._by_all_that_binds(interval)

    def _by_one(self, interval: Interval) -> Iterator[str]:
        cell = interval.cell
        for item in self.publication.items:
            if item.cell == cell and printed_exactly(item):
                yield f"it is printed in {item.place}"
        for reached in self._each_alone(cell):
            if reached.tells(interval):
                yield f"{reached.words}, so {self._so(interval)}"

    def _each_alone(self, cell: Cell) -> Iterator["_Reached"]:
        """What each sum and share by itself says of a cell, the plainest first."""
        sums = self._sums.get(cell, ())
        plain = [each for each in sums if self._all_printed(each, cell)]
        for each in plain:
            yield from self._of_sum(each, cell)
        for item in self._shares.get(cell, ()):
            yield from self._of_item(item, cell)
        for each in sums:
            # A remainder is known by the very share that it would explain.
            if each not in plain and (not is_remainder(each) or cell == each.parts[1]):
                yield from self._of_sum(each, cell)

    def _all_printed(self, each: Sum, cell: Cell) -> bool:
        members = (each.whole, *each.parts)
        return all(other in self.system.known for other in members if other != cell)

    def _so(self, interval: Interval) -> str:
        if interval.exact:
            return f"{_COUNT} is {interval.low}"
        if interval.low == 0:
            return f"{_COUNT} is at most {interval.high}"
        return f"{_COUNT} is {interval}"

    @cached_property
    def _sums(self) -> dict[Cell, list[Sum]]:
        """The sums each cell stands in."""
        found: dict[Cell, list[Sum]] = {}
        for each in sums_with_remainders(self.publication, self.rule):
            for cell in (each.whole, *each.parts):
                found.setdefault(cell, []).append(each)
        return found

    @cached_property
    def _shares(self) -> dict[Cell, list[Item]]:
        found: dict[Cell, list[Item]] = {}
        for item in self.publication.printed():
            if not printed_exactly(item):
                for cell in {item.cell, item.base} - {None}:
                    found.setdefault(cell, []).append(item)  # type: ignore[arg-type]
        return found

    def _of_sum(self, each: Sum, cell: Cell) -> Iterator["_Reached"]:
        """What one sum says of a member, other members being at least 0 or known."""
        value = self.system.value
        whole, others = value(each.whole), [part for part in each.parts if part != cell]
        together = sum((value(part) or Fraction(0) for part in others), Fraction(0))
        every = all(value(part) is not None for part in others)
        if cell == each.whole:
            yield _Reached(
                ceil(together),
                floor(together) if every and each.complete else None,
                self._sum_in_numbers(each, cell),
            )
        elif whole is not None:
            most = floor(whole - together)
            least = most if every and each.complete else 0
            yield _Reached(least, most, self._sum_in_numbers(each, cell))

    def _sum_in_numbers(self, each: Sum, cell: Cell) -> str:
        whole, names, common = labels(each)
        words = [
            f"{name} {self._shown(member, cell)}"
            for name, member in zip((whole, *names), (each.whole, *each.parts), strict=True)
        ]
        line = f"{words[0]} {relation(each)} {' + '.join(words[1:])}"
        return f"{common}: {line}" if common else line

    def _shown(self, member: Cell, cell: Cell) -> str:
        if member == cell:
            return _COUNT
        value = self.system.value(member)
        if value is None:
            return "(0 or more)"
        return number(value) + ("" if member in self.system.known else " (worked out)")

    def _of_item(self, item: Item, cell: Cell) -> Iterator["_Reached"]:
        """What one rounded number says of the count, or of what it is a share of."""
        if item.value is None:
            return
        value, half = Fraction(item.value), Fraction(1, 2) / Fraction(10) ** item.decimals
        printed = f"{item.value:f} is printed in {item.place}"
        if item.base is None:
            reach = Fraction(item.rounded_to - 1) if item.rounded_to else half
            yield _Reached(max(0, ceil(value - reach)), floor(value + reach), f"{printed}, rounded")
        elif cell == item.cell and (base := self.system.value(item.base)) is not None:
            low, high = (value - half) * base / item.per, (value + half) * base / item.per
            words = f"{printed} for {item.per} x {_COUNT} / {number(base)}"
            yield _Reached(max(0, ceil(low)), floor(high), words)
        elif cell == item.base and (count := self.system.value(item.cell)) is not None:
            top = None if value <= half else floor(count * item.per / (value - half))
            words = f"{printed} for {item.per} x {number(count)} / {_COUNT}"
            yield _Reached(max(1, ceil(count * item.per / (value + half))), top, words)

    @cached_property
    def _combinations(self) -> dict[int, tuple[int, list[tuple[Origin, Fraction]]]]:
        """The counts that equations fix, each with the sums that do it and how often."""
        fresh = system_of(self.publication, self.rule)
        found = determined(fresh, tracked=True)
        return {
            variable: (int(value), _of_rows(fresh, made_of))
            for variable, (value, made_of) in found.items()
        }

    def _by_combination(self, value: int, used: list[tuple[Origin, Fraction]]) -> str:
        hidden = [(self._hidden_in(origin), -times) for origin, times in used]
        if any(amount is None for amount, _ in hidden):
            together = _listed(said(origin) for origin, _ in used)
            return f"{together} together leave one answer only: {_COUNT} is {value}"
        # What is added first, so that nobody begins with a minus.
        told = sorted(
            ((*amount, times) for amount, times in hidden if amount), key=lambda each: -each[2]
        )
        named = _listed(f"{number(amount)} in {words}" for words, amount, _ in told)
        steps = "".join(
            f" {'+' if times > 0 else '-'} {_times(times)}{number(amount)}"
            for _, amount, times in told
        )
        return (
            f"what is hidden adds up to {named}; {steps.removeprefix(' + ')} leaves {_COUNT} alone,"
            f" so {_COUNT} is {value}"
        )

    def _hidden_in(self, origin: Origin) -> tuple[str, Fraction] | None:
        """A sum by its name and what its hidden parts make together, where its whole is known."""
        known = self.system.known
        if not isinstance(origin, Sum) or origin.whole not in known:
            return None
        printed = sum((known.get(part, Fraction(0)) for part in origin.parts), Fraction(0))
        whole, _, common = labels(origin)
        return f"{whole} ({common})" if common else whole, known[origin.whole] - printed

    def _by_all_that_binds(self, interval: Interval) -> str:
        origins = list(dict.fromkeys(self._binding(interval)))
        if not origins:
            return (
                "the tables that show its dimensions two by two, taken together, leave no more:"
                f" {_COUNT} is {interval}"
            )
        return (
            f"{_listed([said(each) for each in origins])} together hold it: {_COUNT} is {interval}"
        )

    def _binding(self, interval: Interval) -> Iterator[Origin]:
        """The origins of the rows that hold a count from below and from above.

        None where it takes the inside of a cube to hold it, which no printed number names.
        """
        system, trace = self._settled
        at = system.index.get(interval.cell)
        if at is None:
            return
        rows: list[int] = []
        low, high = system.low[at], system.high[at]
        for held, variables in parts(system) if low != high else ():
            if at in variables and held:
                programme = Programme(system, variables, held)
                most, least = (programme.extreme(at, largest=largest) for largest in (True, False))
                rows += [*most.rows, *least.rows]
                low, high = least.limit or 0, most.limit
        if interval.high is not None and (high is None or high > interval.high):
            return
        if low < interval.low:
            return
        rows += trace.get(at, [])[::-1]
        for row in list(rows)[:_NAMED]:
            for variable, _ in system.rows[row].terms:
                if system.low[variable] == system.high[variable]:
                    rows += trace.get(variable, [])[-1:]
        for row in rows:
            yield system.rows[row].origin

    @cached_property
    def _settled(self) -> tuple[System, dict[int, list[int]]]:
        fresh, trace = system_of(self.publication, self.rule), dict[int, list[int]]()
        propagate(fresh, trace)
        settle(fresh)
        return fresh, trace


@dataclass(frozen=True, slots=True)
class _Reached:
    """What one sum or number by itself says of a count, with its words."""

    low: int
    high: int | None
    words: str

    def tells(self, interval: Interval) -> bool:
        """Whether it says all that is known."""
        return self.low >= interval.low and self.high is not None and self.high == interval.high


def _of_rows(system: System, made_of: Multipliers) -> list[tuple[Origin, Fraction]]:
    return [(system.rows[row].origin, times) for row, times in sorted(made_of.items())]


def _times(times: Fraction) -> str:
    return "" if abs(times) == 1 else f"{abs(times)} x "


def _listed(words: Iterable[str]) -> str:
    every = list(words)
    if len(every) > _NAMED:
        every = [*every[:_NAMED], f"{len(every) - _NAMED} more"]
    return every[0] if len(every) == 1 else f"{', '.join(every[:-1])} and {every[-1]}"
