"""Gives back what was typed, on the page whose form it was typed into, and says that it does."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string

from goldenthread_site.accounts.kept import keeping
from goldenthread_site.accounts.kept.filling import filled


class TypingGivenBack:
    """Does nothing in sessions for which nothing is kept."""

    def __init__(self, respond: Callable[[HttpRequest], HttpResponse]) -> None:
        self.respond = respond

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """The page, with the typing in its form where some is kept for it."""
        response = self.respond(request)
        if request.method == "GET" and keeping.waiting(request) and _is_page(response):
            _give_back(request, response)
        elif request.method == "POST" and response.status_code < 500:
            keeping.forget(request)
        keeping.remember(request, response)
        return response


def _is_page(response: HttpResponse) -> bool:
    kind = response.headers.get("Content-Type", "")
    return response.status_code == 200 and not response.streaming and kind.startswith("text/html")


def _give_back(request: HttpRequest, response: HttpResponse) -> None:
    kept = keeping.kept_for(request)
    if kept is None:
        return
    goes_to, typing = kept
    page = response.content.decode()
    again = filled(page, request.path, goes_to, typing.fields)
    given = {"typing": typing, "back": again != page}
    said = render_to_string("accounts/typing_kept.html", given)
    begin, main, rest = again.partition("<main")
    tag, end, rest = rest.partition(">")
    response.content = f"{begin}{main}{tag}{end}{said}{rest}" if main else again
