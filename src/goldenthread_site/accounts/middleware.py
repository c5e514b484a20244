"""Shows a refusal that left a view as a page with its sentence, with nothing done."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from goldenthread_site.accounts.refusal import RefusedError


class RefusalsShown:
    """403 where someone else may do it, 409 where it cannot be done now."""

    def __init__(self, respond: Callable[[HttpRequest], HttpResponse]) -> None:
        self.respond = respond

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Nothing to do where nothing is refused."""
        return self.respond(request)

    def process_exception(self, request: HttpRequest, raised: Exception) -> HttpResponse | None:
        """The page for a refusal; any other exception goes on."""
        if not isinstance(raised, RefusedError):
            return None
        given = {"why": str(raised), "allowed": raised.status != 403}
        return render(request, "design/refused.html", given, status=raised.status)
