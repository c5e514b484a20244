"""Bullets that give one share each, of what can be in no two of them, and do not make 100.

Where each tells what accounts for so much of one thing ("wool accounted for 52%", "and is 8% of the
county's population") they cannot make more; where those who gave no answer have a bullet of their
own, nobody is left out, and they cannot make less either.
"""

import re
from collections.abc import Iterator, Sequence

from goldenthread.claims.language.model import Hedge, Sentence
from goldenthread.claims.language.skeleton import EARLIER, LAST, PERCENT, QUANTITY, skeleton_of
from goldenthread.claims.wholes.percent_lists import (
    far_from_hundred,
    is_above,
    may_hold_another,
)
from goldenthread.claims.wholes.shared_out import SharedOut
from goldenthread.claims.wholes.whole_words import may_be_twice

_LEAST, _MOST, _LONG = 3, 12, 320
_ACCOUNTS = re.compile(
    r"\b(?:account(?:s|ed|ing) for|ma(?:kes?|de|king) up|represent(?:s|ed|ing)?|"
    r"compris(?:es?|ed|ing)|constitut(?:es?|ed|ing)|form(?:s|ed|ing))"
    rf" (?:for )?(?:just |only )?(?P<p>[{PERCENT}])(?P<after>[^{QUANTITY}.;]*)"
)
_BEGINS = re.compile(rf"^[^a-z0-9{QUANTITY}]*(?P<p>[{PERCENT}])(?P<after> [a-z])")
_UNANSWERED = re.compile(
    r"\b(?:no (?:response|reply|answer)|not (?:stated|answered|known|recorded|disclosed)|unknown|"
    r"refused|preferred not to (?:say|answer)|prefer not to (?:say|answer)|"
    r"did(?: not|n't) (?:answer|respond|state|say))\b"
)
_PART_OF_IT = re.compile(r"\b(?:of (?:which|whom|these|those)|within|including|includes?|both)\b")


def bulleted_shares(sentences: Sequence[Sentence]) -> Iterator[tuple[Sentence, SharedOut]]:
    """The first line of each such list, with its percentages."""
    for run in _runs(sentences):
        texts = [skeleton_of(each.text).text for each in run]
        if _PART_OF_IT.search(" ".join(texts)) or may_be_twice(" ".join(texts)):
            continue
        for pattern, needed in ((_ACCOUNTS, False), (_BEGINS, True)):
            found = [pattern.search(text) for text in texts]
            parts = tuple(
                skeleton_of(each.text).quantity(match["p"])
                for each, match in zip(run, found, strict=True)
                if match
            )
            if len(parts) < len(run) or any(each.hedge is not Hedge.NONE for each in parts):
                continue
            if not far_from_hundred(parts) or may_hold_another(parts):
                continue
            all_told = any(map(_UNANSWERED.search, texts))
            if (needed and all_told) or (not needed and is_above(parts)):
                yield run[0], SharedOut(parts, None, all_told=all_told)


def _runs(sentences: Sequence[Sentence]) -> Iterator[list[Sentence]]:
    """Bullets that follow one another, each a sentence with a share of its own in it."""
    run: list[Sentence] = []
    for sentence in (*sentences, None):
        if run and not (sentence and _follows(run[-1], sentence)):
            if _LEAST <= len(run) <= _MOST and _are_of_one_time(run):
                yield run
            run = []
        if sentence and _is_item(sentence):
            run.append(sentence)


def _is_item(sentence: Sentence) -> bool:
    passage = sentence.passage
    alone = passage.text == sentence.text and len(passage.text) <= _LONG
    text = skeleton_of(sentence.text).text
    return alone and not passage.heading and re.search(f"[{PERCENT}]", text) is not None


def _follows(above: Sentence, sentence: Sentence) -> bool:
    order = above.passage.order + 1
    return sentence.file == above.file and sentence.passage.order == order and _is_item(sentence)


def _are_of_one_time(run: Sequence[Sentence]) -> bool:
    """Whether the shares that stand first in their lines are of one time, or of none named."""
    firsts = {(each.times[0].first, each.times[0].last) if each.times else None for each in run}
    earlier = re.compile(f"[{EARLIER}{LAST}]")
    return len(firsts) == 1 and not any(earlier.search(skeleton_of(each.text).text) for each in run)
