"""What people write: Markdown read into the document model, its figures bound by name.

A figure is written ``{{section_47_enquiries count 2023-24}}``: indicator, unit, period and, where
needed, an area (``area=England``) and a breakdown (``age=17-18``). A number typed by hand has no
thread; the report's checks list it.
"""

import re
from dataclasses import dataclass
from pathlib import Path

from markdown_it import MarkdownIt
from markdown_it.token import Token

from goldenthread.figures import Shelf
from goldenthread.nouns import Breakdown, Figure, GoldenThreadError, Period, Unit
from goldenthread.nouns.register import find_area
from goldenthread.report.document import BulletList, Paragraph, Prose
from goldenthread.wording import Words
from goldenthread.wording.sentences import Writer

_REFERENCE = re.compile(r"\{\{\s*(.+?)\s*\}\}")
_MARKDOWN = MarkdownIt("commonmark", {"html": False})
LONGEST = 200_000  # characters in one piece; far beyond any chapter, short of a hostile file


@dataclass(frozen=True, slots=True)
class Written:
    """A piece of writing before its figures are released: its text and the figures it names."""

    name: str
    text: str
    signed: str
    figures: tuple[Figure, ...]


def read_prose(
    folder: Path | None, name: str, shelf: Shelf, area: str, signed: str = ""
) -> Written | None:
    """The piece ``<name>.md`` in ``folder``, or None where nobody has written it yet.

    Raises GoldenThreadError where it names a figure that is not known.
    """
    if folder is None or not (folder / f"{name}.md").is_file():
        return None
    path = folder / f"{name}.md"
    try:
        text = path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise GoldenThreadError(f"Save {path.name} as UTF-8; it could not be read.") from error
    if len(text) > LONGEST:
        raise GoldenThreadError(f"{path.name} is longer than a chapter may be; split it.")
    if not text.strip():
        return None
    figures = tuple(
        _figure(match.group(1), shelf, area, path.name) for match in _REFERENCE.finditer(text)
    )
    return Written(name, text, signed, figures)


def _figure(reference: str, shelf: Shelf, area: str, file: str) -> Figure:
    parts = reference.split()
    if len(parts) < 3:
        raise GoldenThreadError(
            f"{file}: {{{{{reference}}}}} must name an indicator, a unit and a period, such as "
            "{{referrals count 2023-24}}."
        )
    indicator, unit, rest = parts[0], parts[1], " ".join(parts[2:])
    options = dict(re.findall(r'(\w+)="?([^"=]+?)"?(?=\s+\w+=|$)', rest))
    period = re.sub(r'\s*\w+="?[^"=]+?"?(?=\s+\w+=|$)', "", rest).strip()
    code = find_area(options.pop("area")).code if "area" in options else area
    try:
        figure = shelf.get(
            indicator, Unit(unit), code, Period.parse(period), Breakdown.of(**options)
        )
    except ValueError as error:
        raise GoldenThreadError(f"{file}: {{{{{reference}}}}}: {error}.") from error
    if figure is None:
        raise GoldenThreadError(
            f"{file}: no figure is known for {{{{{reference}}}}}; see `goldenthread figures`."
        )
    return figure


def bind(written: Written, writer: Writer) -> Prose:
    """The piece with its figures in place."""
    waiting = list(written.figures)
    blocks: list[Paragraph | BulletList] = []
    items: list[Words] | None = None
    for token in _MARKDOWN.parse(written.text):
        if token.type in ("bullet_list_open", "ordered_list_open") and items is None:
            items = []
        elif token.type in ("bullet_list_close", "ordered_list_close") and token.level == 0:
            blocks.append(BulletList(tuple(items or ())))
            items = None
        elif token.type in ("inline", "code_block", "fence"):
            words = _words(token, waiting, writer)
            if items is None:
                blocks.append(Paragraph(words))
            else:
                items.append(words)
    return Prose(tuple(blocks), written.signed)


def _words(token: Token, waiting: list[Figure], writer: Writer) -> Words:
    text = _plain(token)
    run: list = []
    position = 0
    for match in _REFERENCE.finditer(text):
        run.append(text[position : match.start()])
        run.append(writer.bound(waiting.pop(0)))
        position = match.end()
    run.append(text[position:])
    return tuple(part for part in run if part != "")


def _plain(token: Token) -> str:
    if not token.children:
        return token.content
    return "".join(
        " " if child.type in ("softbreak", "hardbreak") else child.content
        for child in token.children
    )
