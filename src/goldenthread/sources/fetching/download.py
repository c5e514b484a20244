"""Brings one file here in as many tries as it takes, going on where the last try broke off.

What has arrived is kept, as it came over the wire, in a ``.part`` file with a small note beside
it; the note says of which version of the file it is a part. A part is only ever added to when the
server confirms, by ETag, that the file has not changed since.
"""

import json
import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import httpx

from goldenthread.nouns import GoldenThreadError
from goldenthread.sources.fetching.patience import Patience
from goldenthread.sources.fetching.service import unexpected, unreachable

# The largest of the Department's files so far is a few megabytes.
LARGEST = 500_000_000

# Told how many bytes have come, and of how many where the server says.
Progress = Callable[[int, int | None], None]


@dataclass(frozen=True, slots=True)
class Part:
    """A file still arriving: its bytes so far, and which version of which address they are of."""

    path: Path

    @property
    def note(self) -> Path:
        """The small file that says what the part is a part of."""
        return self.path.with_suffix(".note")

    def resumable(self, url: str) -> tuple[int, str]:
        """How many bytes are here already and their ETag; ``(0, "")`` where they cannot be used."""
        try:
            note = json.loads(self.note.read_text(encoding="utf-8"))
            size = self.path.stat().st_size
        except (OSError, ValueError):
            return 0, ""
        if not isinstance(note, dict) or note.get("url") != url:
            return 0, ""
        tag = note.get("etag", "")
        return (size, tag) if size and _strong(tag) else (0, "")

    def begin(self, url: str, tag: str) -> None:
        """Forget what came before and note what comes now."""
        self.path.write_bytes(b"")
        self.note.write_text(json.dumps({"url": url, "etag": tag}), encoding="utf-8")

    def forget(self) -> None:
        """Remove the part and its note."""
        self.path.unlink(missing_ok=True)
        self.note.unlink(missing_ok=True)


def download(
    client: httpx.Client,
    url: str,
    part: Part,
    *,
    patience: Patience,
    progress: Progress,
    largest: int = LARGEST,
) -> None:
    """Leave the whole file at ``part.path``, encoded as the server sent it.

    Raises GoldenThreadError where the server cannot be reached, refuses, sends more than
    ``largest`` bytes, or breaks off more often than ``patience`` allows.
    """
    for attempt in range(1, patience.attempts + 1):
        last = attempt == patience.attempts
        response = None
        try:
            response = _try_once(client, url, part, progress, largest, patience)
            if response is None:
                return
            if last:
                raise unexpected(response)
        except httpx.RequestError as error:
            if last:
                raise unreachable(url, error) from error
        patience.wait(attempt, response)


def _try_once(
    client: httpx.Client,
    url: str,
    part: Part,
    progress: Progress,
    largest: int,
    patience: Patience,
) -> httpx.Response | None:
    """One request. None where the file is now whole, the answer where asking again may help."""
    have, tag = part.resumable(url)
    headers = {"Accept": "text/csv", "Accept-Encoding": "gzip"}
    if have:
        headers |= {"Range": f"bytes={have}-", "If-Range": tag}
    with client.stream("GET", url, headers=headers) as response:
        if patience.passing(response):
            return response
        if response.status_code == 416 and have:
            # The server thinks it has no more than is here, which is then not this file.
            part.forget()
            return response
        if response.status_code == 206:
            if (total := _goes_on_from(response, have, tag)) is None:
                part.forget()
                return response
        elif response.status_code == 200:
            _refuse_a_page(response)
            total = _length(response)
            have = 0
            part.begin(url, response.headers.get("etag", ""))
        else:
            raise unexpected(response)
        if total is not None and total > largest:
            raise _too_large(url, largest)
        _take(response, part, have, total, progress, largest)
    return None


def _take(
    response: httpx.Response,
    part: Part,
    have: int,
    total: int | None,
    progress: Progress,
    largest: int,
) -> None:
    with part.path.open("ab") as file:
        progress(have, total)
        for chunk in response.iter_raw():
            have += len(chunk)
            if have > largest:
                raise _too_large(str(response.url), largest)
            file.write(chunk)
            progress(have, total)
    if total is not None and have != total:
        # Said to httpx as a broken connection, because that is what it amounts to.
        raise httpx.RemoteProtocolError(f"{have:,} bytes came where {total:,} were announced")


def _goes_on_from(response: httpx.Response, have: int, tag: str) -> int | None:
    """The whole file's length where this answer goes on from byte ``have`` of the same file."""
    place = re.fullmatch(
        r"bytes (\d+)-(\d+)/(\d+)", response.headers.get("content-range", "").strip()
    )
    if place is None or int(place[1]) != have or int(place[2]) + 1 != int(place[3]):
        return None
    if response.headers.get("etag", tag) != tag:
        return None
    return int(place[3])


def _length(response: httpx.Response) -> int | None:
    header: str = response.headers.get("content-length", "")
    return int(header) if header.isascii() and header.isdigit() and len(header) < 16 else None


def _strong(tag: object) -> bool:
    """True for an ETag that promises the very same bytes; only such a one may be resumed by."""
    return isinstance(tag, str) and re.fullmatch(r'"[\x21\x23-\x7e]+"', tag) is not None


def _refuse_a_page(response: httpx.Response) -> None:
    kind = response.headers.get("content-type", "").partition(";")[0].strip().lower()
    if kind in ("text/html", "application/xhtml+xml", "application/json"):
        raise GoldenThreadError(
            f"{response.url} answered with {'data about an error' if 'json' in kind else 'a page'}"
            f" ({kind}) where a CSV file was expected: try again later, or check the address given"
            " with --api."
        )


def _too_large(url: str, largest: int) -> GoldenThreadError:
    return GoldenThreadError(
        f"{url} is larger than {largest:,} bytes, which none of the Department’s files is: nothing"
        " was kept; check the address given with --api."
    )
