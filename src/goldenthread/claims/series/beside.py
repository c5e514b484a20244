"""Labels that stand beside the values of a list: "39% in 2021/22, 31% in 2022/23", "Ash (12)"."""

import re
from itertools import pairwise

from goldenthread.claims.language.model import Measure, Quantity
from goldenthread.claims.series.model import Point
from goldenthread.claims.series.moments import Grain, Moment, moments

_SEPARATOR = re.compile(
    r"(?:\s*[,;]\s*(?:and\s+|then\s+|but\s+|while\s+)?(?:currently\s+|finally\s+)?"
    r"|\s*[.]\s+(?=[A-Z0-9])"
    r"|\s+(?:and|to|then|&|but|while|whereas)\s+(?:currently\s+)?|\s+[–—-]\s+(?=[A-Z]))"
)
# What may stand between a separator and the next value without being its label.
_LEAD_IN = re.compile(
    r"(?:(?:and|then|but|it|they|there|this|we|which|that|had|has|have|was|were|is|are|been"
    r"|before|after|when|while"
    r"|rising|falling|dropping|climbing|rose|fell|dropped|climbed|grew|increased|decreased|going"
    r"|went"
    r"|down|up|back|again|from|to|at|with|only|just|about|around|some|nearly|almost|over|stood"
    r"|reached"
    r"|against|compared|a|an|the|of|further|total)\s+)*[£*(]*",
    re.IGNORECASE,
)
_NAME = (
    r"(?:(?:The|St|[A-Z])[\w’'&.-]*(?:\s+(?:of|and the|the|upon|in|on)?\s*(?:[A-Z][\w’'&.-]*"
    r"|\d{1,3}(?![\d%,.])))*)"
)
_AFTER = re.compile(
    r"(?:\s+(?!in\b|at\b|for\b|during\b)[a-z][\w’'-]*){0,3}?"
    r"\s*(?:(?:\b(?:in|at|for|during|on|by|from)\s+(?:the\s+)?|\((?:in\s+|for\s+)?|[–-]\s+"
    r"|[-–](?=\d{4}/))(?P<label>[^()]+?)\)?)?\s*$"
)
_DONE = (
    r"(?:[a-z]{2,}ed|had|has|have|saw|took|made|sent|gave|held|won|lost|got|sold|let|met|ran|kept"
    r"|built"
    r"|bought|brought|drew|came(?:\s+to)?|dealt\s+with|accounted\s+for)"
)
_LINK = re.compile(
    r"(?:\s*[:=–-]|,?\s*\(|\s*,?\s+(?:there\s+(?:was|were)|(?:it|we|they)\s+(?:was|were|had)|was"
    r"|were|had|has|have|with|at"
    r"|recorded|scored|saw|(?:was|were)\s+[a-z]+(?:ed|en)\s+by|by"
    r"|stood at|reported|made|received|took|on|"
    r"followed by|is|are|reached|fell to|rose to|of|accounted for|accounting for|made up"
    rf"|making up|represented|for|contributed|totalled|follows\s+with|(?:came|comes)\s+(?:next"
    rf"|second)\s+with|{_DONE})(?:\s+(?:only|just|a total of|at"
    r"|a score of|about|around|some))?)?\s*$"
)
_CLAUSE = re.compile(
    r".*(?::|;|\.\s|\b(?:was|were|is|are|than|came\s+(?:\w+\s+)?from|went\s+to|was\s+(?:at|in"
    r"|from))\b)\s*(?=\S)",
    re.DOTALL,
)
_FOLLOWED = re.compile(
    r"^(?:(?:and|then|but|while|with|on|in|at|for|by|during|the|also|of|from)\s+)*"
    r"(?:(?:followed\s+by|ahead\s+of|compared\s+(?:with|to)|against)\s+)?(?:(?:in|at|on|for|by"
    r"|the)\s+)*",
    re.IGNORECASE,
)
_END = (
    r"(?:highest|largest|biggest|commonest|greatest|lowest|smallest|fewest|busiest|quietest|best"
    r"|worst"
    r"|longest|shortest|(?:most|least)\s+\w+|most|fewest|least)"
)
# "Theft was the most common offence with 310": the label comes first.
_SUBJECT = re.compile(
    r"(?:.*[.;:]\s*)?(?P<label>[\w’' -]{2,40}?),?\s+(?:(?:(?:was|were|is|are|remains|remained"
    r"|being)\s+"
    r"(?:again\s+|still\s+|also\s+)?(?:by\s+far\s+)?(?:(?:the|our)\s+(?:\w+\s+)?)?"
    r"|[a-z]+\s+(?:the|our)\s+"
    r"(?:\w+\s+)?)"
    rf"{_END}|topped\b|led\b|came\s+(?:top|first)\b|headed\b)",
    re.IGNORECASE,
)
# "Attendance was lowest at Oakfield (91%)": the label comes last.
_PLACE = re.compile(rf"\s(?:at|in|for|on|by|from)\s+(?:the\s+)?(?P<label>{_NAME})$")
_SEASON = re.compile(
    r"\b(?:(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)days?)|spring|summer|autumn|winter|michaelmas"
    r"|(?:first|second|third)\s+(?:term|half|wave|round))\b",
    re.IGNORECASE,
)
_ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "last": 4, "final": 4}
_ORDINAL = re.compile(r"(?:the\s+)?(first|second|third|fourth|last|final)\Z", re.IGNORECASE)
_NO_LABEL = re.compile(
    r"^(?:the|a|an|this|that|its|our|total|from|to|up|down|around|about|compared|increase|it"
    r"|they|there|we|some|all|also|than|more|fewer|only|just|which|who|of"
    r"|in|by|at|and|or|with|further|respectively|increasing|decreasing|rising|falling"
    r"|over|under)\b",
    re.IGNORECASE,
)
# A label says nothing: "Elm Road has nevertheless", "both", "lowest" are none.
_SAYS = re.compile(
    r"\b(?:has|have|had|is|was|were|are|which|it|they|nevertheless|however|both|respectively"
    r"|highest"
    r"|lowest|most|fewest|largest|smallest|still|now)\b",
    re.IGNORECASE,
)
_LOOSE_END = re.compile(
    r"\s(?:from|to|by|and|or|than|with|the|a|of|in|at|on|for|is|was|were|rose|fell|grew|increased"
    r"|decreased|dropped|declined|reduced|changed|up|down)$"
)
_BETWEEN_VALUES = re.compile(r"\s*(?:,|;|and|,\s*and|&|then|,\s*then|to)\s*£?\s*")
# "At 97, December's figure was ..."
_AT = re.compile(r"\b[Aa]t\s+[£*]?$")
_WHOSE = re.compile(
    r",\s+(?:the\s+)?(?P<label>[\w -]{2,30}?)(?:['’]s?)?\s+(?:figure|total|rate|number|count"
    r"|result|level|score)\b"
)
_STOP = re.compile(r"[,;:.]|\s[–—-]\s|\s(?:and|but|which|so|while|with|when|as)\s|$")
FEWEST = 3


def beside(
    text: str, run: list[Quantity], fewest: int = FEWEST, aside: tuple[Quantity, ...] = ()
) -> list[Point]:
    """The longest stretch of values each with its own label: all after it, or all before.

    ``aside`` are quantities of other sorts, whose brackets are looked past: "40 (12%) in April".
    """
    quarters = "uarter" in text or bool(re.search(r"\bQ[1-4]\b", text))
    after: list[str] = []
    before: list[str] = []
    bare = _without(text, run, aside)
    for place, quantity in enumerate(run):
        until = run[place + 1].start if place + 1 < len(run) else len(text)
        since = run[place - 1].end if place else 0
        following = bare[quantity.end : until]
        if (whose := _WHOSE.match(following)) and _AT.search(bare[: quantity.start]):
            after.append(_plainly(whose["label"], quarters))
        else:
            after.append(_label_after(following, place + 1 == len(run), quarters))
        before.append(_label_before(bare[since : quantity.start], quarters))
    mixed = [
        one if sole(one, quarters) else (other if sole(other, quarters) else "")
        for one, other in zip(after, before, strict=True)
    ]
    either = [one or other for one, other in zip(after, before, strict=True)]
    best: list[Point] = []
    for labels in (after, before, mixed, either, _nouns(text, run)):
        for start, end in _stretches(labels, quarters):
            if end - start >= max(fewest, len(best) + 1):
                best = [
                    point_of(quantity, label, sole(label, quarters))
                    for quantity, label in zip(run[start:end], labels[start:end], strict=True)
                ]
    return best


def _without(text: str, run: list[Quantity], aside: tuple[Quantity, ...]) -> str:
    """The text with the brackets that hold only other numbers made blank."""
    for match in re.finditer(r"\s*\([^()]*\)", text):
        inside = [q for q in (*run, *aside) if match.start() <= q.start < match.end()]
        if inside and not any(each in run for each in inside):
            text = f"{text[: match.start()]}{' ' * len(match.group())}{text[match.end() :]}"
    return text


def _stretches(labels: list[str], quarters: bool) -> list[tuple[int, int]]:
    """Where labels of one kind, no two alike, stand one after another."""
    found: list[tuple[int, int]] = []
    start = 0
    for place in range(len(labels) + 1):
        fits = place < len(labels) and bool(labels[place])
        if fits and place > start:
            same = _grain(labels[place], quarters) == _grain(labels[start], quarters)
            seen = {label.lower() for label in labels[start:place]}
            fits = same and labels[place].lower() not in seen
            if not fits:
                found.append((start, place))
                start = place
                continue
        if not fits:
            if place > start:
                found.append((start, place))
            start = place + 1
    return found


def _grain(label: str, quarters: bool) -> Grain | str:
    time = sole(label, quarters)
    return time.grain if time else "name"


def point_of(quantity: Quantity, label: str, moment: Moment | None) -> Point:
    """A value of a text as a point."""
    exact = quantity.interval.low == quantity.interval.high
    return Point(
        label=label, printed=quantity.text, interval=quantity.interval, moment=moment, exact=exact
    )


def _nouns(text: str, run: list[Quantity]) -> list[str]:
    """What is counted, where the values are a plain list of counts of different things."""
    nouns = [quantity.noun for quantity in run]
    if run[0].measure is not Measure.COUNT or not all(nouns):
        return []
    for (one, noun), other in pairwise(zip(run, nouns, strict=True)):
        rest = text[one.end : other[0].start].strip()
        if not rest.startswith(noun) or not _BETWEEN_VALUES.fullmatch(rest[len(noun) :] + " "):
            return []
    return nouns if all(_is_label(noun) for noun in nouns) else []


def _label_after(between: str, last: bool, quarters: bool) -> str:
    """The label in "% in October, " before the next value; "" where there is none."""
    if last:
        stop = _STOP.search(between)
        piece = between[: stop.start()] if stop else between
        return _label_in(piece, quarters)
    for cut in _SEPARATOR.finditer(between):
        if _LEAD_IN.fullmatch(between, cut.end()):
            return _label_in(between[: cut.start()], quarters)
    stop = _STOP.search(between)
    piece = between[: stop.start()] if stop else between
    opened = piece.find("(")
    return _label_in(piece[:opened] if opened > 1 else piece, quarters)


def _label_in(piece: str, quarters: bool) -> str:
    if bracketed := re.match(r"\s*\((?:in\s+|for\s+)?([^()]+)\)(?:\s+[a-z]+){0,3}\s*$", piece):
        return _plainly(bracketed[1].strip(), quarters)
    match = _AFTER.fullmatch(piece.rstrip(" )") if piece.count("(") < piece.count(")") else piece)
    label = (match["label"] or "").strip(" *,") if match else ""
    return _plainly(label, quarters)


def _plainly(label: str, quarters: bool) -> str:
    """A label without what only leads it in: the season of "attendance in the autumn term"."""
    label = label.removesuffix("’s").removesuffix("'s")
    if sole(label, quarters):
        return label
    seasons = _SEASON.findall(label)
    if len(seasons) == 1 and not re.search(r"\d", label):
        return str(seasons[0])
    return label if _is_label(label) else ""


def _label_before(between: str, quarters: bool) -> str:
    """The label in "; Station 9 had " before a value; "" where there is none."""
    piece = between
    for cut in _SEPARATOR.finditer(between):
        if cut.end() < len(between.rstrip(" £(")) and not _LINK.fullmatch(between[cut.start() :]):
            piece = between[cut.end() :]
    if piece.count("(") > piece.count(")") and (inner := piece.rpartition("(")[2].strip()):
        piece = inner  # "in December (October 51, ..."
    link = _LINK.search(piece)
    label = (piece[: link.start()] if link else piece).strip(" *,£")
    label = _FOLLOWED.sub("", label)
    if subject := _SUBJECT.match(label):
        place = _PLACE.search(label, subject.end())
        label = place["label"] if place else subject["label"]
    elif clause := _CLAUSE.match(label):
        label = label[clause.end() :]
    label = _FOLLOWED.sub("", label).strip()
    if plain := _plainly(label, quarters):
        return plain
    ending = moments(label)
    if link and link.group().strip() and ending and ending[-1].end == len(label):
        return ending[-1].text
    found = re.search(rf"{_NAME}$", label)
    return found.group() if found and _is_label(found.group()) and found.start() == 0 else ""


def _is_label(label: str) -> bool:
    """Whether the words are a time or a name, and not the rest of a sentence."""
    if not label or len(label) > 48 or re.search(r"[()]", label):
        return False
    if sole(label):
        return True
    if any(each.grain is not Grain.YEAR for each in moments(label)):
        return False
    if _NO_LABEL.match(label) and not re.match(r"The\s[A-Z]", label):
        return False
    if label in ("The", "St") or _LOOSE_END.search(label) or _SAYS.search(label):
        return False
    if re.fullmatch(_NAME, label):
        return True
    words = label.split()
    return len(words) <= 4 and not re.search(r"\d", label)


def sole(label: str, quarters: bool = False) -> Moment | None:
    """The time a label is, where it is that and nothing more.

    With ``quarters``, "the second" in a list of quarters is one too.
    """
    if quarters and (ordinal := _ORDINAL.fullmatch(label.strip())):
        number = _ORDINALS[ordinal[1].lower()]
        return Moment(text=label, start=0, end=len(label), grain=Grain.QUARTER, quarter=number)
    found = moments(label)
    bare = label.strip().removeprefix("the ").strip()
    return found[0] if len(found) == 1 and found[0].text.strip() == bare else None
