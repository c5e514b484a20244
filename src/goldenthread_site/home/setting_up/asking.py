"""Which returns are asked for first, of whom, about when and by when."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from goldenthread.nouns import Area, Period, PeriodKind
from goldenthread.nouns.register import area
from goldenthread_site.directory.models import Agency
from goldenthread_site.directory.standing import Standing
from goldenthread_site.home.setting_up.starter import starter
from goldenthread_site.returns import queries
from goldenthread_site.returns.rules import DUE_SOON, due_day, following
from goldenthread_site.returns.templates import ReturnTemplate, templates


@dataclass(frozen=True, slots=True)
class First:
    """One that may be asked for. ``key`` tells it from the others on the form."""

    agency: Agency
    template: ReturnTemplate
    period: Period
    due: date
    area: Area
    several: bool = False  # the partnership has more councils than one

    @property
    def key(self) -> str:
        """The agency’s number and the template’s name, and whose children where that is open."""
        key = f"{self.agency.pk}:{self.template.key}"
        return f"{key}:{self.area.code}" if self.several else key


def period_before(kind: PeriodKind, today: date) -> Period:
    """The quarter, financial or academic year that ended last."""
    found = {
        PeriodKind.QUARTER: Period.quarters(today.year - 1, 1),
        PeriodKind.ACADEMIC_YEAR: Period.academic_year(today.year - 2),
    }.get(kind, Period.financial_year(today.year - 2))
    while following(found).end < today:
        found = following(found)
    return found


def first_requests(standing: Standing) -> Iterator[First]:
    """For every agency here, what its kind is usually asked and was not asked for yet: about each
    council of the partnership apart, of those that the agency works for.

    Due as the template says, and never sooner than two weeks from today.
    """
    of_kind = {each.short_name.casefold(): each.key for each in starter().agency}
    here = standing.partnership.areas if standing.partnership else []
    asked = set(queries.requests(standing).values_list("agency", "template", "footprint"))
    for agency in queries.agencies_to_ask(standing).order_by("name"):
        for name in starter().asks.get(of_kind.get(agency.short_name.casefold(), ""), ()):
            template = templates()[name]
            period = period_before(template.period_kind, standing.today)
            soonest = Period.day(standing.today)
            due = max(due_day(period, template.due_after_days), due_day(soonest, DUE_SOON.days))
            own = [code for code in here if code in agency.footprint] or here
            for code in own:
                if (agency.pk, name, code) not in asked:
                    yield First(agency, template, period, due, area(code), len(here) > 1)
