"""What an indicator is: the words, the sums, the limits and the governance, none of them blank.

One indicator is one file beside this one, holding one ``INDICATOR``. Bands, categories, months,
sources and factors are breakdowns of an indicator and not more indicators. Files are found by
``catalogue``; the page in ``docs/reference`` is generated from them.
"""

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from goldenthread.indicators.expression import Expression
from goldenthread.nouns import PeriodKind, Sensitivity, Unit


class Polarity(StrEnum):
    """Whether more is better. Neutral where it is not known: either way may be a worry."""

    HIGH_IS_BETTER = "high is better"
    LOW_IS_BETTER = "low is better"
    NEUTRAL = "neutral"


class Basis(StrEnum):
    """Who says how it is counted."""

    STATUTORY = "statutory return"
    NATIONAL = "national statistics"
    LOCAL = "local return"


class Computation(StrEnum):
    """Where its values come from."""

    PUBLISHED_ONLY = "published only"
    FROM_RECORDS = "computed from children’s records"
    FROM_RETURN = "from an agency’s return"


class Theme(StrEnum):
    """The stage of the child's journey, or the agency's work, it belongs to."""

    POPULATION = "Children and their circumstances"
    FRONT_DOOR = "The front door"
    EARLY_HELP = "Early help"
    REFERRALS = "Referrals and assessments"
    CHILDREN_IN_NEED = "Children in need"
    CHILD_PROTECTION = "Child protection"
    LOOKED_AFTER = "Children looked after"
    CARE_LEAVERS = "Care leavers"
    HEALTH = "Health"
    EDUCATION = "Education"
    POLICE = "Police and domestic abuse"
    EXPLOITATION = "Exploitation and missing"
    YOUTH_JUSTICE = "Youth justice"
    ALLEGATIONS = "Allegations about adults who work with children"
    NEGLECT = "Neglect"
    LEARNING = "Serious incidents and child deaths"
    WORKFORCE = "Workforce and training"
    PARTNERSHIP = "The partnership"


@dataclass(frozen=True, slots=True, kw_only=True)
class Indicator:
    """One thing counted.

    ``units`` are the units it is published in, the one ``compared_by`` first among equals: areas
    are compared by rate or percentage, never by count. ``numerator`` and ``denominator`` are
    sentences; a plain count has no denominator and says so with an empty text and a COUNT unit.
    ``look_alikes`` names indicators that must never be mixed up with this one. ``words`` is how a
    sentence about it in the ``compared_by`` unit begins ("Section 47 enquiries", "The share of
    initial conferences held in time"), ``plural`` whether its verb is plural, ``counted`` the noun
    after a number. ``breakdowns`` are names from ``dimensions``. ``period_kind`` is the period it
    is usually published for; monthly and quarterly figures of it may be known too.
    ``stages`` are the parts of the journey whose stages it counts, by the names in
    ``nouns.stages``: where a stage takes another's place, its series breaks.
    ``first_source`` names the source whose values are shown before every other's, for the reason
    in ``first_source_reason``; empty where the order that holds for all indicators will do.
    ``expression`` is how it is counted from records; None where it is not.
    """

    name: str
    title: str
    words: str
    counted: str
    theme: Theme
    units: tuple[Unit, ...]
    compared_by: Unit
    numerator: str
    denominator: str
    window: str
    period_kind: PeriodKind
    polarity: Polarity
    polarity_reason: str
    basis: Basis
    computation: Computation
    source: str
    limits: str
    checked: date
    checked_against: str
    decimals: dict[Unit, int] = field(default_factory=dict)
    breakdowns: tuple[str, ...] = ()
    look_alikes: tuple[str, ...] = ()
    stages: tuple[str, ...] = ()
    sensitivity: Sensitivity = Sensitivity.CHILDREN
    plural: bool = True
    first_source: str = ""
    first_source_reason: str = ""
    owner: str = ""
    target: str = ""
    expression: Expression | None = None

    def places(self, unit: Unit) -> int:
        """Decimal places it is shown to in that unit."""
        return self.decimals.get(unit, unit.decimals)
