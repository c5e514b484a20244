"""A percentage that sums two parts up: "23 of the 64 were upheld and a further 17 in part ... 56%".

Both parts and their whole are told, nothing else is, and words say that the percentage is of the
two together.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from goldenthread.claims.closed.shares.made_up import is_explained
from goldenthread.claims.closed.shares.pairs import Wrong, are_bounded, bears_out
from goldenthread.claims.intervals import may_be_share
from goldenthread.claims.language.model import Measure
from goldenthread.claims.language.skeleton import COUNT, PERCENT, QUANTITY
from goldenthread.claims.language.utterances import Utterance
from goldenthread.claims.reading import Reading

_SO_MANY = 4  # two parts, their whole and the percentage
_TOGETHER = re.compile(
    rf"(?P<n>[{COUNT}])(?: [a-z'-]+){{0,3}}? (?:out )?of (?:the |our |its |those |these |all )*"
    rf"(?P<whole>[{COUNT}])[^{QUANTITY};.:()]{{0,90}} (?:a further|another) (?P<more>[{COUNT}])"
    rf"[^{QUANTITY};:()]{{0,80}}(?:[.,;] |\b)(?:in other words|together|altogether|in all|in total|"
    rf"combined|between them|so that|that is)\b[^{QUANTITY};.:()]{{0,40}}(?P<p>[{PERCENT}])"
)


def summed_up(reading: Reading, window: Utterance) -> Iterator[Wrong]:
    """Every such percentage that is not the two parts' share of the whole, nor any other of it."""
    skeleton = window.skeleton
    told = [each for each in skeleton.quantities if each.measure is not Measure.DURATION]
    match = _TOGETHER.search(skeleton.text)
    if match is None or len(told) != _SO_MANY or skeleton.text.find(match["p"]) < window.since:
        return
    one, more, whole, share = (
        skeleton.quantity(match[each]) for each in ("n", "more", "whole", "p")
    )
    both = replace(one, value=one.value + more.value, interval=one.interval + more.interval)
    if both.value > whole.value or not are_bounded(one, more, whole, share):
        return
    if any(bears_out(skeleton, share, each, whole) for each in (one, more, both)):
        return
    left = whole.interval - both.interval
    if may_be_share(share.interval, left, whole.interval):
        return
    if not is_explained(reading, window, share, both):
        yield Wrong(window.sentence, skeleton, share, both, whole)
