"""Each number of a sentence with the words that are told of it, and with no others.

A sentence is cut at its stops, and between two numbers that a conjunction joins. What leads the
sentence in is told of all its numbers; what stands before an elided subject is supplied to it.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from goldenthread.claims.closed.parts.words import PAST_ALONE
from goldenthread.claims.closed.twice.words import roots, without_times
from goldenthread.claims.language.directions import VERB
from goldenthread.claims.language.model import Hedge, Measure, Quantity, Sentence

_SORTS = (Measure.COUNT, Measure.PERCENT, Measure.MONEY, Measure.RATE, Measure.DURATION)
_STOPS = re.compile(r"[;:()]\s?|\s[–—-]\s|—|[.?!]\s|,\s(?!(?:[\w-]+\s){1,2}(?:and|or)\s[\w-]+)")
_JOINS = re.compile(r"\s(?:and|but|while|whereas|or|against|with|as well as)\s")
# A number so told is a change, a part, one of several in turn, or of another time.
_NO_LEVEL_BEFORE = re.compile(
    r"\b(?:up|down|further|another|extra|additional|plus|minus|under|over|per|every|each"
    r"|least|most|than|against|between|nor|not|no|or|other|next|last|first|previous|remaining"
    r"|rest|only|age|aged)\s+(?:of\s+|the\s+)?[£$€]?$",
    re.IGNORECASE,
)
_NO_LEVEL_AFTER = re.compile(
    r"\s(?:more|fewer|less|higher|lower|times (?:as|more|the)|(?:\w+ )?to \ue000"
    r"|of (?:them|whom|which|these|those|that|this|it)\b|others?\b|points"
    r"|or (?:more|fewer|less|over|under)|each\b|apiece"
    r"|a (?:day|week|month|year|head)\b|extra|further|additional|short\b)"
)
_OF_THOSE_KNOWN = re.compile(r"\sof (?:[A-Z]|our|the)\b")
_OF_A_WHOLE = re.compile(
    r"\s*(?:\([^)]*\)\s*)?(?:out\s)?of\s(?:(?:the|our|all|its|these|those)\s)*$"
)
# "Pay (excluding bonuses)": what stands in brackets without a number is told of what is before.
_ASIDE = re.compile(r"\(([^()\ue000]*)\)")
_PRONOUN = re.compile(r"\b(?:its?|their|they|his|he|her|she|such)\s", re.IGNORECASE)
_CHANGE = re.compile(
    r"\b(?:increas\w+|decreas\w+|reduc\w+|rise|rises|drop|fall|growth|decline|gain|loss|change"
    r"|differ\w*|target\w*|ranging|ranges|compared|of which|of whom|of these|of those|of them"
    r"|includ\w+|exclud\w+|respectively|cumulative\w*|so far|(?<!up )to date)\b(?!-)",
    re.IGNORECASE,
)
_CHANGED_BY = re.compile(rf"\b(?:{VERB}|up|down)\b.*\b(?:by|from)\s$|\bbetween\s$")
PAST = (
    r"(?:[a-z]{2,}ed|met|made|took|held|gave|saw|won|built|sent|sold|ran|led|spent|paid|found|kept"
    r"|bought|taught|wrote|spoke|heard|came|went|said|told|began|drew|ate|grew|knew|lost|left)"
)
_AND_DID = re.compile(rf"(\s(?:and|but)\s)(?={PAST}\s)")
_WHOLE = re.compile(r"[^a-z]*(?:[A-Z\d]|$)")
_ELIDED = re.compile(
    rf"\W*(?:which\b|who\b|that\b|{PAST}\b|(?:had|has|have|was|were|is|are)\b|$)",
    re.IGNORECASE,
)
_LED = re.compile(
    r"\W*(?:in|on|of|among|amongst|at|for|within|across|by|under|from|with|without|during|over"
    r"|outside|beyond)\s",
    re.IGNORECASE,
)
_KNOWN = re.compile(
    r"\b(?:the|these|those|our|its|their)\s$"
    r"|\b(?:each|every one|any|most|half|some|none|many) of (?:the|our|its|these|those)\s$",
    re.IGNORECASE,
)
AUXILIARY = r"(?:is|are|was|were|has|have|had|will|would|can|could|may|might|must|do|does|did)"
_FINITE = re.compile(rf"\s(?:{AUXILIARY}|{PAST_ALONE})\b")
# One verb with its helpers: "had been opened".
_DID = re.compile(
    rf"\s(?:in|on|at|of|with|for|from)\s.*?(\s{PAST}\s)(?!(?:by|in|on|at|to|from|with|for|of)\b)"
)
_VERBS = re.compile(rf"\s(?:{AUXILIARY}\s(?:\w+\s){{0,2}}?)*(?:{PAST}|[a-z]+ing|{AUXILIARY})\b")
_RELATIVE = re.compile(r"\s(?:who|whom|which|that|whose)\s|\b(?:we|they|it)\s")
# "For their candour": what is told with a pronoun says nothing of which they are.
_OF_ANOTHER = re.compile(
    r"\s(?:for|to|as|by|with|in|on|at|of|because|so|and)\s(?:\w+\s)?"
    r"(?:their|its|our|them|us|they|it|we)\b.*"
)
_LIKE = re.compile(
    r"\b(?:that|same|this)\s(?:same\s)?(?:day|date|time|year|month|quarter|period)\b", re.IGNORECASE
)

When = frozenset[tuple[date, date, bool]]


@dataclass(frozen=True, slots=True)
class Clause:
    """A number with the roots of its ``core``: what is counted, by whom, where and what was done.

    ``supplied`` are those that stand before it where its subject does; ``known`` that it is spoken
    of as known ("of the 36 beds"). ``label`` is what a colon parts from the sentence; ``start`` is
    where in it its ``own`` words begin.
    """

    sentence: Sentence
    quantity: Quantity
    core: frozenset[str]
    supplied: frozenset[str]
    when: When
    known: bool
    own: str
    label: str
    start: int

    @property
    def unit(self) -> tuple[object, ...]:
        """What two numbers of one thing have in common."""
        each = self.quantity
        return each.measure, each.per, each.noun if each.measure is Measure.DURATION else ""


def clauses_of(sentence: Sentence, before: Sentence | None) -> Iterator[Clause]:
    """Each number of a sentence that is a plain level, with its words."""
    text = without_times(sentence)
    if not _WHOLE.match(sentence.text):
        return  # the end of a line broken in two
    for each in sentence.quantities:
        if each.measure in _SORTS:
            text = text[: each.start] + "\ue000" * (each.end - each.start) + text[each.end :]
    text = _ASIDE.sub(lambda found: f" {found[1]} ", text)
    spans = [(each.start, each.end) for each in sentence.quantities]
    for each in sentence.quantities:
        if each.measure not in _SORTS or each.hedge is not Hedge.NONE:
            continue
        found = _clause(sentence, before, text, each, spans)
        if found is not None:
            yield found


def _clause(
    sentence: Sentence,
    before: Sentence | None,
    text: str,
    quantity: Quantity,
    spans: list[tuple[int, int]],
) -> Clause | None:
    head, rest = text[: quantity.start], text[quantity.end :]
    whole = _OF_A_WHOLE.search(head)
    of_number = bool(whole) and any(end == whole.start() for _, end in spans) if whole else False
    if any(_OF_A_WHOLE.fullmatch(text[quantity.end : start]) for start, _ in spans):
        return None  # "31 of the 36"
    if not of_number and _NO_LEVEL_BEFORE.search(head):
        return None
    if _NO_LEVEL_AFTER.match(rest):
        return None
    if quantity.measure is not Measure.PERCENT and _OF_THOSE_KNOWN.match(rest):
        return None
    start, end, label = _bounds(text, quantity, spans)
    known = of_number or bool(_KNOWN.search(head))
    if known:
        start, end = quantity.start, _end_of_name(text, quantity.end, end)
    own = text[start:end]
    since = _bounds(text, quantity, [])[0]
    if _CHANGE.search(text[since:end]) or _CHANGED_BY.search(text[since : quantity.start]):
        return None
    lead = "" if known else _leads(text, start, spans)
    if _PRONOUN.search(f"{lead} {text[start : quantity.start]}"):
        return None  # of whatever was spoken of before
    without = f"{text[start : quantity.start]} {text[quantity.end : end]}"
    core = roots(f"{lead} {without}") | _numbers(sentence, start, end, quantity)
    supplied = core
    if not known and _ELIDED.match(text[start : quantity.start]):
        supplied |= roots(text[:start]) | _numbers(sentence, 0, start, quantity)
    whens = _whens(sentence, before, start, end, known=known)
    if whens is None:
        return None
    return Clause(sentence, quantity, core, supplied, whens, known, own, label, start)


def _bounds(text: str, quantity: Quantity, spans: list[tuple[int, int]]) -> tuple[int, int, str]:
    """Where the clause of a number begins and ends, and the label before it."""
    starts = [each.end() for each in _STOPS.finditer(text, 0, quantity.start)]
    start = max(starts, default=0)
    label = ""
    colon = text.rfind(":", 0, quantity.start)
    if colon >= 0 and not text[colon + 1 : quantity.start].strip(" £$€*"):
        start = max((each for each in starts if each <= colon), default=0)
    elif colon >= 0 and not re.search(r"[.;]\s", text[:colon]):
        label = text[:colon]
    stop = _STOPS.search(text, quantity.end)
    end = stop.start() if stop else len(text.rstrip(" ."))
    for one, other in spans:
        if start <= one < quantity.start:
            joins = list(_JOINS.finditer(text, other, quantity.start))
            start = joins[-1].end() if joins else start
        elif quantity.start < one < end:
            joins = list(_JOINS.finditer(text, quantity.end, one))
            end = joins[-1].start() if joins else end
    start = max(
        (each.end(1) for each in _AND_DID.finditer(text, start, quantity.start)), default=start
    )
    did = _AND_DID.search(text, quantity.end, end)
    end = did.start() if did else end
    return start, end, label


def _end_of_name(text: str, start: int, end: int) -> int:
    """Where the words end that say which group is spoken of as known."""
    relative = _RELATIVE.search(text, start, end)
    first = _FINITE.search(text, start, end)
    if relative and not (first and first.start() < relative.start()):
        verbs = list(_VERBS.finditer(text, relative.end() - 1, end))
        first = verbs[1] if len(verbs) > 1 else None
    stop = first.start() if first else end
    did = _DID.search(text, start, stop) if not relative else None
    stop = did.start(1) if did else stop
    other = _OF_ANOTHER.search(text, start, stop)
    return other.start() if other else stop


def _leads(text: str, start: int, spans: list[tuple[int, int]]) -> str:
    """What leads the sentence in, up to its first number: "Among boys, ..."."""
    begin = max((text.rfind(mark, 0, start) + 1 for mark in (":", ";", ". ")), default=0)
    end = text.rfind(",", begin, start)
    while (
        end > begin
        and any(begin <= one < end for one, _ in spans)
        and not _LED.match(text[begin:end])
    ):
        end = text.rfind(",", begin, end)
    return text[begin:end] if end > begin else ""


def _numbers(sentence: Sentence, start: int, end: int, quantity: Quantity) -> frozenset[str]:
    """The other numbers of a stretch, by their values: "nine" and "9" are one word."""
    return frozenset(
        f"#{each.value}"
        for each in sentence.quantities
        if each is not quantity and start <= each.start < end
    )


def _whens(
    sentence: Sentence, before: Sentence | None, start: int, end: int, *, known: bool
) -> When | None:
    """The time a clause is of: its own, its sentence's or "that day"'s; a heading names none.

    What a group that is ``known`` did later says nothing of when it was counted.
    """
    own = [each for each in sentence.times if start <= each.start < end]
    times = own or [each for each in sentence.times if not known or each.end <= start]
    found = frozenset((each.first, each.last, each.year_given) for each in times)
    if len(found) > 1:
        return None
    if not found and before is not None and _LIKE.search(sentence.text):
        found = frozenset((each.first, each.last, each.year_given) for each in before.times)
        return found if len(found) == 1 else None
    return found
