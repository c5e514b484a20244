"""The pages about tokens, how to connect, and the API's own description."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.cache import never_cache

from goldenthread_site.accounts.again import shown_again
from goldenthread_site.accounts.opening import open_to, open_to_everyone, open_to_members
from goldenthread_site.accounts.refusal import RefusedError
from goldenthread_site.api import actions, presenters, queries
from goldenthread_site.api.forms import Ending, Making
from goldenthread_site.api.permissions import MAKERS, check_end, keeps
from goldenthread_site.api.v1.addresses import START
from goldenthread_site.api.v1.documentation import described
from goldenthread_site.design.fields import errors_of
from goldenthread_site.directory.standing import standing_of
from goldenthread_site.figures.permissions import sees_true_counts
from goldenthread_site.trail.acting import acting


@open_to_members
def tokens(request: HttpRequest) -> HttpResponse:
    """One's own tokens; the business unit and site administrators see everybody's here."""
    standing = standing_of(request)
    given = {
        "lines": presenters.lines(standing, queries.tokens(standing)),
        "may_make": standing.holds(*MAKERS),
        "keeps": keeps(standing),
    }
    return render(request, "api/tokens.html", given)


@open_to(*MAKERS)
@shown_again
@never_cache
def make_token(request: HttpRequest) -> HttpResponse:
    """Make a token, after signing in again; it is shown this once."""
    standing = standing_of(request)
    form = Making(request.POST or None, true_counts=sees_true_counts(standing))
    if request.method == "POST" and form.is_valid():
        given: dict[str, Any] = {"name": form.cleaned_data["name"], "true_counts": form.true_counts}
        try:
            token, secret = actions.make(
                by=acting(request),
                standing=standing,
                last_day=form.cleaned_data["last_day"],
                **given,
            )
        except RefusedError as refused:
            form.add_error(refused.field if refused.field in form.fields else None, str(refused))
        else:
            shown = {"token": token, "secret": secret, "start": _start(request)}
            return render(request, "api/made.html", shown)
    return render(request, "api/make.html", {"form": form, "errors": errors_of(form)})


@open_to_members
def end_token(request: HttpRequest, number: int) -> HttpResponse:
    """End a token; asked first."""
    standing = standing_of(request)
    token = get_object_or_404(queries.tokens(standing), pk=number)
    check_end(standing, token)
    form = Ending(request.POST or None)
    if request.method == "POST" and form.is_valid():
        actions.end(
            by=acting(request), standing=standing, token=token, why=form.cleaned_data["why"]
        )
        messages.success(request, "The token has ended: nothing can be read with it any more.")
        return redirect("tokens")
    shown = {"token": token, "form": form, "errors": errors_of(form)}
    return render(request, "api/end.html", shown)


@open_to_members
def connect(request: HttpRequest) -> HttpResponse:
    """How to read the figures from Power BI, Excel or a program."""
    given = {"start": _start(request), "may_make": standing_of(request).holds(*MAKERS)}
    return render(request, "api/connect.html", given)


@open_to_everyone
def openapi(request: HttpRequest) -> HttpResponse:
    """The API’s description for programs (OpenAPI); it holds no data."""
    return HttpResponse(described(), content_type="application/json")


def _start(request: HttpRequest) -> str:
    return request.build_absolute_uri(START)
