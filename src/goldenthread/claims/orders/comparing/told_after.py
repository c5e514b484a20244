"""Two values told after the words that say which is higher, with or without their names.

"More common in Elm than in Oak (14% against 11%)"; "girls did so more than boys: 56% of girls and
51% of boys": whose each is, its name says, and where there is none the order of the words.
"""

import re
from collections.abc import Iterator

from goldenthread.claims.language.clauses import content_stems
from goldenthread.claims.language.skeleton import (
    COUNT,
    EARLIER,
    LAST,
    MONEY,
    PERCENT,
    QUANTITY,
    RATE,
    TIME,
    TIMES,
    Skeleton,
)
from goldenthread.claims.orders.comparing.words import Word

_V = f"[{COUNT}{PERCENT}{RATE}{MONEY}]"
_W = rf"[^{QUANTITY};:.()]"
_AGAINST = r"(?:(?:when |as )?compared (?:with|to)|versus|vs\.?|against|v)"
_BRACKETED = re.compile(
    rf"(?P<who>{_W}{{2,90}}?) ?\((?P<lead>[^();{QUANTITY}]{{0,40}})(?P<one>{_V})"
    rf"(?P<mid>[^();{QUANTITY}]{{0,60}}?),? (?P<by>{_AGAINST}|and)\b"
    rf"(?P<then>[^();{QUANTITY}]{{0,60}}?)(?P<other>{_V})(?P<tail>[^();{QUANTITY}]{{0,60}})"
)
# "Below the national average, with 71% passing compared with 65% nationally".
_WITH = re.compile(
    rf"(?P<who>{_W}{{2,60}}?),? (?P<lead>with|at) (?P<one>{_V})(?P<mid>{_W}{{0,60}}?),? "
    rf"(?P<by>{_AGAINST})\b(?P<then>{_W}{{0,60}}?)(?P<other>{_V})(?P<tail>{_W}{{0,40}})"
)
# "In Elm than in Oak: 14% compared with 11% respectively".
_MARKED = re.compile(
    rf"(?P<who>{_W}{{2,70}}?)(?::| –|,)(?P<lead> )(?P<one>{_V})(?P<mid>{_W}{{0,40}}?),? "
    rf"(?P<by>{_AGAINST})\b(?P<then>{_W}{{0,40}}?)(?P<other>{_V})(?P<tail>{_W}{{0,40}})"
)
_FORMS = (_BRACKETED, _WITH, _MARKED)
# "More likely to have moved (53% compared with 43% of tenants)".
_UNSAID = re.compile(
    rf"\b(?:(?P<up>more|higher)|(?P<down>less|lower)) "
    rf"(?:likely|common|prevalent|rates?|proportion|percentage)\b(?P<of>{_W}{{0,90}}?) ?\("
    rf"(?P<one>{_V})(?P<mid>),? {_AGAINST}(?P<then>{_W}{{0,60}}?)(?P<other>{_V})"
    rf"(?P<tail>[^();{QUANTITY}]{{0,60}})"
)
_NAMED = re.compile(
    rf"(?P<one>{_V}) (?:of|for|in|among) (?:the )?(?P<first>{_W}{{2,60}}?)"
    rf"(?:,|,? and|,? but|,? while|,? whereas|,? {_AGAINST}) (?:(?:with|to|just|only) )?"
    rf"(?P<other>{_V}) (?:of|for|in|among) (?:the )?(?P<second>[a-z'-]+(?: [a-z'-]+){{0,3}})"
)
_WHEN = re.compile(f"[{TIME}{EARLIER}{LAST}]")
_ANOTHER = re.compile(r"\b(?:national\w*|england|average|overall|all|target|expected)\b")
_NOT = re.compile(r"\b(?:not|never|without|no|neither|fewer|less)\b|n't\b")
_SHORT = re.compile(r"\b(boy|men|male)s?\b")
_THAN = re.compile(r"\b(?:than|compared|more|less|higher|lower)\b")
_NO = re.compile(
    r"\b(?:not|no|never|neither|nor) (?:any |much |significantly )?(?:more|less|higher)\b"
)
_END = re.compile(r"[;]|[.?!] ")


def told_after(skeleton: Skeleton, word: Word, since: int) -> Iterator[tuple[int, int]]:
    """The place of the value said to be higher, or lower, and of that it is held against."""
    text = skeleton.text
    if re.search(rf"[{TIMES}] $", text[: word.start]):
        return  # "twenty times higher here than there, at 1.7% versus 35%" is a multiple
    stop = _END.search(text, word.than)
    end = stop.start() if stop else len(text)
    told = re.search(rf"[{QUANTITY}]", text[word.than : end])
    who = text[word.than : word.than + told.start()] if told else ""
    who = re.split(r"[,(:–]| to ", who)[0]
    theirs, ours = _names(who), _names(text[since : word.than])
    only_theirs, only_ours = theirs - ours, ours - theirs
    match = next((m for each in _FORMS if (m := each.match(text, word.than))), None)
    if match and match.end() <= end:
        at_it = match["lead"] == "at"
        first = _names(match["lead"] + match["mid"])
        later = match["then"] + match["tail"].split(",")[0]
        second = _names(later) if first else _names(match["then"])
        if _WHEN.search(later) or (_ANOTHER.search(later) and not _ANOTHER.search(who)):
            return
        if match.re is _WITH and _NOT.search(match["mid"] + later):
            return
        if match.re is _WITH and not (second & only_theirs or (at_it and not second)):
            return
        one, other = (skeleton.number(match[each]) for each in ("one", "other"))
        if any(each & only_theirs and each & only_ours for each in (first, second)) or (
            first & only_theirs and second & only_theirs
        ):
            return
        if first & only_theirs or second & only_ours:
            yield other, one
        elif (
            match["by"] != "and"
            or "respectively" in match["tail"]
            or (first & only_ours and second & only_theirs)
        ):
            yield one, other
        return
    for match in _NAMED.finditer(text, word.than, end):
        if _NOT.search(text, word.than, match.end()):
            return
        first, second = _names(match["first"]), _names(match["second"])
        one, other = (skeleton.number(match[each]) for each in ("one", "other"))
        if not (first & only_theirs or second & only_ours):
            if first & only_ours and second & only_theirs:
                yield one, other
        elif first & only_theirs and second & only_ours and not first & only_ours:
            yield other, one


def _names(words: str) -> set[str]:
    """What tells one of two groups from the other, short words such as "men" too."""
    words = words.replace("respectively", "")
    return content_stems(words) | set(_SHORT.findall(words))


def held_against_in_brackets(skeleton: Skeleton) -> Iterator[tuple[Word, int, int]]:
    """What is more, without saying than what before the brackets that hold the two values."""
    for match in _UNSAID.finditer(skeleton.text):
        later = match["then"] + match["tail"]
        if _WHEN.search(later) or _THAN.search(match["of"]) or _NO.search(skeleton.text):
            continue
        one, other = (skeleton.number(match[each]) for each in ("one", "other"))
        if skeleton.quantities[one].measure is skeleton.quantities[other].measure:
            group = "up" if match["up"] else "down"
            ends = (match.start(group), match.end(group))
            sign = 1 if match["up"] else -1
            yield Word(match[group], sign, *ends, match.start("then")), one, other
