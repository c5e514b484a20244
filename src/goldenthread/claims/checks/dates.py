"""Dates that cannot be, stand in the wrong order, or do not fit their year, quarter or report."""

import re
from dataclasses import replace

from goldenthread.claims.dates.consulted_first import adopted_first
from goldenthread.claims.dates.days import odd_days
from goldenthread.claims.dates.entries import ended_first, may_be_entries
from goldenthread.claims.dates.events import (
    closed_before,
    not_a_year,
    second_before_first,
)
from goldenthread.claims.dates.first_and_last import outside_its_brackets
from goldenthread.claims.dates.headings import odd_headings
from goldenthread.claims.dates.in_turn import out_of_turn
from goldenthread.claims.dates.later import long_ago, not_later
from goldenthread.claims.dates.meeting_days import out_of_order
from goldenthread.claims.dates.meetings import outside_its_period
from goldenthread.claims.dates.moments import moments, spans
from goldenthread.claims.dates.order import Period, backwards, outside, period_reported
from goldenthread.claims.dates.quarters_in_turn import of_another_year
from goldenthread.claims.dates.reported_before import reported_before
from goldenthread.claims.dates.timelines import gone_back
from goldenthread.claims.dates.told_ahead import told_ahead
from goldenthread.claims.dates.visit_log import after_the_visit
from goldenthread.claims.dates.within_report import outside_its_report
from goldenthread.claims.dates.year_labels import odd_labels, odd_neighbours
from goldenthread.claims.documents.model import Document
from goldenthread.claims.found import Findings
from goldenthread.claims.kinds import Example, Kind
from goldenthread.claims.language.model import Sentence
from goldenthread.claims.reading import Reading
from goldenthread.nouns.fault import Severity

# "It was launched in May. It closed in March."
_LEANS = re.compile(r"(?:It|They|She|He|This)\s")


def _run(reading: Reading, findings: Findings) -> None:
    reported: dict[str, Period | None] = {}
    for before, sentence in zip((None, *reading.sentences), reading.sentences, strict=False):
        text = sentence.text
        if not any(character.isdigit() for character in text):
            continue
        named = moments(text)
        joined = list(spans(text, named))
        slips = [*odd_days(text, named), *odd_labels(text), *odd_neighbours(text, named, joined)]
        slips += [*backwards(text, joined), *closed_before(text, named)]
        slips += [*outside_its_period(text, named, joined), *second_before_first(text, named)]
        slips += [*not_a_year(text, joined), *long_ago(text)]
        whole_line = _with_cut(before, text)
        slips += told_ahead(whole_line, moments(whole_line))
        if not slips:
            slips += [*not_later(text, named), *out_of_order(text, named)]
        whole = sentence.passage.text
        if not (before and before.passage is sentence.passage) and may_be_entries(whole):
            slips += ended_first(whole, moments(whole))
        if before and before.passage is sentence.passage and _LEANS.match(text):
            both = f"{before.text} {text}"
            slips += closed_before(both, moments(both), since=len(before.text))
        same = before is not None and before.passage is sentence.passage
        slips += reported_before(before.text if before is not None and same else "", text)
        if sentence.file not in reported or reported[sentence.file] is None:
            reported[sentence.file] = period_reported(text, joined, named)
        if period := reported.get(sentence.file):
            slips += outside(text, named, period)
        for slip in slips:
            findings.add(slip.of(sentence, KIND.name))
            findings.tested(sentence.file, sentence.locator)
    _run_over_lines(reading, findings)
    for document, grid in reading.grids:
        for place, slip in odd_headings(grid):
            findings.add(slip.at(document.file, place, KIND.name))
        for text in _labels(document, grid.rows[: grid.header_rows], grid.caption):
            for slip in odd_labels(text):
                # A table's heading has no words about it that tell a strategy from a year.
                milder = replace(slip, severity=min(slip.severity, Severity.WARNING, key=_rank))
                kept = slip if slip.severity is Severity.ERROR else milder
                findings.add(kept.at(document.file, grid.locator, KIND.name))


def _with_cut(before: Sentence | None, text: str) -> str:
    """A sentence with the line before it, where that was cut off in the middle."""
    if before is None or before.text.rstrip()[-1:] in ".:;!?)":
        return text
    return f"{before.text} {text}" if text[:1].isalpha() or text[:1].isdigit() else text


def _run_over_lines(reading: Reading, findings: Findings) -> None:
    """What only several sentences or lines together can tell: a case, a term, a timeline."""
    for document, passage in reading.passages:
        named = moments(passage.text)
        for slip in (
            *out_of_turn(passage.text, named),
            *outside_its_brackets(passage.text, named),
            *adopted_first(passage.text, named),
            *of_another_year(passage.text),
        ):
            findings.add(slip.at(document.file, passage.locator, KIND.name))
    for document in reading.documents:
        passages = list(document.passages)
        for passage, slip in (
            *gone_back(passages),
            *after_the_visit(passages),
            *outside_its_report(passages),
        ):
            findings.add(slip.at(document.file, passage.locator, KIND.name))


def _rank(severity: Severity) -> int:
    return -list(Severity).index(severity)


def _labels(document: Document, header: tuple[tuple[str, ...], ...], caption: str) -> list[str]:
    """The headings of a table, each once, with its title where that is no passage as well."""
    texts = dict.fromkeys(text for row in header for text in row if text)
    if caption and not any(caption == passage.text for passage in document.passages):
        texts[caption] = None
    return list(texts)


KIND = Kind(
    name="dates",
    title="Dates",
    asks="Is every date a day that was, in the right order, and of the year its label says?",
    examples=(
        Example(text="The review ran from October 2023 to March 2024.", fault=False),
        Example(text="The group met on Monday 4 March 2024.", fault=False),
        Example(text="In the year ending 31 March 2024 (2023/24) there were 310.", fault=False),
        Example(text="The strategy for 2023-26 was agreed; see minute 2023/17.", fault=False),
        Example(text="Bids opened on 3 June 2024 and closed on 24 June 2024.", fault=False),
        Example(text="Bids opened on 3 June 2024 and closed on 24 May 2024.", fault=True),
        Example(text="In 2023/24 the board met on 9 May 2023 and 6 June 2024.", fault=True),
        Example(
            text="The home was inspected on 14 and 15 June 2023. The letter was published on 24 "
            "July 2023.",
            fault=False,
        ),
        Example(
            text="The home was inspected on 14 and 15 June 2023. The letter was published on 24 "
            "May 2023.",
            fault=True,
        ),
        Example(
            text="The forum met four times: on 9 May 2023, 5 September 2023, 5 December 2023 and "
            "6 March 2024.",
            fault=False,
        ),
        Example(
            text="The forum met four times: on 9 May 2023, 5 September 2022, 5 December 2023 and "
            "6 March 2024.",
            fault=True,
        ),
        Example(
            text="The plan was put to consultation from 3 June to 26 July 2024. Having read the "
            "replies, the board adopted it on 12 September 2024.",
            fault=False,
        ),
        Example(
            text="The plan was put to consultation from 3 June to 26 July 2024. Having read the "
            "replies, the board adopted it on 12 April 2024.",
            fault=True,
        ),
        Example(
            text="In quarter one (April to June 2023) 41 came, in quarter two (July to September "
            "2022) 36.",
            fault=True,
        ),
        Example(text="The review ran from March 2024 to October 2023.", fault=True),
        Example(text="The group met on Tuesday 4 March 2024.", fault=True),
        Example(text="Returns are due by 31 June 2024.", fault=True),
        Example(text="The number of volunteers doubled in 2023/23.", fault=True),
        Example(text="In the year ending 31 March 2024 (2022/23) there were 310.", fault=True),
    ),
    limits=(
        "A day without its year cannot be held against the day of the week.",
        "A label such as 2022/24 may be a two-year plan, and is an error only where the words "
        "call it one year.",
        "A date outside the period reported is told only where the sentence says that it lies "
        "within: reports speak of plans and of history.",
        "What closed is held against what opened only where nothing between the two dates may be "
        "another thing.",
        "Dates of meetings, steps and timelines out of order in more than one place are taken to "
        "be in an order of another kind, and so is a list of several bodies or places.",
        "A busiest day, or the first and last of several meetings, is held against the period of "
        "the report only where that is told by its first and last day.",
        "Where one end of a span has no year, the nearest that makes it run forwards is taken.",
    ),
    run=_run,
)
