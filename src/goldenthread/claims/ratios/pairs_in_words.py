"""The two numbers that a share or multiple in words is told with, however they are set beside it.

"Doubled in two years: 54 then, 162 now", "a quarter of callers — 1,020 from 5,100", "of 26 wards,
a third (13)", "for every member of staff nine volunteers (36 staff, 252 volunteers)".
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from goldenthread.claims.language.model import Measure
from goldenthread.claims.language.skeleton import (
    COUNT,
    MONEY,
    PERCENT,
    QUANTITY,
    RATE,
    TIMES,
    WHEN,
    Skeleton,
)

_X = f"(?P<x>[{TIMES}])"
_C = f"[{COUNT}{MONEY}]"
_END = f"[{COUNT}{MONEY}{RATE}{PERCENT}]"
_ONE, _OTHER = f"(?P<one>{_END})", f"(?P<other>{_END})"
_PART, _WHOLE = f"(?P<one>{_C})", f"(?P<other>{_C})"
_W = rf"[^{QUANTITY};.():]"
# Lengths of time may stand between: "doubled in two years: 54 then, 162 now".
_V = rf"[^{COUNT}{MONEY}{RATE}{PERCENT}{TIMES};.():]"
_THE = r"(?:(?:the|all|our|its|their|these|those|a|total|of) )*"
_NOW = rf"(?:now|today|this (?:year|time)|currently|by then|at the end|(?:(?:in|by|for) )?[{WHEN}])"
_THEN = (
    rf"(?:then|before|previously|earlier|originally|at first|last (?:year|time)|"
    rf"(?:(?:in|for) )?[{WHEN}])"
)
_NOUN = r"(?: [a-z'-]+){0,2}?"
_OPENS = r" ?(?::|–|\(|,|;)(?: (?:with|from|it was|there were|we had))? ?"
# "On 31 March there were 1,462 cases, compared with 655".
_LED = (
    rf"(?:(?:on|at|in|by) [{WHEN}],? )?(?:(?:it|there|they|we) (?:is|are|was|were|had|has|have) )?"
)
# A share of the whole beside it.
_SHARES = tuple(
    re.compile(pattern)
    for pattern in (
        rf"{_X} of {_W}{{0,80}}?(?: –| \(|:|,) ?{_PART}{_NOUN} (?:from|out of|of|in) "
        rf"{_THE}{_WHOLE}",
        rf"{_X} of {_W}{{0,80}}?(?::|,| –| \() ?(?:out )?of {_THE}{_WHOLE}{_NOUN}"
        rf"(?: in all| altogether| in total)?, {_PART}",
        rf"^(?:out )?of {_THE}{_WHOLE}{_W}{{0,60}}, (?:only |just )?{_X}(?: of them)? \({_PART}\)",
        rf"{_X} of {_W}{{0,60}}? of {_THE}{_WHOLE}, (?:or |some |about )?{_PART}(?=[,.;)])",
        rf"{_PART}, (?:or |just |only |some )?{_X} of {_THE}{_WHOLE}(?! (?:more|fewer|less)\b)",
        rf"{_PART},?(?: [a-z]+){{0,2}}? (?:made up|is|was|were|are|accounted for|represented|"
        rf"accounts for|came to|comes to|makes up|make up|or) {_X} of {_W}{{0,60}}?"
        rf"\b(?:of|from|in) {_THE}{_WHOLE}",
    )
)
# A multiple, or a share of what it was, of one number to another.
_MULTIPLES = tuple(
    re.compile(pattern)
    for pattern in (
        rf"{_X}{_V}{{0,60}}{_OPENS}{_OTHER}{_NOUN} {_THEN}(?:,| and|, and|;) {_ONE}{_NOUN} {_NOW}",
        rf"{_X} (?:what|as|of what|the){_V}{{0,60}}{_OPENS}{_ONE}{_NOUN} {_NOW}"
        rf"(?:,| and|, and|,? against|,? compared with|;) {_OTHER}",
        rf"{_X} (?:what|as|of what){_V}{{0,90}}{_OPENS}{_LED}{_ONE}{_NOUN},? (?:as opposed to|"
        rf"against|compared (?:with|to)|instead of) {_OTHER}",
        rf"^(?:at|with) {_ONE},{_V}{{0,60}}? (?:is|was|are|were|costs?|takes?|took|has|had) "
        rf"{_X} (?:the|that|what|as){_V}{{0,40}}?{_OTHER}",
        rf"\({_ONE}\) (?:is|are|was|were) {_X} as [a-z]+{_V}{{0,60}}? as {_V}{{0,40}}\({_OTHER}\)",
    )
)
_FOR_EVERY = re.compile(
    rf"\bfor (?:every|each) (?P<base>[a-z'-]+(?: [a-z]+){{0,4}}),? "
    rf"(?:there (?:are|were|is|was)|we (?:have|had)|has|have|had) (?P<x>[{COUNT}]){_W}{{0,40}}"
    rf"\((?P<p>[{COUNT}]) (?P<pn>[a-z]+)(?:,| and|, and|;) (?P<q>[{COUNT}]) (?P<qn>[a-z]+)\)"
)
_AS_IT_WAS = re.compile(r" (?:of )?(?:what|as)\b")
_LOOSE = re.compile(r"\b(?:than|more|fewer|less|higher|lower|of (?:these|those|them)|not|never)\b")


def _singular(word: str) -> str:
    """A noun without its plural."""
    return word.removesuffix("s")


@dataclass(frozen=True, slots=True)
class PairInWords:
    """``words`` say what ``one`` is of ``other``: places of the three in the sentence."""

    words: int
    one: int
    other: int
    share: bool = False


def pairs_in_words(skeleton: Skeleton) -> Iterator[PairInWords]:
    """Every share or multiple in words set beside the two numbers it is of."""
    for share, patterns in ((True, _SHARES), (False, _MULTIPLES)):
        for pattern in patterns:
            for match in pattern.finditer(skeleton.text):
                words, one, other = (skeleton.number(match[name]) for name in ("x", "one", "other"))
                made = PairInWords(words, one, other, share)
                if _fits(skeleton, made):
                    yield made
    for match in _FOR_EVERY.finditer(skeleton.text):
        words, p, q = (skeleton.number(match[name]) for name in ("x", "p", "q"))
        counted = skeleton.quantities[words].noun.split()[:1]
        each = {_singular(word) for word in match["base"].split()}
        if not each & {_singular(match["pn"]), _singular(match["qn"])}:
            continue
        if counted and counted[0] == match["qn"]:
            yield PairInWords(words, q, p)
        elif counted and counted[0] == match["pn"]:
            yield PairInWords(words, p, q)


def _fits(skeleton: Skeleton, pair: PairInWords) -> bool:
    words, one, other = (skeleton.quantities[place] for place in (pair.words, pair.one, pair.other))
    if one.measure is not other.measure or other.interval.low <= 0:
        return False
    if pair.share:
        return words.value < 1 and one.value <= other.value
    alike = [each for each in skeleton.quantities if each.measure is one.measure]
    within = skeleton.text[skeleton.at[pair.words] : skeleton.at[pair.one]]
    if words.value < 1 and not _AS_IT_WAS.match(within[1:]) and "halv" not in words.text.lower():
        return False
    return len(alike) == 2 and not _LOOSE.search(within) and one.measure is not Measure.OTHER
