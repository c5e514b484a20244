"""Years that do not fit their label: "2023/23", "2022/23 (year ending 31 March 2024)"."""

import re
from collections.abc import Iterator

from goldenthread.claims.dates.moments import MONTHS, YEAR, Grain, Moment, Span, months_between
from goldenthread.claims.dates.quarters import FINANCIAL, told_quarters
from goldenthread.claims.dates.slips import Slip
from goldenthread.nouns.fault import Severity

_LABEL = re.compile(
    rf"(?<![\w£./–-])(?P<first>{YEAR})\s?(?P<joint>[/–-])\s?(?P<last>\d\d|{YEAR})(?![\d/%]|[.,]\d"
    rf"|-\d|[A-Za-z])"
)
_REFERENCE = re.compile(
    r"(?:\b(?:no\.?|nos\.?|number|ref(?:erence)?\.?|circular|case|S\.?I\.?|SI|order|regulations?"
    r"|report|claim"
    r"|paper|item|minute|file|bulletin|alert|volume|vol\.?|issue|NG|CG|regs?\.?|\()\s*[:#]?\s*"
    r"|[#:]\s?)$",
    re.IGNORECASE,
)
_LONGER = re.compile(
    r"\b(?:strateg\w*|plans?|programmes?|priorit\w+|framework|business"
    r"|(?:two|three|four|five|ten|\d+)[- ]years?|biennial|triennial|pooled|rolling|combined"
    r"|aggregated?|average|between|from|over|period|since|cohort|both|baseline|target|ambition"
    r"|road ?map|vision|term|review|trend|series|comparison)\b",
    re.IGNORECASE,
)
_ONE_YEAR = re.compile(
    r"\b(?:(?:financial|academic|reporting|school|municipal|fiscal)\s+year(?:\s+of)?|year"
    r"|annual report(?:\s+for)?|during|throughout|year[- ]end)\s*[:(]?\s*$",
    re.IGNORECASE,
)
_DURING = re.compile(r"during|throughout", re.IGNORECASE)
_OPENS = re.compile(
    r"\s*(?:(?:financial\s+|academic\s+|school\s+|reporting\s+)?year\s*)?(?:\(|,\s+)"
    r"(?P<plain>(?:i\.?e\.?|that\s+is(?:\s+to\s+say)?|in\s+other\s+words),?\s+)?(?:the\s+|from\s+)*"
    r"(?:(?:financial|academic|school|reporting|municipal|fiscal)\s+year\s+)?"
)
_YEAR_ENDED = re.compile(
    r"(?:which\s+(?:ended|ends|closed|finished)\s+(?:on|at)"
    r"|(?:the\s+)?(?:financial\s+|academic\s+)?(?:year|twelve months|12 months)\s+"
    r"(?:end(?:ing|ed)|to)(?:\s+on)?(?:\s+at)?|(?:as\s+)?at|to|ending|ended|year[- ]end:?)\s+"
    r"(?:the\s+)?$",
    re.IGNORECASE,
)
# "2022/23" means the year ended 31 March 2023, and "2023/24" the year ended 31 March 2024.
_MEANS = re.compile(
    r"(?P<mark>['\"’”]?),?\s+(?P<verb>means|is\s+used\s+for|stands\s+for|refers\s+to|denotes)?"
    r"\s*(?:the\s+)?(?:period\s+)?(?:from\s+)?"
)
_MEANT = re.compile(r"\b(?:means?|used\s+for|stands?\s+for|refers?\s+to|denotes?)\b")
_YEAR_ENDS = (3, 8)


def odd_labels(text: str) -> Iterator[Slip]:
    """Every label of a year that is no year: "2023/23", "2024/23", and perhaps "2022/24"."""
    lengths = [_length(match) for match in _LABEL.finditer(text)]
    for match in _LABEL.finditer(text):
        first, last = int(match["first"]), int(match["last"])
        if _REFERENCE.search(text, max(0, match.start() - 14), match.start()):
            continue
        if _MORE_AFTER.match(text, match.end()) or _MORE_BEFORE.search(text, 0, match.start()):
            continue  # "2015 / 2010 / 2007" lists years
        short = last < 100
        if short:
            last += first // 100 * 100
            if first % 100 == 99 and last % 100 < 50:
                last += 100
        gap = last - first
        if gap == 1 or (short and 1 <= last % 100 <= 12 and gap != 2):
            continue  # a year, or a month: 2024-03
        told = _ONE_YEAR.search(text, max(0, match.start() - 30), match.start())
        # "During 2012–15" is told of several years as of one.
        open_range = match["joint"] != "/" and gap > 1
        one_year = told is not None and not (open_range and _DURING.match(told.group()))
        if gap <= 0:
            # "2014/2013" in full may compare the one with the other.
            certain = gap == 0 or one_year or (gap == -1 and short and match["joint"] == "/")
            severity = Severity.ERROR if certain else Severity.WARNING
        elif one_year and not _LONGER.search(text[max(0, match.start() - 40) : match.start()]):
            severity = Severity.ERROR if gap <= 3 else Severity.WARNING
        elif match["joint"] == "/" and gap == lengths.count(gap) * 2 and not _LONGER.search(text):
            # Two labels of two years, "2019/21" and "2020/22", are of years taken together.
            severity = Severity.WARNING
        else:
            continue
        right = (
            f"{first}{match['joint']}{(first + 1) % 100:02d}"
            if short
            else f"{first}{match['joint']}{first + 1}"
        )
        yield Slip(
            printed=match.group(),
            expected=right if severity is Severity.ERROR else "",
            severity=severity,
            message=f"A year that begins in {first} ends in {first + 1}: write {right}, or the "
            "year meant.",
            evidence=f"{first} + 1 = {first + 1}, and the label says {last}",
        )


_MORE_AFTER = re.compile(rf"\s?[/,]\s?{YEAR}\s?[/,]|\s?/\s?{YEAR}\b")
_MORE_BEFORE = re.compile(rf"\b{YEAR}\s?/\s?$")


def _length(match: re.Match[str]) -> int:
    """How many years lie between the two of a label; its last may be told by two digits."""
    return (int(match["last"]) - int(match["first"])) % 100


def odd_neighbours(text: str, named: list[Moment], joined: list[Span]) -> Iterator[Slip]:
    """Labels beside the dates they stand for, where the two name different years."""
    labels = [each for each in named if each.grain is Grain.FINANCIAL_YEAR]
    alone = [label for label in labels if not any(label in (s.first, s.last) for s in joined)]
    for label in alone:
        for start, end, first, last in _dated(text, named, joined):
            beside = _brackets(text, label.start, label.end, start, end)
            if not beside and not _defined(text, label, start):
                continue
            school = first is not None and _school_year(first, last)
            if first is not None and (odd := _two_years_long(text, label, start, end, first, last)):
                yield odd
                continue
            whole = first is None or _whole_year(first, last)
            if not school and (last.month not in _YEAR_ENDS or not whole):
                continue
            if last.year and last.year != label.year + 1:
                yield _label_slip(text, label, start, end, last)
    yield from _odd_quarter_years(text)


def _dated(
    text: str, named: list[Moment], joined: list[Span]
) -> Iterator[tuple[int, int, Moment | None, Moment]]:
    """Whole years told by dates: "year ending 31 March 2024", "April 2023 to March 2024"."""
    for moment in named:
        if moment.grain in (Grain.MONTH, Grain.DAY) and moment.year:
            led = _YEAR_ENDED.search(text, max(0, moment.start - 50), moment.start)
            if led and not any(moment in (s.first, s.last) for s in joined):
                yield led.start(), moment.end, None, moment
    for span in joined:
        if span.first.grain in (Grain.MONTH, Grain.DAY) and span.joint != "and":
            yield span.start, span.end, span.first, span.last


def _two_years_long(
    text: str, label: Moment, start: int, end: int, first: Moment, last: Moment
) -> Slip | None:
    """A year's label beside dates a month's step apart, though two years long or none."""
    if not (first.year and last.year) or (first.month - last.month) % 12 != 1:
        return None
    begins_or_ends = first.year == label.year or last.year == label.year + 1
    if not begins_or_ends or last.year - first.year not in (0, 2) or first.month not in (4, 9):
        return None
    right = f"{MONTHS[first.month - 1]} {label.year} to {MONTHS[last.month - 1]} {label.year + 1}"
    return Slip(
        printed=text[start:end],
        expected=right,
        message="The label is of one year, and the dates are not a year apart: put one right.",
        evidence=f"{label.text} is {right}, not {text[start:end]}",
    )


def _whole_year(first: Moment, last: Moment) -> bool:
    """Whether the two are the first and last month of a year; the first may lack its year."""
    if (first.month - last.month) % 12 != 1:
        return False
    return not first.year or last.year - first.year == 1


def _school_year(first: Moment, last: Moment) -> bool:
    """Whether the two run from September to the end of the summer term."""
    if first.month != 9 or last.month not in (6, 7, 8):
        return False
    return not first.year or last.year - first.year == 1


def _brackets(text: str, start: int, end: int, other_start: int, other_end: int) -> bool:
    """Whether one stands alone in brackets after the other, or is told by "that is" to be it."""
    if end <= other_start:
        inner_end, gap = other_end, _OPENS.fullmatch(text, end, other_start)
    elif other_end <= start:
        inner_end, gap = end, _OPENS.fullmatch(text, other_end, start)
    else:
        return False
    if gap is None:
        return False
    enclosed = "(" in gap.group() and text[inner_end:].lstrip().startswith(")")
    return enclosed or bool(gap["plain"]) or text.startswith("which", other_start)


def _defined(text: str, label: Moment, start: int) -> bool:
    """Whether the text says what its label means, and dates follow: "by 2022/23 we mean" apart."""
    between = _MEANS.fullmatch(text, label.end, start) if label.end <= start else None
    if between is None:
        return False
    return bool(between["verb"] or (between["mark"] and _MEANT.search(text[: label.start])))


def _label_slip(text: str, label: Moment, start: int, end: int, last: Moment) -> Slip:
    right = f"{last.year - 1}/{last.year % 100:02d}"
    month = MONTHS[last.month - 1]
    end = max(end, label.end)
    return Slip(
        printed=text[min(start, label.start) : end + text.startswith(")", end)],
        expected=right,
        message="The label and the dates name different years: put one of them right.",
        evidence=f"the year that ends in {month} {last.year} is {right}; "
        f"{label.text} ends in {month} {label.year + 1}",
    )


def _odd_quarter_years(text: str) -> Iterator[Slip]:
    """Q4 2023/24 (January to March 2023): the right months of the wrong year."""
    for told in told_quarters(text):
        quarter, months = told.last, told.months
        if not (quarter.two_years and months.last.year):
            continue
        begins = FINANCIAL[quarter.quarter - 1]
        if (
            months.first.month != FINANCIAL[told.first.quarter - 1]
            or months.last.month != begins + 2
        ):
            continue
        year = quarter.year + (quarter.quarter == 4)
        if months.last.year != year and (months_between(months) or 0) >= 0:
            name = MONTHS[begins + 1]
            yield Slip(
                printed=text[min(quarter.start, months.start) : max(quarter.end, months.end)] + ")",
                expected=f"{name} {year}",
                message="The quarter and its months name different years: put one of them right.",
                evidence=f"quarter {quarter.quarter} of {quarter.year}/"
                f"{(quarter.year + 1) % 100:02d} ends in {name} {year}, not {months.last.text}",
            )
