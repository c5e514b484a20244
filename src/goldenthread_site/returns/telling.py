"""Tells the room of figures below what was asked, how far it has come, and where its cells are."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import timedelta

from django.db.models import Prefetch
from django.urls import reverse

from goldenthread.comparisons import report_year
from goldenthread.nouns import Period
from goldenthread_site.barrier.asking import as_the_system
from goldenthread_site.directory.people.matters import without_conflicts
from goldenthread_site.directory.standing import Standing
from goldenthread_site.figures.sending import About, Asked, Sender, offer
from goldenthread_site.returns import queries
from goldenthread_site.returns.models import Cell, DataRequest, Return
from goldenthread_site.returns.rules import Status, unanswered
from goldenthread_site.returns.templates import templates

RECEIVED = "received, being checked"
# The longest between a year's last day and the day on which something about it is due.
_LATEST = timedelta(days=400)
_COUNTED = (Status.ACCEPTED, Status.SUBMITTED, Status.QUERIED)


def asked(standing: Standing, years: Sequence[Period]) -> list[Asked]:
    """Everything asked about some years, whoever reads it: that nothing came is no agency’s secret.

    What came is told only once it is accepted, and drafts not at all.
    """
    sent = Return.objects.filter(status__in=_COUNTED).order_by("-version")
    found = DataRequest.objects.filter(
        partnership=standing.partnership,
        due__gte=min(each.start for each in years),
        due__lte=max(each.end for each in years) + _LATEST,
        template__in=templates(),
    )
    found = without_conflicts(found, standing, kind=queries.AGENCY, through="agency_id")
    rows = (
        found.select_related("agency")
        .prefetch_related(Prefetch("versions", queryset=sent, to_attr="counted"))
        .order_by("template", "agency__name")
    )
    # Whether something came, and nothing of what it says: readers of figures open no return.
    here = standing.partnership.pk if standing.partnership else 0
    with as_the_system("which returns came", partnership=here):
        return [_told(each, standing) for each in rows if report_year(each.period) in years]


def _told(each: DataRequest, standing: Standing) -> Asked:
    versions: list[Return] = each.counted  # type: ignore[attr-defined]
    accepted = next((one for one in versions if one.status == Status.ACCEPTED), None)
    if accepted:
        accepted.request = each
        return Asked(each.agency.short_name, accepted.period, accepted.area, accepted.pk)
    own = each.agency.name.replace(";", ",") if each.asked.by_agency else ""
    lines = tuple(
        (line.indicator, line.unit.value, str(line.breakdown_for(own))) for line in each.asked.line
    )
    words = RECEIVED if versions else unanswered(each.due, standing.today).words
    return Asked(each.agency.short_name, each.period, each.area, 0, words, lines)


def years(standing: Standing) -> set[Period]:
    """The years about which anything was asked."""
    found = DataRequest.objects.filter(partnership=standing.partnership, template__in=templates())
    codes = found.order_by().values_list("period_code", flat=True).distinct()
    return {report_year(Period.parse(each)) for each in codes}


def places(standing: Standing, numbers: Iterable[int]) -> Mapping[tuple[int, About], str]:
    """Addresses of the cells of those returns that this person may read."""
    wanted = {each for each in numbers if each}
    if not wanted:
        return {}
    cells = Cell.objects.filter(sent__in=queries.versions(standing).filter(pk__in=wanted))
    return {
        (number, (indicator, unit, breakdown, period)): f"{reverse('return', args=[number])}"
        f"#line-{line}"
        for number, line, indicator, unit, breakdown, period in cells.values_list(
            "sent_id", "line", "indicator", "unit", "breakdown", "period_code"
        )
    }


def title(source: str) -> str:
    """The template’s title of a source that is a return."""
    key = source.removeprefix("local.").removesuffix("_return")
    known = templates().get(key)
    return f"Return: {known.title}" if known and source == f"local.{key}_return" else ""


def shut(standing: Standing) -> frozenset[int]:
    """Every return of the agencies in which this person declared an interest."""
    agencies = [int(number) for kind, number in standing.matters_shut if kind == queries.AGENCY]
    if not agencies or standing.partnership is None:
        return frozenset()
    here = standing.partnership.pk
    found = Return.objects.filter(request__partnership=here, request__agency__in=agencies)
    with as_the_system("which returns are kept from someone", partnership=here):
        return frozenset(found.values_list("pk", flat=True))


offer(Sender(asked, years, places, title, shut))
