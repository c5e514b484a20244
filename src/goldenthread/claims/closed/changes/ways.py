"""A direction word that governs one level against another, and says the wrong way."""

import re
from collections.abc import Iterator, Mapping

from goldenthread.claims.assertions.subjects import clause_of
from goldenthread.claims.changes.blockers import DENIED, ELSEWHERE
from goldenthread.claims.changes.governing import Direction
from goldenthread.claims.changes.judged import Judged, Verdict
from goldenthread.claims.changes.opposites import side_of
from goldenthread.claims.changes.pair_model import How, Pair
from goldenthread.claims.closed.changes.window import in_order, levels_in, sentence_of
from goldenthread.claims.language.assertion import Stated
from goldenthread.claims.language.clauses import new_words
from goldenthread.claims.language.directions import COMPARED, NOUN, VERB, sign_of
from goldenthread.claims.language.levels import UNITS
from goldenthread.claims.language.skeleton import EARLIER, LAST, QUANTITY, WHEN, Skeleton
from goldenthread.claims.language.timing import first_day, when

_TO = re.compile(
    rf"\b(?P<word>{VERB})(?: (?:[a-z]+ly|back|again|further|only))?"
    rf"(?: (?:(?:in|during|over|since|by) )?[{WHEN}])? (?:to|at) (?:(?:just|only|a|about|some) )*$"
)
_HEAD = re.compile(rf"\b(?P<word>{VERB}|{NOUN}|{COMPARED})\b")


def ways_told(skeleton: Skeleton, since: int, sizes: Mapping[int, Stated]) -> Iterator[Judged]:
    """Every word of direction from ``since`` on that the numbers it governs gainsay."""
    for unit in UNITS:
        levels = levels_in(skeleton, unit, sizes)
        for place in levels:
            at = skeleton.at[place]
            if at < since:
                continue
            if found := _reached(skeleton, place, levels):
                yield found
                return
        if found := _headed(skeleton, since, levels) or _upon(skeleton, since, levels):
            yield found
            return


def _reached(skeleton: Skeleton, place: int, levels: list[int]) -> Judged | None:
    """The word of "has risen to 47", against every other level of the window."""
    text, at = skeleton.text, skeleton.at[place]
    told = _TO.search(text[:at])
    others = [each for each in levels if each != place]
    if (
        told is None
        or not others
        or not sign_of(told["word"])
        or DENIED.search(text[: told.start()])
    ):
        return None
    start, stop = sentence_of(text, at)
    own = [each for each in others if start <= skeleton.at[each] < stop]
    near = own or others
    sign = sign_of(told["word"])
    if not all(_is_earlier(skeleton, each, place) for each in near):
        return None
    if any(_goes(skeleton, each, place) != -sign for each in others):
        return None
    base = max(near, key=lambda each: -abs(skeleton.at[each] - at))
    anew = max(start, skeleton.at[base] + 1, clause_of(text, told.start())[0])
    if skeleton.at[base] < at and new_words(text, (anew, told.start())):
        return None
    if _otherwise(skeleton, (base, place)):
        return None
    return _wrong(told["word"], sign, base, place)


def _is_earlier(skeleton: Skeleton, one: int, place: int) -> bool:
    """Whether a level is told of an earlier time than the one reached."""
    ordered = in_order(skeleton, (one, place), 0)
    if ordered is not None:
        return ordered[1] == place and ordered[2]
    told = when(skeleton, one)
    start = clause_of(skeleton.text, skeleton.at[place])[0]
    own = re.findall(f"[{WHEN}]", skeleton.text[start : skeleton.at[place]])
    if len(own) != 1 or not told or when(skeleton, place):
        return False
    days = first_day(skeleton, told), first_day(skeleton, own[0])
    return bool(days[0] and days[1] and days[0] < days[1])


def _headed(skeleton: Skeleton, since: int, levels: list[int]) -> Judged | None:
    """The only word of direction before the two levels it announces: "Fewer came: 96, then 104"."""
    text = skeleton.text
    own = [each for each in levels if skeleton.at[each] >= since]
    if len(own) < 2:
        return None
    one, other = own[:2]
    head = re.sub(r"\(.*", "", text[since : skeleton.at[one]])
    between = text[skeleton.at[one] + 1 : skeleton.at[other]]
    words = [each for each in _HEAD.finditer(head) if sign_of(each["word"])]
    ways = {sign_of(each["word"]) for each in words}
    ordered = in_order(skeleton, (one, other), 0)
    if (
        len(ways) != 1
        or len(words) != 1
        or ordered is None
        or not ordered[2]
        or not _PAIRED.fullmatch(between)
    ):
        return None
    if not _ANNOUNCED.search(text[since : skeleton.at[one]]) or re.search(f"[{QUANTITY}]", head):
        return None
    if len(own) > 2 and not _ANOTHER.match(text, skeleton.at[other] + 1):
        return None
    before, after, _ = ordered
    times = [when(skeleton, each) for each in (one, other)]
    if EARLIER in head or not (all(times) or {EARLIER, LAST} & {*times}):
        return None
    (sign,) = ways
    if _goes(skeleton, before, after) != -sign or _otherwise(skeleton, (one, other)):
        return None
    if DENIED.search(head[: words[0].start()]) or _BUT.search(head, words[0].end()):
        return None
    return _wrong(words[0]["word"], sign, before, after)


_UPON = re.compile(
    rf"(?:, |(?P<this>\b(?:this|that) (?:is|was|represents|represented) ))an? (?:[a-z-]+ )?"
    rf"(?P<word>{NOUN}) (?:on|from|over|upon)(?: [a-z'-]+| ?[{WHEN}](?:'s)?){{0,3}}?"
    rf"(?:,? when (?:the |there )?(?:[a-z]+ ){{0,4}}?(?:was|were|stood at|had been))? (?:of )?"
    rf"(?P<base>[{QUANTITY}])"
)


def _upon(skeleton: Skeleton, since: int, levels: list[int]) -> Judged | None:
    """A level and the one it is said to be up or down on: "148 came, an increase on the 173".

    "This was an increase on ..." is of the only level of the sentence before it.
    """
    text = skeleton.text
    for match in _UPON.finditer(text, since):
        base, sign = skeleton.number(match["base"]), sign_of(match["word"])
        start, stop = sentence_of(text, match.start("word"))[0], match.start()
        if match["this"]:
            start, stop = sentence_of(text, max(0, start - 2))[0], start
        own = [each for each in levels if start <= skeleton.at[each] < stop]
        if base not in levels or not sign or len(own) != 1:
            continue
        (level,) = own
        if _goes(skeleton, base, level) == -sign and not _otherwise(skeleton, (level, base)):
            return _wrong(match["word"], sign, base, level)
    return None


_BUT = re.compile(r"\b(?:but|though|although|while|whereas|despite|yet)\b")
_ANNOUNCED = re.compile(rf"[:,–(;] ?(?:(?:in|at|on) )?(?:[{WHEN}] ?(?:there were |it was )?)?$")
_PAIRED = re.compile(
    rf"(?: [a-z]+)?(?: (?:in|at|on|for))? ?[{WHEN}]?(?:'s)?,?(?: (?:against|compared with|"
    rf"compared to|and|after|versus|to|from|then|in|the|at|on|a|last)| ?[{WHEN}](?:'s)?)* ?"
)
_ANOTHER = re.compile(
    rf"[^,;.–({QUANTITY}]*[,;–(] ?(?:although|though|while|whereas|but|despite|in spite of)\b"
)


def _goes(skeleton: Skeleton, before: int, after: int) -> int:
    one, other = (skeleton.quantities[each].interval for each in (before, after))
    change = other - one
    return 1 if change.low > 0 else -1 if change.high < 0 else 0


def _otherwise(skeleton: Skeleton, pair: tuple[int, int]) -> bool:
    """Whether a level stands below nought, or is of another place."""
    if any(side_of(skeleton, each) for each in pair):
        return True
    for each in pair:
        start, stop = clause_of(skeleton.text, skeleton.at[each])
        words = skeleton.text[start:stop]
        if ELSEWHERE.search(words):
            return True
    return False


def _wrong(word: str, sign: int, before: int, after: int) -> Judged:
    return Judged(
        verdict=Verdict.DIRECTION,
        pair=Pair(before=before, after=after, how=How.DATED),
        direction=Direction(word, sign),
        plain=True,
    )
