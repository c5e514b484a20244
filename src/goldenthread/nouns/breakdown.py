"""Which part of an indicator a figure is about: a category, an age band, a source, several."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Breakdown:
    """Dimensions and their values, in one canonical order.

    Written ``age=17-18;source=Police``; the whole is the empty text.

    >>> str(Breakdown.of(source="Police", age="17-18"))
    'age=17-18;source=Police'
    >>> Breakdown.parse("source=Police;age=17-18") == Breakdown.of(age="17-18", source="Police")
    True
    """

    parts: tuple[tuple[str, str], ...] = ()

    @classmethod
    def of(cls, **parts: str) -> "Breakdown":
        """Build one from dimension names and values."""
        return cls(tuple(sorted(parts.items())))

    @classmethod
    def parse(cls, text: str) -> "Breakdown":
        """Read the written form; raises ValueError where a part has no ``=``."""
        pairs = []
        for part in filter(None, (piece.strip() for piece in text.split(";"))):
            dimension, equals, value = part.partition("=")
            if not equals or not dimension.strip() or not value.strip():
                raise ValueError(f"a breakdown is written dimension=value, not {part!r}")
            pairs.append((dimension.strip(), value.strip()))
        return cls(tuple(sorted(pairs)))

    def __str__(self) -> str:
        return ";".join(f"{dimension}={value}" for dimension, value in self.parts)

    def __bool__(self) -> bool:
        return bool(self.parts)

    def get(self, dimension: str) -> str | None:
        """The value of one dimension, or None where the figure is not broken down by it."""
        return dict(self.parts).get(dimension)

    @property
    def dimensions(self) -> tuple[str, ...]:
        """The names of its dimensions, in order."""
        return tuple(dimension for dimension, _ in self.parts)

    @property
    def words(self) -> str:
        """How it is named in a table: the values, joined."""
        return ", ".join(value for _, value in self.parts)
