"""What is said of a list of numbers without labels: "12, 31 and 9 days; the longest was 31"."""

import re
from collections.abc import Iterator
from decimal import Decimal

from goldenthread.claims.intervals import Interval
from goldenthread.claims.language.model import Sentence
from goldenthread.claims.orders.values.labels import singular
from goldenthread.claims.orders.values.model import Point, Truth, Way
from goldenthread.claims.orders.ways.assertion import Assertion, ranked, told_order

_NUMBER = r"[£$]?\d(?:[\d,]*\d)?(?:\.\d+)?(?:\s?%|k|m|bn)?"
_UNIT = r"(?:[- ](?P<{0}>[a-z]+))?"
_LISTED = re.compile(
    rf"(?<![\w.,])(?P<list>{_NUMBER}(?:,\s+{_NUMBER})+,?\s+and\s+{_NUMBER})(?![\w]|[.,]\d)"
    + _UNIT.format("unit")
)
_EACH = re.compile(_NUMBER)
MAY_LIST = re.compile(r"\b(?:[a-z]+est|best|worst|most)\b", re.IGNORECASE)
_END = re.compile(
    r"\b(?:the|our|its|their)\s+(?:(?P<rank>second|third)[\s-]+)?(?P<word>longest|shortest|highest"
    r"|lowest|largest|smallest|biggest|oldest|eldest|youngest|greatest|heaviest|lightest|tallest"
    r"|dearest|cheapest|fewest)"
    r"(?P<noun>\s+of\s+(?:which|these|them|those|all)|\s+(?!other|two|three|of|and|than|for|who|aged"
    r"|since|before|after|except|was|is|[a-z]+ed\b)[a-z]+)?"
    r"(?:\s*,?\s*(?:(?:was|is|being|were|at|stood\s+at|aged|came\s+to|only|just)\s+)+|,\s+|\s\()"
    rf"(?P<value>{_NUMBER})(?![\w]|[.,]\d)" + _UNIT.format("unit") + r"(?=\s*(?:[.,;)]|$|and\b))",
    re.IGNORECASE,
)
_LOW = ("shortest", "lowest", "smallest", "youngest", "lightest", "cheapest", "fewest")
_AGES = ("oldest", "eldest", "youngest")
_RANKS = {"second": 2, "third": 3}
_WIDER = re.compile(
    r"\b(?:other|others|except\w*|excluding|apart|range\w*|between|not|target|national\w*|england|"
    r"average|median|mean|expected|allowed|previous|last\s+year|could|should|may|planned)\b",
    re.IGNORECASE,
)
# Numbers that name things: "on lines 12, 31 and 9".
_NAMES = re.compile(
    r"\b(?:lines?|weeks?|questions?|pages?|routes?|wards?|rooms?|sections?|stations?|units?|years?|"
    r"days?|rounds?|numbers?|buses|schools?|groups?|teams?|items?|objectives?|standards?|"
    r"paragraphs?|tables?|figures?|grades?|levels?|phases?|stages?|classes|chapters?|sites?|blocks?|"
    r"lots?|homes?|cases?|ages|bands?|zones?|appendices|parts?|steps?|strands?|quarters?|months?)\s*$",
    re.IGNORECASE,
)


def by_bare_list(sentence: Sentence, before: str) -> Iterator[Assertion]:
    """What is said of a list of numbers without labels: "12, 31 and 9 days; the longest was 31".

    ``before`` is the sentence before it in its passage, which may hold the list.
    """
    text = sentence.text
    source = text if _LISTED.search(text) else before
    lists = list(_LISTED.finditer(source))
    if len(lists) != 1 or _WIDER.search(text) or _NAMES.search(source, 0, lists[0].start()):
        return
    listed = lists[0]
    printed = _EACH.findall(listed["list"])
    aged = source[: listed.start()].rstrip().endswith("aged")
    values = [_value(each) for each in printed]
    points = [
        Point(label="", printed=each, interval=Interval.exactly(value), exact=True)
        for each, value in zip(printed, values, strict=True)
    ]
    for match in _END.finditer(text):
        value, word = _value(match["value"]), match["word"].lower()
        if value not in values or (
            source is text and listed.start() <= match.start() < listed.end()
        ):
            continue
        if (word in _AGES) is not aged or not _of_a_unit(match, listed, printed):
            continue
        way = Way.LOWEST if word in _LOW else Way.HIGHEST
        rank = _RANKS.get((match["rank"] or "").lower(), 1)
        place = values.index(value)
        truth = ranked(points, [place], way, rank)
        evidence, _ = told_order(points, [place], way, rank)
        right = sorted(values, reverse=way is Way.HIGHEST)[rank - 1]
        yield Assertion(
            sentence=sentence,
            subject=(match["noun"] or "").strip(),
            claimed=match["value"],
            way=way,
            rank=rank,
            truth=Truth.HOLDS if truth is Truth.TIED else truth,
            printed=match.group().strip(),
            evidence=evidence,
            expected=printed[values.index(right)],
        )


def _value(printed: str) -> Decimal:
    return Decimal(re.sub(r"[^\d.]", "", printed))


def _of_a_unit(match: re.Match[str], listed: re.Match[str], printed: list[str]) -> bool:
    """Whether the value told has the unit of the list, as far as they have one."""
    marks = {each[:1] in "£$" for each in printed} | {match["value"][:1] in "£$"}
    ends = {each[-1] for each in (*printed, match["value"]) if not each[-1].isdigit()}
    mixed = len(marks) > 1 or len(ends) > 1
    unit, other = (each["unit"] and singular(each["unit"]) for each in (match, listed))
    return not mixed and (unit is None or unit == "and" or unit == other)
