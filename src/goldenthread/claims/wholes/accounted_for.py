"""Shares of one thing listed in a sentence, by what accounts for them, which are more than it is.

"Wool accounted for 46% of sales, felt 31%, yarn 22% and dyes 11%": such a list may leave some of
the whole out, but cannot be more than it.
"""

import re
from collections.abc import Iterator, Sequence

from goldenthread.claims.language.model import Measure, Sentence
from goldenthread.claims.language.skeleton import skeleton_of
from goldenthread.claims.wholes.percent_lists import (
    PercentList,
    far_from_hundred,
    is_above,
    may_hold_another,
    percent_list,
)
from goldenthread.claims.wholes.shared_out import SharedOut
from goldenthread.claims.wholes.told_as_whole import overlap_is_told
from goldenthread.claims.wholes.whole_words import has_many, has_rates, is_left

_LEAST = 3
_ACCOUNTS = re.compile(
    r"\b(?:account(?:s|ed|ing) for|ma(?:kes?|king) up|formed|compris(?:es?|ed|ing)|"
    r"constitut(?:es?|ed|ing)|c[ao]mes? from|w[ea]nt (?:to|on)|(?:was|were) spent on)"
    r"(?: (?:just|only|the largest share,? at))? $"
)
# "46% of all sales" names the whole, once.
_OF_THE_WHOLE = re.compile(r"^ of (?:the |all |our |its |total |all the )*[a-z' -]{2,40}?(?=,|$)")


def accounted_for(sentences: Sequence[Sentence]) -> Iterator[tuple[Sentence, SharedOut]]:
    """Every such list."""
    for at, sentence in enumerate(sentences):
        if sum(each.measure is Measure.PERCENT for each in sentence.quantities) < _LEAST:
            continue
        listed = percent_list(skeleton_of(sentence.text))
        if listed is None or not _ACCOUNTS.search(listed.lead):
            continue
        if is_left(listed.gaps[-1], listed.tail):
            continue  # the rest is tested as the rest
        parts = listed.parts
        if not (far_from_hundred(parts) and is_above(parts)) or may_hold_another(parts):
            continue
        gaps = (_OF_THE_WHOLE.sub("", listed.gaps[0]), *listed.gaps[1:])
        plain = PercentList(parts, listed.lead, gaps, listed.tail)
        words = " ".join((listed.lead, *gaps, listed.tail))
        if plain.says_otherwise or any(" of " in each for each in gaps):
            continue
        if not (has_rates(words) or has_many(words) or overlap_is_told(sentences, at, at)):
            yield sentence, SharedOut(parts, None)
