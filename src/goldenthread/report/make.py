"""The main job: from figures to a finished report, whole or not at all."""

import json
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from goldenthread.charts.drawing import Drawing
from goldenthread.disclosure.outputs import refuse_strangers, write_whole
from goldenthread.figures import FigureBook
from goldenthread.indicators import catalogue
from goldenthread.nouns import Area, AreaKind, Figure, GoldenThreadError, Period, PeriodKind
from goldenthread.nouns.register import ENGLAND, find_area, last_day, region_of
from goldenthread.nouns.register import area as known_area
from goldenthread.report.checks import checks
from goldenthread.report.compose import Composed, compose
from goldenthread.report.contents import Contents, read_contents
from goldenthread.report.desk import Desk
from goldenthread.report.document import ChartBlock, Document
from goldenthread.report.editions import Edition, edition, edition_for
from goldenthread.report.gather import Gathered, Progress, example_partnership, gather
from goldenthread.report.ledger import earlier_figures, keep
from goldenthread.report.partnership import Partnership
from goldenthread.report.printed_values import every_block
from goldenthread.report.proofreader import Proofreader, proofread
from goldenthread.report.proofreading import to_proofread
from goldenthread.report.rendering import EVERY_FILE, drawing_once, render_all
from goldenthread.report.summary import ReportMade
from goldenthread.report.threads import threads
from goldenthread.wording.phrases import sentence_case

YEARS = 10  # how far back a trend goes


def make_report(
    *,
    area: str = "Luton",
    year: str = "2023-24",
    out: Path,
    data: Path | None = None,
    partnership: Path | None = None,
    contents: str = "",
    edition_id: str = "",
    as_of: date | None = None,
    ledger: Path | None = None,
    measured: Path | None = None,
    progress: Progress | None = None,
    files: tuple[str, ...] = EVERY_FILE,
) -> ReportMade:
    """Make the report of an area for a financial year in the folder ``out``.

    Without ``data`` the embedded example is used, which knows Luton and those it is compared
    with. ``partnership`` is a partnership's folder; ``contents`` a contents file or its name;
    ``as_of`` builds with what was known on that day; ``ledger`` is a folder of what was published
    before, to which this report is added; ``measured`` a figure book measured from records, whose
    values stand beside those published; ``files`` those to render beside those of data, which are
    always made. Raises GoldenThreadError, in one sentence saying what to
    do, where something named cannot be used, or where a withheld count could be worked out; then
    nothing is written.
    """
    refuse_strangers(out)
    place = find_area(area)
    reporting_year = _year(year)
    example = example_partnership(place)
    theirs = Partnership.read(partnership) if partnership else example
    if data is None and example is None and not (theirs and theirs.alone):
        raise GoldenThreadError(
            "The embedded example knows only Luton and what it is compared with: for "
            f"{place.called} give a folder of the Department for Education’s files with --data, "
            "or fetch them with `goldenthread fetch`."
        )
    _must_be_a_council(place, reporting_year)
    judged_by = edition(edition_id) if edition_id else edition_for(reporting_year)
    with Drawing() as drawing, Proofreader() as proofreader:
        gathered = gather(data, theirs, progress, measured)
        document, composed = _written_up(
            gathered,
            place,
            reporting_year,
            partnership=theirs,
            contents=_contents(contents, theirs),
            edition=judged_by,
            as_of=as_of,
            earlier=earlier_figures(ledger),
        )
        # A report needs the book no longer: what it took is free before Typst asks for as much.
        gathered.close()
        del gathered
        # Charts are drawn and words proof-read beside this process while it renders the rest.
        drawing.draw(
            block.chart for block in every_block(document) if isinstance(block, ChartBlock)
        )
        proofreader.begin(to_proofread(document, place, composed.desk.breaks))
        rendered = render_all(document, files, drawing, progress)
        found = checks(document, composed, judged_by, proofreader.found())
    made = _published(document, found, rendered, out)
    if ledger:
        keep(ledger, document, composed, place.code)
    return made


def make_from(
    gathered: Gathered,
    area: Area,
    year: Period,
    *,
    out: Path,
    partnership: Partnership | None,
    contents: Contents,
    edition: Edition,
    as_of: date | None = None,
    progress: Progress | None = None,
    files: tuple[str, ...] = EVERY_FILE,
) -> ReportMade:
    """The same from what has been gathered already, so that many areas share one reading.

    Pictures are drawn and words proof-read in this process, which many reports share as well.
    """
    document, composed = _written_up(
        gathered,
        area,
        year,
        partnership=partnership,
        contents=contents,
        edition=edition,
        as_of=as_of,
    )
    read = proofread(to_proofread(document, area, composed.desk.breaks))
    found = checks(document, composed, edition, read)
    return _published(document, found, render_all(document, files, drawing_once(), progress), out)


def _written_up(
    gathered: Gathered,
    area: Area,
    year: Period,
    *,
    partnership: Partnership | None,
    contents: Contents,
    edition: Edition,
    as_of: date | None,
    earlier: Sequence[Figure] = (),
) -> tuple[Document, Composed]:
    """The report before it is rendered or checked, and how it came about."""
    book = gathered.book.as_of(as_of) if as_of else gathered.book
    desk = _desk(gathered, book, area, year, partnership)
    prose = partnership.place(partnership.prose) if partnership else None
    composed = compose(contents, desk, prose, earlier)
    if not composed.release:
        raise GoldenThreadError(
            f"Nothing is known about {area.called} for {year.code}: give a folder whose files "
            "reach that year with --data."
        )
    titles = gathered.titles
    document = _document(composed, contents, edition, partnership, titles, as_of)
    return document, composed


def _published(
    document: Document, found: dict[str, Any], rendered: dict[str, bytes], out: Path
) -> ReportMade:
    """Put everything in its place, whole."""
    told = (json.dumps(found, indent=2, ensure_ascii=False) + "\n").encode()
    files = {**rendered, "checks.json": told}
    write_whole(out, files)
    return ReportMade(out, tuple(sorted(files)), document.title, len(document.threads), found)


def _must_be_a_council(area: Area, year: Period) -> None:
    """Refuse what is no council, or was none any more in the year."""
    if area.kind is not AreaKind.COUNCIL:
        raise GoldenThreadError(
            f"{area.called} is not a council: a report is about one council; see "
            "`goldenthread areas`."
        )
    ended = last_day(area.code)
    if ended and ended < year.start:
        following = ", ".join(successor.called for successor in map(known_area, area.successors))
        raise GoldenThreadError(
            f"{area.called} ended on {ended.day} {ended:%B %Y}: ask for {following} instead."
        )


def _year(text: str) -> Period:
    try:
        period = Period.parse(text)
    except ValueError as error:
        raise GoldenThreadError(f"The year {text!r} is not one: write it as 2023-24.") from error
    if period.kind is not PeriodKind.FINANCIAL_YEAR:
        raise GoldenThreadError(f"A report is about a financial year, such as 2023-24, not {text}.")
    return period


def _contents(named: str, partnership: Partnership | None) -> Contents:
    if named:
        return read_contents(named)
    own = partnership.place(partnership.contents) if partnership else None
    return read_contents(own or (partnership.contents if partnership else "journey"))


def _desk(
    gathered: Gathered,
    book: FigureBook,
    area: Area,
    year: Period,
    partnership: Partnership | None,
) -> Desk:
    region = region_of(area)
    sets = tuple(each for each in gathered.neighbour_sets if each.area == area.code)
    near = {ENGLAND, *(code for each in sets for code in each.members)}
    shelf = book.shelf(
        {area.code},
        report_year=year.ending,
        beside=near | ({region.code} if region else set()),
        years=YEARS + 1,
    )
    if not any(shelf.about(name, area.code) for name in catalogue()):
        raise GoldenThreadError(
            f"Nothing is known about {area.called} for {year.code}: give a folder whose files "
            "reach that year with --data."
        )
    return Desk(
        book=book,
        shelf=shelf,
        area=area,
        region=region,
        year=year,
        neighbour_sets=sets,
        breaks=gathered.breaks,
        dismissals=gathered.dismissals,
        targets=gathered.targets,
        members=partnership.member if partnership else (),
        every_council=gathered.every_council,
        titles=gathered.titles,
        faults=gathered.faults,
        years=YEARS,
    )


def _document(
    composed: Composed,
    contents: Contents,
    edition: Edition,
    partnership: Partnership | None,
    titles: dict[str, str],
    as_of: date | None,
) -> Document:
    desk = composed.desk
    title = f"{contents.title}, {desk.area.called}, {desk.year.code}"
    notice = partnership.notice if partnership else ""
    document = Document(
        title=f"{partnership.name}: {title}" if partnership and notice else title,
        subtitle=f"{sentence_case(contents.arrangement)}, for the {desk.year.words}",
        partnership=partnership.name if partnership else desk.area.called,
        area=desk.area.called,
        year=desk.year.code,
        as_of=as_of or _last_known(composed),
        edition=edition.title,
        summary=composed.summary,
        sections=composed.sections,
        threads=(),
        sources=_sources(composed, titles),
        notice=notice,
    )
    return replace(document, threads=threads(document, desk, titles, composed.judged))


def _last_known(composed: Composed) -> date:
    """The newest day on which any figure used became known: the same for the same figures."""
    days = [r.figure.thread.known_since for r in composed.release.values()]
    return max(day for day in days if day)


def _sources(composed: Composed, titles: dict[str, str]) -> tuple[str, ...]:
    found = {
        (released.figure.thread.source, released.figure.thread.vintage)
        for released in composed.release.values()
    }
    return tuple(
        f"{titles.get(source) or source} ({source}), release {vintage}"
        for source, vintage in sorted(found)
    )
