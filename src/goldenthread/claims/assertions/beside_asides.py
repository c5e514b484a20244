"""Changes told between numbers that have their asides in brackets, read without these."""

from collections.abc import Iterator

from goldenthread.claims.changes.asides import without_asides
from goldenthread.claims.changes.judged import Judged, Verdict
from goldenthread.claims.changes.pair_model import How
from goldenthread.claims.changes.tested import changes_of_text
from goldenthread.claims.language.skeleton import skeleton_of
from goldenthread.claims.language.utterances import Utterance

# These words leave no doubt, whatever else a sentence tells; others do where it tells no more.
_PLAIN = (How.FROM_TO, How.FROM, How.THEN)
_ENDS_AND_SIZE = 3


def read_without_asides(
    alone: Utterance, together: Utterance | None
) -> list[tuple[Utterance, Judged]]:
    """Every change that a sentence tells plainly once its asides are left out."""
    told: dict[tuple[str, ...], tuple[Utterance, Judged]] = {}
    for utterance in _readings(alone, together):
        for judged in changes_of_text(utterance.skeleton.source, utterance.since):
            if judged.size is None and judged.pair.how is not How.FROM_TO:
                continue
            few = len(utterance.skeleton.quantities) == _ENDS_AND_SIZE and not judged.pair.places
            if judged.pair.how not in _PLAIN and not few:
                continue
            stated = as_printed(utterance, judged)
            if stated not in told or judged.verdict is Verdict.HOLDS:
                told[stated] = utterance, judged
    # A share that fell while the number in its brackets rose went as the sentence says.
    so = any(each.size is None and each.verdict is Verdict.HOLDS for _, each in told.values())
    return [
        (utterance, judged)
        for utterance, judged in told.values()
        if not so or judged.size is not None or judged.verdict is Verdict.HOLDS
    ]


def as_printed(utterance: Utterance, judged: Judged) -> tuple[str, ...]:
    """The size as printed; the two numbers where a word alone tells the change."""
    quantities = utterance.skeleton.quantities
    places = judged.pair.both if judged.size is None else (judged.size.number,)
    return tuple(quantities[place].text.strip() for place in places)


def _readings(alone: Utterance, together: Utterance | None) -> Iterator[Utterance]:
    """The sentence without its asides, alone and with what it leans on."""
    for text in without_asides(alone.sentence.text):
        yield Utterance(alone.sentence, skeleton_of(text))
    if together is None:
        return
    lead = together.skeleton.source[: -len(alone.sentence.text) - 1]
    leads = [*without_asides(lead), lead]
    for place, text in enumerate([*without_asides(alone.sentence.text), alone.sentence.text]):
        before = leads[min(place, len(leads) - 1)]
        if (before, text) != (lead, alone.sentence.text):
            whole = skeleton_of(f"{before} {text}")
            yield Utterance(alone.sentence, whole, len(skeleton_of(before).text) + 1)
