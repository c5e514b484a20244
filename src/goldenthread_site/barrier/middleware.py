"""Begins each request as nobody's, and leaves no one's standing on the connection behind it."""

from collections.abc import Callable, Iterable, Iterator
from typing import cast

from django.db import connections
from django.http import HttpRequest
from django.http.response import HttpResponseBase, StreamingHttpResponse

from goldenthread_site.barrier.asking import NOBODY, Asker, asking, current


class NobodyYet:
    """Stands before all that asks the database. Who is asking is said further in, once known."""

    def __init__(self, respond: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.respond = respond

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Answer; what is sent piece by piece is asked for by the same person to its end."""
        try:
            with asking(NOBODY):
                answer = self.respond(request)
                asker = current()
            if isinstance(answer, StreamingHttpResponse) and asker != NOBODY:
                content = cast(Iterable[bytes], answer.streaming_content)  # this site is not async
                answer.streaming_content = _piece_by_piece(content, asker)
        finally:
            forget()
        return answer


def forget() -> None:
    """On every connection of this thread."""
    for each in connections.all(initialized_only=True):
        if clear := getattr(each, "forget", None):
            clear()


def _piece_by_piece(content: Iterable[bytes], asker: Asker) -> Iterator[bytes]:
    pieces = iter(content)
    try:
        while True:
            with asking(asker):
                piece = next(pieces, None)
            if piece is None:
                return
            yield piece
    finally:
        forget()
