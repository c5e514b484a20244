""" "The majority", "most of", "a minority": said of a percentage or of a part of a whole."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from goldenthread.claims.intervals import Interval
from goldenthread.claims.language.printed import number, printed
from goldenthread.claims.language.skeleton import COUNT, PERCENT, QUANTITY, Skeleton

_W = rf"[^{QUANTITY};.()]"
_WORD = (
    r"\b(?P<word>(?:the |a )?(?:overall |overwhelming |vast |great |large |clear |slim |small |"
    r"significant )?(?:majority|minority)|most)\b"
)
# "Most common" and "most recent" compare; only "most of" and "most" before a plural tell a share.
_NOT_MOST = (
    r"(?!\w)(?! (?:\w+ly|common|frequent|recent|likely|often|deprived|serious|"
    r"significant|notable|important|striking|of all\b|[a-z]+(?:ed|ing|ent|ant|ive|ous|al|ful|"
    r"able|ible|ic)\b))"
)
_LINK = r"(?: ?\(|,? – |: |, )"
_PERCENT = re.compile(
    rf"{_WORD}{_NOT_MOST}(?P<between>{_W}{{0,70}}?){_LINK}(?P<p>[{PERCENT}])(?=[),.;: ]|$)"
)
_COUNTS = re.compile(
    rf"{_WORD}{_NOT_MOST}(?P<between>{_W}{{0,70}}?){_LINK}(?P<n>[{COUNT}]) (?:out )?of "
    rf"(?:(?:the|all|our|these) )*(?P<whole>[{COUNT}])"
)
_WHOLE_FIRST = re.compile(
    rf"{_WORD} of (?:(?:the|all|our|these) )*(?P<whole>[{COUNT}])(?P<between>{_W}{{0,60}}?)"
    rf" ?\((?P<n>[{COUNT}])\)"
)
_OTHERWISE = re.compile(
    r"\b(?:of the increase|of this|ethnic|global|than|compared|remaining|while|but|up|down|from|"
    r"rose|fell|increase\w*|decrease\w*|single|largest)\b"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Majority:
    """The words, the share they are said of, and whether they say more than half or less."""

    printed: str
    share: Interval
    more: bool
    evidence: str


def majorities_in(skeleton: Skeleton, since: int = 0) -> Iterator[Majority]:
    """Every majority or minority that stands right beside its number."""
    if not re.search(r"\b(?:majority|minority|most)\b", skeleton.text):
        return
    for match in _PERCENT.finditer(skeleton.text):
        percent = skeleton.quantity(match["p"])
        if match.start() >= since and not _OTHERWISE.search(match["between"]):
            yield _found(
                match, percent.interval.scaled(Fraction(1, 100)), f"{percent.text.strip()}"
            )
    for pattern in (_COUNTS, _WHOLE_FIRST):
        for match in pattern.finditer(skeleton.text):
            part, whole = skeleton.quantity(match["n"]), skeleton.quantity(match["whole"])
            if match.start() < since or _OTHERWISE.search(match["between"]):
                continue
            if not 0 < part.value <= whole.value:
                continue
            value = part.value / whole.value * 100
            yield _found(
                match,
                part.interval / whole.interval,
                f"{printed(part)} ÷ {printed(whole)} = {number(value, 1)}%",
            )


def _found(match: re.Match[str], share: Interval, evidence: str) -> Majority:
    return Majority(
        printed=match["word"], share=share, more="minority" not in match["word"], evidence=evidence
    )
