"""Where shown figures came from: printed by ``.thread``, folded under what a notebook shows."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from markupsafe import Markup

from goldenthread.disclosure import Released, release
from goldenthread.figures import FigureBook
from goldenthread.indicators import catalogue
from goldenthread.notebook.display import MOST_ROWS
from goldenthread.nouns import Figure, Quality, Unit
from goldenthread.wording.numbers import number, printed, with_unit
from goldenthread.wording.phrases import period_name, sentence_case


def title_of(figure: Figure, *, area: bool = True, period: bool = True) -> str:
    """What a figure is about, in a line: ``Section 47 enquiries, Luton, 2023-24``."""
    known = catalogue().get(figure.indicator)
    parts = [known.title if known else figure.indicator, figure.breakdown.words]
    parts += [figure.area.name] if area else []
    parts += [period_name(figure.period)] if period else []
    return ", ".join(part for part in parts if part)


def release_of(figure: Figure) -> str:
    """The dataset and the release of it: ``dfe.c4, 2024 release``."""
    thread = figure.thread
    return f"{thread.source}, {thread.vintage} release" if thread.vintage else thread.source


@dataclass(frozen=True)
class Known:
    """What threads are told from: the book, and what its sources are called in words."""

    book: FigureBook
    titles: Mapping[str, str]


@dataclass(frozen=True)
class Threads:
    """The ways back from shown figures to their sources: of one in full, of several in a line."""

    released: tuple[Released, ...]
    known: Known

    def facts(self, released: Released) -> Iterator[tuple[str, str]]:
        """Everything known of where one value came from: what it is, and what is known."""
        figure, thread = released.figure, released.figure.thread
        one = catalogue().get(figure.indicator)
        title = self.known.titles.get(thread.source, "")
        digest = f"SHA-256 {thread.digest[:12]}…" if thread.digest else ""
        since = f", known since {thread.known_since}" if thread.known_since else ""
        share = figure.unit not in (Unit.COUNT, Unit.RANK)
        sound = figure.quality is Quality.GOOD and not figure.quality_note
        quality = "" if sound else f"{sentence_case(figure.quality.value)}: {figure.quality_note}"
        facts = (
            ("Why no number", _symbol(released)),
            ("Counted", one.numerator if one else ""),
            ("Out of", one.denominator if one and share else ""),
            ("Source", ": ".join(filter(None, (title, release_of(figure))))),
            ("Read from", ", ".join(filter(None, (thread.file, thread.locator, digest)))),
            ("Definition", thread.definition),
            ("Calculation", sentence_case(_calculation(released))),
            ("Worked from", _counts(figure)),
            ("Status", f"{sentence_case(figure.status.value)}{since}"),
            ("Quality", quality),
            ("Also known as", "" if released.withheld else self._others(figure)),
        )
        return ((term, said) for term, said in facts if said)

    def __repr__(self) -> str:
        if len(self.released) != 1:
            return "\n".join(self._lines())
        (one,) = self.released
        return "\n".join([_heading(one), *(f"  {term}: {said}" for term, said in self.facts(one))])

    def _repr_html_(self) -> str:
        if len(self.released) != 1:
            items = Markup("").join(Markup("<li>{}</li>").format(line) for line in self._lines())
            return Markup("<ul>{}</ul>").format(items)
        facts = self.facts(self.released[0])
        items = Markup("").join(
            Markup("<dt><b>{}</b></dt><dd>{}</dd>").format(*fact) for fact in facts
        )
        return Markup("<dl>{}</dl>").format(items)

    def _lines(self) -> Iterator[str]:
        for each in self.released[:MOST_ROWS]:
            thread = each.figure.thread
            place = ", ".join(filter(None, (thread.file, thread.locator)))
            way = _calculation(each) if thread.computed else place
            yield f"{_heading(each)}. {'; '.join(filter(None, (release_of(each.figure), way)))}"
        if (left := len(self.released) - MOST_ROWS) > 0:
            yield f"… and {left:,} more: to_pandas() has each one’s file and place."

    def _others(self, figure: Figure) -> str:
        others = self.known.book.other_values(figure)
        let_out = release(others)
        return "; ".join(f"{printed(let_out.of(o))} ({release_of(o)})" for o in others)


def _heading(released: Released) -> str:
    return f"{title_of(released.figure)}: {with_unit(released)}"


def _symbol(released: Released) -> str:
    return sentence_case(released.symbol.meaning) if released.symbol else ""


def _calculation(released: Released) -> str:
    if not released.figure.thread.computed:
        return "taken as published"
    # The sum names the numbers it is made of, and would give a withheld one away.
    if released.withheld:
        return "worked out from what is withheld"
    return released.figure.thread.calculation


def _counts(figure: Figure) -> str:
    named = (("numerator", figure.numerator), ("denominator", figure.denominator))
    counts = [f"{name} {number(n, Unit.COUNT, 0)}" for name, n in named if n is not None]
    vintage = f" ({figure.denominator_vintage})" if figure.denominator_vintage else ""
    return ", ".join(counts) + (vintage if figure.denominator is not None else "")
