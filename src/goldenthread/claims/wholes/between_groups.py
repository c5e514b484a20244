"""The share of everybody, which lies between those of the two groups that everybody is in.

"60% of pupils passed" and "44% of day pupils and 56% of non-day pupils passed" cannot both be:
whatever the sizes of the two groups, what is said of them all stands between them.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from goldenthread.claims.language.clauses import stem
from goldenthread.claims.language.model import Hedge, Quantity, Sentence
from goldenthread.claims.language.skeleton import (
    EARLIER,
    LAST,
    PERCENT,
    QUANTITY,
    WHEN,
    skeleton_of,
)

_GROUP = rf"[^{QUANTITY}{WHEN},.;:()]{{3,50}}?"
_VERB = r"(?:were|was|are|is|had|have|has|said|felt|met|did|do|could|can|[a-z]{3,}ed|having|live)"
_AND = r",? (?:and|compared (?:with|to)|against|but|while) (?:just |only )?"
_TWO = tuple(
    re.compile(each)
    for each in (
        # "44% of day pupils and 56% of non-day pupils passed"
        rf"(?P<one>[{PERCENT}]) of (?P<first>{_GROUP}){_AND}"
        rf"(?P<other>[{PERCENT}]) of (?P<second>{_GROUP}) (?P<said>{_VERB} [^.;:()]+)",
        # "44% of men had passed, compared with 56% of women"
        rf"(?P<one>[{PERCENT}]) of (?P<first>{_GROUP}) (?P<said>{_VERB} [^.;:(){QUANTITY}]+?){_AND}"
        rf"(?P<other>[{PERCENT}]) of (?P<second>{_GROUP})(?=[,.;:)]|$)",
    )
)
_ALL = re.compile(
    rf"(?P<all>[{PERCENT}]) of (?:all |all the |the )?(?P<group>{_GROUP}) "
    rf"(?P<said>{_VERB} [^.;:()]+)"
)
_WOMEN = re.compile(r"(?:wom[ae]n|females?|girls?)")
_MEN = re.compile(r"(?:m[ae]n|males?|boys?)")
_EVERYBODY = re.compile(
    r"^(?:all )?(?:adults?|people|persons|pupils|children|young people|residents|respondents|"
    r"employees|workers|patients|students|everyone|households|the population)$"
)
_SAID_ENDS = re.compile(r",? (?:compared|up|down|while|whereas|than|but|–)\b| – |,")
_WORD = re.compile(r"[a-z][a-z'-]+")
_LIGHT = frozenset(
    _WORD.findall(
        "the an of in at on for to by with and or any their its this that had have has having were "
        "was are is"
    )
)
_NEAR = 2  # passages between what is said of all and of the two
_LEAST = 2  # words that both say


@dataclass(frozen=True, slots=True)
class Beyond:
    """The share of everybody that does not lie between those of the two groups."""

    sentence: Sentence
    everybody: Quantity
    one: Quantity
    other: Quantity


def beyond_its_groups(sentences: Sequence[Sentence]) -> Iterator[Beyond]:
    """Every share told of all that is above, or below, both of those told of its two groups."""
    for at, sentence in enumerate(sentences):
        skeleton = skeleton_of(sentence.text)
        for match in (found for each in _TWO for found in each.finditer(skeleton.text)):
            whole = _whole_of(match["first"], match["second"])
            one, other = skeleton.quantity(match["one"]), skeleton.quantity(match["other"])
            if whole is None or not _are_plain(one, other):
                continue
            for near in sentences[max(0, at - 4) : at + 5]:
                if near.file != sentence.file or near is sentence:
                    continue
                if abs(near.passage.order - sentence.passage.order) > _NEAR:
                    continue
                everybody = _said_of_all(near, whole, match["said"])
                if everybody and _is_beyond(everybody, one, other) and _one_time(near, sentence):
                    yield Beyond(sentence, everybody, one, other)


def _whole_of(first: str, second: str) -> re.Pattern[str] | None:
    """What everybody is called, where two groups are all there are of them."""
    one, other = first.strip(), second.strip()
    for bare, denied in ((one, other), (other, one)):
        for prefix in ("non-", "un", "not "):
            if denied == f"{prefix}{bare}":
                head = re.escape(bare.split()[-1])
                return re.compile(rf"^{head}$")
    men = {bool(_MEN.fullmatch(each)) for each in (one, other)}
    women = {bool(_WOMEN.fullmatch(each)) for each in (one, other)}
    return _EVERYBODY if len(men) == len(women) == 2 else None


def _said_of_all(sentence: Sentence, whole: re.Pattern[str], said: str) -> Quantity | None:
    skeleton = skeleton_of(sentence.text)
    for match in _ALL.finditer(skeleton.text):
        if whole.match(match["group"].strip()) and _are_alike(match["said"], said):
            share = skeleton.quantity(match["all"])
            return share if share.hedge is Hedge.NONE else None
    return None


def _are_alike(one: str, other: str) -> bool:
    """Whether two clauses say the same, up to where each goes on to something else."""
    said = [
        {stem(word) for word in _WORD.findall(_SAID_ENDS.split(text)[0]) if word not in _LIGHT}
        for text in (one, other)
    ]
    return said[0] == said[1] and len(said[0]) >= _LEAST


def _one_time(one: Sentence, other: Sentence) -> bool:
    """Whether no two times are named, and none that is over."""
    firsts = [(each.times[0].first, each.times[0].last) for each in (one, other) if each.times]
    begins = re.compile(f"^[^{PERCENT}]*[{EARLIER}{LAST}]")
    past = any(begins.match(skeleton_of(each.text).text) for each in (one, other))
    return not past and len(set(firsts)) < _LEAST


def _is_beyond(everybody: Quantity, one: Quantity, other: Quantity) -> bool:
    low = min(one.interval.low, other.interval.low)
    high = max(one.interval.high, other.interval.high)
    return everybody.interval.low > high or everybody.interval.high < low


def _are_plain(*shares: Quantity) -> bool:
    return all(each.hedge is Hedge.NONE for each in shares)
