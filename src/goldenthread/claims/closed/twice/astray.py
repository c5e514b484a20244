"""A number told again further down a page with a slip in it.

Two numbers are of one thing where words stand with both of them and with no third number of the
page, their digits are a slip apart, and nothing parts them: a time, a name, a group. The fewer
digits there are, the more must tie them: all of the words of the one, or numbers that bear the one
out and not the other.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from goldenthread.claims.closed.twice.page import Told, numbers_told
from goldenthread.claims.closed.twice.proof import Proofs
from goldenthread.claims.closed.twice.words import are_contrary, is_light, roots, turns
from goldenthread.claims.language.model import Measure, Quantity
from goldenthread.claims.language.slip import Slip, slip_of
from goldenthread.claims.reading import Reading
from goldenthread.claims.sayings.apart import in_series
from goldenthread.claims.sayings.context import proper_names
from goldenthread.claims.sayings.near import near_pairs
from goldenthread.claims.sayings.one_time import Whens, may_be_of_one_time
from goldenthread.claims.sayings.setting import Settings
from goldenthread.claims.sayings.words import GENERIC_STEMS

_LONG, _SURE = 3, 4  # digits, without the noughts of a rounded number
_FEWEST = 2
_ALL = 100
_NOT = frozenset(("not", "no"))
_OF_THOSE = re.compile(r"\bof (?:these|those|them|which|whom)\b", re.IGNORECASE)
_ONLY = roots("only average")  # "only 46", "attendance averaged 76%"
_PLAIN = 3  # words that only two numbers of one time have
_FEW = 80  # numbers of a page, of which hardly two short ones are alike by chance
_TIED = 2  # words that only the two have


def told_astray(reading: Reading) -> Iterator[tuple[Told, Told]]:
    """Each two numbers of one thing of which one has a slip, the one that is astray last."""
    settings = Settings(reading.documents)
    proofs = Proofs(reading)
    files: dict[str, list[Told]] = defaultdict(list)
    for each in numbers_told(reading):
        files[each.sentence.file].append(each)
    for page in files.values():
        for one, other in _a_slip_apart(page):
            if not _may_be_one(one, other) or not settings.may_be_one(one.sentence, other.sentence):
                continue
            known, known_too = proofs.of(one), proofs.of(other)
            if known and known_too:
                continue
            if _is_told_again(one, other, page, proven=known or known_too):
                yield (other, one) if known_too else (one, other)


def _a_slip_apart(page: Sequence[Told]) -> Iterator[tuple[Told, Told]]:
    groups: dict[object, list[Told]] = defaultdict(list)
    for each in page:
        if each.level:
            groups[_sort(each.quantity), len(each.digits)].append(each)
    for told in groups.values():
        for one, other in near_pairs(told):
            if one.sentence is not other.sentence and _slip(one, other) is not None:
                yield one, other


def _sort(quantity: Quantity) -> tuple[object, ...]:
    count = quantity.measure in (
        Measure.COUNT,
        Measure.DURATION,
    )  # "486 hours", "468 opening hours"
    scale = "".join(filter(str.isalpha, quantity.text)) if quantity.measure is Measure.MONEY else ""
    return Measure.COUNT if count else quantity.measure, quantity.per, quantity.decimals, scale


def _slip(one: Told, other: Told) -> Slip | None:
    if one.digits == other.digits:
        return None
    if sorted(one.digits) == sorted(other.digits) and _figures(one) >= _SURE:
        return Slip.SWAPPED
    return slip_of(one.digits, other.digits)


def _figures(told: Told) -> int:
    """How many digits a number has, but for the noughts that it is rounded with."""
    return len(told.digits if told.quantity.decimals else told.digits.rstrip("0"))


def _may_be_one(one: Told, other: Told) -> bool:
    """Whether neither a time nor a name nor a word turned about parts them, nor a number beside."""
    if not _of_one_time(one.whens, other.whens):
        return False
    known = one.known or other.known
    # "The average fare a mile", "paid on average a mile": a deed is no member of a series.
    if not known and in_series(one.own - one.deed, other.own - other.deed):
        return False
    if _alone(one.where, one, other) and _alone(other.where, other, one):
        return False
    if _explained(one, other) or _is_part(one, other) or _is_part(other, one):
        return False
    here, there = proper_names(one.sentence.text), proper_names(other.sentence.text)
    if _of(here - there) & one.own or _of(there - here) & other.own:
        return False
    if any(
        turns(each) and not any(map(str.isdigit, each))
        for told, beside in ((one, other), (other, one))
        for each in _alone(told.name if known else told.name | told.before, told, beside) - _ONLY
    ):
        return False
    done, done_too = _heavy(one.deed), _heavy(other.deed)
    if done and done_too and not done & done_too:
        return False  # "we mended 638 sails", "the 683 sails sold"
    of_one, of_other = _base_of(one), _base_of(other)
    if of_one and of_other and not of_one & of_other:
        return False  # "27% of the oars", "23% of all"
    if _otherwise(one, other) or _otherwise(other, one):
        return False
    return not are_contrary(one.own - other.own, other.own - one.own)


def _explained(one: Told, other: Told) -> bool:
    """Whether a number beside them is what parts the two, or both are the parts of one whole."""
    values = one.quantity.value, other.quantity.value
    if one.quantity.measure is Measure.PERCENT and sum(values) == _ALL:
        return True
    both = one.own & other.own
    for told in (one, other):
        for each in told.sentence.quantities:
            if each is told.quantity:
                continue
            named = roots(each.noun)
            if each.value in values or (
                each.value in (abs(values[0] - values[1]), sum(values))
                and (not named or named & both)
            ):
                return True
    return False


def _is_part(one: Told, other: Told) -> bool:
    """Whether one is of those that the sentence before it counts: "Of these, 69"."""
    of_those = _OF_THOSE.search(one.sentence.text[: one.quantity.start])
    return bool(of_those) and one.leaning is other.sentence


def _of(names: frozenset[str]) -> frozenset[str]:
    return roots(" ".join(names))


def _of_one_time(one: Whens, other: Whens) -> bool:
    """Whether both are of one time, or one of a day of the other's."""
    days = (
        all(first == last for first, last, _ in one),
        all(first == last for first, last, _ in other),
    )
    return may_be_of_one_time(one, other) and (one == other or any(days))


def _otherwise(one: Told, other: Told) -> bool:
    """Whether one is told as a draft, a plan or a sum without something, and the other is not."""
    beside = f"{other.sentence.text} {other.sentence.passage.section}".lower()
    return any(
        each not in beside and not (each in _NOT and _NOT & other.apart) for each in one.apart
    )


def _around(told: Told, other: Told) -> frozenset[str]:
    """The words of its sentence, its heading, and of the sentence before if not the other."""
    before = told.leaning
    if before is None or before is other.sentence:
        return told.here
    return told.here | roots(before.text)


def _alone(words: frozenset[str], one: Told, other: Told) -> frozenset[str]:
    """Those of the words of one that do not stand around the other."""
    around = _around(other, one)
    return _heavy(words - around)


def _is_told_again(one: Told, other: Told, page: Sequence[Told], *, proven: bool) -> bool:
    """Whether words tie the two so that no third number of the page is told with them."""
    anchor = one.own & other.own
    if not anchor - GENERIC_STEMS or not _only_two(one, other, anchor, page):
        return False
    figures = min(_figures(one), _figures(other))
    swapped = _slip(one, other) is Slip.SWAPPED
    dated = one.whens == other.whens and bool(one.whens)
    plain = dated and swapped and _is_plain(one, figures, len(anchor))
    both = ((one, other), (other, one))
    if any(_is_narrowed(*each, plain=plain) for each in both):
        return False
    crossed = (one.own & _around(other, one)) | (other.own & _around(one, other))
    tied = len(anchor) >= _TIED
    known = one.known or other.known
    if figures < _FEWEST:
        return False
    if figures < _LONG and any(_is_of_some(*each) for each in both):
        return False
    if (
        not plain
        and figures < _SURE
        and (_alone(one.where, one, other) or _alone(other.where, other, one))
    ):
        return False  # "the 142 lit by gas"
    if figures < (_LONG if swapped else _SURE) and len(page) > _FEW:
        return False
    if swapped and figures >= _LONG:
        return True
    if swapped:
        return tied and (known or dated)
    if dated and len(anchor) >= _PLAIN:
        return True
    return known and proven and (tied or (figures >= _SURE and len(crossed) >= _TIED))


def _is_plain(told: Told, figures: int, words: int) -> bool:
    """Whether digits changed about tie two of one time: long numbers, more words, or one day."""
    of_a_day = all(first == last for first, last, _ in told.whens)
    if figures >= _SURE or (figures >= _LONG and of_a_day):
        return words >= _TIED
    return figures >= _LONG and words > _PLAIN


_SET_APART = re.compile(
    r"(?: [a-z-]+){1,4}? (?:(?:that|which) )?(?:we|they|it) (?:had|have) \w+ed\b"
)


def _is_of_some(one: Told, other: Told) -> bool:
    """Whether one counts those set apart from others: "of the 12 tasks that we had marked"."""
    apart = _SET_APART.match(one.sentence.text, one.quantity.end)
    return apart is not None and bool(_alone(roots(apart.group()), one, other))


_THE = frozenset(("the", "our", "its", "all"))
_OF_NAMED = frozenset(("these", "those", "them", "whom", "which"))
_OF_WHAT = re.compile(r" of ((?:[\w'-]+ ?){1,5})")


def _base_of(told: Told) -> frozenset[str]:
    """The words straight after a percentage that say what it is a share of."""
    found = _OF_WHAT.match(told.sentence.text, told.quantity.end)
    if found is None or told.quantity.measure is not Measure.PERCENT:
        return frozenset()
    words = found[1].lower().split()
    return frozenset() if words[0] in _OF_NAMED else frozenset(words) - _THE


def _heavy(words: frozenset[str]) -> frozenset[str]:
    return frozenset(each for each in words if not is_light(each))


_THESE = re.compile(r"\b[Tt]h[eo]se $")  # "on last year's prices, these 3,481 falls": as told


def _is_narrowed(one: Told, other: Told, *, plain: bool) -> bool:
    """Whether one counts what the other does not name, or is led in by what is not about it."""
    these = _THESE.search(one.sentence.text[: one.quantity.start]) is not None
    if not these and _alone(one.led, one, other):
        return True
    again = _points_at(other, one) or (these and other.name <= one.name)  # "these 3,481 falls cost"
    if one.name and other.name and not again and _alone(one.name, one, other):
        return True
    known = plain or one.known or other.known
    return not known and bool(_alone(one.before, one, other))


# "In those two years", "over that period": of the time just told.
_THEN = re.compile(
    r"\b(?:that|those|these|this|the same)\s(?:\w+\s)?(?:years?|months?|quarters?|weeks?|periods?|"
    r"time)\b",
    re.IGNORECASE,
)


def _points_at(one: Told, other: Told) -> bool:
    """Whether one speaks of all of those that the sentence before it tells.

    "We read 43 serious complaints made from 2019 to 2021. All 34 complaints made in those years".
    """
    return (
        one.leaning is other.sentence
        and one.known
        and bool(one.name)
        and one.name <= other.name
        and _THEN.search(one.sentence.text) is not None
    )


def _only_two(one: Told, other: Told, anchor: frozenset[str], page: Sequence[Told]) -> bool:
    """Whether no third number of their sort is told with the words that both have."""
    both = anchor | (one.own & _around(other, one)) | (other.own & _around(one, other))
    measures = {one.quantity.measure, other.quantity.measure}
    values = {one.quantity.value, other.quantity.value}
    return not any(
        each.level
        and each.quantity.measure in measures
        and each.quantity.value not in values
        and anchor <= each.own
        and both <= _around(each, each)
        and may_be_of_one_time(each.whens, other.whens)
        and not _heavy(each.name - both)  # "22,046 active members" is of some of them
        for each in page
    )
