"""Superlatives about values listed in the text itself."""

import re
from collections.abc import Iterator, Sequence

from goldenthread.claims.language.model import Sentence
from goldenthread.claims.orders.values.known import Known
from goldenthread.claims.orders.values.labels import tokens
from goldenthread.claims.orders.values.lacking import may_lack, too_few_ahead
from goldenthread.claims.orders.values.model import Point, Truth
from goldenthread.claims.orders.ways.assertion import Assertion, ranked, told_order
from goldenthread.claims.orders.ways.of_two_things import may_be_of_two_things
from goldenthread.claims.orders.words.cues import Cue
from goldenthread.claims.orders.words.leaning import way_meant
from goldenthread.claims.orders.words.narrowed import left_out, since_then, window
from goldenthread.claims.orders.words.other_measure import (
    of_a_rate,
    of_another_grain,
    of_another_measure,
    of_another_time,
    of_any,
)
from goldenthread.claims.orders.words.said_of import claimed, places_named
from goldenthread.claims.orders.words.vocabulary import CLASSES, FILL, GENERIC, JOIN, PLAIN, VERBS

_SUBJECT = re.compile(r"\b(?:its|their|our)\s+own\b", re.IGNORECASE)
# "For its size Cedar was worst", "the most expensive" of so many visits.
_BY_ITS_SIZE = re.compile(
    r"\bfor (?:its|their) (?:size|number|population)\b|\bper head\b", re.IGNORECASE
)
_THEN = re.compile(
    r"\b(?:last|the previous) (?:year|month|quarter|term|week)\b|\byear (?:before|ago|earlier)\b",
    re.IGNORECASE,
)
_OF_COST = re.compile(r"(?:most|least) (?:expensive|costly)|dearest|cheapest", re.IGNORECASE)
_TELLS_COST = re.compile(r"[£€$]|\bcosts?\b|\bprices?\b|\bpence\b", re.IGNORECASE)
_TELLS_CHANGE = re.compile(
    r"\b(?:(?:rose|fell|grew|increased|decreased|up|down|reduced|dropped|changed)\s+(?:\w+\s+)?by"
    r"|increases?|rises?|falls?"
    r"|up|down|growth|reductions?|changes?|gaps?|differences?)\b",
    re.IGNORECASE,
)
_GAP = re.compile(r"\s+(?:\w+\s+){0,2}?(?:gaps?|differences?)\b", re.IGNORECASE)
_STOP = re.compile(
    r"[;:(]|,\s+(?:and|but|with|while|although|followed|ahead|when|which|up|down)\b"
    # why it was so, or what came of it: "the lowest of the year, reflecting vacancies"
    r"|,\s+(?:largely\s+|mainly\s+|partly\s+|mostly\s+|probably\s+|again\s+)?(?:reflecting|due"
    r"|owing|because|driven|caused|prompting|leading|thanks|following|coinciding|despite|where"
    r"|as\s+(?:it|they|one|we|you|is|was|were|are|usual|ever|always|expected)"
    r"|after|owed|attributed|explained|linked|against|compared|as\s+a\s+result|so|though)\b|\s+(?:and"
    r"|before|after|when|because|but)\s+",
    re.IGNORECASE,
)
# "The commonest complaint": of what sort the labels are.
_COMMON = re.compile(r"commonest|(?:most|least)\s+\w+$", re.IGNORECASE)
_KIND = re.compile(r"\s+[a-z]+(?=\s*(?:[.,;(]|$)|\s+(?:in|was|is|were|among|with|at|for)\b)")
# "Supporters in the South gave the most": who they are is told by the list.
_WHO = re.compile(r"\W*[A-Za-z]+\s+(?:in|at|from|of|by|for)\s+(?:the\s+)?", re.IGNORECASE)
_OF_THE_REST = re.compile(r"\b(?:others?|rest|remaining|remainder|after)\b", re.IGNORECASE)
_AMONG_THE_REST = re.compile(
    r"(?:\s+[\w-]+){0,3}?\s+(?:after\b|(?:of|among)\s+(?:the\s+)?(?:others|rest|remain))"
)
_DOT = re.compile(r"[.,]")
_PARTED = re.compile(r"[;:]\s|\s[–—-]\s")
_GOES_ON = re.compile(r"\b(?:and|but)\s+(?:(?:the|its|their|was|were|it|they)\s+)*$", re.IGNORECASE)
_NEXT_PART = re.compile(r"[,;]\s+(?:(?:and|but|while)\s+)?(?=(?:the|its|our)\s+$)")
_SUPERLATIVE = re.compile(r"(?:busi|quiet|few|larg|small|great|bigg|long|short)est$")
_SIZE_OF = re.compile(r"largest|biggest|greatest|smallest|most|least", re.IGNORECASE)
_STEM = 4


def by_text(
    sentence: Sentence, cue: Cue, since: int, until: int, known: Sequence[Known]
) -> Iterator[Assertion]:
    """What a superlative says of the nearest list told in its own or an earlier sentence."""
    text = sentence.text
    if _BY_ITS_SIZE.search(text):
        return
    then = _THEN.search(text, since, until)
    # "Costs were lowest at Ash, and highest at Elm": what the first is said of holds for both.
    lead = 0 if since and _GOES_ON.search(text, since, cue.start) else since
    # "Ash had the most offences, the highest rate was in Elm": the offences are the first one's.
    parts = [each.end() for each in _NEXT_PART.finditer(text, since, cue.start) if since]
    lead = parts[-1] if lead and parts else lead
    if cue.by_size or _SUBJECT.search(text[max(since, cue.start - 12) : cue.start]):
        return
    failed: Assertion | None = None
    for told in sorted(known, key=lambda one: one.tells(sentence), reverse=True):
        # Of the rest alone the second is the third of all: "the second of the others".
        rest = _OF_THE_REST.search(text, lead, cue.start) or _AMONG_THE_REST.match(text, cue.end)
        whole = cue.rank > 1 and not rest
        each = told.with_first() if whole and told.first and told.first.label else told
        points = each.series.points
        if _of_other_measure(cue, each) or _of_others(text, cue, lead, until, each):
            continue
        if then and not any(point.moment for point in points):
            continue  # "Last year Moor raised the most"
        readings = claimed(sentence, cue, since, until, each)
        if cue.many > 1 and any(len(reading) != cue.many for reading in readings):
            continue
        if cue.rank > 1 and not cue.joint and any(len(reading) > 1 for reading in readings):
            continue  # "which makes us fourth highest", after all the others are named
        if not readings or not about(text, (cue.start, cue.end), lead, until, each, sentence):
            continue
        if cue.among_others and (cue.rank > 1 or each.series.in_time):
            continue
        if cue.of_change and not _of_changes(cue, text, each, points):
            continue
        if any(point.interval.high < 0 for point in points) and _SIZE_OF.search(cue.words):
            continue  # of falls the largest is the lowest number, and of changes either end
        made = [
            one
            for reading in readings
            if (one := _judged(sentence, cue, each, points, reading)) is not None
        ]
        if whole and each.first and not each.first.label:
            continue  # what was told before may come first in it, or be its whole
        if made:
            best = min(made, key=lambda one: list(Truth).index(one.truth))
            if best.truth is not Truth.FAILS:
                yield best
                return
            failed = failed or best
    if failed:  # no list of the same names is of a measure that bears it out
        yield failed


def _of_other_measure(cue: Cue, known: Known) -> bool:
    """Whether a superlative is of money and the list is not."""
    return bool(_OF_COST.search(cue.words)) and not _TELLS_COST.search(known.words)


def _of_others(text: str, cue: Cue, since: int, until: int, known: Known) -> bool:
    """Whether a superlative is of another measure, time or whole than the list."""
    stop = _DOT.search(text, cue.end, until)
    clause = text[since : stop.start() if stop else until]
    labels = " ".join(point.label for point in known.series.points)
    told = f"{known.words} {labels}"
    return (
        of_another_measure(clause, told)
        or of_a_rate(clause, told)
        or of_another_grain(clause, labels)
        or of_any(clause, told)
        or of_another_time(clause, told)
    )


def _of_changes(cue: Cue, text: str, known: Known, points: Sequence[Point]) -> bool:
    """Whether the list itself tells changes, or the gap that is spoken of."""
    lead = known.words[: known.words.find(points[0].printed)]
    return bool(_TELLS_CHANGE.search(lead)) or bool(_GAP.match(text, cue.end))


def _judged(
    sentence: Sentence, cue: Cue, known: Known, points: Sequence[Point], reading: list[int]
) -> Assertion | None:
    text = sentence.text
    aside = left_out(text, cue, places_named(text, points), reading)
    kept = since_then(text, cue, [point.moment for point in points], reading)
    if aside is None or kept is None:
        return None
    kept = [one for one in kept if one not in aside]
    if size := window(cue.words):
        kept = kept[-size:]
    if len(kept) < 2 or any(one not in kept for one in reading):
        return None
    subset = [points[one] for one in kept]
    places = [subset.index(points[one]) for one in reading]
    way = way_meant(cue, sentence.text, known.words)
    truth = ranked(subset, places, way, cue.rank)
    if (
        truth is Truth.FAILS
        and too_few_ahead(subset, places[0], way, cue.rank)
        and may_lack(known, subset[places[0]], way)
    ):
        return None
    if truth is Truth.TIED and (cue.joint or len(reading) > 1):
        truth = Truth.HOLDS
    evidence, right = told_order(subset, places, way, cue.rank)
    return Assertion(
        sentence=sentence,
        subject=known.series.name,
        claimed=" and ".join(points[one].label for one in reading),
        way=way,
        rank=cue.rank,
        truth=truth,
        printed=cue.words,
        evidence=evidence,
        expected=right,
        certain=truth is not Truth.FAILS or not _in_doubt(sentence, cue, known, subset, places),
    )


def _in_doubt(
    sentence: Sentence, cue: Cue, known: Known, points: Sequence[Point], places: list[int]
) -> bool:
    way = way_meant(cue, sentence.text, known.words)
    return any(
        may_be_of_two_things(sentence, cue, known, points, points[one], way, cue.rank)
        for one in places
    )


def about(
    text: str, words: tuple[int, int], since: int, until: int, known: Known, sentence: Sentence
) -> bool:
    """Whether the words about a superlative speak of the list: they bring in nothing else.

    In the list's own sentence only what stands between its last value and the superlative counts.
    ``words`` are where the superlative starts and ends.
    """
    points = known.series.points
    labels = " ".join(point.label for point in points)
    own = known.tells(sentence)
    told = known.series.name if own and not known.parts else known.words
    stems = {token.word[:_STEM] for token in tokens(f"{told} {labels}")}
    start, end = since, until
    if own:
        earlier = [each.end for each in sentence.quantities if since <= each.end <= words[0]]
        if not earlier:
            return True
        parted = [each.end() for each in _PARTED.finditer(text, earlier[-1], words[0])]
        start = max([earlier[-1], *parted])
        stems |= {token.word[:_STEM] for token in tokens(text[: words[0]])}
        end = words[0]
        if text.rfind(points[-1].printed) < words[0]:  # what is told afterwards may be new
            stop = _STOP.search(text, words[1], until) or _DOT.search(text, words[1], until)
            end = stop.start() if stop else until
    elif stop := _STOP.search(text, words[1], until):
        end = stop.start()
    places = [(each.start, each.end) for each in places_named(text, points)]
    places.append(words)
    whose = None if own else _WHO.match(text[start:])
    if whose and any(each[0] == start + whose.end() for each in places):
        start += whose.end()
    if (kind := _KIND.match(text, words[1])) and _COMMON.search(text[words[0] : words[1]]):
        places.append(kind.span())
    return all(
        token.word in FILL
        or token.word in PLAIN
        or token.word in VERBS
        or token.word in CLASSES
        or token.word in JOIN
        or token.word in GENERIC
        or token.word[:_STEM] in stems
        or token.word[0].isdigit()
        or _SUPERLATIVE.match(token.word)
        or (token.word.endswith("ed") and token.start < words[0])
        or any(begin <= token.start < finish for begin, finish in places)
        for token in tokens(text)
        if start <= token.start < end
    )
