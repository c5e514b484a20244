"""Every doubt that a wrong change is of the two numbers found for it: one makes it a warning."""

import re

from goldenthread.claims.changes.borne_out_around import borne_out_around
from goldenthread.claims.changes.following import follows
from goldenthread.claims.changes.hardly_meant import hardly_meant
from goldenthread.claims.changes.judged import Judged, Verdict
from goldenthread.claims.changes.named_anew import CONCLUDES
from goldenthread.claims.changes.of_others import may_be_of_others
from goldenthread.claims.changes.pair_model import How
from goldenthread.claims.changes.rounded_throughout import may_be_rounded
from goldenthread.claims.language.model import Measure
from goldenthread.claims.language.skeleton import Skeleton
from goldenthread.claims.language.slip import is_digits_off
from goldenthread.claims.language.utterances import Utterance
from goldenthread.claims.reading import Reading

# The two numbers of a change, and its size.
_ENDS_AND_SIZE = 3


# A line that ends so is a piece of a sentence, and may lack its beginning as well.
_CUT_SHORT = re.compile(r"\b(?:the|an?|of|in|to|and|from|by|with|for|or|at|on|than)\s*$")


def may_be_meant_otherwise(reading: Reading, utterance: Utterance, judged: Judged) -> bool:
    """Whether the words, or other numbers near by, leave a wrong change another reading."""
    skeleton = utterance.skeleton
    if judged.plain:
        return _CUT_SHORT.search(utterance.sentence.text) is not None
    return (
        judged.verdict is Verdict.UNSURE
        or judged.inferred
        or hardly_meant(skeleton, judged)
        or _CUT_SHORT.search(utterance.sentence.text) is not None
        or _from_afar(utterance, judged)
        or _is_one_of_several(utterance, judged)
        or _is_a_bare_difference(skeleton, judged)
        or may_be_of_others(skeleton, judged)
        or may_be_rounded(skeleton, judged)
        or borne_out_around(reading, utterance, judged)
    )


def _is_one_of_several(utterance: Utterance, judged: Judged) -> bool:
    """Whether only a way is told, and other numbers beside the two may be meant as well.

    "From A to B" leaves no doubt which they are; a size would be borne out by them.
    """
    if judged.size is not None or judged.pair.how is How.FROM_TO:
        return False
    quantities = utterance.skeleton.quantities
    measure = quantities[judged.pair.after].measure
    return sum(each.measure is measure for each in quantities) > len(judged.pair.both)


def _is_a_bare_difference(skeleton: Skeleton, judged: Judged) -> bool:
    """Whether a change told as a number of its own, and not right upon the two, may be a count.

    "300 plans in 2023, 317 the next year, and 21 fewer since": of such changes, between numbers
    that dates alone or a comparison tie together, none in six was meant of the two on pages that
    nobody had tuned on; of those told in per cent nine in twelve were.
    """
    if judged.size is None or judged.pair.how not in (How.DATED, How.COMPARED):
        return False
    stated = skeleton.quantities[judged.size.number]
    alike = sum(each.measure is stated.measure for each in skeleton.quantities)
    if stated.measure in (Measure.PERCENT, Measure.TIMES) or alike <= _ENDS_AND_SIZE:
        return False
    return not (follows(skeleton, judged.size, judged.pair) or _is_concluded(skeleton, judged))


def _is_concluded(skeleton: Skeleton, judged: Judged) -> bool:
    """Whether words draw a size from the two just told, and it is a digit away from theirs.

    "It was £6.3m, and £5.1m a year before, so it has risen by £2.2m, in spite of £3m of cuts".
    """
    if judged.size is None:
        return False
    text, at = skeleton.text, skeleton.at[judged.size.number]
    last = max(skeleton.at[each] for each in judged.pair.both)
    if not (last < at and CONCLUDES.search(text[last + 1 : at])):
        return False
    stated = skeleton.quantities[judged.size.number]
    one, other = (skeleton.quantities[each].value for each in judged.pair.both)
    return is_digits_off(stated.value, other - one, stated.decimals)


def _from_afar(utterance: Utterance, judged: Judged) -> bool:
    """Whether an end was fetched from an earlier sentence, past another number of its sort."""
    if not utterance.leans_back(*judged.pair.both):
        return False
    quantities = utterance.skeleton.quantities
    first, last = judged.pair.both
    size = judged.size.number if judged.size else None
    return any(
        quantities[place].measure is quantities[last].measure
        for place in range(first + 1, last)
        if place != size
    )
