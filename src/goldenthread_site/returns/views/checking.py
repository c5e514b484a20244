"""The partnership’s side: ask for a return, roll the calendar forward, query, accept."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from goldenthread_site.accounts.letters import NOT_SENT
from goldenthread_site.accounts.opening import open_to
from goldenthread_site.accounts.refusal import RefusedError
from goldenthread_site.directory.standing import standing_of
from goldenthread_site.returns import checks, forms, permissions, presenters, queries, reminding
from goldenthread_site.returns.rules import following
from goldenthread_site.trail.acting import acting

ASKS = tuple(sorted(permissions.ASKS))
CHECKS = tuple(sorted(permissions.CHECKS))


@open_to(*ASKS)
def ask(request: HttpRequest) -> HttpResponse:
    """Ask an agency for a return."""
    standing = standing_of(request)
    permissions.check_ask(standing)
    agencies = queries.agencies_to_ask(standing)
    form = forms.Ask(standing.partnership, agencies, request.POST or None)  # type: ignore[arg-type]
    if request.method == "POST" and form.is_valid():
        try:
            made = checks.ask(by=acting(request), standing=standing, **form.cleaned_data)
        except RefusedError as refused:
            form.add_error("period", str(refused))
        else:
            messages.success(request, f"{made.agency.name} is asked for it.")
            return redirect("return_asked", made.pk)
    return render(request, "returns/ask.html", {"form": form})


@open_to(*ASKS)
def calendar(request: HttpRequest) -> HttpResponse:
    """Ask for the next period what was asked for the last."""
    standing = standing_of(request)
    permissions.check_ask(standing)
    last = queries.to_roll_forward(standing)
    choices = [
        (str(each.pk), f"{each.agency.name}: {each.asked.title}, {following(each.period).words}")
        for each in last
    ]
    form = forms.Chosen(choices, request.POST or None)
    if request.method == "POST" and form.is_valid():
        chosen = set(form.cleaned_data["requests"])
        made = checks.roll_forward(
            by=acting(request),
            standing=standing,
            requests=[each for each in last if str(each.pk) in chosen],
        )
        told = "1 return is asked for." if len(made) == 1 else f"{len(made)} returns are asked for."
        messages.success(request, told)
        return redirect("returns")
    return render(request, "returns/calendar.html", {"form": form, "choices": choices})


@open_to(*ASKS)
@require_POST
def remind(request: HttpRequest, pk: int) -> HttpResponse:
    """Send again what did not go of the last reminder."""
    standing = standing_of(request)
    asked = queries.request_or_404(standing, pk)
    sent = reminding.send_again(by=acting(request), standing=standing, asked=asked)
    if sent.missed:
        messages.warning(request, f"The reminder {NOT_SENT}. Try again later.")
    else:
        messages.success(request, "The reminder is on its way.")
    return redirect("return_asked", asked.pk)


@open_to(*CHECKS)
def query(request: HttpRequest, pk: int) -> HttpResponse:
    """Ask about a version."""
    standing = standing_of(request)
    sent = queries.version_or_404(standing, pk)
    permissions.check_check(standing, sent.request)
    form = forms.Question(sent.request.asked, request.POST or None)
    if request.method == "POST" and form.is_valid():
        checks.query(by=acting(request), standing=standing, sent=sent, **form.cleaned_data)
        messages.success(request, f"{sent.request.agency.name} is asked.")
        return redirect("return", sent.pk)
    given = {"sent": sent, "form": form, "heading": "Query the return", "button": "Ask"}
    return render(request, "returns/words.html", given)


@open_to(*CHECKS)
def accept(request: HttpRequest, pk: int) -> HttpResponse:
    """Look once more, and take it into the figures."""
    standing = standing_of(request)
    sent = queries.version_or_404(standing, pk)
    permissions.check_check(standing, sent.request)
    if request.method == "POST":
        checks.accept(by=acting(request), standing=standing, sent=sent)
        messages.success(request, "The return is accepted, and its figures are kept.")
        return redirect("return", sent.pk)
    before = queries.accepted_before(sent)
    given = {
        "sent": sent,
        "lines": presenters.lines_of(sent, before),
        "has_before": before is not None,
    }
    return render(request, "returns/accept.html", given)
