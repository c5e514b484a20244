"""A form that writes something: asked, checked where it cannot be taken back, done, told."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

from django import forms
from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render

from goldenthread_site.accounts.refusal import RefusedError

Answers = Sequence[tuple[str, str]]


@dataclass(frozen=True)
class Step:
    """``act`` writes and returns what to tell. ``answers`` are shown first, to be checked."""

    title: str
    form: forms.Form
    act: Callable[[], str]
    back: str
    button: str = "Save"
    answers: Callable[[], Answers] | None = None
    warning: str = ""
    said: Sequence[str] = field(default_factory=tuple)


def taken(request: HttpRequest, step: Step) -> HttpResponse:
    """The form, its answers to check, or the way back once it is done."""
    form = step.form
    if request.method == "POST" and "change" not in request.POST and form.is_valid():
        checked = step.answers is None or "confirmed" in request.POST
        try:
            told = _done(step.act, keep=checked)
        except RefusedError as refused:
            form.add_error(None, str(refused))
        else:
            if checked:
                messages.success(request, told)
                return HttpResponseRedirect(step.back)
            return render(request, "directory/check.html", {"step": step, "typed": _typed(request)})
    return render(request, "directory/form.html", {"step": step, "form": form})


@transaction.atomic
def _done(act: Callable[[], str], *, keep: bool) -> str:
    """Do it; before it is checked only to see that it can be done, leaving nothing."""
    told = act()
    if not keep:
        transaction.set_rollback(True)
    return told


def _typed(request: HttpRequest) -> list[tuple[str, Any]]:
    """Everything typed, to be sent again with the confirmation."""
    left_out = ("csrfmiddlewaretoken", "confirmed", "change")
    return [
        (name, each)
        for name, values in request.POST.lists()
        if name not in left_out
        for each in values
    ]
