"""Amounts told one after another: "512 at Oak, 138 at Elm and 92 at Ash", "police (412), ..."."""

import re
from collections.abc import Iterator
from fractions import Fraction
from itertools import pairwise

from goldenthread.claims.intervals import Interval
from goldenthread.claims.language.model import Hedge, Measure, Quantity
from goldenthread.claims.language.skeleton import COUNT, MONEY, QUANTITY, Skeleton

AMOUNT = f"[{COUNT}{MONEY}]"
LEAST, _MOST = 3, 12
# A share in brackets after its count says nothing more; nor does the age or size that a label has.
SHARE = re.compile(rf" ?\([{QUANTITY}](?<!{AMOUNT})(?: of [a-z ]+)?\)")
_LABELLED = re.compile(
    r"\b(?:aged?|ages|between|grades?|bands?|(?<!early )years?|levels?|stages?|under|over) "
    rf"{AMOUNT}"
    rf"(?:(?: to | and | or |–|-){AMOUNT})?(?: (?:to|and|or) (?:over|under|above|older|younger))?"
    rf"|{AMOUNT}(?: to |–|-){AMOUNT}|{AMOUNT} (?:and|or) (?:over|under|above|older|younger|more)\b"
)
# "In round one", "at site 4": the label of a part in a row of parts, numbered as they come.
_NUMBERED = re.compile(
    rf"\b(?:in|at|on|for|from|during|to) [a-z]+ (?P<n>[{COUNT}]|one)(?=[,.;)]|$|,? (?:and|plus)\b)"
)
# "One" is seldom a count in a text, but it is one where a list has it in a number's place.
_ONE = re.compile(r"(?<![a-z-])one(?= [a-z])(?! (?:of|in|or|to|another|year|month|week|day)\b)")
_ONE_SLOT = "\ue1ff"  # a count's slot, the last, which no sentence reaches
_SEPARATES = r"(?:[,;]|,? (?:and|plus|with|while))"
_FIRST = re.compile(rf"[^;:.()]*[a-z{{)][^;:.()]*?{_SEPARATES}(?: a further| another)? ")
_UNIT = (
    r"(?:(?: [a-z'-]+){1,2}(?=\))| (?:wte|fte|whole-time equivalents?|posts?|people|cases|"
    r"children|adults|beds|staff|times))?"
)
_LAST = re.compile(rf"{_UNIT}\)?{_SEPARATES} [^;.()]*[^\W\d_][^;.()]*?[:,–=]? ?\(?")
_TAIL = re.compile(rf"{_UNIT}\)?[.,; –]*")
_AND = re.compile(r"\b(?:and|plus|with|while)\b")


def listed(
    skeleton: Skeleton, start: int, end: int, *, apart: bool = False
) -> tuple[Quantity, ...] | None:
    """The amounts of a list that is all of a stretch of the skeleton; None where it is no list.

    ``apart`` where the items stand in brackets or lines of their own, so that no "and" is needed.
    Each item has one amount, always before or always after its label; nothing else is numbered.
    """
    text = SHARE.sub("", _without_labels(skeleton, skeleton.text[start:end])).strip()
    if text.count(";") >= LEAST - 1:
        slots = _chunks(text)
    else:
        slots = _in_a_row(_LABELLED.sub("aged", text), apart)
    if slots is None or not LEAST <= len(slots) <= _MOST:
        return None
    found = tuple(_ONE_COUNT if each == _ONE_SLOT else skeleton.quantity(each) for each in slots)
    if len({each.measure for each in found}) > 1:
        return None
    if any(each.hedge is not Hedge.NONE or "-" in each.text for each in found):
        return None
    return found


def _without_labels(skeleton: Skeleton, text: str) -> str:
    """A stretch less the numbers of its labels, where they run one, two, three."""
    labels = [match["n"] for match in _NUMBERED.finditer(text)]
    values = [1 if each == "one" else skeleton.quantity(each).value for each in labels]
    if len(labels) < LEAST or values != [values[0] + place for place in range(len(values))]:
        return text
    return _NUMBERED.sub(lambda found: found.group().removesuffix(f" {found['n']}"), text)


# "£1.1m by opening 24 places": the amount is the sum that stands first, and the only one.
_PRICED = re.compile(
    rf"[-•* ]*(?P<price>[{MONEY}]) (?:by|for|from|on|to|in|through)\b"
    rf"(?:[^{QUANTITY}]|[{COUNT}])*$"
)

_ONE_COUNT = Quantity(
    text="one",
    start=0,
    end=0,
    value=Fraction(1),
    interval=Interval.exactly(1),
    measure=Measure.COUNT,
)


def _chunks(text: str) -> list[str] | None:
    """The amount of each item between semicolons: the one it has, or the one at its end."""
    slots = []
    for chunk in (each.strip(" .") for each in text.split(";")):
        if not chunk:
            continue
        ends = re.search(rf"[,:(–=] ?({AMOUNT}){_UNIT}\)?$", chunk)
        only = re.findall(AMOUNT, _LABELLED.sub("aged", chunk))
        if ends and not re.search(f"[{QUANTITY}](?<!{AMOUNT})", chunk):
            slots.append(ends[1])
        elif len(only) == 1 and len(re.findall(f"[{QUANTITY}]", chunk)) == len(
            re.findall(AMOUNT, chunk)
        ):
            slots.append(only[0])
        elif priced := _PRICED.match(chunk):
            slots.append(priced["price"])
        else:
            return None
    return slots


def _in_a_row(text: str, apart: bool) -> list[str] | None:
    """The amounts between commas, each before its label or each after it."""
    if re.search(f"[{QUANTITY}](?<!{AMOUNT})", text):
        return None
    for row in (text, _ONE.sub(_ONE_SLOT, text)):
        at = [found.start() for found in re.finditer(AMOUNT, row)]
        if len(at) < LEAST:
            continue
        gaps = [row[one + 1 : other] for one, other in pairwise(at)]
        if not apart and not _AND.search(gaps[-1]):
            continue
        before, after = row[: at[0]], row[at[-1] + 1 :]
        first = all(_FIRST.fullmatch(gap) for gap in gaps) and re.search("[a-z]", after)
        last = (
            all(_LAST.fullmatch(gap) for gap in gaps)
            and _TAIL.fullmatch(after)
            and re.search(r"[^\W\d_]", before)
        )
        if first or last:
            return [row[each] for each in at]
    return None


def amounts(skeleton: Skeleton, start: int, end: int) -> Iterator[Quantity]:
    """Every amount of a stretch."""
    for found in re.finditer(AMOUNT, skeleton.text[start:end]):
        yield skeleton.quantity(found.group())
