"""The pages on which targets are set and taken back, and breaks in a series marked."""

from django import forms as django_forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import urlencode

from goldenthread.nouns import Period
from goldenthread_site.accounts.opening import open_to
from goldenthread_site.accounts.refusal import NotAllowedError, RefusedError
from goldenthread_site.design.fields import errors_of
from goldenthread_site.directory.models import Partnership
from goldenthread_site.directory.standing import Standing, standing_of
from goldenthread_site.figures.agreed import actions, forms, queries
from goldenthread_site.figures.agreed.permissions import SETTERS, check_set
from goldenthread_site.figures.asking import known, year_of
from goldenthread_site.trail.acting import acting


@open_to(*SETTERS)
def target(request: HttpRequest, indicator: str) -> HttpResponse:
    """Set a target for a year."""
    standing, one, year = standing_of(request), known(indicator), year_of(request)
    partnership = _partnership(standing)
    stands = queries.target(standing, one.name, year)
    initial: dict[str, object] = {"year": year}
    if stands:
        told = {"value": f"{stands.value.normalize():f}", "owner": stands.owner_id}
        initial |= told | {"agreed": stands.agreed, "source": stands.source}
    this = Period.financial_year(standing.today.year + (standing.today.month > 3))
    form = forms.Aiming(
        request.POST or None,
        posts=queries.posts(standing),
        years=[this.back(each) for each in range(-1, 10)],
        unit=one.compared_by.words,
        initial=initial,
    )
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        given |= {"year": Period.parse(given["year"]), "owner_told": actions.told(given["owner"])}
        try:
            actions.set_target(by=acting(request), partnership=partnership, indicator=one, **given)
        except RefusedError as refused:
            form.add_error(refused.field, str(refused))
        else:
            messages.success(request, f"The target for {given['year'].code} is set.")
            return _back(one.name, given["year"].code)
    return _shown(request, one, year, form, "Set a target", "Set it", stands)


@open_to(*SETTERS)
def end(request: HttpRequest, indicator: str) -> HttpResponse:
    """Take a target back."""
    standing, one, year = standing_of(request), known(indicator), year_of(request)
    _partnership(standing)
    stands = queries.target(standing, one.name, year)
    if stands is None:
        raise Http404("No target is set for that year.")
    form = forms.Ending(request.POST or None)
    if request.method == "POST" and form.is_valid():
        actions.end_target(by=acting(request), target=stands, why=form.cleaned_data["why"])
        messages.success(request, "The target is taken back.")
        return _back(one.name, year)
    return _shown(request, one, year, form, "Take the target back", "Take it back")


@open_to(*SETTERS)
def mark(request: HttpRequest, indicator: str) -> HttpResponse:
    """Mark a break in the series."""
    standing, one, year = standing_of(request), known(indicator), year_of(request)
    partnership = _partnership(standing)
    form = forms.Breaking(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            actions.mark_break(
                by=acting(request), partnership=partnership, indicator=one, **form.cleaned_data
            )
        except RefusedError as refused:
            form.add_error(refused.field, str(refused))
        else:
            messages.success(request, "The break is marked. No rise or fall is told across it.")
            return _back(one.name, year)
    return _shown(request, one, year, form, "Mark a break in the series", "Mark it")


def _partnership(standing: Standing) -> Partnership:
    check_set(standing)
    if standing.partnership is None:
        raise NotAllowedError("Choose a partnership first.")
    return standing.partnership


def _back(name: str, year: str) -> HttpResponse:
    query = urlencode({"year": year} if year else {})
    return redirect(f"{reverse('indicator', args=[name])}?{query}#target")


def _shown(
    request: HttpRequest,
    one: object,
    year: str,
    form: django_forms.Form,
    heading: str,
    button: str,
    stands: object = None,
) -> HttpResponse:
    given = {"one": one, "year": year, "form": form, "errors": errors_of(form)}
    given |= {"heading": heading, "button": button, "stands": stands}
    return render(request, "figures/agreed.html", given)
