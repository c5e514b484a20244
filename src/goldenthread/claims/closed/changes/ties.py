"""What ties a size of change to two levels: words, or arithmetic that only a slip explains.

"This fall" is the one just told; a bracket after a size says it again; what names nothing new is
of what has been named; and a size exactly right on the wrong base is a slip of the two themselves.
"""

import re
from collections.abc import Iterable, Mapping
from fractions import Fraction

from goldenthread.claims.assertions.subjects import blocked, clause_of
from goldenthread.claims.changes.bases import on_a_norm, on_its_base
from goldenthread.claims.changes.blockers import (
    CAUSE,
    DENIED,
    ELSEWHERE,
    IN_TURN,
    RECKONED,
    TO_COME,
    WISHED,
)
from goldenthread.claims.closed.changes.window import (
    base_told,
    makes,
    restated,
    sentence_of,
    thirds,
)
from goldenthread.claims.intervals import Interval
from goldenthread.claims.language.assertion import Stated
from goldenthread.claims.language.clauses import content_stems, new_words, stem
from goldenthread.claims.language.directions import CHANGE
from goldenthread.claims.language.model import Measure, Quantity
from goldenthread.claims.language.skeleton import LATER, TIME, WHEN, Skeleton
from goldenthread.claims.language.slip import figures_of, is_digits_off
from goldenthread.claims.language.timing import when
from goldenthread.claims.sayings.words import GENERIC_STEMS, STOP
from goldenthread.claims.sayings.words import stem as word_stem

_HUNDRED = 100
# So many times what the two make, or so little of it, a size may be and still be meant of them.
_NEAR = Fraction(8, 5)
_TELLING = 2  # figures that are hardly right by chance


def made_by(stated: Quantity, before: Quantity, after: Quantity) -> Fraction:
    """The change of two levels in the manner the size is told in: in per cent, or as it is."""
    difference = abs(after.value - before.value)
    if stated.measure is Measure.PERCENT:
        return difference / before.value * _HUNDRED
    if stated.measure is Measure.TIMES:
        return difference / before.value
    return difference


def is_near(stated: Quantity, before: Quantity, after: Quantity) -> bool:
    """Whether a size comes near what the two make."""
    low, high = sorted((abs(stated.value), made_by(stated, before, after)))
    return low > 0 and high <= low * _NEAR


def is_slip(
    stated: Quantity, before: Quantity, after: Quantity, others: Iterable[Quantity] = ()
) -> bool:
    """Whether a size is just what a known slip would make of the two levels.

    ``others`` are further levels of their sort, one of which may have been taken for the base.
    """
    told = Interval.rounded(abs(stated.value), stated.decimals)
    difference = abs(after.value - before.value)
    if stated.measure is Measure.PERCENT:
        wrong = [difference / after.value * _HUNDRED, after.value / before.value * _HUNDRED]
        wrong += [
            abs(after.value - each.value) / each.value * _HUNDRED for each in others if each.value
        ]
        if before.measure is Measure.PERCENT or difference >= _HUNDRED / 10:
            wrong.append(difference)
        if any(told.meets(Interval.exactly(each)) for each in wrong):
            return True
    if stated.measure is Measure.POINTS and told.meets(
        Interval.exactly(difference / before.value * _HUNDRED)
    ):
        return True
    return is_digits_off(stated.value, made_by(stated, before, after), stated.decimals)


def is_exact_slip(stated: Quantity, base: Quantity, level: Quantity, sign: int) -> bool:
    """Whether a size is to the digit what turning the way, or the wrong base, makes of the two.

    One figure alone proves nothing.
    """
    if len(figures_of(stated.text).replace(".", "").strip("0")) < _TELLING:
        return False
    told = Interval.rounded(abs(stated.value), stated.decimals)
    right = Interval.exactly(made_by(stated, base, level))
    if sign and (level.value - base.value) * sign < 0:
        return told.meets(right)
    wrong = abs(level.value - base.value) / level.value * _HUNDRED if level.value else None
    return (
        stated.measure is Measure.PERCENT
        and wrong is not None
        and told.meets(Interval.exactly(wrong))
        and not told.meets(right)
    )


def is_tied(
    skeleton: Skeleton,
    sizes: Mapping[int, Stated],
    place: int,
    pair: tuple[int, int],
    *,
    slip: bool,
) -> bool:
    """Whether words or arithmetic tie a size to the two levels, and nothing speaks against it."""
    text, at = skeleton.text, skeleton.at[place]
    before, after = (skeleton.quantities[each] for each in pair)
    if DENIED.search(text[:at]) or TO_COME.search(text[:at]) or on_a_norm(text, at):
        return False
    if IN_TURN.match(text[at + 1 :]) or CAUSE.search(text[:at]):
        return False
    if _OF_THEM.match(text, at + 1):
        return False
    if (first := restated(skeleton, place, sizes)) is not None:
        return makes(skeleton, first, pair) and not _says_more(text, at)
    if _of_another_time(skeleton, place, pair):
        return False
    stated = skeleton.quantities[place]
    near = is_near(stated, before, after) or is_near(stated, after, before)
    if not (slip or near):
        return False
    if is_this(text, at):
        return True
    start, stop = sentence_of(text, at)
    words = text[start:stop]
    if WISHED.search(words) or RECKONED.search(words) or ELSEWHERE.search(words):
        return False
    ahead = at < min(skeleton.at[each] for each in pair)
    if not (ahead or _on_its_base(skeleton, sizes[place], pair)):
        return False
    if sizes[place].word in _ADDED and not _is_the(text, at):
        return False
    base = base_told(skeleton, place, pair)
    if base is not None and is_elsewhere(text, skeleton.at[base]):
        return False
    if slip and (_is_the(text, at) or thirds(skeleton, sizes, pair)):
        return not _counts_others(skeleton, place)
    if blocked(skeleton, sizes[place], pair):
        return False
    if base is not None:
        return True
    if (
        is_exact_slip(stated, before, after, sizes[place].sign)
        and _is_said(skeleton, sizes[place])
        and not _names_its_own(skeleton, place, pair)
    ):
        return True  # so exact a size, told the other way, is of no other two
    return not _turns_to_another(skeleton, place, pair)


_BESIDE = 14  # letters: "decreased by about 148", "148 fewer"


def _is_said(skeleton: Skeleton, stated: Stated) -> bool:
    """Whether the word for the way of a size stands right beside it."""
    at = skeleton.at[stated.place]
    near = skeleton.text[max(0, at - _BESIDE) : at + _BESIDE]
    return bool(stated.word) and re.search(rf"\b{re.escape(stated.word)}\b", near) is not None


def _names_its_own(skeleton: Skeleton, place: int, pair: tuple[int, int]) -> bool:
    """Whether what stands before a size names a thing of its own, and nothing of what is told.

    Numbers after it in its sentence are told of what it names.
    """
    at = skeleton.at[place]
    start, stop = sentence_of(skeleton.text, at)
    if all(at < skeleton.at[each] < stop for each in pair):
        return False
    last = max((skeleton.at[each] + 1 for each in pair if skeleton.at[each] < at), default=start)
    led = (max(start, last), at)
    new = names_anew(skeleton.text, led)
    return bool(new) and not content_stems(skeleton.text[slice(*led)]) - new - _GRAMMAR


# "A further 31 people": they come on top of those counted.
_ADDED = ("further", "another", "extra", "additional")
_BASE_TIME = re.compile(
    r"(?: [a-z]+){0,3}? (?:on|than|from|since|over|against|below|above)(?: [a-z]+){0,6}? ?"
    rf"(?P<when>[{WHEN}])"
)
# "23% more of them": of some of those counted.
_OF_THEM = re.compile(r"(?: [a-z]+)? of (?:them|these|those|whom|which)\b")


def _on_its_base(skeleton: Skeleton, stated: Stated, pair: tuple[int, int]) -> bool:
    """Whether the time a size is told on is that of one of the two, so far as can be told."""
    if not on_its_base(skeleton, stated, pair):
        return False
    base = _BASE_TIME.match(skeleton.text, skeleton.at[stated.place] + 1)
    known = {when(skeleton, each) for each in pair}
    if base is None or base["when"] in known or known == {""}:
        return True
    time = skeleton.time(base["when"])
    if time is None:
        return LATER in known
    told = [skeleton.time(each) for each in known if each]
    return any(each and each.first <= time.last and time.first <= each.last for each in told)


def _says_more(text: str, at: int) -> bool:
    """Whether a bracket goes on after its percentage: "(16.7% of income)"."""
    return text[at + 1 : at + 2] not in (")", ",", ".", "", ";") and text[at - 1] == "("


def _of_another_time(skeleton: Skeleton, place: int, pair: tuple[int, int]) -> bool:
    """Whether the sentence of a size names a time that is neither of the two."""
    start, stop = sentence_of(skeleton.text, skeleton.at[place])
    inside = [skeleton.at[each] for each in pair if start <= skeleton.at[each] < stop]
    if inside and min(inside) < skeleton.at[place]:
        return False
    stop = min([stop, *inside])  # "against 2019 visits are down by 18%, though they rose from ..."
    known = [when(skeleton, each) for each in pair]
    times = [skeleton.time(each) for each in known if each]
    own = [skeleton.time(each) for each in re.findall(f"[{TIME}]", skeleton.text[start:stop])]
    dated = [each for each in times if each is not None]
    return bool(dated) and not all(
        any(each.first <= one.last and one.first <= each.last for one in dated)
        for each in own
        if each is not None
    )


_THIS = re.compile(
    rf"\b(?:this|that|such an?|these|those) (?:[a-z-]+ )?(?:{CHANGE})(?: of|,| –| \(|, of)? ?$|"
    r"\b(?:this|that|such an?) (?:[a-z-]+ )?$"
)
_ITS_NOUN = re.compile(rf"[ -](?:[a-z-]+ )?(?:{CHANGE})\b")
_THE = re.compile(
    rf"\b(?:the|the resulting) (?:[a-z-]+ )?(?:{CHANGE})(?: rate)?(?: (?:of|is|was|therefore|thus|"
    r"being|to|equals|amounts|came|comes)|,| –| \(|:){0,3} ?$|"
    r"\bthe (?:[a-z-]+ )?$"
)
_IN_WHAT = re.compile(r"[ )–,]*(?:[a-z]+ )?(?:in|of|for|among|at|to|by)\b[^.;,:()]*")


def is_this(text: str, at: int) -> bool:
    """Whether a size is told as "this fall", which can only be the one just told."""
    match = _THIS.search(text[:at])
    return match is not None and (
        bool(re.search(CHANGE, match.group())) or bool(_ITS_NOUN.match(text, at + 1))
    )


def _is_the(text: str, at: int) -> bool:
    """Whether a size is that of "the rise", of nothing that has not been named."""
    match = _THE.search(text[:at])
    if match is None:
        return False
    noun = _ITS_NOUN.match(text, at + 1)
    if not re.search(CHANGE, match.group()) and not noun:
        return bool(re.search(r"\b(?:additional|extra) $", match.group()))
    more = _IN_WHAT.match(text, noun.end() if noun else at + 1)
    return more is None or not names_anew(text, more.span())


_WHERE = re.compile(r"(?: [a-z]+)? (?:at|by|in|near)(?: [a-z'-]+)+")


def is_elsewhere(text: str, at: int) -> bool:
    """Whether a base is said to be of something that nothing else is: "the 730 asked at Fowey"."""
    where = _WHERE.match(text, at + 1)
    return where is not None and bool(names_anew(text, where.span()))


def _counts_others(skeleton: Skeleton, place: int) -> bool:
    """Whether a size told as a number is one of things not named before: "342 canoes"."""
    noun, at = skeleton.quantities[place].noun.lower(), skeleton.at[place]
    new = names_anew(skeleton.text, (at, at + 2 + len(noun))) if noun else set()
    return bool({word_stem(each) for each in new} - GENERIC_STEMS)


# "Up by 4 to 74, having been 68".
_TO_IT = re.compile(r"(?: [a-z]+){0,2},? to (?:(?:a|just|only) )?")
_MARK = re.compile(r"[,;:()]| – ")
# "Fell by 12 points, since they were 25% and are now 22%".
_SAYS_HOW = re.compile(r" ?(?:(?:since|as|because|for|when|having|from when) )?(?:it|they|there)\b")


_GRAMMAR = frozenset(stem(each) for each in STOP)


def names_anew(text: str, stretch: tuple[int, int]) -> set[str]:
    """The words of a stretch that say what it is of, and stand nowhere else in the window."""
    return new_words(text, stretch) - _GRAMMAR


def _turns_to_another(skeleton: Skeleton, place: int, pair: tuple[int, int]) -> bool:
    """Whether the clause of a size names a thing that nothing else in the window does."""
    text, at = skeleton.text, skeleton.at[place]
    levels = sorted(skeleton.at[each] for each in pair)
    start, stop = sentence_of(text, at)
    if levels[0] > stop:  # "The list fell by 75%. It stood at ...": the subject is named before
        return False
    if levels[0] > at:
        if _TO_IT.fullmatch(text, at + 1, levels[0]):
            return bool(names_anew(text, (levels[0], levels[1])))
        begins = clause_of(text, levels[0])[0]
        if _SAYS_HOW.match(text, begins):
            return False
        return begins <= at or bool(names_anew(text, (begins, levels[1])))
    last = max((each for each in levels if start <= each < at), default=-1)
    mark = _MARK.search(text, last + 1, at) if last >= 0 else None
    start = max(start, mark.end() if mark else last + 1)
    stop = min([clause_of(text, at)[1], *(each for each in levels if each > at)])
    return bool(names_anew(text, (start, stop)))
