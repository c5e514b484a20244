"""What is said of the order of any list told in prose, in whatever words and whatever shape.

All readings that a reader may have are tried: each way of labelling the values, with and without a
value that sums or yardsticks the others, since a year or of all. The words are wrong where none of
them bears them out, and say nothing where they may be of something else. Which values are meant is
inferred so far that what is found is a doubt, unless a short text tells nothing but these values:
of four told on pages that nobody had tuned on, one was right.
"""

import re
from collections.abc import Iterator, Sequence

from goldenthread.claims.language.model import Sentence
from goldenthread.claims.language.numbers import quantities_in
from goldenthread.claims.orders.values.model import Truth, place_of
from goldenthread.claims.orders.values.rosters import (
    KNOWN_STEMS,
    UNITS,
    Roster,
    is_one_list,
    rosters,
    stems,
)
from goldenthread.claims.orders.ways.all_told import is_all_told
from goldenthread.claims.orders.ways.assertion import Assertion, told_order
from goldenthread.claims.orders.ways.roster_runs import IN_ORDER, LONGEST, in_order, points_in
from goldenthread.claims.orders.words.other_measure import (
    of_a_rate,
    of_another_grain,
    of_another_measure,
    of_another_time,
    of_any,
)
from goldenthread.claims.orders.words.superlative_words import (
    CLAIM,
    claims_an_order,
    is_measure,
    rank_of,
    way_of,
    words_of_order,
)

_STEM = 4
_CLAUSE = re.compile(
    r"[;:()\n]|\.(?=\s|$)|\s[–—-]\s|,?\s\b(?:while|whereas|although|but|followed by|ahead of)\b"
    r"|,\s(?:and\s)?(?=(?:the|its|our|it|they|with|which|where|who|up|down|a|an)\s)|,\s(?=and\s)"
)
# What is said is of another place or measure, is no statement, or sets some values aside.
_OTHERWISE = re.compile(
    r"\b(?:not|never|if|would|could|should|may|might|expect\w*|target\w*|forecast\w*|plan(?:s|ned)?"
    r"|nationally|national|england|regions?|country|countr\w+|sector|authorit\w+|neighbours?|peers?"
    r"|per head|per capita|for its|joint\w*|equal\w*|next|one of|some of|two of|apart|except|save"
    r"|besides|other than|another|excluding|outside|between|gap|difference|nearly|almost|two|three"
    r"|both|last|provisional\w*|final|draft|revised|previous\w*|before|after|until|usually|often|always|likely|performing|half|own|personal|per"
    r"|growth|increases?|rises?|falls?|changes?|drops?|improve\w*|rose|fell|grew|risen|fallen)\b",
    re.IGNORECASE,
)
_SET_ASIDE = re.compile(
    r"\b(?:aside|apart from|excluding|except|besides|other than|leaving out|bar)\b", re.IGNORECASE
)
_SINCE = re.compile(r"\bsince\s+(?P<label>[\w/]+)(?:\s+\d{4})?", re.IGNORECASE)
_WHOSE = re.compile(
    r"\b(?:the\s|our\s|young\s|local\s)*(?:people|children|person|residents|staff|users|customers"
    r"|patients|pupils|parents|members|respondents|public|visitors|readers|women|men)(?:[’']s|s[’'])\s"
)
# "The largest school" may be so by its pupils; "the most beds" are beds.
_OF_ITSELF_NOT = re.compile(r"(?:largest|biggest|smallest|greatest|most|least|fewest)$", re.I)
_KIND = re.compile(
    r"\s+(?P<kind>[a-z]+)(?:(?P<link>\s+(?:was|were|is|are)\b|\s*[:–—])|(?=\s+(?:of|in)\b|\s*[,.]|$))"
)
_YARDSTICK = re.compile(
    r"\b(?:all|total|overall|average|mean|median|national|england|county|target|whole|uk|other|"
    r"unknown)\b",
    re.IGNORECASE,
)
_OF_WHICH = re.compile(r"\s+(?:\w+\s+)?of\s+(?:which|whom|these|those|them)\b", re.IGNORECASE)
_LINKED = re.compile(
    r"(?:was|were|is|are|being|came)\s(?:(?:the|our|again|still|now|by far|easily)\s)*$", re.I
)


def speaks_of_order(text: str) -> bool:
    """Whether a sentence puts anything in an order: few do."""
    return claims_an_order(text) or IN_ORDER.search(text) is not None


def by_roster(sentence: Sentence, text: str, at: int = 0) -> Iterator[Assertion]:
    """What a sentence, ``text[at:]``, says of the order of the list nearest to it in a text."""
    end = at + len(sentence.text)
    if len(text) > LONGEST or _SET_ASIDE.search(sentence.text):
        return
    ordered, claims = IN_ORDER.search(text, at, end), words_of_order(text, at, end)
    lists = rosters(text) if ordered or claims else []
    if not lists:
        return
    if ordered and (made := in_order(sentence, ordered, lists)):
        yield made
        return
    for match in claims:
        if not is_measure(match, text):
            continue
        for roster in sorted(lists, key=lambda each: abs(each.start - match.start())):
            if not is_one_list(text, roster) or _straddles(text, match, roster):
                continue
            if made := _judged(sentence, text, at, match, roster):
                yield made
                break


def _judged(
    sentence: Sentence, text: str, at: int, match: re.Match[str], roster: Roster
) -> Assertion | None:
    if rank_of(match) > 1 and _is_led(text, roster):
        return None
    start, end = _clause(text, match, roster)
    clause = text[start:end]
    inside = [n for n, each in enumerate(roster.values) if start <= each.start < end]
    other = [
        each
        for each in sentence.quantities
        if start <= each.start + at < end
        and each.measure in UNITS
        and not any(each.start + at == one.start for one in roster.values)
        and not any(t.start <= each.start < t.end for t in sentence.times)
        and (each.text[:1].isdigit() or each.text[:1] in "£€$")
    ]
    if (
        other
        or len(inside) > 1
        or len([m for m in CLAIM.finditer(clause) if is_measure(m, clause)]) > 1
    ):
        return None
    outside = f"{text[:start]} {text[end:]}"
    if re.match(r"\W*(?:and|but|with|the|its)?\s*$", text[start : match.start()]) and start > at:
        # "Costs per visit were lowest at Ash, and highest at Elm": of what was said before.
        lead = re.split(r"[.;:]\s", text[at:start])[-1]
        if CLAIM.search(lead) and _says_otherwise(lead, "", f"{text[:at]} {text[end:]}"):
            return None
    if _says_otherwise(clause, match.group(), outside):
        return None
    since = _SINCE.search(clause)
    told = clause[: since.start()] + clause[since.end() :] if since else clause
    told = _WHOSE.sub(" ", told)
    claims: list[tuple[int, tuple[frozenset[str], ...]]] = []
    for labels in roster.labellings:
        named = _named(told, labels)
        if inside and (not named or inside[0] in named):
            named = inside
        if len(named) != 1:
            return None
        claims.append((named[0], labels))
    labelled = " ".join(word for labels in roster.labellings for each in labels for word in each)
    if (
        of_another_measure(told, outside)
        or of_a_rate(told, outside)
        or of_another_grain(told, labelled)
        or of_any(told, outside)
        or of_another_time(told, outside)
        or _strange(text, told, match, roster, outside)
    ):
        return None
    made = [
        _assertion(sentence, text, match, (start, end), roster, labels, place, along)
        for place, labels in claims
        for along in _alongs(roster, labels, place, since)
    ]
    return min(made, key=lambda each: list(Truth).index(each.truth)) if made else None


def _straddles(text: str, match: re.Match[str], roster: Roster) -> bool:
    """Whether a superlative "of which" stands between values: what is before them is their sum."""
    of = _OF_WHICH.match(text, match.end())
    return of is not None and roster.start < match.start() < roster.end


def _is_led(text: str, roster: Roster) -> bool:
    """Whether a larger number of its unit is told before the list, and may come first in it."""
    most = max(each.value for each in roster.values)
    return any(
        each.measure is roster.values[0].measure and each.value > most and each.end <= roster.start
        for each in quantities_in(text)
        if each.text[:1].isdigit() or each.text[:1] in "£€$"
    )


def _clause(text: str, match: re.Match[str], roster: Roster) -> tuple[int, int]:
    """The clause of a superlative; a headline, "Quietest: Elm", goes on after its mark."""
    marks = list(_CLAUSE.finditer(text))
    start = max((m.end() for m in marks if m.end() <= match.start()), default=0)
    after = [m for m in marks if m.start() >= match.end()]
    end = after[0].start() if after else len(text)
    bare = not any(_named(text[start:end], labels) for labels in roster.labellings)
    alone = not any(start <= each.start < end for each in roster.values)
    if bare and alone and after and after[0].group().strip() in (":", "–", "—", "-", ""):
        end = after[1].start() if len(after) > 1 else len(text)
        if sum(start <= each.start < end for each in roster.values):
            end = after[0].start()
    return start, end


def _named(clause: str, labels: Sequence[frozenset[str]]) -> list[int]:
    """The values whose whole labels the clause names; of two, the one that says more."""
    words = set(stems(f"x {clause}"))
    found = [n for n, label in enumerate(labels) if label and label <= words]
    if len(found) > 1:
        longest = max(len(labels[n]) for n in found)
        most = [n for n in found if len(labels[n]) == longest]
        found = most if len(most) == 1 and longest > 1 else found
    if found:
        return found
    return [n for n, label in enumerate(labels) if label and label & words]


def _says_otherwise(clause: str, claim: str, outside: str) -> bool:
    rest = clause.replace(claim, " ") if claim else clause
    return any(
        not re.search(rf"\b{each.group().rstrip('s')}s?\b", outside, re.IGNORECASE)
        for each in _OTHERWISE.finditer(rest)
    )


def _strange(
    text: str, clause: str, match: re.Match[str], roster: Roster, outside: str
) -> set[str]:
    """What the clause speaks of that stands nowhere else, and is no class of what has labels."""
    known = set(stems(f"x {outside}")) | set(stems(f"x {match.group()}")) | KNOWN_STEMS
    for labels in roster.labellings:
        known = known.union(*labels)
    words = [each for each in stems(f"x {clause}")[1:] if not each[0].isdigit()]
    begun = {each[:_STEM] for each in stems(f"x {outside}") if len(each) >= _STEM}
    strange = {each for each in words if each not in known and each[:_STEM] not in begun}
    # "The quietest night was Tuesday", "Top scorers: Elm": the noun is what the labels are called.
    kind = _KIND.match(text, match.end())
    linked = kind and (kind["link"] or _LINKED.search(text, 0, match.start()))
    if kind and linked and not _OF_ITSELF_NOT.search(match.group()):
        strange -= set(stems(f"x {kind['kind']}"))
    return strange


def _alongs(
    roster: Roster,
    labels: tuple[frozenset[str], ...],
    place: int,
    since: re.Match[str] | None,
) -> list[list[int]]:
    """Which values it may be set in order with: all, those without a yardstick, or those since."""
    # What has no label beside others that have one is a sum of them, or of something else.
    every = [n for n, label in enumerate(labels) if label or n == place or not any(labels)]
    plain = [
        n for n in every if n == place or not any(_YARDSTICK.fullmatch(word) for word in labels[n])
    ]
    if since:
        began = [n for n in every if set(stems(f"x {since['label']}")[1:]) & labels[n]]
        if len(began) != 1:
            return []
        first = min(began[0], place), max(began[0], place)
        return [
            list(range(first[0], first[1] + 1)),
            [n for n in range(first[0], first[1] + 1) if n != began[0]],
        ]
    found = [plain]
    total = sum(roster.values[n].value for n in plain if n != place)
    for n in plain:
        others = [roster.values[m].value for m in plain if m != n]
        if n != place and roster.values[n].value == sum(others) and total:
            found.append([m for m in plain if m != n])
    return [each for each in found if len(each) > 1]


def _assertion(
    sentence: Sentence,
    text: str,
    match: re.Match[str],
    clause: tuple[int, int],
    roster: Roster,
    labels: tuple[frozenset[str], ...],
    place: int,
    along: list[int],
) -> Assertion:
    points = points_in(text, roster, labels, along)
    way, rank = way_of(match, text), rank_of(match)
    truth = place_of(points, along.index(place), way, rank)
    evidence, right = told_order(points, [along.index(place)], way, rank)
    return Assertion(
        sentence=sentence,
        subject="",
        claimed=points[along.index(place)].label,
        way=way,
        rank=rank,
        truth=Truth.HOLDS if truth is Truth.TIED else truth,
        printed=text[slice(*clause)].strip(),
        evidence=evidence,
        expected=right,
        certain=is_all_told(text, points),
    )
