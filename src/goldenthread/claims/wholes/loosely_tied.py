"""Wholes that a text ties to their lists by less than "made up of": what came from where, bullets.

More than the list must then speak for it: that the parts are more than the whole, or that a slip
in one number explains the difference.
"""

import re
from collections.abc import Sequence
from fractions import Fraction

from goldenthread.claims.language.clauses import stem
from goldenthread.claims.language.model import Hedge, Measure, Quantity, Sentence
from goldenthread.claims.language.skeleton import (
    COUNT,
    DURATION,
    EARLIER,
    LAST,
    LATER,
    QUANTITY,
    TIME,
    Skeleton,
    skeleton_of,
)
from goldenthread.claims.wholes import whole_cues as cues
from goldenthread.claims.wholes.listed import AMOUNT, amounts, listed
from goldenthread.claims.wholes.mended import mendable

Found = tuple[Quantity, tuple[Quantity, ...]]

_NEAR, _NEAR_ENOUGH, _FAR = Fraction(6, 5), Fraction(4, 3), Fraction(3, 2)
_FEWEST, _BULLET = 3, 130
_GAP = f"[^{QUANTITY}.;:]"
# What comes from one place, or goes to one, is in one part of the list and in no other.
_ONCE = (
    r"(?:came|went|were (?:sent|let|made|received|referred|allocated|awarded|paid|reported|held)|"
    r"arose|took place|was spent|were spent|fell)"
)
_CAME = re.compile(
    rf"(?:^|[.;] )(?:all )?(?:the|these|our|those|its) (?P<whole>{AMOUNT}){_GAP}{{2,60}}? "
    rf"{_ONCE} (?:from|to|by|in|at|on|into) (?=[^{QUANTITY}])"
)
_OF_ALL = re.compile(
    rf"(?:^|[.;] )of (?:all )?(?:the|these|our|those|its) (?P<whole>{AMOUNT}){_GAP}{{2,60}}?, "
    rf"(?=(?:[a-z]+ )?{AMOUNT}(?: ?\([^()]*\))? (?P<deed>{_ONCE}) (?P<where>[a-z]+) )"
)
_OF_WHICH = re.compile(rf"(?P<whole>{AMOUNT})(?: [a-z'-]+){{1,4}},? of (?:which|whom) (?={AMOUNT})")
_BREAKDOWN = re.compile(
    rf"(?:(?:the|this|a|their) (?:breakdown|split|division|distribution|make-?up|composition)\b"
    rf"(?: {_GAP}{{1,60}}?)? (?:was|is|were|are)(?: as follows)?[:,]? "
    rf"|there (?:were|are) (?P<many>[{COUNT}]) [a-z' -]{{3,30}}: "
    r"|(?:these|they|those) (?:came from|were from|went to|were sent to) )"
)
_BAND = re.compile(
    r"(?P<name>band|tier|level|grade|zone|phase|stage|year|group|category) [a-z\d]{1,2}\b"
)
# What a number is compared with is no whole of what follows.
_COMPARED = re.compile(
    r"\b(?:compared|than|against|up from|down from|an? (?:[a-z]+ )?(?:increase|rise|fall|drop|"
    r"decrease|reduction) of|from)\b"
)
_LEADS_ALL = re.compile(
    r"\b(?:went (?:on|to)|spent (?:on|as)|as follows|broken down|breakdown|divided|split|came from|"
    r"made up|compris\w+|(?:were|was|are|is|employed|had|held)(?: [a-z,]+){0,6})\s*:\s*$"
)


_PEOPLE = re.compile(
    r"\b(?:children|people|persons?|families|individuals|pupils|students|patients|women|men|boys|"
    r"girls|residents|clients|members|carers|parents|staff|visitors|respondents|adults)\b"
)


def within(sentence: Sentence) -> Found | None:
    """A whole known by its number and where its parts came from or went to, in one sentence."""
    if len(sentence.quantities) < _FEWEST:
        return None
    skeleton = skeleton_of(sentence.text)
    if found := _after_colon(skeleton):
        return found
    for pattern, least in ((_CAME, False), (_OF_ALL, True), (_OF_WHICH, True)):
        for match in pattern.finditer(skeleton.text):
            stop = re.compile(r"[.;] ").search(skeleton.text, match.end())
            end = stop.start() if stop else len(skeleton.text)
            parts = listed(skeleton, match.end(), end)
            whole = skeleton.quantity(match["whole"])
            if not parts or cues.NOT_ALL.search(skeleton.text, match.end(), end):
                continue
            more = _made(parts) > whole.value
            slip = mendable(whole, parts)
            if not _may_be(whole, parts) or not (more or slip):
                continue
            elided = pattern is not _OF_ALL or _elided(skeleton, match)
            if pattern is _OF_ALL and _PEOPLE.search(match.group()):
                continue  # who may go to two places
            if least and not (more and slip and elided):
                continue
            return whole, parts
    return None


_COLON = re.compile(rf"(?<=[a-z{TIME}{EARLIER}{LATER}{LAST}{DURATION}]): (?={AMOUNT})")


def _after_colon(skeleton: Skeleton) -> Found | None:
    """A whole told beside others, and its list after a colon: "46, not 61 as in May: nine ..."."""
    match = _COLON.search(skeleton.text)
    if not match or len(_wholes(skeleton, 0, match.start())) < 1:
        return None
    if cues.NOT_ALL.search(skeleton.text, match.end()):
        return None
    parts = listed(skeleton, match.end(), len(skeleton.text))
    every = list(amounts(skeleton, 0, match.start()))
    if not parts or any(each.interval.holds(_made(parts)) for each in every):
        return None
    return _of(_wholes(skeleton, 0, match.start())[:1], parts)


def _elided(skeleton: Skeleton, match: re.Match[str]) -> bool:
    """Whether the later items leave out the verb: "148 went to A, 251 to B and 63 to C"."""
    rest = skeleton.text[match.end() :]
    again = re.findall(rf"{AMOUNT}(?: ?\([^()]*\))? {match['where']} ", rest)
    return len(again) >= _FEWEST - 1


def across(before: Sentence, sentence: Sentence) -> Found | None:
    """A whole with others beside it, and its breakdown in the next sentence."""
    if not before.quantities or len(sentence.quantities) < _FEWEST - 1:
        return None  # where "one" is a part it is no quantity
    skeleton = skeleton_of(f"{before.text} {sentence.text}")
    since = len(skeleton_of(before.text).text) + 1
    if found := _in_bands(skeleton, since):
        return found
    match = _BREAKDOWN.match(skeleton.text, since) or cues.FOLLOWS.match(skeleton.text, since)
    if not match or cues.NOT_ALL.search(skeleton.text, match.end()):
        return None
    parts = listed(skeleton, match.end(), len(skeleton.text))
    many = match.groupdict().get("many")
    if not parts or (many and skeleton.quantity(many).value != len(parts)):
        return None
    return _of(_wholes(skeleton, 0, since), parts, _NEAR_ENOUGH)


def _in_bands(skeleton: Skeleton, since: int) -> Found | None:
    """A whole, and its bands in turn: "Band A held 127 households, Band B 894 and Band C 63"."""
    first = _BAND.match(skeleton.text, since)
    if not first:
        return None
    name = re.escape(first["name"])
    rows = re.findall(
        rf"\b{name} [a-z\d]{{1,2}}\b([^{QUANTITY}.;:]*?)({AMOUNT})", skeleton.text[since:]
    )
    parts = tuple(skeleton.quantity(slot) for _, slot in rows)
    told = list(amounts(skeleton, since, len(skeleton.text)))
    if (
        len(parts) < _FEWEST
        or len(told) != len(parts)
        or any(_COMPARED.search(row[0]) for row in rows)
    ):
        return None
    found = _of(_wholes(skeleton, 0, since), parts)
    if not found or not all(_of_one_noun(found[0], part) for part in parts):
        return None
    return found if _made(parts) > found[0].value or mendable(*found) else None


def _of_one_noun(whole: Quantity, part: Quantity) -> bool:
    """Whether a part is called what its whole is, or nothing."""
    own = {stem(word) for word in part.noun.split()}
    return not own or bool(own & {stem(word) for word in whole.noun.split()})


def after_bullets(bullets: Sequence[Sentence], sentence: Sentence) -> Found | None:
    """What a list of bullets comes to, told after it: "This gives 1,330 people trained"."""
    head = "; ".join(each.text.rstrip(" .;,") for each in bullets)
    skeleton = skeleton_of(f"{head}. {sentence.text}")
    start = len(skeleton_of(f"{head}.").text) + 1
    total = cues.NEXT.match(skeleton.text, start)
    parts = listed(skeleton, 0, start, apart=True)
    if not total or not parts or len(parts) != len(bullets):
        return None
    return _of([skeleton.quantity(total["whole"])], parts)


def over_bullets(lead: Sequence[Sentence], bullets: Sequence[Sentence]) -> Found | None:
    """The whole of a list of bullets, where what leads it in tells other numbers too."""
    last = lead[-1].text.lower()
    clause = re.split(r"[,;.] ", last)[-1]
    told = any(each.measure in (Measure.COUNT, Measure.MONEY) for each in lead[-1].quantities)
    if not (told or _LEADS_ALL.search(last)) or cues.NOT_ALL.search(clause):
        return None
    head = " ".join(each.text for each in lead)
    start = len(skeleton_of(head).text)
    items = "; ".join(each.text.rstrip(" .;,") for each in bullets)
    skeleton = skeleton_of(f"{head} {items}")
    parts = listed(skeleton, start, len(skeleton.text), apart=True)
    if not parts or len(parts) != len(bullets):
        return None
    wholes = [
        each
        for each in _wholes(skeleton, 0, start)
        if mendable(each, parts) and _within(_made(parts), each, _NEAR)
    ]
    every = list(amounts(skeleton, 0, start))
    if any(each.interval.holds(_made(parts)) for each in every):
        return None
    return _of(wholes, parts) if len(wholes) == 1 else None


def _wholes(skeleton: Skeleton, start: int, end: int) -> list[Quantity]:
    """The amounts told plainly between two places, and not as what another is compared with."""
    found: list[Quantity] = []
    for stretch in re.finditer(r"[^,;.]+(?:[,;.]|$)", skeleton.text[start:end]):
        stop = _COMPARED.search(stretch.group())
        until = stretch.start() + (stop.start() if stop else len(stretch.group()))
        found += amounts(skeleton, start + stretch.start(), start + until)
    return found


def _of(
    wholes: Sequence[Quantity], parts: tuple[Quantity, ...], nearness: Fraction = _NEAR
) -> Found | None:
    """The first whole that the parts may be of and do not make; None where they make any."""
    fit = [each for each in wholes if each.measure is parts[0].measure]
    made = _made(parts)
    if not fit or any(each.interval.holds(made) for each in fit):
        return None
    whole = next((each for each in fit if _may_be(each, parts)), None)
    if whole is None:
        return None
    near = _within(made, whole, nearness)
    slip = _within(made, whole, _FAR) and mendable(whole, parts)
    return (whole, parts) if near or slip else None


def _within(made: Fraction, whole: Quantity, times: Fraction) -> bool:
    return max(made, whole.value) <= min(made, whole.value) * times


def _may_be(whole: Quantity, parts: tuple[Quantity, ...]) -> bool:
    """Whether the parts are of the whole's kind, smaller than it, and do not make it first."""
    if whole.measure is not parts[0].measure or whole.hedge is not Hedge.NONE:
        return False
    if any(part.value >= whole.value for part in parts):
        return False
    made = Fraction(0)
    for part in parts:
        made += part.value
        if whole.interval.holds(made):
            return False
    return True


def _made(parts: tuple[Quantity, ...]) -> Fraction:
    return sum((part.value for part in parts), Fraction(0))


def is_item(sentence: Sentence) -> bool:
    """Whether a sentence may be an item of a list: all of a short passage, with a number."""
    passage = sentence.passage
    return bool(
        sentence.quantities
        and passage.text == sentence.text
        and len(passage.text) <= _BULLET
        and not passage.heading
    )
