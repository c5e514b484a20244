"""Shows a refusal as a page that says why, with nothing done."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from goldenthread_site.returns.permissions import NotAllowedError
from goldenthread_site.returns.rules import RefusedError

View = Callable[..., HttpResponse]


def refusals_shown(view: View) -> View:
    """The view, whose refusals are answered: 403 where someone else may, 409 where it is late."""

    @wraps(view)
    def shown(request: HttpRequest, *args: Any, **named: Any) -> HttpResponse:
        try:
            return view(request, *args, **named)
        except RefusedError as refused:
            status = 403 if isinstance(refused, NotAllowedError) else 409
            given = {"sentence": str(refused)}
            return render(request, "returns/refused.html", given, status=status)

    return shown
