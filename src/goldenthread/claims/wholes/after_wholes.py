"""A part told after its whole that is more than it: "23 left in the year, of whom 29 had retired".

What "of whom" and "of these" take up is the last that was named, so the whole must be all that is
named before them: one number at the head of its clause, with its noun, and no other noun in the
plural nor a word for many between the two.
"""

import re
from collections.abc import Iterator
from fractions import Fraction

from goldenthread.claims.language.model import Hedge, Quantity
from goldenthread.claims.language.skeleton import (
    COUNT,
    DURATION,
    QUANTITY,
    WHEN,
    Skeleton,
    skeleton_of,
)
from goldenthread.claims.language.slip import slip_of

# "61 had", "61 were", "61 gave": the part has no noun of its own, and so is of the whole's kind.
DID = (
    r"(?: \([^()]*\))? (?:(?:each|all|already|later|then|also|only|subsequently|sadly) )?"
    r"(?:were|was|are|is|had|have|has|did|went|came|led|took|said|felt|met|died|lived|left|chose|"
    r"got|became|began|gave|knew|ran|fell|brought|sought|spoke|occurred|happened|resulted|"
    r"remained?|[a-z]{2,}ed(?= (?:in|at|by|to|an?|the|from|on|within|with|as|no|their|its|into|"
    r"out|it|for|and|or|before|after|during|under|outside|through|between|that|because|without)"
    r"\b|[.,;]|$))\b"
)
_THEM = r"(?:whom|which|these|those|them)"
_ONLY = r"(?:just |only |some )?"
# "Turned 18", "from 41 a year before": numbers beside the whole that are no part of it.
_BESIDE = (
    rf"(?:turned|reached|became|aged|age|from|than|under|over|against|with|to) [{COUNT}{DURATION}]"
)
_REST = rf"(?P<rest>(?:[^{QUANTITY};.:()]|\b{_BESIDE}){{2,140}}?)"
_HEAD = (
    r"(?:^|[.;:] )(?:(?:and|but|also|overall|altogether|in all|a further|another),? )*"
    rf"(?:(?:in|on|by|at|during|for|as at) (?:the year to )?[{WHEN}],? )?"
    r"(?:(?:there|it|we|she|he|the [a-z]+(?<!s)) "
    r"(?:(?!(?:of|in|at|from|for|with|by|on|to)\b)[a-z]+ ){1,2}?)?(?:a total of )?"
    rf"(?P<whole>[{COUNT}]) {_REST}"
)
# "The remaining 79 came late": a whole that needs no noun, being named as what is left.
_LEFT = rf"\bthe (?:remaining|other) (?P<whole>[{COUNT}]) {_REST}"
_LINKS = (
    rf"(?:,|;|\.| –)? \(?(?:and )?of {_THEM},? {_ONLY}(?P<part>[{COUNT}]){DID}",
    rf"(?:(?:,|;|\.| –) (?:and |with )?| \(){_ONLY}(?P<part>[{COUNT}]) of {_THEM}\b",
    rf"(?:,| –) (?:including|among them) {_ONLY}(?P<part>[{COUNT}])"
    r"(?= (?:who|that|which|for|by|in|at|on|from|with|made|held|received|aged)\b)",
)
_IN_CASES = rf",? (?:or|and|but),? in (?P<part>[{COUNT}]) cases\b"
# "Episodes involved 118 children in May, 131 of whom": nobody else is named before them.
_WHOM = re.compile(
    rf"(?:^|[.;:] )(?P<lead>[^{QUANTITY};:.,()]{{2,50}}) (?P<whole>[{COUNT}]) {_REST}, "
    rf"{_ONLY}(?P<part>[{COUNT}]) of whom\b"
)
_TOLD = tuple(re.compile(f"{_HEAD}{link}") for link in _LINKS)
_TOLD_LEFT = tuple(re.compile(f"{_LEFT}{link}") for link in (*_LINKS, _IN_CASES))
_FEWEST_WORDS = 4
_NO_PLURAL = re.compile(r"(?:was|is|its|this|has|as|across|his|us|less|.*(?:ss|us|'s|[a-z]wards))$")
_PLURAL = re.compile(r"[a-z'-]*[a-z]s|(?:[a-z-]*(?:children|people|women|men))")
# "Twelve raised concerns": the plural is what they did it to, and no noun of theirs.
_DID_THAT = re.compile(
    r"[a-z]+ed|were|was|are|is|had|have|has|did|went|came|led|took|said|felt|met|left|chose|got|"
    r"became|began|gave|knew|brought|sought|spoke|made|held|bought|sent|wrote|read|told|found|kept|"
    r"saw|won|lost|set|put|drew|paid|spent|sold|built|grew|heard|ran|cited|of|in|on|at|to|for|with|"
    r"from|by|the|their|its|no"
)
_MANY = re.compile(
    r"\b(?:staff|police|others|audience|crowd|cohort|group|team|population|workforce|public|class|"
    r"crew|panel|committee|membership|total|family|household|community|data|each|every|any|"
    r"(?:weekly|monthly|daily|yearly|annually)|a (?:day|week|month|quarter|term|year|time)|"
    r"per|average|mean|median|ratio|rate|not|no|never|if|would|should|could)\b"
)
# Of these each may hold several of what the part counts.
_SEVERAL = re.compile(
    r"\b(?:famil|household|couple|group|team|pair|class|crew|sibling|site|meeting|session|event|"
    r"area|ward|district|cit|town|hous|home|school|setting|place|organisation|agenc|compan|"
    r"authorit|council|region|countr|centre|center|hospital|trust|batch|box|parcel|round|wave)"
    r"(?:y|ies|es|s)?\b"
)
# "40 referrals came, of whom 61 were girls": one of these may be of several people.
_PEOPLE = re.compile(
    r"\b(?:whom|girls|boys|children|women|men|males?|females?|aged|adults|people|babies|infants|"
    r"parents|carers|pupils|students|patients|members|victims|workers|volunteers|learners|"
    r"teenagers|residents|officers|teachers|nurses|leavers|applicants|employees|clients|users)\b"
)
_BY_WHAT_THEY_DO = re.compile(r"\b(?!orders|offers|transfers)[a-z]{2,}(?:er|or|ist|ee|ian)s\b")
# "27 have a plan, of whom 31 were": people told by what they have, with nothing else in between.
_BY_VERB = re.compile(
    r"(?:have|had|hold|held|are|were|live|lived|attend|attended|receive|received) "
)
_OF_WHOM = re.compile(r"\bof whom\b")
_OF_WHICH = re.compile(r"\bof wh(?:om|ich)\b")
# A household asks and applies as one, however many live in it.
_HOME = re.compile(r"\b(?:famil|household|couple)(?:y|ies|s)?\b")
_ACT_AS_ONE = re.compile(
    r" of (?:them|these|those|whom) (?:(?:have|had|since|later|then|also) )*"
    r"(?:asked|applied|agreed|accepted|declined|requested|withdrew|enquired|signed|replied)\b"
)
_SOON = 40
_NEXT_PART = re.compile(rf"(?:, |,? and )(?P<part>[{COUNT}]){DID}")
_STOP = re.compile(r"[.;:]")


def more_than_told(text: str, since: int = 0) -> Iterator[tuple[Quantity, Quantity]]:
    """Each part told at or after ``since`` that is more than the whole told before it."""
    skeleton = skeleton_of(text)
    named_late = (_WHOM,) if _OF_WHOM.search(skeleton.text) else ()
    for pattern in (*_TOLD, *named_late, *_TOLD_LEFT):
        for match in pattern.finditer(skeleton.text):
            part, whole = (skeleton.quantity(match[name]) for name in ("part", "whole"))
            if part.start < since or whole.hedge is not Hedge.NONE:
                continue
            named_left = pattern in _TOLD_LEFT
            most = whole.interval.high if named_left else _all_before(skeleton, match)
            if part.interval.low <= most:
                continue
            link = skeleton.text[match.end("rest") : match.start("part")]
            bare = named_left or (_OF_WHOM.search(link) and _is_by_verb(match["rest"]))
            named = _named(match["rest"], needs_noun=not bare)
            if named is None:
                continue
            if _ACT_AS_ONE.match(skeleton.text, match.end("part")) and _HOME.search(named):
                yield part, whole
                continue
            if pattern is _WHOM and _names_people(match["lead"]):
                continue
            holds_several = _SEVERAL.search(named) or _of_people(skeleton, match, named)
            if not holds_several or _would_add_up(skeleton, match):
                yield part, whole


def _names_people(lead: str) -> bool:
    """Whether anybody is named before the whole, whom "of whom" may take up."""
    return any(each.search(lead) for each in (_PEOPLE, _BY_WHAT_THEY_DO, _SEVERAL, _MANY))


def holds_several(named: str) -> bool:
    """Whether words name what holds several people: a family, a school, a team."""
    return _SEVERAL.search(named) is not None


def _is_by_verb(rest: str) -> bool:
    """Whether a whole without a noun is told by what its people have or are, and by no others."""
    return _BY_VERB.match(rest) is not None and not _SEVERAL.search(rest)


def _of_people(skeleton: Skeleton, match: re.Match[str], named: str) -> bool:
    """Whether the part is of people and the whole, as far as its noun tells, is not."""
    if not named or _PEOPLE.search(named) or _BY_WHAT_THEY_DO.search(named):
        return False
    stop = match.end() + _SOON
    return _PEOPLE.search(skeleton.text, match.end("rest"), stop) is not None


def _all_before(skeleton: Skeleton, match: re.Match[str]) -> float | Fraction:
    """The most that the words may take up: every count told before them, taken together.

    "Of these" may look back to another sentence; "of which" and "of whom" do not.
    """
    link = skeleton.text[match.end("rest") : match.start("part")]
    stop = skeleton.text.rfind(". ", 0, match.start("whole"))
    since = stop + 1 if _OF_WHICH.search(link) else 0
    before = f"{' ' * since}{skeleton.text[since : match.start('part')]}"
    beside = {each.end() - 1 for each in re.finditer(_BESIDE, before)} - {match.start("whole")}
    return sum(
        skeleton.quantity(before[each.start()]).interval.high
        for each in re.finditer(f"[{COUNT}]", before)
        if each.start() not in beside
    )


def _named(rest: str, needs_noun: bool) -> str | None:
    """What the whole is of; None where more than that is named before the part."""
    if _MANY.search(rest):
        return None
    words = rest.replace(",", " ").split()
    plurals = [
        place
        for place, word in enumerate(words)
        if _PLURAL.fullmatch(word) and not _NO_PLURAL.match(word)
    ]
    if not plurals:
        return None if needs_noun else ""
    if len(plurals) > 1 or plurals[0] >= _FEWEST_WORDS:
        return None
    if any(_DID_THAT.fullmatch(word) for word in words[: plurals[0]]):
        return None
    return " ".join(words[: plurals[0] + 1])


def _would_add_up(skeleton: Skeleton, match: re.Match[str]) -> bool:
    """Whether all the parts listed would make the whole, but for a slip in the digits of one."""
    stop = _STOP.search(skeleton.text, match.end())
    after = skeleton.text[match.end() : stop.start() if stop else None]
    others = [skeleton.quantity(each["part"]).value for each in _NEXT_PART.finditer(after)]
    if len(others) < 2:
        return False
    whole, part = (skeleton.quantity(match[name]).value for name in ("whole", "part"))
    left = whole - sum(others)
    if left <= 0:
        return False
    meant, printed = str(left), str(part)
    if len(meant) == len(printed):
        return slip_of(meant, printed) is not None
    return any(printed[:at] + printed[at + 1 :] == meant for at in range(len(printed)))
