"""Every change told in a text: tested by what the words tie it to, then by any reading."""

import re
from collections.abc import Iterator
from dataclasses import replace

from goldenthread.claims.assertions.beside_asides import as_printed, read_without_asides
from goldenthread.claims.assertions.told import as_change, asserted, is_change
from goldenthread.claims.changes.following import follows
from goldenthread.claims.changes.judged import Judged, Verdict
from goldenthread.claims.changes.opposites import both_below, with_signs
from goldenthread.claims.changes.plain_ways import plain_ways
from goldenthread.claims.changes.tested import changes_of_text
from goldenthread.claims.changes.under_a_lead import under_a_lead
from goldenthread.claims.changes.ways import unread_ways
from goldenthread.claims.language.rows import is_a_row
from goldenthread.claims.language.utterances import Utterance, utterances
from goldenthread.claims.language.windows import windows
from goldenthread.claims.reading import Reading


def changes_told(reading: Reading) -> Iterator[tuple[Utterance, Judged]]:
    """Every change told that can be tested, with the utterance it stands in."""
    told = list(_told(reading))
    known = {(id(utterance.sentence), judged.pair.both) for utterance, judged in told}
    for utterance, judged in under_a_lead(reading):
        if (id(utterance.sentence), judged.pair.both) not in known:
            told.append((utterance, judged))
    for utterance, judged in told:
        signed = replace(utterance, skeleton=with_signs(utterance.skeleton))
        if judged.verdict is Verdict.DIRECTION and both_below(signed.skeleton, judged.pair):
            continue
        yield signed, judged


def _told(reading: Reading) -> Iterator[tuple[Utterance, Judged]]:
    for (alone, together), window in zip(utterances(reading), windows(reading), strict=True):
        if is_a_row(alone.sentence):
            continue
        found = [(alone, judged) for judged in changes_of(alone)]
        if together is not None and (not found or any(_doubted(u, each) for u, each in found)):
            # What looks wrong alone may be true of a number in the sentence before.
            more = [(together, judged) for judged in changes_of(together)]
            if not found or all(_holds(each) for _, each in more):
                found = more or found
        if "(" in alone.sentence.text and (plain := read_without_asides(alone, together)):
            known = {as_printed(*each) for each in plain}
            found = [*plain, *(each for each in found if as_printed(*each) not in known)]
        tied = {judged.pair.both for utterance, judged in found if utterance is alone}
        found += [
            (alone, judged)
            for judged in plain_ways(alone.skeleton, 0)
            if judged.pair.both not in tied
        ]
        yield from found
        if all(_holds(judged) for _, judged in found):
            settled = {_from_the_end(each, judged) for each, judged in found if judged.size}
            last = len(window.skeleton.quantities)
            places = {last - each for each in settled}
            for assertion in asserted(alone, window):
                if is_change(assertion) and assertion.stated.place not in places:
                    yield window, as_change(window.skeleton, assertion)
            if not found:
                for judged in unread_ways(window.skeleton, window.since):
                    yield window, judged


def _from_the_end(utterance: Utterance, judged: Judged) -> int:
    """Which number from the end of the sentence a change is, the same in every utterance of it."""
    number = judged.size.number if judged.size else 0
    return len(utterance.skeleton.quantities) - number


def _doubted(utterance: Utterance, judged: Judged) -> bool:
    """Whether what looks wrong may be true of a number in the sentence before."""
    if _holds(judged):
        return False
    return judged.size is None or not follows(utterance.skeleton, judged.size, judged.pair)


def _holds(judged: Judged) -> bool:
    return judged.verdict is Verdict.HOLDS


def changes_of(utterance: Utterance) -> tuple[Judged, ...]:
    """The changes told in one utterance."""
    if not _TWO_NUMBERS.search(utterance.skeleton.text):
        return ()
    return changes_of_text(utterance.skeleton.source, utterance.since)


_TWO_NUMBERS = re.compile("[\ue000-\uefff].*[\ue000-\uefff]", re.DOTALL)
