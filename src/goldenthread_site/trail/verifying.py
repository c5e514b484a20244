"""Walks the chain from its first link, working every digest out in another way than the writer.

The writer has the json library write one list; here each value is written by hand, piece by
piece, so that a fault in one of the two is no fault in both.
"""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime

from goldenthread_site.trail.models import Content, Head, Link


@dataclass(frozen=True, slots=True)
class Walk:
    """``broken`` says what is wrong with the first broken link; empty where the chain holds."""

    links: int
    erased: int
    last: str
    broken: str = ""


def walk(expected: tuple[int, str] | None = None) -> Walk:
    """Follow the whole chain. ``expected``: a link's number and digest, noted down elsewhere.

    Whoever can write to the database and knows the program can write a whole new chain, head and
    all: only a digest kept somewhere else shows that. Without one, a chain that holds means that
    nothing was changed, taken out, put in or moved singly.
    """
    number, previous, erased = 0, "", 0
    for link, content in _links():
        wrong = _wrong(link, number, previous) or _wrong_words(link, content)
        if not wrong and expected and expected[0] == link.number and expected[1] != link.digest:
            wrong = f"Link {link.number} is not the one whose digest was noted down."
        if wrong:
            return Walk(number, erased, previous, wrong)
        number, previous = link.number, link.digest
        erased += content is None
    return Walk(number, erased, previous, _wrong_end(number, previous, expected))


def _links() -> Iterator[tuple[Link, Content | None]]:
    for link in Link.objects.select_related("content").order_by("number").iterator(500):
        yield link, getattr(link, "content", None)


def _wrong(link: Link, number: int, previous: str) -> str:
    if link.number != number + 1:
        gap = number + 1
        more = (
            f"links {gap} to {link.number - 1} are" if link.number - gap > 1 else f"link {gap} is"
        )
        return f"{more[0].upper()}{more[1:]} missing: after {number} comes {link.number}."
    if link.previous != previous:
        return f"Link {link.number} does not hold on to the link before it."
    if link.digest != _digest_of(link):
        return f"Link {link.number} was changed after it was written."
    return ""


def _wrong_words(link: Link, content: Content | None) -> str:
    if content is not None and link.content_digest != _digest_of_words(content):
        return f"The words beside link {link.number} were changed after they were written."
    return ""


def _wrong_end(number: int, digest: str, expected: tuple[int, str] | None) -> str:
    head = Head.objects.filter(pk=1).values_list("number", "digest").first() or (0, "")
    if head[0] > number:
        return f"Link {number + 1} is missing: the chain should go on to {head[0]}."
    if head != (number, digest):
        return f"The head does not say that link {number} is the last."
    if expected and expected[0] > number:
        return f"Link {expected[0]}, whose digest was noted down, is missing."
    return ""


def _digest_of(link: Link) -> str:
    told = [
        _plain(link.number),
        _quoted(_moment(link.at)),
        _quoted(link.action),
        _quoted(link.about_kind),
        _quoted(link.about_id),
        _plain(link.partnership),
        _plain(link.person),
        _quoted(link.job),
        _quoted(link.content_digest),
        _quoted(link.previous),
    ]
    return _hashed(told)


def _digest_of_words(content: Content) -> str:
    told = [content.salt, content.who, content.why, content.place]
    return _hashed([*map(_quoted, told), _written(content.detail)])


def _hashed(pieces: list[str]) -> str:
    running = hashlib.sha256()
    for position, piece in enumerate(pieces):
        running.update(b"[" if position == 0 else b",")
        running.update(piece.encode("utf-8"))
    running.update(b"]")
    return running.digest().hex()


def _written(value: object) -> str:
    """A value of ``detail``: keys in order, nothing between the pieces."""
    if isinstance(value, dict):
        keys = sorted(value)
        return "{" + ",".join(f"{_quoted(key)}:{_written(value[key])}" for key in keys) + "}"
    if isinstance(value, list):
        return "[" + ",".join(map(_written, value)) + "]"
    return _quoted(value) if isinstance(value, str) else _plain(value)


def _plain(value: object) -> str:
    words = {None: "null", True: "true", False: "false"}
    if value is None or isinstance(value, bool):
        return words[value]
    if isinstance(value, int | float):
        return repr(value)
    raise TypeError(f"the trail holds no {type(value).__name__}")


_SHORT = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t", "\b": "\\b", "\f": "\\f"}


def _quoted(text: str) -> str:
    return '"' + "".join(_SHORT.get(each) or _character(each) for each in text) + '"'


def _character(each: str) -> str:
    return each if ord(each) >= 32 else f"\\u{ord(each):04x}"


def _moment(at: datetime) -> str:
    there = at.astimezone(UTC)
    day = f"{there.year:04}-{there.month:02}-{there.day:02}"
    return f"{day}T{there.hour:02}:{there.minute:02}:{there.second:02}.{there.microsecond:06}+00:00"
