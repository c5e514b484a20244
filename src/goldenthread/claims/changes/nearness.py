"""Whether a size of change stands near enough to two numbers to be said of them."""

import re

from goldenthread.claims.changes.pair_model import How, Pair
from goldenthread.claims.changes.pairs import LEAD
from goldenthread.claims.changes.sizes import Size
from goldenthread.claims.language.clauses import new_words
from goldenthread.claims.language.directions import COMPARED, NOUN, VERB, sign_of
from goldenthread.claims.language.skeleton import (
    COUNT,
    DURATION,
    MONEY,
    PERCENT,
    POINTS,
    QUANTITY,
    RATE,
    TIMES,
    WHEN,
    Skeleton,
)
from goldenthread.claims.language.timing import when

FARTHEST = 110
_BREAK = re.compile(
    r"[;]|\.\s(?!it was )|\b(?:while|whilst|whereas|although|though|but|however|despite|"
    r"because|where|when|"
    r"with|of which|of whom|including|excluding|meanwhile)\b"
)
_NUMBERS = f"{COUNT}{PERCENT}{POINTS}{RATE}{MONEY}{TIMES}"
# Between the later number and the size told after it: the rest of what is counted, and words that
# say no more than "this is".
LIGHT = re.compile(
    rf"(?:[^,;.(){_NUMBERS}–:]{{0,70}}?)[,.;:)]*"
    rf"(?: (?:in|at|for|during|by|on) (?:the )?[{WHEN}][,.;:)]*)?(?: ?[–(,])?"
    r"(?: ?(?:so|this|that|which|it|is|was|has|had|been|being|represents?|representing|"
    r"represented|equates?|equating|equivalent|equal|equals|means|meaning|leaving|since when|say|"
    r"marks|in other words|"
    r"marking|shows?|"
    r"showing|reflects|reflecting|gives|giving|an?|the|to|by|of|or|and|up|down|in|total|overall|"
    r"net|year-on-year|annual|i\.e\.|therefore|thus|making|amounts|amounting|corresponding|constitutes|presents|"
    r"presenting|compared|with|on|over|year|there|were|we|saw|seeing|those|these|"
    rf"so (?:[a-z-]+ ){{1,4}}(?:has|have|is|was|are|were)|[{WHEN}{DURATION}]),?)* ?\(?"
)
_NEW_THOUGHT = re.compile(
    r"[^,;.(–:]*\b(?:and|while|but|with|as|because|where|when|than|since|after|following|"
    r"despite|until|followed|preceded|then|before|prior)\b"
)
# What may stand between a size told first and the two numbers it is of.
_OPENS = re.compile(
    rf"(?:\( ?|,? to {LEAD}|,? at )(?:(?:[a-z]+|[{WHEN}]) ){{0,3}} ?$|^, $|\. it was $|"
    rf"(?:: | – )[^,;:()]{{0,60}}$"
)
_CHANGE_WORD = re.compile(rf"\b(?:{VERB}|{NOUN})\b")
_OPENS_ANEW = re.compile(r"[,(–;.:]|\b(?:which|that|this|it|they)\b")
_AN = re.compile(r"\b(?:an?|the|this|overall|further|net|similar|slight|significant|total)\s$")


# The level a size is told with: "up 3% at 13,460".
_OWN_LEVEL = re.compile(rf",? (?:to|at|reaching) {LEAD}(?P<level>[{COUNT}{PERCENT}{RATE}{MONEY}])")


def near(skeleton: Skeleton, size: Size, pair: Pair, ends: list[int]) -> bool:
    """Whether nothing but light words, or nothing at all, parts the size from the two numbers.

    ``ends`` are the numbers of the same sort in the sentence: no third may stand between.
    """
    one, other = (skeleton.at[each] for each in pair.both)
    third = [skeleton.at[each] for each in ends if each not in pair.both]
    if inside(skeleton, size, pair):
        return _between(skeleton, size, pair)
    start, stop = (other, size.start) if size.start > other else (size.end, one)
    if any(start < place < stop for place in third) or stop - start > FARTHEST:
        return False
    if size.start > other:
        own = _OWN_LEVEL.match(skeleton.text, size.end)
        if own and skeleton.number(own["level"]) in ends:
            return False  # "emails rose to 5,000 from 4,000, so contacts were up 3% at 13,460"
        return _after(skeleton, size, other)
    return _before(skeleton, size, pair, skeleton.text[size.end : one])


def inside(skeleton: Skeleton, size: Size, pair: Pair) -> bool:
    """Whether the size stands between the two numbers."""
    one, other = (skeleton.at[each] for each in pair.both)
    return one < size.start < other


def compares(skeleton: Skeleton, size: Size, pair: Pair) -> bool:
    """Whether the size compares the same two: "1,840, against a mean of 1,722 (6.9% above it)"."""
    gap = skeleton.text[skeleton.at[pair.both[1]] + 1 : size.start]
    return bool(re.fullmatch(COMPARED, size.word)) and gap in (" (", ", ")


# "This is an extra 586 people, or growth of 13%".
_FIRST_AS_A_COUNT = re.compile(
    rf"(?:(?:extra|additional|(?:{NOUN}) of) )?[{COUNT}{MONEY}](?: [a-z]+){{0,3}},? "
    r"(?:or|which is|that is|equivalent to)\s*$"
)


# "From 96 in the 12 months before the work to 54 in the 12 months after it, a reduction of 44%".
_WINDOW = re.compile(
    rf" (?:in|over|during|for) (?:the )?[{DURATION}] (?:before|after|to|since|following)"
    r"(?: [a-z]+){0,3}(?=,)"
)


def _after(skeleton: Skeleton, size: Size, last: int) -> bool:
    """As in "from 400 to 500, an increase of 25%"."""
    text = skeleton.text
    gap = re.sub(rf"^ \((?:[{QUANTITY}]|[{WHEN}][^)]{{0,20}})\)", "", text[last + 1 : size.start])
    gap = _WINDOW.sub("", _FIRST_AS_A_COUNT.sub("", gap))
    verb_first = (
        size.word not in ("", "up", "down")
        and text.startswith(size.word, size.start)
        and not _AN.search(text[: size.start])
    )
    if verb_first and not _OPENS_ANEW.search(gap):
        return False  # "16.0 against 15.8 on capital expanded by 11%"
    return bool(LIGHT.fullmatch(gap)) and not _NEW_THOUGHT.match(gap)


def _before(skeleton: Skeleton, size: Size, pair: Pair, gap: str) -> bool:
    """As in "fell by 20%, from 500 to 400" and "were down 20%: 400, against 500"."""
    if pair.how is How.FROM_TO and _OF_WHAT.fullmatch(gap):
        return True
    if _BREAK.search(gap) or re.search(r"\band\b", gap):
        return False
    first = skeleton.at[pair.both[0]]
    if gap.startswith(" (") and new_words(skeleton.text, (size.end, first)):
        return False  # "referrals rose 12% (contacts were 2,410, against 2,330)"
    if pair.how is How.FROM_TO:
        if re.search(r"[:–] ?since\b", gap):
            return False  # "up by 14%, as is known: since 2021 the number has gone from 96 to 214"
        signs = (sign_of(match.group()) for match in _CHANGE_WORD.finditer(gap))
        return not any(sign == -size.sign for sign in signs if sign)
    if re.search(r"\b(?:as|after|when|since)\b", gap) or _CHANGE_WORD.search(gap):
        return False
    in_brackets = skeleton.text[first + 1 : first + 3] == " ("
    if pair.how is How.COMPARED and _in_its_year(skeleton, pair, gap):
        return True
    if (
        pair.how is How.COMPARED
        and re.search(rf"^[^(:–]* to (?![{WHEN}])", gap)
        and not in_brackets
    ):
        return False  # "fell by 38 to 801, against 1,248 a year ago": fell since when?
    return bool(_OPENS.search(gap))


# "A 14% increase in children with plans, from 233 to 266": what grew stands between the two.
_OF_WHAT = re.compile(
    rf" (?:in|of) (?!(?:19|20))(?:(?!\b(?:while|but|although|{VERB})\b)[^{QUANTITY};.:()])"
    rf"{{3,90}}, from {LEAD}"
)
# "Rose by 5.3% in 2012 to 262,240, compared with 249,133 in 2011": a year's change, and the year
# before.
_IN_ITS_YEAR = re.compile(rf" in (?P<when>[{WHEN}]) to {LEAD}")


def _in_its_year(skeleton: Skeleton, pair: Pair, gap: str) -> bool:
    """Whether the size is told of a year, and the number compared with is of the one before."""
    told, then = _IN_ITS_YEAR.fullmatch(gap), when(skeleton, pair.before)
    year = skeleton.time(told["when"]) if told else None
    base = skeleton.time(then) if then else None
    return (
        pair.both[0] == pair.after
        and year is not None
        and base is not None
        and 0 < (year.first - base.first).days <= _A_YEAR
    )


_A_YEAR = 366


def _between(skeleton: Skeleton, size: Size, pair: Pair) -> bool:
    """As in "500, 25% more than the 400 of last year" and "400, rising by 25% to 500"."""
    one, other = (skeleton.at[each] for each in pair.both)
    before, after = skeleton.text[one + 1 : size.start], skeleton.text[size.end : other]
    if re.search(r"\band\b[^,]* (?:to|by|at) ?$", before):
        return False  # "450 families, and brought referrals to 25% above the 400"
    if pair.before == pair.both[0] and pair.how is not How.COMPARED:
        return bool(re.fullmatch(rf"\)?,? (?:to|at|reaching) {LEAD}", after))
    return True
