"""Ratios told as numbers and said again in words: "1.89 means nearly twice as likely"."""

import re
from collections.abc import Iterator

from goldenthread.claims.intervals import Interval
from goldenthread.claims.language.hedges import hedge_before
from goldenthread.claims.language.printed import exact
from goldenthread.claims.language.ratios import room
from goldenthread.claims.language.skeleton import COUNT, QUANTITY, TIMES, Skeleton
from goldenthread.claims.ratios.vague import Vague

_AS = r"(?= (?:as|more|higher|greater) [a-z])"
_SAID = (
    re.compile(
        rf"(?P<ratio>[{COUNT}])\)?,? (?:means?|meaning|indicat\w+|that is|i\.e\.) "
        rf"[^;.{COUNT}]{{0,110}}?(?P<x>[{TIMES}]){_AS}"
    ),
    re.compile(
        rf"(?P<x>[{TIMES}]){_AS}[^;.{QUANTITY}]{{0,110}}? \((?:adjusted |crude )?"
        rf"(?:odds|hazard|risk|rate|prevalence) ratio:?(?: of| =)? (?P<ratio>[{COUNT}])"
    ),
    re.compile(
        rf"\b(?:odds|hazard|risk|rate|prevalence|location) (?:ratio|quotient) (?:of|was|is) "
        rf"(?P<ratio>[{COUNT}])[^;.{QUANTITY}]{{0,60}}?(?P<x>[{TIMES}]){_AS}"
    ),
)


def ratios_as_numbers(skeleton: Skeleton, since: int) -> Iterator[Vague]:
    """Every ratio told both ways from ``since`` on; a whole number may count something."""
    for pattern in _SAID:
        for match in pattern.finditer(skeleton.text, since):
            ratio, words = (skeleton.quantity(match[each]) for each in ("ratio", "x"))
            if not ratio.decimals:
                continue
            _, start, close = hedge_before(skeleton.source, words.start)
            allowed = room(words, close)
            more = words.value > 1 and re.match(
                r" (?:more|higher)", skeleton.text[match.end("x") :]
            )
            values = [ratio.interval] + ([ratio.interval - Interval.exactly(1)] if more else [])
            printed = skeleton.source[start : words.end]
            yield Vague(
                printed=printed,
                fair=any(each.meets(allowed.fair) for each in values),
                possible=any(each.meets(allowed.doubtful) for each in values),
                evidence=f"{ratio.text.strip()} is told; “{words.text}” is {exact(words.value)}",
            )
