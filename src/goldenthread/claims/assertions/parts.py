"""What shows that one number is a part of another, and a share said of the two."""

import re

from goldenthread.claims.assertions.pairing import PART_OF
from goldenthread.claims.assertions.subjects import clause_of
from goldenthread.claims.changes.blockers import OWN_WHOLE
from goldenthread.claims.language.assertion import Stated
from goldenthread.claims.language.clauses import new_words, stem
from goldenthread.claims.language.scopes import Scope
from goldenthread.claims.language.share_patterns import OWN_SUBJECT, VERBED
from goldenthread.claims.language.skeleton import PERCENT, QUANTITY, Skeleton
from goldenthread.claims.shares.named_wholes import of_several

_TIED = re.compile(
    r"\b(?:of|out of|among|amongst|from|in|were|are|between|to) (?:(?:the|all|our|its|their|these|"
    r"those|every|a|total|year's|some|just|about) )*$"
)
_OF_THEM = re.compile(r"\bof (?:whom|which|them|these|those|this|the|it)\b|\bthem\b")


def tied(skeleton: Skeleton, scope: Scope) -> bool:
    """Whether the words of the stretch make one of its numbers a part of something."""
    return bool(_OF_THEM.search(scope.text(skeleton))) or any(
        _TIED.search(skeleton.text[: skeleton.at[each]]) for each in scope.inside
    )


_LINKED = re.compile(
    rf"\([^{QUANTITY}.;()]{{0,30}}$|"
    r"(?:[:–=|]|\bor\b|\bi\.e\.|that is|in other words|\bso\b|\bthus\b|therefore|hence|this is|"
    r"which (?:is|makes|leaves)|it is|equivalent|equal\w*|equat\w*|represent\w*|mak(?:es|ing)|"
    r"giv(?:es|ing)|means|meaning|rate|share|proportion|percentage|coverage|worth|being|amount\w*|"
    rf"com(?:es|ing) to|came to|works? out|figure|mere|fully|scarcely|barely|leav(?:es|ing))"
    rf"[^{QUANTITY}.;]{{0,30}}$|\b(?:are|is|was|were) (?:just |only |thus |therefore )?$|"
    r"[.;] at $"
)
_OF_IT = re.compile(r" of (?:them|it|the (?:total|whole|lot|pot|fund)|all)(?=[,.;)]|$)")
_FOLLOWS = re.compile(
    rf"[^{QUANTITY}.;]{{0,60}}?(?:\([^{QUANTITY}.;()]{{0,30}}|"
    r"(?:[:–=]|\bi\.e\.|\bthat is\b|\bbeing\b|\bif one\b|\bfor\b)"
    rf"[^{QUANTITY}.;]{{0,30}}|, (?:or |just |only |some )?)$"
)
_WHOLE = re.compile(
    r"\b(?:of|out of|among|amongst|from|all|total of|in) (?:(?:the|all|our|its|their|these|those|"
    r"every|a|total|year's|some|just|about|only) )*$"
)


def is_part(skeleton: Skeleton, stated: Stated, scope: Scope, pair: tuple[int, int]) -> bool:
    """Whether the words show that a share is that of the smaller of two numbers in the larger."""
    text = skeleton.text
    at = skeleton.at[stated.place]
    if _of_a_whole_implied(skeleton, stated, pair) or _a_rate_told_before(skeleton, at):
        return False
    if of_several(skeleton, stated.place) or is_of_its_own(text, at):
        return False
    first, last = sorted(skeleton.at[each] for each in pair)
    link: re.Match[str] | bool | None
    if last < at:
        gap = text[last + 1 : at]
        link = _LINKED.search(gap) or (gap.endswith(", ") and _OF_IT.match(text, at + 1))
        if re.search(r"\band\b", gap) and not gap.endswith("("):
            return False
        if re.search(r", (?:and|but|while)\b", gap):
            return False  # "181 of 240 live at home, and almost all (97%) ..."
    elif first > at:
        gap = text[at + 1 : first]
        link = None if _BUT.search(gap) else _FOLLOWS.match(gap)
    else:
        link = _FOLLOWS.match(text[at + 1 : last])
        if not re.search(r"\band\b", text[at + 1 : last]):  # "(38%), and an audit of 30 is due"
            link = link or _LINKED.search(text[first + 1 : at])
        link = link or of_the_next(text, at, (first, last))
    if not link:
        return False
    own = OWN_WHOLE.match(text, at + 1)
    if at < first and _worked_out(skeleton, text[at + 1 : first], (first, last)):
        return True
    if (
        own
        and new_words(text, (at, clause_of(text, at)[1]))
        and (len(scope.inside) > 2 or text[:at].endswith("(") or _ALL_OF.match(text, at + 1))
    ):
        return False
    return of_one_thing(skeleton, pair)


# "All four steps were found in 18 records": what is told of all of them is no part.
_ALL_OF_THEM = re.compile(r"\b(?:all|both|each of|every one of) (?:(?:the|these|those|our) )?$")
# "Almost half of the births but 110 of the 174 deaths": the numbers are of what follows.
_BUT = re.compile(r"\b(?:but|while|whereas|although|yet|though)\b")


_SAID_OF_IT = re.compile(r" (?!of\b|or\b|in (?:all|total)\b|overall\b|altogether\b|exactly\b)[a-z]")


def is_of_its_own(text: str, at: int) -> bool:
    """Whether a share in brackets says what it is a share for: "1,120 calls (44% at night)"."""
    return text[:at].endswith("(") and _SAID_OF_IT.match(text, at + 1) is not None


_ITS_SHARE = re.compile(rf"[^{QUANTITY}.;()]{{0,40}}(?:, | \(|, or |, which is )(?P<p>[{PERCENT}])")


def _of_a_whole_implied(skeleton: Skeleton, stated: Stated, pair: tuple[int, int]) -> bool:
    """Whether the larger number has a share too, and both shares are of one whole not printed.

    "298 children, 74% of those looked after. Children's homes account for 46 (11%)".
    """
    part, whole = sorted(pair, key=lambda each: skeleton.quantities[each].value)
    told = _ITS_SHARE.match(skeleton.text, skeleton.at[whole] + 1)
    if told is None or skeleton.number(told["p"]) == stated.place:
        return False
    one, other = (skeleton.quantities[each].interval for each in (part, whole))
    mine, its = skeleton.quantities[stated.place].interval, skeleton.quantity(told["p"]).interval
    if min(mine.low, its.low) <= 0:
        return False
    return (one / mine).meets(other / its)


_A_RATE = re.compile(r"\b(?P<name>[a-z-]+ (?:rate|level|coverage|score))\b")


def _a_rate_told_before(skeleton: Skeleton, at: int) -> bool:
    """Whether a share is of a measure that has been told before: "the vacancy rate was 9.3%"."""
    text = skeleton.text
    start = text.rfind(". ", 0, at) + 1
    names = {match["name"] for match in _A_RATE.finditer(text, start, at)}
    return any(
        re.search(rf"\b{re.escape(name)}\b[^{QUANTITY}.;]{{0,60}}[{PERCENT}]", text[:start])
        for name in names
    )


_THE_WHOLE = re.compile(r" of (?:(?:the|our|its|their|all|those) )+$")
_NO_VERB = re.compile(
    rf"(?:(?!\b(?:is|are|was|were|had|has|have|having|being|did|who)\b)[^{QUANTITY},.;:()]){{0,60}}"
    r"(?:[,.;)]|$)"
)


def of_the_next(text: str, at: int, pair: tuple[int, int]) -> bool | None:
    """Whether a share set off by a comma names its whole: "912 visits, 40% of the 3,040 made".

    False where it tells of another part of that whole, None where it names no whole so.
    """
    first, last = pair
    apart = first < at < last and text[first + 1 : at].endswith((", ", " – "))
    if not apart or _THE_WHOLE.match(text[at + 1 : last]) is None:
        return None
    return _NO_VERB.match(text, last + 1) is not None


_LABEL = re.compile(r"(?P<label>[a-z'-]+(?: [a-z'-]+){0,2})(?:: | \(| – )$")
_LONG = 5
# What a thing that is counted is to those it is counted among.
_GIVEN = {
    stem(word)
    for word in (
        "concern",
        "reason",
        "cause",
        "factor",
        "issue",
        "subject",
        "main",
        "named",
        "cited",
    )
}


def is_named(skeleton: Skeleton, stated: Stated, pair: tuple[int, int]) -> bool:
    """Whether the part has a label in a sentence before, and it alone is named with the share.

    "Neglect: 475. Self-neglect: 350. Out of 1,250 enquiries self-neglect was told in 28%".
    """
    text, at = skeleton.text, skeleton.at[stated.place]
    start = text.rfind(". ", 0, at) + 1
    part, whole = sorted(pair, key=lambda each: skeleton.quantities[each].value)
    if not skeleton.at[part] < start <= skeleton.at[whole]:
        return False
    if not _TIED.search(text[: skeleton.at[whole]]):
        return False
    stop = text.find(". ", at)
    own = _stems(text[start : stop if stop > 0 else None])
    noun = _stems(skeleton.quantities[whole].noun)
    if {stem(word) for word in new_words(text, (start, at))} - _GIVEN - noun:
        return False
    others: set[str] = set()
    for place, where in enumerate(skeleton.at):
        if place != part and 0 <= where < start and (found := _LABEL.search(text[:where])):
            others |= _stems(found["label"])
    label = _LABEL.search(text[: skeleton.at[part]])
    mine = _stems(label["label"]) if label else set()
    return bool((mine - others) & own) and not (others - mine) & own


def _stems(words: str) -> set[str]:
    return {stem(word) for word in re.findall(r"[a-z'-]+", words) if len(word) >= _LONG}


_ENDS = re.compile(r"(?: [a-z'-]+){0,2}(?:[),.;]| –|$)")


def _worked_out(skeleton: Skeleton, gap: str, pair: tuple[int, int]) -> bool:
    """Whether both numbers follow for no other reason: "27% of those who left (1,131 of 3,640)"."""
    first, last = pair
    between = skeleton.text[first + 1 : last]
    return (
        gap.endswith(("(", ": ", " – "))
        and PART_OF.match(between) is not None
        and _ENDS.match(skeleton.text, last + 1) is not None
    )


# Who answers is counted by the answers: "2,205 responses. 1,389 residents (67%) opposed it".
_ANSWERS = {stem(word) for word in ("responses", "replies", "respondents", "answers")}
_PEOPLE = {
    stem(word)
    for word in re.findall(
        r"[a-z]+",
        "people residents respondents parents pupils patients staff members tenants carers "
        "customers visitors young children families businesses households",
    )
}
_ALL_OF = re.compile(r" of (?:all|those|every(?:one|body|thing)?)\b")
_DONE = re.compile(rf"(?:{VERBED}|let|did|held|took|won|built|paid|ran|sold|kept|stood|go|went)\b")


_AND = re.compile(rf"[^{QUANTITY}.;:]*,? and (?:(?:a|another|further|some|about|only|just) )*$")


def _side_by_side(skeleton: Skeleton, part: int, whole: int) -> bool:
    """Whether two numbers are parts of something else: "29 were upheld and 37 in part"."""
    first, last = sorted((skeleton.at[part], skeleton.at[whole]))
    between = skeleton.text[first + 1 : last]
    if _WHOLE.search(skeleton.text[:last]) or _OF_THEM.search(between):
        return False
    smaller_first = skeleton.at[part] == first
    return bool(OWN_SUBJECT.search(between) or (smaller_first and _AND.fullmatch(between)))


def of_one_thing(skeleton: Skeleton, pair: tuple[int, int]) -> bool:
    """Whether a part may be of a whole: no other noun is its own, or words say whose part it is."""
    part, whole = sorted(pair, key=lambda each: skeleton.quantities[each].value)
    one, other = (
        {stem(word) for word in skeleton.quantities[each].noun.lower().split()[:3]}
        for each in (part, whole)
    )
    if _side_by_side(skeleton, part, whole):
        return False
    if _ALL_OF_THEM.search(skeleton.text[: skeleton.at[part]]):
        return False
    if not one or not other or one & other or _DONE.match(skeleton.quantities[part].noun):
        return True
    if other & _ANSWERS and one & _PEOPLE:
        return True
    first, last = sorted(skeleton.at[each] for each in pair)
    between = skeleton.text[first + 1 : last]
    return bool(PART_OF.search(between) or _OF_THEM.search(skeleton.text[first:])) or bool(
        _WHOLE.search(skeleton.text[: skeleton.at[whole]])
    )
