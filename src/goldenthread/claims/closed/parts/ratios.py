"""Shares and multiples in words that none of the numbers they are told with bears out.

"1,040 of the mill's 3,310 visitors, almost half", "has trebled since the flood, rising from 46 to
93", "£9,100, double the £4,600 of the gates": what ties two numbers together leaves no doubt what
the words are said of, however far off they are. Where any two numbers of the sentence, or any few
of them together, would make the words true, nothing is said.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import combinations

from goldenthread.claims.intervals import Interval
from goldenthread.claims.language.clauses import stem
from goldenthread.claims.language.hedges import BOUNDED, hedge_before
from goldenthread.claims.language.model import Hedge, Measure, Quantity, Sentence
from goldenthread.claims.language.ratios import room
from goldenthread.claims.language.skeleton import (
    COUNT,
    DURATION,
    MONEY,
    PERCENT,
    QUANTITY,
    RATE,
    TIMES,
    Skeleton,
    skeleton_of,
)
from goldenthread.claims.ratios.multiples import NOT_YET
from goldenthread.claims.reading import Reading


@dataclass(frozen=True, slots=True)
class Untrue:
    """Words, and the two numbers they are said of."""

    sentence: Sentence
    printed: str
    one: Quantity
    other: Quantity


_Pairs = Sequence[tuple[Quantity, Quantity]]
_WIDE = (Hedge.OVER, Hedge.UNDER, Hedge.AT_LEAST, Hedge.UP_TO)
_N = f"[{COUNT}{MONEY}]"
_ANY = f"[{COUNT}{MONEY}{DURATION}{RATE}{PERCENT}]"
_W = f"[^{QUANTITY};:.()]"
_THE = r"(?:(?:the|all|our|its|their|these|those|a|total of|[a-z]+'s?) )*"
_X = f"(?P<x>[{TIMES}])"
# "1,040 of the mill's 3,310 visitors"
_PAIR = rf"(?P<n>{_N})(?: [a-z]+){{0,2}} (?:out )?of {_THE}(?P<whole>{_N})"
_ALL_OF_IT = (
    r"(?! (?:of|in) (?!(?:the total|the whole|all|them|these|those)(?:[,.;)]|$))"
    r"| (?:more|less|fewer|as|the)\b)"
)
_OPENS = r"(?:, (?:with |or |at |just |only |that is |which is )?| \((?:or |that is )?|: | – )"
_OF_A_PAIR = (
    re.compile(rf"{_PAIR}{_W}{{0,90}}?{_OPENS}{_X}{_ALL_OF_IT}"),
    re.compile(rf"{_X}(?: (?:of|in|had|have|were|are){_W}{{2,140}}?)?{_OPENS}{_PAIR}"),
)
# "The majority of the lamps we tried had failed, with 41 of 96 giving no light".
_MOST = re.compile(
    rf"\b(?P<word>(?:the|a) majority) of (?:{_THE}{_N})?{_W}{{3,160}}?{_OPENS}{_PAIR}"
)
# "Fewer than a quarter of the 264 lamps were lit: 83 burned oil, and the other 181 were dark".
_OF_WHOLE = re.compile(rf"{_X} of {_THE}(?P<whole>{_N}){_W}{{3,120}}(?:: | – )(?P<rest>[^;.]+)")
_FROM_TO = re.compile(
    rf"\bfrom (?P<one>{_ANY})(?: [a-z]+){{0,3}}?(?: (?:in|at|on) [\uf000-\uf303])?"
    rf"(?: \([^()]*\))? to (?:just |about |only |some )?(?P<other>{_ANY})"
)
_CHANGES = re.compile(rf"(?:[a-z]+|,) {_X}(?! (?:the|as|that|what|of|in|more|fewer|less|again)\b)")
# "Double the 21,400 of 2022"
_THE_BASE = re.compile(
    rf"{_X} (?:of )?(?:the|that of the|as (?:many|much|high) as(?: the)?|what(?: it was)?|our|its)"
    rf" (?P<other>{_ANY})"
)
_HELD_TO = re.compile(r"\b(?:from|than|against|compared (?:with|to)) (?:the )?$")
_IN_BRACKETS = re.compile(r"\([^()]*\)")
_BREAK = re.compile(r";|\. |\b(?:but|while|whereas|although|though|however)\b")
# "More than doubled between May and June, when they went from 37 to 68": the same again.
_WHEN_IT_DID = re.compile(r",? when (?:it|they|numbers|the (?:number|total|figure)) [a-z]+ $")
_ANOTHER = re.compile(r"\b(?:and|or|then|it|they|which|who)\b")
_HARDLY = re.compile(
    r"\b(?:if|would|could|may|might|expect\w*|planned|plans? to|target|aim\w*|estimat\w*|not|"
    r"nearer|closer|rather than|instead of|excluding|except)\b|n't\b"
)
# A ratio told in numbers: "which is eight plots for every gardener".
_FOR_EVERY = re.compile(
    rf"(?P<x>[{COUNT}]) (?P<what>[a-z]+) (?:for|to) (?:every|each) (?P<each>[a-z]+)"
)


def untrue_ratios(reading: Reading) -> Iterator[Untrue]:
    """Every share and multiple in words that nothing in its sentence bears out."""
    for sentence in reading.sentences:
        if not 2 <= len(sentence.quantities) <= _MOST_TOLD:
            continue
        skeleton = skeleton_of(sentence.text)
        if not _HARDLY.search(skeleton.text):
            yield from _untrue(sentence, skeleton)


def _untrue(sentence: Sentence, skeleton: Skeleton) -> Iterator[Untrue]:
    text, done = skeleton.text, set[str]()
    shares = dict(_shares(skeleton))
    for slot, pairs in (*shares.items(), *_multiples(skeleton)):
        if slot in done:
            continue
        done.add(slot)
        words = skeleton.quantity(slot)
        _, start, close = hedge_before(skeleton.source, words.start)
        allowed = room(words, close).doubtful
        alone = slot in shares or (words.hedge in _WIDE and not close)
        if not _is_borne_out(skeleton, allowed, pairs, alone=alone, added=slot in shares):
            yield Untrue(sentence, skeleton.source[start : words.end], *pairs[0])
    for match in _MOST.finditer(text):
        part, whole = skeleton.quantity(match["n"]), skeleton.quantity(match["whole"])
        most = Interval(_HALF.low, Interval.exactly(1).high)
        if not _BREAK.search(match.group()) and not _is_borne_out(
            skeleton, most, [(part, whole)], alone=True, added=True
        ):
            start = sentence.text.lower().find(match["word"])
            yield Untrue(sentence, sentence.text[start : start + len(match["word"])], part, whole)
    yield from _for_every(sentence, skeleton)


_HALF = Interval.exactly(1).scaled(1) / Interval.exactly(2)


def _shares(skeleton: Skeleton) -> Iterator[tuple[str, _Pairs]]:
    """Shares in words with the part and the whole that stand together beside them."""
    text = skeleton.text
    for pattern in _OF_A_PAIR:
        for match in pattern.finditer(text):
            part, whole = skeleton.quantity(match["n"]), skeleton.quantity(match["whole"])
            if skeleton.quantity(match["x"]).value < 1 and not _BREAK.search(match.group()):
                yield match["x"], [(part, whole)]
    for match in _OF_WHOLE.finditer(text):
        whole = skeleton.quantity(match["whole"])
        parts = [skeleton.quantity(each) for each in re.findall(_N, match["rest"])]
        made = [
            some
            for many in range(2, len(parts) + 1)
            for some in combinations(parts, many)
            if sum(each.value for each in some) == whole.value
        ]
        if len(parts) <= _MANY and made and skeleton.quantity(match["x"]).value < 1:
            yield match["x"], [(each, whole) for each in made[0]]


_MANY = 6


def _multiples(skeleton: Skeleton) -> Iterator[tuple[str, _Pairs]]:
    """Multiples with the later and the earlier number, or with the number and its base."""
    text = skeleton.text
    ends = list(_FROM_TO.finditer(text))
    for match in _CHANGES.finditer(text):
        if len(ends) != 1 or not _is_multiple(skeleton.quantity(match["x"])):
            continue
        if NOT_YET.search(text[: match.start("x")]):
            continue
        first, last = sorted((match.start("x"), ends[0].start()))
        between = text[first + 1 : last]
        # "Has doubled since 1990, and rose from 46 to 51 last year" tells of two times.
        between = _WHEN_IT_DID.sub("", between)
        apart = _BREAK.search(between) or _ANOTHER.search(between)
        if not apart and not re.search(rf"{_ANY}|[{TIMES}]", between):
            later, earlier = (skeleton.quantity(ends[0][each]) for each in ("other", "one"))
            yield match["x"], [(later, earlier)]
    for match in _THE_BASE.finditer(text):
        other = skeleton.quantity(match["other"])
        # A number in brackets, or after "from", is what another was held against before.
        lead = _IN_BRACKETS.sub("", text[: match.start()])
        before = [
            each.group()
            for each in re.finditer(_ANY, lead)
            if not _HELD_TO.search(lead[: each.start()])
        ]
        if before and not _BREAK.search(text[text.index(before[-1]) : match.start()]):
            one = skeleton.quantity(before[-1])
            alike = one.measure is other.measure
            if alike or (one.measure is Measure.DURATION and other.measure is Measure.COUNT):
                yield match["x"], [(one, other)]


def _is_multiple(words: Quantity) -> bool:
    return words.value > 1 or words.text.lower().startswith("halv")


def _is_borne_out(
    skeleton: Skeleton, allowed: Interval, pairs: _Pairs, *, alone: bool, added: bool
) -> bool:
    """Whether these make it so, or any two of their sort, or a few of them ``added`` up.

    ``alone`` where no other two are meant, or nearly any two would do ("more than twice").
    """
    for one, other in pairs:
        if any(
            each.hedge not in BOUNDED and each.hedge is not Hedge.ABOUT for each in (one, other)
        ):
            return True
        if other.interval.low <= 0 or (one.interval / other.interval).meets(allowed):
            return True
    sorts = {each.measure for pair in pairs for each in pair}
    told = [
        each.interval
        for each in skeleton.quantities
        if each.measure in sorts and (each.hedge in BOUNDED or each.hedge is Hedge.ABOUT)
    ]
    wholes = [pairs[0][1].interval] if alone else [each for each in told if each.low > 0]
    parts = [] if alone else list(told)
    parts += [
        sum(some[1:], some[0])
        for many in range(2, min(len(told), _FEW) + 1 if added else 0)
        for some in combinations(told, many)
    ]
    if any((part / whole).meets(allowed) for part in parts for whole in wholes):
        return True
    shares = [each for each in skeleton.quantities if each.measure is Measure.PERCENT]
    return not alone and any(each.interval.scaled(1 / _HUNDRED).meets(allowed) for each in shares)


_FEW, _MOST_TOLD = 4, 14  # more than these are a table pressed into a line
_HUNDRED = Interval.exactly(100).low


def _root(word: str) -> str:
    return stem(word).removesuffix("e")  # "every place", "4,560 places"


def _for_every(sentence: Sentence, skeleton: Skeleton) -> Iterator[Untrue]:
    """ "2,730 calls for 420 lines, which is eight calls for every line"."""
    for match in _FOR_EVERY.finditer(skeleton.text):
        words = skeleton.quantity(match["x"])
        lead = skeleton.text[: match.start()]
        told = [
            (skeleton.quantity(found.group()), {_root(word) for word in named.split()})
            for found in re.finditer(f"[{COUNT}]", lead)
            for named in (re.split(r"[^a-z '-]|\b(?:for|to|and|of)\b", lead[found.end() :])[0],)
        ]
        of = [each for each, named in told if _root(match["what"]) in named]
        base = [each for each, named in told if _root(match["each"]) in named]
        if len(of) != 1 or len(base) != 1 or of == base or base[0].interval.low <= 0:
            continue
        close = replace(words, hedge=Hedge.ABOUT) if words.hedge is Hedge.NONE else words
        if not (of[0].interval / base[0].interval).meets(room(close).doubtful):
            printed = sentence.text[words.start : words.end]
            start = sentence.text.find(match["what"], words.end)
            end = start + len(match["what"]) if start >= 0 else words.end
            yield Untrue(sentence, sentence.text[words.start : end] or printed, of[0], base[0])
