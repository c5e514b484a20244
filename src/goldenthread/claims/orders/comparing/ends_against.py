"""The ends of an order told with their values, and with the values they are held against.

"Those of two schools were the least likely to stay, with 46%, compared with 50% of those of one";
"highest in Elm (14%) and lowest in Oak (11%)"; "from a low of 11% in Oak to a high of 14% in Elm".
"""

import re
from collections.abc import Iterator

from goldenthread.claims.language.clauses import content_stems
from goldenthread.claims.language.model import Measure
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

_SHARE = f"[{PERCENT}{RATE}]"
_VALUE = f"[{PERCENT}{RATE}{COUNT}{MONEY}]"
_UP = r"most (?:likely|often|common)|highest|largest|greatest"
_DOWN = r"least (?:likely|often|common)|lowest|smallest"
_NOT_ALONE = r"(?<!one of )(?<!among )(?<!second )(?<!third )(?<!next )(?<!of )"
_LEADS = rf"[^{QUANTITY};:.()]{{0,110}}?(?:,? (?:with|at) |\(|– |, )"
_END_TOLD = re.compile(
    rf"{_NOT_ALONE}\bthe (?:(?P<down>{_DOWN})|(?P<up>{_UP}))\b{_LEADS}(?P<one>{_SHARE})"
    rf"[^{QUANTITY};:.]{{0,60}}?(?:,|–|\)|\()? ?\bcompared (?:with|to)\b(?P<rest>[^;:.]*)"
)
_TWO_ENDS = re.compile(
    rf"\b(?:(?P<down>{_DOWN})|(?P<up>{_UP}))\b(?P<of>[^{QUANTITY};:.()]{{0,110}}?)"
    rf"(?:,? (?:with|at) |\()(?P<one>{_VALUE})[^{QUANTITY};:.]{{0,90}}?"
    rf"\b(?P<last>{_UP}|{_DOWN})\b(?P<of_last>[^{QUANTITY};:.()]{{0,110}}?)"
    rf"(?:,? (?:with|at) |\()(?P<other>{_VALUE})"
)
_BOTH_ENDS = re.compile(
    rf"\ba (?P<first>low|high|minimum|maximum) of (?P<one>{_VALUE})[^{QUANTITY};:]{{0,80}}?"
    rf"\ba (?P<last>low|high|minimum|maximum) of (?P<other>{_VALUE})"
)
_OTHERWISE = re.compile(
    rf"[{TIME}{EARLIER}{LAST}]|\b(?:national\w*|england|average|overall|all|target|expected|uk|"
    r"region\w*|county|while|whilst|whereas|but|although|not|men|women|boys|girls|males?|females?)\b"
)
_RANKED = re.compile(r"\b(?:rank\w*|quintiles?|deciles?|score[sd]?|scores)\b")
_HIGH = ("high", "maximum")


def ends_against(skeleton: Skeleton) -> Iterator[tuple[Word, int, int]]:
    """The word of every such end, the place of its value and that of each held against it."""
    for match in _END_TOLD.finditer(skeleton.text):
        if _OTHERWISE.search(match["rest"]):
            continue
        one = skeleton.number(match["one"])
        for rival in re.finditer(_SHARE, match["rest"]):
            other = skeleton.number(rival.group())
            if skeleton.quantities[other].measure is skeleton.quantities[one].measure:
                yield _word(match, "up" if match["up"] else "down", bool(match["up"])), one, other
    for match in _TWO_ENDS.finditer(skeleton.text):
        group = "up" if match["up"] else "down"
        turned = re.fullmatch(_DOWN if match["up"] else _UP, match["last"])
        if turned and _of_one_measure(match["of"], match["of_last"]):
            yield from _both(skeleton, match, group, up=bool(match["up"]))
    for match in _BOTH_ENDS.finditer(skeleton.text):
        if (match["first"] in _HIGH) != (match["last"] in _HIGH):
            yield from _both(skeleton, match, "first", up=match["first"] in _HIGH)


def _both(
    skeleton: Skeleton, match: re.Match[str], group: str, *, up: bool
) -> Iterator[tuple[Word, int, int]]:
    one, other = (skeleton.number(match[each]) for each in ("one", "other"))
    values = [skeleton.quantities[each] for each in (one, other)]
    # Ranks run "from the highest (1) to the lowest (340)", and falls below nought.
    ranked = Measure.COUNT in (each.measure for each in values) and _RANKED.search(skeleton.text)
    alike = values[0].measure is values[1].measure and values[0].per == values[1].per
    if alike and not ranked and min(each.value for each in values) >= 0:
        yield _word(match, group, up), one, other


def _word(match: re.Match[str], group: str, up: bool) -> Word:
    return Word(match[group], 1 if up else -1, match.start(group), match.end(group), match.end())


_OF = re.compile(r"\b(?:of|for|with)\b(?P<what>.*)")
_IN = re.compile(r"\b(?:in|among|amongst|at|was|were|living|aged)\b")


def _of_one_measure(first: str, last: str) -> bool:
    """Whether the second end names no other thing than the first: "the lowest share of homes"."""
    match = _OF.search(last)
    if match is None:
        return not last.strip() or bool(_IN.match(last.strip()))
    what, *among = _IN.split(match["what"], maxsplit=1)
    # "In good health" and "in bad health" are two measures; "in Elm" and "in Oak" two places.
    those, these = (content_stems(" ".join(each)) for each in (among, _IN.split(first)[1:]))
    if those != these and those & these:
        return False
    return content_stems(what) <= content_stems(first)
