"""Shares told in a sentence: part, whole and percentage, and percentages added together."""

from collections.abc import Set

from goldenthread.claims.assertions.told import asserted, is_share
from goldenthread.claims.closed.shares.faults import share_fault
from goldenthread.claims.closed.shares.rows import shares_of_columns
from goldenthread.claims.closed.shares.told import wrong_shares
from goldenthread.claims.closed.telling import tell
from goldenthread.claims.found import ClaimFault, Findings
from goldenthread.claims.kinds import Example, Kind
from goldenthread.claims.language.model import Measure
from goldenthread.claims.language.rows import is_a_row_of_shares
from goldenthread.claims.language.utterances import Utterance, utterances
from goldenthread.claims.language.windows import windows
from goldenthread.claims.reading import Reading
from goldenthread.claims.shares.beyond_doubt import is_told
from goldenthread.claims.shares.borne_out_near import borne_out_near
from goldenthread.claims.shares.led_lists import of_a_number_led_in
from goldenthread.claims.shares.listed_shares import odd_shares
from goldenthread.claims.shares.misplaced_points import points_misplaced
from goldenthread.claims.shares.other_readings import may_be_read_otherwise
from goldenthread.claims.shares.right_otherwise import is_right_otherwise
from goldenthread.claims.shares.share_model import Share
from goldenthread.claims.shares.shares import part_is_its_whole, shares_in
from goldenthread.claims.wholes import share_faults as faults_of
from goldenthread.claims.wholes.added_up import unmade
from goldenthread.claims.wholes.divided import wrongly_divided
from goldenthread.claims.wholes.everybody import not_everybody
from goldenthread.claims.wholes.of_this_number import shares_of_this_number
from goldenthread.claims.wholes.rests import wrong_rests
from goldenthread.claims.wholes.shared_out import is_of_many
from goldenthread.claims.wholes.shown_by_others import of_its_whole, shown_by_others
from goldenthread.claims.wholes.sums import rests_in, sums_in, sums_over
from goldenthread.nouns.fault import Severity


def _run(reading: Reading, findings: Findings) -> None:
    told: set[tuple[str, str]] = set()
    listed_with = {
        (each.sentence.locator, each.told.share.text) for each in odd_shares(reading) if each.others
    }
    led_in = {}
    for led in of_a_number_led_in(reading):
        findings.tested(led.sentence.file, led.sentence.locator)
        place = led.sentence.file, led.sentence.locator
        led_in[*place, led.pair.percent.text.strip()] = led
        if not led.holds:
            findings.add(of_its_whole(led))
            told.add(place)
    for (alone, together), window in zip(utterances(reading), windows(reading), strict=True):
        faults = list(_faults_of(reading, alone, findings))
        if not faults and together is not None:
            faults = _shares_of(reading, together, findings, _settled(together, alone))
        if not faults and not is_a_row_of_shares(alone.sentence):
            faults = _unread(reading, alone, together, window)
        # What those listed with it show to be wrong is not merely asked about.
        faults = [
            fault
            for fault in faults
            if fault.severity is Severity.ERROR or (fault.locator, fault.printed) not in listed_with
            if (fault.file, fault.locator, fault.printed) not in led_in
        ]
        for fault in faults:
            findings.add(fault)
        told |= {(fault.file, fault.locator) for fault in faults}
    for no_share in shares_of_this_number(reading.sentences):
        if (no_share.sentence.file, no_share.sentence.locator) not in told:
            findings.add(faults_of.of_this_number(no_share))
            told.add((no_share.sentence.file, no_share.sentence.locator))
    for fault in shown_by_others(reading):
        if (fault.file, fault.locator) not in told:
            findings.add(fault)
            told.add((fault.file, fault.locator))
    for listed in not_everybody(reading):
        findings.add(faults_of.not_hundred(listed))
    for plain in wrong_shares(reading):
        if plain.share.measure is Measure.PERCENT:
            tell(findings, share_fault(plain))
    for fault in shares_of_columns(reading):
        tell(findings, fault)
    findings.withdraw(
        each for each in [*findings] if each.kind == KIND.name and is_right_otherwise(reading, each)
    )


def _in_lists(reading: Reading, alone: Utterance) -> set[str]:
    """Numbers of lists in this passage and of wholes they do not make, which the totals tell."""
    passage = alone.sentence.passage
    return {
        told.text
        for each in unmade(reading)
        if each.sentence.passage is passage
        for told in (each.whole, *each.parts)
    }


def _unread(
    reading: Reading, alone: Utterance, together: Utterance | None, window: Utterance
) -> list[ClaimFault]:
    """What the second pass tells of the percentages that the first could not test."""
    in_lists = _in_lists(reading, alone)
    settled = _settled(window, alone) | (_settled(window, together) if together else set())
    shares = [
        Share(part=each.one, whole=each.other, percent=each.stated.place)
        for each in asserted(alone, window)
        if is_share(window.skeleton, each)
        and each.stated.place not in settled
        and not borne_out_near(reading, window, each.stated.place)
    ]
    shares = [
        share
        for share in shares
        if is_told(window.skeleton, share)
        and not may_be_read_otherwise(window.skeleton, share)
        and not part_is_its_whole(window.skeleton, share)
    ]
    tested = settled | {share.percent for share in shares}
    shares += [
        share
        for share in points_misplaced(window.skeleton, window.since)
        if share.percent not in tested
    ]
    found = [faults_of.wrong(window, share) for share in shares]
    if window.since:
        found += [
            faults_of.added(window, total) for total in sums_over(window.skeleton, window.since)
        ]
    found = found or [
        faults_of.left(window, each)
        for each in wrong_rests(window.skeleton, window.since)
        if not is_of_many(window.skeleton, each.rest, each.parts)
        if each.by_name or window.skeleton.quantities[each.rest].text not in in_lists
    ]
    return found or [
        faults_of.made(window, each)
        for each in wrongly_divided(window.skeleton, window.since)
        if window.skeleton.quantities[each.rest].text not in in_lists
    ]


def _settled(wider: Utterance, narrower: Utterance) -> set[int]:
    """The shares that a sentence settles with fewer words around it, by place in the wider."""
    ahead = len(wider.skeleton.quantities) - len(narrower.skeleton.quantities)
    told = shares_in(narrower.skeleton, narrower.since)
    return {ahead + each.share.percent for each in told}


def _faults_of(reading: Reading, utterance: Utterance, findings: Findings) -> list[ClaimFault]:
    sentence, skeleton = utterance.sentence, utterance.skeleton
    faults = _shares_of(reading, utterance, findings)
    for total in sums_in(skeleton):
        findings.tested(sentence.file, sentence.locator)
        if not total.holds:
            faults.append(faults_of.added(utterance, total))
    for rest in rests_in(skeleton):
        findings.tested(sentence.file, sentence.locator)
        if not rest.holds and not is_of_many(skeleton, rest.total, rest.parts):
            faults.append(faults_of.rest(utterance, rest))
    return faults


def _shares_of(
    reading: Reading,
    utterance: Utterance,
    findings: Findings,
    settled: Set[int] = frozenset(),
) -> list[ClaimFault]:
    faults = []
    for told in shares_in(utterance.skeleton, utterance.since):
        findings.tested(utterance.sentence.file, utterance.sentence.locator)
        percent = told.share.percent
        # Where no word says what it is a share of, any whole near by may be meant.
        untold = not told.share.tied and borne_out_near(reading, utterance, percent)
        if told.holds or untold or percent in settled:
            continue
        if is_told(utterance.skeleton, told.share):
            faults.append(faults_of.wrong(utterance, told.share))
    return faults


KIND = Kind(
    name="share",
    title="Shares told in a sentence",
    asks="Is the percentage the part of the whole, and do shares told together add up?",
    examples=(
        Example(text="Of the 320 children seen, 48 (15%) were known to early help.", fault=False),
        Example(text="27 of 36 plans (75%) had been reviewed in time.", fault=False),
        Example(text="Schools sent 31% of contacts and police 22%, together 53%.", fault=False),
        Example(
            text="Of the 320 children seen, 80 (25%) were in care, "
            "of whom 20 (25%) lived outside the county.",
            fault=False,
        ),
        Example(text="Of the 320 children seen, 48 (18%) were known to early help.", fault=True),
        Example(text="In all 45% (19 of 52) had an up-to-date plan.", fault=True),
        Example(text="Schools sent 31% of contacts and police 22%, together 58%.", fault=True),
        Example(
            text="Visitors came by bus (41%), by car (32%), by bicycle (14%) and on foot (13%). "
            "These four groups cover everybody.",
            fault=False,
        ),
        Example(
            text="Visitors came by bus (41%), by car (32%), by bicycle (14%) and on foot (21%). "
            "These four groups cover everybody.",
            fault=True,
        ),
        Example(
            text="The line took 900 calls. Of these, 300 (33%) were cut off and the other 600 were "
            "answered. Of the calls answered, 450 (75%) led to advice.",
            fault=False,
        ),
        Example(
            text="The line took 900 calls. Of these, 300 (50%) were cut off, with the other 600 "
            "answered.",
            fault=True,
        ),
        Example(
            text="The line took 2,000 calls, of which 1,200 (60%) were answered. Of the calls "
            "answered, 900 (45%) led to advice.",
            fault=True,
        ),
        Example(
            text="Over the year 1,476 people came. Eight, representing 5.4% of them, went home.",
            fault=True,
        ),
        Example(
            text="Contacts from the police fell by a fifth, from 5,020 to 4,016. Those from "
            "health went the other way, from 1,388 to 1,561.",
            fault=False,
        ),
        Example(
            text="The line took 2,986 calls in the spring.\n\nPolice made 1,075 (63%), schools "
            "657 (22%) and clinics 418 (14%).",
            fault=True,
        ),
        Example(
            text="The line took 2,986 calls in the spring.\n\nPolice made 1,075 (36%), schools "
            "657 (22%) and clinics 418 (14%). Of the schools 46 (7%) rang daily.",
            fault=False,
        ),
        Example(
            text="In May 8,400 people were seen and 4,050 were owed a full visit. The rest had a "
            "letter.\n\nAmong those owed a full visit, 1,190 (14%) lived alone.",
            fault=True,
        ),
        Example(
            text="In May 8,400 people were seen and 4,050 were owed a full visit. The rest had a "
            "letter.\n\nAmong those owed a full visit, 1,190 (29%) lived alone.",
            fault=False,
        ),
        Example(
            text="We asked 940 people. Fifteen went to a panel (1.6%) and two to a tribunal; the "
            "region had 3%, and an audit of 30 is due.",
            fault=False,
        ),
        Example(
            text="Of the 642 people sent to us, 417 (65%) began and 288 of the starters (69%) came "
            "to the end.",
            fault=False,
        ),
        Example(
            text="Twenty cooks began, of whom 17 stayed, and the remaining nine posts were filled "
            "by post.",
            fault=False,
        ),
        Example(
            text="There were 130 fairs against 121 the year before, so that they make up 62% of "
            "everything we do.",
            fault=False,
        ),
        Example(
            text="We took on 64 nurses and 41 aides. With vacancies at 9.1%, more are needed.",
            fault=False,
        ),
        Example(
            text="We looked at 150 swings, finding rust in 45 (30%) and rot in 36 (80%).",
            fault=True,
        ),
        Example(
            text="We looked at 150 swings, finding rust in 45 (30%), of these rot in 36 (80%).",
            fault=False,
        ),
        Example(text="The panel heard 150 appeals. It allowed 45. That is 40%.", fault=True),
    ),
    limits=(
        "Part and whole must both stand in the sentence, or the whole in one of the two before it; "
        "farther off, the other shares of a list, its nouns or “of them” must show which it is.",
        "It is an error where both stand in the sentence, or where the part stands right before "
        "its percentage; else, and of what other parts leave, it is a warning. It is one too where "
        "printed and worked out are more than twice and 15 points apart: a slip seldom goes so "
        "far, and another whole is likely meant, unless words tie all three: “n of N (P%)”, “of "
        "the N, n (P%)”, “n of them (P%)” after one number alone, and then nothing else is meant.",
        "A part that makes up a number with another told is of it, unless any bears it out.",
        "A row's share of its column, told beside the table, is held to the column that its words "
        "name or to the latest; only where its own row or another explains the slip is it told.",
        "A share that is of any number of its section passes, unless its words name another whole.",
        "Three numbers are no share where one has another partner: a count in brackets beside the "
        "percentage, a part that is “three of eight”, a whole with a share of its own; nor where "
        "the words make the percentage a distance (“8% under”) or another place's or time's.",
        "A whole further up is asked about where a greater number stands there too.",
        "Percentages that make more or less than 100 are told where words say that they cover "
        "everybody.",
        "A percentage true of the counts straight beside it, or told of another time, passes.",
        "A share that only sums up two counts (“that is 40%”), where no other number stands, is of "
        "those two, unless any relation of them or any number near by bears it out.",
        "What is led in by “from” or “compared with”, a part that is a change (“16 more”), part "
        "and whole in brackets of their own, and shares told of several times are left alone.",
        "A whole named by what was done to it (“of those accepted”) is found where one count was "
        "told with that very word, and a share ten times out where two digits of it agree.",
        "What remains is let be where it has a noun of its own, and so is a number set against "
        "that of the year before, which is no whole of it.",
        "A percentage that names its own whole (“20% of all contacts”) is left alone.",
        "Shares of one whole that is not told must be in proportion to their counts: where the "
        "percentages make 100, the counts make what the others are of, or three and more agree.",
        "A list led in by “of this number” is of the first number of the paragraph above it.",
        "Percentages told together are added; where the words allow for overlaps nothing is said.",
    ),
    run=_run,
)
