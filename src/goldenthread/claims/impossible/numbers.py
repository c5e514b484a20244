"""Numbers whose unit cannot be theirs: what a slip of the pen prints and nobody can count."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from goldenthread.claims.changes.sizes import Size, sizes_in
from goldenthread.claims.language.directions import COMPARED, NOUN, VERB
from goldenthread.claims.language.model import Hedge, Measure, Quantity
from goldenthread.claims.language.skeleton import MONEY, PERCENT, Skeleton, skeleton_of
from goldenthread.nouns.fault import Severity

_PER = re.compile(
    r"(?:\d(?:\.\d+)?)\s?(?:%|per\s?cent|percent)\s(?:\w+\s){0,2}?(?:per|in every|for every)\s"
    r"(?:1,?000|10,?000|100,?000|thousand|million|100|hundred|head|capita)\b"
)
_RATE = re.compile(
    r"[\d,]+(?:\.\d+)?\s?(?:%|per\s?cent|percent)\s(?:\w+\s){0,2}?(?:per|in every|for every)"
    r"\s[\w,]+"
)
_PEOPLE = (
    r"(?:children|child|young people|pupils|students|people|babies|infants|boys|girls|adults|"
    r"families|parents|carers|mothers|fathers|residents|patients|staff|households|practitioners|"
    r"respondents|victims|offenders|learners|social workers|teachers|women|men|delegates|"
    r"attendees|participants|volunteers|care leavers|tenants|officers|nurses|drivers|widows|"
    r"widowers|guests|members|clients|customers|visitors|callers|applicants|candidates|prisoners|"
    r"inmates|detainees|passengers|players|apprentices|graduates|veterans|refugees|governors|"
    r"trustees|councillors|firefighters|paramedics|midwives|doctors|jurors|donors|entrants)"
)
# Those who are employed may be half-time: "the service consists of 2.5 officers".
_EMPLOYED = (
    r"\b(?:staff|practitioners|social workers|teachers|officers|nurses|drivers|firefighters|"
    r"paramedics|midwives|doctors)"
)
_CASES = (
    r"(?:referrals|contacts|assessments|cases|visits|plans|reviews|conferences|enquiries|calls|"
    r"incidents|schools|homes|placements|applications|episodes|appointments|meetings|complaints|"
    r"responses|offences|crimes|audits|records|births|deaths|admissions|attendances|households)"
)
_WHOLE = re.compile(
    rf"^ of (?:(?:all|the|our|these|those|its|their|eligible|looked|after|relevant|new|initial|"
    rf"\d+|[a-z-]+) ){{0,3}}?(?:{_PEOPLE}|{_CASES})\b"
)
_WHOLE_THAT = re.compile(
    r"^ of (?!what|that|those|it\b|its\b|last)(?:[a-z'-]+ ){1,5}?(?:were|was|are|is|have|has|"
    r"had|met|did|took|said|received|attended|"
    r"completed|reported|replied|passed|live[sd]?)\b"
)
# "A score of 7.9 for women" counts nobody.
_ADJECTIVE = (
    r"(?!(?:for|in|of|by|from|among|amongst|to|and|or|at|on|with|than|versus|vs|but|while|whilst"
    r"|whereas|as|when|where)\b)[a-z]+"
)
_DID = re.compile(r" (?:of them )?(?:were|are|had|have|said|met|felt|was|did|took|[a-z]+ed)\b")
_OF_FIRST = re.compile(r"(?:^|[.;] )(?:of|among) [^.;,]{3,60}, $")
# Shares by their name, which cannot be below nought.
_A_SHARE = re.compile(
    r"\b(?:turnover|attendance|compliance|uptake|take-up|satisfaction|coverage|occupancy|absence|"
    r"proportion|percentage|share|vacancy rate|pass rate|timeliness)\b[^;,.]{0,40}"
    r"(?:was|is|were|stood at|stands at|at|of|:|=)(?: only| just)? $"
)
# "Average attendance for the year was 904%": told as a level, it is one of all there was.
_TOO_MUCH = re.compile(
    r"\b(?:attendance|compliance|timeliness|satisfaction|uptake|take-up|pass rate|reoffending rate|"
    r"vacancy rate|sickness rate|recovery rate|persistent absence)\b"
    r"(?:(?!\b(?:target|budget|capacity|plan|expected|up|down|rose|fell|by|index|costs?|numbers?)\b)"
    r"[^;,.]){0,60}\b(?:was|is|were|stood at|stands at|averaged|reached) (?:only |just )?$"
)
_IN_TIME = re.compile(
    r"\b(?:in time|on time|within (?:time|timescale|\w+)|attendance|timeliness|compliance|"
    r"completed|"
    r"uptake|take-up|satisfaction|pass rate|rated|in total|attended|answered|reviewed)\b"
)
_MAY_EXCEED = re.compile(
    r"\b(?:target|budget\w*|capacity|expected|plan(?:ned)?|average|level|baseline|previous|last|"
    r"forecast|allocat\w*|estimate\w*|cost|pay|spend\w*|value|prices?|salary|fund\w*|normal|usual|"
    r"pre-?pandemic|index|occup\w*|utilis\w*|establishment|entitle\w*|national|england|as many|"
    r"increase\w*|rise|rose|grew|growth|more|higher|up|times|over 100|effort|commit\w*|year before|"
    r"year earlier|recommended|benchmark|quota|places|income|return|ratio|goal|trajectory|"
    r"population)\b"
)
_AVERAGED = re.compile(
    r"\b(?:average\w*|mean|median|typical\w*|per|rates?|each|ratio|fte|full[- ]time equivalents?|"
    r"whole[- ]time|wte|equivalents?|every|caseloads?|for each|estimate\w*|projected|expected|"
    r"index|"
    r"million|thousand|days?|posts?|score\w*|confidence|ci|margin)\b"
)
_CHANGE_NEAR = re.compile(
    r"\b(?:change\w*|difference|net|variance|by|of|adjust\w*|correction|gap|balance|minus|from|to|"
    r"range\w*|between|score\w*|z-?score|deficit)\s*\(?$"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Impossible:
    """A number that cannot be, and why."""

    printed: str
    expected: str
    severity: Severity
    message: str
    evidence: str


def impossible_in(text: str) -> Iterator[Impossible]:
    """Every number of a sentence whose unit cannot be."""
    yield from _percent_per(text)
    skeleton = skeleton_of(text)
    sizes = sizes_in(skeleton)
    changes = {size.number for size in sizes}
    yield from _more_than_all_gone(skeleton, sizes)
    for place, quantity in enumerate(skeleton.quantities):
        if place in changes or skeleton.at[place] < 0:
            continue
        for judge in (_above_all, _below_nought, _part_of_a_person):
            if found := judge(skeleton, place, quantity):
                yield found


def _percent_per(text: str) -> Iterator[Impossible]:
    for match in _PER.finditer(text):
        if re.search(r"\b(?:head|capita)$", match.group()):
            continue
        whole = _RATE.search(text, max(0, match.start() - 12))
        printed = whole.group() if whole else match.group()
        yield Impossible(
            printed=printed,
            expected=re.sub(r"\s?(?:%|per\s?cent|percent)", "", printed, count=1),
            severity=Severity.ERROR,
            message="A rate is per 10,000 or per cent, not both: leave out one of the two.",
            evidence="per cent already means in every 100",
        )


_BELOW_NOUGHT = re.compile(
    r"\b(?:profit\w*|loss\w*|balance|surplus\w*|deficit\w*|net|temperature|growth|inflation|margin|"
    r"result\w*|natural|migration|interest)\b"
)


def _more_than_all_gone(skeleton: Skeleton, sizes: list[Size]) -> Iterator[Impossible]:
    """Falls by more than all there was: "complaints fell by 130%"."""
    for size in sizes:
        quantity = skeleton.quantities[size.number]
        if quantity.measure is not Measure.PERCENT or size.sign >= 0:
            continue
        words = skeleton.text[size.start : size.end]
        told = re.search(rf"\b(?:by|of|down) [{PERCENT}]", words) or words.endswith(size.word)
        if skeleton.text[: skeleton.at[size.number]].endswith("from "):
            continue  # a level, and no fall
        if abs(quantity.value) > 100 and told and not _BELOW_NOUGHT.search(skeleton.text):
            yield Impossible(
                printed=quantity.text.strip(),
                expected="",
                severity=Severity.ERROR,
                message="What is counted can fall by 100% at most: look at the sum again.",
                evidence=f"{quantity.text.strip()} less would leave fewer than none",
            )


def _above_all(skeleton: Skeleton, place: int, quantity: Quantity) -> Impossible | None:
    loose = quantity.hedge in (Hedge.NEARLY, Hedge.UNDER, Hedge.UP_TO)
    if quantity.measure is not Measure.PERCENT or quantity.value <= 100 or loose:
        return None
    if quantity.hedge is Hedge.ABOUT and quantity.value % 10 == 0:
        return None
    if not quantity.hedge and quantity.interval.low <= 100:
        return None
    at = skeleton.at[place]
    after = skeleton.text[at + 1 :]
    if _OF_A_SUM.match(after):
        return None
    told = _WHOLE.match(after) or _WHOLE_THAT.match(after)
    if not told and _OF_FIRST.search(skeleton.text[:at]):
        told = re.match(
            r"^ (?:of them )?(?:were|are|had|have|said|met|felt|was|did|took|[a-z]+ed)\b", after
        )
    near = skeleton.text[max(0, at - 25) : at] + (told.group() if told else "")
    beyond_belief = quantity.value >= 1000 and after.startswith(" of ")
    if _TOO_MUCH.search(skeleton.text[:at]) and not _MAY_EXCEED.search(after[:30]):
        told = re.match("", after)
        near = skeleton.text[max(0, at - 12) : at]
    if _MAY_EXCEED.search(near if told or beyond_belief else skeleton.text):
        return None
    if not told and not beyond_belief and not _IN_TIME.search(skeleton.text):
        return None
    return Impossible(
        printed=quantity.text.strip(),
        expected="",
        severity=Severity.ERROR,
        message="A share of a whole is at most 100%: look at the count and its base.",
        evidence=f"{quantity.text.strip()} is more than 100%, the whole",
    )


# Benefits may come to 130% of the costs.
_OF_A_SUM = re.compile(
    rf" of (?:[a-z'-]+ )*?(?:[{MONEY}]|(?:costs?|budgets?|prices?|spend|spending|earnings|wages?|"
    r"incomes?|gdp|debts?|turnover)\b)"
)
# "The infection rate stands at −2.1 per 1,000": a rate of what is counted, and no change of one.
_IS_A_RATE = re.compile(
    r"\brates?\b[^;.]{0,60}\b(?:was|is|were|are|stood at|stands at|at|of|:)(?: only| just)? $"
)


_A_CHANGE = re.compile(rf"\b(?:{VERB}|{NOUN}|{COMPARED}|net)\b")


def _is_a_share(before: str) -> bool:
    """Whether a share is named as a level: "turnout was", but not "the percentage fall was"."""
    match = _A_SHARE.search(before)
    return match is not None and not _A_CHANGE.search(before[max(0, match.start() - 30) :])


def _below_nought(skeleton: Skeleton, place: int, quantity: Quantity) -> Impossible | None:
    if quantity.interval.high >= 0:
        return None
    at = skeleton.at[place]
    before, after = skeleton.text[:at], skeleton.text[at + 1 :]
    a_share = _is_a_share(before)
    a_level = a_share or _IS_A_RATE.search(before)
    if _CHANGE_NEAR.search(before) and not a_level:
        return None
    if quantity.measure is Measure.COUNT:
        found = re.match(rf" (?:{_PEOPLE}|{_CASES})\b(?! (?:fewer|less|more|lower))", after)
    elif quantity.measure is Measure.PERCENT:
        found = _WHOLE.match(after) or (re.match("", after) if a_share else None)
    elif quantity.measure is Measure.RATE:
        a_rate = _IS_A_RATE.search(before) and not _BELOW_NOUGHT.search(before)
        found = re.match("", after) if a_rate else None
    else:
        found = None
    if not found or re.search(r"\b(?:change|difference|variance|compared)\b", skeleton.text):
        return None
    return Impossible(
        printed=f"{quantity.text.strip()}{found.group()}",
        expected="",
        severity=Severity.ERROR,
        message="There cannot be fewer than none: take the minus away, or say what the change is.",
        evidence=f"{quantity.text.strip()} is less than nought",
    )


# "Women born in 1967 had 1.91 children": told of many mothers it is a mean.
_OF_PARENTS = re.compile(
    r"\b(?:women|mothers|couples|families|households|parents|men|fathers)\b[^.;]*"
    r"\b(?:had|have|having|bore|with|raised?)(?: [a-z]+)? $"
)
_A_RANGE = re.compile(r"\d\s?[-–]\s?\d")


def _part_of_a_person(skeleton: Skeleton, place: int, quantity: Quantity) -> Impossible | None:
    if quantity.measure is not Measure.COUNT or not quantity.decimals:
        return None
    # What is below nought is told above, or is a change: "−1.5 children in families ... (points)".
    if quantity.value.denominator == 1 or quantity.hedge or not 0 <= quantity.value < 1000:
        return None
    after = skeleton.text[skeleton.at[place] + 1 :]
    found = re.match(rf" (?:{_ADJECTIVE} )?{_PEOPLE}\b", after)
    if found and re.search(rf"{_EMPLOYED}$", found.group()) and not _DID.match(after, found.end()):
        return None
    told_as_rate = any(each.measure is Measure.RATE for each in skeleton.quantities)
    before = skeleton.text[: skeleton.at[place]]
    if before.endswith((" for ", " for every ", " to every ")):
        return None  # "one nurse for 12.4 patients"
    parts = [each for each in skeleton.quantities if each.measure is Measure.COUNT]
    if sum(each.value.denominator != 1 for each in parts) > 1:
        return None  # "49.9 staff, falling to 22.3": a slip would be one
    if told_as_rate or _A_RANGE.search(quantity.text) or _OF_PARENTS.search(before):
        return None  # "282.4 people per 100,000 (249.7 to 318.1 people)"
    if not found or _AVERAGED.search(skeleton.text) or re.search(f"[{PERCENT}]", after[:1]):
        return None
    return Impossible(
        printed=f"{quantity.text.strip()}{found.group()}",
        expected="",
        severity=Severity.ERROR,
        message="People are counted whole: print the count, or say that it is an average.",
        evidence=f"{quantity.text.strip()} is not a whole number",
    )
