"""Every size told in a window: what it says, and the cue beside it that says so."""

import re
from collections.abc import Iterator

from goldenthread.claims.changes.change_cues import CHANGE, LIGHT, NO_CHANGE, way_of
from goldenthread.claims.changes.judgements import judgement_sign
from goldenthread.claims.changes.sizes import Size, changes_named, measured
from goldenthread.claims.language.assertion import Role, Stated
from goldenthread.claims.language.directions import COMPARED, LOOSE, NOUN, VERB
from goldenthread.claims.language.model import Measure, Quantity
from goldenthread.claims.language.skeleton import PERCENT, QUANTITY, WHEN, Skeleton

RELATIVE = (Measure.PERCENT, Measure.POINTS, Measure.TIMES)
ABSOLUTE = (Measure.COUNT, Measure.MONEY, Measure.RATE, Measure.DURATION)
_SIGNS = ("+", "-", "−", "–")
# So many words may part a cue from its number.
_BEFORE, _AFTER = 5, 3
_STRONG = 1
# "Two extra chairs" are no difference between hundreds.
_LEAST = 3
_WORDS_AFTER = re.compile(rf"(?:(?! (?:who|that|which|where|when)\b)[^{QUANTITY};.(),:–]){{0,45}}")
_WORDS_BEFORE = re.compile(
    rf"(?:[^{QUANTITY};.():,]|,(?= (?:by|or|at)\b)){{0,60}}(?:(?<=[a-z]), )?$"
)
_CLAUSE_BEFORE = re.compile(r"[^;.()]{0,90}$")
# "Up from 70% last year" tells the other end of a change, and neither its size nor a share.
_AN_END = re.compile(
    rf"\b(?:up|down|(?:{VERB})|(?:{COMPARED}))(?: [a-z]+)? (?:from|than|on|against)"
    rf"(?: (?:the|last|in|at|a)| ?[{WHEN}](?:'s)?)*(?: [a-z]+)? $"
)
# "From 3.4% to 0.9%" tells the level reached, whatever follows.
_FROM_TO_IT = re.compile(
    rf"\bfrom (?:[a-z]+ ){{0,3}}[{QUANTITY}](?: in [{WHEN}])?,? to (?:[a-z]+ ){{0,2}}$"
)
# Said between a cue and a number, these make it the level reached, and no size.
_A_LEVEL = re.compile(
    r"\b(?:from|to|at|than|against|on|in|below|above|under|with|between|and|was|were|is|are|had|"
    r"has|reach\w*|stood|stands) (?:[a-z]+ )?$"
)
# "Rates below 15%" are held to a limit.
_LIMITS = ("above", "below")
_IS_OF = re.compile(r" (?:is|was|being) (?:now |thus |therefore )?(?:one )?of (?:just |only )?")
_LIGHT = re.compile(rf"(?: ?(?:{LIGHT}|[{WHEN}])\b,?)* ?")
# A count is a size only with its cue right beside it: "44 below", "by 292", "a further 340".
_DIFFERS = re.compile(
    r" (?:(?!(?:for|and|or|to|in|no|with|of|is|are|was|were|the|see)\b)[a-z-]+ )?"
    r"(?P<word>more|fewer|less|higher|lower|below|above|short|shy|better|worse|extra|up|down|"
    r"sooner|quicker|faster|slower|longer|shorter)\b"
)
# "44 (16%) more than a year ago": both numbers are of the change.
_ASIDE = re.compile(
    rf"\([{PERCENT}]\) (?P<word>more|fewer|less|higher|lower|up|down)"
    r"(?= than\b| on\b|[,.;]|$)"
)
_ADJECTIVE = re.compile(rf"\b(?:an?|the|this|its|their|our) (?:{'|'.join(LOOSE)}) $")
_AS_MUCH = re.compile(r" as (?:much|many|often|high|large|big|long|likely|busy)\b(?! again)")
_SUBTRACTED = re.compile(rf" (?:less|more|plus|minus) [{QUANTITY}]")
# "Increased by 70% (£10.4 billion)": the sum is the change again.
_PER_CENT_FIRST = re.compile(rf"\b(?P<word>{VERB}|{NOUN}) (?:by|of) [{PERCENT}] \($")
_BY = re.compile(
    r"\b(?:by|(?P<word>further|another)|(?P<noun>[a-z-]+),? of|(?:the|this|that|an?) "
    r"(?P<just>[a-z-]+),)(?: (?:only|just|some|a|an))* $"
)


def stated_in(skeleton: Skeleton, since: int) -> Iterator[Stated]:
    """Every size told from ``since`` on, in order."""
    named = {size.number: size for size in changes_named(skeleton)}
    for place, quantity in enumerate(skeleton.quantities):
        at = skeleton.at[place]
        if at < since or at < 0:
            continue
        if quantity.measure in RELATIVE:
            before = skeleton.text[:at]
            if quantity.measure is Measure.PERCENT and (
                _AN_END.search(before) or _FROM_TO_IT.search(before)
            ):
                continue
            yield _relative(skeleton, place, named.get(place))
        elif quantity.measure in ABSOLUTE and (
            told := _absolute(skeleton, place, named.get(place))
        ):
            yield told


def _relative(skeleton: Skeleton, place: int, size: Size | None) -> Stated:
    quantity = skeleton.quantities[place]
    at = skeleton.at[place]
    as_much = _AS_MUCH.match(skeleton.text, at + 1) is not None
    halved = as_much or quantity.text.lower().startswith("halv")
    multiple = quantity.measure is Measure.TIMES and (quantity.value > 1 or halved)
    signed = quantity.text[:1] in _SIGNS and quantity.measure is not Measure.TIMES
    if size is not None and not multiple and not _no_change(skeleton, place):
        sign = size.sign or (signed and (1 if quantity.text[0] == "+" else -1))
        return Stated(place=place, role=Role.CHANGE, sign=sign, word=size.word, strong=True)
    if signed:
        sign = 1 if quantity.text[0] == "+" else -1
        return Stated(place=place, role=Role.CHANGE, sign=sign, word="", strong=True)
    word, strong = _cue(skeleton.text, at)
    if not word and (aside := _ASIDE.match(skeleton.text, at - 1)):
        word, strong = aside["word"], True
    if multiple:
        return Stated(place=place, role=Role.MULTIPLE, sign=0, word=word, strong=False)
    role = Role.CHANGE if word else Role.SHARE
    return Stated(place=place, role=role, sign=_way(skeleton, word), word=word, strong=strong)


def _way(skeleton: Skeleton, word: str) -> int:
    """The way of a cue; of one that judges, by what is measured: an improvement in errors."""
    return way_of(word) or judgement_sign(word, measured(skeleton, len(skeleton.text)))


def _cue(text: str, at: int) -> tuple[str, bool]:
    """The nearest cue of change to a number, and whether nothing that counts parts the two."""
    if _ADJECTIVE.search(text[:at]):
        return "", False
    after = _blanked(_WORDS_AFTER.match(text, at + 1))
    before = _blanked(_WORDS_BEFORE.search(text[max(0, at - 61) : at]))
    found = []
    if match := CHANGE.search(after):
        gap = after[: match.start()]
        if len(gap.split()) <= _AFTER:
            found.append((len(gap.split()), match["word"], len(gap.split()) <= _STRONG))
    if matches := list(CHANGE.finditer(before)):
        gap = before[matches[-1].end() :]
        of_it = text.startswith(" of ", at + 1) and not re.search(r"\b(?:by|of) $", gap)
        level = _A_LEVEL.search(gap) and not _IS_OF.fullmatch(gap)
        level = level or (not gap.strip() and matches[-1]["word"] in _LIMITS)
        if len(gap.split()) <= _BEFORE and not level and not of_it:
            light = _LIGHT.fullmatch(gap) is not None
            found.append((len(gap.split()), matches[-1]["word"], light))
    if before.endswith("by ") and not found:
        clause = text[: at - 4] if text[:at].endswith("(by ") else text[:at]
        cues = list(CHANGE.finditer(_blanked(_CLAUSE_BEFORE.search(clause))))
        return (cues[-1]["word"], True) if cues else ("", False)
    if not found:
        return "", False
    _, word, strong = min(found)
    return word, strong


def _blanked(match: re.Match[str] | None) -> str:
    """Words without those that only look like cues."""
    return NO_CHANGE.sub(lambda each: "_" * len(each.group()), match.group()) if match else ""


def _no_change(skeleton: Skeleton, place: int) -> bool:
    """Whether the words right before a number only look like a cue: "turned down 84"."""
    at = skeleton.at[place]
    before = skeleton.text[:at]
    if _SUBTRACTED.match(skeleton.text, at + 1) or _ADJECTIVE.search(before):
        return True
    return any(
        each.end() >= len(before) - 1
        for each in NO_CHANGE.finditer(before, max(0, len(before) - 40))
    )


def _is_small(quantity: Quantity) -> bool:
    return not quantity.decimals and abs(quantity.value) < _LEAST


def _absolute(skeleton: Skeleton, place: int, size: Size | None) -> Stated | None:
    """A count or sum of money that is a difference: "27 fewer", "by 292", "a worsening, of 19"."""
    at = skeleton.at[place]
    text = skeleton.text
    if _no_change(skeleton, place) or _is_small(skeleton.quantities[place]):
        return None
    if size is not None:
        return Stated(place=place, role=Role.CHANGE, sign=size.sign, word=size.word, strong=True)
    if skeleton.quantities[place].text[:1] in _SIGNS and skeleton.text[at - 1 : at] in (" ", "("):
        sign = 1 if skeleton.quantities[place].text[0] == "+" else -1
        return Stated(place=place, role=Role.CHANGE, sign=sign, word="", strong=True)
    if told := _PER_CENT_FIRST.search(text[:at]):
        return Stated(place=place, role=Role.CHANGE, sign=0, word=told["word"], strong=True)
    after = _DIFFERS.match(text, at + 1) or _ASIDE.match(text, at + 2)
    if after:
        word = after["word"]
        return Stated(
            place=place, role=Role.CHANGE, sign=_way(skeleton, word), word=word, strong=True
        )
    before = text[max(0, at - 61) : at]
    by = _BY.search(NO_CHANGE.sub(lambda each: "_" * len(each.group()), before))  # "made up of"
    if by is None:
        return None
    word = by["word"] or by["noun"] or by["just"] or ""
    if not word:
        cues = list(CHANGE.finditer(_blanked(_CLAUSE_BEFORE.search(text[:at]))))
        word = cues[-1]["word"] if cues else ""
    if not CHANGE.fullmatch(word):
        return None
    return Stated(place=place, role=Role.CHANGE, sign=_way(skeleton, word), word=word, strong=True)
