"""Whether the clause of a size names a thing that the clause of the two numbers does not.

"Homes fell from 188 to 171, and visits by 9%", "402 seen, against 318, with 31% more sessions":
visits and sessions have a change of their own, whose numbers are not told.
"""

import re

from goldenthread.claims.changes.judged import Judged
from goldenthread.claims.changes.sizes import Size
from goldenthread.claims.language.clauses import new_words, stem
from goldenthread.claims.language.directions import CHANGE
from goldenthread.claims.language.skeleton import Skeleton

_BOUND = re.compile(
    r"[;:()–]|, |\. | - |\b(?:and|but|yet|while|whilst|whereas|though|although|which|who|whose|with"
    r"|when|where|as|because|after|including|include[sd]?)\b"
)
# "An increase of 31% in demand", "a 31% increase": a size in apposition is of what stands before.
_APPOSED = re.compile(
    rf"\b(?:an?|this|that|its)? ?(?:[a-z-]+ )?(?:{CHANGE}|saving|loss) (?:of|by) $"
)
_APPOSED_AFTER = re.compile(rf" (?:[a-z-]+ )?(?:{CHANGE})\b")
# "..., with an increase of 31% in those from schools": a joint and a thing of its own.
_JOINED = re.compile(
    r"\b(?:with|and|but|plus|alongside|including)(?: also)? (?:an? |the )?(?:[a-z-]+ ){0,3}$"
)
_OF_WHAT = re.compile(rf"(?: (?:[a-z-]+ )?(?:{CHANGE}))? (?:in|among|amongst|for) ")
# "So demand rose by 31%" draws it from the two numbers.
CONCLUDES = re.compile(
    r"(?:^|[;:,.(–] ?|\band )(?:so(?! that)|in other words|that is|this|meaning|leaving|making"
    r"|giving|the difference|which (?:means|meant|is|was|makes|made|by [^,;.]{3,40} means))"
    r"\b[^;:.]*$"
    r"|\b(?:hence|therefore|thus|consequently|reckoning|difference|[a-z]+er by)\b[^;:.]*$"
)
# Who it happens to, or does it: "the service has grown", "patients are handed over sooner".
_WHO = re.compile(
    r"\b(?:service|team|partnership|programme|project|scheme|charity|hub|patients|callers|people"
    r"|customers|users|everyone)\b(?: (?:ha[sd]|have|is|are|was|were|being|been|handed|over|now|"
    r"get|gets|got|through))*"
)
# "Down 25%: 640 against 800", "by a third (from 96 to 84)", "by 2.1 points, climbing from 7.3":
# what follows spells it out.
_SPELLS_OUT = re.compile(
    r"[:(–]|[,.;] (?:it|they|there|this|having|taking|bringing|[a-z]+ing (?:up |down )?from)\b"
)
_AND = re.compile(r",? ?(?:and|while|whilst|whereas|but|with|though|although)\b")
_NO_NAMES = frozenset(
    map(stem, ("when", "where", "having", "sooner", "faster", "quicker", "slower", "longer"))
)
# "With a gap of three years between men and women": those that the two numbers are of.
_GAP_BETWEEN = re.compile(
    r" between (?:the two|them|men|women|males|females|boys|girls|the sexes)\b"
)
_OTHERS = re.compile(r"\b(?:ours|theirs|others|the (?:others?|rest|former|latter)|each|every)\b")


def named_anew(skeleton: Skeleton, size: Size, judged: Judged) -> bool:
    """Whether a size stands in a clause of its own that names something else."""
    text, at = skeleton.text, skeleton.at[size.number]
    first, last = (skeleton.at[each] for each in judged.pair.both)
    if first < at < last:
        return False
    if _GAP_BETWEEN.match(text, at + 1):
        return False
    start, stop = _clause(text, at)
    if _APPOSED.search(text[:at]) or _APPOSED_AFTER.match(text, at + 1):
        of_what = _OF_WHAT.match(text, at + 1)
        joined = last < at and _JOINED.search(text, 0, at)
        return bool(joined and of_what and _new(text, of_what.end(), stop))
    if last < at and CONCLUDES.search(text[last + 1 : at]):
        return False
    if start <= last < at or at < first < stop:
        return False  # one clause has them all
    if _OTHERS.search(text, start, stop):
        return True
    if at < first:
        if _SPELLS_OUT.match(text, stop) or _SPELLS_OUT.match(text, stop - 1):
            return False
        ends = last if _AND.match(text, stop) else first
        return bool(_new(text, stop, ends)) and bool(_new(text, start, stop))
    who = _WHO.search(text, start, at)
    return bool(_new(text, who.end() if who else start, stop))


def _new(text: str, start: int, stop: int) -> set[str]:
    """The words of a stretch that name what the rest of the text does not."""
    known = {stem("children")} if "child" in text[:start] else set()
    return new_words(text, (start, stop)) - _NO_NAMES - known


def _clause(text: str, at: int) -> tuple[int, int]:
    start = max((each.end() for each in _BOUND.finditer(text, 0, at)), default=0)
    stop = _BOUND.search(text, at)
    return start, stop.start() if stop else len(text)
