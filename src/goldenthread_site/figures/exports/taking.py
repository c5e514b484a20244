"""Taking something away: asked for on one page, noted on the trail, then handed over."""

from collections.abc import Callable
from dataclasses import dataclass

from django.db import models
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from goldenthread_site.accounts.again import shown_again
from goldenthread_site.design.fields import errors_of
from goldenthread_site.figures.exports import actions
from goldenthread_site.figures.exports.files import Content, Form, handed_over
from goldenthread_site.figures.exports.forms import Taking
from goldenthread_site.trail.acting import acting


@dataclass(frozen=True, slots=True)
class Offer:
    """What may be taken. ``make`` is given whether with true counts; ``kept`` are the fields that
    say which part of it, as the page had them in its address."""

    title: str
    back: str
    stem: str
    about: models.Model
    partnership: int
    make: Callable[[bool], Content]
    forms: tuple[Form, ...] = (Form.CSV, Form.META, Form.XLSX)
    true_counts: bool = False
    always_inside: bool = False
    kept: tuple[tuple[str, str], ...] = ()


def take(request: HttpRequest, offer: Offer) -> HttpResponse:
    """The page that asks, and the file. True counts leave only after signing in again."""
    form = Taking(
        request.POST or None,
        offered=offer.forms,
        true_counts=offer.true_counts,
        always_inside=offer.always_inside,
    )
    if request.method == "POST" and form.is_valid():
        return (_after_signing_in if form.inside else _given)(request, offer, form)
    given = {"offer": offer, "form": form, "errors": errors_of(form)}
    return render(request, "figures/export.html", given)


def _given(request: HttpRequest, offer: Offer, form: Taking) -> HttpResponse:
    content = offer.make(form.inside)
    kind = Form(form.cleaned_data["form"])
    answer = handed_over(content, kind, offer.stem, inside=form.inside)
    actions.note_export(
        by=acting(request),
        about=offer.about,
        partnership=offer.partnership,
        what=offer.title,
        form=kind,
        inside=form.inside,
        lines=content.lines(kind),
        why=form.cleaned_data.get("why", ""),
    )
    return answer


_after_signing_in = shown_again(_given)
