"""What lies around a size and its pair: how far apart they stand, and how the two are joined."""

import re
from collections.abc import Iterator

from goldenthread.claims.language.assertions.cues import CONTRAST
from goldenthread.claims.language.assertions.pairing import PART_OF
from goldenthread.claims.language.assertions.parts import of_one_thing
from goldenthread.claims.language.clauses import stem
from goldenthread.claims.language.model import Hedge
from goldenthread.claims.language.pairs import linked
from goldenthread.claims.language.skeleton import QUANTITY, Skeleton
from goldenthread.claims.language.timing import when
from goldenthread.claims.language.weighing.orders import TO, order_between

_SENTENCE = re.compile(r"[.;?!|] ")
_CLAUSE = re.compile(r"[,:(–]")
_ANEW = re.compile(
    r"\b(?:and|but|while|whilst|whereas|although|though|however|as|because|where|when)\b"
)
_OF_WHICH = re.compile(r"\bof (?:which|whom|these|them|those)\b|\bincluding\b|\bout of\b")
_PLACES = re.compile(r"\b(?:highest|lowest|largest|smallest|most|least|best|worst|biggest)\b")
_RANGE = re.compile(r"\b(?:between|anywhere from|ranging from|range from) $")
_WHOLE = re.compile(
    r"\b(?:of|out of|among|amongst|from|all|total of|in) (?:(?:the|all|our|its|their|these|those|"
    r"every|a|total|year's|some|just|about|only) )*$"
)
MANY = 3


def of_the_places(skeleton: Skeleton, at: int, first: int, last: int) -> Iterator[str]:
    """How far from its pair a size or word stands, and what stands between."""
    text = skeleton.text
    if at > last:
        yield "told after"
        gap = text[last + 1 : at]
    elif at < first:
        yield "told before"
        gap = text[at + 1 : first]
    else:
        yield "told between"
        gap = text[first + 1 : at] + "," + text[at + 1 : last]
    sentences = len(_SENTENCE.findall(gap))
    yield f"sentences between: {min(sentences, 2)}"
    if not sentences:
        yield f"marks between: {min(len(_CLAUSE.findall(gap)), MANY)}"
    if (anew := _ANEW.findall(gap)) and not sentences:
        yield "and between" if set(anew) == {"and"} else "conjunction between"
    if re.search(rf"[{QUANTITY}]", gap):
        yield "another number between"
    own = _SENTENCE.split(text[last + 1 : at] if at > last else text[at + 1 : first])[-1]
    if at > last and sentences:
        yield f"words of that sentence before it: {min(len(own.split()) // 3, MANY)}"
    far = len(gap.split())
    yield f"words between: {next(n for n in (2, 5, 10, 20, 999) if far <= n)}"


def of_the_pair(skeleton: Skeleton, pair: tuple[int, int]) -> Iterator[str]:
    """How two numbers are joined, ordered and named."""
    first, last = sorted(skeleton.at[each] for each in pair)
    text = skeleton.text
    one, other = pair
    between, before = text[first + 1 : last], text[:first]
    sentences = len(_SENTENCE.findall(between))
    yield f"pair's sentences apart: {min(sentences, 2)}"
    if re.search(rf"[{QUANTITY}]", between):
        yield "pair parted by a number"
    low, high = sorted((one, other), key=lambda each: skeleton.at[each])
    link = next(iter(linked(skeleton, [low, high])), None)
    yield f"pair joined: {link.how if link else 'no'}"
    if link is not None and link.places:
        yield "pair of places"
    order = order_between(skeleton, one, other)
    yield f"order: {order.how or 'unsaid'}"
    times = [when(skeleton, each) for each in (one, other)]
    if all(times):
        yield "times of both" if times[0] != times[1] else "one time of both"
    elif any(times):
        yield "time of one"
    quantities = [skeleton.quantities[each] for each in (one, other)]
    nouns = [{stem(word) for word in each.noun.lower().split()[:3]} for each in quantities]
    if all(nouns):
        yield "nouns alike" if nouns[0] & nouns[1] else "nouns unlike"
    elif not any(nouns):
        yield "no nouns"
    if quantities[0].measure is not quantities[1].measure:
        yield "units unlike"
    yield f"pair of {quantities[0].measure}"
    if PART_OF.match(between):
        yield "part of the next"
    if _OF_WHICH.search(between):
        yield "of which between"
    if of_one_thing(skeleton, (one, other)):
        yield "of one thing"
    whole = max((one, other), key=lambda each: skeleton.quantities[each].value)
    if _WHOLE.search(text[: skeleton.at[whole]]):
        yield "whole introduced"
    if skeleton.at[whole] == first:
        yield "whole first"
    if TO.fullmatch(between):
        yield "one to the other"
    if between in (" (", " – ", ": ", ", "):
        yield "side by side"
    if _PLACES.search(between):
        yield "order of places between"
    if _RANGE.search(before):
        yield "range"
    if CONTRAST.search(between):
        yield "contrast between"
    if re.search(r"\band\b", between):
        yield "and in the pair"
    if re.search(r"\b(?:while|whereas|but|although|though)\b", between):
        yield "but in the pair"
    ratio = abs(quantities[0].value / quantities[1].value)
    ratio = max(ratio, 1 / ratio)
    yield f"ratio of the pair: {next(n for n in (2, 3, 5, 10, 9999) if ratio <= n or n == 9999)}"
    if any(each.hedge is not Hedge.NONE for each in quantities):
        yield "pair hedged"
    if any(each.value < 10 for each in quantities):
        yield "small pair"


def sentence_of(text: str, at: int) -> tuple[int, int]:
    """Where the sentence around a place begins and ends."""
    start = max((each.end() for each in _SENTENCE.finditer(text, 0, at)), default=0)
    stop = _SENTENCE.search(text, at)
    return start, stop.start() if stop else len(text)
