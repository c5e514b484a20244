"""Percentages that ought to make 100 between them and do not."""

import re
from collections.abc import Iterator

from goldenthread.claims.found import ClaimFault, Findings
from goldenthread.claims.kinds import Example, Kind
from goldenthread.claims.language.model import Measure, Sentence
from goldenthread.claims.language.printed import exact, printed
from goldenthread.claims.language.skeleton import skeleton_of
from goldenthread.claims.reading import Reading
from goldenthread.claims.tables.shares import Shares, shares
from goldenthread.claims.tables.table import Table, tables_of
from goldenthread.claims.tables.telling import told, told_sum
from goldenthread.claims.wholes.accounted_for import accounted_for
from goldenthread.claims.wholes.between_groups import Beyond, beyond_its_groups
from goldenthread.claims.wholes.bulleted_shares import bulleted_shares
from goldenthread.claims.wholes.further_shares import added_shares
from goldenthread.claims.wholes.one_answer_each import beyond_hundred, not_hundred_in_line
from goldenthread.claims.wholes.shared_out import SharedOut, wrongly_shared_out
from goldenthread.claims.wholes.told_as_whole import (
    others_told_after,
    overlap_is_told,
    told_as_whole,
)
from goldenthread.claims.wholes.two_series import one_series_makes_it
from goldenthread.claims.wholes.yes_and_no import yes_and_no
from goldenthread.nouns.fault import Severity

_IN_PROSE = (
    beyond_hundred,
    not_hundred_in_line,
    told_as_whole,
    one_series_makes_it,
    added_shares,
    accounted_for,
    bulleted_shares,
    yes_and_no,
)


def run(reading: Reading, findings: Findings) -> None:
    """Add up the shares of every table, down and across, and those that a sentence shares out."""
    told: set[tuple[str, str]] = set()
    for at, sentence in enumerate(reading.sentences):
        if sum(each.measure is Measure.PERCENT for each in sentence.quantities) > 1:
            for found in wrongly_shared_out(skeleton_of(sentence.text)):
                if len(_OF_ITS_OWN.findall(sentence.text)) > 1:
                    continue  # "76% (2,718 of 3,580) and 70% (2,590 of 3,712)"
                if found.falls_short and others_told_after(reading.sentences, at):
                    continue
                if found.rest and overlap_is_told(reading.sentences, at, at):
                    continue
                told.add((sentence.file, sentence.locator))
                findings.add(_in_words(sentence, found))
    for find in _IN_PROSE:
        for sentence, found in find(reading.sentences):
            place = sentence.file, sentence.locator
            if place not in told:
                told.add(place)
                findings.tested(*place)
                findings.add(_in_words(sentence, found))
    for beyond in beyond_its_groups(reading.sentences):
        findings.tested(beyond.sentence.file, beyond.sentence.locator)
        findings.add(_beyond_its_groups(beyond))
    for table in tables_of(reading):
        for turned in (table, table.turned):
            for fault in _faults(turned):
                findings.add(fault)


_OF_ITS_OWN = re.compile(r"% [^.;()%]{0,30}\([\d,]+ (?:out )?of [\d,]+\)")


def _in_words(sentence: Sentence, found: SharedOut) -> ClaimFault:
    terms = " + ".join(printed(each) for each in found.every)
    why = "they are told as all there are" if found.all_told else "nothing is two of them at once"
    if found.rest:
        why = "the last is told as the rest of them"
    if found.beside:
        why = f"those told beside them do ({' + '.join(printed(each) for each in found.beside)})"
    return ClaimFault(
        file=sentence.file,
        locator=sentence.locator,
        kind=KIND.name,
        severity=Severity.ERROR,
        printed=found.every[-1].text.strip(),
        expected="",
        message=f"The percentages make {exact(found.made)} and not 100, though {why}: look for "
        "the one that is wrong.",
        evidence=f"{terms} = {exact(found.made)}, not 100",
    )


def _beyond_its_groups(found: Beyond) -> ClaimFault:
    everybody, one, other = map(printed, (found.everybody, found.one, found.other))
    return ClaimFault(
        file=found.sentence.file,
        locator=found.sentence.locator,
        kind=KIND.name,
        severity=Severity.ERROR,
        printed=found.everybody.text.strip(),
        expected="",
        message=f"What is said of {everybody}% of all is said of {one}% and {other}% of the two "
        "groups that are all of them: the first lies between the others. Look for the wrong one.",
        evidence=f"{everybody} does not lie between {one} and {other}",
    )


def _faults(table: Table) -> Iterator[ClaimFault]:
    for each in shares(table):
        yield _fault(table, each)


def _fault(table: Table, found: Shares) -> ClaimFault:
    total = told(found.total, found.decimals)
    line = table.columns[found.column]
    name = f"“{line.label}”" if line.label else "this column"
    at = found.whole or found.cells[0]
    labelled = found.whole is None and table.is_turned and bool(line.label)
    why = {
        "total": "100% is printed for the whole of them",
        "others": "the other lines of the table make 100%",
        "labels": "the categories named leave nothing out",
    }[found.reason]
    return ClaimFault(
        file=table.file,
        locator=line.locator if labelled else at.locator,
        kind=KIND.name,
        severity=Severity.ERROR if found.sure else Severity.WARNING,
        printed=line.label if labelled else at.text,
        expected="",
        message=(
            f"The shares under {name} make {total}% and not 100%, though {why}: look for the one "
            "that is wrong, or say that there may be more than one answer."
        ),
        evidence=(
            f"{told_sum(found.terms, found.decimals)}, not 100; rounding {len(found.terms)} shares "
            f"explains no more than {told(found.slack, found.decimals + 1)}"
        ),
    )


KIND = Kind(
    name="shares_of_whole",
    title="Shares that do not make 100",
    asks="Do percentages that share out a whole make 100, as far as rounding allows?",
    examples=(
        Example(
            text=(
                "| Answer | Share |\n|---|---|\n| Yes | 61% |\n| No | 30% |\n| Not sure | 19% |\n"
                "| Total | 100% |"
            ),
            fault=True,
        ),
        Example(
            text=(
                "| Lodging | 2019 | 2020 | 2021 |\n|---|---|---|---|\n"
                "| Own home | 41% | 44% | 46% |\n| With family | 38% | 35% | 29% |\n"
                "| Hostel | 12% | 11% | 10% |\n"
                "| Not known | 9% | 10% | 10% |"
            ),
            fault=True,
        ),
        Example(
            text=(
                "| Team | Good % | Fair % | Poor % |\n|---|---|---|---|\n| East | 50 | 30 | 20 |\n"
                "| West | 45 | 35 | 20 |\n| North | 60 | 25 | 15 |\n| South | 55 | 35 | 20 |"
            ),
            fault=True,
        ),
        Example(
            text=(
                "| Answer | Share |\n|---|---|\n| Yes | 33% |\n| No | 33% |\n| Not sure | 33% |\n"
                "| Total | 100% |"
            ),
            fault=False,
        ),
        Example(
            text="Of the homes, 64% were owned, 29% rented privately and 17% rented from the "
            "council.",
            fault=True,
        ),
        Example(
            text="Boats made up 44% of movements, canoes 21%, rafts 12% and the remaining 33% were "
            "boards.",
            fault=True,
        ),
        Example(
            text="Of the homes, 64% were owned, 19% rented privately and 17% rented from the "
            "council (10% of them for life).",
            fault=False,
        ),
        Example(
            text="Where the grant went: wages 52%, rent 21%, tools 18%, postage 6% and insurance "
            "the last 13%.",
            fault=True,
        ),
        Example(
            text="By where the boats are kept, 46% are at a mooring, 25% in a yard, 12% at home "
            "and 7% on a trailer.",
            fault=True,
        ),
        Example(
            text="Everyone ticked one box: 45% ticked tea, 33% coffee and 32% water.", fault=True
        ),
        Example(
            text="Everyone ticked one box: 45% ticked tea, 33% coffee and 22% water.", fault=False
        ),
        Example(
            text="Half of the boats, 51%, came by river. A further 22% came by road, 21% by rail "
            "and the remaining 16% were built here.",
            fault=True,
        ),
        Example(
            text="In May 62% of the boats had a licence. In all 48% of the boats did not have a "
            "licence.",
            fault=True,
        ),
        Example(
            text="Fewer sail alone (36% against 38%), more in pairs (35% against 31%) and as many "
            "in crews (29% against 21%).",
            fault=True,
        ),
        Example(
            text="Callers could name more than one reason: cost 52%, distance 21%, hours 26% and "
            "everything else 11%.",
            fault=False,
        ),
        Example(
            text="In all 64% were owned, 44% had a garden and 17% rented a garage.", fault=False
        ),
        Example(
            text=(
                "People could give more than one answer.\n\n| Reason | Share |\n|---|---|\n"
                "| Cost | 61% |\n| Distance | 44% |\n| Other | 19% |"
            ),
            fault=False,
        ),
        Example(
            text=(
                "| Measure | Result |\n|---|---|\n| Seen in time | 91% |\n| Reviewed | 84% |\n"
                "| Other visits | 77% |"
            ),
            fault=False,
        ),
    ),
    limits=(
        "In a sentence percentages are added where the last is called the rest of three or more "
        "(“the last 5%”, “everything else”, in bullets too), where the words split one thing (“by "
        "where they live”), or where nothing is two of them at once (tenure, grades, red, amber "
        "and green, upheld or not) and they make more than 100, or less where the set is complete.",
        "So they are below words that let nobody be in two of them (“tick one box”), unless each "
        "is of another group; a last “other” then makes them all there are.",
        "Two series told side by side ought both to make 100 where the one does; bullets are added "
        "that each account for so much, or of which one gave no answer; so are “a further” share, "
        "what is left, and what is said of some and denied of others, unless they are views.",
        "Of everybody no more is said than of both the groups they are in (men and women, day and "
        "non-day pupils), and no less.",
        "A list told with counts, one that makes less than 80 or more than 125, and one whose last "
        "is only called “other” are let be, and so is one near words for several answers.",
        "Only shares that are clearly all of them are added: 100% is printed as their total, the "
        "other lines of the table make 100, two categories leave nothing out, or the rows are "
        "named as parts of one thing (age, tenure, main need) and called its shares.",
        "Rates of several groups, reasons and needs of which a person may have several, and what "
        "comes to more than 150 are let be.",
        "Where counts stand beside the shares, each share is checked against its count instead.",
    ),
    run=run,
)
