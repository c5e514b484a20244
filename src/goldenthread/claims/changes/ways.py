"""Words of direction without a size, against two like numbers in time order: "is lower, with ...".

The two must be all there is to speak of, dated or compared beyond doubt, and every word of
direction in the utterance must point one way.
"""

import re
from collections.abc import Iterator

from goldenthread.claims.changes.binding import PART_OF, alike
from goldenthread.claims.changes.governing import Direction
from goldenthread.claims.changes.judged import Judged, Verdict
from goldenthread.claims.changes.pair_model import How, Pair
from goldenthread.claims.changes.pairs import how_many_times, linked
from goldenthread.claims.changes.sizes import changes_named
from goldenthread.claims.language.clauses import new_words, of_their_own
from goldenthread.claims.language.directions import COMPARED, LOOSE, NOUN, VERB, sign_of
from goldenthread.claims.language.model import Measure
from goldenthread.claims.language.share_patterns import VERBED
from goldenthread.claims.language.skeleton import (
    EARLIER,
    LAST,
    LATER,
    QUANTITY,
    WHEN,
    Skeleton,
)
from goldenthread.claims.language.timing import order_of, when

_WORD = re.compile(rf"\b(?P<word>{VERB}|{NOUN}|{COMPARED}|up|down)\b")
_OTHERWISE = re.compile(
    r"\b(?:not|no|never|without|although|though|but|despite|however|while|whilst|whereas|"
    r"expect\w*|forecast\w*|plan|planned|target\w*|averag\w*|national\w*|england|region\w*|"
    r"per|each|every|population|risk|need|demand|cost\w*|staff\w*|of which|of whom|would|could|"
    r"should|may|might|will|aim\w*|rank\w*|position|(?:first|second|third)(?!-)|again|until|peak\w*|"
    r"more than|less than|over(?! (?:the|this|that)\b)|"
    r"under(?!-)|above|below|other|others|including|because|since then|due to|owing to|driven by|"
    r"thanks to|as a result of|attribut\w+|explain\w*|caused by|"
    r"rest|remaining|capacity|budget|slow\w*|rate of|most|least|or more|or less|respectively)\b"
)
# "Have dropped again": they have dropped.
_ONCE_MORE = re.compile(rf"(?<=\w)(?<!once) (?:yet )?again\b(?= [{WHEN}]|[,.:;–])")
_MODEST = 3
_AUXILIARY = re.compile(
    r"\b(?:has|have|had|was|were|is|are|been|being|numbers|figures) (?:\w+ly )?$"
)
_ENDS_THERE = re.compile(
    rf" ?(?:[,.:;–]|(?:(?:in|during|over|since|between) )?(?:the )?[{WHEN}]|again|further|from)"
)
_AFTERWARDS = re.compile(
    r"[,;–.(] ?(?:(?:so|this|that|which|it|and|is|was|a|an|the|small|slight|welcome|has|have|"
    r"represents|means|are|therefore|thus|hence|small|modest|sharp|such|clear|they|we|there|were|saw|"
    r"had|took|held|received)[ ,]+)*"
)


_OF_A_NOUN = ("more", "fewer", "less", "additional", "extra", "higher", "lower")
_STOP = re.compile(r"[,.;:–]")


def unread_ways(skeleton: Skeleton, since: int) -> Iterator[Judged]:
    """Each word of direction that the only two numbers of the utterance gainsay."""
    text = skeleton.text
    words = [match for match in _WORD.finditer(text) if sign_of(match["word"])]
    if len({sign_of(match["word"]) for match in words}) != 1:
        return
    if changes_named(skeleton) or PART_OF.search(text):
        return
    pair = _only_pair(skeleton)
    if pair is None or _OTHERWISE.search(_ONCE_MORE.sub(" ", _until_after(skeleton, pair))):
        return
    if skeleton.at[pair.both[1]] < since > words[-1].start():
        return
    word = next((match for match in words if _said_of(skeleton, match, pair)), None)
    if word is None:
        return
    sign = sign_of(word["word"])
    before, after = (skeleton.quantities[each].interval for each in (pair.before, pair.after))
    difference = after - before
    can = difference.high > 0 if sign > 0 else difference.low < 0
    yield Judged(
        verdict=Verdict.HOLDS if can else Verdict.DIRECTION,
        pair=pair,
        direction=Direction(word["word"], sign),
    )


_ANOTHER_REMARK = re.compile(r", (?:and|all of|which were)\b|[.;]")


def _until_after(skeleton: Skeleton, pair: Pair) -> str:
    """The text without the remark that follows the two numbers: ", and every one was looked at"."""
    stop = _ANOTHER_REMARK.search(skeleton.text, skeleton.at[pair.both[1]])
    return skeleton.text[: stop.start()] if stop else skeleton.text


def _only_pair(skeleton: Skeleton) -> Pair | None:
    """The only two numbers there are, the earlier one first; None where that is unsaid."""
    places = [
        place
        for place, each in enumerate(skeleton.quantities)
        if skeleton.at[place] >= 0 and each.measure is not Measure.DURATION
    ]
    if len(places) != 2:
        return None
    one, other = places
    first, second = skeleton.quantities[one], skeleton.quantities[other]
    sorts = (Measure.COUNT, Measure.PERCENT, Measure.RATE, Measure.MONEY)
    if first.measure is not second.measure or first.measure not in sorts:
        return None
    if first.hedge or second.hedge or not alike(first, second):
        return None
    if how_many_times(skeleton, one, other) > _MODEST:
        return None
    linked_pair = next(iter(linked(skeleton, [one, other])), None)
    if linked_pair is not None and linked_pair.places:
        return None
    order = order_of(skeleton, one, other)
    if linked_pair is not None and linked_pair.how in (How.FROM_TO, How.FROM, How.COMPARED):
        return linked_pair
    if not order or not (when(skeleton, one) or when(skeleton, other)):
        return None
    before, after = (other, one) if order < 0 else (one, other)
    return Pair(before=before, after=after, how=How.DATED)


def _said_of(skeleton: Skeleton, match: re.Match[str], pair: Pair) -> bool:
    """Whether the word is plainly of the two numbers: it announces them or sums them up."""
    text = skeleton.text
    one, other = (skeleton.at[each] for each in pair.both)
    alone = _AUXILIARY.search(text[: match.start()]) or _ENDS_THERE.match(text, match.end())
    if match["word"] in LOOSE and not alone:
        return False
    if match.end() <= one:
        nouns = [skeleton.quantities[each].noun for each in pair.both]
        return _announces(text, match, one, nouns)
    if match.start() > other:
        between = text[other + 1 : match.start()]
        mark = max(between.rfind(each) for each in (",", ";", "–", ".", "("))
        clause = between[max(mark, 0) :]
        stop = _STOP.search(text, match.end())
        more = (match.end(), stop.start() if stop else len(text))
        if match["word"] in _OF_A_NOUN and new_words(text, more):
            return False
        return mark >= 0 and (
            _AFTERWARDS.fullmatch(clause) is not None
            or (
                _CONCLUDES.search(clause) is not None
                and not new_words(text, (other, match.start()))
            )
        )
    return False


# "Fires in bins thus rose".
_CONCLUDES = re.compile(r"^\. [^,;:]* (?:thus|therefore|hence) $")


def _announces(text: str, match: re.Match[str], one: int, nouns: list[str]) -> bool:
    gap = text[match.end() : one]
    if re.search(f"[{QUANTITY}]", gap):
        return False
    stop = gap.find(". ")
    if stop >= 0:
        if gap.count(". ") > 1:
            return False
        ends = match.end() + stop
        begins = text.rfind(". ", 0, match.start()) + 1
        known = new_words(text, (begins, ends))
        said = new_words(f"{text[begins:ends]}", (0, ends - begins))
        leans = _LEANS.match(gap[stop + 2 :]) and not any(
            noun and not _DONE.match(noun) for noun in nouns
        )
        begins_there = ends + 2
        there = begins_there, max(_end_of(text, one), begins_there)
        another = of_their_own(text, (begins, ends), there)
        return bool(leans) or (bool(said) and len(known) < len(said) and not another)
    if re.fullmatch(r"(?: [a-z'-]+){1,8}: ?", gap):
        return True  # "a fall was seen in alerts: 540 in 2023 and 586 in 2024"
    tail = re.sub(rf"[{WHEN}{EARLIER}{LATER}{LAST}]", "", gap)
    return (
        bool(
            re.match(
                r"(?: (?:in|on|at|this|than|over|during|for|again|the|a|year|further))* ?"
                r"(?::|,? –|,? with|,? at|, as (?:can be seen|shown|the figures show):|"
                r", (?:standing|being|numbering|totalling|averaging)(?: at)?|,) ?",
                tail,
            )
        )
        and len(tail) < _NEAR
    )


def _end_of(text: str, at: int) -> int:
    """Where the clause ends in which a number stands."""
    stop = re.compile(r"[.;]| (?:in|at|during|over|compared|against|and) ").search(text, at)
    return stop.start() if stop else len(text)


_NEAR = 60
# "Sessions have dropped. We held 310 ...": nothing but the number to say what of.
_LEANS = re.compile(
    rf"(?:(?:in|at|on) [{WHEN}],? )?(?:(?:we|there|it|they) (?:held|had|saw|were|was|recorded|"
    r"made|ran|did|logged|handled|answered|took|opened|closed|counted|delivered|received|numbered) "
    r")?(?:just |only )?$"
)
_DONE = re.compile(rf"(?:{VERBED})\b")
