"""Knows no address with a zero character in it: PostgreSQL cannot look for one, and fails."""

from collections.abc import Callable
from typing import Any

from django.http import Http404, HttpRequest
from django.http.response import HttpResponseBase


class WithoutZeroCharacters:
    """Answers such an address as any other that there is not, before a view asks the database."""

    def __init__(self, respond: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.respond = respond

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Pass it on."""
        return self.respond(request)

    def process_view(self, request: HttpRequest, *view: Any) -> None:
        """Refuse the address, whichever view it would have been given to."""
        if "\x00" in request.path:
            raise Http404
