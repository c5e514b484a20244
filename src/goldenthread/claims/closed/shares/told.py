"""Shares whose part and whole are plain from what else stands with them, however it is said.

What a share is of is never guessed. It is named with its own part beside it ("a quarter of the 132
berths, 53, stand empty"), it is what the shares beside it are of, or it is all that is left in so
small a world: two counts, one percentage, and words that only take the counts up ("that is 40%").
Where any other number near by would bear the share out nothing is said.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from fractions import Fraction
from itertools import pairwise

from goldenthread.claims.closed.parts.words import OWNERS, link_after, link_before
from goldenthread.claims.closed.shares.alone import taken_up
from goldenthread.claims.closed.shares.apposed import shares_apposed
from goldenthread.claims.closed.shares.beside_them import beside_them
from goldenthread.claims.closed.shares.halves import told_in_halves
from goldenthread.claims.closed.shares.made_up import made_up
from goldenthread.claims.closed.shares.named_again import shares_named_again
from goldenthread.claims.closed.shares.pairs import (
    HELD,
    OF_THEM,
    Pair,
    Wrong,
    are_bounded,
    bears_out,
    borne_out_near,
    counts_in,
    counts_placed,
    is_far,
    pairs_in,
)
from goldenthread.claims.closed.shares.tied import tied_shares
from goldenthread.claims.closed.shares.together import summed_up
from goldenthread.claims.intervals import Interval
from goldenthread.claims.language.clauses import stem
from goldenthread.claims.language.hedges import BOUNDED
from goldenthread.claims.language.model import Measure, Quantity
from goldenthread.claims.language.skeleton import (
    COUNT,
    DURATION,
    MONEY,
    PERCENT,
    QUANTITY,
    TIMES,
    WHEN,
    Skeleton,
)
from goldenthread.claims.language.utterances import Utterance
from goldenthread.claims.language.windows import windows
from goldenthread.claims.reading import Reading
from goldenthread.claims.shares.doubts import of_several_times
from goldenthread.claims.shares.listed_shares import ANOTHER

_N, _P, _X = f"[{COUNT}{MONEY}]", f"[{PERCENT}]", f"[{PERCENT}{TIMES}]"


def wrong_shares(reading: Reading) -> tuple[Wrong, ...]:
    """Every such share that values rounding to the numbers printed cannot make; found once."""
    return reading.once(_wrong_shares)


def _wrong_shares(reading: Reading) -> Iterator[Wrong]:
    for window in windows(reading):
        skeleton = window.skeleton
        shares = [
            each
            for each, at in zip(skeleton.quantities, skeleton.at, strict=True)
            if at >= window.since and each.measure in (Measure.PERCENT, Measure.TIMES)
        ]
        if not shares or _HARDLY.search(_HELD_TO.sub(" ", skeleton.text[window.since :])):
            continue
        readings = [tied_shares(window)]
        # A plan in the sentence before is one for what leans on it.
        if not _HARDLY.search(_HELD_TO.sub(" ", skeleton.text)):
            readings += [
                _with_their_part(window),
                _beside_others(reading, window),
                made_up(reading, window),
                _of_a_base_again(window),
                taken_up(reading, window),
                shares_named_again(window),
                shares_apposed(window),
                told_in_halves(reading, window),
                summed_up(reading, window),
            ]
        for found in readings:
            told = {id(each.share): each for each in found}
            if told:
                yield from told.values()
                break
    yield from beside_them(reading)


_HARDLY = re.compile(
    r"\b(?:if|would|expect\w*|plan(?:ned|s to)|target\w*(?! group)|aim\w*|estimat\w*)\b"
)
# "Still under the 80% target" says nothing of the number held to it.
_HELD_TO = re.compile(
    rf"\b(?:under|below|above|over|against|meeting|missing|short of) (?:the|our|its|a) [{PERCENT}]"
    r" (?:[a-z]+ )?target\b"
)


# --- named with its part beside it

_THE = (
    r"(?:(?:the|our|its|their|these|those|all|this|year's|a|total|of|other|last|only) )*"
    rf"{OWNERS}"
)
# Words that say no more than that the part is told in full.
_IN_FULL = r"(?:(?:namely|i\.e\.|that is|just|only|or|some|exactly|precisely) )*"
_NAMED = re.compile(
    rf"(?P<x>{_X}) (?:of|in|out of) {_THE}(?:[{WHEN}](?:'s)? )?(?P<whole>{_N})"
    rf"(?P<words>(?:[^{QUANTITY};:.()]|[{DURATION}]){{0,150}}?)"
    rf"(?: \(|, | [–-] ){_IN_FULL}(?P<n>{_N})(?P<noun>(?: [a-z'-]+){{0,3}}) ?(?:\)|,|[–-] |\.)"
)
_NO_NOUN = re.compile(
    r"|(?: of)? (?:them|these|those)| in (?:all|total|number)| to be exact| altogether"
)
_PEOPLE = frozenset(stem(each) for each in ("people", "person", "individuals", "children"))
_NARROWER = re.compile(
    r"\b(?:of|among|amongst) (?:whom|which|these|those|them)\b|"
    r"\b(?:than|compared|against|versus|but|while|whereas|including|excluding|and|also|plus)\b"
)


def _with_their_part(window: Utterance) -> Iterator[Wrong]:
    """ "One in five of the 350 seedlings planted here (28 of them) had died"."""
    skeleton = window.skeleton
    for match in _NAMED.finditer(skeleton.text, window.since):
        share, part, whole = (skeleton.quantity(match[each]) for each in ("x", "n", "whole"))
        if part.value > whole.value:
            continue
        if share.value >= (1 if share.measure is Measure.TIMES else 100):
            continue
        if not _NO_NOUN.fullmatch(match["noun"]) and not _is_counted(skeleton, match):
            continue
        if _NARROWER.search(match["words"]) or HELD.search(skeleton.text[: match.start()]):
            continue
        others = [each for each in counts_in(skeleton) if each.value > part.value]
        if not any(bears_out(skeleton, share, part, each) for each in (whole, *others)):
            yield Wrong(window.sentence, skeleton, share, part, whole)


def _is_counted(skeleton: Skeleton, match: re.Match[str]) -> bool:
    """Whether the noun of the part is that of the whole, or one for people."""
    nouns = {stem(word) for word in match["noun"].split()}
    before = re.findall(r"[a-z'-]+", skeleton.text[: match.start("n")])
    return len(nouns) == 1 and bool(nouns & ({stem(word) for word in before} | _PEOPLE))


# --- of the whole that those beside it are of


def _beside_others(reading: Reading, window: Utterance) -> Iterator[Wrong]:
    """The one of a sentence's shares that is not of the one number that the others are of."""
    skeleton = window.skeleton
    pairs = [each for each in pairs_in(skeleton) if each.start >= window.since]
    if len(pairs) < 2 or of_several_times(skeleton):
        return
    for one, other in pairwise(pairs):
        if ANOTHER.search(skeleton.text[one.end : other.start]) or OF_THEM.search(
            skeleton.text[other.start : other.end]
        ):
            return
    parts = {each.part for each in pairs}
    sizes = [skeleton.quantities[each] for each in sorted(parts)]
    made = sum((each.value for each in sizes), Fraction(0))
    together = replace(sizes[0], value=made, interval=Interval.exactly(made))
    if len(pairs) > 2 and not _odd(skeleton, pairs, together):
        return  # of all of them together
    wholes = [
        each
        for place, each in enumerate(skeleton.quantities)
        if place not in parts
        and each.measure is sizes[0].measure
        and each.hedge in BOUNDED
        and sum(size.value for size in sizes) <= each.value
    ]
    of_all = {each.value: each for each in wholes if len(_odd(skeleton, pairs, each)) == 1}
    if len(of_all) != 1:
        return
    ((whole,),) = (of_all.values(),)
    (odd,) = _odd(skeleton, pairs, whole)
    share, part = skeleton.quantities[odd.share], skeleton.quantities[odd.part]
    beside = [each for each in sizes if each is not part]
    all_told = sum(each.value for each in sizes) == whole.value  # so that none is in another
    if any(bears_out(skeleton, share, part, each) for each in beside):
        if not all_told and not _leans(skeleton, pairs, odd):
            return
    elif len(pairs) == 2 and is_far(share, part, whole):
        return
    known = {each.value for each in beside}
    if len(pairs) > 2 or not borne_out_near(reading, window, share, part, known):
        yield Wrong(window.sentence, skeleton, share, part, whole)


def _odd(skeleton: Skeleton, pairs: Sequence[Pair], whole: Quantity) -> list[Pair]:
    """Those that are not of a whole."""
    return [
        each
        for each in pairs
        if not bears_out(
            skeleton, skeleton.quantities[each.share], skeleton.quantities[each.part], whole
        )
    ]


def _leans(skeleton: Skeleton, pairs: Sequence[Pair], odd: Pair) -> bool:
    """Whether a share is told by the preposition of those before it alone: no part of a part.

    "104 (40%) were for noise and 65 (62.5%) for litter", "rust in 45 (30%) and rot in 36 (80%)".
    """
    text = skeleton.text
    before = [each for each in pairs if each.start < odd.start]
    after, ahead = link_after(text, odd.end), link_before(text, odd.start)
    if not before:
        return False
    row = text[before[0].end : odd.start]
    if after and re.search(rf"\b{after}\b", row):
        return True
    return bool(ahead) and all(link_before(text, each.start) == ahead for each in before)


# --- of a number that is told again to say so

_AGAIN = re.compile(
    rf"\b(?:of|among|amongst|these|those|this|the same) (?:the |these |those )?(?={_N})"
)
_BESIDES = re.compile(
    r"\b(?:besides|as well|in addition|apart|other than|beyond|on top|excluding|except|"
    r"(?<!more )(?<!less )than|"
    r"compared|against|plus|but not|rest|remaining|others?)\b"
)


def _of_a_base_again(window: Utterance) -> Iterator[Wrong]:
    """ "Of 240 records 186 were signed. Taking these 186, 18.8% (45) were dated": 45 of the 240."""
    skeleton, since = window.skeleton, window.since
    text = skeleton.text
    counts = [(at, each) for at, each in counts_placed(skeleton) if at >= since]
    shares = [
        n
        for n, q in enumerate(skeleton.quantities)
        if q.measure is Measure.PERCENT and skeleton.at[n] >= since
    ]
    if not since or len(counts) != 2 or len(shares) != 1 or _BESIDES.search(text[since:]):
        return
    (at, base), (_, part) = counts
    earlier = [each for place, each in counts_placed(skeleton) if place < since]
    again = any(match.end() == at for match in _AGAIN.finditer(text, since))
    if not again or part.value >= base.value or base.value not in {q.value for q in earlier}:
        return
    share = skeleton.quantities[shares[0]]
    if not are_bounded(share, part, base) or bears_out(skeleton, share, part, base):
        return
    if any(bears_out(skeleton, share, part, each) for each in earlier if each.value > base.value):
        yield Wrong(window.sentence, skeleton, share, part, base)
