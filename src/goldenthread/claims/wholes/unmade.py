"""A whole told in the text, with the parts said to make it that make another."""

from dataclasses import dataclass
from fractions import Fraction

from goldenthread.claims.language.model import Quantity, Sentence
from goldenthread.claims.language.printed import exact, printed


@dataclass(frozen=True, slots=True, kw_only=True)
class Unmade:
    """A whole, the sentence that tells it, and the parts said to make it, which make another.

    With ``less`` it is what is left of the first part when the others are taken off.
    """

    sentence: Sentence
    whole: Quantity
    parts: tuple[Quantity, ...]
    less: bool = False

    @property
    def made(self) -> Fraction:
        """What the parts come to."""
        others = sum((part.value for part in self.parts[1:]), Fraction(0))
        return self.parts[0].value + (-others if self.less else others)

    def evidence(self, whole: str) -> str:
        """The addition a reader can do again, and what is printed for it."""
        sign = " − " if self.less else " + "
        terms = sign.join(printed(part) for part in self.parts)
        return f"{terms} = {exact(self.made)}, not {whole}"
