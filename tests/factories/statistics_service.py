"""A stand-in for the public API of Explore Education Statistics, on this machine only.

It answers well unless told to misbehave: ``service.next_csv`` holds one behaviour for each coming
request for a CSV file.
"""

import gzip
import json
import re
import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cache
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from types import TracebackType
from typing import Any
from urllib.parse import parse_qs, urlsplit
from uuid import UUID, uuid5

NAMESPACE = UUID("00000000-0000-4000-8000-000000000000")
CSV = b"time_period,geographic_level,old_la_code,Section47\n" + b"".join(
    b"2024,Local authority,%03d,%d\n" % (row % 1000, row * 7919 % 1301) for row in range(20_000)
)


@dataclass
class Kept:
    """One data set the stand-in gives out."""

    title: str
    publication: str = "Children in need"
    body: bytes = CSV
    version: str = "1.0"
    years: tuple[str, str] = ("2013", "2024")

    @property
    def id(self) -> str:
        """Its id, always the same for the same title."""
        return str(uuid5(NAMESPACE, self.title))


Behaviour = Callable[["Handler", Kept], None]


@dataclass
class StandIn:
    """The service: what it keeps, how it behaves next, and what it was asked."""

    kept: list[Kept] = field(default_factory=list)
    next_csv: list[Behaviour] = field(default_factory=list)
    next_json: list[Callable[["Handler"], None]] = field(default_factory=list)
    requests: list[tuple[str, dict[str, str]]] = field(default_factory=list)
    page_size: int = 2
    ranges: bool = True

    def __enter__(self) -> "StandIn":
        stand_in = self

        class Bound(Handler):
            service = stand_in

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Bound)
        self.thread = threading.Thread(target=self.server.serve_forever, args=(0.02,))
        self.thread.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        value: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.server.shutdown()
        self.thread.join()
        self.server.server_close()

    @property
    def address(self) -> str:
        """What to give as --api."""
        return f"http://127.0.0.1:{self.server.server_port}/statistics"

    @property
    def csv_requests(self) -> list[dict[str, str]]:
        """The headers of each request for a CSV file, in order."""
        return [headers for path, headers in self.requests if "/csv" in path]


class Handler(BaseHTTPRequestHandler):
    """Answers one connection."""

    service: StandIn
    protocol_version = "HTTP/1.1"

    def handle(self) -> None:
        """Answer until the one who asks goes away, however it goes."""
        try:
            super().handle()
        except ConnectionError:
            self.close_connection = True

    def log_message(self, format: str, *args: Any) -> None:
        """Say nothing."""

    def do_GET(self) -> None:
        """Find what is asked for, or 404."""
        address = urlsplit(self.path)
        query = parse_qs(address.query)
        headers = {name.lower(): value for name, value in self.headers.items()}
        self.service.requests.append((self.path, headers))
        path = address.path.removeprefix("/statistics")
        if "/csv" in path:
            self._csv(path)
        elif self.service.next_json:
            self.service.next_json.pop(0)(self)
        elif path == "/v1/publications":
            titles = sorted({kept.publication for kept in self.service.kept})
            self._page([publication(title) for title in titles], query)
        elif found := re.fullmatch(r"/v1/publications/([0-9a-f-]+)/data-sets", path):
            kept = [k for k in self.service.kept if publication(k.publication)["id"] == found[1]]
            self._page([data_set(each) for each in kept], query)
        elif found := re.fullmatch(r"/v1/data-sets/([0-9a-f-]+)", path):
            kept = [k for k in self.service.kept if k.id == found[1]]
            if kept:
                self.send_json(data_set(kept[0]))
            else:
                self.send_json({"title": "Not found"}, 404)
        else:
            self.send_json({"title": "Not found"}, 404)

    def _csv(self, path: str) -> None:
        kept = next((k for k in self.service.kept if k.id in path), None)
        if kept is None:
            self.send_json({"title": "Not found"}, 404)
        elif self.service.next_csv:
            self.service.next_csv.pop(0)(self, kept)
        else:
            whole(self, kept)

    def _page(self, results: list[dict[str, Any]], query: dict[str, list[str]]) -> None:
        page, size = int(query["page"][0]), self.service.page_size
        total = max(1, -(-len(results) // size))
        self.send_json(
            {
                "results": results[(page - 1) * size : page * size],
                "paging": {"page": page, "pageSize": size, "totalPages": total},
            }
        )

    def send_json(self, value: Any, status: int = 200) -> None:
        """Answer with JSON."""
        self.send(json.dumps(value).encode(), {"Content-Type": "application/json"}, status)

    def send(self, body: bytes, headers: dict[str, str], status: int = 200) -> None:
        """Answer with a body and its true length, unless a length is among the headers."""
        self.send_response(status)
        for name, value in ({"Content-Length": str(len(body))} | headers).items():
            self.send_header(name, value)
        self.end_headers()
        try:
            self.wfile.write(body)
        except OSError:  # the one who asked has had enough
            self.close_connection = True


def publication(title: str) -> dict[str, str]:
    """A publication as the API describes it."""
    slug = re.sub(r"[^a-z0-9]+", "-", title.lower().replace(",", "")).strip("-")
    return {"id": str(uuid5(NAMESPACE, title)), "title": title, "slug": slug}


def data_set(kept: Kept) -> dict[str, Any]:
    """A data set as the API describes it."""
    return {
        "id": kept.id,
        "title": kept.title,
        "status": "Published",
        "latestVersion": {
            "version": kept.version,
            "published": "2024-10-31T09:30:00+00:00",
            "totalResults": 20000,
            "timePeriods": {"start": kept.years[0], "end": kept.years[1]},
        },
    }


def packed(kept: Kept) -> bytes:
    """The body as it goes over the wire."""
    return _packed(kept.body)


@cache
def _packed(body: bytes) -> bytes:
    return gzip.compress(body, mtime=0)


def tag(body: bytes) -> str:
    """A strong ETag."""
    return f'"{uuid5(NAMESPACE, body.hex())}"'


def whole(handler: Handler, kept: Kept) -> None:
    """Behave well: the whole file, or the part that is asked for."""
    body = packed(kept)
    headers = {
        "Content-Type": "text/csv",
        "Content-Encoding": "gzip",
        "ETag": tag(body),
        "Content-Disposition": 'attachment; filename="../../../tmp/evil.csv"',
    }
    asked = re.fullmatch(r"bytes=(\d+)-", handler.headers.get("Range", ""))
    same = handler.headers.get("If-Range", tag(body)) == tag(body)
    if asked and same and handler.service.ranges:
        first = int(asked[1])
        if first >= len(body):
            handler.send(b"", {"Content-Range": f"bytes */{len(body)}"}, 416)
            return
        place = f"bytes {first}-{len(body) - 1}/{len(body)}"
        handler.send(body[first:], headers | {"Content-Range": place}, 206)
    else:
        handler.send(body, headers)


def breaking_off(after: float) -> Behaviour:
    """Announce the whole file and close the connection after a share of it."""

    def behave(handler: Handler, kept: Kept) -> None:
        body = packed(kept)
        part = body[: int(len(body) * after)]
        headers = {"Content-Length": str(len(body)), "Content-Encoding": "gzip", "ETag": tag(body)}
        handler.send(part, headers)
        handler.close_connection = True

    return behave


def saying(status: int, **headers: str) -> Behaviour:
    """Answer with a bare status."""

    def behave(handler: Handler, kept: Kept) -> None:
        given = {name.replace("_", "-"): value for name, value in headers.items()}
        handler.send(b"", given, status)

    return behave


def sending(body: bytes, **headers: str) -> Behaviour:
    """Answer 200 with whatever is given."""

    def behave(handler: Handler, kept: Kept) -> None:
        given = {name.replace("_", "-"): value for name, value in headers.items()}
        handler.send(body, given)

    return behave
