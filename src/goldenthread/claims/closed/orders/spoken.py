"""Which row of a table each superlative of a sentence is said of, and the numbers told with them.

Names and superlatives in turn belong together two by two, in the order the first two stand:
"highest in Elm (41) and lowest in Ash", "Elm has the highest rate and Ash the lowest".
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from goldenthread.claims.closed.cells.names import Name
from goldenthread.claims.closed.orders.claims import Claim, claims_in, clause_of
from goldenthread.claims.language.directions import CHANGE, VERB, sign_of
from goldenthread.claims.language.model import Hedge, Quantity, Sentence
from goldenthread.claims.orders.values.model import Way
from goldenthread.claims.quoting.quoted_cells import SORTS

_RANKS = {"second": 2, "third": 3, "fourth": 4}
_RANK = r"(?:(?P<rank>second|third|fourth)[ -])?"
_SMALL = frozenset(
    ["smallest", "least", "slowest", "lowest", "gentlest", "weakest", "slightest", "shallowest"]
)
_BIG = (
    r"most|highest|largest|biggest|greatest|furthest|farthest|fastest|quickest|steepest|sharpest|"
    r"strongest|heaviest|deepest"
)
_WORD = rf"(?P<word>{_BIG}|{'|'.join(sorted(_SMALL))})"
# "The steepest fall", "the largest percentage increase".
_OF_A_CHANGE = re.compile(
    rf"\b{_RANK}{_WORD} (?:(?:percentage|proportional|relative|annual|yearly|overall|net|single) )*"
    rf"(?P<turn>{CHANGE})\b",
    re.IGNORECASE,
)
# "Grew fastest", "fell the most"; "the fastest-growing".
_CHANGED = re.compile(
    rf"\b(?P<turn>{VERB})(?: by)?(?: the)? {_RANK}{_WORD}(?=\s*(?:[.,;:()]|$|(?:in|at|among|of|"
    r"over|since|between|and|with)\b))",
    re.IGNORECASE,
)
_CHANGING = re.compile(rf"\b{_RANK}{_WORD}[ -](?P<turn>growing|rising|falling|shrinking)\b")
# "The fall was steepest in Elm".
_TURNED = re.compile(
    rf"\b(?P<turn>{CHANGE})\b[^.,;:()]{{0,40}}? (?:was|were|is|has been) (?:the )?{_RANK}{_WORD}\b",
    re.IGNORECASE,
)
# "Elm is the largest and has the longest list": of what was named before.
_ON = re.compile(r"\b(?:and|but) (?:also |again )?(?:is|are|was|were|has|have|had) [^.,;:()]*$")
_STOP = re.compile(r"[;]|[.:](?=\s|$)|\b(?:but|while|whereas|although|though)\b")


@dataclass(frozen=True, slots=True)
class Spoken:
    """A claim with the row it is of and the stretch of text that is about it and no other.

    ``turn`` is None but for a change: 1 for a rise, -1 for a fall, 0 where it is not said.
    """

    claim: Claim
    turn: int | None
    row: int
    start: int
    end: int


def all_claims(text: str) -> list[tuple[Claim, int | None]]:
    """Every place in an order that a sentence claims, of values and of changes, in turn."""
    found: list[tuple[Claim, int | None]] = []
    for pattern in (_OF_A_CHANGE, _CHANGED, _CHANGING, _TURNED):
        for match in pattern.finditer(text):
            small = match["word"].lower() in _SMALL
            rank = _RANKS.get((match["rank"] or "").lower(), 1)
            claim = Claim(
                words=match.group(),
                start=match.start(),
                end=match.end(),
                way=Way.LOWEST if small else Way.HIGHEST,
                rank=rank,
                within=clause_of(text, *match.span()),
                led=_led(text, match.start()),
            )
            turn = -1 if match["turn"] in ("falling", "shrinking") else sign_of(match["turn"])
            found.append((claim, 1 if match["turn"] in ("growing", "rising") else turn))
    for claim in claims_in(text):
        if not any(one.start < claim.end and claim.start < one.end for one, _ in found):
            found.append((claim, None))
    return sorted(found, key=lambda each: each[0].start)


def spoken_in(text: str, names: Sequence[Name]) -> Iterator[Spoken]:
    """Every claim of a sentence that is said of one row."""
    claims = all_claims(text)
    marks = _in_turn(names)
    for place, (claim, turn) in enumerate(claims):
        row = _row(text, claim, place, [each for each, _ in claims], marks)
        if row is None:
            continue
        first, last = min(row.start, claim.start), max(row.end, claim.end)
        others = [(each.start, each.end) for each in marks if each.line != row.line]
        others += [(each.start, each.end) for each, _ in claims if each is not claim]
        start = max((end for _, end in others if end <= first), default=0)
        end = min((start for start, _ in others if start >= last), default=len(text))
        if place and _take_turns([each for each, _ in claims], marks):
            start = first
        start = max([start, *(each.end() for each in _STOP.finditer(text, start, first))])
        ends = [each.start() for each in _STOP.finditer(text, last, end)]
        if any(first <= begin < last for begin, _ in others):
            continue
        yield Spoken(claim, turn, row.line, start, min([end, *ends]))


def figures_of(sentence: Sentence, spoken: Spoken) -> list[Quantity]:
    """The numbers told with a claim: in figures, as they are, and no part of a time."""
    return [
        each
        for each in sentence.quantities
        if spoken.start <= each.start < spoken.end
        and each.measure in SORTS
        and each.hedge is Hedge.NONE
        and each.text.strip("£ ")[:1].isdigit()
        and not any(time.start <= each.start < time.end for time in sentence.times)
    ]


def _in_turn(names: Sequence[Name]) -> list[Name]:
    """The names, several words of one after another as one."""
    found: list[Name] = []
    for each in names:
        if found and found[-1].line == each.line:
            found[-1] = Name(each.line, found[-1].start, max(found[-1].end, each.end))
        else:
            found.append(each)
    return found


def _row(
    text: str, claim: Claim, place: int, claims: Sequence[Claim], names: Sequence[Name]
) -> Name | None:
    """The one row that a claim is of: beside it in its clause, or as both take turns."""
    if _take_turns(claims, names):
        return names[place]
    before = claims[place - 1].end if place else 0
    after = claims[place + 1].start if place + 1 < len(claims) else len(text)
    since, until = max(claim.within[0], before), min(claim.within[1], after)
    inside = [each for each in names if since <= each.start < until]
    if len(inside) == 1:
        return inside[0]
    led = [each for each in names if claim.led <= each.start < claim.start]
    carried = place == 0 or _ON.search(text, before, claim.start)
    return led[0] if carried and not inside and len(led) == len(names) == 1 else None


def _take_turns(claims: Sequence[Claim], names: Sequence[Name]) -> bool:
    """Whether names and claims stand in turn, as many of the one as of the other."""
    marks = [(each.start, True) for each in names] + [(each.start, False) for each in claims]
    turns = [is_name for _, is_name in sorted(marks)]
    return len(claims) == len(names) > 1 and all(a != b for a, b in pairwise(turns))


def _led(text: str, start: int) -> int:
    return max((each.end() for each in _STOP.finditer(text, 0, start)), default=0)
