"""The same thing said twice with different numbers: in one text, or in several read together."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence

from goldenthread.claims.book.phrases import UNITS, indicator_of, short_forms
from goldenthread.claims.closed.twice.apart import are_of_two_sizes, are_two_things
from goldenthread.claims.closed.twice.faults import tell_again
from goldenthread.claims.found import Findings
from goldenthread.claims.kinds import Example, Kind
from goldenthread.claims.quoting.quoted import refers
from goldenthread.claims.reading import Reading
from goldenthread.claims.sayings.by_whole_row import slips_of_whole_rows
from goldenthread.claims.sayings.cells import Told, told_in_tables
from goldenthread.claims.sayings.faults import (
    cell_fault,
    pair_fault,
    progress_fault,
    retold_fault,
    table_fault,
)
from goldenthread.claims.sayings.finding import every_saying
from goldenthread.claims.sayings.finished import progress_told_again
from goldenthread.claims.sayings.model import Saying
from goldenthread.claims.sayings.near import near_pairs
from goldenthread.claims.sayings.sameness import Compared, Comparer, Sameness
from goldenthread.claims.sayings.told_otherwise import told_otherwise
from goldenthread.claims.sayings.words import AGENT_STEMS, stem

# Of one form of words with so many values, each is about something else: a list of places.
_MANY_VALUES = 3
# "Agency social workers" are a part of them, and no agency that tells of them.
_AGENCY = stem("agency")


def _run(reading: Reading, findings: Findings) -> None:
    _by_a_slip(reading, findings)
    _by_progress(reading, findings)
    for retold, cell in slips_of_whole_rows(reading):
        findings.tested(retold.sentence.file, retold.sentence.locator)
        findings.add(cell_fault(KIND.name, retold, cell))
    known = {(each.file, each.locator, each.printed) for each in findings}
    comparer = Comparer(reading)
    groups: dict[object, list[Saying]] = defaultdict(list)
    for saying in every_saying(reading):
        groups[comparer.key(saying)].append(saying)
    for sayings in groups.values():
        told: set[tuple[object, object]] = set()
        for pair in _pairs(sayings, comparer.sameness):
            for each in (pair.one, pair.other):
                findings.tested(each.sentence.file, each.sentence.locator)
            values = (pair.one.quantity.value, pair.other.quantity.value)
            if pair.agree or values in told or are_two_things(pair.one, pair.other):
                continue
            told |= {values, values[::-1]}
            fault = pair_fault(KIND.name, pair)
            if (fault.file, fault.locator, fault.printed) not in known:
                findings.add(fault)
    every = every_saying(reading)
    _in_other_words(every, comparer, findings)
    _in_tables(reading, every, findings)
    tell_again(KIND.name, reading, findings)


def _by_a_slip(reading: Reading, findings: Findings) -> None:
    """Numbers of one thing, told by a slip or of what is named again, each place once."""
    told: set[tuple[str, str]] = set()
    for one, other in told_otherwise(reading):
        place = other.sentence.file, other.sentence.locator
        if place in told or (one.sentence.file, one.sentence.locator) in told:
            continue
        if are_two_things(one, other):
            continue
        told.add(place)
        findings.tested(*place)
        findings.add(retold_fault(KIND.name, one, other))


def _by_progress(reading: Reading, findings: Findings) -> None:
    """What is done of so many, or left of them, told otherwise in another place."""
    for each in progress_told_again(reading):
        findings.tested(each.other.sentence.file, each.other.sentence.locator)
        findings.add(progress_fault(KIND.name, each))


def _in_tables(reading: Reading, sayings: Sequence[Saying], findings: Findings) -> None:
    """Sayings that a table of the same words and year tells differently."""
    cells: dict[object, list[Told]] = defaultdict(list)
    for cell in told_in_tables(reading):
        cells[cell.file, cell.words - AGENT_STEMS, cell.measure, cell.when].append(cell)
    for each in sayings:
        core = each.words - AGENT_STEMS
        known = cells.get((each.sentence.file, core, each.unit[0], each.when), [])
        if len(known) != 1 or not core or each.vague or each.inferred:
            continue
        if refers(each.sentence.text) or _AGENCY in each.words ^ known[0].words:
            continue  # what is quoted from a table is looked at by a kind of its own
        if known[0].value in {beside.value for beside in each.sentence.quantities}:
            continue  # the sentence tells the cell too: this is another row's
        findings.tested(each.sentence.file, each.sentence.locator)
        if are_of_two_sizes(known[0].value, each.quantity.value):
            continue  # "our 14 shops", and what they took
        if not known[0].interval.meets(each.quantity.interval):
            findings.add(table_fault(KIND.name, each, known[0]))


def _in_other_words(sayings: Sequence[Saying], comparer: Comparer, findings: Findings) -> None:
    """Sayings that name one indicator in different words: never more than a warning."""
    full = {each: indicator_of(each.words, UNITS.get(each.quantity.measure)) for each in sayings}
    named = {
        (each.sentence.file, each.sentence.passage.order, one.name)
        for each, one in full.items()
        if one
    }
    groups: dict[object, list[Saying]] = defaultdict(list)
    for each, one in full.items():
        name = one.name if one else short_forms().get(each.words, "")
        if one or (each.sentence.file, each.sentence.passage.order, name) in named:
            groups[name, each.unit].append(each)
    for found in groups.values():
        told: set[tuple[str, str, str]] = set()
        for pair in _pairs(found, comparer.sameness_in_other_words):
            fault = pair_fault(KIND.name, pair)
            place = fault.file, fault.locator, fault.printed
            if not (pair.agree or place in told):
                told.add(place)
                findings.add(fault)


def _pairs(
    sayings: Sequence[Saying], compare: Callable[[Saying, Saying], Sameness]
) -> Iterator[Compared]:
    """Every two sayings of one thing at one time, the earlier one first."""
    values: dict[object, set[object]] = defaultdict(set)
    for each in sayings:
        values[each.sentence.file, each.when].add(each.quantity.value)
    few = [s for s in sayings if len(values[s.sentence.file, s.when]) < _MANY_VALUES]
    for one, other in near_pairs(few):
        sameness = compare(one, other)
        if sameness is not Sameness.NONE:
            yield Compared(one, other, sameness)


KIND = Kind(
    name="said_twice",
    title="Said twice",
    asks="Is the same thing told with the same number wherever it is told?",
    examples=(
        Example(
            text="In 2023/24 the hub took 2,310 calls. Next to it, in 2022/23, the hub took 2,130 "
            "calls.",
            fault=False,
        ),
        Example(
            text="Police made 412 referrals in 2023/24. Schools made 421 referrals in 2023/24.",
            fault=False,
        ),
        Example(
            text="The provisional count of absences in 2023/24 was 641; the final count of "
            "absences in 2023/24 was 614.",
            fault=False,
        ),
        Example(
            text="In 2023/24 the hub took 2,310 calls.\n\nCalls taken by the hub in 2023/24: 2,130",
            fault=True,
        ),
        Example(
            text="In all 34.6% of reviews were late in 2023/24, as last year.\n\nThe chair wrote "
            "that in 2023/24, 36.4% of reviews were late.",
            fault=True,
        ),
        Example(
            text="# Yearly report 2023/24\n\nMore children became looked after this year (214) "
            "compared to last year (201).",
            after=("# Yearly report 2022/23\n\nThis year 210 children became looked after.",),
            fault=True,
        ),
        Example(
            text="In 2021/22 we held seven swimming galas, two of them for beginners. "
            "Photographs from the ten swimming galas held in 2021/22 hang in the hall.",
            fault=True,
        ),
        Example(
            text="In 2021/22 we held seven swimming galas and two more abroad. Photographs from "
            "the nine swimming galas held in 2021/22 hang in the hall.",
            fault=False,
        ),
        Example(
            text="The no-show rate for eye tests in June was 9.3%. With the June no-show rate for "
            "eye tests at 11.3%, we send reminders.",
            fault=True,
        ),
        Example(
            text="The no-show rate for eye tests in June was 9.3%. Among students, the no-show "
            "rate for eye tests in June was 11.3%.",
            fault=False,
        ),
        Example(
            text="In 2021/22, 612 of the 805 members who replied (76%) were happy with the "
            "reading room. As set out above, 67% of the members who replied in 2021/22 "
            "were happy with the reading room.",
            fault=True,
        ),
        Example(
            text="## At a glance\n\nWe had 1,864 plots let in May 2021, our highest number yet.\n\n"
            "## The year ahead\n\nWith 1,684 plots let, we need more water.",
            fault=True,
        ),
        Example(
            text="In 2021/22 we had 1,864 plots let in all.\n\nThe school had 1,684 plots in "
            "2020/21, before the hall was built.",
            fault=False,
        ),
        Example(
            text="The north hall lent 312 chairs in the year.\n\nThe south hall lent 321 chairs in "
            "the year.",
            fault=False,
        ),
        Example(
            text="We mended 638 sails against 611 the year before (4.4% more).\n\nIn short, the "
            "683 sails mended were all sent back.",
            fault=True,
        ),
        Example(
            text="Classes differ in size. The mean across the school is 16.8 pupils.\n\n"
            "In short, the average class has grown to 18.6.",
            fault=True,
        ),
        Example(
            text="We wrote down 46 suggestions, 37 of which had been carried out by May 2021.\n\n"
            "What next? Fourteen suggestions remain open.",
            fault=True,
        ),
        Example(
            text="We wrote down 46 suggestions, 37 of which had been carried out by May 2021.\n\n"
            "What next? Nine suggestions remain open.",
            fault=False,
        ),
        Example(
            text="Of the plan, 14 of the 19 tasks were finished by May.\n\nThe plan had 19 tasks, "
            "most of them small. Eleven are complete.",
            fault=True,
        ),
        Example(
            text="Of the plan, 14 of the 19 tasks were finished by May.\n\nThe new plan has 22 "
            "tasks, most of them small. Eleven are complete.",
            fault=False,
        ),
        Example(
            text="They judged 3,390 jams, of which 2,975 were tasted.\n\n| Jam | Judged | Tasted |"
            "\n|---|---|---|\n| Plum | 2,784 | 2,606 |\n| Fig | 606 | 309 |\n"
            "| All | 3,390 | 2,915 |",
            fault=True,
        ),
        Example(
            text="The Garden Committee met five times in 2021/22.\n\nThe Committee had a report on "
            "bees at each of its eight meetings.",
            fault=True,
        ),
        Example(
            text="The Garden Committee met eight times in 2021/22. The Rent Committee met five "
            "times.\n\nThe Committee had a report on bees at each of its five meetings.",
            fault=False,
        ),
        Example(
            text="On 4 May 2022 a club hired 62 punts. On that day 50 of the 68 punts hired by "
            "the club were out.",
            fault=True,
        ),
        Example(
            text="On 4 May 2022 a club hired 62 punts. On that day 50 of the 68 canoes hired by "
            "the club were out.",
            fault=False,
        ),
        Example(
            text="The ropers wove 412 nets in 2021/22. That the ropers wove 421 nets in 2021/22 is "
            "new.",
            fault=True,
        ),
        Example(
            text="# The baths\n\nThe waiting list stood at 4,182 in May.\n\n## Lessons\n\nOf the "
            "4,128 swimmers on the waiting list, 2,064 (50%) are children.",
            fault=True,
        ),
    ),
    limits=(
        "Two sayings are of one thing only where the same words say what is counted, in whatever "
        "order and form, or words known to be of one meaning (plans started, became subject of a "
        "plan), of one time and unit; a word turned about (mean, median) makes two of them.",
        "“This year” and “last year” are counted from the year of the text’s title; between two "
        "texts a difference is then only a warning, since figures are revised.",
        "Entries of a list of figures, “311: Plans started, 2023/24”, are compared only where "
        "their whole labels are one, and neither owns to the other’s number.",
        "A sentence of a plan, a target, an estimate, a part of what stood before, or of several "
        "numbers in turn is left alone, and two whose other numbers differ too.",
        "A group told of again by another number (the nine reviews done then) is held against the "
        "first only where noun, deed and time are one, and no numbers before it make the second.",
        "Paragraphs apart, a count of one noun, an average, a level or a sum of money is held "
        "against another where a slip in the digits parts the two, or their digits stand in "
        "another order, and no other time, name or group is told.",
        "Digits of one noun's number in another order count wherever arithmetic bears out one of "
        "the two and not both; short numbers of which it bears out neither are left alone.",
        "Two numbers that a slip parts are of one thing too where words stand with both and with "
        "no third number of the text; one digit alone counts only where numbers bear out the one "
        "and not the other, or both are of one day or year.",
        "Words under headings that may be two places or two agencies are not compared, nor under "
        "a heading that stands in several chapters, nor in titles, sources and notes of tables, "
        "nor one sentence that stands there with three numbers or more, as feet of pages do.",
        "Where each of two paragraphs brings in words of its own before the number, the two are of "
        "one thing only if their digits, three or more, are the same in another order, or if the "
        "sentences agree in many words.",
    ),
    run=_run,
)
