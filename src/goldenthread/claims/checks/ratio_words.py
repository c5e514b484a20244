"""Shares and multiples told in words: "almost half", "one in four", "doubled", "the majority"."""

from goldenthread.claims.closed.parts.majorities import no_majorities
from goldenthread.claims.closed.parts.multiples_on_bases import multiples_on_bases
from goldenthread.claims.closed.parts.ratios import untrue_ratios
from goldenthread.claims.closed.parts.rows_compared import no_multiples
from goldenthread.claims.closed.parts.two_times import multiples_of_two_times
from goldenthread.claims.closed.shares.faults import (
    cells_fault,
    majority_fault,
    untrue_fault,
    words_fault,
)
from goldenthread.claims.closed.shares.told import wrong_shares
from goldenthread.claims.closed.telling import tell
from goldenthread.claims.found import ClaimFault, Findings
from goldenthread.claims.kinds import Example, Kind
from goldenthread.claims.language.model import Measure
from goldenthread.claims.language.utterances import Utterance, utterances
from goldenthread.claims.language.windows import passages_above, passages_up_to, windows
from goldenthread.claims.ratios.told_in_words import (
    Told,
    told_above,
    told_further_up,
    told_in_words,
    unread_in_words,
)
from goldenthread.claims.reading import Reading
from goldenthread.nouns.fault import Severity


def _run(reading: Reading, findings: Findings) -> None:
    wholes = {id(each.sentence): each for each in passages_up_to(reading)}
    above = {id(each.sentence): each for each in passages_above(reading)}
    for (alone, together), window in zip(utterances(reading), windows(reading), strict=True):
        found = list(told_in_words(alone.skeleton))
        if not found and together is not None:
            found = list(told_in_words(together.skeleton, together.since))
        for told in found:
            findings.tested(alone.sentence.file, alone.sentence.locator)
            if not told.fair:
                findings.add(_fault(alone, told))
        if not found:
            found = list(unread_in_words(alone, window))
            if not found and (whole := wholes.get(id(alone.sentence), alone)):
                found = list(told_further_up(whole))
            if not found and (higher := above.get(id(alone.sentence))):
                found = list(told_above(higher))
            for told in found:
                findings.tested(alone.sentence.file, alone.sentence.locator)
                if not told.fair:
                    findings.add(_fault(alone, told))
    for plain in wrong_shares(reading):
        if plain.share.measure is Measure.TIMES:
            tell(findings, words_fault(plain))
    for each in (
        *untrue_ratios(reading),
        *multiples_on_bases(reading),
        *multiples_of_two_times(reading),
    ):
        tell(findings, untrue_fault(each))
    for beside in no_multiples(reading):
        tell(findings, cells_fault(beside))
    for none in no_majorities(reading):
        tell(findings, majority_fault(none))


def _fault(utterance: Utterance, told: Told) -> ClaimFault:
    message = (
        f"“{told.printed}” only just fits the numbers beside it: choose a closer word if you can."
        if told.possible
        else f"“{told.printed}” does not fit the numbers beside it: change the word or the numbers."
    )
    return ClaimFault(
        file=utterance.sentence.file,
        locator=utterance.sentence.locator,
        kind=KIND.name,
        severity=Severity.WARNING if told.possible else Severity.ERROR,
        printed=told.printed,
        expected=told.expected,
        message=message,
        evidence=told.evidence,
    )


KIND = Kind(
    name="ratio_words",
    title="Shares and multiples told in words",
    asks="Do words such as “almost half”, “one in four” or “doubled” fit the numbers beside them?",
    examples=(
        Example(text="Almost half of the contacts (47%) came from the police.", fault=False),
        Example(text="More than a third of the 96 plans (35) were for neglect.", fault=False),
        Example(text="Requests have more than doubled, from 41 to 95.", fault=False),
        Example(text="Almost half of the contacts (53%) came from the police.", fault=True),
        Example(text="More than a third of the 96 plans (28) were for neglect.", fault=True),
        Example(text="Requests have doubled, from 41 to 62.", fault=True),
        Example(text="The majority of callers (38%) were parents.", fault=True),
        Example(
            text="There were 268 children on a plan. Neglect was told for 91 of them, so that more "
            "than half of all plans carry it.",
            fault=True,
        ),
        Example(
            text="There were 268 children on a plan. Neglect was told for 141 of them, so "
            "that more than half of all plans carry it.",
            fault=False,
        ),
        Example(
            text="There is a savings target of £9.6m. By May £3.1m had been made, roughly half of "
            "the target.",
            fault=True,
        ),
        Example(text="There were 1,020 replies. Almost half (612) spoke of hours.", fault=True),
        Example(text="There were 1,020 replies. Almost half (492) spoke of hours.", fault=False),
        Example(
            text="We offered 640 interviews after 812 calls. Calls lasted 9 minutes. Some 60% of "
            "callers were women. Just over half of those interviews, 342, took place within 72 "
            "hours.",
            fault=False,
        ),
        Example(
            text="We offered 640 interviews after 812 calls. Calls lasted 9 minutes. Some 60% of "
            "callers were women. Just over half of those interviews, 192, took place within 72 "
            "hours.",
            fault=True,
        ),
        Example(
            text="- The suspensions were given to 1,840 pupils.\n- A quarter of those pupils, 462, "
            "had a plan.",
            fault=False,
        ),
        Example(
            text="- The suspensions were given to 1,840 pupils.\n- Over a third of those pupils, "
            "462, had a plan.",
            fault=True,
        ),
        Example(
            text="Schools sent 139, the police 131. Those of the police have trebled, from 58.",
            fault=True,
        ),
        Example(
            text="The count found 27 people against 36 a year before, three quarters as many.",
            fault=False,
        ),
        Example(
            text="The count found 27 people against 36 a year before, fewer than half as many.",
            fault=True,
        ),
        Example(
            text="In Dock ward 24.9% of adults smoke; in Lee it is 5.9%. A resident of the first "
            "is therefore more than four times as likely to smoke as one of the second.",
            fault=False,
        ),
        Example(
            text="In Dock ward 24.9% of adults smoke; in Lee it is 5.9%. A resident of the first "
            "is therefore more than six times as likely to smoke as one of the second.",
            fault=True,
        ),
        Example(
            text="Owners booked 8,400 places on the ferry in the year; 6,300 were used. That is "
            "three quarters of the places.",
            fault=False,
        ),
        Example(
            text="Owners booked 8,400 places on the ferry in the year; 6,300 were used. That is "
            "about half of the places.",
            fault=True,
        ),
        Example(
            text="A majority of the 870 voters were for it: 402 for, 391 against and 77 unsure.",
            fault=True,
        ),
        Example(
            text="A majority of the 870 voters were for it: 462 for, 331 against and 77 unsure.",
            fault=False,
        ),
        Example(
            text="Some 1,290 of the mill’s 3,410 visitors, almost half, came by boat.", fault=True
        ),
        Example(
            text="| Walk | 2022 | 2023 |\n|---|---|---|\n| Mill | 310 | 640 |\n| Fell | 240 | 255 |"
            "\n\nWalks to the mill trebled.",
            fault=True,
        ),
        Example(
            text="| Walk | 2022 | 2023 |\n|---|---|---|\n| Mill | 310 | 640 |\n| Fell | 240 | 255 |"
            "\n\nWalks to the mill doubled.",
            fault=False,
        ),
        Example(text="It is 48 here, double the rate of its neighbours, at 23.", fault=False),
        Example(text="It is 48 here, three times the rate of its neighbours, at 23.", fault=True),
    ),
    limits=(
        "How loose such words are is a matter of taste: the room each has is written in "
        "`language/ratios.py`, with reasons, and what only just fits is a warning.",
        "The word and its numbers must stand in one sentence, or the numbers in the one before; a "
        "whole may stand in the bullet above where the words name it, and not “of them” alone.",
        "“Times higher” is read as “times as high” or as “times more”, whichever fits.",
        "“Most” and “the majority” are taken as more than half; “the largest group” is left alone.",
        "A percentage that tells a whole of its own (“7% of all deaths”) is not held against words "
        "of a part of it; parts joined by “and” or “or” may be meant together.",
        "A multiple of a table's rows or times is held against the tables close by whose words "
        "name them, and let be where any column or two times would make it so.",
        "A majority whose parts are listed is held against the first and greatest, where the "
        "second is its contrary and they make the whole; one told with its own number is held "
        "against that, where the number alone stands in brackets or commas beside it.",
        "Where no words tie the numbers to the word and a third stands there, it is a warning.",
        "“On most days” and “most of the time” say how often, and are left alone too.",
    ),
    run=_run,
)
