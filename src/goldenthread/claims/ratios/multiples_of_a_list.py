"""Multiples of one number of a list, told with what it was: "Ash 131 ...; Ash's have doubled".

"Schools sent 139, other councils 131. Referrals by other councils have trebled, from 58": which
number has come of the 58 is told by the name it stands beside.
"""

import re
from collections.abc import Iterator

from goldenthread.claims.language.clauses import content_stems
from goldenthread.claims.language.hedges import hedge_before
from goldenthread.claims.language.model import Hedge, Measure
from goldenthread.claims.language.ratios import room
from goldenthread.claims.language.skeleton import COUNT, QUANTITY, TIMES, WHEN, Skeleton
from goldenthread.claims.ratios.pairs_in_words import PairInWords

_MULTIPLIED = re.compile(
    rf"(?P<about>[^{QUANTITY};.:]{{4,140}}?) (?:has|have|had) (?P<x>[{TIMES}])"
    rf"(?:,|:| –| \(|;)? ?(?:in [{WHEN}],? )?"
    rf"(?:(?:up )?from|there having been|having been|(?:there|it|they|we) (?:was|were|had))"
    rf" (?P<then>[{COUNT}])(?P<after>[^{QUANTITY};.]{{0,50}})"
)
_THEN = re.compile(rf"[{WHEN}]|\b(?:before|earlier|previously|then|ago)\b")
_MOVED = re.compile(r"\bfrom$|having been$")
_LABEL = re.compile(rf"(?:^|[,;:.(]|\band\b|[{QUANTITY}])(?P<label>[^,;:.({QUANTITY}]*)$")
_NEAR = 20  # characters
_NO_OTHER = re.compile(r"\b(?:not|never|nearly all|expected|would|will|could|target)\b")


def multiples_of_a_list(skeleton: Skeleton, since: int) -> Iterator[PairInWords]:
    """Every multiple from ``since`` on of the one number before that is told by its name."""
    for match in _MULTIPLIED.finditer(skeleton.text, since):
        words, then = skeleton.number(match["x"]), skeleton.number(match["then"])
        told, quantity = skeleton.quantities[then], skeleton.quantities[words]
        if quantity.value < 2 or told.hedge is not Hedge.NONE or told.interval.low <= 0:
            continue
        lead = skeleton.text[match.end("x") + 1 : match.start("then")].strip()
        if not (_MOVED.search(lead) or _THEN.search(f"{lead} {match['after']}")):
            continue
        if " to " in match["after"] or _NO_OTHER.search(f"{match['about'][-_NEAR:]} {lead}"):
            continue
        now = _named(skeleton, match["about"], since)
        allowed = room(quantity, hedge_before(skeleton.source, quantity.start)[2]).doubtful
        borne_out = any(
            (each.interval / told.interval).meets(allowed)
            for place, each in enumerate(skeleton.quantities)
            if each.measure is Measure.COUNT and 0 <= skeleton.at[place] < match.start("x")
        )
        if now is not None and not borne_out:
            yield PairInWords(words, now, then)


def _named(skeleton: Skeleton, about: str, since: int) -> int | None:
    """The one number before whose name is all in what is spoken of; no other may be hedged."""
    spoken = content_stems(about)
    places = [
        place
        for place, each in enumerate(skeleton.quantities)
        if each.measure is Measure.COUNT and 0 <= skeleton.at[place] < since
    ]
    labels = {place: _label(skeleton, place, first=place == places[0]) for place in places}
    named = [place for place in places if labels[place] and labels[place] <= spoken]
    touched = [place for place in places if labels[place] & spoken]
    fits = len(named) == 1 and len(places) > 1 and touched == named
    return named[0] if fits and skeleton.quantities[named[0]].hedge is Hedge.NONE else None


def _label(skeleton: Skeleton, place: int, *, first: bool) -> set[str]:
    """The words that lead to a number from the mark or number before; the first's end in its verb.

    "Schools sent 139, the police 131".
    """
    match = _LABEL.search(skeleton.text[: skeleton.at[place]])
    label = match["label"].strip() if match else ""
    return content_stems(label.rpartition(" ")[0] or label if first else label)
