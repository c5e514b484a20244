"""The entries of the page's last part: for each figure, everything that leads back from it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from markupsafe import Markup, escape

from goldenthread.nouns import Figure, Quality, Unit
from goldenthread.report.document import Document, ThreadEntry
from goldenthread.report.html.links import shown
from goldenthread.report.html.places import Place
from goldenthread.report.printed_values import must_be_released
from goldenthread.wording.numbers import number

_UNPRINTED = "Used in a calculation only"


@dataclass(frozen=True, slots=True)
class Fact:
    """One line of an entry: what it is, and what is known."""

    term: str
    said: Markup


@dataclass(frozen=True, slots=True)
class ThreadView:
    """An entry as the template shows it. ``place`` is empty where the figure is not printed."""

    id: str
    printed: Markup
    title: str
    facts: tuple[Fact, ...]
    place: str


@dataclass(frozen=True, slots=True)
class ThreadGroup:
    """The entries of the figures first printed in one main section."""

    title: str
    entries: tuple[ThreadView, ...]


def thread_groups(document: Document, places: Mapping[str, Place]) -> tuple[ThreadGroup, ...]:
    """Every entry, by the main section its figure is first printed in, in reading order.

    Raises ValueError where a printed figure has no entry, and TypeError where an entry is not
    about a released value.
    """
    entries = {must_be_released(entry.released).id: entry for entry in document.threads}
    groups: dict[str, list[ThreadView]] = {}
    for figure_id, place in places.items():
        if figure_id not in entries:
            raise ValueError(
                f"the document prints {place.released.figure.key} without a thread: "
                "add its entry to the document's threads"
            )
        view = _view(entries[figure_id], entries, place.section)
        groups.setdefault(f"Printed under “{place.section}”", []).append(view)
    for figure_id, entry in entries.items():
        if figure_id not in places:
            groups.setdefault(_UNPRINTED, []).append(_view(entry, entries, ""))
    return tuple(ThreadGroup(title, tuple(views)) for title, views in groups.items())


def day_in_words(day: date) -> str:
    """A date as a reader says it: 31 October 2024."""
    return f"{day.day} {day:%B %Y}"


def _view(entry: ThreadEntry, entries: Mapping[str, ThreadEntry], section: str) -> ThreadView:
    released = entry.released
    return ThreadView(
        id=released.id,
        printed=shown(released, entry.printed),
        title=entry.title,
        facts=tuple(fact for fact in _facts(entry, entries) if fact.said),
        place=section,
    )


def _facts(entry: ThreadEntry, entries: Mapping[str, ThreadEntry]) -> Iterator[Fact]:
    figure = entry.released.figure
    if figure.symbol is not None:
        yield Fact("Why no number", escape(_sentence(figure.symbol.meaning)))
    yield Fact("Source", _source(entry))
    yield Fact("Read from", _place_in_source(figure))
    yield Fact("Definition", _definition(entry))
    yield Fact("Calculation", _calculation(figure, entries))
    yield Fact("Worked from", _counts(figure))
    yield Fact("Status", _status(figure))
    yield Fact("Quality", _quality(figure))
    yield Fact("Also known as", _others(entry))


def _source(entry: ThreadEntry) -> Markup:
    thread = entry.released.figure.thread
    name = Markup("{} (<code>{}</code>)") if entry.source_title else Markup("{}<code>{}</code>")
    release = f", {thread.vintage} release" if thread.vintage else ""
    return name.format(entry.source_title, thread.source) + release


def _place_in_source(figure: Figure) -> Markup:
    thread = figure.thread
    file = Markup("<code>{}</code>").format(thread.file) if thread.file else ""
    digest = Markup("SHA-256 <code>{}…</code>").format(thread.digest[:12]) if thread.digest else ""
    return Markup(", ").join(part for part in (file, thread.locator, digest) if part)


def _status(figure: Figure) -> Markup:
    since = figure.thread.known_since
    known = f", known since {day_in_words(since)}" if since else ""
    return escape(figure.status.value.capitalize() + known)


def _definition(entry: ThreadEntry) -> Markup:
    version = entry.released.figure.thread.definition
    said = escape(entry.definition)
    return said + Markup(" <code>{}</code>").format(version) if version else said


def _calculation(figure: Figure, entries: Mapping[str, ThreadEntry]) -> Markup:
    thread = figure.thread
    if not thread.computed:
        return Markup("Taken as published")
    said = escape(_sentence(thread.calculation))
    known = [entries[figure_id] for figure_id in thread.inputs if figure_id in entries]
    if known:
        said += Markup("<ul>{}</ul>").format(Markup("").join(map(_input, known)))
    if others := len(thread.inputs) - len(known):
        figures = "one figure that is" if others == 1 else f"{others} figures that are"
        said += Markup("<p>From {}{} not printed in this report.</p>").format(
            "also " if known else "", figures
        )
    return said


def _input(entry: ThreadEntry) -> Markup:
    return Markup('<li><a class="figure" href="#thread-{}">{}</a> {}</li>').format(
        entry.released.id, shown(entry.released, entry.printed), entry.title
    )


def _counts(figure: Figure) -> Markup:
    top, bottom = figure.numerator, figure.denominator
    parts = []
    if top is not None:
        parts.append(f"numerator {_number(top)}")
    if bottom is not None:
        vintage = f" ({figure.denominator_vintage})" if figure.denominator_vintage else ""
        parts.append(f"denominator {_number(bottom)}{vintage}")
    return escape(_sentence(", ".join(parts)))


def _quality(figure: Figure) -> Markup:
    if figure.quality is Quality.GOOD and not figure.quality_note:
        return Markup("")
    note = f": {figure.quality_note}" if figure.quality_note else ""
    return escape(f"{figure.quality.value.capitalize()}{note}")


def _others(entry: ThreadEntry) -> Markup:
    if not entry.also_known_as:
        return Markup("")
    items = Markup("").join(
        Markup("<li><strong>{}</strong> {}</li>").format(
            other.printed,
            "; ".join(
                part
                for part in (
                    other.source,
                    f"{other.vintage} release" if other.vintage else "",
                    other.note,
                )
                if part
            ),
        )
        for other in entry.also_known_as
    )
    return Markup("<ul>{}</ul>").format(items)


def _number(value: Decimal) -> str:
    exponent = value.as_tuple().exponent
    places = max(0, -exponent) if isinstance(exponent, int) else 0
    return number(value, Unit.COUNT, places)


def _sentence(text: str) -> str:
    return text[:1].upper() + text[1:]
