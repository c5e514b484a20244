"""Refuses what is too large before any of it is read, and says how large it may be.

What a page takes of a file is said on that page; this is the most that anything may be that is sent
to the site at all. Without a length said beforehand nothing of a body is read.
"""

from collections.abc import Callable

from django.conf import settings
from django.core.exceptions import RequestDataTooBig, TooManyFieldsSent, TooManyFilesSent
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.template.loader import render_to_string
from django.views.defaults import bad_request

from goldenthread_site.returns.rules import MAX_UPLOAD_BYTES

_MILLION = 1_000_000
_READ_TOO_FAR = (RequestDataTooBig, TooManyFieldsSent, TooManyFilesSent)


class CappedBySize:
    """413 by the length that a request says it has: with files, or of typed words alone."""

    def __init__(self, respond: Callable[[HttpRequest], HttpResponse]) -> None:
        self.respond = respond

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Nothing of the session or the database is asked for what is refused."""
        return refused() if _length(request) > _most(request) else self.respond(request)


def _length(request: HttpRequest) -> int:
    said = request.META.get("CONTENT_LENGTH") or "0"
    return int(said) if said.isdigit() else 0


def _most(request: HttpRequest) -> int:
    files = request.META.get("CONTENT_TYPE", "").startswith("multipart/form-data")
    return settings.LARGEST_REQUEST if files else settings.DATA_UPLOAD_MAX_MEMORY_SIZE or 0


def refused() -> HttpResponse:
    """The page that says what may be sent."""
    told = {
        "file": MAX_UPLOAD_BYTES // _MILLION,
        "words": (settings.DATA_UPLOAD_MAX_MEMORY_SIZE or 0) // _MILLION,
        "fields": settings.DATA_UPLOAD_MAX_NUMBER_FIELDS,
    }
    return HttpResponse(render_to_string("413.html", told), status=413)


def not_understood(request: HttpRequest, exception: Exception) -> HttpResponseBase:
    """The site’s answer to what cannot be read: the same page where it was only found while
    reading that there is too much of it."""
    if isinstance(exception, _READ_TOO_FAR):
        return refused()
    return bad_request(request, exception)
