"""Two shares told alike of two times or places: "heard 47, upheld 20 (43%); it was 36 and 9 (35%)".

Each half of such a sentence has a whole, a part and a percentage in one order. Where one half is
right as it stands, the other is told in the same way; where nothing there bears it out it has a
slip.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import permutations

from goldenthread.claims.closed.shares.pairs import (
    MORE_THAN,
    Wrong,
    are_bounded,
    bears_out,
    borne_out_near,
    is_far,
)
from goldenthread.claims.language.model import Measure, Quantity
from goldenthread.claims.language.skeleton import DURATION, PERCENT, QUANTITY, WHEN
from goldenthread.claims.language.utterances import Utterance
from goldenthread.claims.reading import Reading
from goldenthread.claims.shares.doubts import is_doubtful
from goldenthread.claims.shares.share_model import Share

_EACH = 3  # a whole, a part and a percentage
# What sets the two halves against each other.
_SET_AGAINST = re.compile(
    r"\b(?:compared (?:with|to)|against|versus|while|whereas|where|when|up from|down from)\b|;"
    rf"|[{WHEN}]"
)
# "36 more than the 20", "up by 9": no part and no whole.
_NO_PART = re.compile(
    rf"\b(?:by|than|target of|average of|all but|except) [{QUANTITY}]|[{QUANTITY}](?: [a-z]+)? "
    r"(?:more|fewer|less|higher|lower)\b"
)


def told_in_halves(reading: Reading, window: Utterance) -> Iterator[Wrong]:
    """The percentage of one half that nothing bears out, where that of the other is right."""
    skeleton, since = window.skeleton, window.since
    text = skeleton.text[since:]
    slots = [each for each in re.findall(f"[{QUANTITY}]", text) if not _is_long(each)]
    if len(slots) != 2 * _EACH or len(re.findall(f"[{PERCENT}]", text)) != 2:
        return
    told = [skeleton.quantity(each) for each in slots]
    halves = told[:_EACH], told[_EACH:]
    between = text[text.index(slots[_EACH - 1]) : text.index(slots[_EACH])]
    if not _SET_AGAINST.search(text[text.index(slots[_EACH - 1]) :]):
        return
    if _NO_PART.search(text) or "than" in between or not are_bounded(*told):
        return
    read = [found for each in halves if (found := _read(each)) is not None]
    if len(read) < len(halves) or read[0][0] != read[1][0]:
        return
    fits = [bears_out(skeleton, share, part, whole) for _, share, part, whole in read]
    if fits.count(True) != 1:
        return
    _, share, part, whole = read[fits.index(False)]
    places = {id(each): place for place, each in enumerate(skeleton.quantities)}
    asked = Share(places[id(part)], places[id(whole)], places[id(share)])
    after = skeleton.text[skeleton.at[asked.percent] + 1 :].lstrip("),")
    if is_doubtful(skeleton, asked) or MORE_THAN.match(after):
        return
    counts = [each for each in told if each.measure is part.measure]
    if any(bears_out(skeleton, share, *each) for each in permutations(counts, 2)):
        return
    if is_far(share, part, whole) or borne_out_near(reading, window, share, part, set()):
        return
    yield Wrong(window.sentence, skeleton, share, part, whole)


_Read = tuple[tuple[int, ...], Quantity, Quantity, Quantity]


def _is_long(slot: str) -> bool:
    return re.fullmatch(f"[{DURATION}]", slot) is not None


def _read(half: Sequence[Quantity]) -> _Read | None:
    """The order of a half's numbers, and its share, part and whole."""
    shares = [each for each in half if each.measure is Measure.PERCENT]
    counts = sorted((each for each in half if each not in shares), key=lambda each: each.value)
    if len(shares) != 1 or len({each.measure for each in counts}) != 1:
        return None
    part, whole = counts
    if part.measure not in (Measure.COUNT, Measure.MONEY) or not 0 < part.value < whole.value:
        return None
    order = tuple(half.index(each) for each in (shares[0], part, whole))
    return order, shares[0], part, whole
