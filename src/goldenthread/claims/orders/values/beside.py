"""Labels that stand beside the values of a list: "39% in 2021/22, 31% in 2022/23", "Ash (12)"."""

import re
from itertools import pairwise

from goldenthread.claims.dates.moments import Grain, Moment, moments
from goldenthread.claims.language.model import Measure, Quantity
from goldenthread.claims.orders.values.label_words import (
    AFTER,
    AT,
    BETWEEN_VALUES,
    CHOSE,
    CLAUSE,
    FOLLOWED,
    LEAD_IN,
    LINK,
    LOOSE_END,
    NAME,
    NO_LABEL,
    ORDINAL,
    ORDINALS,
    PLACE,
    SAYS,
    SEASON,
    SEPARATOR,
    STOP,
    SUBJECT,
    WHOSE,
)
from goldenthread.claims.orders.values.model import Point
from goldenthread.claims.orders.values.month_spans import month_spans

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
        if (whose := WHOSE.match(following)) and AT.search(bare[: quantity.start]):
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
    for labels in (after, before, mixed, either, _nouns(text, run), _chosen(bare, run)):
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
        if not rest.startswith(noun) or not BETWEEN_VALUES.fullmatch(rest[len(noun) :] + " "):
            return []
    return nouns if all(_is_label(noun) for noun in nouns) else []


def _chosen(text: str, run: list[Quantity]) -> list[str]:
    """The words straight after each percentage: "52% chose buses, 31% cycling, 17% walking"."""
    if run[0].measure is not Measure.PERCENT:
        return []
    labels = []
    for place, quantity in enumerate(run):
        match = CHOSE.match(text, quantity.end)
        until = run[place + 1].start if place + 1 < len(run) else len(text)
        rest = text[match.end() : until] if match else "."
        last = place + 1 == len(run)
        fits = re.match(r"\s*(?:[,.;)]|$)", rest) if last else BETWEEN_VALUES.fullmatch(rest)
        labels.append(match["label"] if match and fits else "")
    return labels


def _label_after(between: str, last: bool, quarters: bool) -> str:
    """The label in "% in October, " before the next value; "" where there is none."""
    if last:
        stop = STOP.search(between)
        piece = between[: stop.start()] if stop else between
        return _label_in(piece, quarters)
    for cut in SEPARATOR.finditer(between):
        if LEAD_IN.fullmatch(between, cut.end()) and (
            label := _label_in(between[: cut.start()], quarters)
        ):
            return label
    stop = STOP.search(between)
    piece = between[: stop.start()] if stop else between
    opened = piece.find("(")
    return _label_in(piece[:opened] if opened > 1 else piece, quarters)


def _label_in(piece: str, quarters: bool) -> str:
    if bracketed := re.match(r"\s*\((?:in\s+|for\s+)?([^()]+)\)(?:\s+[a-z]+){0,3}\s*$", piece):
        return _plainly(bracketed[1].strip(), quarters)
    match = AFTER.fullmatch(piece.rstrip(" )") if piece.count("(") < piece.count(")") else piece)
    label = (match["label"] or "").strip(" *,") if match else ""
    return _plainly(label, quarters)


def _plainly(label: str, quarters: bool) -> str:
    """A label without what only leads it in: the season of "attendance in the autumn term"."""
    label = label.removesuffix("’s").removesuffix("'s")
    if sole(label, quarters):
        return label
    seasons = SEASON.findall(label)
    if len(seasons) == 1 and not re.search(r"\d", label.replace(seasons[0], "")):
        return str(seasons[0])
    return label if _is_label(label) else ""


def _label_before(between: str, quarters: bool) -> str:
    """The label in "; Station 9 had " before a value; "" where there is none."""
    piece = between
    spans = month_spans(between)
    for cut in SEPARATOR.finditer(between):
        if any(span.start < cut.start() < span.end for span in spans):
            continue
        if cut.end() < len(between.rstrip(" £(")) and not LINK.fullmatch(between[cut.start() :]):
            piece = between[cut.end() :]
    if piece.count("(") > piece.count(")") and (inner := piece.rpartition("(")[2].strip()):
        piece = inner  # "in December (October 51, ..."
    link = LINK.search(piece)
    label = (piece[: link.start()] if link else piece).strip(" *,£")
    label = FOLLOWED.sub("", label)
    if subject := SUBJECT.match(label):
        place = PLACE.search(label, subject.end())
        label = place["label"] if place else subject["label"]
    elif clause := CLAUSE.match(label):
        label = label[clause.end() :]
    label = FOLLOWED.sub("", label).strip()
    if plain := _plainly(label, quarters):
        return plain
    ending = month_spans(label) or moments(label)
    if link and link.group().strip() and ending and ending[-1].end == len(label):
        return ending[-1].text
    found = re.search(rf"{NAME}$", label)
    return found.group() if found and _is_label(found.group()) and found.start() == 0 else ""


def _is_label(label: str) -> bool:
    """Whether the words are a time or a name, and not the rest of a sentence."""
    if SEASON.fullmatch(label):
        return True
    if not label or len(label) > 48 or re.search(r"[()]|\.$|\bthat\b", label):
        return False
    if re.match(r"(?:after|before|behind|than)\b", label):
        return False  # "third, after Old Quay (241)" tells of an order, and gives no list
    if sole(label):
        return True
    if any(each.grain is not Grain.YEAR for each in moments(label)):
        return False
    if NO_LABEL.match(label) and not re.match(r"The\s[A-Z]", label):
        return False
    if label in ("The", "St") or LOOSE_END.search(label) or SAYS.search(label):
        return False
    if re.fullmatch(NAME, label):
        return True
    words = label.split()
    return len(words) <= 4 and not re.search(r"\d", label)


def sole(label: str, quarters: bool = False) -> Moment | None:
    """The time a label is, where it is that and nothing more.

    With ``quarters``, "the second" in a list of quarters is one too.
    """
    if quarters and (ordinal := ORDINAL.fullmatch(label.strip())):
        number = ORDINALS[ordinal[1].lower()]
        return Moment(text=label, start=0, end=len(label), grain=Grain.QUARTER, quarter=number)
    bare = label.strip().removeprefix("the ").strip()
    found = month_spans(bare) or moments(label)
    return found[0] if len(found) == 1 and found[0].text.strip() == bare else None
