"""The end of an order told with its value, and with the values it is held against.

"Those of two schools were the least likely to stay, with 46%, compared with 50% of those of one".
"""

import re
from collections.abc import Iterator

from goldenthread.claims.language.skeleton import (
    COUNT,
    EARLIER,
    LAST,
    MONEY,
    PERCENT,
    QUANTITY,
    RATE,
    TIME,
    Skeleton,
)
from goldenthread.claims.orders.comparing.words import Word

_V = f"[{PERCENT}{RATE}{COUNT}{MONEY}]"
_END_TOLD = re.compile(
    r"\b(?:was|were|is|are|had|has|have|saw|with) the "
    r"(?:(?P<down>least (?:likely|often)|lowest)|(?P<up>most (?:likely|often)|highest))\b"
    rf"[^{QUANTITY};:.()]{{0,110}}?(?:,? (?:with|at) |\(|– |, )(?P<one>[{PERCENT}{RATE}])"
    rf"[^{QUANTITY};:.]{{0,60}}?(?:,|–|\)|\()? ?\bcompared (?:with|to)\b(?P<rest>[^;:.]*)"
)
_OTHERWISE = re.compile(
    rf"[{TIME}{EARLIER}{LAST}]|\b(?:national\w*|england|average|overall|all|target|expected|uk|"
    r"region\w*|county|while|whilst|whereas|but|although|not|men|women|boys|girls|males?|females?)\b"
)


# "From a low of 12% in Elm to a high of 14% in Oak".
_BOTH_ENDS = re.compile(
    rf"\ba (?P<first>low|high|minimum|maximum) of (?P<one>{_V})[^{QUANTITY};:]{{0,80}}?"
    rf"\ba (?P<last>low|high|minimum|maximum) of (?P<other>{_V})"
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
    for match in _BOTH_ENDS.finditer(skeleton.text):
        signs = [1 if match[each] in ("high", "maximum") else -1 for each in ("first", "last")]
        places = [skeleton.number(match[each]) for each in ("one", "other")]
        measures = {skeleton.quantities[each].measure for each in places}
        if signs[0] != signs[1] and len(measures) == 1:
            word = Word(
                match["first"], signs[0], match.start("first"), match.end("first"), match.end()
            )
            yield word, places[0], places[1]
