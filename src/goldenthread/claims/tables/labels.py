"""What the label of a row or column says: a total, a quarter, a rate, a part "of which"."""

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

_MARKS = re.compile(
    r"</?[a-zA-Z][^<>]*>|\[(?:note )?\w{1,2}\]|[*†‡#¹²³⁴⁵⁶⁷⁸⁹⁰]+|\((?:p|r)\)", re.IGNORECASE
)
_QUOTES = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "–": "-", "—": "-", "−": "-"})


@lru_cache(maxsize=4096)
def key_of(label: str) -> str:
    """A label as it is compared with others: lower case, without footnote marks."""
    return " ".join(_MARKS.sub(" ", label).translate(_QUOTES).casefold().split()).strip(" :.-")


class Whole(StrEnum):
    """How plainly a label says that its line is made of the others."""

    NO = ""
    ALL = "all"  # "All contacts": those shown may be some of them only
    TOTAL_OF = "total of"  # "Total referrals"
    TOTAL = "total"  # "Total", "Grand total", "Subtotal"


_TOTAL_ALONE = re.compile(
    r"(?:grand |overall |sub-? ?|yearly |annual |year |full year |full-year )?"
    r"(?:totals?|tot\.?|ttl)(?: number| count| \(?n\)?)?|sum|"
    r"total (?:for|in) (?:the )?(?:year|period|quarter)|"
    r"(?:year|quarter|month|group|section) totals?|overall total|row totals?|column totals?"
)
_TOTAL_SOMEWHERE = re.compile(r"\b(?:sub-? ?)?totals?\b")
_ALL_ALONE = re.compile(r"all|overall|combined|all combined|both|altogether|in all")
# "Both sites", but not "Both parents included in the assessment".
_ALL = re.compile(
    r"(?:all|overall|combined|whole) [\w /&'(),-]+|both(?: [\w-]+){1,2}|[\w /&'()-]+ \(all\)"
    r"|any [\w -]+"
)
# A total of some of the lines only, which none of the others is a part of.
_ASIDE = re.compile(
    r"\b(?:sub-? ?)?totals? [^,;]*\b(?:excluding|excl|except|less|without|other than|net of|"
    r"not including|apart from|minus|since|of which)\b|^net totals?$|\b(?:total|all)[^,;]* "
    r"(?:to date|so far|since [a-z]+|ever)$"
)
_ALL_BUT = re.compile(
    r"\b(?:all|any) (?:others?|but|except)\b|^overall (?:service|satisf\w+|experience|rating|score|"
    r"effectiveness|quality|judgement|view|performance|progress|impression|opinion|standard)\b"
)


@lru_cache(maxsize=4096)
def whole_of(label: str) -> Whole:
    """Whether a label names a total, and how plainly."""
    key = key_of(label)
    if re.search(
        r"(?:%|\b(?:per ?cent|percentage|proportion|share)) of (?:the )?(?:total|all)\b", key
    ):
        return Whole.NO
    if is_aside(label):
        return Whole.NO
    when = when_of(label)
    rest = key
    if when is not None:
        rest = " ".join(_YEAR.sub(" ", key).split()).strip(" -:()")
    if _TOTAL_ALONE.fullmatch(rest) or _ALL_ALONE.fullmatch(key):
        return Whole.TOTAL
    if _TOTAL_SOMEWHERE.search(key):
        return Whole.TOTAL_OF
    if _ALL.fullmatch(key) and not _ALL_BUT.search(key):
        return Whole.ALL
    return Whole.NO


def is_aside(label: str) -> bool:
    """Whether a label is of a total that leaves some of the lines out, or takes in more."""
    return bool(_ASIDE.search(key_of(label)))


_SUBTOTAL = re.compile(r"\bsub-? ?totals?\b")


def is_subtotal(label: str) -> bool:
    """Whether the label calls its line a subtotal."""
    return bool(_SUBTOTAL.search(key_of(label)))


class Sense(StrEnum):
    """What kind of number a line holds, so far as its label says."""

    COUNT = "count"
    PERCENT = "percent"
    CHANGE = "change"
    LEVEL = "level"  # an average, a rate, a score, a target: never added up


_CHANGE = re.compile(
    r"^(?:%|per ?cent|percentage)? ?(?:point )?(?:change|difference|variance|diff|increase|"
    r"decrease|variation|movement|growth)\b|\bchange (?:from|since|on|in|over|between|v|vs)\b|"
    r"\b(?:%|percentage|per ?cent) (?:point )?(?:change|difference|variance|increase|decrease)|"
    r"^(?:annual |yearly )?(?:rise|fall|rise or fall)$|\+ ?/ ?-|±|\b(?:change|difference|"
    r"variance) ?\(?%?\)?$|\bdirection of travel\b|^trend$"
)
_PERCENT = re.compile(r"%|\bper ?cent(?:age)?s?\b|\bproportion\b|\bshares? of\b|^shares?$")
_LEVEL = re.compile(
    r"\b(?:averages?|mean|median|rates?|ratio|scores?|index|satisfaction|percentile|quartile|"
    r"per (?!cent\b)[a-z\d,]+)\b|"
    r"\btargets? (?:days|hours|minutes|weeks|time|response|date|length)\b|"
    r"^(?:target|rank|ranking|range|rag|rag rating|status|position|population|days|weeks|age|"
    r"ref|year|band|benchmark|no\.?|id|code|urn|priority|capacity|maximum|minimum)\b(?: \(.*\))?$|"
    r"^(?:min|max)(?:imum)?(?: [a-z]{3,}| *$)"
)


@lru_cache(maxsize=4096)
def sense_of(label: str) -> Sense:
    """What a line holds. A label that says nothing of it is taken for a count."""
    key = key_of(label)
    if _CHANGE.search(key):
        return Sense.CHANGE
    if (_LEVEL.search(key) and not _PERCENT.search(key)) or is_aside(label):
        return Sense.LEVEL
    if _PERCENT.search(key) and not counts_too(label):
        return Sense.PERCENT
    return Sense.COUNT


_TITLE_LEVEL = re.compile(
    r"^(?:annual |monthly |crude |age-standardised )?(?:rates?|averages?|mean|median|index|"
    r"ratios?)\b|"
    r"\bper (?:1,?000|10,?000|100,?000|head|child|million)\b|\brates?\b.*\bper\b"
)
_TITLE_PERCENT = re.compile(
    r"^(?:percentages?|per ?cent|proportion|shares?|%)\b|\(%\)|"
    r"[,(:-] ?(?:as )?(?:%|per ?cent|percentages?|shares?)(?: of [a-z' -]+)?\)?$"
)
_TITLE_NUMBER = re.compile(r"^(?:table|figure|chart) [\da-z.]+[:. -]+")
_COUNTED = re.compile(r"\b(?:numbers?|counts?|n|no|total)\b|£")


def sense_of_title(title: str) -> Sense:
    """What a table's title says all its numbers are: rates, percentages, or nothing (counts)."""
    key = _TITLE_NUMBER.sub("", key_of(title))
    if _COUNTED.search(key):
        return Sense.COUNT
    if _TITLE_PERCENT.search(key):
        return Sense.PERCENT
    return Sense.LEVEL if _TITLE_LEVEL.search(key) else Sense.COUNT


def says_count(label: str) -> bool:
    """Whether a label says that its line holds counts, whatever the table's title says."""
    return bool(_COUNTED.search(key_of(label)))


def counts_too(label: str) -> bool:
    """Whether a label promises a count with its percentage, as "Number (%)" does."""
    key = key_of(label)
    return bool(re.search(r"(?:\bn\b|\bno\b\.?|number|count|total)[^%]*[(/,&] ?(?:and )?%", key))


_OF_WHICH = re.compile(r"^[-•·>… ]*(?:of which|of whom|of these|of those|of them|including)\b")


def is_of_which(label: str) -> bool:
    """Whether a line is a part of the line above it, and so of no total."""
    return bool(_OF_WHICH.match(label.casefold().strip()))


_STOCK = re.compile(
    r"\b(?:as at|at (?:the )?(?:end|year|quarter|month|31|30)|at year|year end|quarter end|"
    r"month end|end of|open|current|caseloads?|in post|snapshot|on roll|remaining|outstanding|"
    r"waiting|membership|headcount|fte|establishment|live|"
    r"(?<!reviews )(?<!meetings )(?<!conferences )(?<!sessions )(?<!hearings )(?<!panels )"
    r"held(?! (?:on time|in time|late|within))|places available|cumulative|"
    r"to date|ytd|rolling|latest|looked after|in care|subject to|unique|distinct)\b"
)


def is_stock(label: str) -> bool:
    """Whether a label speaks of what there is on a day, which months do not add up to."""
    return bool(_STOCK.search(key_of(label)))


@dataclass(frozen=True, slots=True)
class When:
    """A column or row that stands for a time: ``span`` in months, ``number`` within its year.

    ``number`` counts from 1 as printed (January 1, Q1 1, H1 1, a year 0); ``year`` is "" or the
    year as printed. Terms and seasons have a span of 4, half-terms of 2.
    """

    span: int
    number: int
    year: str


_MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
_YEAR = re.compile(r"\b(?:19|20)\d\d(?: ?[-/] ?(?:20)?\d\d)?\b|\b\d\d ?/ ?\d\d\b")
_MONTH = re.compile(
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|"
    r"sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)[ '/-]*((?:20)?\d\d)?"
)
_MONTHS_TO = re.compile(rf"({_MONTH.pattern}) ?(?:to|-|and|/) ?({_MONTH.pattern})")
# A quarter may be told with its months, "Q1 (Apr-Jun 2023)": the year is read by itself.
_QUARTER = re.compile(
    rf"(?:q|qtr ?|quarter ?)(?P<number>[1-4])\b(?:[ :,-]*\(?{_MONTHS_TO.pattern}\)?)?|"
    r"\b(?P<nth>1st|2nd|3rd|4th) quarter"
)
_HALF = re.compile(
    r"(?:h|half(?:[ -]?year)? ?)([12])\b|"
    r"\b(first|second|last|1st|2nd) (?:half(?:[ -]?year)?|six months)(?: of (?:the )?year)?\b"
)
_TERM = re.compile(r"(autumn|spring|summer|winter)(?: terms?)?|term ([1-6])|half[ -]?term ([1-6])")
_TERMS = ["autumn", "spring", "summer", "winter"]


@lru_cache(maxsize=4096)
def when_of(label: str) -> When | None:
    """The time a label stands for, None where it names none (or more besides)."""
    key = key_of(label)
    if match := _MONTH.fullmatch(key):
        return When(1, _MONTHS.index(key[:3]) + 1, match[1] or "")
    if match := _MONTHS_TO.fullmatch(key):
        return _several_months(match)
    years = _YEAR.findall(key)
    year = years[0].replace(" ", "") if len(years) == 1 else ""
    rest = " ".join(_YEAR.sub(" ", key).split()).strip(" -:(),")
    if match := _QUARTER.fullmatch(rest):
        return When(3, int(match["number"] or match["nth"][0]), year)
    if match := _HALF.fullmatch(rest):
        number = match[1] or ("1" if match[2] in ("first", "1st") else "2")
        return When(6, int(number), year)
    if match := _TERM.fullmatch(rest):
        return _term(match, year)
    whole = ("year", "full year", "financial year", "annual", "whole year", "school year")
    if rest in ("", "total", "totals", "year total", *whole) and (year or rest in whole):
        return When(12, 0, year)
    if rest in ("year total", "annual total", "full year total", "yearly total"):
        return When(12, 0, year)
    return None


def _term(match: re.Match[str], year: str) -> When:
    """A term, of which three make a school year; a season; a half-term, one of six."""
    if match[3]:
        return When(2, int(match[3]), year)
    return When(4, _TERMS.index(match[1]) + 1 if match[1] else int(match[2]), year)


def _several_months(match: re.Match[str]) -> When | None:
    """ "April to June" is the first quarter, counted from April."""
    first, last = (_MONTHS.index(match[number][:3]) for number in (1, 3))
    span = (last - first) % 12 + 1
    if span not in (3, 6, 12):
        return None
    number = (first - 3) % 12 // span + 1
    return When(span, 0 if span == 12 else number, match[4] or match[2] or "")
