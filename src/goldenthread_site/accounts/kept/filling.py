"""Puts what was typed back into the form of a page; everything else of it stays byte for byte.

Any form of any room, since it works on the page as it goes out. Hidden fields, passwords and files
are left as the page has them.
"""

from collections.abc import Mapping, Sequence
from html import escape
from html.parser import HTMLParser
from urllib.parse import urljoin, urlsplit

_LEFT = ("hidden", "password", "file", "submit", "button", "reset", "image")


def filled(page: str, address: str, goes_to: str, fields: Mapping[str, Sequence[str]]) -> str:
    """The page with the form that goes there filled in; the same text where it has no such form.

    ``address`` is the page's own, to which a form goes that names no other.
    """
    filler = _Filler(page, address, goes_to, fields)
    filler.feed(page)
    filler.close()
    return filler.written()


class _Filler(HTMLParser):
    """Notes what to write where, front to back."""

    def __init__(
        self, page: str, address: str, goes_to: str, fields: Mapping[str, Sequence[str]]
    ) -> None:
        super().__init__(convert_charrefs=True)
        self.page, self.address, self.goes_to = page, address, goes_to
        self.fields = fields
        self.texts = {name: iter(values) for name, values in fields.items()}
        self.lines = [0]
        for line in page.split("\n"):
            self.lines.append(self.lines[-1] + len(line) + 1)
        self.inside = False
        self.chosen: Sequence[str] | None = None  # of the list that is being read
        self.text: tuple[int, str] | None = None  # where a text begins, and what goes there
        self.changes: list[tuple[int, int, str]] = []

    def written(self) -> str:
        """The page with every change in it."""
        out, last = [], 0
        for begin, end, text in self.changes:
            out += [self.page[last:begin], text]
            last = end
        return "".join([*out, self.page[last:]])

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """A form to fill in or another one, and the fields in it."""
        given = dict(attrs)
        if tag == "form":
            goes = urlsplit(urljoin(self.address, given.get("action") or self.address)).path
            self.inside = (given.get("method") or "").lower() == "post" and goes == self.goes_to
        elif self.inside and tag == "input":
            self._input(given)
        elif self.inside and tag == "textarea":
            value = next(self.texts.get(given.get("name") or "", iter(())), None)
            if value is not None:
                self.text = (self._after(), value)
        elif self.inside and tag == "select":
            self.chosen = self.fields.get(given.get("name") or "")
        elif tag == "option" and self.chosen is not None and "value" in given:
            self._mark(given, "option", "selected", on=given["value"] in self.chosen)

    def handle_endtag(self, tag: str) -> None:
        """Where a text, a list or the form ends."""
        if tag == "textarea" and self.text is not None:
            begin, value = self.text
            # A browser drops the first line break of a text.
            self.changes.append((begin, self._at(), "\n" + escape(value, quote=False)))
            self.text = None
        elif tag == "select":
            self.chosen = None
        elif tag == "form":
            self.inside = False

    def _input(self, given: dict[str, str | None]) -> None:
        kind, name = (given.get("type") or "text").lower(), given.get("name") or ""
        if kind in _LEFT or not name:
            return
        if kind in ("checkbox", "radio"):
            typed = self.fields.get(name, ())
            self._mark(given, "input", "checked", on=(given.get("value") or "on") in typed)
            return
        value = next(self.texts.get(name, iter(())), None)
        if value is not None:
            self._write("input", given | {"value": value})

    def _mark(self, given: dict[str, str | None], tag: str, mark: str, *, on: bool) -> None:
        if (mark in given) != on:
            rest = {name: value for name, value in given.items() if name != mark}
            self._write(tag, rest | ({mark: None} if on else {}))

    def _write(self, tag: str, given: Mapping[str, str | None]) -> None:
        told = "".join(
            f" {name}" if value is None else f' {name}="{escape(value)}"'
            for name, value in given.items()
        )
        self.changes.append((self._at(), self._after(), f"<{tag}{told}>"))

    def _at(self) -> int:
        line, column = self.getpos()
        return self.lines[line - 1] + column

    def _after(self) -> int:
        return self._at() + len(self.get_starttag_text() or "")
