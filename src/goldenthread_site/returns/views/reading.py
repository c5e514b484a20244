"""The page on which someone waits for a large file to be read, and may stop it."""

from datetime import timedelta

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone

from goldenthread_site.accounts.opening import open_to
from goldenthread_site.directory.standing import standing_of
from goldenthread_site.returns import permissions, presenters, queries
from goldenthread_site.returns import reading as line
from goldenthread_site.returns.rules import OPEN_READINGS, ReadingState
from goldenthread_site.returns.views.filling import FILLS_IN, after_arrival
from goldenthread_site.trail.acting import acting

PATIENCE = timedelta(minutes=1)  # by then a worker that runs has begun


@open_to(*FILLS_IN)
def reading(request: HttpRequest, pk: int, number: int) -> HttpResponse:
    """How far it is; once it is read, on to the draft."""
    standing = standing_of(request)
    sent = queries.version_or_404(standing, pk)
    permissions.check_fill_in(standing, sent.request)
    found = queries.reading_or_404(sent, number)
    if request.method == "POST":
        line.stop(by=acting(request), standing=standing, reading=found)
        return redirect("fill_in", sent.pk)
    state = ReadingState(found.state)
    is_open = state in OPEN_READINGS
    if request.headers.get("HX-Request") and not is_open:
        # The page that looks by itself opens anew: with its title, its summary and its focus.
        return HttpResponse(headers={"HX-Redirect": reverse("reading", args=[pk, number])})
    if state is ReadingState.READ:
        return after_arrival(request, sent, found.lines)
    given = {
        "sent": sent,
        "reading": found,
        "state": state,
        "is_open": is_open,
        "steps": presenters.steps_of(state),
        "nobody_reads": state is ReadingState.WAITING and timezone.now() - found.at > PATIENCE,
    }
    return render(request, "returns/reading.html", given)
