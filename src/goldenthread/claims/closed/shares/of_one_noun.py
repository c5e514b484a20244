"""A percentage beside a count of what one number before it counts, and of no number told.

"Support was offered to 640 relatives and taken up by 384 (50%)": a count with no noun of its own,
or with that of the number before it, is of those; and a text tells what its shares are of.
"""

import re
from collections.abc import Iterator

from goldenthread.claims.closed.parts.words import did
from goldenthread.claims.closed.shares.made_up import is_explained
from goldenthread.claims.closed.shares.pairs import (
    HELD,
    Pair,
    Wrong,
    are_bounded,
    bears_out,
    by_somebody,
    counts_placed,
    is_far,
    pairs_in,
)
from goldenthread.claims.language.clauses import stem
from goldenthread.claims.language.model import Measure, Quantity
from goldenthread.claims.language.skeleton import PERCENT, WHEN, Skeleton, skeleton_of
from goldenthread.claims.language.utterances import Utterance
from goldenthread.claims.reading import Reading
from goldenthread.claims.shares.doubts import of_several_times

_BARE = re.compile(
    rf" ?\((?:or |just |only )?[{PERCENT}]\)|, or (?:just |only )?[{PERCENT}](?=[,.;])"
)
_OWN_WHOLE = re.compile(r"\)? of (?!them\b|these\b|those\b|the total\b|all\b)")

# With these between two numbers the later is of another whole, time or place.
_ANOTHER = re.compile(
    r"\b(?:than|compared|against|versus|whereas|previous\w*|last|earlier|england|national\w*|"
    r"target|average|rose|fell|risen|fallen|including)\b"
)


def of_one_noun(reading: Reading, window: Utterance) -> Iterator[Wrong]:
    """Every such percentage."""
    skeleton, since = window.skeleton, window.since
    if of_several_times(skeleton_of(window.sentence.text)):
        return
    pairs = pairs_in(skeleton)
    for pair in pairs:
        if pair.start < since or _OWN_WHOLE.match(skeleton.text, pair.end):
            continue
        share, part = skeleton.quantities[pair.share], skeleton.quantities[pair.part]
        whole = _whole_of(skeleton, pair, pairs)
        if whole is None or not are_bounded(whole) or is_far(share, part, whole):
            continue
        if bears_out(skeleton, share, part, whole) or is_explained(reading, window, share, part):
            continue
        yield Wrong(window.sentence, skeleton, share, part, whole)


def _whole_of(skeleton: Skeleton, pair: Pair, pairs: list[Pair]) -> Quantity | None:
    """The greatest of the numbers before a part, where that counts the same and has no share."""
    text, start = skeleton.text, skeleton.at[pair.part]
    part = skeleton.quantities[pair.part]
    before = [
        (at, each)
        for at, each in counts_placed(skeleton)
        if at < start and each.measure is part.measure
    ]
    if not before or part.measure is not Measure.COUNT:
        return None
    at, whole = max(before, key=lambda each: each[1].value)
    if whole.value <= part.value or HELD.search(text[:at]):
        return None
    if HELD.search(text[:start]) and not by_somebody(text[:start]):
        return None
    if any(skeleton.quantities[each.part] is whole for each in pairs):
        return None
    between = text[at + 1 : start]
    if re.search(f"[{WHEN}]", between) or _ANOTHER.search(between):
        return None
    if len(before) > 1 and sum(each.value for _, each in before) != whole.value * 2:
        return None  # what the others are of the whole is not known
    noun, sentence = whole.noun.lower().split(), text.rfind(". ", 0, start)
    said = text[start if sentence < at else sentence : pair.end].lower()
    alike = bool(noun) and stem(noun[0]) in {stem(each) for each in re.findall("[a-z'-]+", said)}
    bare = _BARE.match(text, start + 1) or did(text, start + 1)
    return whole if alike or bare else None
