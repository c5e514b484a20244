"""A share of a number that its words name again: "1,040 of the tickets sold, or 20%".

"There were 5,200 seats and we sold 4,160 of them": the tickets sold are the 4,160. Where a share is
just that of the one other number told before, and a word of its own stands with the smaller one
alone, whatever form it has, the greater number was taken by mistake.
"""

import re
from collections.abc import Iterator

from goldenthread.claims.closed.shares.pairs import Wrong, are_bounded, bears_out, counts_placed
from goldenthread.claims.closed.twice.words import is_light, root
from goldenthread.claims.language.skeleton import (
    COUNT,
    EARLIER,
    LAST,
    PERCENT,
    QUANTITY,
    WHEN,
    Skeleton,
)
from goldenthread.claims.language.utterances import Utterance

_W = f"[^{QUANTITY}{WHEN},.;:()]"
_P = (
    r"(?:, (?:or |that is |just |only |which is )*| \((?:or |just |only )?)"
    rf"(?P<p>[{PERCENT}])(?=[,.;)]|$)"
)
_NAMED = (
    # "Of those taking up a place, 315 (49%)", "among the tickets sold 315 (49%)".
    re.compile(
        rf"(?:^|(?<=[.;:] ))(?:and |but )?(?:of|out of|among|amongst) (?P<what>{_W}{{3,50}}?),? "
        rf"(?:only |just |some )?(?P<n>[{COUNT}]){_W}{{0,60}}?{_P}"
    ),
    # "1,040 of the tickets sold, or 20%".
    re.compile(
        rf"(?P<n>[{COUNT}])(?: [a-z]+)? (?:out )?of (?:the|those|our|these) (?P<what>{_W}{{3,50}}?)"
        rf"(?P<then> (?:were|was|had|are|have|went|came|took){_W}{{0,60}}?)?{_P}"
    ),
)
# The other side of what is named, or no more than "them".
_UNLIKE = re.compile(
    r"\b(?:not|no|never|without|other|others|rest|remaining|further|more|fewer|less|new|first|last|"
    r"all|both|total|whole|each|every|them)\b"
)
_BREAK = re.compile(rf"[{QUANTITY}.;:,()]|\b(?:and|but|while|whereas)\b")
_WORD = re.compile(r"[a-z][a-z'-]+")
_WHOLE_AND_PART = 2


def shares_named_again(window: Utterance) -> Iterator[Wrong]:
    """Every share of the greater of two numbers whose words name the smaller one."""
    skeleton, since = window.skeleton, window.since
    for pattern in _NAMED:
        for match in pattern.finditer(skeleton.text, since):
            share, part = skeleton.quantity(match["p"]), skeleton.quantity(match["n"])
            told = [
                (at, each)
                for at, each in counts_placed(skeleton)
                if at < match.start() and each.measure is part.measure
            ]
            if len(told) != _WHOLE_AND_PART or _UNLIKE.search(match["what"]):
                continue
            (first, one), (second, other) = told
            (at, whole), (far, greater) = sorted(
                ((first, one), (second, other)), key=lambda each: each[1].value
            )
            if not are_bounded(share, part, whole, greater) or part.value >= whole.value:
                continue
            if whole.value == greater.value or bears_out(skeleton, share, part, whole):
                continue
            words = _roots(match["what"])
            if not words & (_around(skeleton, at) - _around(skeleton, far)):
                continue
            if words & (_around(skeleton, far) - _around(skeleton, at)):
                continue  # "of the seats sold": either may be meant
            if bears_out(skeleton, share, part, greater) and not _is_of_then(skeleton, far):
                yield Wrong(window.sentence, skeleton, share, part, whole)


def _around(skeleton: Skeleton, at: int) -> set[str]:
    """The words of a number's own clause."""
    before, after = skeleton.text[:at], skeleton.text[at + 1 : at + 140]
    return _roots(f"{_BREAK.split(before)[-1]} {_BREAK.split(after)[0]}")


def _is_of_then(skeleton: Skeleton, at: int) -> bool:
    """Whether a number is that of a time before."""
    after = _BREAK.split(skeleton.text[at + 1 : at + 140])[0]
    return re.search(f"[{EARLIER}{LAST}]", after) is not None


def _roots(text: str) -> set[str]:
    return {
        each
        for word in _WORD.findall(text)
        if not is_light(each := root(word)) and word not in _SMALL
    }


_SMALL = frozenset(
    re.findall(
        r"[a-z]+",
        "the of these those all our its their who which that were was are is had have has been in "
        "at on for to by with and an it them as from some such total year years this we they there "
        "or one ones people children cases did do does",
    )
)
