"""Every two numbers of one thing that differ by a slip, or are of what is named again.

Each way of telling that two sentences speak of one thing is a file of its own; here they stand in
the order in which they are asked, the plainest first.
"""

from collections import defaultdict
from collections.abc import Iterator

from goldenthread.claims.language.model import Sentence
from goldenthread.claims.reading import Reading
from goldenthread.claims.sayings import patterns
from goldenthread.claims.sayings.apart import told_far_apart
from goldenthread.claims.sayings.apart_levels import levels_told_far_apart
from goldenthread.claims.sayings.groups import groups_told_again
from goldenthread.claims.sayings.known_again import known_again
from goldenthread.claims.sayings.levels import levels_told_again
from goldenthread.claims.sayings.met import meetings_told_again
from goldenthread.claims.sayings.named_again import named_again
from goldenthread.claims.sayings.parallel import tell_of_two
from goldenthread.claims.sayings.restated import shares_told_again
from goldenthread.claims.sayings.retelling import Retold
from goldenthread.claims.sayings.setting import Settings
from goldenthread.claims.sayings.slipped import Telling, slipped
from goldenthread.claims.sayings.turned import told_with_digits_turned

# Of one sentence with so many numbers each is of something else: captions, notes, feet of pages.
_MANY = 3


def told_otherwise(reading: Reading) -> Iterator[tuple[Telling | Retold, Telling | Retold]]:
    """The two tellings of each, the one that is held to be wrong last."""
    settings = Settings(reading.documents)
    forms = _forms(reading)
    for one, other in _told_otherwise(reading):
        each = (forms.get(_form(told.sentence), ()) for told in (one, other))
        two = tell_of_two((one.sentence, one.quantity), (other.sentence, other.quantity))
        if (
            max(map(len, each)) < _MANY
            and not two
            and settings.may_be_one(one.sentence, other.sentence)
        ):
            yield one, other


def _form(sentence: Sentence) -> tuple[str, str]:
    return sentence.file, patterns.DIGITS.sub("#", sentence.text)


def _forms(reading: Reading) -> dict[tuple[str, str], set[tuple[str, ...]]]:
    """Each sentence without its numbers, with all the numbers that it is told with."""
    told: dict[tuple[str, str], set[tuple[str, ...]]] = defaultdict(set)
    for sentence in reading.sentences:
        told[_form(sentence)].add(tuple(patterns.DIGITS.findall(sentence.text)))
    return told


def _told_otherwise(reading: Reading) -> Iterator[tuple[Telling | Retold, Telling | Retold]]:
    yield from slipped(reading.sentences)
    yield from told_far_apart(reading)
    yield from told_with_digits_turned(reading)
    yield from named_again(reading)
    yield from known_again(reading)
    yield from levels_told_far_apart(reading)
    yield from meetings_told_again(reading)
    yield from groups_told_again(reading)
    yield from levels_told_again(reading)
    yield from shares_told_again(reading)
