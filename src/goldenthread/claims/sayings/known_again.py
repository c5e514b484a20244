"""A group spoken of as known by its number, which another place tells with digits changed about.

"We made 638 against 611 in the year before (4.4% more)", and at the end "the 683 referrals sent":
"the" says that the group was told of, and of that name there is only the other number. That counts
beyond doubt where arithmetic stands behind the one, and nothing behind the other.
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from goldenthread.claims.language.model import Hedge, Measure, Quantity, Sentence
from goldenthread.claims.language.slip import Slip, slip_of
from goldenthread.claims.reading import Reading
from goldenthread.claims.sayings.apart import in_series, of_one_list
from goldenthread.claims.sayings.backed import backed_values, times_printed
from goldenthread.claims.sayings.context import is_general, may_be_one_part, proper_names
from goldenthread.claims.sayings.near import near_pairs
from goldenthread.claims.sayings.one_time import Whens, may_be_of_one_time, whens_of
from goldenthread.claims.sayings.retelling import Retold, blanked_times
from goldenthread.claims.sayings.words import AGENT_STEMS, GENERIC_STEMS, content, stem

_LONG, _SURE = 3, 4  # digits: of the fewer one number must work out
_KNOWN = re.compile(
    r"(?:\b(?:the|our|these|those|its|their)|[a-z][’']s"
    r"|\b(?:an?|the)\s(?:cohort|group|caseload) of)\s$",
    re.IGNORECASE,
)
# What is held against another, or is of another time, may well have another number.
_OTHER = re.compile(
    r"\b(?:than|compared (?:with|to)|against|from|versus|previous(?:ly)?|last|earlier|"
    r"ago|targets?|plan(?:ned)?|forecast|expect\w*|estimat\w*|budget\w*|average|another|further|"
    r"other|additional|more|fewer|new|extra|provisional|revised|national\w*|england|per|each|every|"
    r"would|could|should|if|next|up to|about|around|excluding|including|net|gross|not|first|"
    r"initially|originally|remaining|rest of)\b",
    re.IGNORECASE,
)
_AFTER = re.compile(
    r"[^,;.(]{0,40}?\b(?:last year|year before|year earlier|years? (?:ago|before|earlier)|previous|"
    r"more|fewer|each|at first|to begin with|target|expected|planned|due|still)\b",
    re.IGNORECASE,
)
_WORD = re.compile(r"\s([A-Za-z][a-z’'-]*)")
# Words at which what says which of them ends.
_END = re.compile(
    r"(?:is|are|was|were|has|have|had|will|who|which|that|and|or|but|against|compared|than|while|"
    r"because|since|so|as|deserve|show|made|make|employ|also|did|do)"
)
_WHERE = re.compile(r"across|in|at|over|during|between|from|by|for|on|of|to")
_ENDS_IN = re.compile(r"(?:us|ss|is)$")
_CLAUSE = re.compile(r"[;:(–—]\s?|,\s(?!\d)|[.!?]\s")
_PART = re.compile(r"[;:]\s|[.!?]\s(?=[A-Z(])|\(\w+\)\s")
_LABEL = re.compile(r"([^:.;]{3,60}): \d")
_LEAD = re.compile(
    r"(?:^|[.;:]\s)(?:In|Among|Amongst|Within|For|At|From|By|Of|Across|Under)\s([^,.;:]*),",
)
_WHO = re.compile(r"\s(?:who|that|which)\s(?:had\s|have\s|were\s|was\s)?([a-z]+ed)\b")
_DEED = re.compile(
    r"\b(?:[a-z]{3,}ed|held|made|led|sent|met|gave|given|took|taken|done|wrote|written|found|"
    r"seen|heard|had|saw)\b"
)
_LAST_WORDS = 3
_AREA = frozenset(map(stem, ("borough", "county", "city", "district", "area", "region", "we")))
_TITLE_LINES = 2


@dataclass(frozen=True, slots=True)
class _Telling:
    """``head`` is the noun counted; ``which`` the words that say which, ``around`` all beside it.

    ``known`` where the number is told of a group spoken of before.
    """

    retold: Retold
    head: str
    which: frozenset[str]
    around: frozenset[str]
    subject: frozenset[str]
    names: frozenset[str]
    known: bool
    whens: Whens


def known_again(reading: Reading) -> Iterator[tuple[Retold, Retold]]:
    """Each two numbers of one group, of which one at least is spoken of as known."""
    found: dict[object, list[_Telling]] = defaultdict(list)
    for sentence in reading.sentences:
        if sentence.quantities and not sentence.passage.heading:
            for each in _tellings(sentence):
                found[sentence.file, "".join(sorted(each.retold.digits))].append(each)
    pairs = [
        (one, other)
        for tellings in found.values()
        for one, other in near_pairs(tellings)
        if slip_of(one.retold.digits, other.retold.digits) is Slip.SWAPPED
    ]
    if not pairs:
        return
    backed, printed, titles = backed_values(reading), times_printed(reading), _titles(reading)
    for one, other in pairs:
        file = one.retold.sentence.file
        work_out = [each.retold.quantity.value in backed[file] for each in (one, other)]
        often = [printed[file, each.retold.digits] for each in (one, other)]
        if min(often) > 1 or all(work_out):
            continue
        known = one.known or other.known
        if not any(work_out) and (len(one.retold.digits) < _SURE or not known):
            continue
        if not known and other.head in GENERIC_STEMS | {""}:
            continue
        if any(work_out) and often[work_out.index(False)] > 1:
            continue  # what is told again and again is no slip
        title, sections = titles[file]
        if _is_one(one, other, title) and _may_stand_apart(one, other, sections):
            yield one.retold, other.retold


def _titles(reading: Reading) -> dict[str, tuple[frozenset[str], str]]:
    """The words of each file's first lines, and its first heading, which holds for all of it."""
    found = {}
    for document in reading.documents:
        first = list(document.passages)[:_TITLE_LINES]
        words = content(" ".join(each.text for each in first))
        section = next((each.section for each in document.passages if each.section), "")
        found[document.file] = (words, section)
    return found


def _tellings(sentence: Sentence) -> Iterator[_Telling]:
    text = blanked_times(sentence)
    for each in sentence.quantities:
        digits = re.sub(r"\D", "", each.text)
        if each.measure is not Measure.COUNT or each.hedge is not Hedge.NONE or each.decimals:
            continue
        if len(digits) < _LONG or len(set(digits)) == 1:
            continue
        start = max((match.end() for match in _CLAUSE.finditer(text, 0, each.start)), default=0)
        lead = text[start : each.start]
        near = " ".join(lead.split()[-_LAST_WORDS:])
        if _OTHER.search(near) or _AFTER.match(text, each.end):
            continue
        words, end = _noun(text, each)
        known = bool(_KNOWN.search(text[: each.start]))
        head, which = _head(words, text, end)
        if known and not head:
            continue
        led = _LEAD.match(text[: each.start])
        said = f"{led[1] if led else ''} {'' if known else lead} {' '.join(words)}"
        passage = sentence.passage
        yield _Telling(
            retold=Retold(sentence, each),
            head=head,
            which=(content(said) | which) - {head} - _deeds(said),
            around=content(f"{passage.text} {passage.section}") | {head},
            subject=_subject(sentence) if not words else frozenset(),
            names=_names(text, each),
            known=known,
            whens=whens_of(sentence, each),
        )


def _noun(text: str, quantity: Quantity) -> tuple[list[str], int]:
    """The words after a number up to where what is counted ends, and that place."""
    words: list[str] = []
    at = quantity.end
    while (match := _WORD.match(text, at)) and len(words) < 7:
        if _END.fullmatch(match[1]) or (not words and _WHERE.fullmatch(match[1])):
            break
        words.append(match[1])
        at = match.end()
    return words, at


def _head(words: list[str], text: str, end: int) -> tuple[str, frozenset[str]]:
    """The plural that is counted; of people who did something, what they did."""
    plural = (
        word
        for word in words
        if (word.endswith("s") and not _ENDS_IN.search(word) and not re.search(r"[’']s$", word))
        or word in ("children", "people", "women", "men", "staff")
    )
    for word in plural:
        if word == "years":
            continue  # "early years settings"
        named = stem(word)
        deed = _WHO.match(text, end) or _WHO.match(text, text.find(word, 0, end) + len(word))
        if named in GENERIC_STEMS and deed:
            return _of_deed(deed[1]), frozenset()
        return named, frozenset()
    return "", frozenset()


def _of_deed(word: str) -> str:
    """The stem of what is done as that of the noun: "replied" as "replies"."""
    return stem(re.sub(r"ied$", "ies", word))


def _deeds(text: str) -> frozenset[str]:
    return frozenset(map(stem, _DEED.findall(text.lower())))


def _names(text: str, quantity: Quantity) -> frozenset[str]:
    """The names in the part of a sentence that tells a number: of bodies, only their own."""
    start = max((each.end() for each in _PART.finditer(text, 0, quantity.start)), default=0)
    stop = _PART.search(text, quantity.end)
    named = proper_names(text[start : stop.start() if stop else len(text)])
    return frozenset(each for each in named if stem(each) not in AGENT_STEMS)


def _subject(sentence: Sentence) -> frozenset[str]:
    """The words of the sentence before and of the heading, where a number stands without a noun."""
    text = sentence.passage.text
    before = text[: max(text.find(sentence.text), 0)].rstrip()
    last = re.split(r"[.!?]\s", before)[-1] if before else ""
    label = _LABEL.match(sentence.text)
    if label:
        return content(label[1])
    return content(f"{last} {sentence.passage.section}") if last else frozenset()


def _is_one(one: _Telling, other: _Telling, title: frozenset[str]) -> bool:
    """Whether both are of one noun and nothing narrows the one that the other does not have."""
    first, second = one.retold.sentence, other.retold.sentence
    if first.passage is second.passage or of_one_list(first, second):
        return False
    if not (one.head and other.head) and other.head not in one.subject:
        return False
    if one.head and one.head != other.head:
        return False
    if not may_be_of_one_time(one.whens, other.whens) or in_series(one.which, other.which):
        return False
    if one.names - other.names and other.names - one.names:
        return False
    plain = title | _AREA | AGENT_STEMS | GENERIC_STEMS
    if one.which - other.around - plain or other.which - one.around - plain:
        return False
    return not (_explained(one, other, first) or _explained(other, one, second))


def _explained(one: _Telling, other: _Telling, sentence: Sentence) -> bool:
    """Whether numbers beside one of them make the other."""
    value, told = one.retold.quantity.value, other.retold.quantity.value
    beside = [each.value for each in sentence.quantities if each is not one.retold.quantity]
    return told in beside or abs(value - told) in beside


def _may_stand_apart(one: _Telling, other: _Telling, first: str) -> bool:
    """Whether two headings leave room for one group: one may be the text's own, or none."""
    sections = [each.retold.sentence.passage.section for each in (one, other)]
    return may_be_one_part(*sections) or any(
        not each or each == first or is_general(each) for each in sections
    )
