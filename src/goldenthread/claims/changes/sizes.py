"""Sizes of change told in a sentence: "an increase of 24%", "62 fewer", "up 5 points", "−28%"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from goldenthread.claims.changes.blockers import CAUSE
from goldenthread.claims.changes.judgements import judgement_sign
from goldenthread.claims.language.directions import (
    CHANGE,
    COMPARED,
    GAPS,
    MORE_OR_LESS,
    NEGATED,
    NOUN,
    VERB,
    sign_of,
)
from goldenthread.claims.language.model import Measure
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
    skeleton_of,
)

_PART = f"{PERCENT}{POINTS}{TIMES}"
_ANY = f"{_PART}{COUNT}{MONEY}{RATE}{DURATION}"
_SLOT = f"[{_ANY}]"
_WORD = r"[a-z][a-z'’-]*"
# Adjectives between a number and its noun of change: "a 12% year on year increase".
_ADJECTIVES = (
    r"(?:(?:net|overall|further|slight|small|large|significant|marked|real|total|"
    r"year|on|year-on-year|annual|percentage|point|sharp|welcome|modest|relative|proportionate|"
    r"steep|big) ){0,4}"
)
_ADVERBS = (
    r"(?:(?:further|again|slightly|significantly|sharply|markedly|substantially|"
    r"steadily|overall|back|also|respectively|considerably|only|just|another|a|an|the|clear|full|"
    r"whole|mere|massive|modest|welcome|healthy|remarkable|staggering|huge) ){0,2}"
)
# "This year's 2,731 represents growth": the number is no size of the growth.
_SAYING = (
    r"represent(?:s|ed|ing)?|show(?:s|ed|ing)?|mean(?:s|t|ing)?|mark(?:s|ed|ing)?|equals?|"
    r"reflect(?:s|ed|ing)?|saw|sees?|seeing|giv(?:es|ing)|gave|brought|brings|made|makes|making|"
    r"constitutes?|indicates?|amounts?|comes|came|suggests?|confirms?|follows|continues"
)
_PATTERNS = tuple(
    re.compile(pattern)
    for pattern in (
        # "an increase of 24%", "a fall in contacts of 24%", "growth: 24%"
        rf"\b(?P<word>{NOUN})(?: in (?:{_WORD} ){{1,6}}| (?:overall |[{WHEN}] )?)(?:of|by) "
        rf"(?:a |an )?(?P<v>{_SLOT})",
        # "growth is just 7%", "the increase, 2,205, amounts to 22%"
        rf"\b(?P<word>{CHANGE})"
        rf"(?: (?:(?:between|since|from|over|in|on) )?[{WHEN}{DURATION}])?"
        rf"(?:, (?:therefore|then|thus|overall|in other words),| therefore| thus| overall)?(?:,? "
        rf"(?:is|was|amounts to|came to|comes to|equals)|:) "
        rf"(?:just |only |about )?(?P<v>{_SLOT})",
        rf"\bthe (?P<word>{CHANGE}), [{COUNT}{MONEY}], (?:is|was|amounts to|comes to) "
        rf"(?P<v>{_SLOT})",
        rf"\bthe (?P<word>{CHANGE}), (?P<v>[{COUNT}{MONEY}]),",
        # "a 24% increase", "a 24% (62) rise"
        # but not "118 falls with harm", which are counted
        rf"(?P<v>{_SLOT})(?! (?:falls|cuts|drops|slips)\b)(?: \([{_ANY}]\))?[ -]"
        rf"(?:(?!(?:and|or|but|to|the|this|that|is|was|are|were|an?|with|after|"
        rf"{_SAYING})\b){_WORD} |[{WHEN}] )"
        rf"?{_ADJECTIVES}(?P<word>{CHANGE})\b(?! "
        rf"from [{WHEN}]? ?to)",
        # "rose by 24%", "was down 24%", "reduced the number of moves by 24%"
        rf"\b(?P<word>{VERB}) {_ADVERBS}(?:{_WORD} ){{0,7}}?by {_ADVERBS}(?P<v>{_SLOT})",
        rf"\b(?P<word>{VERB}) {_ADVERBS}(?P<v>[{_PART}])(?! of )",
        rf"(?<!made )(?<!make )(?<!makes )(?<!making )(?<!set )(?<!taken )(?<!take )(?<!followed )"
        rf"\b(?P<word>up|down) (?:by )?{_ADVERBS}(?P<v>{_SLOT})",
        rf"\b(?P<word>extra|additional) (?P<v>[{COUNT}{MONEY}])",
        rf"\b(?P<word>gained|lost|shed) (?P<v>[{COUNT}{_PART}])",
        rf"(?P<v>{_SLOT}) (?P<word>more|fewer|extra|additional) (?={_WORD}(?: |[.,;]|$))",
        rf"(?P<v>[{_PART}]) (?P<word>up|down)(?= (?:on|from|{_WORD} on|[{WHEN}])|[,.;:)]|$)",
        rf"(?P<v>[{COUNT}{MONEY}{RATE}]) (?P<word>up|down)(?= on )",
        rf"(?P<v>[{_PART}{COUNT}]) (?P<word>short)(?= of)",
        # "24% higher than", "62 fewer young people"
        rf"(?P<v>{_SLOT}) (?:(?:(?!(?:but|and|or|is|was|are|were)\b){_WORD} ){{0,2}}?)"
        rf"(?:(?:a|per) (?:day|week|month|head) )?"
        rf"(?P<word>{MORE_OR_LESS})(?= (?:where|what|last|"
        rf"plan|budget|average|expected|"
        rf"our|their|its|this|target|than|on|at|the|it|"
        rf"that|in|again|{_WORD} than|{_WORD} {_WORD} than|[{WHEN}{_ANY}])|[,.;:)]|$)",
    )
)
_SIGNED = re.compile(
    rf"(?:[,(:;] ?|– |^|\b(?:change|difference|variance|movement)(?: of| is| was|:| =)? ?)"
    rf"(?P<v>[{PERCENT}{POINTS}{COUNT}{MONEY}])(?=[,.);]|$| \(| (?:on|compared|from|against) )"
)
# A second way of saying the size just told: "an increase of 62 or 23%", "62 fewer (23%)".
_AGAIN = re.compile(
    rf"(?:(?: (?!(?:and|but|while|whereas|with|from|than|to|of|or)\b){_WORD}){{0,3}},? or |"
    rf",? \((?:or |a |an )?|,? which is |,? equivalent to |,? equal to |"
    rf",? equating to |,? representing |,? and of | – |,? i\.e\. )(?:an? )?(?:(?:growth|rise|"
    rf"increase|fall|drop|decrease|reduction) of )?(?P<v>[{_PART}])(?! to [{_ANY}])(?! of )"
)
_OR_A_COUNT = re.compile(rf",? or (?P<v>[{COUNT}])(?= (?:{_WORD} ?){{1,3}}[.,;)])")
# Changes that are not between the two numbers beside them: per year, in real terms, forecast.
_OTHER_AFTER = re.compile(
    r" ?of (?:them|these|those|whom|which)\b|"
    r"[\s)]*(?:\w+ ){0,3}(?:(?:a|per|each|every) (?:year|month|week|quarter|annum)\b|annually|p\.a|"
    r"(?:in|at) real terms|on an? [a-z -]{3,30} basis|like[- ]for[- ]like|after inflation|"
    r"(?:once )?(?:adjust|allowing)|per head|per capita|"
    r"than (?:[a-z]+ ){0,3}(?:neighbours?|others|peers?|elsewhere|expected|anticipated|"
    r"predicted)\b|"
    r"(?:the |our |its |a )?(?:england|english|national|regional|statistical|target|expected|"
    rf"average|limit|threshold|neighbours?)\b(?![^,.;]{{0,30}}[{QUANTITY}])|"
    r"on average|nationally|regionally|across (?:england|the country|the region)|in england)"
)
# "31 more than last year came from schools": of some of them.
_OF_SOME = re.compile(
    rf" ?(?:than (?:in )?(?:the )?(?:[{WHEN}]|(?!it\b|they\b)[a-z]+) )?"
    r"(?:came|come|were|are|went|was|is) "
    r"(?:from|to|in|for|with|among|by|about)\b|"
    rf" ?(?:than (?:in )?(?:the )?[{WHEN}] )?(?:involved|concerned|lived|live)\b"
)
# "Growth of 8% had been hoped for".
_HOPED = re.compile(
    r"[^,;:.()]{0,30}\b(?:had been|has been|have been|was|were|is|are|being) (?:[a-z]+ly )?"
    r"(?:hoped|expected|forecast|planned|budgeted|predicted|assumed|promised|agreed|targeted|sought|asked)\b"
)
# "Grew 15.7%, down from 23%": rates of growth compared, not a change between two numbers.
_RATES = re.compile(
    rf"[^{QUANTITY};.()]{{0,50}}(?:compared (?:with|to)|against|versus|up from|down from|than|"
    rf"after)"
    rf"(?: [a-z]+){{0,4}} (?:[{WHEN}] )?[{PERCENT}]"
)
_RANGE = re.compile(rf"[{QUANTITY}] (?:to|and|or) $")
# "44 above the 567 required and 23% up on the low point": no range ends so.
_TO_A_BASE = re.compile(r"(?<=[a-z]) (?:on|than)\b")
_RANGE_AFTER = re.compile(rf"[{COUNT}] to [{PERCENT}]")
_FALL_VERB = re.compile(r"(?:\b(?:a|an|the|of)|[(–,:]|^) ?$")
_OTHER_BEFORE = re.compile(
    r"(?:\baverage (?:annual )?|\bannual (?:average )?|\bmean |real[- ]terms? |\bcompound |"
    r"\btarget(?:ed)? |"
    r"\bplanned |\bexpected |\bnational(?:ly)?,? |\bengland (?:saw |had )?|\baim(?:ed)? (?:for|"
    r"to) |\bwould have (?:been )?)"
    r"(?:an? )?(?:\w+ )?$"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Size:
    """A change told: the quantity's number in the sentence, 1 up, -1 down, 0 unsaid.

    ``start`` and ``end`` are where the words stand in the skeleton; ``word`` the word of direction.
    """

    number: int
    sign: int
    start: int
    end: int
    word: str


def sizes_in(skeleton: Skeleton) -> list[Size]:
    """Every size of change told in a sentence, in order, each quantity once."""
    kept = (size for size in changes_named(skeleton) if not _of_something_else(skeleton.text, size))
    return sorted(kept, key=lambda size: size.start)


def changes_named(skeleton: Skeleton) -> list[Size]:
    """Every size of change, also those of other years and places: none of them is a level."""
    return list(_named(skeleton.source))


@lru_cache(maxsize=8192)
def _named(source: str) -> tuple[Size, ...]:
    skeleton = skeleton_of(source)
    found: dict[int, Size] = {}
    for pattern in _PATTERNS:
        for match in pattern.finditer(skeleton.text):
            size = _size(skeleton, match, match["word"])
            if size and size.number not in found:
                found[size.number] = size
    for size in list(found.values()):
        for other in _again(skeleton, size):
            found.setdefault(other.number, other)
    for match in _SIGNED.finditer(skeleton.text):
        number = skeleton.number(match["v"])
        quantity = skeleton.quantities[number]
        if number not in found and quantity.text[:1] in "-−–+":
            sign = 1 if quantity.text[0] == "+" else -1
            found[number] = Size(
                number=number,
                sign=sign,
                start=match.start() + (not match.group()[:1].isalpha()),
                end=match.end("v"),
                word="",
            )
    return tuple(found.values())


def measured(skeleton: Skeleton, at: int) -> str:
    """The words that say what is measured: those before the first number."""
    first = re.search(f"[{QUANTITY}]", skeleton.text)
    return skeleton.text[: min(at, first.start() if first else at)]


# "Money came up 3 times" tells how often.
_OCCASIONS = re.compile(r" times\b(?! (?:as|the|that|what|more|higher|lower))")
_TOLD_AFTER = re.compile(r" (?P<word>more|fewer|less|higher|lower|up|down)\b")
# "742 inpatient falls" are counted.
_COUNTED = ("falls", "cuts", "drops", "slips", "slides")
_GAPS = frozenset(GAPS.split(" "))
# "The overspend of £310k is £45k lower": what changed is the overspend.
_ITSELF = re.compile(
    rf" (?:is|was|has|had|compares|follows|{VERB})\b(?! (?:made up|due|because|in line|explained))"
)


def _size(skeleton: Skeleton, match: re.Match[str], word: str) -> Size | None:
    before = skeleton.text[max(0, match.start() - 30) : match.start()]
    number = skeleton.number(match["v"])
    stated = skeleton.quantities[number]
    if NEGATED.search(before) or (stated.measure is Measure.TIMES and stated.value > 1):
        return None  # "rose fivefold" tells how many times, which another check asks
    if word in ("up", "down") and _OCCASIONS.match(skeleton.text, match.end("v")):
        return None
    if not sign_of(word) and (told := _TOLD_AFTER.match(skeleton.text, match.end("v"))):
        word = told["word"]  # "Change: 86 more homes"
    if (
        stated.measure is Measure.COUNT
        and word in _COUNTED
        and match.start("v") < match.start("word")
    ):
        return None
    if word in _GAPS and _ITSELF.match(skeleton.text, match.end("v")):
        return None
    return Size(
        number=number,
        sign=sign_of(word) or judgement_sign(word, measured(skeleton, match.start())),
        start=match.start(),
        end=match.end(),
        word=word,
    )


def _again(skeleton: Skeleton, size: Size) -> Iterator[Size]:
    match = _AGAIN.match(skeleton.text, size.end) or _OR_A_COUNT.match(skeleton.text, size.end)
    while match:
        yield Size(
            number=skeleton.number(match["v"]),
            sign=size.sign,
            start=size.start,
            end=match.end(),
            word=size.word,
        )
        match = _AGAIN.match(skeleton.text, match.end())


def _of_something_else(text: str, size: Size) -> bool:
    before = text[max(0, size.start - 40) : size.start]
    in_range = _RANGE.search(before) and not _TO_A_BASE.match(text, size.end)
    if CAUSE.search(text[max(0, size.start - 80) : size.start]):
        return True
    if in_range or _RANGE_AFTER.match(text, size.end - 1) or "respectively" in text:
        return True
    slot = text[size.start] if size.start < len(text) else ""
    is_verb = size.word in ("fall", "falls") and text.startswith(" in ", size.end)
    if is_verb and re.match(f"[{PERCENT}]", slot) and not _FALL_VERB.search(before):
        return True
    compared = re.fullmatch(COMPARED, size.word) and text.startswith(" than", size.end)
    if size.word in ("less", "more") and re.match(rf" {_SLOT}", text[size.end :]):
        return True  # "32.7 less 26.4" is a subtraction
    percent = re.search(f"[{PERCENT}]", text[size.start : size.end])
    if percent and not compared and _RATES.match(text, size.end):
        return True
    if _HOPED.match(text, size.end) or _OF_SOME.match(text, size.end):
        return True
    return bool(_OTHER_AFTER.match(text, size.end) or _OTHER_BEFORE.search(before))
