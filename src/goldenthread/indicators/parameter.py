"""One thing that the sources leave open, with the choices there are."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Parameter:
    """One thing left open. ``choices`` are the values with what each means; the first is taken."""

    name: str
    asks: str
    choices: tuple[tuple[str, str], ...]
    reason: str

    @property
    def default(self) -> str:
        """The value taken where nobody chooses."""
        return self.choices[0][0]
