"""Pages of schools and settings, and the bringing in of a list."""

from dataclasses import asdict

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from goldenthread_site.accounts.opening import open_to, open_to_members
from goldenthread_site.accounts.refusal import RefusedError
from goldenthread_site.design.pages import day
from goldenthread_site.design.paging import steps
from goldenthread_site.directory import actions, forms, permissions, presenters, queries
from goldenthread_site.directory.actions.schools import mark_taken
from goldenthread_site.directory.models import Partnership, Setting
from goldenthread_site.directory.reading_schools import NotAListError, Row, read_schools
from goldenthread_site.directory.rules import KEEPERS
from goldenthread_site.directory.standing import standing_of
from goldenthread_site.directory.views.steps import Step, taken
from goldenthread_site.trail.acting import acting

WAITING = "schools to bring in"  # where a list waits in the session until it is confirmed
ON_A_PAGE = 50


@open_to_members
def schools(request: HttpRequest) -> HttpResponse:
    """Schools and settings, page by page; found by name or URN."""
    standing = standing_of(request)
    named = request.GET.get("named", "").replace("\x00", "").strip()[:200]
    found = Paginator(queries.schools(standing, named), ON_A_PAGE)
    page = found.get_page(request.GET.get("page"))
    given = {
        "page": page,
        "named": named,
        "pagination": steps(page, request.GET),
        "keeps": permissions.can_keep_directory(standing),
    }
    return render(request, "directory/schools.html", given)


@open_to(*KEEPERS)
def bring_in(request: HttpRequest) -> HttpResponse:
    """Ask for a list and read it; what it says, faults too, is shown before any write."""
    form = forms.SchoolsForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        standing = standing_of(request)
        try:
            rows = read_schools(form.cleaned_data["file"].read(), standing.today)
        except NotAListError as refused:
            form.add_error("file", str(refused))
        else:
            mark_taken(_partnership(request), rows)
            request.session[WAITING] = [asdict(row) for row in rows]
            return redirect("schools-check")
    step = Step("Bring in a list of schools", form, str, reverse("schools"), "Read it")
    return render(request, "directory/form.html", {"step": step, "form": form})


@open_to(*KEEPERS)
def check(request: HttpRequest) -> HttpResponse:
    """What the list would change, or its faults beside the rows; written once it is confirmed."""
    rows = [Row(**each) for each in request.session.get(WAITING, [])]
    if not rows:
        return redirect("schools-bring-in")
    partnership = _partnership(request)
    if request.method == "POST":
        try:
            done = actions.bring_in(
                by=acting(request),
                partnership=partnership,
                rows=rows,
                today=standing_of(request).today,
            )
        except RefusedError as refused:
            messages.error(request, str(refused))
        else:
            del request.session[WAITING]
            messages.success(request, presenters.schools_done(done))
            return redirect("schools")
    given = presenters.schools_to_bring_in(queries.schools_by_urn(standing_of(request)), rows)
    return render(request, "directory/schools_check.html", given)


@open_to(*KEEPERS)
def lead(request: HttpRequest, number: int) -> HttpResponse:
    """Another safeguarding lead."""
    school = _school(request, number)
    form = forms.LeadForm(request.POST or None)

    def act() -> str:
        given = form.cleaned_data
        actions.name_lead(by=acting(request), school=school, **given)
        return f"{given['name']} leads in {school.name} from {day(given['since'])}."

    title = f"Who leads on safeguarding in {school.name}?"
    return taken(request, Step(title, form, act, reverse("schools")))


def _school(request: HttpRequest, number: int) -> Setting:
    found = queries.school(standing_of(request), number)
    if found is None:
        raise Http404
    return found


def _partnership(request: HttpRequest) -> Partnership:
    found = standing_of(request).partnership
    if found is None:
        raise Http404
    return found
