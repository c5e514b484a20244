"""A value that may leave the house. Only this room makes one; renderers accept nothing else."""

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal

from goldenthread.nouns import Figure, Symbol

_SEAL = object()


class Released:
    """A figure that has passed disclosure control: its value, or the symbol in its place.

    ``figure`` is the safe form: where the value was withheld, so are the counts behind it.
    """

    __slots__ = ("figure", "withheld")

    figure: Figure
    withheld: bool

    def __init__(self, figure: Figure, *, withheld: bool, seal: object) -> None:
        if seal is not _SEAL:
            raise TypeError("only goldenthread.disclosure.release makes a Released value")
        object.__setattr__(self, "figure", figure)
        object.__setattr__(self, "withheld", withheld)

    def __setattr__(self, name: str, value: object) -> None:
        raise AttributeError(f"a Released value cannot be changed ({name})")

    def __repr__(self) -> str:
        return (
            f"Released({self.figure.key}: {self.value if self.value is not None else self.symbol})"
        )

    @property
    def value(self) -> Decimal | None:
        """The value, or None where a symbol stands."""
        return self.figure.value

    @property
    def symbol(self) -> Symbol | None:
        """The symbol, or None where a value stands."""
        return self.figure.symbol

    @property
    def id(self) -> str:
        """The figure's id, which its thread is filed under."""
        return self.figure.id


class Release(Mapping[str, Released]):
    """Everything one publication lets out, by figure id.

    Asking for a figure that was never declared is an error: a number not put through disclosure
    cannot be printed.
    """

    def __init__(self, released: Mapping[str, Released]) -> None:
        self._released = dict(released)

    def __getitem__(self, figure_id: str) -> Released:
        return self._released[figure_id]

    def __iter__(self) -> Iterator[str]:
        return iter(self._released)

    def __len__(self) -> int:
        return len(self._released)

    def only(self, figures: Iterable[Figure]) -> "Release":
        """What is let out of these figures alone; raises KeyError where one was not declared."""
        return Release({figure.id: self.of(figure) for figure in figures})

    def of(self, figure: Figure) -> Released:
        """The released form of a figure; raises KeyError where it was not declared."""
        try:
            return self._released[figure.id]
        except KeyError:
            raise KeyError(f"{figure.key} was not declared for publication") from None
