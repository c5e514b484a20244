"""How often a body met, told twice: "the Board met five times", "each of its eight meetings"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from goldenthread.claims.language.model import Hedge, Quantity, Sentence
from goldenthread.claims.reading import Reading
from goldenthread.claims.sayings.near import near_pairs
from goldenthread.claims.sayings.one_time import Whens, may_be_of_one_time, whens_of
from goldenthread.claims.sayings.retelling import Retold, blanked_times

_BODY = (
    r"(?P<who>(?:[A-Z][\w’'&-]*\s(?:and\s|of\s)?){0,6}(?:[Bb]oard|[Gg]roup|[Cc]ommittee|[Pp]anel|"
    r"[Pp]artnership|[Ee]xecutive|[Ff]orum|[Ss]ub-?group|[Cc]abinet|[Tt]rustees|[Gg]overnors))"
)
_NUMBER = r"(?P<number>\d{1,3}|[a-z]+(?:-[a-z]+)?)"
_MET = re.compile(
    rf"{_BODY}(?:,? which|,? who)?\s(?:has |have |had )?(?:met|meets?|sat|convened)\s"
    rf"(?:on )?{_NUMBER}"
    r"\s(?:times|occasions)\b"
)
_ITS = re.compile(
    rf"{_BODY}\b(?P<between>[^.;]{{0,80}}?)\b(?:its|the|their)\s{_NUMBER}\s(?:regular |full )?"
    r"meetings\b"
)
# "Of the Board's six meetings".
_WHOSE = re.compile(
    rf"{_BODY}(?:['’]s|(?<=s)['’])\s{_NUMBER}\s(?:regular |full )?(?:meetings|sittings)\b"
)
_HELD = re.compile(rf"{_BODY}\s(?:has |have )?held\s{_NUMBER}\s(?:full |formal )?meetings\b")
# With one of these it is only some of the meetings, or those of another year or body.
_SOME = re.compile(
    r"\b(?:last|first|next|previous|extra|additional|further|special|other|than|of the|per|"
    r"quarter\w*|compared|against|planned|scheduled|joint|both|online|since|sub-?groups?|also)\b",
    re.IGNORECASE,
)
# What stands before a body that is called by one word.
_NAMED = re.compile(r"(?:^|[.;:,]\s|\b(?:the|our|its|a|this|and))\s*$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Meetings:
    retold: Retold
    who: tuple[str, ...]
    whens: Whens


def meetings_told_again(reading: Reading) -> Iterator[tuple[Retold, Retold]]:
    """Each two sentences of one file that tell of one body that it met so often, and so often."""
    found = [
        each
        for sentence in reading.sentences
        if not sentence.passage.heading
        for each in _meetings(sentence)
    ]
    for one, other in near_pairs(found):
        first, second = one.retold, other.retold
        if first.sentence.file != second.sentence.file or first.sentence is second.sentence:
            continue
        names = {each.who for each in found if each.who[-1] == one.who[-1]}
        if len(names - {one.who[-1:]}) > 1 and one.who != other.who:
            continue  # "the Group", of several groups
        if one.who[-1] != other.who[-1] or not may_be_of_one_time(one.whens, other.whens):
            continue
        if len({*one.who}) > 1 < len({*other.who}) and one.who != other.who:
            continue
        if first.quantity.value != second.quantity.value:
            yield first, second


def _meetings(sentence: Sentence) -> Iterator[_Meetings]:
    text = blanked_times(sentence)
    for pattern in (_MET, _HELD, _ITS, _WHOSE):
        for match in pattern.finditer(text):
            quantity = _at(sentence, match.start("number"))
            if quantity is None or _SOME.search(match.group()):
                continue
            if not _NAMED.search(text[: match.start()]) and match["who"][0].islower():
                continue  # "the shadow board" is another
            who = tuple(word.lower() for word in re.findall(r"[\w’'&-]+", match["who"]))
            who = who[1:] if who[0] in ("the", "our", "a", "this") else who
            if "of" in who[1:]:  # "the Board of trustees" is "the Board" further on
                who = who[: who.index("of")]
            yield _Meetings(Retold(sentence, quantity), who, whens_of(sentence, quantity))


def _at(sentence: Sentence, place: int) -> Quantity | None:
    """The quantity that stands at a place, where it is told plainly."""
    for each in sentence.quantities:
        if each.start <= place < each.end and each.hedge is Hedge.NONE:
            return each
    return None
