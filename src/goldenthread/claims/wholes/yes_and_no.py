"""A share of which something is said and the share of which just that is denied, not making 100.

"93% of leavers were in work" and "16% of leavers were not in work": everyone is the one or the
other, so that these are a slip of one another.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from goldenthread.claims.language.clauses import stem
from goldenthread.claims.language.model import Hedge, Measure, Quantity, Sentence
from goldenthread.claims.language.skeleton import PERCENT, QUANTITY, WHEN, skeleton_of
from goldenthread.claims.wholes.shared_out import SharedOut

_CLAUSE_ENDS = re.compile(
    r"[.;:]|, (?=(?:and|but|while|whereas|with|compared|up|down|an?|which|against|than)\b)"
    r"|,? (?:compared|in comparison|up from|down from|than|against|while|whereas|but|"
    rf"and (?=(?:just |only |the other |an? )?[{PERCENT}]))"
)
_HELD_AGAINST = re.compile(
    r"\b(?:compar\w+|than|against|from|national\w*|england|average|target) (?:[a-z]+ ){0,2}$"
)
_DENIED = re.compile(
    r"\b(?:were|was|are|is|have|has|had|did|do|does|could|can|would|will|it is|they are)"
    r"(?:n't| not| never)\b|\b(?:is|are|was|were|lies?|falls?) outside\b"
)
_NEGATIVE = re.compile(
    r"\b(?:not|never|no|none|without|neither|nor|outside|un[a-z]{4,}|fewer|less)\b|n't\b|\bnon-"
)
# "45% said they could, 30% that they could not": the rest did not know.
_VIEWS = re.compile(
    r"\b(?:said|say|felt|feel|agree\w*|thought|think|believe\w*|know|knew|report\w*|support\w*|"
    r"satisf\w+|want\w*|prefer\w*|expect\w*|likely|responded|answered|sure)\b"
)
# "Of those whose parents were not tenants, 34%": it is not of these that anything is denied.
_WHOSE = re.compile(r"\b(?:whose|where|when|if)\b")
_CHANCE = re.compile(rf"(?P<p>[{PERCENT}]) (?P<noun>chance|probability|likelihood|risk)\b")
_OF = re.compile(
    r"^ of (?P<group>[^,.;:()]{3,60}?) (?:were|was|are|is|have|has|had|did|do|does|could|can|who|"
    r"[a-z]{2,}ed)\b"
)
_BRACKETS = re.compile(r" ?\([^()]*\)")
_WORD = re.compile(r"[a-z][a-z'-]+")
_LIGHT = frozenset(
    _WORD.findall(
        "the of in at on for to by with and or an it they them as any were was are is had have has "
        "been be did do does that this those these who which there all only just not never ever "
        "either form kind sort known also year years old olds represent representing represented "
        "represents accounting accounted from"
    )
)
_LEAST, _ALIKE, _FIFTHS = 2, 4, 5  # words in common at least, and parts in five of the shorter
_NEAR, _SHORT, _LONG = 15, 3, 300


@dataclass(frozen=True, slots=True)
class _Clause:
    sentence: Sentence
    share: Quantity
    text: str
    group: frozenset[str]

    @property
    def words(self) -> set[str]:
        said = (each for each in _WORD.findall(self.text) if each not in _LIGHT)
        return {stem(each).removesuffix("e") for each in said}  # "used", "did not use"


def yes_and_no(sentences: Sequence[Sentence]) -> Iterator[tuple[Sentence, SharedOut]]:
    """Every such pair, in one sentence or in two that follow one another."""
    before: list[_Clause] = []
    above: Sentence | None = None
    for sentence in sentences:
        if not any(each.measure is Measure.PERCENT for each in sentence.quantities):
            continue
        clauses = list(_clauses(sentence))
        near = before[:1] if above is not None and _follows(above, sentence) else []
        for one, other in pairwise([*near, *clauses]):
            if _is_denial(one, other) and (found := _out(one, other)):
                yield sentence, found
        if found := _chances(sentence):
            yield sentence, found
        before, above = clauses, sentence


def _follows(above: Sentence, sentence: Sentence) -> bool:
    if above.file != sentence.file or max(len(above.text), len(sentence.text)) > _LONG:
        return False
    return 0 <= sentence.passage.order - above.passage.order <= 1


def _clauses(sentence: Sentence) -> Iterator[_Clause]:
    """What is said of each share, as far as the sentence cuts it off from the next."""
    skeleton = skeleton_of(sentence.text)
    text = _BRACKETS.sub(lambda found: " " * len(found.group()), skeleton.text)
    slots = list(re.finditer(f"[{PERCENT}]", text))
    for place, slot in enumerate(slots):
        start = slots[place - 1].end() if place else 0
        cuts = [each.end() for each in _CLAUSE_ENDS.finditer(text, start)]
        cuts = [each for each in cuts if each <= slot.start()]
        if place and (not cuts or _HELD_AGAINST.search(text, start, slot.start())):
            continue
        start = cuts[-1] if place else start
        end = _CLAUSE_ENDS.search(text, slot.end())
        after = text[slot.end() : end.start() if end else len(text)]
        group = _OF.match(after)
        words = _WORD.findall(group["group"]) if group else ()
        said = re.sub(f"[{QUANTITY}{WHEN}]", " ", f"{text[start : slot.start()]} {after}")
        yield _Clause(
            sentence,
            skeleton.quantity(slot.group()),
            said,
            frozenset(stem(each) for each in words if each not in _LIGHT),
        )


def _is_denial(one: _Clause, other: _Clause) -> bool:
    """Whether the one clause says just what the other denies, of the same things and time."""
    yes, no = (one, other) if _DENIED.search(other.text) else (other, one)
    denied = _DENIED.search(no.text)
    if denied is None or _NEGATIVE.search(yes.text) or _WHOSE.search(no.text, 0, denied.start()):
        return False
    if yes.group and no.group and yes.group != no.group:
        return False
    if _when(yes.sentence) != _when(no.sentence) and _when(no.sentence) and _when(yes.sentence):
        return False
    common = yes.words & no.words
    shorter = min(len(yes.words), len(no.words))
    # In two bullets one below the other they may be two things of one group: not word for word.
    alike = _ALIKE if yes.sentence.passage is no.sentence.passage else _FIFTHS
    return len(common) >= _LEAST and _FIFTHS * len(common) >= alike * shorter


def _when(sentence: Sentence) -> object:
    times = sentence.times
    return (times[0].first, times[0].last) if times else None


def _out(one: _Clause, other: _Clause) -> SharedOut | None:
    return _not_hundred(one.share, other.share, f"{one.sentence.text} {other.sentence.text}")


def _not_hundred(one: Quantity, other: Quantity, words: str) -> SharedOut | None:
    if one.hedge is not Hedge.NONE or other.hedge is not Hedge.NONE:
        return None
    made = one.interval + other.interval
    if made.holds(100) or abs(one.value + other.value - 100) > _NEAR:
        return None
    if made.high < 100 and (made.high > 100 - _SHORT or _VIEWS.search(words.lower())):
        return None
    return SharedOut((one, other), None, all_told=True)


def _chances(sentence: Sentence) -> SharedOut | None:
    """ "A 95% chance that it lies between them, and a 15% chance that it is outside"."""
    skeleton = skeleton_of(sentence.text)
    for one, other in pairwise(_CHANCE.finditer(skeleton.text)):
        yes = skeleton.text[one.end() : other.start()]
        no = skeleton.text[other.end() :]
        denied = _DENIED.search(no) and not _NEGATIVE.search(yes)
        if denied and one["noun"] == other["noun"] and ". " not in yes:
            told = skeleton.quantity(one["p"]), skeleton.quantity(other["p"])
            return _not_hundred(*told, "")
    return None
