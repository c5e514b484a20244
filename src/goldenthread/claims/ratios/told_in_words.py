"""Shares and multiples told in words, with the numbers they are said of, put to the test."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from fractions import Fraction

from goldenthread.claims.assertions.told import asserted, is_in_words
from goldenthread.claims.changes.sizes import sizes_in
from goldenthread.claims.intervals import Interval
from goldenthread.claims.language.assertion import Role
from goldenthread.claims.language.hedges import hedge_before
from goldenthread.claims.language.model import Quantity
from goldenthread.claims.language.printed import exact, number, printed
from goldenthread.claims.language.ratios import room
from goldenthread.claims.language.skeleton import (
    COUNT,
    MONEY,
    PERCENT,
    POINTS,
    QUANTITY,
    RATE,
    TIMES,
    Skeleton,
)
from goldenthread.claims.language.utterances import Utterance
from goldenthread.claims.ratios.inferred import may_be_of_others
from goldenthread.claims.ratios.majority import majorities_in
from goldenthread.claims.ratios.multiples import NOT_YET, multiples_in
from goldenthread.claims.ratios.multiples_before import multiples_before
from goldenthread.claims.ratios.multiples_of_a_base import multiples_of_a_base
from goldenthread.claims.ratios.multiples_of_a_list import multiples_of_a_list
from goldenthread.claims.ratios.other_numbers import (
    of_an_unnamed_whole,
    of_another,
    of_several,
    of_two_percentages,
)
from goldenthread.claims.ratios.pairs_in_words import PairInWords, pairs_in_words
from goldenthread.claims.ratios.ratios_as_numbers import ratios_as_numbers
from goldenthread.claims.ratios.same_whole import of_another_whole
from goldenthread.claims.ratios.shares_of_that import shares_of_that
from goldenthread.claims.ratios.shares_up_in_words import shares_up_in_words
from goldenthread.claims.ratios.to_one import ratios_to_one
from goldenthread.claims.ratios.vague import vague_in


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """Words put to the test: fair, possible though only just (a warning), or neither (an error)."""

    printed: str
    fair: bool
    possible: bool
    expected: str
    evidence: str


# Lengths of time may stand between: "one in three waited over four hours (20 of 60)".
_W = rf"[^{COUNT}{PERCENT}{POINTS}{RATE}{MONEY}{TIMES};.()]"
_X = f"(?P<x>[{TIMES}])"
_P = f"(?P<p>[{PERCENT}])"
_N, _WHOLE = f"(?P<n>[{COUNT}{MONEY}])", f"(?P<whole>[{COUNT}{MONEY}])"
_OR = r"(?: ?\((?:or |that is |i\.e\. |= ?)?|,? – |: |, (?:or |that is |which is |at |with )?)"
_THE = r"(?:(?:the|all|our|its|their|these|those|a|total|of) )*"
_SO = r",? (?:and )?(?:so(?: that)?|meaning(?: that)?|which means(?: that)?|which is|that is|or),? "
_BY_PERCENT = tuple(
    re.compile(pattern)
    for pattern in (
        rf"{_X}(?: (?!(?:higher|lower|more|fewer|less|as)\b){_W}{{0,80}}?)?{_OR}{_P}(?=[),.;: "
        rf"–]|$)",
        rf"{_P}(?: (?!{_W}*\b(?:compared|up|down|from|while|but|and)\b){_W}{{0,50}}?)?{_OR}"
        rf"(?:or |which is |this is |that is |represents |representing )?{_X}(?=[),.;: ]|$)(?! "
        rf"(?:the|of|that|as|what)\b)",
    )
)
_BY_COUNTS = tuple(
    re.compile(pattern)
    for pattern in (
        rf"{_X}(?: {_W}{{0,80}}?)?{_OR}{_N}(?: [a-z]+){{0,2}} (?:out )?of {_THE}{_WHOLE}",
        rf"{_X} (?:of|in) {_THE}{_WHOLE}{_W}{{0,60}}?{_OR}{_N}"
        rf"(?: in all| of them| altogether)?(?=[),.;]| –)",
        rf"{_N}(?: (?!on\b|sales\b)[a-z]+){{0,3}} (?:out )?of "
        rf"{_THE}{_WHOLE}{_W}{{0,80}}?{_OR}{_X}(?! (?:of|in|the|its|our|their|that|what|last)\b)",
        rf"{_WHOLE}[^{QUANTITY}()]{{0,90}}?{_X} of (?:these|them|those|this)(?:,| \() "
        rf"?{_N}(?=[),.;])",
        # "Told for 91 of them, so that more than half of all plans", after the 268 on a plan.
        rf"{_WHOLE}[^{QUANTITY}()]{{0,120}}?\b(?P<noun>[a-z]{{4,}}?)s?\b[^{QUANTITY}()]{{0,120}}?"
        rf"{_N} of (?:them|these|those|whom){_SO}{_X}(?= of (?:all|the|those|these|our) "
        rf"(?:the |these |those |our )?(?P=noun)s?\b)",
        rf"{_WHOLE}[^{QUANTITY}()]{{0,160}}?{_N} of (?:them|these|those|whom){_SO}{_X}(?=[,.;])",
        # "A target of £9.6m. ... £3.1m had been delivered, roughly half of the target".
        rf"\b(?P<noun>[a-z]{{4,}}) of {_WHOLE}[^{QUANTITY}()]{{0,120}}?{_N}{_W}{{0,60}}?, "
        rf"(?:or |which is |just |only )*{_X} of (?:the|this|that|its|our|their) (?P=noun)\b",
        # "There were 1,020 responses. Almost half (612) said".
        rf"{_WHOLE}[^{QUANTITY}()]{{0,120}}?[.;] {_X}(?: of (?:them|these|those))? "
        rf"\({_N}\)(?! (?:of|in|from|among) (?:the|all|our|those|these)\b)",
        rf"(?:\bof|among|out of) {_THE}{_WHOLE}{_W}{{0,120}}, (?:only |just )"
        rf"?{_N}{_W}{{0,110}}?{_OR}{_X}"
        r"(?! (?:of|in|the|its|our|their|that|what|last)\b)",
    )
)
_BUT = re.compile(r"\b(?:but|while|whereas|although|yet|though)\b")
_NOT_A_SHARE = re.compile(
    r"\b(?:of the|among the|by|every|last|per|rose|fell|(?<!made )(?<!make )(?<!makes )up|down) $"
)


def told_in_words(skeleton: Skeleton, since: int = 0) -> Iterator[Told]:
    """Every share, multiple and majority told in words that stands beside its numbers."""
    yield from _majorities(skeleton, since)
    if not re.search(rf"[{TIMES}]|\bfor (?:every|each)\b", skeleton.text):
        return
    sizes = {size.number for size in sizes_in(skeleton)}
    seen: set[int] = set()
    for words, value, evidence in _shares(skeleton):
        if words in seen or words in sizes or skeleton.at[words] < since:
            continue
        seen.add(words)
        yield _judged(skeleton, words, value, evidence)
    for multiple in multiples_in(skeleton):
        if multiple.words not in seen and multiple.last >= since:
            seen.add(multiple.words)
            yield Told(
                printed=_with_hedge(skeleton, skeleton.quantities[multiple.words]),
                fair=multiple.fair,
                possible=multiple.possible,
                expected="",
                evidence=multiple.evidence,
            )
    for pair in pairs_in_words(skeleton):
        if pair.words not in seen and pair.words not in sizes and _stands(skeleton, pair, since):
            seen.add(pair.words)
            yield _of_a_pair(skeleton, pair)


def unread_in_words(alone: Utterance, window: Utterance) -> Iterator[Told]:
    """What no assignment of the numbers bears out, where no words tie them together."""
    skeleton = window.skeleton
    seen: set[int] = set()
    for each in asserted(alone, window):
        if is_in_words(skeleton, each):
            lead = skeleton.text[: skeleton.at[each.stated.place]]
            if each.stated.role is not Role.SHARE and NOT_YET.search(lead):
                continue  # "is to double, from 41 to 90"
            seen.add(each.stated.place)
            share = each.stated.role is Role.SHARE
            one, other = (each.one, each.other)
            told = _of_a_pair(skeleton, PairInWords(each.stated.place, one, other, share))
            if may_be_of_others(skeleton, each, window.since):
                told = replace(told, possible=True)
            yield told
    before = (
        *multiples_before(skeleton, window.since),
        *multiples_of_a_list(skeleton, window.since),
    )
    for pair in before:
        if pair.words not in seen:
            yield _of_a_pair(skeleton, pair)
    for share_told in shares_of_that(skeleton, window.since):
        if share_told.words not in seen:
            yield _judged(skeleton, share_told.words, share_told.value, share_told.evidence)
    for words in (
        *vague_in(skeleton, window.since),
        *ratios_to_one(skeleton, window.since),
        *ratios_as_numbers(skeleton, window.since),
    ):
        yield Told(
            printed=words.printed,
            fair=words.fair,
            possible=words.possible,
            expected="",
            evidence=words.evidence,
        )


def told_further_up(whole: Utterance) -> Iterator[Told]:
    """Shares and multiples told in words beside their number, of one told further up."""
    for pair in (
        *shares_up_in_words(whole.skeleton, whole.since),
        *multiples_of_a_base(whole.skeleton, whole.since),
    ):
        yield _of_a_pair(whole.skeleton, pair)


def told_above(whole: Utterance) -> Iterator[Told]:
    """The same where the whole is told in the passage or the bullet above."""
    section = whole.sentence.passage.section
    for pair in shares_up_in_words(whole.skeleton, whole.since, section):
        yield _of_a_pair(whole.skeleton, pair)


def _stands(skeleton: Skeleton, pair: PairInWords, since: int) -> bool:
    return max(skeleton.at[each] for each in (pair.words, pair.one, pair.other)) >= since


def _of_a_pair(skeleton: Skeleton, pair: PairInWords) -> Told:
    words, one, other = (skeleton.quantities[each] for each in (pair.words, pair.one, pair.other))
    ratio = one.interval / other.interval
    value = one.value / other.value
    if pair.share:
        share = f"{printed(one)} ÷ {printed(other)} = {number(value * 100, 1)}%"
        return _judged(skeleton, pair.words, ratio, share)
    allowed = room(words, hedge_before(skeleton.source, words.start)[2])
    return Told(
        printed=_with_hedge(skeleton, words),
        fair=ratio.meets(allowed.fair),
        possible=ratio.meets(allowed.doubtful),
        expected="",
        evidence=f"{printed(one)} ÷ {printed(other)} = {number(value, 2)}; "
        f"“{words.text}” is {exact(words.value)}",
    )


def _shares(skeleton: Skeleton) -> Iterator[tuple[int, Interval, str]]:
    """Words, the share that the numbers beside them make, and how."""
    for pattern in _BY_COUNTS:
        for match in pattern.finditer(skeleton.text):
            words = skeleton.number(match["x"])
            part, whole = skeleton.quantity(match["n"]), skeleton.quantity(match["whole"])
            if not _is_share(skeleton, words, match["x"]) or whole.interval.low <= 0:
                continue
            if part.value > whole.value or part.measure is not whole.measure:
                continue
            if _BUT.search(skeleton.text[match.start("x") : match.start("n")]):
                continue  # "almost half of the births but 110 of the 174 deaths"
            value = part.value / whole.value * 100
            if of_another(skeleton, words, match["n"], match["whole"]):
                continue
            if of_several(skeleton, words, match.start("n"), whole.interval):
                continue
            yield (
                words,
                part.interval / whole.interval,
                f"{printed(part)} ÷ {printed(whole)} = {number(value, 1)}%",
            )
    for pattern in _BY_PERCENT:
        for match in pattern.finditer(skeleton.text):
            words = skeleton.number(match["x"])
            percent = skeleton.quantity(match["p"])
            if of_another_whole(skeleton, match.start("x"), match.start("p")):
                continue
            if not _is_share(skeleton, words, match["x"]) or percent.value < 0:
                continue
            if of_several(skeleton, words, match.start("p"), Interval.exactly(100)):
                continue
            if of_an_unnamed_whole(skeleton, words, percent):
                continue
            if not of_two_percentages(skeleton, words, percent):
                yield words, percent.interval.scaled(Fraction(1, 100)), percent.text.strip()


def _is_share(skeleton: Skeleton, words: int, slot: str) -> bool:
    quantity = skeleton.quantities[words]
    at = skeleton.text.index(slot)
    return (
        quantity.value < 1
        and not quantity.text.lower().startswith("halv")
        and not _NOT_A_SHARE.search(skeleton.text[:at])
    )


def _judged(skeleton: Skeleton, words: int, value: Interval, evidence: str) -> Told:
    quantity = skeleton.quantities[words]
    _, _, close = hedge_before(skeleton.source, quantity.start)
    allowed = room(quantity, close)
    share = number(quantity.value * 100, 0 if (quantity.value * 100).denominator == 1 else 1)
    name = _with_hedge(skeleton, quantity)
    return Told(
        printed=name,
        fair=value.meets(allowed.fair),
        possible=value.meets(allowed.doubtful),
        expected=f"{number((value.low + value.high) * 50)}%",
        evidence=f"{evidence}; “{quantity.text}” is {share}%, and “{name}” does not reach so far",
    )


def _with_hedge(skeleton: Skeleton, quantity: Quantity) -> str:
    _, start, _ = hedge_before(skeleton.source, quantity.start)
    return skeleton.source[start : quantity.end]


def _majorities(skeleton: Skeleton, since: int) -> Iterator[Told]:
    for found in majorities_in(skeleton, since):
        yield Told(
            printed=found.printed,
            fair=found.fair,
            possible=found.possible,
            expected="",
            evidence=found.evidence,
        )
