"""The example's site as strangers meet it: every address, every field, whatever is sent to it.

``World.send`` asks once, as one of the people, undoes what came of it, and fails where the site
answers with a fault of its own or writes one to the log.
"""

import logging
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from html.parser import HTMLParser
from http.cookies import SimpleCookie
from typing import Any
from urllib.parse import quote

from django.apps import apps
from django.core.cache import cache
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import transaction
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver
from django.utils import timezone

from goldenthread_site.accounts.models import Person
from goldenthread_site.accounts.roles import Role
from goldenthread_site.directory.example.loading import load_example
from goldenthread_site.directory.middleware import opening_of
from goldenthread_site.returns.example.loading import load_returns
from tests.factories.nasty import BadFile
from tests.factories.signing_in import sign_in

METHODS = ("GET", "POST", "HEAD", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE")
QUERIES = ("page", "state", "template", "period", "year", "words", "theme", "email", "named")
QUERIES = (*QUERIES, "voice", "faults", "next", "indicator", "area", "since", "format", "status")
INDICATORS = ("section_47_enquiries", "police_protection", "no-such-indicator")
# The tables that the number in an address is of, by how the address begins; the longest first.
_NUMBERS = {
    "returns/asked/": ("returns.DataRequest",),
    "returns/": ("returns.Return", "returns.Query", "returns.Reading"),
    "figures/": ("figures.Question",),
    "people/roles/": ("directory.RoleHeld",),
    "people/": ("accounts.Person",),
    "agencies/": ("directory.Agency",),
    "groups/": ("directory.Group",),
    "posts/": ("directory.Post",),
    "schools/": ("directory.Setting",),
}
_PART = re.compile(r"<(?:\w+:)?\w+>|\(\?P<\w+>[^()]*\)")


@dataclass(frozen=True, slots=True)
class Address:
    """A pattern of addresses, what may stand in its places, and who may open it."""

    name: str
    route: str
    roles: frozenset[Role]
    public: bool

    def filled(self, parts: Iterable[str]) -> str:
        """With something in each place, written as a browser would."""
        given = iter(parts)
        return "/" + _PART.sub(lambda _: quote(next(given, "1"), safe=""), self.route)

    @property
    def places(self) -> int:
        """How many places there are to fill."""
        return len(_PART.findall(self.route))


def addresses(found: URLResolver | None = None, before: str = "") -> Iterator[Address]:
    """Every address of the site, the sign-in library's too."""
    for each in (found or get_resolver()).url_patterns:
        route = before + str(each.pattern).lstrip("^").removesuffix("$")
        if isinstance(each, URLResolver):
            yield from addresses(each, route)
        elif isinstance(each, URLPattern):
            opening = opening_of(each.callback, each.name)
            roles = opening.roles if opening else frozenset()
            yield Address(each.name or route, route, roles, bool(opening and opening.public))


class _Fields(HTMLParser):
    """The fields of a page's forms, with the values that stand in them or can be chosen."""

    def __init__(self) -> None:
        super().__init__()
        self.fields: dict[str, list[str]] = {}
        self._select = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        told = {name: value or "" for name, value in attrs}
        if tag in ("input", "textarea", "select", "button") and told.get("name"):
            self._select = told["name"] if tag == "select" else ""
            self.fields.setdefault(told["name"], []).append(told.get("value", ""))
        elif tag == "option" and self._select:
            self.fields[self._select].append(told.get("value", ""))


@dataclass
class Faults(logging.Handler):
    """Errors that were logged, but for what Django says of requests that it refuses itself."""

    found: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__(level=logging.ERROR)

    def __hash__(self) -> int:
        return id(self)

    def emit(self, record: logging.LogRecord) -> None:
        if not record.name.startswith("django.security"):
            self.found.append(f"{record.name}: {record.getMessage()}")


class World:
    """The example's partnership and a signed-in client for each role; None is the public."""

    def __init__(self) -> None:
        today = timezone.localdate()
        accounts = load_example(today)
        load_returns(today)
        self.client = Client(SERVER_NAME="localhost")
        self.cookies: dict[Role | None, SimpleCookie] = {None: SimpleCookie()}
        for role, email in accounts:
            client = Client(SERVER_NAME="localhost")
            sign_in(client, Person.objects.get(email=email), again=True)
            self.cookies[role] = client.cookies
        self.addresses: Sequence[Address] = tuple(addresses())
        self.faults = Faults()
        self._fields: dict[tuple[Role | None, str], Mapping[str, list[str]]] = {}

    def roles_for(self, address: Address) -> list[Role | None]:
        """Who may open it, in the order of the roles; the public where everyone may."""
        held = [each for each in self.cookies if each in address.roles]
        return held or ([None, Role.ANALYST] if address.public else [Role.ANALYST])

    def numbers(self, address: Address) -> list[str]:
        """Numbers of rows that an address may be about."""
        for begins, tables in _NUMBERS.items():
            if address.route.startswith(begins):
                rows = [apps.get_model(each).objects.order_by("pk") for each in tables]
                found = [str(pk) for each in rows for pk in each.values_list("pk", flat=True)[:40]]
                return found or ["1"]
        return ["1"]

    def fields(self, role: Role | None, path: str) -> Mapping[str, list[str]]:
        """The fields that the page at an address has for someone; none where there is no page."""
        key = (role, path)
        if key not in self._fields:
            answer = self.send(role, "GET", path)
            parser = _Fields()
            if answer.status_code == 200 and "text/html" in answer.headers.get("content-type", ""):
                parser.feed(answer.content.decode())
            parser.fields.pop("csrfmiddlewaretoken", None)
            self._fields[key] = parser.fields
        return self._fields[key]

    def send(
        self,
        role: Role | None,
        method: str,
        path: str,
        data: Mapping[str, Any] | None = None,
        raw: tuple[bytes, str] | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> Any:
        """Ask once and undo it. Raises AssertionError where the site is at fault."""
        self.client.cookies = SimpleCookie(self.cookies[role].output(header="", sep=";"))
        cache.clear()
        self.faults.found.clear()
        logging.getLogger().addHandler(self.faults)
        try:
            with transaction.atomic():
                if raw is not None:
                    answer = self.client.generic(method, path, raw[0], raw[1], headers=headers)
                elif method == "POST":
                    answer = self.client.post(path, _as_sent(data or {}), headers=headers)
                else:
                    answer = self.client.generic(method, path, headers=headers)
                if answer.streaming:
                    b"".join(answer.streaming_content)
                transaction.set_rollback(True)
        finally:
            logging.getLogger().removeHandler(self.faults)
        assert answer.status_code < 500, f"{answer.status_code} for {method} {path}"
        assert not self.faults.found, self.faults.found
        return answer


def _as_sent(data: Mapping[str, Any]) -> dict[str, Any]:
    """Files as the client sends them; what no browser could write, as it would be replaced."""
    sent: dict[str, Any] = {}
    for name, value in data.items():
        if isinstance(value, BadFile):
            sent[name] = SimpleUploadedFile(value.name or "x", value.content)
        else:
            sent[name] = value
    return sent
