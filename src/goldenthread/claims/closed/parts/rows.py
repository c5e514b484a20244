"""A whole and the row of its parts, whose items are all told alike, that is not what they make.

"The fete raised £840: £410 from stalls, £290 from teas and £240 on the raffle." Where all numbers
of a sentence (or of two) are one and a row of others, and each item of the row is told in the
same way, they are its parts, in whatever words. How much alike they are told and how a slip in one
number explains the difference are proofs of one another: two digits changed about need less.
"""

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import pairwise

from goldenthread.claims.closed.parts.meant import may_be_meant, slips_in
from goldenthread.claims.closed.parts.words import did, link_after
from goldenthread.claims.language.clauses import stem
from goldenthread.claims.language.model import Hedge, Measure, Quantity, Sentence
from goldenthread.claims.language.skeleton import (
    COUNT,
    MONEY,
    PERCENT,
    QUANTITY,
    WHEN,
    skeleton_of,
)
from goldenthread.claims.language.slip import Slip
from goldenthread.claims.reading import Reading
from goldenthread.claims.wholes.unmade import Unmade
from goldenthread.claims.wholes.whole_words import NEVER_TWICE, may_be_twice

AMOUNT = f"[{COUNT}{MONEY}]"
_UNIT = r"(?: (?:mw|gwh|km|miles|tonnes|hectares|hours|people|wte|fte))?"
# What is said in passing of a number: its share, and what it is held against.
_SHARE = (
    rf" ?\((?:[a-z]+ )*[{PERCENT}](?: [a-z ]+)?\)|, (?:or|which is|that is) [{PERCENT}]"
    rf"(?: of [a-z ]+)?(?=[,.;)])|, [{PERCENT}] of (?:them|these|the total|all|it)(?=[,.;])"
)
_HELD = (
    rf",? ?\(?(?:(?:up|down) (?:from|on)|compared (?:with|to)|against) [^,.;:()]*{AMOUNT}"
    rf"[^,.;:()]*\)?(?=[,.;]|$)"
    rf"|(?:, | \(){AMOUNT}{_UNIT}(?: \([{PERCENT}]\))? (?:more|fewer|less|higher|lower)"
    rf"(?: [a-z]+)? than\b[^,.;:()]*\)?"
)
_OF_IT = r" of (?:this|these|those|them|it|the total|all)(?=[,;)])"
PASSING = re.compile(f"{_SHARE}|{_HELD}|{_OF_IT}")
_COMMA = r"(?:[,;]|,? (?:and|or|plus|while|with|but|as well as))"
_THEN = re.compile(
    rf"{_COMMA}(?: (?:a further|another|the (?:other|remaining|last|final)|only|just|some))* $"
)
_ENDS = re.compile(rf"{_UNIT}\)?{_COMMA} ")
_OTHERS = re.compile(
    r"\b(?:others?|elsewhere|the (?:rest|remainder)|remaining|unknown|not known)\b"
)
# A row may be only some of its whole, or one be in two of its items.
_ONLY_SOME = re.compile(
    r"\b(?:includ\w+|such as|mainly|mostly|chiefly|largely|notably|especially|particularly|e\.g|"
    r"for example|among (?:them|these|those)|largest|biggest|top|leading|main|highest|most common|"
    r"respectively|average\w*|each|at least|up to|net|less|minus|followed|first|then)\b"
)
_IN_TWO = re.compile(
    r"\b(?:also|several|both|either|overlap\w*|reasons?|themes?|factors?|features?|issues|needs|"
    r"multiple|some of (?:them|whom|these)|mention\w*|raised)\b"
)
# "12 had asthma and 18 had eczema": whoever had one may have had the other.
_HAD = re.compile(r"\b(?:had|has|have)\b(?! been)")
_NO_FACT = re.compile(r"\b(?:if|would|could|may|might|expect\w*|planned|target|aim\w*|per)\b")
_WORD = re.compile(r"[a-z]{4,}")
_PLACES = frozenset(("in", "at", "from", "on", "to", "into", "by", "near", "through", "under"))
_LEAST, _MOST = 3, 10
_NEAR, _LARGE = Fraction(1, 4), 100


def unmade_rows(reading: Reading) -> Iterator[Unmade]:
    """Every whole whose row of parts, all told alike, makes another number."""
    sentences = reading.sentences
    for at, sentence in enumerate(sentences):
        before = sentences[at - 1] if at else None
        found = _row(sentence, sentence.text, reading)
        if found is None and before and before.passage is sentence.passage and before.quantities:
            found = _row(before, f"{before.text} {sentence.text}", reading, len(before.text))
        if found is not None:
            yield found


def _row(teller: Sentence, source: str, reading: Reading, since: int = 0) -> Unmade | None:
    skeleton = skeleton_of(source)
    if len(skeleton.quantities) <= _LEAST:
        return None
    text = PASSING.sub("", skeleton.text)
    slots = [each.group() for each in re.finditer(f"[{QUANTITY}]", text)]
    told = [skeleton.quantity(each) for each in slots]
    kind = told[0].measure if told else None
    if kind not in (Measure.COUNT, Measure.MONEY):
        return None
    small = _beside_nouns(text, slots, told)
    slots = [
        each
        for each, one in zip(slots, told, strict=True)
        if one.measure is not Measure.DURATION and each not in small
    ]
    told = [skeleton.quantity(each) for each in slots]
    if not _LEAST < len(told) <= _MOST + 1 or any(each.measure is not kind for each in told):
        return None
    whole, *parts = told
    if since and (whole.end > since or any(each.start < since for each in parts)):
        return None
    if any(each.hedge is not Hedge.NONE for each in told):
        return None
    if any(each.value >= whole.value or each.value <= 0 for each in parts):
        return None
    made = sum((each.value for each in parts), Fraction(0))
    if made == whole.value or abs(made - whole.value) > whole.value * _NEAR:
        return None
    starts = [text.index(each) for each in slots]
    items = _items(text, starts[1:])
    if items is None or _NO_FACT.search(text) or not _of_one_time(text[starts[0] + 1 :], items):
        return None
    if not _is_of_it(text, starts, items, apart=bool(since)):
        return None
    slips = slips_in(whole, parts)
    full = _OTHERS.search(items[-1]) is not None or _are_contrary(items)
    full = full or text[: starts[1]].rstrip().endswith(":")
    if not slips or (whole.value < _LARGE and not full):
        return None
    if Slip.SWAPPED not in slips and not (
        _are_alike(items) and (full or made > whole.value or not items[0])
    ):
        return None
    if may_be_meant(whole, parts, reading, teller):
        return None
    return Unmade(sentence=teller, whole=whole, parts=tuple(parts))


def _of_one_time(row: str, items: Sequence[str]) -> bool:
    """Whether a row tells of one time, or each of its items of one of its own."""
    times = [len(re.findall(f"[{WHEN}]", each)) for each in (row, *items)]
    return times[0] <= 1 or (times[0] == len(items) and set(times[1:]) == {1})


def _beside_nouns(text: str, slots: Sequence[str], told: Sequence[Quantity]) -> set[str]:
    """Small numbers in words that only name a thing more exactly: "in the two districts"."""
    return {
        each
        for each, one in zip(slots, told, strict=True)
        if not any(figure.isdigit() for figure in one.text)
        and _NAMING.search(text[: text.index(each)])
    }


_NAMING = re.compile(r"\b(?:the|these|those|our|its|their|all|over|across|at|in|of) $")


def _items(text: str, starts: Sequence[int]) -> list[str] | None:
    """What is said of each part, where every number begins its item, or every one ends it."""
    gaps = [text[one + 1 : other] for one, other in pairwise(starts)]
    tail = text[starts[-1] + 1 :]
    if any(re.search(r"[.?!:] ", each) for each in gaps) or re.search(r"[.?!] [^ ]", tail):
        return None
    if all(_THEN.search(each) for each in gaps):
        return [*(_THEN.sub("", each) for each in gaps), tail.rstrip(". ")]
    if all(_ENDS.match(each) for each in gaps) and re.fullmatch(rf"{_UNIT}\)?[.;]? ?", tail):
        return ["", *(_ENDS.sub("", each).rstrip(" (:–") for each in gaps)]
    return None


# "Police made 612 of the referrals, health 148 ...": the first item of the row.
_OF_SOME = re.compile(r" of (?:the|all|our|its|these|those|their) [a-z][^:]*$")


def _is_of_it(text: str, starts: Sequence[int], items: Sequence[str], *, apart: bool) -> bool:
    """Whether nothing says that the row is only some of its whole, or that one is in two items."""
    of_money = re.search(f"[{MONEY}]", text) is not None
    if not (of_money or NEVER_TWICE.search(text)) and (_IN_TWO.search(text) or may_be_twice(text)):
        return False
    if any(_HAD.search(each) for each in items):
        return False
    link = text[starts[0] + 1 : starts[1]]
    lead = text[: starts[0]]  # "the 402 received" are all there are, and "402 were" are some
    part = bool(_OF_THESE.search(lead) or _OF_SOME.match(link)) or (
        did(text, starts[0] + 1) and not lead.endswith("the ")
    )
    tied = _OF_ALL.search(lead) or link.endswith("; ")
    if part or (not tied and _is_an_item(link, items)):
        return False
    return not (_ONLY_SOME.search(text) or (apart and _NO_PART.search(link)))


def _is_an_item(link: str, items: Sequence[str]) -> bool:
    """Whether the whole is told as the items are, so that it may be but the first of them."""
    if not items[0]:
        return _ENDS.match(link) is not None
    if not _THEN.search(link) or _OF_THEM.search(items[0]) or _OF_THEM.search(link[-12:]):
        return False
    links = {link_after(f"{re.sub(rf'^{_UNIT}', '', each)} ", 0) for each in items[1:]}
    return "" in links or any(re.search(rf"\b{each}\b", link) for each in links)


_OF_ALL = re.compile(r"\b(?:of|among|amongst) (?:the|our|all|its|their)(?: [a-z]+)? $")
_OF_THESE = re.compile(r"\b(?:of|among) (?:whom|which|these|those|them|that number|this),? $")
_NO_PART = re.compile(r"\. (?:another|a further|in addition|besides)\b")


def _are_alike(items: Sequence[str]) -> bool:
    """Whether each item is told as the first is: by a preposition of place, a noun, a contrary."""
    if _OTHERS.search(items[-1]):
        return True
    items = [_OF_THEM.sub("", each) for each in items]
    if not items[0]:
        return not any(_VERB.search(each) for each in items)
    first, *others = items
    links = {link_after(f"{each} ", 0) for each in others}
    if len(links) == 1 and links <= _PLACES and re.search(rf"\b{min(links)}\b", first):
        return True  # "were in the north, 417 in the south": the others lean on the first
    if _are_contrary(items):
        return True
    if any(did(f"{each}.", 0) for each in others):
        return False
    links.add(link_after(f"{first} ", 0))
    nouns = not any(links - {""}) and not any(_VERB.search(each) for each in items)
    return nouns or links <= _PLACES


_OF_THEM = re.compile(r"(?:^| ) ?of (?:them|these|those|whom|which)\b")
_VERB = re.compile(r"\b(?:is|are|was|were|has|have|had|who|that|which)\b")


def _are_contrary(items: Sequence[str]) -> bool:
    """Whether one word stands in every item, so that what differs is how far it holds."""
    words = [{stem(word) for word in _WORD.findall(each)} for each in items]
    return bool(set.intersection(*words)) and any(
        re.search(r"\b(?:not|no|un[a-z]+)\b", each) for each in items
    )
