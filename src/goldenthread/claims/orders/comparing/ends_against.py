"""The end of an order told with its value, and with the values it is held against.

"Those of two schools were the least likely to stay, with 46%, compared with 50% of those of one".
"""

import re
from collections.abc import Iterator

from goldenthread.claims.language.skeleton import (
    EARLIER,
    LAST,
    PERCENT,
    QUANTITY,
    RATE,
    TIME,
    Skeleton,
)
from goldenthread.claims.orders.comparing.words import Word

_V = f"[{PERCENT}{RATE}]"
_END_TOLD = re.compile(
    r"\b(?:was|were|is|are|had|has|have|saw|with) the "
    r"(?:(?P<down>least (?:likely|often)|lowest)|(?P<up>most (?:likely|often)|highest))\b"
    rf"[^{QUANTITY};:.()]{{0,110}}?(?:,? (?:with|at) |\(|– |, )(?P<one>{_V})"
    rf"[^{QUANTITY};:.]{{0,60}}?(?:,|–|\)|\()? ?\bcompared (?:with|to)\b(?P<rest>[^;:.]*)"
)
_OTHERWISE = re.compile(
    rf"[{TIME}{EARLIER}{LAST}]|\b(?:national\w*|england|average|overall|all|target|expected|uk|"
    r"region\w*|county|while|whilst|whereas|but|although|not|men|women|boys|girls|males?|females?)\b"
)


def ends_against(skeleton: Skeleton) -> Iterator[tuple[Word, int, int]]:
    """The word of every such end, the place of its value and that of each held against it."""
    for match in _END_TOLD.finditer(skeleton.text):
        if _OTHERWISE.search(match["rest"]):
            continue
        sign, group = (1, "up") if match["up"] else (-1, "down")
        word = Word(match[group], sign, match.start(group), match.end(group), match.start("rest"))
        one = skeleton.number(match["one"])
        for rival in re.finditer(_V, match["rest"]):
            other = skeleton.number(rival.group())
            if skeleton.quantities[other].measure is skeleton.quantities[one].measure:
                yield word, one, other
