"""Which word gives two numbers tied together their direction: "fell from A", "higher than A"."""

import re
from dataclasses import dataclass

from goldenthread.claims.changes.governed import way_from_afar
from goldenthread.claims.changes.judgements import JUDGED, is_bad, judgement_sign
from goldenthread.claims.changes.pair_model import How, Pair
from goldenthread.claims.changes.pairs import FROM, THEN
from goldenthread.claims.language.directions import (
    COMPARED,
    LOOSE,
    NEGATED,
    NOUN,
    VERB,
    sign_of,
)
from goldenthread.claims.language.model import Measure
from goldenthread.claims.language.skeleton import QUANTITY, WHEN, Skeleton
from goldenthread.claims.language.timing import order_of, when

_DIRECTION = re.compile(rf"\b(?P<word>{VERB}|{NOUN}|up|down)\b")
_CLAUSE = re.compile(r"[;:.(]|\b(?:while|whereas|although|but|however|despite)\b")
_NOUN = re.compile(rf"(?:{NOUN})$")
_VERB = re.compile(rf"(?:{VERB})$")
_AUXILIARY = re.compile(
    r"\b(?:has|have|had|was|were|is|are|been|being|be|it|they|which|that|and|to|numbers?|rates?|"
    r"figures?|also|then|further|steadily|slightly|significantly|sharply) $"
)
_SHORT_GAP = re.compile(rf"(?: [a-z'-]+| ?[{WHEN}{QUANTITY}]|,){{0,4}} ?$")
_GAP = re.compile(rf"(?: [a-z'-]+| ?[{WHEN}{QUANTITY}]|,){{0,10}} ?$")
_CLOSE_GAP = re.compile(
    rf"(?: (?:by ?[{QUANTITY}](?: [a-z]+)?|(?:in|during|over|since) (?:the )?[{WHEN}{QUANTITY}]|"
    r"significantly|slightly|further|sharply|steadily|again|substantially|markedly|overall|too|"
    r"dramatically|considerably|gradually|back))*,?"
)
# A place in an order rises as its number falls; numbers beyond the last place are no places.
_PLACES_IN_ORDER = re.compile(r"\b(?:rank\w*|positions?|seed\w*|league|charts?)\b|\bnumber \d")
_LAST_PLACE = 250
_NEW_CLAUSE = re.compile(r",| and | which | as | since | after | while ")
_NOUN_GAP = re.compile(r" (?:in|of|to|for|by|[^a-z])|,? ?$")
_LIGHT = (
    r"(?:which|this|that|it|is|was|are|were|being|still|much|slightly|significantly|well|far|"
    r"considerably|a|little|remains?|just|substantially|markedly|marginally|also)"
)
_COMPARISON = re.compile(
    rf"^(?:\)?,?|(?:,(?= (?:the|our|its)\b))?(?: (?!and\b)(?:[a-z'-]+|[{WHEN}])){{0,6}}"
    rf"(?:,| –| \(|\)| is| was| are| were))"
    rf"(?: {_LIGHT})* ?(?P<word>{COMPARED})(?= (?:than|on|from)\b|(?<=above) |(?<=below) )"
)
# "96 this year, a fall on the 88 of last year".
_AS_A_NOUN = re.compile(
    rf"^[^,;.()]*(?:,| –|:) (?:(?:which|this|that) (?:is|was) )?an? (?:[a-z]+ )?(?P<word>{NOUN}) "
    rf"(?:on|over|from|against|compared (?:with|to)) (?!an? )(?:[a-z]+ |[{WHEN}](?:'s)? )*$"
)
_OPENING = re.compile(
    rf"(?:^[^a-z]*|(?<!\bthe )\b)(?P<word>more|fewer|less|higher|lower|greater)\b[^;.{QUANTITY}]*$"
)


@dataclass(frozen=True, slots=True)
class Direction:
    """The word, and 1 for up or -1 for down."""

    word: str
    sign: int


def _told(word: str) -> Direction | None:
    """The direction of a word; None for one that says neither up nor down."""
    sign = sign_of(word)
    return Direction(word, sign) if sign else None


def direction_of(skeleton: Skeleton, pair: Pair) -> Direction | None:
    """The direction the words give a pair; None where they give none beyond doubt."""
    one, other = (skeleton.at[place] for place in pair.both)
    text = skeleton.text
    last = skeleton.quantities[pair.before]
    if (
        last.measure is Measure.COUNT
        and last.value <= _LAST_PLACE
        and _PLACES_IN_ORDER.search(text)
    ):
        return None
    between = text[one + 1 : other]
    if pair.how is How.FROM_TO:
        straight = re.search(r" (?P<word>up|down) to (?:the )?$", between)
        if straight:
            return _told(straight["word"])
        return (
            _before_from(text[:one])
            or _judged_from(text[:one], last.measure)
            or _from_afar(text[:one])
        )
    if pair.how is How.FROM:
        return _right_before_from(between) or _verb_before_to(text[:one], between)
    if pair.how is How.THEN and (match := THEN.search(between)):
        return None if NEGATED.search(between[: match.start("word")]) else _told(match["word"])
    if pair.how in (How.DATED, How.COMPARED) and (announced := _announced(skeleton, pair)):
        return announced
    if pair.how is How.COMPARED and pair.after < pair.before:
        return _comparison(between) or _opening(text[:one], between) or _before_brackets(text[:one])
    return None


# "Unchanged at 46 (2022: 64)", "stayed the same, at 310 compared with 340".
_UNCHANGED = re.compile(
    r"(?P<hedge>broadly|largely|almost|nearly|virtually|little|relatively|fairly|hardly|barely|not|"
    r"statistically|roughly|about|much|generally)? ?"
    rf"\b(?P<word>unchanged|the same|no change)(?: (?:in|on) (?:the )?[a-z' -]{{3,40}}?| [{WHEN}])?"
    r"(?P<joint>,? (?:at|on|from) | \(|: |, there (?:were|being) )$"
)
_MEASURED = re.compile(
    r"\b(?:numbers?|rates?|share|proportion|percentage|figures?|total|levels?)\b"
)
_ELSEWHERE = re.compile(r"\b(?:target|budget|limit|capacity|plan(?:ned)?|places?)\b")


def unchanged_of(skeleton: Skeleton, pair: Pair) -> Direction | None:
    """The word that says that nothing changed between two numbers tied together, if one does."""
    before = skeleton.text[: skeleton.at[pair.both[0]]]
    match = _UNCHANGED.search(before)
    if match is None or match["hedge"] or pair.places or _ELSEWHERE.search(skeleton.text):
        return None
    if match["joint"].strip() in ("(", ":") and not _MEASURED.search(before):
        return None
    return Direction(match["word"], 0)


# "Costs fell by 3% in real terms, from £4.2m to £4.3m": what is printed is not what fell.
_RECKONED = re.compile(r"\b(?:real[- ]terms?|inflation|adjust\w*|per head|per capita)\b")


def _before_from(before: str) -> Direction | None:
    match = FROM.search(before)
    if match is None:
        # "rose 4% on the year before (2,510 to 2,610)": the size's own word judges this one.
        return None
    start = match.start()
    stretch = before[max(0, start - 130) : start].rstrip()
    if _RECKONED.search(stretch):
        return None
    for clause_break in _CLAUSE.finditer(stretch):
        stretch_from = clause_break.end()
        if stretch[stretch_from:].strip():
            return _last_word(stretch[stretch_from:]) if ";" not in stretch[stretch_from:] else None
    return _last_word(stretch)


def _from_afar(before: str) -> Direction | None:
    match = FROM.search(before)
    found = way_from_afar(before[: match.start()].rstrip("( ")) if match else None
    return Direction(*found) if found else None


_JUDGED_FROM = re.compile(
    rf"(?:^|[.;] )(?P<of>[^.;,()]+?) (?:(?:has|have|had|also|further|\w+ly|again) )*"
    rf"(?P<word>{JUDGED})"
    rf"(?: (?:again|further|\w+ly|overall|(?:in |over |during |since )?[{WHEN}]))*,? $"
)


def _judged_from(before: str, measure: Measure) -> Direction | None:
    """The way of "attendance improved from", where what is measured says which way is better."""
    at_from = FROM.search(before)
    match = _JUDGED_FROM.search(before[: at_from.start()]) if at_from else None
    if match is None:
        return None
    sign = judgement_sign(match["word"], match["of"])
    if measure is not Measure.PERCENT and not is_bad(match["of"]):
        return None
    return Direction(match["word"], sign) if sign else None


def _last_word(stretch: str) -> Direction | None:
    matches = list(_DIRECTION.finditer(stretch))
    if not matches:
        return None
    match = matches[-1]
    sign = sign_of(match["word"])
    gap = stretch[match.end() :]
    clause = _NEW_CLAUSE.split(stretch[: match.start()])[-1]
    mixed = any(sign_of(each["word"]) == -sign for each in _DIRECTION.finditer(clause))
    if mixed and (match["word"] in LOOSE or _NOUN.fullmatch(match["word"])):
        return None  # "fewer children with increased risk": too much for a rule
    if NEGATED.search(stretch[: match.start()]) or not sign:
        return None
    if match["word"] in LOOSE and not _AUXILIARY.search(stretch[: match.start()]):
        fits = _CLOSE_GAP.fullmatch(gap)
    elif _NOUN.fullmatch(match["word"]) and not _VERB.fullmatch(match["word"]):
        fits = _GAP.fullmatch(gap) and _NOUN_GAP.match(gap)
    else:
        fits = _GAP.fullmatch(gap)
    return Direction(match["word"], sign) if fits else None


def _right_before_from(between: str) -> Direction | None:
    start = between.rfind("from ")
    matches = list(_DIRECTION.finditer(between[: max(start, 0)]))
    if not matches or not sign_of(matches[-1]["word"]):
        return None
    match = matches[-1]
    if not _SHORT_GAP.fullmatch(between[match.end() : start].rstrip()) or NEGATED.search(
        between[: match.start()]
    ):
        return None
    return _told(match["word"])


def _verb_before_to(before: str, between: str) -> Direction | None:
    if not re.search(r"\bfrom ", between):
        return None
    match = re.search(
        rf".*\b(?P<word>{VERB})(?: [a-z]+){{0,3}}(?: (?:for|in|over) [^,;.{QUANTITY}]{{0,30}},?)?"
        r" to (?:[a-z]+ ){0,2}$",
        before,
    )
    if match is None or NEGATED.search(before[: match.start()]):
        return None
    sign = sign_of(match["word"]) or judgement_sign(match["word"], before[: match.start("word")])
    return Direction(match["word"], sign) if sign else None


def _comparison(between: str) -> Direction | None:
    match = _COMPARISON.search(between) or _AS_A_NOUN.search(between)
    if match is None or NEGATED.search(between[: match.start("word")]):
        return None
    return _told(match["word"])


_ANNOUNCED = re.compile(
    rf"\b(?:(?:an?|small|slight|further|significant|sharp|steady) (?P<noun>{NOUN}) (?:in|of) "
    rf"[a-z' -]{{3,50}}|"
    rf"(?:is|are|was|were|has been|have been) (?P<way>up|down)(?: on [{WHEN}])?)"
    rf"(?:(?:,? with|[:.]| –)(?: (?:we|there|it|they|a total of|[a-z]+ed|were|was|out|had))* | \()$"
)


def _announced(skeleton: Skeleton, pair: Pair) -> Direction | None:
    """The word of "a small increase in visits, with 731 this year and 744 last year"."""
    if pair.places:
        return None
    sort = skeleton.quantities[pair.before].measure
    if sum(each.measure is sort for each in skeleton.quantities) > 2:
        return None  # "a slight decrease: 4.5%, 7.4% and 6.5% in the three years"
    before = skeleton.text[: skeleton.at[pair.both[0]]]
    match = _ANNOUNCED.search(before)
    if match is None or NEGATED.search(before[: match.start()]):
        return None
    dated = when(skeleton, pair.before) or when(skeleton, pair.after)
    if not dated and not re.search(f"[{WHEN}]", match.group()):
        return None
    if order_of(skeleton, *pair.both) == 0 and pair.how is not How.COMPARED:
        return None
    return _told(match["noun"] or match["way"])


_BRACKETED = re.compile(
    rf"\b(?P<word>{VERB})"
    rf"(?: again| further| [a-z]+ly| (?:(?:in|on|since|from) )?[{WHEN}]"
    r"| (?:in|during|over) the (?:year|period|quarter|month)){0,3} \($"
)


def _before_brackets(before: str) -> Direction | None:
    """The verb of "visits fell (1,415; 1,290 in 2022/23)"."""
    match = _BRACKETED.search(before)
    return _told(match["word"]) if match and not NEGATED.search(before[: match.start()]) else None


def _opening(before: str, between: str) -> Direction | None:
    """The word of "More children ... (386) than the year before (311)"."""
    match = _OPENING.search(before)
    than = re.search(r"(?:^|(?P<last>\S+) )than\b", between)
    if match is None or than is None or re.fullmatch(COMPARED, than["last"] or ""):
        return None
    if re.search(r"\bthan\b", before[match.end("word") :]):
        return None  # "higher than" has had its number already
    return _told(match["word"])
