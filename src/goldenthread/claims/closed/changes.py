"""A change told beside two numbers and no third: of those two, in whatever words it is said.

A window of one to three sentences with just two levels of a sort, and with every other number of
that sort accounted for, leaves a size of change nothing else to be of. It is told as wrong where no
reading of the window makes it true and the words tie it to the two: "this fall", a bracket that
says a size again, or a clause that names nothing new.
"""

import re
from collections.abc import Iterator, Mapping
from itertools import combinations

from goldenthread.claims.assertions.assignment import borne_out
from goldenthread.claims.assertions.subjects import blocked, clause_of
from goldenthread.claims.changes.bases import on_a_norm, on_its_base
from goldenthread.claims.changes.blockers import CAUSE, DENIED, ELSEWHERE, IN_TURN, RECKONED, TO_COME, WISHED
from goldenthread.claims.changes.fitting import fits, of_one_sort
from goldenthread.claims.changes.judged import Judged, Verdict
from goldenthread.claims.changes.opposites import with_signs
from goldenthread.claims.changes.pair_model import How, Pair
from goldenthread.claims.changes.rounded_throughout import right_when_rounded
from goldenthread.claims.changes.sizes import Size
from goldenthread.claims.changes.tested import wrong_how
from goldenthread.claims.closed.change_slips import is_near, is_slip
from goldenthread.claims.closed.change_ways import ways_told
from goldenthread.claims.closed.change_window import (
    base_told,
    in_one_unit,
    in_order,
    levels_in,
    makes,
    restated,
    sentence_of,
    sizes_of,
    the_two,
)
from goldenthread.claims.found import Findings
from goldenthread.claims.language.assertion import Stated
from goldenthread.claims.language.clauses import new_words
from goldenthread.claims.language.directions import CHANGE
from goldenthread.claims.language.hedges import BOUNDED
from goldenthread.claims.language.levels import UNITS, levels_of
from goldenthread.claims.language.rows import is_a_row
from goldenthread.claims.language.skeleton import EARLIER, LAST, LATER, TIME, Skeleton
from goldenthread.claims.language.timing import when
from goldenthread.claims.language.utterances import Utterance
from goldenthread.claims.language.windows import windows
from goldenthread.claims.reading import Reading
from goldenthread.claims.sayings.words import GENERIC_STEMS, stem
from goldenthread.nouns.fault import Severity

# With more numbers than this a window is no longer one statement.
_MOST_NUMBERS = 10


def closed_changes(reading: Reading) -> tuple[tuple[Utterance, Judged], ...]:
    """Every change of a closed window that its own numbers make wrong; found once."""
    return reading.once(_closed_changes)


def _closed_changes(reading: Reading) -> Iterator[tuple[Utterance, Judged]]:
    for window in windows(reading):
        skeleton = window.skeleton
        if is_a_row(window.sentence) or "respectively" in skeleton.text:
            continue
        if len(skeleton.quantities) > _MOST_NUMBERS or with_signs(skeleton) != skeleton:
            continue
        sizes = sizes_of(skeleton)
        skeleton = in_one_unit(skeleton, sizes)
        found = [
            judged
            for place in sizes
            if (judged := _judged(skeleton, sizes, place, window.since)) is not None
        ]
        yield from ((window, each) for each in found)
        if not found:
            yield from ((window, each) for each in ways_told(skeleton, window.since, sizes))


def _judged(
    skeleton: Skeleton, sizes: Mapping[int, Stated], place: int, since: int
) -> Judged | None:
    stated, quantity = sizes[place], skeleton.quantities[place]
    at = skeleton.at[place]
    if quantity.hedge not in BOUNDED or not quantity.value:
        return None
    if at < since and not _told_ahead(skeleton, sizes, place, since):
        return None
    pair = the_two(skeleton, sizes, place)
    base = base_told(skeleton, place, pair) if pair else None
    if pair is None or (base is not None and max(pair) > place < min(pair)):
        return None  # "31% above the 4,100 of 2013, and below the peak of 6,200": of a third
    ordered = in_order(skeleton, pair, stated.sign)
    if base is not None:
        ordered = base, sum(pair) - base, True
    if ordered is None:
        return None
    before, after, known = ordered
    if _has_rival(skeleton, sizes, place, pair):
        return None
    size = Size(number=place, sign=stated.sign, start=at, end=at + 1, word=stated.word)
    if fits(skeleton, size, before, after) or (not known and fits(skeleton, size, after, before)):
        return None
    verdict = wrong_how(skeleton, size, Pair(before=before, after=after, how=How.DATED))
    based = _third(skeleton, sizes, pair)
    alone = known and stated.sign and not based and _is_alone(skeleton, place, pair)
    if not (verdict is Verdict.DIRECTION or based or alone):
        if borne_out(skeleton, stated, tied=False):
            return None
    if verdict is Verdict.DIRECTION and not (known and stated.sign):
        return None
    slip = verdict is Verdict.DIRECTION or _slip(skeleton, sizes, place, ordered)
    if not _may_be_meant(skeleton, sizes, place, pair, slip=slip):
        return None
    return Judged(
        verdict=verdict,
        pair=Pair(before=before, after=after, how=How.DATED),
        size=size,
        plain=True,
    )


def _has_rival(
    skeleton: Skeleton, sizes: Mapping[int, Stated], place: int, pair: tuple[int, int]
) -> bool:
    """Whether another size told in the same manner may be that of the two as well.

    "Referrals rose by 14% and re-referrals by 9%, from 210 to 229": two numbers have one change.
    """
    stated, at = skeleton.quantities[place], skeleton.at[place]
    if _is_this(skeleton.text, at) or restated(skeleton, place, sizes) is not None:
        return False
    first = min(skeleton.at[each] for each in pair)
    for other in sizes:
        if other == place or other in pair or restated(skeleton, other, sizes) == place:
            continue
        between = at < skeleton.at[other] < first
        alike = of_one_sort(skeleton.quantities[other], stated)
        if (between or alike) and not _is_of_others(skeleton, other, pair):
            return True
    return False


def _is_of_others(skeleton: Skeleton, size: int, pair: tuple[int, int]) -> bool:
    """Whether a size told as a number is what two others make: "five above our limit of 58"."""
    places = [n for n, at in enumerate(skeleton.at) if at >= 0 and n != size]
    return any(
        makes(skeleton, size, two) for two in combinations(places, 2) if {*two} != {*pair}
    ) and not makes(skeleton, size, pair)


def _third(skeleton: Skeleton, sizes: Mapping[int, Stated], pair: tuple[int, int]) -> list[int]:
    """The other levels of the sort."""
    unit = skeleton.quantities[pair[0]].measure
    return [each for each in levels_in(skeleton, unit, sizes) if each not in pair]


def _is_alone(skeleton: Skeleton, place: int, pair: tuple[int, int]) -> bool:
    """Whether the window has no other number that a size might be of, or be reckoned with."""
    of_it = {each for unit in UNITS for each in levels_of(skeleton, unit, all_of_them=True)}
    return of_it <= {place, *pair}


def _slip(
    skeleton: Skeleton, sizes: Mapping[int, Stated], place: int, ordered: tuple[int, int, bool]
) -> bool:
    before, after, _ = ordered
    others = [skeleton.quantities[each] for each in _third(skeleton, sizes, (before, after))]
    one, other = (skeleton.quantities[each] for each in (before, after))
    return is_slip(skeleton.quantities[place], one, other, others)


_SPELT_OUT = re.compile(r"(?:it|they|there|this|the (?:number|figure|total|rate))\b")


def _told_ahead(skeleton: Skeleton, sizes: Mapping[int, Stated], place: int, since: int) -> bool:
    """Whether a size is told right before the sentence that has its two numbers: "It was ..."."""
    start, stop = sentence_of(skeleton.text, skeleton.at[place])
    if not stop < since <= stop + 3 or not _SPELT_OUT.match(skeleton.text, since):
        return False
    return all(
        each == place or not start <= at < since for each, at in enumerate(skeleton.at)
    )


def _may_be_meant(
    skeleton: Skeleton, sizes: Mapping[int, Stated], place: int, pair: tuple[int, int], *, slip: bool
) -> bool:
    """Whether words or arithmetic tie a size to the two levels, and nothing speaks against it."""
    text, at = skeleton.text, skeleton.at[place]
    before, after = (skeleton.quantities[each] for each in pair)
    if DENIED.search(text[:at]) or TO_COME.search(text[:at]) or on_a_norm(text, at):
        return False
    if IN_TURN.match(text[at + 1 :]) or CAUSE.search(text[:at]):
        return False
    if (first := restated(skeleton, place, sizes)) is not None:
        return makes(skeleton, first, pair) and not _says_more(text, at)
    if _of_another_time(skeleton, place, pair):
        return False
    stated = skeleton.quantities[place]
    near = is_near(stated, before, after) or is_near(stated, after, before)
    if not (slip or near):
        return False
    if _is_this(text, at):
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
    if slip and (_is_the(text, at) or _third(skeleton, sizes, pair)):
        return not _counts_others(skeleton, place)
    if blocked(skeleton, sizes[place], pair):
        return False
    if base_told(skeleton, place, pair) is not None:
        return True
    return not _names_anew(skeleton, place, pair)


# "A further 31 people": they come on top of those counted.
_ADDED = ("further", "another", "extra", "additional")
_PAST = re.compile(rf"[\s)]*(?:[a-z]+ ){{0,3}}?(?:on|than|from|since|over|against) (?:[a-z]+ )?(?P<when>[{EARLIER}{LAST}])")


def _on_its_base(skeleton: Skeleton, stated: Stated, pair: tuple[int, int]) -> bool:
    """Whether the time a size is told on is that of one of the two, so far as can be told."""
    if not on_its_base(skeleton, stated, pair):
        return False
    past = _PAST.match(skeleton.text, skeleton.at[stated.place] + 1)
    known = {when(skeleton, each) for each in pair}
    return past is None or past["when"] in known or known == {""} or LATER in known


def _says_more(text: str, at: int) -> bool:
    """Whether a bracket goes on after its percentage: "(16.7% of income)"."""
    return text[at + 1 : at + 2] not in (")", ",", ".", "", ";") and text[at - 1] == "("


def _of_another_time(skeleton: Skeleton, place: int, pair: tuple[int, int]) -> bool:
    """Whether the sentence of a size names a time that is neither of the two."""
    start, stop = sentence_of(skeleton.text, skeleton.at[place])
    if any(start <= skeleton.at[each] < stop for each in pair):
        return False
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


def _is_this(text: str, at: int) -> bool:
    """Whether a size is told as "this fall", which can only be the one just told."""
    match = _THIS.search(text[:at])
    return match is not None and (bool(re.search(CHANGE, match.group())) or bool(_ITS_NOUN.match(text, at + 1)))


def _is_the(text: str, at: int) -> bool:
    """Whether a size is that of "the rise", of nothing that has not been named."""
    match = _THE.search(text[:at])
    if match is None:
        return False
    noun = _ITS_NOUN.match(text, at + 1)
    if not re.search(CHANGE, match.group()) and not noun:
        return bool(re.search(r"\b(?:additional|extra) $", match.group()))
    more = _IN_WHAT.match(text, noun.end() if noun else at + 1)
    return more is None or not new_words(text, more.span())


def _counts_others(skeleton: Skeleton, place: int) -> bool:
    """Whether a size told as a number is one of things not named before: "342 canoes"."""
    noun, at = skeleton.quantities[place].noun.lower(), skeleton.at[place]
    new = new_words(skeleton.text, (at, at + 2 + len(noun))) if noun else set()
    return bool({stem(each) for each in new} - GENERIC_STEMS)


_MARK = re.compile(r"[,;:()]| – ")
# "Fell by 12 points, since they were 25% and are now 22%".
_SAYS_HOW = re.compile(r" ?(?:(?:since|as|because|for|when|having|from when) )?(?:it|they|there)\b")


def _names_anew(skeleton: Skeleton, place: int, pair: tuple[int, int]) -> bool:
    """Whether the clause of a size names a thing that nothing else in the window does."""
    text, at = skeleton.text, skeleton.at[place]
    levels = sorted(skeleton.at[each] for each in pair)
    start, stop = sentence_of(text, at)
    if levels[0] > stop:  # "The list fell by 75%. It stood at ...": the subject is named before
        return False
    if levels[0] > at:
        begins = clause_of(text, levels[0])[0]
        if _SAYS_HOW.match(text, begins):
            return False
        return begins <= at or bool(new_words(text, (begins, levels[1])))
    last = max((each for each in levels if start <= each < at), default=-1)
    mark = _MARK.search(text, last + 1, at) if last >= 0 else None
    start = max(start, mark.end() if mark else last + 1)
    stop = min([clause_of(text, at)[1], *(each for each in levels if each > at)])
    return bool(new_words(text, (start, stop)))


# Kinds that may have told what is wrong with a change already.
_TOLD_BY = ("change", "percent_or_points")
POINTS = (Verdict.POINTS_AS_PERCENT, Verdict.PERCENT_AS_POINTS)


def not_yet_told(
    reading: Reading, findings: Findings, *, in_points: bool
) -> Iterator[tuple[Utterance, Judged]]:
    """The wrong changes of closed windows that no check has told as an error.

    A warning of the same number makes room for it. ``in_points`` asks for those told in per cent
    instead of points, or the other way about.
    """
    for window, judged in closed_changes(reading):
        if (judged.verdict in POINTS) is not in_points:
            continue
        sentence, number = window.sentence, _printed(window.skeleton, judged)
        same = [
            each
            for each in findings
            if each.kind in _TOLD_BY
            and each.file == sentence.file
            and (each.locator == sentence.locator or (number and number in each.printed))
        ]
        if any(each.severity is Severity.ERROR for each in same):
            continue
        if right_when_rounded(reading, sentence.file, window.skeleton, judged):
            continue
        findings.faults[:] = [
            each
            for each in findings.faults
            if each.severity is Severity.ERROR
            or each.locator != sentence.locator
            or each.file != sentence.file
            or each.kind not in _TOLD_BY
            or number not in each.printed
        ]
        findings.tested(sentence.file, sentence.locator)
        yield window, judged


def _printed(skeleton: Skeleton, judged: Judged) -> str:
    return skeleton.quantities[judged.size.number].text.strip() if judged.size else ""
