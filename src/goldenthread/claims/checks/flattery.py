"""A comparison told in the flattering direction while the trend runs the other way."""

import re
from collections.abc import Sequence
from pathlib import PurePath

from goldenthread.claims.book.published import Published, Shelf
from goldenthread.claims.book.quotes import Quote, Whose, every_quote
from goldenthread.claims.book.years import OwnValues, ending
from goldenthread.claims.found import ClaimFault, Findings
from goldenthread.claims.kinds import Example, Kind
from goldenthread.claims.language.printed import number
from goldenthread.claims.reading import Reading
from goldenthread.claims.sayings.years import label, report_year
from goldenthread.indicators.definition import Polarity
from goldenthread.nouns.fault import Severity

_TOLD = re.compile(
    r"\b(?:below|lower|under|beneath|less|fewer|above|higher|better|over|more|outperform\w*"
    r"|exceed\w*|favourabl\w+|compares? well|good|strong|well)\b",
    re.IGNORECASE,
)
# Words by which the sentence or its neighbours own up to the trend.
_TREND = re.compile(
    r"\b(?:rose|risen|rise|rising|fell|fallen|fall|falling|increas\w+|decreas\w+|declin\w+|drop\w*"
    r"|reduc\w+|worse\w*|deteriorat\w+|improv\w+|previous(?:ly)?|last year|year before|up from"
    r"|down from|grew|grown|slipped|trend|than in)\b",
    re.IGNORECASE,
)
_YEARS = 4  # of the book's series told in the evidence


def _run(reading: Reading, findings: Findings) -> None:
    years = {document.file: report_year(document) for document in reading.documents}
    told = every_quote(reading)
    compared = [pair for quotes in told if (pair := _flattering(quotes))]
    if not compared:
        return
    own = OwnValues((quote for quotes in told for quote in quotes), years)
    shelf = None
    if reading.book is not None and reading.area is not None:
        names = {quote.indicator.name for quote, _ in compared}
        shelf = Shelf(reading.book, reading.area, reading.neighbour_sets, names)
    for quote, against in compared:
        findings.tested(quote.sentence.file, quote.sentence.locator)
        year = ending(quote, years[quote.sentence.file])
        if year is None or _owned_up(quote):
            continue
        trend = _in_texts(quote, year, own) or (_in_book(quote, year, shelf) if shelf else "")
        if trend:
            findings.add(_fault(quote, against, trend))


def _flattering(quotes: Sequence[Quote]) -> tuple[Quote, Quote] | None:
    """The area's own figure and the one it is set beside, where it looks the better."""
    own = next((each for each in quotes if each.whose is Whose.OWN and not each.years_back), None)
    other = next((each for each in quotes if each.whose is not Whose.OWN), None)
    if own is None or other is None or own.indicator is not other.indicator:
        return None
    polarity = own.indicator.polarity
    if polarity is Polarity.NEUTRAL or not _TOLD.search(own.sentence.text):
        return None
    low = polarity is Polarity.LOW_IS_BETTER
    better = own.quantity.value < other.quantity.value
    worse = own.quantity.value > other.quantity.value
    return (own, other) if (better if low else worse) else None


def _owned_up(quote: Quote) -> bool:
    """Whether the passage tells the trend too."""
    return bool(_TREND.search(quote.sentence.passage.text))


def _got_worse(quote: Quote, before: Quote) -> bool:
    if before.interval.meets(quote.interval):
        return False
    rose = quote.quantity.value > before.quantity.value
    return rose is (quote.indicator.polarity is Polarity.LOW_IS_BETTER)


def _in_texts(quote: Quote, year: int, own: OwnValues) -> str:
    """The trend where the texts themselves tell the year before's value, or ""."""
    before = own.of(quote, year - 1)
    if before is None or not _got_worse(quote, before):
        return ""
    place = before.sentence.locator
    if before.sentence.file != quote.sentence.file:
        place = f"{PurePath(before.sentence.file).name}, {place}"
    return (
        f"{before.quantity.text.strip()} in {label(year - 1)} ({place}), "
        f"{quote.quantity.text.strip()} in {label(year)}"
    )


def _in_book(quote: Quote, year: int, shelf: Shelf) -> str:
    """The trend in the book's series of the area, from one source and release, or ""."""
    known = [
        each
        for each in shelf.of(quote.indicator.name, quote.unit)
        if each.whose is Whose.OWN and year - _YEARS < each.ending <= year
    ]
    series: dict[tuple[str, str], dict[int, Published]] = {}
    for each in known:
        series.setdefault((each.source, each.release), {})[each.ending] = each
    for values in series.values():
        now, before = values.get(year), values.get(year - 1)
        if now is None or before is None or now.interval.meets(before.interval):
            continue
        if (now.value > before.value) is (quote.indicator.polarity is Polarity.LOW_IS_BETTER):
            told = (
                f"{number(each.value, each.decimals)} in {label(each.ending)}"
                for _, each in sorted(values.items())
            )
            return f"{', '.join(told)} ({now.source}, release of {now.release})"
    return ""


def _fault(quote: Quote, against: Quote, trend: str) -> ClaimFault:
    less = quote.indicator.polarity is Polarity.LOW_IS_BETTER
    return ClaimFault(
        file=quote.sentence.file,
        locator=quote.sentence.locator,
        kind=KIND.name,
        severity=Severity.WARNING,
        printed=f"{quote.quantity.text.strip()} and {against.quantity.text.strip()}",
        expected="",
        message="The comparison reads well while the area’s own figure got worse: tell the year "
        "before’s value too.",
        evidence=f"{trend}: {'less' if less else 'more'} is better",
    )


_NOW = "# Yearly report 2023/24\n\n"
_BEFORE = "# Yearly report 2022/23\n\n"
_MOVES = "of children in care had three or more placements"

KIND = Kind(
    name="flattery",
    title="Flattering comparisons",
    asks="Is a comparison told where the area looks well, while its own trend runs the other way?",
    examples=(
        Example(
            text=f"{_NOW}Some 8.1% {_MOVES}, below the England average of 10%.",
            after=(f"{_BEFORE}In all 9.2% {_MOVES}.",),
            fault=False,
        ),
        Example(
            text=f"{_NOW}In all 9.2% {_MOVES}, below the England average of 10%, though it rose "
            "from 8.1% the year before.",
            after=(f"{_BEFORE}In all 8.1% {_MOVES}.",),
            fault=False,
        ),
        Example(
            text=f"{_NOW}In all 12.2% {_MOVES}, above the England average of 10%.",
            after=(f"{_BEFORE}In all 8.1% {_MOVES}.",),
            fault=False,
        ),
        Example(
            text=f"{_NOW}In all 9.2% {_MOVES}, below the England average of 10%.",
            after=(f"{_BEFORE}In all 8.1% {_MOVES}.",),
            fault=True,
        ),
        Example(
            text=f"{_NOW}In all 24.6% of re-referrals within 12 months, lower than 28% nationally.",
            after=(f"{_BEFORE}In all 18.9% of re-referrals within 12 months.",),
            fault=True,
        ),
        Example(
            text=f"{_NOW}Initial health assessments in time were 61.2%, better than the regional "
            "average of 45%.",
            after=(f"{_BEFORE}Initial health assessments in time were 71.9%.",),
            fault=True,
        ),
    ),
    limits=(
        "An indicator is known by set phrases, and only those of which more or less is known to be "
        "better are looked at.",
        "The trend is taken from last year’s text where it is read beside this year’s, or from the "
        "book with --book and --area: one year back, from one source and release.",
        "A passage that speaks of the trend in any words passes.",
    ),
    run=_run,
)
