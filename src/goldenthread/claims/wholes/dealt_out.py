"""Wholes that a text deals out part by part: "of that number 412 came from schools, 251 from ..."

What "of" or a colon ties to its whole may still be only some of it, and one thing may be two of
the parts. So the parts are added up only where their words keep them apart: by where each came
from, by a set of words of which nothing is two, or by a last part that is all others.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction

from goldenthread.claims.language.model import Hedge, Quantity, Sentence
from goldenthread.claims.language.skeleton import QUANTITY, Skeleton, skeleton_of
from goldenthread.claims.wholes import whole_cues as cues
from goldenthread.claims.wholes.listed import AMOUNT, SHARE, amounts, listed
from goldenthread.claims.wholes.mended import swap_mends
from goldenthread.claims.wholes.single_sets import OF_COUNTS

Found = tuple[Quantity, tuple[Quantity, ...]]

_NEAR = Fraction(4, 3)  # farther off, something else is meant
_FEW = 2  # so many too many are near to any whole
_FEWEST = 3
_LEAST_FOR_SLIP = 100  # in a smaller whole two digits changed about explain it by chance
_ROUND, _LARGE = 100, 1000  # a large whole that ends in noughts may be rounded
_GAP = f"[^{QUANTITY}.;:,]"
_THAT = (
    r"(?:these|those|this|that|them|which|whom|the total|"
    r"(?:this|that|the) (?:number|total|sum|amount|figure|money)|these [a-z-]+|those [a-z-]+)"
)
_NEXT = re.compile(rf"(?:out )?of {_THAT},? (?={AMOUNT})")
# "£615,000 of it is for mentoring, £340,000 for ...": "of it" is said once, of the first.
_OF_IT = re.compile(rf"{AMOUNT} of {_THAT}(?= )|{AMOUNT} of it(?= )")
_ASIDES = re.compile(rf" ?\([^(){QUANTITY}]*\)")
_OF_ALL = re.compile(
    rf"(?:^|[.;:] )(?:out )?of (?:all )?(?:(?:the|these|those|our|its|their) )?(?:total )?"
    rf"(?P<whole>{AMOUNT}){_GAP}{{0,60}}, (?={AMOUNT})"
)
_OF_WHICH = re.compile(
    rf"(?P<whole>{AMOUNT})(?: [a-z'-]+){{1,4}},? of (?:which|whom|these|those) (?={AMOUNT})"
)
# What stands beside its whole, "92 schools: 71 primary ...", is only tied by the words of a set.
_BESIDE = re.compile(
    rf"(?P<whole>{AMOUNT})(?P<what>(?: (?!of\b)[a-z'-]+){{1,4}})"
    rf"(?:(?:[:;,]| –|,? (?:made up of|comprising|consisting of|with|being|namely)) | \()"
    rf"(?={AMOUNT})"
)
_WITHIN = (_OF_ALL, _OF_WHICH, _BESIDE)

_IN_TURN = re.compile(rf"{AMOUNT}|(?<![a-z-])one(?= [a-z])")
_AFTER_LIST = re.compile(r"[,;:()–]|\.(?: |$)")
_STOP = re.compile(r"[;)]| –|\.(?: |$)")
# By these a thing is in one part only, where the later parts leave the verb out.
_ORIGIN = r"(?:came|come|were|was|are|is)(?: (?:made|received|sent|given|paid|reported))?"
_ONE_PLACE = re.compile(r" (?:(?:came|come|were|was|are|is) (?P<how>from)|lived? (?P<where>in)) ")
_ONE_PURPOSE = re.compile(
    rf" (?:{_ORIGIN} (?P<how>from|by)|(?:went|{_ORIGIN}|was spent|were spent) (?P<why>to|for|on)) "
)
_FOR = re.compile(r" (?:(?:were|was|went) )?(?:for|to|on|related to|relating to|concerned|about) ")
PEOPLE = re.compile(
    r"\b(?:children|people|persons?|famil(?:y|ies)|individuals|pupils|students|patients|women|men|"
    r"boys|girls|residents|clients|members|carers|parents|staff|visitors|respondents|adults|"
    r"learners|households|mothers|fathers|victims|users|callers|customers)\b"
)
# The last part, of all that is in no other: so the list is whole.
_REST = re.compile(
    r" (?:(?:came|were|was|went|are|is) )?(?:(?:from|for|by|to|in|at|on|of|with|related to) )?"
    r"(?:(?:all|various|any|some) )?(?:others?|elsewhere|anything else|somewhere else|everything "
    r"else|unknown|other (?:sources?|places|routes?|reasons?|causes?|purposes?|origins?|types?|"
    r"kinds?|sorts?|things|means|matters|categories|outcomes?|grounds|ways))\b[ .]*"
)
# Said of a list or beside it, these let one thing be two of its parts.
TWICE = re.compile(
    r"\b(?:more than (?:one|once)|two or more|several|overlap\w*|twice|multiple|do not add|"
    r"(?:were|was|for|had|did|in|to|of|are|with) both|each of (?:them|these|the [a-z]+)|"
    r"some (?:had|were|are|fall|fell|came|count|went)|may (?:have|be|fall|appear|hold))\b"
)
# "Assaults against pupils" compare nothing.
_AGAINST_WHOM = re.compile(
    r"\bagainst (?=(?:another|others?|the person|persons?|staff|pupils?|people|children|women|"
    r"girls|adults|property|someone|somebody|themselves|teachers?)\b)"
)


def within(sentence: Sentence, beside: Sequence[Sentence]) -> Found | None:
    """A whole and what it is dealt out to, in one sentence, that do not agree."""
    if len(sentence.quantities) < _FEWEST:
        return None
    skeleton = _without_shares(sentence.text)
    for pattern in _WITHIN:
        for match in pattern.finditer(skeleton.text):
            whole, by_of = skeleton.quantity(match["whole"]), pattern is not _BESIDE
            parts = _dealt(skeleton, whole, match.group(), match.end(), beside, by_of=by_of)
            if parts:
                return whole, parts
    return None


def across(before: Sentence, sentence: Sentence, beside: Sequence[Sentence]) -> Found | None:
    """A whole in one sentence, and what "of that number" is dealt out to in the next."""
    if not before.quantities or len(sentence.quantities) < _FEWEST - 1:
        return None
    skeleton = _without_shares(f"{before.text} {sentence.text}")
    since = len(_without_shares(before.text).text) + 1
    match = _NEXT.match(skeleton.text, since)
    start = match.end() if match else since
    if match is None:
        row = _ASIDES.sub("", skeleton.text[since:])
        first = _OF_IT.match(row)
        if first is None:
            return None
        text = f"{skeleton.text[:since]}{row[0]}{row[first.end() :]}"
        skeleton = replace(skeleton, text=text)
    measure = skeleton.quantity(skeleton.text[start]).measure
    told = [each for each in amounts(skeleton, 0, since) if each.measure is measure]
    if len(told) != 1:
        return None
    words = skeleton.text[:start]
    parts = _dealt(skeleton, told[0], words, start, beside, by_of=True)
    return (told[0], parts) if parts else None


def follows_item(before: Sentence, sentence: Sentence) -> bool:
    """Whether a bullet or short line goes on with the whole that the one before it tells."""
    one, other = before.passage, sentence.passage
    return (
        before.file == sentence.file
        and other.order - one.order == 1
        and one.text == before.text
        and other.text.startswith(sentence.text)
        and not one.heading
        and _OF_IT.match(skeleton_of(sentence.text).text) is not None
    )


def _without_shares(text: str) -> Skeleton:
    """The skeleton of a text less the percentages in brackets, which say nothing more."""
    skeleton = skeleton_of(text)
    return replace(skeleton, text=SHARE.sub("", skeleton.text))


def _parts(skeleton: Skeleton, start: int) -> tuple[tuple[Quantity, ...], list[str], str]:
    """The parts told from a place on, the words of each, and what the sentence says after them."""
    text = skeleton.text
    measure = skeleton.quantity(text[start]).measure
    stop = _STOP.search(text, start) if text.count(";", start) < _FEWEST - 1 else None
    last = max(
        start + each.start()
        for each in re.finditer(AMOUNT, text[start : stop.start() if stop else None])
        if skeleton.quantity(each.group()).measure is measure
    )
    stop = _AFTER_LIST.search(text, last)
    end = stop.start() if stop else len(text)
    row = text[start:end]
    parts = listed(skeleton, start, end) or ()
    at = [each.start() for each in _IN_TURN.finditer(row)]
    if len(at) != len(parts):
        return (), [], ""
    items = [row[one + 1 : other] for one, other in zip(at, [*at[1:], len(row)], strict=True)]
    return parts, items, text[end:]


def _dealt(
    skeleton: Skeleton,
    whole: Quantity,
    words: str,
    start: int,
    beside: Sequence[Sentence],
    by_of: bool,
) -> tuple[Quantity, ...]:
    """The parts told from a place on, if they cannot make their whole and are said to make it.

    ``words`` tell the whole; ``by_of`` where "of" ties the parts to it, and no more than a colon.
    """
    parts, items, rest = _parts(skeleton, start)
    if not parts or not _may_be_of(whole, parts):
        return ()
    if cues.NOT_ALL.search(_AGAINST_WHOM.sub("", " ".join(items))):
        return ()
    made = sum((each.value for each in parts), Fraction(0))
    low = sum((each.interval.low for each in parts), Fraction(0))
    high = sum((each.interval.high for each in parts), Fraction(0))
    apart = by_of and _kept_apart(words, items)
    slip = by_of and whole.value >= _LEAST_FOR_SLIP and swap_mends(whole, parts)
    fails = False
    if low > whole.interval.high:
        near = made - whole.value <= max(whole.value * (_NEAR - 1), Fraction(_FEW))
        too_many = _of_one_set(items, words) or slip or (apart and not _made_before(whole, parts))
        twice = TWICE.search(rest) or any(TWICE.search(each.text.lower()) for each in beside)
        fails = near and too_many and not twice
    elif high < whole.interval.low:
        fails = made * _NEAR >= whole.value and (slip or (apart and _is_rest(items[-1])))
    return parts if fails else ()


def _may_be_of(whole: Quantity, parts: tuple[Quantity, ...]) -> bool:
    """Whether the parts may be of this whole by their kind and size, all printed alike."""
    if whole.measure is not parts[0].measure or whole.hedge is not Hedge.NONE:
        return False
    if any(part.value >= whole.value for part in parts):
        return False
    rounded = whole.value >= _LARGE and whole.value % _ROUND == 0
    return not (rounded and any(part.value % _ROUND for part in parts))


def _made_before(whole: Quantity, parts: tuple[Quantity, ...]) -> bool:
    """Whether the first few make the whole, so that the others may lie within these."""
    made = Fraction(0)
    for each in parts:
        made += each.value
        if whole.interval.holds(made):
            return True
    return False


def _kept_apart(words: str, items: list[str]) -> bool:
    """Whether the parts say where each is from or what it is for, so that none is two of them."""
    first = (_ONE_PLACE if PEOPLE.search(words) else _ONE_PURPOSE).match(items[0])
    if first is None:
        return False
    how = next(each for each in first.groups() if each)
    again = re.compile(rf" (?:(?:were|was|came|went|lived?) )?{how} ")
    if how in ("to", "for", "on"):
        again = _FOR
    return all(again.match(each) or _is_rest(each) for each in items[1:])


def _is_rest(item: str) -> bool:
    """Whether a part is all that is in no other."""
    return _REST.fullmatch(item) is not None


def _of_one_set(items: list[str], whole: str) -> bool:
    """Whether each part is named by another word of one set, none of which its whole has."""
    return any(each.covers(items) and not each.names(whole) for each in OF_COUNTS)
