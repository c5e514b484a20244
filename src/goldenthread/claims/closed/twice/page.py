"""Each number of a page with the words that it is told with, and what stands around it.

A page tells a thing at the top and once more further down, in other words. What ties the two is
the words that both have and no third number of the page has: so each number is held with the
roots of its own clause, and with those of its sentence, of the one before it and of its heading.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from goldenthread.claims.closed.parts.words import PAST_ALONE
from goldenthread.claims.closed.twice.clauses import AUXILIARY, PAST
from goldenthread.claims.closed.twice.words import roots, without_times
from goldenthread.claims.documents.model import Document
from goldenthread.claims.language.model import Hedge, Measure, Quantity, Sentence
from goldenthread.claims.reading import Reading
from goldenthread.claims.sayings.context import is_general
from goldenthread.claims.sayings.one_time import Whens, whens_of

SORTS = (Measure.COUNT, Measure.PERCENT, Measure.MONEY, Measure.RATE, Measure.DURATION)
_STOPS = re.compile(r"[;:]\s|\s[–—-]\s|—|[.?!]\s|,\s(?!\d)")
_BRACKET = re.compile(r"\([^()]*\)")
_WORD = re.compile(r"[A-Za-z][\w’'-]*")
_NAME_ENDS = re.compile(
    rf"{AUXILIARY}|should|shall|{PAST}|{PAST_ALONE}|who|whom|which|that|whose|than|in|at|on|by|with|during"
    r"|within|into|since|when|where|while|as|and|but|or|we|they|it"
)
_SO_MADE = re.compile(r"[a-z]+ed\s(?:[a-z-]+\s)?[a-z-]+s\b")  # "238 licensed taxis"
_WHERE = re.compile(
    r"\b(?:in|at|to|from|for|by|among|amongst|under|with|without)\s(?:the\s|our\s|its\s)?"
    r"(?!(?:full|total|all|person|turn|detail)\b)([\w’'-]+)"
)
_LONGEST_NAME = 6
_GAP = 3
_A_DAY = re.compile(r"[^,;.\ue000]{0,30}?\sa (?:day|week|month|year)\b")
_A_YEAR = re.compile(r"(?:1[89]|20)\d\d")
_OTHERWISE = re.compile(
    r"\b(?:provisional|revised|draft|targets?|expect\w*|forecast\w*|planned|budget\w*|original\w*"
    r"|initial\w*|net|gross|before|after|another|other|previous\w*|excluding|including|not|no"
    r"|besides|corrected|equivalent|corresponding|comparable)\b",
    re.IGNORECASE,
)
_KNOWN = re.compile(
    r"\b(?:the|our|these|those|all|its|their|that|this)\s(?:(?:[a-z-]+\s){1,3}of\s)?[£$€]?$",
    re.IGNORECASE,
)
_OF_OURS = re.compile(r"\sof (?:our|the|its|their)\b")
_DEED = re.compile(rf"\b(?:{AUXILIARY}|{PAST_ALONE}|{PAST}|[a-z]{{3,}}ing|we|it|they)\b")
_VERB = re.compile(rf"\b(?:{PAST_ALONE}|{PAST})\b")
_LED = re.compile(
    r"(?:^|[.;:,]\s)(?:In|Among|Amongst|At|For|Within|By|Across|Under|On|in|among|at)\s"
    r"([^,;:.\ue000]*)[^;:.\ue000]*$"
)
_JOINS = re.compile(r"\s(?:and|but|while|whereas|or|against|as well as)\s")
# "Of the 1,172, 36 reached ...": what they are stands in the sentence before.
_OF_KNOWN = re.compile(r"^\W*(?:Of|Among|From) (?:the|these|those|all|our|its)[^,.;]{0,25}$")
# "76% in 2022", "a target of 85%", "18 more": of another time, not of what is, or a change.
_NO_LEVEL = re.compile(
    r"(?:\b(?:than|compared (?:with|to)|against|previous(?:ly)?|last|earlier|ago|targets?"
    r"|plan(?:ned)?|forecast|expect\w*|hope|aim\w*|budget\w*|another|further|others?|additional"
    r"|more|fewer|extra|by|provisional|revised|national\w*|england|between|would"
    r"|could|should|if|next|up to|up|down|about|around|excluding|including|net of|gross|not"
    r"|initially|originally|remaining|rest of|(?<!and )over|(?<!and )under|at least|at most|aged?"
    r"|top|limit)"
    r"\s(?:\w+\s)?(?:of\s|the\s|at\s)*|\b(?:from|by|per|each|every)\s|\b(?:is|are|was|were|rang\w+)\sfrom\s[£$€]?\ue000+\sto\s)[£$€]?$",
    re.IGNORECASE,
)
_NO_LEVEL_AFTER = re.compile(
    r"[^,;.(\ue000]{0,30}?\b(?:last year|year before|year earlier|years? (?:ago|before|earlier)"
    r"|previous|in each|at first|to begin with|target)\b"
    r"|\s(?:out\s)?of\s(?:the\s|our\s|its\s|all\s|these\s|those\s)*\ue000"
    r"|\s(?:[a-z]+\s)?(?:more|fewer|less|higher|lower|points|extra|further|others?)\b"
)
_CHANGED_BY = re.compile(
    r"\b(?:ris\w*|rose|fall\w*|fell|increas\w*|decreas\w*|drop\w*|reduc\w*|grow\w*|grew|change"
    r"|differ\w*|target\w*|improve\w*|declin\w*)\s(?:\w+\s){0,3}(?:of|by)\s[£$€]?$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Told:
    """A number: the roots of its ``own`` clause, and of those of its sentence and ``heading``.

    ``name`` is what is counted straight after it, ``before`` what stands before it in its clause,
    ``deed`` what was done to it, as its own clause tells straight before it or after,
    ``led`` what leads the sentence in and says of whom, ``where`` what is told with a preposition,
    ``apart`` the words with which another number would be as true. ``known`` where it is
    spoken of as known; ``level`` is false where it is told as a change, a target, or of
    another time. ``leaning`` is
    the sentence before it.
    """

    sentence: Sentence
    quantity: Quantity
    digits: str
    own: frozenset[str]
    name: frozenset[str]
    before: frozenset[str]
    deed: frozenset[str]
    led: frozenset[str]
    where: frozenset[str]
    apart: frozenset[str]
    here: frozenset[str]
    leaning: Sentence | None
    known: bool
    whens: Whens
    level: bool


def numbers_told(reading: Reading) -> tuple[Told, ...]:
    """Every number of the sentences, with its words; found once."""
    return reading.once(_numbers_told)


def _numbers_told(reading: Reading) -> Iterator[Told]:
    titles = {each.file: _title(each) for each in reading.documents}
    before: Sentence | None = None
    for sentence in reading.sentences:
        if sentence.passage.heading:
            continue
        if before is not None and before.passage is not sentence.passage:
            before = None
        if sentence.quantities:
            yield from _of_sentence(sentence, before, titles.get(sentence.file, frozenset()))
        before = sentence


def _title(document: Document) -> frozenset[str]:
    first = next(iter(document.passages), None)
    return roots(first.text) if first is not None and first.heading else frozenset()


def _of_sentence(
    sentence: Sentence, before: Sentence | None, title: frozenset[str]
) -> Iterator[Told]:
    text = without_times(sentence)
    brackets = [each.span() for each in _BRACKET.finditer(text)]
    for each in sentence.quantities:
        text = text[: each.start] + "\ue000" * (each.end - each.start) + text[each.end :]
    here = roots(text) | roots(sentence.passage.section) | title
    for each in sentence.quantities:
        if each.measure not in SORTS:
            continue
        bare = _outside(text, each, brackets)
        start, end = _clause(bare, each)
        head = bare[: each.start]
        own = roots(f"{head[start:]} {bare[each.end : end]} {_unit(each)}")
        if before is not None and _OF_KNOWN.match(head):
            own |= roots(without_times(before))
        yield Told(
            sentence=sentence,
            quantity=each,
            digits=re.sub(r"\D", "", each.text),
            own=own,
            name=_name(bare, each, end),
            before=_no_deeds(head[start:]),
            deed=_deed(head[start:], bare[each.end : end]),
            led=_led(head),
            where=roots(" ".join(_WHERE.findall(bare[start:end]))),
            apart=frozenset(map(str.lower, _OTHERWISE.findall(bare[start:end]))),
            here=here | own,
            leaning=before,
            known=bool(_KNOWN.search(head) or _OF_OURS.match(bare, each.end)),
            whens=whens_of(sentence, each),
            level=each.hedge is Hedge.NONE
            and not _is_share_beside(each, brackets)
            and not _A_YEAR.fullmatch(each.text)
            and not (each.measure is not Measure.DURATION and _A_DAY.match(bare, each.end))
            and not _NO_LEVEL.search(head[start:])
            and not _CHANGED_BY.search(head)
            and not _NO_LEVEL_AFTER.match(bare[each.end :]),
        )


def _is_share_beside(quantity: Quantity, brackets: Sequence[tuple[int, int]]) -> bool:
    """Whether it is the share of the count before its bracket: "1,172 (27%)"."""
    return quantity.measure is Measure.PERCENT and any(
        start < quantity.start < end for start, end in brackets
    )


def _no_deeds(text: str) -> frozenset[str]:
    """The words of a stretch that are no verbs of what was done."""
    return roots(_DEED.sub(" ", text))


_WHO_DID = re.compile(r"(?:\s[a-z-]+){1,3}\s(?:that|who|whom|which)\b")


def _deed(before: str, after: str) -> frozenset[str]:
    """The last verb before a number in its clause or, where there is none, the first after it.

    Of "the 26 letters that residents sent" it is what was done to the letters.
    """
    relative = _WHO_DID.match(after)
    if relative and (own := _VERB.findall(after, relative.end())):
        return roots(own[0])
    found = _VERB.findall(before)[-1:] or _VERB.findall(after)[:1]
    return roots(" ".join(found))


def _led(head: str) -> frozenset[str]:
    """What leads a sentence in and narrows it: "In social housing"."""
    found = _LED.search(head)
    return _no_deeds(found[1]) if found else frozenset()


def _name(text: str, quantity: Quantity, end: int) -> frozenset[str]:
    """What is counted: the words after a number, up to a verb or where it was."""
    words = [_unit(quantity)]
    last = quantity.end
    for match in _WORD.finditer(text, quantity.end, end):
        named = len(words) > 1 or not _SO_MADE.match(text, match.start())
        if (named and _NAME_ENDS.fullmatch(match.group())) or len(words) > _LONGEST_NAME:
            break
        if match.start() - last > _GAP:  # where a time stood
            break
        words.append(match.group())
        last = match.end()
    return roots(" ".join(words))


def _outside(text: str, quantity: Quantity, brackets: Sequence[tuple[int, int]]) -> str:
    """The text without what stands in brackets, but for those that the number stands in."""
    for start, end in brackets:
        inside = start < quantity.start < end
        text = (
            f"{text[:start]} {text[start + 1 : end - 1]} {text[end:]}"
            if inside
            else f"{text[:start]}{' ' * (end - start)}{text[end:]}"
        )
    return text


def _clause(text: str, quantity: Quantity) -> tuple[int, int]:
    """Where the clause of a number begins and ends: at a stop, or where another is joined to it."""
    start = max((each.end() for each in _STOPS.finditer(text, 0, quantity.start)), default=0)
    stop = _STOPS.search(text, quantity.end)
    end = stop.start() if stop else len(text)
    lead = text[:start].rstrip()
    bare = not text[start : quantity.start].strip(" £$€*")
    if lead.endswith(":") and "\ue000" not in lead and bare and not is_general(lead):
        start = max((each.end() for each in _STOPS.finditer(lead, 0, len(lead) - 1)), default=0)
    last = text.rfind("\ue000", start, quantity.start)
    joins = list(_JOINS.finditer(text, last, quantity.start)) if last >= 0 else []
    start = joins[-1].end() if joins else start
    following = text.find("\ue000", quantity.end, end)
    joins = list(_JOINS.finditer(text, quantity.end, following)) if following >= 0 else []
    end = joins[-1].start() if joins else end
    return start, end


def _unit(quantity: Quantity) -> str:
    """The word of a unit: "hours" of "486 hours"."""
    return re.sub(r"[^A-Za-z ]", " ", quantity.text) if quantity.measure is Measure.DURATION else ""
