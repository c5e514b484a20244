"""Quoted figures of England, the region, neighbours or the area, held against the book."""

from collections.abc import Sequence

from goldenthread.claims.book.published import Published, Shelf
from goldenthread.claims.book.quotes import Quote, Whose, every_quote
from goldenthread.claims.book.years import ending
from goldenthread.claims.found import ClaimFault, Findings
from goldenthread.claims.kinds import Example, Kind
from goldenthread.claims.language.printed import number
from goldenthread.claims.reading import Reading
from goldenthread.claims.sayings.years import label, report_year
from goldenthread.nouns import Unit
from goldenthread.nouns.fault import Severity

_FEW = 3  # published values named in the evidence


def _run(reading: Reading, findings: Findings) -> None:
    if reading.book is None or reading.area is None:
        return
    quotes = [quote for quotes in every_quote(reading) for quote in quotes]
    names = {quote.indicator.name for quote in quotes}
    shelf = Shelf(reading.book, reading.area, reading.neighbour_sets, names)
    years = {document.file: report_year(document) for document in reading.documents}
    for quote in quotes:
        year = ending(quote, years[quote.sentence.file])
        if year is None:
            continue
        known = shelf.of(quote.indicator.name, quote.unit)
        named = [each for each in known if each.whose is quote.whose and each.ending == year]
        if not named:
            continue
        findings.tested(quote.sentence.file, quote.sentence.locator)
        if not any(_fits(each, quote) for each in named):
            others = [each for each in known if _may_be_meant(each, quote, year)]
            if fault := _fault(quote, year, named, others):
                findings.add(fault)


def _fault(
    quote: Quote, year: int, named: Sequence[Published], others: Sequence[Published]
) -> ClaimFault | None:
    best = _nearest(quote, year, others)
    severity = _severity(quote, best)
    if severity is None:
        return None
    told = _listed(named)
    if best is None:
        message = (
            f"No value published for {label(year)} of “{quote.indicator.title}” rounds to this: "
            "say where it comes from, or take the published one."
        )
        evidence = f"published: {told}"
    else:
        message = (
            f"This is not the value of {label(year)}, and fits another: say which year, area or "
            "release it is of, or take the right one."
        )
        evidence = f"published: {told}; {quote.quantity.text.strip()} fits {best.told}"
    return ClaimFault(
        file=quote.sentence.file,
        locator=quote.sentence.locator,
        kind=KIND.name,
        severity=severity,
        printed=quote.quantity.text.strip(),
        expected=_expected(quote, named),
        message=message,
        evidence=evidence,
    )


def _fits(each: Published, quote: Quote) -> bool:
    return each.fits(quote.interval, quote.quantity.value, quote.quantity.decimals)


def _may_be_meant(each: Published, quote: Quote, year: int) -> bool:
    """Whether a value fits that could be known then: of the same place, or of the same year.

    A report on a year is written when that year's release, or the one before, is the newest.
    """
    if not _fits(each, quote) or each.release[:4] > str(year):
        return False
    if each.whose is quote.whose:
        return True
    # Of another place only where it is printed so: any number is near to somebody's average.
    printed = number(quote.quantity.value, quote.quantity.decimals)
    same = number(each.value, each.decimals) == printed
    return same and each.ending == year and quote.quantity.decimals > 0


def _nearest(quote: Quote, year: int, others: Sequence[Published]) -> Published | None:
    """The published value that was most likely meant: of the same place in the nearest year."""
    return min(
        others,
        key=lambda each: (each.whose is not quote.whose, abs(each.ending - year), each.release),
        default=None,
    )


def _severity(quote: Quote, best: Published | None) -> Severity | None:
    """Beyond doubt where place and year are named and another year of that place fits."""
    explicit = quote.ending is not None
    if quote.whose is Whose.OWN:
        # A partnership's own count may be taken on another day than the national return's.
        return Severity.NOTE if explicit else None
    sure = explicit and quote.whose is Whose.ENGLAND and quote.quantity.decimals > 0
    if sure and best is not None and best.whose is quote.whose:
        return Severity.ERROR
    return Severity.WARNING


def _listed(named: Sequence[Published]) -> str:
    """The values published of what was named, each once, the latest release first."""
    latest = sorted(named, key=lambda each: (each.release, each.source), reverse=True)
    told = list({(each.value, each.how, each.name): each.told for each in latest}.values())
    return "; ".join(told[:_FEW])


def _expected(quote: Quote, named: Sequence[Published]) -> str:
    values = {each.value for each in named}
    if quote.whose is Whose.NEIGHBOURS or len(values) > 1:
        return ""
    sign = "%" if quote.unit is Unit.PERCENT else ""
    return f"{number(named[0].value, named[0].decimals)}{sign}"


KIND = Kind(
    name="book_quote",
    title="Quoted figures",
    asks="Is a quoted figure of the country, the region or neighbours what was published for it?",
    examples=(
        Example(
            text="In 2023/24 the England rate of child protection plans started was 51.8 per "
            "10,000.",
            area="Luton",
            book=True,
            fault=False,
        ),
        Example(
            text="In 2022/23 child protection plans started at a rate of 52.4 per 10,000 children, "
            "below the England rate of 53.7.",
            area="Luton",
            book=True,
            fault=False,
        ),
        Example(
            text="In 2023/24, 51.8% of our visitors were from England.",
            area="Luton",
            book=True,
            fault=False,
        ),
        Example(
            text="In 2023/24 the England rate of child protection plans started was 53.7 per "
            "10,000.",
            area="Luton",
            book=True,
            fault=True,
        ),
        Example(
            text="# Yearly report 2023/24\n\nAssessments completed within 45 working days were "
            "81.2%, against 91.4% in England.",
            area="Luton",
            book=True,
            fault=True,
        ),
        Example(
            text="Nationally, 14% of children in care had three or more placements in 2023/24.",
            area="Luton",
            book=True,
            fault=True,
        ),
    ),
    limits=(
        "Works only with --book and --area.",
        "An indicator is known by set phrases; a figure told in other words, or of a part (an age, "
        "a category), is left alone.",
        "Where the sentence names no year, the year of the text’s title is taken, and then it is a "
        "warning: comparators are often last year’s without a word.",
        "The area’s own figures are only ever a note, since a partnership may count on another "
        "day.",
    ),
    run=_run,
)
