"""What programs may ask for, address by address, each with those it is open to."""

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.urls import URLPattern, URLResolver
from ninja import NinjaAPI, Schema
from ninja.security import HttpBasicAuth, HttpBearer

from goldenthread_site.api.standing import TokenStanding
from goldenthread_site.api.v1 import shapes
from goldenthread_site.api.v1.figures import figures
from goldenthread_site.api.v1.others import indicators, partnerships, questions, returns

START = "/api/v1/"
NAMESPACE = "api-v1"
_WORDS = (
    "Figures, definitions, questions and the standing of returns, for reading only. A token is made"
    " at Your account, Tokens, and sent in the Authorization header: after Bearer, or as the"
    " password of Basic with any name. It reads what its owner may read on that day, of one"
    " partnership. Answers carry an ETag: send it in If-None-Match, and what has not changed is not"
    " sent again."
)

READS: tuple[tuple[Callable[..., HttpResponse], type[Schema]], ...] = (
    (partnerships, shapes.Partnerships),
    (indicators, shapes.Indicators),
    (figures, shapes.Figures),
    (questions, shapes.Questions),
    (returns, shapes.Returns),
)


def _let_in(request: HttpRequest) -> bool:
    """Whether the middleware found a token; asked here again, should it ever be left out."""
    return isinstance(getattr(request, "standing", None), TokenStanding)


class Bearer(HttpBearer):
    """The token after ``Bearer``."""

    def __call__(self, request: HttpRequest) -> Any:
        """True where the middleware let a token in."""
        return _let_in(request)

    def authenticate(self, request: HttpRequest, token: str) -> Any:
        """As the library asks."""
        return _let_in(request)


class Basic(HttpBasicAuth):
    """The token as the password, for Excel and Power BI, which keep it safe as one."""

    def __call__(self, request: HttpRequest) -> Any:
        """True where the middleware let a token in."""
        return _let_in(request)

    def authenticate(self, request: HttpRequest, username: str, password: str) -> Any:
        """As the library asks."""
        return _let_in(request)


def _made() -> NinjaAPI:
    api = NinjaAPI(
        title="Golden Thread",
        version="1",
        description=_WORDS,
        urls_namespace=NAMESPACE,
        docs_url=None,
        openapi_url=None,
        auth=[Bearer(), Basic()],
    )
    refusals = dict.fromkeys((401, 403, 409, 422), shapes.Refusal)
    for view, shape in READS:
        said = (view.__doc__ or "").strip()
        api.get(
            f"/{view.__name__}",
            response={200: shape, 304: None, **refusals},
            summary=said,
            operation_id=view.__name__,
            url_name=view.__name__,
        )(view)
    return api


def _opened(found: list[URLPattern | URLResolver]) -> list[URLPattern]:
    """The library's views, each saying who may open it and what it is, as the house's own do.

    Its first page is left out: nobody needs it.
    """
    by_name = {view.__name__: view for view, _ in READS}
    ours = [each for each in found if isinstance(each, URLPattern) and each.name in by_name]
    for each in ours:
        told = by_name[each.name or ""]
        each.callback.opening = told.opening  # type: ignore[attr-defined]
        each.callback.__doc__ = told.__doc__
    return ours


api = _made()
_PATTERNS, _APP, _NAME = api.urls
urls = (_opened(_PATTERNS), _APP, _NAME)
