"""Series told in sentences: "39% in 2021/22, 31% in 2022/23 and 38% in 2023/24"."""

import re
from collections.abc import Iterator
from itertools import pairwise

from goldenthread.claims.language.model import Measure, Quantity, Sentence
from goldenthread.claims.series.model import Point, Series
from goldenthread.claims.series.moments import MONTHS, Grain, Moment, Span, moments, spans

_KINDS = (Measure.COUNT, Measure.PERCENT, Measure.RATE, Measure.MONEY, Measure.POINTS)
_SEPARATOR = re.compile(
    r"(?:\s*[,;]\s*(?:and\s+|then\s+|but\s+|while\s+)?(?:currently\s+|finally\s+)?"
    r"|\s+(?:and|to|then|&|but|while|whereas)\s+(?:currently\s+)?|\s+[–—-]\s+(?=[A-Z]))"
)
_NAME = (
    r"(?:(?:The|St|[A-Z])[\w’'&.-]*(?:\s+(?:of|and the|the|upon|in|on)?\s*(?:[A-Z][\w’'&.-]*"
    r"|\d{1,3}(?![\d%,.])))*)"
)
_AFTER = re.compile(
    r"(?:\s+(?!in\b|at\b|for\b|during\b)[a-z][\w’'-]*){0,3}?"
    r"\s*(?:(?:\b(?:in|at|for|during|on|by|from)\s+(?:the\s+)?|\((?:in\s+|for\s+)?|[–-]\s+"
    r"|[-–](?=\d{4}/))(?P<label>[^()]+?)\)?)?\s*$"
)
_LINK = re.compile(
    r"(?:\s*[:=–-]|,?\s*\(|\s*,?\s+(?:was|were|had|has|have|with|at|recorded|scored|saw"
    r"|stood at|reported|made|received|took|on|"
    r"followed by|is|are|reached|fell to|rose to|of|accounted for|accounting for|made up"
    r"|making up|represented|for|contributed|totalled)(?:\s+(?:only|just|a total of|at"
    r"|a score of))?)?\s*$"
)
_CLAUSE = re.compile(r".*(?::|;|\b(?:was|were|is|are|than)\b)\s*(?=\S)", re.DOTALL)
_FOLLOWED = re.compile(
    r"^(?:and\s+|then\s+)?(?:followed\s+by|ahead\s+of)\s+(?:the\s+)?", re.IGNORECASE
)
# "Theft was the most common offence with 310": the label comes first.
_SUBJECT = re.compile(
    r"(?:.*[.;:]\s*)?(?P<label>[\w’' -]{2,40}?),?\s+(?:was|were|is|are|remains|remained)\s+"
    r"(?:by\s+far\s+)?(?:the|our)\s+(?:\w+\s+)?(?:highest|largest|biggest|commonest|greatest|lowest|smallest|fewest"
    r"|busiest|(?:most|least)\s+\w+)\b",
    re.IGNORECASE,
)
_FEWEST = 3


def text_series(sentence: Sentence) -> Iterator[Series]:
    """Every run of three or more values of one sort in a sentence, with their labels.

    Values in one list take their labels from beside them, or from a span or list of times of the
    same length: "11, 9, 12, 8 and 7 in the five years from 2018/19 to 2022/23".
    """
    named = moments(sentence.text)
    for whole in _runs(sentence, named):
        for run in (whole, [each for each in whole if not _in_a_name(sentence.text, each)]):
            if len(run) < _FEWEST:
                continue
            points = _beside(sentence.text, run) or _together(sentence.text, run, named)
            if not points:
                continue
            name = sentence.text[: run[0].start].strip(" :,–-(")
            yield Series(name=name, points=tuple(points))
            break


def _runs(sentence: Sentence, named: list[Moment]) -> Iterator[list[Quantity]]:
    """Quantities of one sort one after another, three or more."""
    inside = [
        each
        for each in sentence.quantities
        if not any(m.start <= each.start and each.end <= m.end for m in named)
        and each.measure in _KINDS
    ]
    run: list[Quantity] = []
    for quantity in inside:
        if run and (quantity.measure, quantity.per) != (run[0].measure, run[0].per):
            if len(run) >= _FEWEST:
                yield run
            run = []
        run.append(quantity)
    if len(run) >= _FEWEST:
        yield run


def _in_a_name(text: str, quantity: Quantity) -> bool:
    """Whether a number belongs to a name, as 14 in "Station 14 with 2,207 calls"."""
    return bool(re.search(r"[A-Z][a-z]+\s$", text[: quantity.start])) and quantity.value < 1000


def _point(quantity: Quantity, label: str, moment: Moment | None) -> Point:
    exact = quantity.interval.low == quantity.interval.high
    return Point(
        label=label, printed=quantity.text, interval=quantity.interval, moment=moment, exact=exact
    )


def _beside(text: str, run: list[Quantity]) -> list[Point]:
    """Points whose labels stand each beside its value: all after, or all before."""
    after, before = [], []
    for place, quantity in enumerate(run):
        until = run[place + 1].start if place + 1 < len(run) else len(text)
        since = run[place - 1].end if place else 0
        after.append(_label_after(text[quantity.end : until], last=place + 1 == len(run)))
        before.append(_label_before(text[since : quantity.start]))
    mixed = [one if _sole(one) else other for one, other in zip(after, before, strict=True)]
    if not all(_sole(label) for label in mixed):
        mixed = []
    for labels in (after, before, mixed, _nouns(text, run)):
        if labels and all(labels) and len(set(labels)) == len(labels):
            return [
                _point(quantity, label, _sole(label))
                for quantity, label in zip(run, labels, strict=True)
                if label
            ]
    return []


def _nouns(text: str, run: list[Quantity]) -> list[str]:
    """What is counted, where the values are a plain list of counts of different things."""
    nouns = [quantity.noun for quantity in run]
    if run[0].measure is not Measure.COUNT or not all(nouns):
        return []
    for (one, noun), other in pairwise(zip(run, nouns, strict=True)):
        rest = text[one.end : other[0].start].strip()
        if not rest.startswith(noun) or not _BETWEEN_VALUES.fullmatch(rest[len(noun) :] + " "):
            return []
    return nouns if all(_is_label(noun) for noun in nouns) else []


def _label_after(between: str, *, last: bool) -> str:
    """The label in "% in October, " before the next value; "" where there is none."""
    cut = _SEPARATOR.search(between)
    while (
        cut
        and not last
        and cut.end() < len(between.rstrip())
        and _SEPARATOR.search(between, cut.end())
    ):
        cut = _SEPARATOR.search(between, cut.end())
    if last:
        stop = re.search(r"[,;:.]|\s(?:and|but|which|so|while|with)\s|$", between)
        piece = between[: stop.start()] if stop else between
    elif cut and not between[cut.end() :].strip(" £"):
        piece = between[: cut.start()]
    else:
        return ""
    match = _AFTER.fullmatch(piece.rstrip(" )") if piece.count("(") < piece.count(")") else piece)
    label = (match["label"] or "").strip(" *,") if match else ""
    return label if _is_label(label) else ""


def _label_before(between: str) -> str:
    """The label in "; Station 9 had " before a value; "" where there is none."""
    piece = between
    for cut in _SEPARATOR.finditer(between):
        if cut.end() < len(between.rstrip(" £(")) and not _LINK.fullmatch(between[cut.start() :]):
            piece = between[cut.end() :]
    link = _LINK.search(piece)
    label = piece[: link.start()] if link else piece
    label = label.strip(" *,")
    label = _FOLLOWED.sub("", label)
    if subject := _SUBJECT.match(label):
        label = subject["label"]
    elif clause := _CLAUSE.match(label):
        label = label[clause.end() :]
    if _is_label(label):
        return label.strip()
    ending = moments(label)
    if link and link.group().strip() and ending and ending[-1].end == len(label):
        return ending[-1].text
    found = re.search(rf"{_NAME}$", label)
    return found.group() if found and _is_label(found.group()) and found.start() == 0 else ""


_NO_LABEL = re.compile(
    r"^(?:the|a|an|this|that|its|our|total|from|to|up|down|around|about|compared|increase|it"
    r"|they|there"
    r"|in|by|of|at|and|or|with|further|respectively|increasing|decreasing|rising|falling"
    r"|over|under)\b",
    re.IGNORECASE,
)


def _is_label(label: str) -> bool:
    """Whether the words are a time or a name, and not the rest of a sentence."""
    if not label or len(label) > 48:
        return False
    if _sole(label):
        return True
    if any(each.grain is not Grain.YEAR for each in moments(label)):
        return False
    if re.fullmatch(_NAME, label):
        return True
    words = label.split()
    return len(words) <= 4 and not _NO_LABEL.match(label) and not re.search(r"\d", label)


def _sole(label: str) -> Moment | None:
    """The time a label is, where it is that and nothing more."""
    found = moments(label)
    bare = label.strip().removeprefix("the ").strip()
    return found[0] if len(found) == 1 and found[0].text.strip() == bare else None


_BETWEEN_VALUES = re.compile(r"\s*(?:,|;|and|,\s*and|&|then|,\s*then|to)\s*£?\s*")


def _together(text: str, run: list[Quantity], named: list[Moment]) -> list[Point]:
    """Points listed one after another, labelled by a span or a list of times of the same length."""
    if not all(
        _BETWEEN_VALUES.fullmatch(text[one.end : other.start]) for one, other in pairwise(run)
    ):
        return []
    labels: list[Moment] = []
    near = [m for m in named if m.end <= run[0].start or m.start >= run[-1].end]
    for span in spans(text, named):
        if span.first in near and not (span.last.start > run[0].start > span.first.start):
            labels = _steps(span)
            if len(labels) == len(run):
                break
    if len(labels) != len(run) and len(near) == len(run):
        labels = near
    if len(labels) != len(run) and len(run) == 4 and re.search(r"\bquarter", text):
        labels = [_made(f"Q{number}", Grain.QUARTER, quarter=number) for number in range(1, 5)]
    if len(labels) != len(run):
        return [_point(q, f"value {n}", None) for n, q in enumerate(run, start=1)]
    return [_point(q, m.text, m) for q, m in zip(run, labels, strict=True)]


def _made(text: str, grain: Grain, **more: int) -> Moment:
    return Moment(text=text, start=0, end=0, grain=grain, **more)  # type: ignore[arg-type]


def _steps(span: Span) -> list[Moment]:
    """Every moment from the first to the last of a span, both included."""
    first, last = span.first, span.last
    if first.grain is Grain.FINANCIAL_YEAR:
        years = range(first.year, last.year + 1)
        return [_made(f"{y}/{(y + 1) % 100:02d}", first.grain, year=y) for y in years]
    if first.grain is Grain.YEAR:
        return [_made(str(y), first.grain, year=y) for y in range(first.year, last.year + 1)]
    if first.grain is Grain.MONTH:
        count = (last.month - first.month) % 12 + 1
        if first.year and last.year:
            count = last.index - first.index + 1
        begin = (
            first.index
            if first.year
            else (last.year * 12 + last.month - count if last.year else first.month - 1)
        )
        dated = bool(first.year or last.year)
        return [
            _made(MONTHS[at % 12], Grain.MONTH, month=at % 12 + 1, year=at // 12 if dated else 0)
            for at in range(begin, begin + max(count, 0))
        ]
    return []
