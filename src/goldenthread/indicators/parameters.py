"""What the sources leave open: each a named parameter with its choices, a default and the reason.

A figure's definition names the choices it was counted by, so that two ways are never mixed up.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from goldenthread.nouns import GoldenThreadError


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


_ALL = (
    Parameter(
        "within_12_months",
        "When is something within 12 months of something earlier?",
        (
            ("calendar", "on or before the same day of the month a year later"),
            ("365_days", "at most 365 days later"),
        ),
        "The national release does not say; people count by the calendar, and a leap year then "
        "makes no difference.",
    ),
    Parameter(
        "same_day_referral",
        "Is a second referral of a child on one day a re-referral?",
        (
            ("no", "only an earlier day counts"),
            ("yes", "any referral recorded before it counts"),
        ),
        "Two entries for one day are mostly one referral recorded twice.",
    ),
)

PARAMETERS: dict[str, Parameter] = {each.name: each for each in _ALL}


def choices(chosen: Mapping[str, str] | None = None) -> dict[str, str]:
    """Every parameter's value: what was chosen, and the default for the rest.

    Raises GoldenThreadError for a name or a value nobody knows.
    """
    for name, value in (chosen or {}).items():
        if name not in PARAMETERS:
            raise GoldenThreadError(
                f"There is no parameter {name!r}: choose of {', '.join(PARAMETERS)}."
            )
        values = [each for each, _ in PARAMETERS[name].choices]
        if value not in values:
            raise GoldenThreadError(f"{name} is one of {', '.join(values)}, not {value!r}.")
    return {name: (chosen or {}).get(name, each.default) for name, each in PARAMETERS.items()}
