"""Reads a page of HTML back: its elements, their texts, ids, links and headings, in order."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser

_VOID = {"meta", "link", "br", "hr", "img", "input", "wbr"}


@dataclass
class Element:
    """An element with its attributes, its children and all the text within it."""

    tag: str
    attributes: dict[str, str]
    parent: "Element | None" = None
    children: list["Element"] = field(default_factory=list)
    pieces: list[str] = field(default_factory=list)

    def every(self, tag: str = "", **attributes: str) -> Iterator["Element"]:
        """Elements within it of that tag, with those attributes; ``class_`` finds one class."""
        for child in self.children:
            if child.fits(tag, attributes):
                yield child
            yield from child.every(tag, **attributes)

    def one(self, tag: str = "", **attributes: str) -> "Element":
        """The only such element; fails where there is none or another."""
        (found,) = self.every(tag, **attributes)
        return found

    def fits(self, tag: str, attributes: dict[str, str]) -> bool:
        """Whether it is such an element."""
        for name, wanted in attributes.items():
            given = self.attributes.get(name.rstrip("_"), "")
            if wanted not in (given.split() if name == "class_" else [given]):
                return False
        return not tag or self.tag == tag

    @property
    def text(self) -> str:
        """All the text in it, white space closed up."""
        return " ".join("".join(self.pieces).split())


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.root = Element("", {})
        self.open = [self.root]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        here = self.open[-1]
        element = Element(tag, {name: value or "" for name, value in attrs}, here)
        here.children.append(element)
        if tag not in _VOID:
            self.open.append(element)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in _VOID:
            self.open.pop()

    def handle_endtag(self, tag: str) -> None:
        if self.open[-1].tag != tag:
            raise ValueError(f"</{tag}> closes <{self.open[-1].tag}> at {self.getpos()}")
        self.open.pop()

    def handle_data(self, data: str) -> None:
        for element in self.open:
            element.pieces.append(data)


def read_page(html: str) -> Element:
    """The page as a tree. Raises ValueError where its elements are not nested."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    if len(reader.open) > 1:
        raise ValueError(f"<{reader.open[-1].tag}> is never closed")
    return reader.root
