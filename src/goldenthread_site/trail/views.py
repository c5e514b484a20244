"""The trail as a page and as a file."""

from allauth.account.decorators import reauthentication_required
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.shortcuts import render
from django.utils import timezone

from goldenthread_site.accounts.opening import open_to
from goldenthread_site.accounts.roles import Role
from goldenthread_site.design.pages import moment
from goldenthread_site.design.paging import steps
from goldenthread_site.trail import actions, queries
from goldenthread_site.trail.acting import acting
from goldenthread_site.trail.exporting import csv_lines
from goldenthread_site.trail.forms import Narrowing
from goldenthread_site.trail.permissions import reader_of
from goldenthread_site.trail.presenters import lines
from goldenthread_site.trail.rules import ON_A_PAGE, READERS

HEAD = ("Number", "When", "When (UTC)", "Who", "What", "Why", "From where")


@open_to(*READERS)
def trail(request: HttpRequest) -> HttpResponse:
    """What was done, newest first, as far as it was asked for."""
    reader = reader_of(request)
    form = Narrowing(reader, request.GET or None)
    page = Paginator(queries.links(reader, form.wanted), ON_A_PAGE).get_page(
        request.GET.get("page")
    )
    shown = list(page)
    given = {
        "form": form,
        "lines": lines(shown, queries.subjects(shown)),
        "page": page,
        "pagination": steps(page, request.GET),
        "address": request.GET.urlencode(),
        "can_keep_records": reader.holds(Role.BUSINESS_UNIT),
    }
    return render(request, "trail/trail.html", given)


@open_to(*READERS)
@reauthentication_required
def export(request: HttpRequest) -> StreamingHttpResponse:
    """The same as CSV, all of it, after the password was asked for again."""
    reader = reader_of(request)
    found = queries.links(reader, Narrowing(reader, request.GET or None).wanted)
    newest = found.first()
    found = found.filter(number__lte=newest.number if newest else 0)  # and not this export itself
    rows = (
        (
            each.number,
            moment(each.at),
            each.at.isoformat(),
            each.who,
            each.what,
            each.why,
            each.where,
        )
        for part in queries.in_parts(found)
        for each in lines(part, queries.subjects(part))
    )
    actions.note_export(by=acting(request), partnership=reader.partnership.pk, lines=found.count())
    answer = StreamingHttpResponse(csv_lines(HEAD, rows), content_type="text/csv; charset=utf-8")
    answer["Content-Disposition"] = f'attachment; filename="trail-{timezone.localdate()}.csv"'
    return answer
