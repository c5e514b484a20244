"""What stands in a cell instead of a number, and what it means.

The letters are those of the Department for Education's statistics. A true zero is the number 0
and never a symbol.
"""

from enum import StrEnum


class Symbol(StrEnum):
    """A reason why no number is shown."""

    CONFIDENTIAL = "c"
    NOT_AVAILABLE = "x"
    NOT_APPLICABLE = "z"
    ROUNDS_TO_ZERO = "k"
    LOW = "low"
    UNRELIABLE = "u"
    NOT_COMPARABLE = "v"

    @property
    def meaning(self) -> str:
        """One phrase fit for a reader."""
        return _MEANINGS[self]

    @classmethod
    def from_cell(cls, text: str) -> "Symbol | None":
        """The symbol a published cell holds, or None where it holds something else.

        Older releases write ``:`` or ``..`` for "not available" and ``-`` for the same in the
        Local Authority Interactive Tool.
        """
        cleaned = text.strip().lower()
        return _OLDER_SPELLINGS.get(cleaned) or _BY_LETTER.get(cleaned)


_MEANINGS = {
    Symbol.CONFIDENTIAL: "withheld to protect children’s identities",
    Symbol.NOT_AVAILABLE: "not available",
    Symbol.NOT_APPLICABLE: "not applicable",
    Symbol.ROUNDS_TO_ZERO: "rounds to zero but is not zero",
    Symbol.LOW: "rounds to zero but is not zero",
    Symbol.UNRELIABLE: "too unreliable to publish",
    Symbol.NOT_COMPARABLE: "not comparable",
}

_BY_LETTER = {symbol.value: symbol for symbol in Symbol}
_OLDER_SPELLINGS = {
    ":": Symbol.NOT_AVAILABLE,
    "..": Symbol.NOT_AVAILABLE,
    "-": Symbol.NOT_AVAILABLE,
    "n/a": Symbol.NOT_AVAILABLE,
    "na": Symbol.NOT_AVAILABLE,
}
