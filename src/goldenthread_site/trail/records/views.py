"""Pages of records: classes, holds, requests and reviews, for the business unit."""

from collections.abc import Callable
from datetime import date

from django import forms as django_forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone

from goldenthread_site.accounts.opening import open_to
from goldenthread_site.accounts.roles import Role
from goldenthread_site.design.pages import day
from goldenthread_site.trail.acting import acting
from goldenthread_site.trail.permissions import reader_of
from goldenthread_site.trail.records import actions, forms, presenters, queries
from goldenthread_site.trail.records.classes import classes


@open_to(Role.BUSINESS_UNIT)
def records(request: HttpRequest) -> HttpResponse:
    """Everything about records on one page."""
    reader, today = reader_of(request), timezone.localdate()
    given = {
        "classes": classes(),
        "holds": [(each, presenters.covers(each)) for each in queries.holds(reader)],
        "requests": [(each, presenters.state(each, today)) for each in queries.requests(reader)],
        "reviews": [(each, presenters.told_lines(each)) for each in queries.reviews(reader)[:3]],
    }
    return render(request, "records/records.html", given)


@open_to(Role.BUSINESS_UNIT)
def hold(request: HttpRequest) -> HttpResponse:
    """Put a hold."""
    form = forms.HoldForm(request.POST or None)

    def act() -> str:
        made = actions.put_hold(
            by=acting(request),
            partnership=reader_of(request).partnership.pk,
            matter=("", ""),
            on=timezone.localdate(),
            **form.cleaned_data,
        )
        return f"Held from today: {presenters.covers(made).lower()}. Nothing of it is erased."

    return _taken(request, form, act, "Put a hold on records", "Hold it")


@open_to(Role.BUSINESS_UNIT)
def lift(request: HttpRequest, number: int) -> HttpResponse:
    """Lift one."""
    found = get_object_or_404(queries.holds(reader_of(request)), pk=number)
    form = forms.LiftForm(request.POST or None)

    def act() -> str:
        given = form.cleaned_data
        actions.lift_hold(by=acting(request), hold=found, on=timezone.localdate(), **given)
        return "The hold is lifted. The next review may erase what it covered."

    title = f"Lift the hold on {presenters.covers(found).lower()}"
    return _taken(request, form, act, title, "Lift it")


@open_to(Role.BUSINESS_UNIT)
def log(request: HttpRequest) -> HttpResponse:
    """Log a request."""
    form = forms.RequestForm(request.POST or None)

    def act() -> str:
        made = actions.log_request(
            by=acting(request),
            partnership=reader_of(request).partnership.pk,
            **form.cleaned_data,
        )
        return f"{made} is logged and due {day(made.due)}. Put a hold on what it is about."

    return _taken(request, form, act, "Log a request for records", "Log it")


@open_to(Role.BUSINESS_UNIT)
def answer(request: HttpRequest, number: int) -> HttpResponse:
    """Note down what was answered."""
    found = get_object_or_404(queries.requests(reader_of(request)), pk=number, answered=None)
    form = forms.AnswerForm(request.POST or None)

    def act() -> str:
        actions.answer_request(by=acting(request), request=found, **form.cleaned_data)
        return f"{found} is answered."

    def wrong() -> str:
        answered: date = form.cleaned_data["answered"]
        return "It cannot be answered before it came." if answered < found.received else ""

    return _taken(request, form, act, f"What was answered to {found}?", "Save", wrong)


@open_to(Role.BUSINESS_UNIT)
def review(request: HttpRequest) -> HttpResponse:
    """Look first, then erase."""
    reader, by = reader_of(request), acting(request)
    erase = "erase" in request.POST
    if request.method == "POST":
        made = actions.review(
            by=by, partnership=reader.partnership.pk, today=timezone.localdate(), erase=erase
        )
        if erase:
            erased = sum(line["erased"] for line in made.lines)
            messages.success(request, f"Erased: {erased}. What was done is listed below.")
            return redirect("records")
        return render(request, "records/review.html", {"told": presenters.told_lines(made)})
    return redirect("records")


def _taken(
    request: HttpRequest,
    form: django_forms.Form,
    act: Callable[[], str],
    title: str,
    button: str,
    wrong: Callable[[], str] = str,
) -> HttpResponse:
    if request.method == "POST" and form.is_valid():
        if said := wrong():
            form.add_error(None, said)
        else:
            messages.success(request, act())
            return redirect("records")
    given = {"form": form, "heading": title, "button": button}
    return render(request, "records/form.html", given)
