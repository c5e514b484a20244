"""Parts told of a whole that cannot be: one that is more than it, or all of them that miss it.

A sentence is a closed world. "Of the 34 who began, 37 went on": a number with no noun of its own
counts those named before. Where a sentence has one number and a list of others, nothing else, and
words that close the list ("in all", "made up of", "the other 12", "each is counted once"), the
list is the number, in whatever words it is told.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction

from goldenthread.claims.closed.parts.meant import is_slip, may_be_meant
from goldenthread.claims.closed.parts.words import did, is_so, link_after, link_before
from goldenthread.claims.language.model import Measure, Quantity, Sentence
from goldenthread.claims.language.skeleton import (
    COUNT,
    MONEY,
    PERCENT,
    QUANTITY,
    WHEN,
    Skeleton,
    skeleton_of,
)
from goldenthread.claims.reading import Reading
from goldenthread.claims.wholes.after_wholes import holds_several
from goldenthread.claims.wholes.unmade import Unmade
from goldenthread.claims.wholes.whole_cues import NOT_ALL
from goldenthread.claims.wholes.whole_words import NEVER_TWICE, may_be_twice


@dataclass(frozen=True, slots=True)
class More:
    """A part that is more than its whole."""

    sentence: Sentence
    part: Quantity
    whole: Quantity


_THE = r"(?:(?:the|our|its|their|these|those|all|this|year's|last|a|total|of|other|first) )*"
_OF = re.compile(
    rf"(?:^|[.;:] )(?:and |but )?(?:of|out of|from among|among|amongst) {_THE}"
    rf"(?P<whole>[{COUNT}])(?= [a-z])"
)
# Where a part of the list begins: after a comma or a conjunction, with nothing else before it.
_BEGINS = re.compile(
    r"(?:, |,? (?:and|but|while|with|whereas|although|though) |: |– )"
    r"(?:only |just |some |a further |another |all but )?$"
)
_OF_THEM = re.compile(r"\b(?:of|among|amongst) (?:whom|which|these|those|them)\b|\bin turn\b")
_STOP = re.compile(r"[.;?!]")
# Farther off something else is counted: "of the four wards, 31 were in two".
_NEAR = Fraction(3, 2)


def more_than_whole(reading: Reading) -> Iterator[More]:
    """Every part told "of the N", with no noun of its own, that is more than N."""
    for sentence in reading.sentences:
        if len(sentence.quantities) < 2:
            continue
        skeleton = skeleton_of(sentence.text)
        for match in _OF.finditer(skeleton.text):
            yield from _above(sentence, skeleton, match)


def _above(sentence: Sentence, skeleton: Skeleton, match: re.Match[str]) -> Iterator[More]:
    text, whole = skeleton.text, skeleton.quantity(match["whole"])
    stop = _STOP.search(text, match.end())
    end = stop.start() if stop else len(text)
    most, started, listed = whole.interval.high, match.end(), False
    named = text[match.end() : (text.find(",", match.end()) + 1 or end) - 1]
    several = holds_several(re.split(f"[{QUANTITY}]", named)[0])
    for place, part in enumerate(skeleton.quantities):
        at = skeleton.at[place]
        if not match.end() <= at < end:
            continue
        lead = text[started:at]
        started = at + 1
        if part.measure is not Measure.COUNT:
            continue
        if not _BEGINS.search(lead) or not did(text, at + 1):
            most += part.interval.high  # another number that it may be of
            continue
        row = lead if listed else lead.partition(",")[2]
        listed = True
        if _OF_THEM.search(row) or re.search(f"[{WHEN}]", row):
            return
        if several and is_so(text, at + 1):
            continue
        if most < part.interval.low <= most * _NEAR:
            yield More(sentence, part, whole)


_AMOUNT = f"[{COUNT}{MONEY}]"
_BRACKETED = re.compile(rf" ?\((?:[a-z]+ )?[{PERCENT}](?: of (?:them|these|the total|all))?\)")
_MADE_OF = re.compile(
    r"\b(?:made up|compris\w+|consist\w+|broken down|br(?:eaks|oke) down|divided?s?|split|"
    r"shared|composed)\b"
)
_IN_ALL = r"\b(?:in all|in total|altogether|all told)\b"
_ALL_OF_IT = re.compile(_IN_ALL)
_REST = re.compile(
    rf"\bthe (?:other|remaining|last|final|rest,?) (?P<last>{_AMOUNT})|"
    rf"\bthe (?:rest|remainder|others)\b[^{QUANTITY};.]{{0,20}}(?P<rest>{_AMOUNT})"
)
_ONCE = re.compile(
    r"\b(?:each|every)\b[^.;]{0,60}\b(?:once|only one|just one|one [a-z]+ only|a single|single)\b|"
    r"\bno(?:body| one|ne)?\b[^.;]{0,60}\b(?:twice|two|both|more than one|more than once)\b"
)
# Of these one may have several, unless the text says that each is counted once.
_SEVERAL = re.compile(r"\b(?:reasons?|themes?|factors?|features?|issues)\b")
_LEAST, _MOST = 3, 9
_NO_LIST = re.compile(r"\b(?:if|would|expect\w*|plan(?:ned|s to)|target|aim\w*)\b")


def unmade_wholes(reading: Reading) -> Iterator[Unmade]:
    """Every whole told with all its parts, and nothing else, that the parts do not make."""
    sentences = reading.sentences
    for at, sentence in enumerate(sentences):
        beside = [
            each if 0 <= place < len(sentences) and each.passage is sentence.passage else None
            for place in (at - 1, at + 1)
            for each in (sentences[place % len(sentences)],)
        ]
        before, after = beside
        further = after.text if after and not after.quantities else ""
        found = _made_otherwise(sentence, sentence.text, further, reading)
        if found is None and before and before.quantities:
            found = _made_otherwise(before, f"{before.text} {sentence.text}", further, reading)
        if found is not None:
            yield found


def _made_otherwise(teller: Sentence, source: str, further: str, reading: Reading) -> Unmade | None:
    skeleton = skeleton_of(source)
    text = _BRACKETED.sub("", skeleton.text)
    slots = re.findall(f"[{QUANTITY}]", text)
    told = [skeleton.quantity(each) for each in slots]
    for each in _told_beside(teller, source, told):
        place = told.index(each)
        text = text.replace(slots.pop(place), "")
        told.pop(place)
    if not _LEAST < len(told) <= _MOST + 1 or len({each.measure for each in told}) > 1:
        return None
    if told[0].measure not in (Measure.COUNT, Measure.MONEY):
        return None
    if _NO_LIST.search(text):
        return None
    whole, *parts = told
    sizes = [each.value for each in parts]
    starts = [text.index(each) for each in slots]
    if len(re.findall(f"[{WHEN}]", text[starts[0] :])) > 1 or "(" in text:
        return None
    if _OF_THEM.match(text, starts[0] + 2):
        return None
    closed = _closed(text, starts, further)
    excess = sum(sizes) > whole.value
    if (
        closed is None
        or (closed == _ONLY_ABOVE and not excess)
        or (closed == _ONLY_BELOW and excess)
    ):
        return None
    if may_be_meant(whole, parts, reading, teller) or not is_slip(whole, parts):
        return None
    return Unmade(sentence=teller, whole=whole, parts=tuple(parts))


def _told_beside(teller: Sentence, source: str, told: Sequence[Quantity]) -> list[Quantity]:
    """The numbers beside a whole whose parts the next sentence tells: "158 people turned 18".

    They are far smaller than it, so that they are not themselves what the parts make.
    """
    if source == teller.text:
        return []
    first = [each for each in told if each.start < len(teller.text)]
    whole = max((each.value for each in first), default=Fraction(0))
    others = [each for each in first if each.value != whole]
    return others if all(each.value * _FAR < whole for each in others) else []


_FAR = 5
_BOTH, _ONLY_ABOVE, _ONLY_BELOW = "both", "above", "below"


def _closed(text: str, starts: Sequence[int], further: str) -> str | None:
    """How far the words close the list: whether it can be no more than its whole, and no less."""
    head, row = text[: starts[1]], text[starts[1] :]
    around = f"{text} {further.lower()}"
    once = _ONCE.search(around) or NEVER_TWICE.search(around)
    said = _OF_THEM.sub(" ", NEVER_TWICE.sub(" ", _ONCE.sub(" ", text)))
    if may_be_twice(_ONCE.sub(" ", around)) or NOT_ALL.search(
        _SEVERAL.sub(" ", said) if once else said
    ):
        return None
    between = text[starts[0] + 1 : starts[1]]
    rest = _REST.search(row)
    if rest and (rest["last"] or rest["rest"]) == text[starts[-1]]:
        return _BOTH
    if _MADE_OF.search(between):
        return _BOTH
    alike = _is_alike(text, starts[1:])
    told_all = _ALL_OF_IT.search(between) and not _OF_THEM.search(between)
    led = between.rstrip().endswith((":", ",", " –")) or ": " in between
    if once and led:
        return _BOTH
    if once:
        return _ONLY_ABOVE
    if told_all and led and alike:
        return _BOTH
    if alike and _ALL_OF_IT.search(head):
        return _ONLY_ABOVE
    return None


def _is_alike(text: str, starts: Sequence[int]) -> bool:
    """Whether every part is told by the same preposition, after it or before it, and no verb."""
    before = {link_before(text, at) for at in starts}
    after = {link_after(text, at + 1) for at in starts[1:]}
    first = text[starts[0] : starts[1]]
    if len(after) == 1 and "" not in after:
        return re.search(rf"\b{next(iter(after))}\b", first) is not None
    return len(before) == 1 and "" not in before
