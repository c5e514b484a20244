"""Every read of this room, narrowed to what the person asking may see."""

from django.db.models import Prefetch, Q, QuerySet
from django.http import Http404

from goldenthread_site.directory.models import Agency, Membership, on
from goldenthread_site.directory.people.matters import without_conflicts
from goldenthread_site.directory.standing import Standing
from goldenthread_site.returns import permissions
from goldenthread_site.returns.models import DataRequest, Query, Reading, Reminder, Return
from goldenthread_site.returns.rules import OPEN_READINGS, SENT, Status
from goldenthread_site.returns.templates import ReturnTemplate

AGENCY = permissions.AGENCY


def requests(standing: Standing) -> QuerySet[DataRequest]:
    """What was asked, so far as this person may know of it."""
    found = DataRequest.objects.filter(partnership=standing.partnership)
    if standing.partnership is None:
        return found.none()
    if not standing.holds(*permissions.READS_SENT):
        found = found.filter(agency__in=permissions.agencies_of(standing, permissions.READS_OWN))
    found = without_conflicts(found, standing, kind=AGENCY, through="agency_id")
    return found.select_related("agency", "partnership")


def versions(standing: Standing) -> QuerySet[Return]:
    """The versions this person may read; the rule of ``permissions.can_see``, for many at once.

    Without their files, which few pages show: it takes PostgreSQL long to find out whose they are.
    """
    if standing.partnership is None:
        return Return.objects.none()
    sent, draft = Q(status__in=list(SENT)), Q(status=Status.DRAFT)
    fills_in = permissions.agencies_of(standing, permissions.FILLS_IN)
    reads_own = permissions.agencies_of(standing, permissions.READS_OWN)
    may = (sent & Q(request__agency__in=reads_own)) | (draft & Q(request__agency__in=fills_in))
    if standing.holds(*permissions.READS_SENT):
        may |= sent
    if standing.holds(*permissions.READS_DRAFTS):
        may |= draft
    found = Return.objects.filter(may, request__partnership=standing.partnership)
    return without_conflicts(found, standing, kind=AGENCY, through="request__agency_id")


def with_versions(standing: Standing) -> QuerySet[DataRequest]:
    """Requests with the versions that may be read beside them, newest first; two queries."""
    mine = versions(standing).order_by("-version")
    return requests(standing).prefetch_related(
        Prefetch("versions", queryset=mine, to_attr="readable")
    )


def request_or_404(standing: Standing, pk: int) -> DataRequest:
    """One request with its versions. Raises Http404 where it is not for this person."""
    found = with_versions(standing).filter(pk=pk).first()
    if found is None:
        raise Http404("no such request")
    return found


def reminder_not_sent(standing: Standing, asked: DataRequest) -> Reminder | None:
    """The last reminder of a request, where it did not reach everyone it was for."""
    found = Reminder.objects.filter(request__in=requests(standing).filter(pk=asked.pk))
    last = found.select_related("request__agency", "request__partnership").order_by("-on").first()
    return last if last and last.missed else None


def version_or_404(standing: Standing, pk: int) -> Return:
    """One version with cells and queries. Raises Http404 where it is not for this person."""
    whole = versions(standing).select_related("request__agency", "request__partnership")
    found = whole.prefetch_related("cells", "queries__asked_by").filter(pk=pk).first()
    if found is None:
        raise Http404("no such return")
    return found


def agencies_to_ask(standing: Standing) -> QuerySet[Agency]:
    """Those who belong to the partnership today, and in whom no interest is declared."""
    members = Membership.objects.filter(on(standing.today), partnership=standing.partnership)
    found = Agency.objects.filter(memberships__in=members).distinct()
    return without_conflicts(found, standing)


def to_roll_forward(standing: Standing) -> list[DataRequest]:
    """Requests whose period is over, that repeat and whose next has not been asked for."""
    found = requests(standing).filter(
        repeats=True, followed_by__isnull=True, agency__ended__isnull=True
    )
    return [each for each in found if each.period.end < standing.today]


def accepted_before(sent: Return) -> Return | None:
    """The version accepted for the period before, which numbers are read beside."""
    if sent.request.follows_id is None:
        return None
    return (
        Return.objects.filter(request=sent.request.follows_id, status=Status.ACCEPTED)
        .prefetch_related("cells")
        .first()
    )


def template_periods(standing: Standing) -> list[tuple[str, str]]:
    """Each template and period anything was asked by: those due already first, the latest due
    at the top, and then what is still to come."""
    found = requests(standing).order_by("-due", "template")
    rows = list(found.values_list("due", "template", "period_code"))
    rows.sort(key=lambda row: row[0] > standing.today)
    return list(dict.fromkeys((template, period) for _, template, period in rows))


def with_cells(standing: Standing) -> QuerySet[DataRequest]:
    """Requests with the versions that may be read and their cells; three queries."""
    mine = versions(standing).prefetch_related("cells").order_by("-version")
    return requests(standing).prefetch_related(
        Prefetch("versions", queryset=mine, to_attr="readable")
    )


def agencies_for(standing: Standing, template: ReturnTemplate) -> list[tuple[int, str]]:
    """The agencies a template could be asked of, those this person may know of, by short name."""
    found = agencies_to_ask(standing).filter(sector__in=template.sectors)
    asked = requests(standing).filter(template=template.key).values("agency")
    either = Agency.objects.filter(Q(pk__in=found.values("pk")) | Q(pk__in=asked))
    if not standing.holds(*permissions.READS_SENT):
        either = either.filter(pk__in=permissions.agencies_of(standing, permissions.READS_OWN))
    return list(either.order_by("name").values_list("pk", "short_name"))


def query_or_404(sent: Return, pk: int) -> Query:
    """One question about a version that was found already."""
    found = next((each for each in sent.queries.all() if each.pk == pk), None)
    if found is None:
        raise Http404("no such question")
    return found


def reading_or_404(sent: Return, pk: int) -> Reading:
    """One reading of a file into a version that was found already."""
    found = sent.readings.select_related("upload").filter(pk=pk).first()
    if found is None:
        raise Http404("no such reading")
    found.sent = sent
    return found


def open_reading(sent: Return) -> Reading | None:
    """The file that is being read into a draft, if one is."""
    return sent.readings.filter(state__in=OPEN_READINGS).first()
