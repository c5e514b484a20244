"""How long a span is, in the unit its length is told in, under every way of counting."""

from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from goldenthread.claims.dates.moments import Grain, Span, months_between


@dataclass(frozen=True, slots=True)
class Length:
    """How long a span is: ``counted`` with both ends, ``others`` that a reader could also count."""

    counted: Fraction
    others: tuple[Fraction, ...]
    slack: Fraction = Fraction(0)

    def is_plain(self, number: int) -> bool:
        """Whether it is that long counted with both ends."""
        return abs(self.counted - number) <= self.slack

    def may_be(self, number: int) -> bool:
        """Whether any way of counting gives that number."""
        return any(abs(each - number) <= self.slack for each in (self.counted, *self.others))


def length(span: Span, unit: str) -> Length | None:
    """How long a span is in months, quarters, years, weeks or days; None where none can tell."""
    grain = span.first.grain
    if grain is Grain.DAY:
        return _in_days(span, unit)
    if grain in (Grain.FINANCIAL_YEAR, Grain.YEAR):
        years = Fraction(span.last.year - span.first.year + 1)
        return Length(years, (years - 1,)) if unit == "year" and years > 1 else None
    if grain is Grain.QUARTER:
        return _in_quarters(span, unit)
    between = months_between(span)
    if between is None or between < 0:
        return None
    per = {"month": 1, "quarter": 3, "year": 12}.get(unit)
    if per is None:
        return None
    counted, elapsed = Fraction(between + 1, per), Fraction(between, per)
    if unit == "year":
        return Length(counted, (elapsed,), _slack_of_years(counted))
    open_year = () if span.first.year and span.last.year else range(12, 37, 12)
    return Length(counted, (elapsed, *(counted + Fraction(more, per) for more in open_year)))


def _in_quarters(span: Span, unit: str) -> Length | None:
    first, last = span.first, span.last
    if first.year and last.year:
        quarters = (last.year - first.year) * 4 + last.quarter - first.quarter
    else:
        quarters = (last.quarter - first.quarter) % 4
    if quarters < 0 or unit not in ("quarter", "month"):
        return None
    per = 3 if unit == "month" else 1
    more = tuple(Fraction((quarters + 1 + extra) * per) for extra in (4, 8, 12))
    return Length(Fraction((quarters + 1) * per), more)


def _in_days(span: Span, unit: str) -> Length | None:
    year = span.last.year or 2023
    ends = []
    for moment, its_year in ((span.first, span.first.year or year), (span.last, year)):
        try:
            ends.append(date(its_year, moment.month, moment.day))
        except ValueError:
            return None
    if ends[0] > ends[1] and not span.first.year:
        ends[0] = ends[0].replace(year=year - 1, day=min(ends[0].day, 28))
    days = (ends[1] - ends[0]).days + 1
    if days <= 0:
        return None
    loose = 0 if span.last.year or span.first.month == span.last.month else 1
    if unit == "day":
        return Length(Fraction(days), (Fraction(days - 1),), Fraction(loose))
    per = {"week": Fraction(7), "month": Fraction(487, 16), "year": Fraction(1461, 4)}
    per["quarter"] = per["month"] * 3
    return Length(days / per[unit], (), Fraction(17, 20) if unit != "quarter" else Fraction(1, 2))


def _slack_of_years(counted: Fraction) -> Fraction:
    """How far from so many years a number of years may be told: less where there are few."""
    if counted < 2:
        return Fraction(2, 5)
    return Fraction(1, 2) if counted < 3 else Fraction(7, 8)
