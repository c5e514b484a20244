"""People who use the site at once: each a thread that asks, reads, thinks, and asks again."""

import http.client
import random
import re
import time
import uuid
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from threading import Lock, Thread
from typing import Any

THINKS = (1.0, 3.0)  # seconds between one page and the next
_TOKEN = re.compile(rb'name="csrfmiddlewaretoken" value="([^"]+)"')


@dataclass
class Taken:
    """How long each page took, in milliseconds, by name; and what went wrong."""

    times: dict[str, list[float]] = field(default_factory=dict)
    errors: list[str] = field(default_factory=list)
    lock: Lock = field(default_factory=Lock)

    def note(self, page: str, milliseconds: float, error: str = "") -> None:
        """One answer."""
        with self.lock:
            self.times.setdefault(page, []).append(milliseconds)
            if error:
                self.errors.append(f"{page}: {error}")


class Browser:
    """One person: their cookies, and a connection for each page, as a reverse proxy makes it."""

    def __init__(self, port: int, session: str, taken: Taken) -> None:
        self.port = port
        self.cookies = {"sessionid": session}
        self.taken = taken

    def ask(
        self, page: str, path: str, body: bytes = b"", kind: str = "", expect: int = 200
    ) -> bytes:
        """Ask once, and note how long it took until the last byte was there."""
        headers = {"Cookie": "; ".join(f"{name}={text}" for name, text in self.cookies.items())}
        if body:
            headers["Content-Type"] = kind
        began = time.perf_counter()
        error, content = "", b""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)
        try:
            connection.request("POST" if body else "GET", path, body or None, headers)
            answer = connection.getresponse()
            content = answer.read()
            if answer.status != expect:
                error = f"answered {answer.status} and not {expect}"
            for name, told in answer.getheaders():
                if name.lower() == "set-cookie":
                    key, _, text = told.split(";")[0].partition("=")
                    self.cookies[key] = text
        except (OSError, http.client.HTTPException) as broken:
            error = f"{type(broken).__name__}: {broken}"
        finally:
            connection.close()
        self.taken.note(page, (time.perf_counter() - began) * 1000, error)
        return content

    def send(self, page: str, path: str, form: bytes, fields: Mapping[str, str]) -> None:
        """Send a form with the token of the page it stands on."""
        found = _TOKEN.search(form)
        token = found.group(1).decode() if found else ""
        body, kind = _multipart({"csrfmiddlewaretoken": token, **fields})
        self.ask(page, path, body, kind, expect=302)


def _multipart(fields: Mapping[str, str]) -> tuple[bytes, str]:
    mark = uuid.uuid4().hex
    parts = []
    for name, text in fields.items():
        named = f'name="{name}"' + ('; filename="a return.csv"' if name == "file" else "")
        parts.append(f"--{mark}\r\nContent-Disposition: form-data; {named}\r\n\r\n{text}\r\n")
    return ("".join(parts) + f"--{mark}--\r\n").encode(), f"multipart/form-data; boundary={mark}"


# The pages that people read, and how often for each.
READ: Sequence[tuple[str, str, int]] = (
    ("First page", "/", 4),
    ("Scorecard", "/figures/", 4),
    ("Scorecard, one theme", "/figures/?theme=front_door", 2),
    ("An indicator", "/figures/section_47_enquiries/", 4),
    ("An indicator", "/figures/child_protection_plans_at_31_march/", 2),
    ("An indicator", "/figures/referrals/", 2),
    ("Questions", "/figures/questions/", 1),
    ("Agencies", "/agencies/", 1),
    ("Groups", "/groups/", 1),
    ("Needs attention", "/attention/", 2),
)


def reads(browser: Browser, until: float, chance: random.Random) -> None:
    """Read one page after another, with time to think between them."""
    pages = [(name, path) for name, path, often in READ for _ in range(often)]
    time.sleep(chance.uniform(0, THINKS[1]))
    while time.monotonic() < until:
        browser.ask(*chance.choice(pages))
        time.sleep(chance.uniform(*THINKS))


def pages_of(draft: int) -> list[tuple[str, str]]:
    """What is read on the way to uploading a draft’s file, in order."""
    at = f"/returns/{draft}"
    return [("Returns", "/returns/"), ("Fill in", f"{at}/fill-in/"), ("Upload", f"{at}/upload/")]


def uploads(browser: Browser, one: Mapping[str, Any], chance: random.Random) -> None:
    """Find the draft, upload the file, look at the answers, submit."""
    at = f"/returns/{one['draft']}"

    def thinks() -> None:
        time.sleep(chance.uniform(*THINKS))

    time.sleep(chance.uniform(0, THINKS[1]))
    form = b""
    for name, path in pages_of(one["draft"]):
        form = browser.ask(name, path)
        thinks()
    browser.send("Upload (sent)", f"{at}/upload/", form, {"file": one["file"]})
    browser.ask("Fill in, with faults looked for", f"{at}/fill-in/?faults=1")
    thinks()
    form = browser.ask("Check your answers", f"{at}/check/")
    thinks()
    browser.send("Submit (sent)", f"{at}/check/", form, {"do": "submit"})
    browser.ask("The return", f"{at}/")


def all_at_once(people: Sequence[Callable[[], None]]) -> None:
    """Let them all go, and wait for the last."""
    threads = [Thread(target=each) for each in people]
    for each in threads:
        each.start()
    for each in threads:
        each.join()
