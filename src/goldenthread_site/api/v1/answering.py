"""How every answer leaves: as JSON with a tag, or as “not changed” to whoever has it already."""

import json
from collections.abc import Callable
from datetime import datetime
from hashlib import sha256
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils.cache import get_conditional_response, patch_vary_headers
from django.utils.http import http_date
from ninja import Schema
from ninja.errors import HttpError

from goldenthread_site.api.standing import TokenStanding

RELEASED, TRUE = "as released", "true counts"


def standing_behind(request: HttpRequest) -> TokenStanding:
    """The standing of the token shown. Raises HttpError where none was: that is refused before."""
    standing = getattr(request, "standing", None)
    if not isinstance(standing, TokenStanding):
        raise HttpError(401, "Send a token in the Authorization header.")
    return standing


def counts_of(standing: TokenStanding) -> str:
    """What the token reads, in words."""
    return TRUE if standing.true_counts else RELEASED


def only(request: HttpRequest, *known: str) -> None:
    """Raise HttpError for a filter that is not known: misspelt, it would narrow nothing."""
    if unknown := sorted(set(request.GET) - set(known)):
        raise HttpError(
            422, f"There is no filter called {unknown[0]}: there is {', '.join(known) or 'none'}."
        )


def answered(
    request: HttpRequest,
    make: Callable[[], Schema | dict[str, Any]],
    *,
    state: str = "",
    changed: datetime | None = None,
) -> HttpResponse:
    """The answer, unless the asker has it: with ``state`` it is not even made then.

    ``state`` names what the answer is made of, ``changed`` when that last changed.
    """
    if state:
        tag = _tag(f"{state} {request.get_full_path()}".encode())
        if found := get_conditional_response(request, tag, _seconds(changed)):
            return _marked(found, tag, changed)
        body = _body(make())
    else:
        body = _body(make())
        tag = _tag(body)
        if found := get_conditional_response(request, tag, None):
            return _marked(found, tag, None)
    answer = HttpResponse(body, content_type="application/json; charset=utf-8")
    return _marked(answer, tag, changed)


def _body(made: Schema | dict[str, Any]) -> bytes:
    if isinstance(made, Schema):
        return made.model_dump_json().encode()
    return json.dumps(made, ensure_ascii=False, separators=(",", ":")).encode()


def _tag(told: bytes) -> str:
    return f'"{sha256(told).hexdigest()[:32]}"'


def _seconds(at: datetime | None) -> int | None:
    return int(at.timestamp()) if at else None


def _marked(answer: HttpResponse, tag: str, changed: datetime | None) -> HttpResponse:
    answer["ETag"] = tag
    if changed:
        answer["Last-Modified"] = http_date(changed.timestamp())
    answer["Cache-Control"] = "private, no-cache"  # kept by the asker only, and asked about first
    patch_vary_headers(answer, ["Authorization"])
    return answer
