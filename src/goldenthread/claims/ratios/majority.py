"""Majorities told in words: "most of", "a minority", "nearly all", of a percentage or a part."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from goldenthread.claims.intervals import Interval
from goldenthread.claims.language.printed import number, printed
from goldenthread.claims.language.skeleton import COUNT, PERCENT, QUANTITY, Skeleton
from goldenthread.claims.ratios.same_whole import of_another_whole, with_those_after

_W = rf"[^{QUANTITY};.()]"
_WORD = (
    r"\b(?P<word>(?:the |a )?(?:overall |overwhelming |vast |great |large |clear |slim |small |"
    r"significant )?(?:majority|minority)|(?:nearly|almost|virtually) all|(?<!the )most(?= of\b)|"
    # "Most callers" opens what is told; "the next most spoken", "those used most" compare.
    r"(?:^|(?<=[.;:,(–] )|(?<=\bbut )|(?<=\band )|(?<=\bthat )|(?<=\bwhile )|(?<=\balthough )|"
    r"(?<=\bwhereas )|(?<=\bfor )|(?<=\bwith )|(?<=\bin )|(?<=\bby )|(?<=\bto )|(?<=\bfrom )|"
    r"(?<=\bwhere )|(?<=\bwhen )|(?<=\bbecause )|(?<=\bas )|(?<=\bso )|(?<=\bsince )|"
    r"(?<=\bhow )|(?<=\bhad )|(?<=\bsaw )|(?<=\bif )|(?<=\bthough ))most)\b"
)
# "Most common" and "most recent" compare; only "most of" and "most" before a plural tell a share.
# "Low on most days (48%)" says how often, and not how many were.
_NOT_MOST = (
    r"(?!\w)(?! (?:days|nights|weeks|weekends|evenings|mornings|of the time)\b)"
    # "A minority ethnic group" is what somebody is of, and no share.
    r"(?! (?:ethnic\w*|groups?|communit\w+|backgrounds?|languages?|religio\w+|populations?|"
    r"views?|votes?|rule|shareholders?|stakes?|interests?|spoken|known|driven|diverse|popular)\b)"
    r"(?! (?:\w+ly|common|frequent|recent|likely|often|deprived|serious|"
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
    rf"(?: ?\(|, )(?P<n>[{COUNT}])(?: of them)?[),]"
)
_OTHERWISE = re.compile(
    r"\b(?:of the increase|of this|ethnic|global|than|compared|remaining|while|but|up|down|from|"
    r"rose|fell|increase\w*|decrease\w*|single|largest)\b"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Majority:
    """The words, and whether the share they are said of makes them fair, or possible at least."""

    printed: str
    fair: bool
    possible: bool
    evidence: str


def majorities_in(skeleton: Skeleton, since: int = 0) -> Iterator[Majority]:
    """Every majority or minority that stands right beside its number."""
    if not re.search(r"\b(?:majority|minority|most|all)\b", skeleton.text):
        return
    for match in _PERCENT.finditer(skeleton.text):
        percent = skeleton.quantity(match["p"])
        if match.start() < since or _OTHERWISE.search(match["between"]):
            continue
        if of_another_whole(skeleton, match.end("word") - 1, match.start("p")):
            continue
        sums = [
            each.scaled(Fraction(1, 100)) for each in with_those_after(skeleton, match.start("p"))
        ]
        share = percent.interval.scaled(Fraction(1, 100))
        yield from _unless_of_several(match, share, percent.text.strip(), sums)
    for pattern in (_COUNTS, _WHOLE_FIRST):
        for match in pattern.finditer(skeleton.text):
            part, whole = skeleton.quantity(match["n"]), skeleton.quantity(match["whole"])
            if match.start() < since or _OTHERWISE.search(match["between"]):
                continue
            if not 0 < part.value <= whole.value:
                continue
            value = part.value / whole.value * 100
            told = f"{printed(part)} ÷ {printed(whole)} = {number(value, 1)}%"
            sums = [each / whole.interval for each in with_those_after(skeleton, match.start("n"))]
            yield from _unless_of_several(match, part.interval / whole.interval, told, sums)


def _unless_of_several(
    match: re.Match[str], share: Interval, told: str, sums: list[Interval]
) -> Iterator[Majority]:
    """What is found of one part, unless it is fair of that part and those after it together."""
    found = _found(match, share, told)
    if found.fair or not any(_found(match, each, told).fair for each in sums):
        yield found


# "Nearly all" is nine in ten or so: seven in eight pass, and four in five are doubtful.
_NEARLY_ALL = Fraction(7, 8)
_NEARLY_ALL_DOUBTFUL = Fraction(4, 5)
_HALF = Fraction(1, 2)


def _found(match: re.Match[str], share: Interval, evidence: str) -> Majority:
    word = match["word"]
    if word.endswith(" all"):
        fair, possible = share.high >= _NEARLY_ALL, share.high >= _NEARLY_ALL_DOUBTFUL
        than = "well short of all"
    elif "minority" in word:
        fair, possible = share.high <= _HALF and share.low < _HALF, share.low < _HALF
        than = "not less than half"
    else:
        fair, possible = share.low >= _HALF and share.high > _HALF, share.high > _HALF
        than = "not more than half"
    return Majority(
        printed=word, fair=fair, possible=possible, evidence=f"{evidence}, which is {than}"
    )
