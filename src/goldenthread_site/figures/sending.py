"""What the room of returns tells this one, which stands below it and knows no return itself.

Returns offer themselves when the site starts: what was asked and how far it has come, where a
figure’s cell can be seen, and what a return is called as a source.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from goldenthread.nouns import Area, Period
from goldenthread_site.directory.standing import Standing

# What one cell is about: indicator, unit, breakdown and period, as they are written.
About = tuple[str, str, str, str]


@dataclass(frozen=True, slots=True)
class Asked:
    """What one agency was asked for once. ``number`` is that of the return that was accepted.

    Until one is, ``lines`` (indicator, unit, breakdown) are what was asked for and ``words`` say
    why there is nothing: not due, not returned, received and not accepted yet.
    """

    agency: str
    period: Period
    area: Area
    number: int = 0
    words: str = ""
    lines: tuple[tuple[str, str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Sender:
    """``asked``: what was asked about reporting years, so far as this person may know of it.

    ``years``: the reporting years about which anything was asked.
    ``places``: the address of each cell that this person may see, by return and what it is about.
    ``title``: what a source is called, nothing where it is no return.
    ``shut``: the numbers of the returns of those in whom this person declared an interest.
    """

    asked: Callable[[Standing, Sequence[Period]], list[Asked]]
    years: Callable[[Standing], set[Period]]
    places: Callable[[Standing, Iterable[int]], Mapping[tuple[int, About], str]]
    title: Callable[[str], str]
    shut: Callable[[Standing], frozenset[int]]


def _nothing_asked(_standing: Standing, _years: Sequence[Period]) -> list[Asked]:
    return []


def _no_years(_standing: Standing) -> set[Period]:
    return set()


def _nowhere(_standing: Standing, _numbers: Iterable[int]) -> Mapping[tuple[int, About], str]:
    return {}


def _nothing_shut(_standing: Standing) -> frozenset[int]:
    return frozenset()


_SENDERS: list[Sender] = [
    Sender(_nothing_asked, _no_years, _nowhere, lambda _source: "", _nothing_shut)
]


def offer(sender: Sender) -> None:
    """Tell of what was sent from now on; the last to offer itself is the one that is asked."""
    _SENDERS.append(sender)


def sender() -> Sender:
    """Whoever tells of what was sent."""
    return _SENDERS[-1]
