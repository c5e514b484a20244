"""What is due, late, received and queried; one request; one version; what came, in a table."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from goldenthread.nouns import Period
from goldenthread_site.accounts.opening import open_to
from goldenthread_site.directory.standing import standing_of
from goldenthread_site.returns import permissions, presenters, queries
from goldenthread_site.returns.rules import CellState, Progress, Status
from goldenthread_site.returns.templates import templates

READERS = tuple(sorted(permissions.READERS))


@open_to(*READERS)
def index(request: HttpRequest) -> HttpResponse:
    """The requests this person may know of, those that wait for something first."""
    standing = standing_of(request)
    every = presenters.rows_of(standing)
    chosen = request.GET.get("state", "")
    open_ones = [each for each in every if each.progress is not Progress.ACCEPTED]
    rows = [each for each in every if each.progress.value == chosen] if chosen else open_ones
    given = {
        "rows": rows,
        "waiting": [each for each in every if each.step],
        "counts": presenters.counted(every),
        "chosen": chosen,
        "asked_anything": bool(every),
        "may_ask": permissions.can_ask(standing),
        "one_agency": len({each.request.agency_id for each in every}) == 1,
    }
    return render(request, "returns/index.html", given)


@open_to(*READERS)
def asked(request: HttpRequest, pk: int) -> HttpResponse:
    """One request: what is asked, how far it has come, every version that may be read."""
    standing = standing_of(request)
    found = queries.request_or_404(standing, pk)
    row = presenters.row_of(standing, found)
    versions = found.readable  # type: ignore[attr-defined]
    newest = versions[0] if versions else None
    given = {
        "asked": found,
        "row": row,
        "versions": versions,
        "newest": newest,
        "fills_in": permissions.can_fill_in(standing, found),
        "may_replace": newest is not None and newest.status != Status.DRAFT,
        "not_sent": queries.reminder_not_sent(standing, found)
        if permissions.can_ask(standing)
        else None,
    }
    return render(request, "returns/asked.html", given)


@open_to(*READERS)
def version(request: HttpRequest, pk: int) -> HttpResponse:
    """One version as it was sent, or as its draft stands, with its questions."""
    standing = standing_of(request)
    sent = queries.version_or_404(standing, pk)
    status = Status(sent.status)
    asked_about = sent.request
    before = queries.accepted_before(sent)
    given = {
        "sent": sent,
        "asked": asked_about,
        "lines": presenters.lines_of(sent, before),
        "has_before": before is not None,
        "is_draft": status is Status.DRAFT,
        "queries": presenters.questions_of(sent),
        "fills_in": permissions.can_fill_in(standing, asked_about),
        "may_sign": permissions.can_sign(standing, asked_about)
        and status is Status.SUBMITTED
        and not sent.signed_at,
        "may_take_back": permissions.can_sign(standing, asked_about)
        and status is Status.SUBMITTED
        and not sent.signed_at
        and not sent.queries.all(),
        "may_answer": permissions.can_fill_in(standing, asked_about) and status is Status.QUERIED,
        "may_query": permissions.can_check(standing, asked_about)
        and status in (Status.SUBMITTED, Status.QUERIED),
        "may_accept": permissions.can_check(standing, asked_about)
        and status is Status.SUBMITTED
        and bool(sent.signed_at),
    }
    return render(request, "returns/version.html", given)


@open_to(*READERS)
def came(request: HttpRequest) -> HttpResponse:
    """What came by one template for one period, agency by agency, nothing left blank."""
    standing = standing_of(request)
    choices = queries.template_periods(standing)
    wanted = (request.GET.get("template", ""), request.GET.get("period", ""))
    if wanted not in choices:
        wanted = next(iter(choices), ("", ""))
    template, period = wanted
    table = None
    if template in templates():
        found = queries.with_cells(standing).filter(template=template, period_code=period)
        agencies = queries.agencies_for(standing, templates()[template])
        table = presenters.matrix(
            templates()[template], Period.parse(period), agencies, found, standing.today
        )
    given = {
        "table": table,
        "choices": [
            {"template": key, "period": code, "title": templates()[key].title}
            for key, code in choices
            if key in templates()
        ],
        "states": [each for each in CellState if each is not CellState.VALUE],
    }
    return render(request, "returns/came.html", given)
