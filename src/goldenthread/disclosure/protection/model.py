"""What protection comes to: the safe publication, what it cost, and the refusal to publish."""

from dataclasses import dataclass

from goldenthread.disclosure.attack import Attacked
from goldenthread.disclosure.publication.model import Cell, Publication, Sum
from goldenthread.nouns import GoldenThreadError


class RefusedError(GoldenThreadError):
    """Safety could not be shown, so nothing may be published; ``cells`` are those in question."""

    def __init__(self, message: str, cells: tuple[Cell, ...] = ()) -> None:
        super().__init__(message)
        self.cells = cells


@dataclass(frozen=True, slots=True, kw_only=True)
class Protected:
    """A publication that has been protected, with the attack it withstood.

    ``publication`` holds what may be printed, its true counts taken out. ``primary`` and
    ``secondary`` are the places, among its items, of the numbers hidden because they are small, and
    of those hidden because they give a small one away; ``small`` are the cells of few children that
    the primary ones would show. ``cost`` is what all of these lose, and
    ``bound`` what any safe choice must lose at least (both in the units of ``Item.cost``).
    Where counts were rounded, ``rounded`` are their places and ``not_adding`` the printed sums that
    do not add up for it; shares that go with rounded counts are among the secondary.
    """

    publication: Publication
    attacked: Attacked
    primary: frozenset[int]
    small: tuple[Cell, ...]
    secondary: frozenset[int]
    cost: float
    bound: float
    rounded: frozenset[int] = frozenset()
    not_adding: tuple[Sum, ...] = ()

    @property
    def gap(self) -> float:
        """How much more than the proven least is lost, as a share of it: 0 is the best there is."""
        return self.cost / self.bound - 1 if self.bound else 0.0
