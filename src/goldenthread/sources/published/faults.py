"""Makes faults of a file's rows: the first hundred by name and the rest by their number."""

from collections.abc import Sequence
from typing import Any

from goldenthread.nouns import Fault, Severity

MOST_NAMED = 100


def rows_at_fault(
    file: str,
    numbers: Sequence[Any],
    rule: str,
    message: str,
    severity: Severity = Severity.ERROR,
) -> list[Fault]:
    """One fault for each row number, and one more for all beyond the first hundred.

    A hostile file may have millions of wrong rows; what is kept of them stays small.
    """
    faults = [
        Fault(rule, message, file, f"row {number}", severity) for number in numbers[:MOST_NAMED]
    ]
    if (more := len(numbers) - MOST_NAMED) > 0:
        faults.append(
            Fault(
                rule,
                f"{more:,} more rows are like these: {message}",
                file,
                f"rows {numbers[MOST_NAMED]} to {numbers[-1]}",
                severity,
            )
        )
    return faults


def shown(text: str) -> str:
    """A column's name fit to print in a message: short, without control characters."""
    clean = "".join(character if character.isprintable() else "�" for character in text)
    return clean if len(clean) <= 60 else clean[:57] + "..."


def note(rule: str, message: str, file: str, place: str = "") -> Fault:
    """A fault that loses nothing."""
    return Fault(rule, message, file, place, Severity.NOTE)
