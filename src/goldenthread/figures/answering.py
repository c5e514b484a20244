"""Answers a return’s form from a figure book: what is asked for is written into it, nothing else.

A book of measured figures holds every breakdown, down to single children. Only the lines that
somebody asked for leave with the form.
"""

import csv
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from goldenthread.engines import fetched
from goldenthread.figures.book import FigureBook
from goldenthread.figures.storage import whole_or_nothing
from goldenthread.nouns import (
    Figure,
    FigureKey,
    GoldenThreadError,
    Quality,
    Symbol,
    Unit,
    round_half_away,
)
from goldenthread.sources.spreadsheets.form import AskedLine, Form, read_form

# Units of which there is none where nothing was counted. "Nil" for a count would say nought.
_OF_SOMETHING = (Unit.PERCENT, Unit.DAYS, Unit.MEAN)


@dataclass(frozen=True, slots=True)
class Said:
    """What there is to say of a line."""

    line: str
    why: str


@dataclass(frozen=True, slots=True)
class Answered:
    """What came of it: how many lines were ``filled``, and which were ``left`` as they were.

    Of the filled ones, ``no_number`` say that there is none, and ``doubtful`` ones are not to be
    leaned on: that belongs into the note of the return.
    """

    filled: int
    no_number: tuple[Said, ...]
    doubtful: tuple[Said, ...]
    left: tuple[Said, ...]


def fill(form: Path, book: FigureBook, out: Path) -> Answered:
    """Write the form ``form`` to ``out`` with what ``book`` holds: whole, or not at all.

    A line in which something stands already is left as it is. Raises GoldenThreadError where the
    form cannot be read, or the book tells none of its lines.
    """
    asked = read_form(form)
    if not asked.lines:
        raise GoldenThreadError(
            f"No line of {form.name} says which figure it asks for: type its numbers in by hand."
        )
    known = _known(book, asked.lines)
    if not any(line.key in known for line in asked.lines):
        raise GoldenThreadError(_nothing(form, asked.lines, book))
    written: dict[int, str] = {}
    no_number, doubtful, left = [], [], []
    for line in asked.lines:
        answer = _answer(line, known.get(line.key, []))
        if isinstance(answer, Said):
            left.append(answer)
            continue
        written[line.row] = _text(answer)
        if answer.value is None:
            no_number.append(Said(line.words, answer.quality_note or answer.why_unknown))
        elif answer.quality is not Quality.GOOD:
            doubtful.append(Said(line.words, answer.quality_note))
    _write(asked, written, out)
    return Answered(len(written), tuple(no_number), tuple(doubtful), tuple(left))


def _known(book: FigureBook, lines: Iterable[AskedLine]) -> dict[FigureKey, list[Figure]]:
    """What the book holds of each thing asked for."""
    keys = [line.key for line in lines]
    found: dict[FigureKey, list[Figure]] = defaultdict(list)
    for figure in book.figures(
        indicator=sorted({key.indicator for key in keys}),
        area=sorted({key.area for key in keys}),
        period=sorted({key.period.code for key in keys}),
    ):
        found[figure.key].append(figure)
    return found


def _answer(line: AskedLine, figures: list[Figure]) -> Figure | Said:
    if not figures:
        return Said(line.words, "the figures do not tell it")
    texts = sorted({_text(each) for each in figures})
    if len(texts) > 1:
        return Said(line.words, f"the figures tell it in several ways: {', '.join(texts)}")
    if not texts[0]:
        return Said(line.words, f"the figures hold no number: {figures[0].why_unknown}")
    if line.written and line.written != texts[0]:
        return Said(line.words, f"{line.written} stands there, and {texts[0]} was counted")
    return figures[0]


def _text(figure: Figure) -> str:
    """As a person would type it: digits alone, or the site’s word for why there is no number."""
    if figure.symbol is Symbol.NOT_AVAILABLE:
        return "not known"
    if figure.symbol is Symbol.NOT_APPLICABLE and figure.unit in _OF_SOMETHING:
        return "nil"
    if figure.value is None:
        return ""
    return f"{round_half_away(figure.value, figure.decimals):f}"


def _nothing(form: Path, lines: Iterable[AskedLine], book: FigureBook) -> str:
    """Why no line could be answered: mostly the period or the area is another."""
    wanted = sorted({(line.key.area, line.key.period.code) for line in lines})
    about = " or ".join(f"{area} in {period}" for area, period in wanted)
    held = fetched(book.table.select("area", "area_code").distinct().order_by("area"))
    whose = ", ".join(f"{each['area']} ({each['area_code']})" for each in held.to_pylist())
    return (
        f"None of {form.name} can be filled in: it asks about {about}, and the figures, which are"
        f" of {whose or 'nobody'}, tell none of its lines. Measure that period, --by quarter where"
        " it is one; what no record tells has to be typed in by hand."
    )


def _write(form: Form, written: dict[int, str], out: Path) -> None:
    try:
        with (
            whole_or_nothing(out) as part,
            part.open("w", encoding="utf-8-sig", newline="") as opened,
        ):
            table = csv.writer(opened, delimiter=form.delimiter)
            for number, row in enumerate(form.grid.rows):
                cells = [cell.text for cell in row]
                if number in written:
                    cells[form.column] = written[number]
                table.writerow(cells)
    except OSError as error:
        raise GoldenThreadError(
            f"The form cannot be written to {out} ({error.strerror}); "
            "choose a folder you may write to."
        ) from error
